"""What stands around an offset of a text: the word before, the start of the sentence, the clause."""

from __future__ import annotations

import re

BLANK = "[ \u00a0]"
"""What may stand between two words of one expression: no line break."""

_WINDOW_CHARS = 200
"""A clause is not looked at further away, so that a text without stops costs no more than others."""

_LONGEST_WORD_CHARS = 30
# A stop after a figure ends an ordinal ("12. Juni") and no clause.
_CLAUSE_END = re.compile(r"(?<=[^\W\d_])\.(?=\s|\Z)|[!?;:\n,()–—„“”\"»«]")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;\n•|–—(\[\"„“”»«‚'‘])\s*\Z")
_WORD_BEFORE = re.compile(rf"([^\W\d_]+){BLANK}\Z")


def starts_sentence(text: str, offset: int) -> bool:
    """Tell whether nothing of the same sentence stands before an offset."""
    return bool(_SENTENCE_START.search(text[max(0, offset - 4) : offset]))


def word_before(text: str, offset: int) -> str:
    """Return the word right before an offset, "" where a figure, a sign or nothing stands there."""
    match = _WORD_BEFORE.search(text[max(0, offset - _LONGEST_WORD_CHARS) : offset])
    return match[1] if match else ""


def left_of(pattern: re.Pattern[str], text: str, offset: int) -> re.Match[str] | None:
    """Return what a pattern that is anchored to the end finds right before an offset; its own offsets mean nothing."""
    return pattern.search(text[max(0, offset - _LONGEST_WORD_CHARS) : offset])


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the clause in which a span stands, at most 200 characters to each side.

    >>> clause_around("Er kam, als sie am Montag ging.", 19, 25)
    (7, 30)
    """
    first = max(0, start - _WINDOW_CHARS)
    for match in _CLAUSE_END.finditer(text, first, start):
        first = match.end()
    following = _CLAUSE_END.search(text, end, end + _WINDOW_CHARS)
    return first, following.start() if following else min(len(text), end + _WINDOW_CHARS)
