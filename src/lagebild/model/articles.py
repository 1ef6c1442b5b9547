"""The article: what was read from one page, and what was found in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from lagebild.model.spans import Span

if TYPE_CHECKING:
    from lagebild.model.analysis import Analysis
    from lagebild.model.blocks import Block
    from lagebild.model.cautions import Caution
    from lagebild.model.entities import Entity, Mention
    from lagebild.model.events import Event
    from lagebild.model.quantities import Quantity
    from lagebild.model.statements import Statement
    from lagebild.model.times import TimeExpression


class KnownFrom(StrEnum):
    """Where the publication date comes from."""

    GIVEN = "given"
    METADATA = "metadata"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published.

    Args:
        value: ISO 8601 date, or date and time; ``None`` where it is unknown.
        precision: ``day``, ``minute`` or ``second``; ``None`` where it is unknown.
        known_from: Where it comes from; ``None`` where it is unknown.
    """

    value: str | None = None
    precision: str | None = None
    known_from: KnownFrom | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the page came from.

    Args:
        name: File name, URL or the name in a corpus.
        url: The address of the page, or ``None``.
        media_type: Such as ``text/html``, or ``None``.
        received: ISO 8601 time at which the page was fetched or archived, or ``None``.
    """

    name: str
    url: str | None = None
    media_type: str | None = None
    received: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The title of the article.

    Args:
        text: Its words.
        span: Where it stands in ``Article.text``, or ``None`` where it stands outside.
    """

    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class ProducedBy:
    """The versions that a record depends on.

    Args:
        lagebild: Version of the package.
        model: Name and digest of the models that were used, or ``None``.
        lexicon: Version of the word lists.
    """

    lagebild: str
    model: str | None
    lexicon: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from one page, and what was found in it. Stages return copies with one more layer.

    Args:
        id: ``sha256:`` and the digest of the page as received.
        source: Where the page came from.
        page: The text of the page as received, to which ``Block.page_span`` refers.
        text: What belongs to the article; all other spans refer to it.
        blocks: Every block of the page in page order, also those that are not in the text.
        language: ISO 639-1 code, or ``None`` where it is unknown.
        headline: The title, or ``None``.
        published: When it was published.
        authors: Who wrote it.
        contributors: Who helped.
        site: The name of the site, or ``None``.
        analysis: Layer of the stage ``language``; ``None`` where the language is not supported.
        times: Layer of the stage ``times``.
        quantities: Layer of the stage ``quantities``.
        entities: Layer of the stage ``entities``.
        mentions: Layer of the stage ``entities``.
        statements: Layer of the stage ``statements``.
        events: Layer of the stage ``events``.
        warnings: What to check before trusting the record.
        produced_by: The versions that the record depends on, or ``None`` before the pipeline has run.
    """

    id: str
    source: Source
    page: str
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    headline: Headline | None = None
    published: Published = field(default_factory=Published)
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    site: str | None = None
    analysis: Analysis | None = None
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[Caution, ...] = ()
    produced_by: ProducedBy | None = None

    def page_span(self, span: Span) -> Span | None:
        """Return where a span of the text stands in the page as received.

        Args:
            span: A span of ``text``.

        Returns:
            The span of ``page`` from its first to its last character; ``None`` where it touches no block.
        """
        inside = [(block.span, block.page_span) for block in self.blocks if block.span is not None]
        starts = [text_span.start for text_span, _ in inside]
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, max(span.start, span.end - 1)) - 1
        if first < 0:
            return None
        return Span(_to_page(span.start, *inside[first]), _to_page(span.end, *inside[last]))

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain data, in the shape that ``lagebild schema`` describes."""
        from lagebild.model.records import record_of  # noqa: PLC0415 - records builds on this module

        return record_of(self)

    def _repr_html_(self) -> str:
        # The package knows what shows an article to readers; the model, and all rooms below that, need not.
        from lagebild import article_html  # noqa: PLC0415 - the package finds it when it is asked

        return article_html(self)


def _to_page(offset: int, text_span: Span, page_span: Span) -> int:
    return min(page_span.start + offset - text_span.start, page_span.end)
