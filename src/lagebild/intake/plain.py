"""Articles from text without markup: page text, boilerplate and all, and clean text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lagebild.intake.assembly import article_from
from lagebild.intake.decoding import decode
from lagebild.intake.lines.roles import LineReading, read_roles
from lagebild.model import Article, Block, IntakeError, Role, Span
from lagebild.model.composition import compose

if TYPE_CHECKING:
    from lagebild.intake.pages import Hints, Page

# Of 699 Wikinews headlines none is longer than 110 characters.
MAX_TITLE_CHARS = 120
_STOPS = frozenset('.!?…:;,"“”»«')
_LINE = re.compile(r"[^\r\n]+")


def text_lines(text: str) -> tuple[Span, ...]:
    r"""Return where the lines of a text stand that are not empty, without the white space at their ends.

    >>> text_lines("Eins\n\n  Zwei ")
    (Span(start=0, end=4), Span(start=8, end=12))
    """
    spans = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            spans.append(Span(start, end))
    return tuple(spans)


def read_page_text(page: Page, hints: Hints) -> Article:
    """Return the article of a page whose markup was lost; every line becomes a block with its role.

    Raises:
        IntakeError: If no line tells a story.
    """
    text, spans = _text_and_lines(page)
    lines = [span.of(text) for span in spans]
    readings = read_roles(lines, blank_before=blanks_before(text, spans))
    composed, blocks = compose(_blocks(spans, lines, readings))
    return article_from(page, text, composed, blocks, hints=hints)


def read_text(page: Page, hints: Hints) -> Article:
    """Return the article of a clean text: its text is the input, character for character.

    Raises:
        IntakeError: If the text has no words.
    """
    text, spans = _text_and_lines(page)
    if not spans:
        raise IntakeError(page.name, "empty; give a file with text")
    roles = _clean_roles([span.of(text) for span in spans])
    placed = zip(spans, roles, strict=True)
    blocks = tuple(Block(role, span.of(text), page_span=span, span=span) for span, role in placed)
    return article_from(page, text, text, blocks, hints=hints)


def _text_and_lines(page: Page) -> tuple[str, tuple[Span, ...]]:
    text = decode(page)
    # Line breaks are counted before spans are made: millions of them would take the memory of a machine.
    page.check_text(chars=len(text), lines=text.count("\n") + text.count("\r"))
    return text, text_lines(text)


def blanks_before(text: str, spans: tuple[Span, ...]) -> list[bool]:
    """Tell for each line whether an empty line stands between it and the one before."""
    ends = [0, *(span.end for span in spans)]
    return [text.count("\n", end, span.start) > 1 for end, span in zip(ends, spans, strict=False)]


def _blocks(spans: tuple[Span, ...], lines: list[str], readings: list[LineReading]) -> list[Block]:
    return [
        Block(reading.role, line, page_span=span, repeats=reading.repeats)
        for span, line, reading in zip(spans, lines, readings, strict=True)
    ]


def _clean_roles(lines: list[str]) -> list[Role]:
    """Tell titles of a clean text from its paragraphs: they stand over text and end without a stop."""
    roles = [Role.CROSSHEAD if _is_title(line, below) else Role.PARAGRAPH for line, below in pairwise([*lines, ""])]
    if roles[0] is Role.CROSSHEAD:
        roles[0] = Role.HEADLINE
    return roles


def _is_title(line: str, below: str) -> bool:
    return len(line) <= MAX_TITLE_CHARS < len(below) and line[-1] not in _STOPS
