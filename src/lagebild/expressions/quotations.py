"""Words between quotation marks, in all styles that German and English news uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DOUBLE = {"„": '“”"«', "»": "«", "«": "»", "“": '”"“', '"': '"”“', "”": "”"}
_SINGLE = {"‚": "‘’'", "‘": "’'", "'": "'’", "›": "‹", "‹": "›"}
_BOTH_WAYS = frozenset("\"”'’»«›‹“‘")
"""Marks that open or close, as what stands beside them tells."""
_LONGEST_SINGLE = 400
"""Single marks further apart are apostrophes."""
_BEFORE_OPENING = frozenset('([{–—-:/„»«“"‚›')


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, with its marks and without.

    Args:
        span: With the marks; without the one that is missing.
        inner: Without the marks.
    """

    span: Span
    inner: Span


def words_of_quotation(text: str, quotation: Quotation) -> Span:
    """Return where the words of a quotation stand, without blanks and the comma before the closing mark."""
    words = quotation.inner.of(text)
    start = quotation.inner.start + len(words) - len(words.lstrip())
    return Span(start, max(start, quotation.inner.start + len(words.rstrip().removesuffix(",").rstrip())))


@cache
def _marks(kind: str) -> re.Pattern[str]:
    return re.compile('[„“”"»«]' if kind == "double" else "[‚‘’'›‹]")


def quotations_in(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text, line by line."""
    for line in _line().finditer(text):
        yield from find_quotations(text, Span(*line.span()))


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\n]+")


def find_quotations(text: str, block: Span) -> list[Quotation]:
    """Return the quotations of a block in text order, without those inside others.

    A quotation that is never closed counts where it opens the block, as the paragraphs of a long speech do, or follows
    a colon, and ends with the block. One that is never opened counts from the start of the block.
    """
    found = _double(text, block)
    between = _gaps(block, found)
    return sorted(
        [*found, *(single for gap in between for single in _single(text, gap))], key=lambda quotation: quotation.span
    )


def _double(text: str, block: Span) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for match in _marks("double").finditer(text, block.start, block.end):
        at = match.start()
        if opened is not None and text[at] in _DOUBLE[text[opened]] and not _reopens(text, opened, at, block):
            found.append(Quotation(Span(opened, at + 1), Span(opened + 1, at)))
            opened = None
        elif text[at] in _DOUBLE and _opens(text, at, block):
            opened = at
        elif opened is None and not found and _is_end_of_speech(text, at, block):
            found.append(Quotation(Span(block.start, at + 1), Span(block.start, at)))
    if opened is not None and _is_left_open(text, opened, block):
        found.append(Quotation(Span(opened, block.end), Span(opened + 1, block.end)))
    return [quotation for quotation in found if quotation.inner.of(text).strip()]


def _single(text: str, gap: Span) -> Iterator[Quotation]:
    opened: int | None = None
    for match in _marks("single").finditer(text, gap.start, gap.end):
        at = match.start()
        if opened is not None and text[at] in _SINGLE[text[opened]] and _closes(text, at, gap):
            if 1 < at - opened <= _LONGEST_SINGLE:
                yield Quotation(Span(opened, at + 1), Span(opened + 1, at))
            opened = None
        elif text[at] in _SINGLE and _opens(text, at, gap):
            opened = at


def _gaps(block: Span, found: Iterable[Quotation]) -> Iterator[Span]:
    start = block.start
    for quotation in found:
        yield Span(start, quotation.span.start)
        start = quotation.span.end
    yield Span(start, max(start, block.end))


def _reopens(text: str, opened: int, at: int, block: Span) -> bool:
    """Tell whether a mark that could close is one that opens, because the one before it was never closed."""
    return text[at] in _BOTH_WAYS and text[opened] == text[at] and _opens(text, at, block)


def _opens(text: str, at: int, block: Span) -> bool:
    before, after = _neighbours(text, at, block)
    if text[at] in _BOTH_WAYS:
        return (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in "…[(¿¡‚‘'$€")
    return not after.isspace()


def _closes(text: str, at: int, block: Span) -> bool:
    before, after = _neighbours(text, at, block)
    return not before.isspace() and not after.isalnum()


def _neighbours(text: str, at: int, block: Span) -> tuple[str, str]:
    """Return the characters beside a mark; blanks at the rims of the block."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    return before, after


def _is_end_of_speech(text: str, at: int, block: Span) -> bool:
    """Tell whether a mark closes words that began with the block: no inches, and no other sentence before it."""
    before, after = _neighbours(text, at, block)
    is_close = _closes(text, at, block) and not before.isdigit() and after in " ,.:;"
    return is_close and not _sentence_end().search(text, block.start, at - 1)


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[.!?:]\s")


def _is_left_open(text: str, opened: int, block: Span) -> bool:
    lead = text[max(block.start, opened - 3) : opened].rstrip()
    return opened == block.start or lead.endswith(":")
