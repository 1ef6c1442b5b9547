"""Files of gold that is not ours alone: where they lie, and what their names tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from pathlib import Path

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


def language_of(file: Path) -> str | None:
    """Return the language that the name of a gold file begins with.

    >>> from pathlib import Path
    >>> language_of(Path("de_gsd_dev.conllu"))
    'de'
    """
    prefix = file.name.partition("_")[0]
    return prefix if prefix in _LANGUAGES else None
