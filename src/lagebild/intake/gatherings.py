"""Pages that gather several stories: live tickers, and short reports one below the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lagebild.model import STORY_ROLES, Caution, CautionKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Block

# An entry of a ticker begins with its time, alone on the line or before a title.
_ENTRY_TIME = re.compile(
    r"^(?:\W*(?:\d{1,2}\.\s?\w+\.?\s(?:\d{4})?|\w+,?\s\d{1,2}\.\s?\w+|\d{1,2}\s\w+\s\d{4})[,;:|–-]?\s*)?"
    r"\W*(?:um\s)?\d{1,2}[:.]\d{2}\b(?!\.\d)",
    re.IGNORECASE,
)
_MIN_ENTRIES = 3
_MIN_STORIES = 2
# A report of its own begins with its place: "BRUNNKIRCHEN. Ein Hauptrohr …".
_DATELINE = re.compile(r"^[A-ZÄÖÜ][A-ZÄÖÜ .-]{2,40}(?:\([^)]{1,20}\))?\s?[.:–—-]\s")
_ENTRY_ROLES = frozenset({Role.LABEL, Role.CROSSHEAD, Role.PARAGRAPH, Role.CREDIT})


def gathering_in(blocks: Sequence[Block]) -> Caution | None:
    """Return a warning if a page tells several stories, whose entries the article holds one after the other."""
    story = _story_stretch(blocks)
    entries = sum(block.role in _ENTRY_ROLES and _ENTRY_TIME.match(block.text) is not None for block in story)
    if entries >= _MIN_ENTRIES and _alternates(story):
        return Caution(
            CautionKind.SEVERAL_ARTICLES, f"The page is a live ticker of {entries} entries, each a report of its own."
        )
    reports = _reports(blocks)
    if reports >= _MIN_STORIES:
        return Caution(
            CautionKind.SEVERAL_ARTICLES,
            f"The page holds {reports} reports under titles of their own, one after another.",
        )
    return None


def _story_stretch(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks from the first to the last paragraph, and the label above the first."""
    paragraphs = [number for number, block in enumerate(blocks) if block.role is Role.PARAGRAPH]
    return blocks[max(0, paragraphs[0] - 2) : paragraphs[-1] + 1] if paragraphs else []


def _alternates(story: Sequence[Block]) -> bool:
    """Tell whether times and text take turns, as in a ticker; in a timetable times follow each other."""
    times = [number for number, block in enumerate(story) if _ENTRY_TIME.match(block.text)]
    apart = sum(
        any(block.role is Role.PARAGRAPH for block in story[one:two])
        for one, two in zip(times, [*times[1:], len(story)], strict=True)
    )
    return apart >= _MIN_ENTRIES


def _reports(blocks: Sequence[Block]) -> int:
    """Count the titles of reports of their own: with a dateline each, or on a page that has no headline above them."""
    story = [block for block in blocks if block.role in STORY_ROLES and block.repeats is None]
    titled = [below for title, below in pairwise(story) if title.role is Role.CROSSHEAD]
    dated = sum(_DATELINE.match(below.text) is not None for below in titled)
    is_headless = bool(story) and story[0].role is Role.CROSSHEAD and all(b.role is not Role.HEADLINE for b in story)
    return len(titled) if is_headless else dated
