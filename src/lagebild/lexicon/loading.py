"""Loading the word lists that ship in ``lexicon/data``, with what a user's lexicon adds to them."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import tomli

from lagebild.lexicon.lexicons import bound_lexicon
from lagebild.model.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_DATA = files("lagebild.lexicon") / "data"


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of one lexicon file that ships; callers must not change it.

    Args:
        name: File name without ``.toml``.

    Raises:
        LexiconError: If the file is missing, is not TOML, or does not name its version, source and licence.
    """
    try:
        content = tomli.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))
    except (FileNotFoundError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"{name}.toml", f"cannot be loaded ({error}); reinstall lagebild") from error
    missing = {"version", "source", "licence"} - content.keys()
    if missing:
        raise LexiconError(f"{name}.toml", f"add the keys {', '.join(sorted(missing))}")
    return content


def layers(name: str, table: str) -> tuple[Mapping[str, Any], ...]:
    """Return a table of a lexicon file: the one that ships, and behind it the one of the user's lexicon if it has it.

    Of two entries with the same key the later one counts.

    Raises:
        LexiconError: As `load` does.
    """
    lexicon = bound_lexicon()
    added = lexicon.lists.get(name, {}).get(table) if lexicon else None
    shipped = load(name).get(table, {})
    return (shipped, added) if added else (shipped,)


@cache
def words_by_language(name: str) -> dict[str, frozenset[str]]:
    """Return the words of a list, by ISO 639-1 code.

    Raises:
        LexiconError: As `load` does.
    """
    return {language: frozenset(words.split()) for language, words in load(name)["words"].items()}


@cache
def phrases_by_name(name: str, table: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of each entry of a table, one phrase a line in the file.

    Raises:
        LexiconError: As `load` does.
    """
    return {key: tuple(lines.strip().splitlines()) for key, lines in load(name)[table].items()}


def alternation(phrases: Iterable[str]) -> str:
    r"""Return a pattern that matches any of the phrases as they stand, longer ones first.

    >>> alternation(["von", "ein beitrag von", "e. v."])
    'ein\\ beitrag\\ von|e\\.\\ v\\.|von'
    """
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def lexicon_version() -> str:
    """Return a short digest over all word lists, which changes whenever one of them does.

    That of the user's lexicon stands behind a plus.
    """
    lexicon = bound_lexicon()
    return f"{_shipped_version()}+{lexicon.digest}" if lexicon else _shipped_version()


def digest_of(contents: Iterable[tuple[str, bytes]]) -> str:
    """Return a short digest over files, given the name and the content of each, whatever their line ends."""
    digest = sha256()
    for name, content in contents:
        digest.update(name.encode())
        digest.update(content.replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


@cache
def _shipped_version() -> str:
    entries = sorted(_DATA.iterdir(), key=lambda entry: entry.name)
    return digest_of((entry.name, entry.read_bytes()) for entry in entries)
