"""Articles from HTML pages."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree, html

from lagebild.expressions.publication import parse_given
from lagebild.intake.assembly import Metadata, article_from, without_site
from lagebild.intake.decoding import decode
from lagebild.intake.documents import document_root, read_lines
from lagebild.intake.jsonld import LinkedData, read_linked_data
from lagebild.intake.lines.model import Markup
from lagebild.intake.lines.roles import LineReading, read_roles
from lagebild.intake.names import display_name, person_names
from lagebild.model import Article, Block, IntakeError, KnownFrom, Published, Span
from lagebild.model.composition import compose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.intake.documents import MarkupLine
    from lagebild.intake.pages import Hints, Page

# Larger documents are read without trafilatura, whose time grows faster than the document.
_MAX_EXTRACTOR_CHARS = 3_000_000
_MAX_EXTRACTOR_TAGS = 60_000
# By default htmldate takes no date behind today's: the same page would then give another record another day.
_DATE_PARAMETERS = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_LANGUAGE_TAG = re.compile(r"^([a-z]{2})(?:[-_]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Extraction:
    """What trafilatura takes from a page.

    Args:
        body: The text of the article, one block a line.
        title: The title, or ``None``.
        author: The authors in one string, or ``None``.
        day: ISO 8601 date, or ``None``.
        site: The name of the site, or ``None``.
        url: The canonical address, or ``None``.
    """

    body: str = ""
    title: str | None = None
    author: str | None = None
    day: str | None = None
    site: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What the markup of a page tells.

    Args:
        markup: What it tells about the page's lines.
        metadata: What it tells about the article.
    """

    markup: Markup
    metadata: Metadata

    @property
    def lines(self) -> Sequence[MarkupLine]:
        """The lines of the page's text."""
        return self.markup.lines


def read_html(page: Page, hints: Hints) -> Article:
    """Return the article of an HTML page; every line of its text becomes a block with its role.

    Raises:
        IntakeError: If it is no HTML document, or holds no article.
    """
    document = read_document(page)
    lines = [line.text for line in document.lines]
    readings = read_roles(lines, blank_before=[False] * len(lines), markup=document.markup)
    text, blocks = compose(_blocks(lines, readings))
    return article_from(page, "\n".join(lines), text, blocks, hints=hints, metadata=document.metadata)


def read_document(page: Page) -> Document:
    """Return what the markup of a page tells, before its lines are told apart.

    Raises:
        IntakeError: If it is no HTML document.
    """
    markup = decode(page)
    root = _root(page, markup)
    linked = read_linked_data(root)
    extraction = _extract(markup, url=page.url)
    title = linked.headline or extraction.title or ""
    lines = read_lines(root)
    page.check_text(chars=sum(len(line.text) for line in lines), lines=len(lines))
    return Document(Markup(lines, extraction.body, title), _metadata(root, linked, extraction))


def page_text(page: Page) -> str:
    """Return the text of an HTML page in reading order, one line a block.

    Raises:
        IntakeError: If it is no HTML document.
    """
    return "\n".join(line.text for line in read_lines(_root(page, decode(page))))


def _root(page: Page, markup: str) -> html.HtmlElement:
    try:
        return document_root(markup)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise IntakeError(page.name, "no HTML document; try --as page-text") from error


def _blocks(lines: Sequence[str], readings: Sequence[LineReading]) -> list[Block]:
    blocks = []
    offset = 0
    for line, reading in zip(lines, readings, strict=True):
        span = Span(offset, offset + len(line))
        blocks.append(Block(reading.role, line, page_span=span, repeats=reading.repeats))
        offset = span.end + 1
    return blocks


def _extract(markup: str, *, url: str | None) -> Extraction:
    if len(markup) > _MAX_EXTRACTOR_CHARS or markup.count("<") > _MAX_EXTRACTOR_TAGS:
        return Extraction()
    import trafilatura  # noqa: PLC0415 - takes 0.3 s, which reading plain text must not

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        document = trafilatura.bare_extraction(
            markup,
            url=url,
            include_comments=False,
            with_metadata=False,
            date_extraction_params=_DATE_PARAMETERS,
        )
        found = trafilatura.extract_metadata(markup, default_url=url, date_config=_DATE_PARAMETERS)
    except Exception:  # noqa: BLE001 - whatever a broken page does to the extractor, our own lines still stand
        return Extraction()
    return Extraction(
        body=getattr(document, "text", None) or "",
        title=found.title or None,
        author=found.author or None,
        day=found.date or None,
        site=found.sitename or None,
        url=found.url or None,
    )


def _metadata(root: html.HtmlElement, linked: LinkedData, extraction: Extraction) -> Metadata:
    site = extraction.site or linked.publisher
    return Metadata(
        headline=linked.headline or extraction.title,
        published=_published(linked.published) or Published(),
        likely_published=_published(extraction.day) or Published(),
        authors=_authors(linked, extraction, site),
        contributors=tuple(dict.fromkeys(linked.contributors)),
        site=site,
        language=_language(linked.language) or _language(root.get("lang")),
        url=extraction.url,
    )


def _published(value: str | None) -> Published | None:
    known = parse_given(value) if value else None
    return Published(known.value, known.precision, KnownFrom.METADATA) if known else None


def _authors(linked: LinkedData, extraction: Extraction, site: str | None) -> tuple[str, ...]:
    """Return the authors that the metadata names."""
    names = [cleaned for name in linked.authors if (cleaned := display_name(name))]
    names = names or list(person_names(extraction.author or ""))
    return tuple(dict.fromkeys(without_site(names, site)))


def _language(tag: str | None) -> str | None:
    match = _LANGUAGE_TAG.match(tag or "")
    return match[1].lower() if match else None
