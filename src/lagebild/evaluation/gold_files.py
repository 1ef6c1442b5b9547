"""Files of gold that is not ours alone: where they lie, and what their names tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Row = TypeVar("Row")
_LANGUAGES = frozenset({"de", "en"})


def gold_files(path: Path, *suffixes: str) -> list[Path]:
    """Return the file at a path, or the files of a folder that have one of the suffixes.

    Raises:
        EvaluationError: If there is none.
    """
    if path.is_file():
        return [path]
    files = sorted(file for file in path.glob("*") if file.suffix in suffixes)
    if not files:
        raise EvaluationError(str(path), f"holds no file that ends with {' or '.join(suffixes)}; check the path")
    return files


def gold_rows(file: Path, read: Callable[[dict[str, Any]], Row]) -> Iterator[Row]:
    """Yield what is read of each line of a file of JSON Lines.

    Args:
        file: The file.
        read: Makes gold of one line; raises ``ValueError``, ``KeyError`` or ``TypeError`` where it is none.

    Raises:
        EvaluationError: If a line is broken; it says which.
    """
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                yield read(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluationError(f"{file.name}:{number}", f"is no gold ({error!r}); see the codebook") from error


def language_of(file: Path) -> str | None:
    """Return the language that the name of a gold file begins with.

    >>> from pathlib import Path
    >>> language_of(Path("de_gsd_dev.conllu"))
    'de'
    """
    prefix = file.name.partition("_")[0]
    return prefix if prefix in _LANGUAGES else None
