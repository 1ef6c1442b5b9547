"""What an evaluation task is."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that was measured, with what went wrong in it.

    Args:
        name: The page or sentence.
        score: Its own score, 0.0 to 1.0.
        detail: What went wrong, in words.
    """

    name: str
    score: float
    detail: str


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a task.

    Args:
        metrics: Scores by name; higher is better, unless the name begins with ``worst_``.
        cases: What was measured one by one.
    """

    metrics: dict[str, float]
    cases: tuple[Case, ...] = field(default=(), repr=False)

    def worst(self, count: int) -> list[Case]:
        """Return the cases with the lowest scores, the lowest first."""
        return sorted(self.cases, key=lambda case: (case.score, case.name))[:count]


@dataclass(frozen=True, slots=True)
class Task:
    """Something that is measured against gold.

    Args:
        name: What the command line calls it.
        description: What it measures, in one sentence.
        run: Measures the data at a path.
        shipped: Where gold that ships with the package lies, or ``None``.
    """

    name: str
    description: str
    run: Callable[[Path], Result]
    shipped: Path | None = None


def digest_of(path: Path) -> str:
    """Return a digest over all files at a path, which changes whenever the data does.

    Raises:
        EvaluationError: If there is nothing.
    """
    if not path.exists():
        raise EvaluationError(str(path), "no such data; check the path")
    digest = sha256()
    for file in sorted([path] if path.is_file() else path.rglob("*")):
        if file.is_file():
            digest.update(file.relative_to(path).as_posix().encode())
            digest.update(file.read_bytes())
    return f"sha256:{digest.hexdigest()}"
