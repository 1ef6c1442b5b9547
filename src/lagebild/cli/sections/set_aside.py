"""What was set aside: the blocks of the page that do not stand in the article, with their first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import Excerpt, unquoted
from lagebild.cli.sections.rows import Row, Section
from lagebild.model import Role

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Block

# Blocks that may tell another story: the reader should see which.
_OTHER_STORIES = frozenset({Role.TEASER, Role.RELATED, Role.LATEST})
_MAX_STORIES = 3

# A quote of one long line is enough to find the block on the page.
_FIRST_WORDS = 120


def set_aside_section(article: Article, wording: Wording) -> Section:
    """Return the section on what was left out, role by role, in page order."""
    groups: dict[str, list[Block]] = {}
    for block in article.blocks:
        if block.span is None:
            name = wording.roles[block.role] if block.repeats is None else wording.phrases.repeats
            groups.setdefault(name, []).append(block)
    rows = [row for name, blocks in groups.items() for row in _rows(name, blocks)]
    return Section(wording.phrases.set_aside, tuple(rows), quiet=True)


def _rows(name: str, blocks: list[Block]) -> list[Row]:
    shown = _MAX_STORIES if blocks[0].role in _OTHER_STORIES and blocks[0].repeats is None else 1
    counts = [str(len(blocks)), *[""] * (shown - 1)]
    return [
        Row(label=name, detail=count, quotes=(Excerpt(unquoted(_first_words(block))),))
        for count, block in zip(counts, blocks, strict=False)
    ]


def _first_words(block: Block) -> str:
    return block.text if len(block.text) <= _FIRST_WORDS else f"{block.text[:_FIRST_WORDS]}…"
