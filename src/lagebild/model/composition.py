"""How the text of an article is put together from the blocks of its page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.model.blocks import STORY_ROLES
from lagebild.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.model.blocks import Block

SEPARATOR = "\n\n"
"""What stands between two blocks in ``Article.text``."""


def compose(blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """Return the article's text and its blocks, each with its place in that text.

    In the text stand the blocks with a story's role, in page order, each once: a block that repeats another is left
    out where the one it repeats, directly or through other repeats, stands in the text.
    """
    pieces: list[str] = []
    placed: list[Block] = []
    offset = 0
    for block in blocks:
        if block.role not in STORY_ROLES or _is_said(block, placed):
            placed.append(replace(block, span=None))
            continue
        span = Span(offset, offset + len(block.text))
        offset = span.end + len(SEPARATOR)
        pieces.append(block.text)
        placed.append(replace(block, span=span))
    return SEPARATOR.join(pieces), tuple(placed)


def _is_said(block: Block, earlier: Sequence[Block]) -> bool:
    return any(original.span is not None for original in _originals(block, earlier))


def _originals(block: Block, earlier: Sequence[Block]) -> Iterable[Block]:
    while block.repeats is not None:
        block = earlier[block.repeats]
        yield block
