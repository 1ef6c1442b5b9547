"""Where in the article something stands, in words that a reader can follow: "Absatz 9"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.model import Article, Role, Span

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording

# A reader who counts paragraphs counts these; a headline or a caption is named instead.
_COUNTED = frozenset({Role.PARAGRAPH, Role.LIST, Role.QUOTE})


@dataclass(frozen=True, slots=True)
class Places:
    """The names of the places of one article.

    Args:
        starts: Where each block of the text starts.
        names: What the block is called.
    """

    starts: tuple[int, ...]
    names: tuple[str, ...]

    def of(self, span: Span) -> str:
        """Return the name of the block in which a span starts; empty where the text has none."""
        index = bisect_right(self.starts, span.start) - 1
        return self.names[index] if index >= 0 else ""


def places_of(article: Article, wording: Wording) -> Places:
    """Return the names of an article's places: numbered paragraphs, other blocks by their role."""
    starts: list[int] = []
    names: list[str] = []
    count = 0
    for block in article.blocks:
        if block.span is None:
            continue
        count += block.role in _COUNTED
        starts.append(block.span.start)
        is_counted = block.role in _COUNTED
        names.append(wording.phrases.paragraph.format(number=count) if is_counted else wording.roles[block.role])
    return Places(tuple(starts), tuple(names))
