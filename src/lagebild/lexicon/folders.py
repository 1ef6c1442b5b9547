"""Reading a user's lexicon from a folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from lagebild.lexicon.entries import ADDABLE, problems
from lagebild.lexicon.lexicons import Lexicon
from lagebild.lexicon.loading import digest_of
from lagebild.model.errors import LexiconError

_SUFFIX = ".toml"
_FILE_NAMES = ", ".join(f"{name}{_SUFFIX}" for name in ADDABLE)


def lexicon_in(folder: str | Path) -> Lexicon:
    """Return the lexicon in a folder: files with the names and the format of the word lists that ship.

    Other files than ``*.toml`` are passed over.

    Raises:
        LexiconError: If the folder or a file cannot be read, is no list that can be added to, or has a wrong entry.
    """
    folder = Path(folder)
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == _SUFFIX)
        files = tuple((path.name, path.read_bytes()) for path in paths)
    except OSError as error:
        subject = error.filename or folder
        raise LexiconError(str(subject), f"cannot be read ({error.strerror}); give a folder with word lists") from error
    if not files:
        raise LexiconError(str(folder), f"holds no word list; put one of {_FILE_NAMES} into it")
    return _lexicon(folder, files)


# The content and not the date of the files tells whether they are still the same.
@lru_cache(maxsize=8)
def _lexicon(folder: Path, files: tuple[tuple[str, bytes], ...]) -> Lexicon:
    lists = {name.removesuffix(_SUFFIX): _content(folder / name, content) for name, content in files}
    return Lexicon(digest_of(files), lists)


def _content(path: Path, content: bytes) -> dict[str, Any]:
    name = path.name.removesuffix(_SUFFIX)
    if name not in ADDABLE:
        raise LexiconError(str(path), f"is no list that can be added to; name it one of {_FILE_NAMES}")
    try:
        table = tomli.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise LexiconError(str(path), "is not UTF-8; save it as UTF-8") from error
    except tomli.TOMLDecodeError as error:
        raise LexiconError(str(path), f"is not TOML ({error}); correct that line") from error
    problem = next(problems(name, table), None)
    if problem is not None:
        raise LexiconError(str(path), problem)
    return table
