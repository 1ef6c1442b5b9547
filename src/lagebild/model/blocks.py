"""The blocks of a page: its lines or elements, each with the role it plays."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class Role(StrEnum):
    """What a block is on its page; ``evaluation/gold/pages/CODEBOOK.md`` defines each."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    LIST = "list"
    QUOTE = "quote"
    CAPTION = "caption"
    TEASER = "teaser"
    CREDIT = "credit"
    RELATED = "related"
    COMMENT = "comment"
    LATEST = "latest"
    NAVIGATION = "navigation"
    LEGAL = "legal"
    LABEL = "label"
    OTHER = "other"


STORY_ROLES = frozenset(
    {Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH, Role.CROSSHEAD, Role.LIST, Role.QUOTE, Role.CAPTION}
)
"""The roles whose blocks stand in ``Article.text``."""


@dataclass(frozen=True, slots=True)
class Block:
    """One line or element of a page.

    Args:
        role: What it is on the page.
        text: Its words, exactly as they stand in the page.
        page_span: Where it stands in ``Article.page``.
        span: Where it stands in ``Article.text``, or ``None`` where it was set aside.
        repeats: Index of the earlier block that it says again, or ``None``.
    """

    role: Role
    text: str
    page_span: Span
    span: Span | None = None
    repeats: int | None = None
