"""An article is put together from the blocks of its page and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lagebild.intake.credits import authors_in, contributors_in
from lagebild.intake.gatherings import gathering_in
from lagebild.intake.languages import SUPPORTED, language_of
from lagebild.intake.published import published_in_blocks
from lagebild.model import Article, Caution, CautionKind, Headline, IntakeError, Published, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.intake.pages import Hints, Page
    from lagebild.model import Block

_TELLING_ROLES = frozenset({Role.STANDFIRST, Role.PARAGRAPH, Role.LIST, Role.QUOTE})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup of a page tells about its article.

    Args:
        headline: The title, or ``None``.
        published: When it was published, as the page declares.
        likely_published: The same as far as it can be told from markup alone; a date that the page shows wins over it.
        authors: Who wrote it; a by-line that the page shows wins over it.
        contributors: Who helped; a line that the page shows wins over it.
        site: The name of the site, or ``None``.
        language: ISO 639-1 code that the page declares, or ``None``.
        url: The address that the page gives for itself, or ``None``.
    """

    headline: str | None = None
    published: Published = field(default_factory=Published)
    likely_published: Published = field(default_factory=Published)
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    site: str | None = None
    language: str | None = None
    url: str | None = None


NO_METADATA = Metadata()


def article_from(
    page: Page, page_text: str, text: str, blocks: tuple[Block, ...], *, hints: Hints, metadata: Metadata = NO_METADATA
) -> Article:
    """Return the article that the blocks of a page tell.

    Args:
        page: The page as received.
        page_text: Its text, to which the blocks' page spans refer.
        text: What belongs to the article.
        blocks: Every block of the page, those of the article with their places in ``text``.
        hints: What the caller knows; it wins over the metadata, and the metadata over the text.
        metadata: What the markup tells.

    Raises:
        IntakeError: If no block tells a story.
    """
    if not any(block.role in _TELLING_ROLES for block in blocks):
        raise IntakeError(page.name, "no article text found; try --as text")
    language = hints.language or language_of(text) or metadata.language
    return Article(
        id=page.id,
        source=replace(page.source, url=page.url or metadata.url),
        page=page_text,
        text=text,
        blocks=blocks,
        language=language,
        headline=headline_in(blocks, hints.headline or metadata.headline),
        published=_published(blocks, hints, metadata, language),
        authors=without_site(authors_in(blocks), metadata.site) or metadata.authors,
        contributors=contributors_in(blocks) or metadata.contributors,
        site=metadata.site,
        warnings=(*_language_warnings(language), *_gathering_warnings(blocks)),
    )


def headline_in(blocks: Sequence[Block], known: str | None) -> Headline | None:
    """Return the headline among the blocks of an article, or else the one that is known otherwise."""
    inside = [block for block in blocks if block.span is not None]
    for block in inside:
        if block.role is Role.HEADLINE or block.text == known:
            return Headline(block.text, block.span)
    return Headline(known) if known else None


def _published(blocks: Sequence[Block], hints: Hints, metadata: Metadata, language: str | None) -> Published:
    if hints.published.value is not None:
        return hints.published
    if metadata.published.value is not None:
        return metadata.published
    return published_in_blocks(blocks, language=language) or metadata.likely_published


def without_site(names: Iterable[str], site: str | None) -> tuple[str, ...]:
    """Return the names but for the site's own, with which some sites sign."""
    own = (site or "").casefold()
    return tuple(name for name in names if name.casefold() not in own)


def _gathering_warnings(blocks: Sequence[Block]) -> list[Caution]:
    gathering = gathering_in(blocks)
    return [gathering] if gathering else []


def _language_warnings(language: str | None) -> list[Caution]:
    if language in SUPPORTED:
        return []
    return [
        Caution(
            CautionKind.LANGUAGE_UNSUPPORTED,
            f"The language is {language or 'not known'}; only blocks and dates in figures were read.",
        )
    ]
