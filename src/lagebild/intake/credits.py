"""Who wrote and who helped, from the credit lines of a page."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.intake.names import person_names
from lagebild.lexicon import phrases_by_name
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Block

# Longer lines are no credits; the patterns below take a time that grows with the square of the length.
_MAX_CHARS = 1_000
_DATE_TAIL = re.compile(r"\s*(?:[|•·,–-]\s*)?(?:\b(?:am|on|vom)\s)?\d.*$")


@cache
def _contributor_lead() -> re.Pattern[str]:
    phrases = sorted(phrases_by_name("bylines", "phrases")["contributor"], key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, phrases))})\b\s*:?\s*(?P<names>.+)$", re.IGNORECASE)


@cache
def _contributor_tail() -> re.Pattern[str]:
    phrases = sorted(phrases_by_name("bylines", "phrases")["contributor_after"], key=len, reverse=True)
    return re.compile(rf"^\W*(?P<names>.+?)\s(?:{'|'.join(map(re.escape, phrases))})\W*$", re.IGNORECASE)


@cache
def _author_lead() -> re.Pattern[str]:
    phrases = sorted(phrases_by_name("bylines", "phrases")["author"], key=len, reverse=True)
    return re.compile(rf"^\W*(?:{'|'.join(map(re.escape, phrases))})\b\s*:?\s+(?P<names>.+)$", re.IGNORECASE)


def authors_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the by-lines of a page's own story, in page order, each once."""
    return _distinct(name for line in _credits(blocks) if not _helpers(line) for name in _authors(line))


def contributors_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the lines that thank those who helped, in page order, each once."""
    return _distinct(name for line in _credits(blocks) for name in _helpers(line))


def _credits(blocks: Sequence[Block]) -> Iterator[str]:
    lines = (block.text for block in blocks if block.role is Role.CREDIT and block.repeats is None)
    return (line for line in lines if len(line) <= _MAX_CHARS)


def _authors(line: str) -> tuple[str, ...]:
    match = _author_lead().match(line)
    return person_names(_DATE_TAIL.sub("", match["names"])) if match else ()


def _helpers(line: str) -> tuple[str, ...]:
    match = _contributor_lead().match(line) or _contributor_tail().match(line)
    return person_names(match["names"]) if match else ()


def _distinct(names: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
