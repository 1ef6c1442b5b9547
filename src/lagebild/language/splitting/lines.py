"""Which lines of a text belong together: paragraphs, headlines, list items, text wrapped at a fixed width."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from lagebild.language.splitting.characters import LOWER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Widths at which people and programs wrap text; shorter lines are lists, longer ones paragraphs.
_WRAP_WIDTHS: Final = range(35, 141)
# A block counts as wrapped if so many of its lines had no room for the next word.
_SHARE_OF_FULL_LINES: Final = 0.8
_FEWEST_WRAPPED_LINES: Final = 3

_BULLET: Final = re.compile(r"[•*▪◦‣·●■►✓➤→]\s")
_LIST_ITEM: Final = re.compile(r"[•*▪◦‣·●■►✓➤→–—-]\s|(?:\d{1,2}[.)]|[a-zA-Z]\))\s")
_GOES_ON: Final = re.compile(rf"[{LOWER}]")
_FINAL: Final = re.compile(r"[.!?…:][)\]}\"'”“’‘»«]*\Z")


class _Line(NamedTuple):
    start: int
    end: int
    text: str

    def is_full(self, follower: _Line, width: int) -> bool:
        """Tell whether the first word of the next line had no room in this one."""
        word = follower.text.split(None, 1)[0]
        return len(self.text) + 1 + len(word) > width


def find_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the start and end of each stretch of text that no sentence reaches beyond.

    A blank line always parts; a single line break does where the line looks like one of its own.

    >>> list(find_paragraphs("Wahl in Rom\nEs wird gewählt."))
    [(0, 11), (12, 28)]
    """
    for block in _blocks(text):
        begin = block[0].start
        width = max(len(line.text) for line in block)
        wrapped = _is_wrapped(block, width)
        for line, follower in pairwise(block):
            if not _belongs_together(line, follower, full=wrapped and line.is_full(follower, width)):
                yield begin, line.end
                begin = follower.start
        yield begin, block[-1].end


def _blocks(text: str) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            start = offset + len(line) - len(line.lstrip())
            block.append(_Line(start, start + len(content), content))
        elif block:
            yield block
            block = []
        offset += len(line)
    if block:
        yield block


def _is_wrapped(block: Sequence[_Line], width: int) -> bool:
    if len(block) < _FEWEST_WRAPPED_LINES or width not in _WRAP_WIDTHS:
        return False
    full = sum(line.is_full(follower, width) for line, follower in pairwise(block))
    return full >= _SHARE_OF_FULL_LINES * (len(block) - 1)


def _belongs_together(line: _Line, follower: _Line, *, full: bool) -> bool:
    if _BULLET.match(follower.text) or (_LIST_ITEM.match(follower.text) and not full):
        return False
    if full:
        return True
    is_long = len(line.text) >= _WRAP_WIDTHS.start
    return is_long and not _FINAL.search(line.text) and bool(_GOES_ON.match(follower.text) or line.text.endswith(","))
