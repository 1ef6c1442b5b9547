"""When an article was published, as far as the lines around its story fix it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.expressions.publication import published_in
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Block, Published

_DATED_ROLES = frozenset({Role.LABEL, Role.CREDIT})
# By-line and date stand near the headline; a date further away belongs to something else.
_LINES_ABOVE = 6
_LINES_BELOW = 8


def published_in_blocks(blocks: Sequence[Block], *, language: str | None) -> Published | None:
    """Return the publication date that a label or credit by the headline names, or ``None``.

    Args:
        blocks: The blocks of the page, in page order.
        language: The language of the article.
    """
    for block in _near_headline(blocks):
        if block.role in _DATED_ROLES:
            published = published_in(block.text, language=language)
            if published is not None:
                return published
    return None


def _near_headline(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks below the headline, where dates stand most often, then those above it."""
    position = next((index for index, block in enumerate(blocks) if block.role is Role.HEADLINE), None)
    if position is None:
        position = next((index for index, block in enumerate(blocks) if block.role is Role.PARAGRAPH), 0)
    yield from blocks[position : position + _LINES_BELOW]
    yield from reversed(blocks[max(0, position - _LINES_ABOVE) : position])
