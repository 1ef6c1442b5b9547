"""The articles of a feed: RSS, Atom, RDF and JSON Feed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import feedparser

from lagebild.intake.decoding import decode
from lagebild.intake.fragments import (
    MAX_ENTRIES,
    Fragment,
    absolute_url,
    entry_names,
    language_code,
    read_fragment,
    text_of,
)
from lagebild.intake.jsonfeeds import is_json, json_fragments
from lagebild.intake.mending import mended
from lagebild.intake.names import person_names
from lagebild.intake.timestamps import published_from_feed
from lagebild.model import IntakeError, Published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lagebild.intake.pages import Hints, Outcome, Page

# What feedparser was seen to raise on broken feeds, or may by its code; it promises nothing.
_PARSER_ERRORS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_DATE_KEYS = ("published", "updated", "created")


def read_feed(page: Page, hints: Hints) -> Iterator[Outcome]:
    """Yield an article for each entry of a feed, or why it has none; one error where the page is no feed.

    An entry's full content counts more than its summary. Its source is named ``FEED#ID`` by the entry's own id, which
    stays when newer entries come, or else by its position.
    """
    try:
        fragments = _fragments(page)
    except IntakeError as error:
        yield error
        return
    for fragment in fragments[:MAX_ENTRIES]:
        try:
            yield read_fragment(fragment, hints)
        except IntakeError as error:
            yield error
    if len(fragments) > MAX_ENTRIES:
        yield IntakeError(page.name, f"more than {MAX_ENTRIES:,} entries, the rest was not read; split the feed")


def _fragments(page: Page) -> Sequence[Fragment]:
    text = decode(page)
    fragments = json_fragments(text, page) if is_json(text) else _xml_fragments(text, page)
    if not fragments:
        raise IntakeError(page.name, "no entries found; try --as html where it is a page")
    return fragments


def _xml_fragments(text: str, page: Page) -> list[Fragment]:
    document = mended(text, name=page.name)
    try:
        # A stream, because feedparser takes bytes for a file name first; links and markup are seen to here.
        feed = feedparser.parse(io.BytesIO(document), sanitize_html=False, resolve_relative_uris=False)
    except _PARSER_ERRORS as error:
        raise IntakeError(
            page.name, f"broken beyond reading ({type(error).__name__}); give the feed as it came"
        ) from error
    names = entry_names(page.name, [entry.get("id") or entry.get("link") for entry in feed.entries])
    return [_fragment(entry, feed, page, name) for entry, name in zip(feed.entries, names, strict=True)]


def _fragment(entry: dict[str, Any], feed: Mapping[str, Any], page: Page, name: str) -> Fragment:
    content, is_html = _content(entry)
    channel = feed["feed"]
    return Fragment(
        name,
        content,
        is_html=is_html,
        headline=text_of(entry.get("title") or "") or None,
        published=_published(entry),
        authors=_authors(entry) or (_authors(channel) if feed["version"].startswith("atom") else ()),
        url=absolute_url(entry.get("link"), page.url),
        site=text_of(channel.get("title") or "") or None,
        language=language_code(channel.get("language")),
        received=page.received,
    )


def _content(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """Return the fullest text of an entry and whether it is HTML."""
    details = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    full: Mapping[str, str] = next((detail for detail in details if (detail.get("value") or "").strip()), {})
    return full.get("value") or "", full.get("type") != "text/plain"


def _published(entry: dict[str, Any]) -> Published:
    # The dictionary's own method: feedparser's gives one date for another, with a warning.
    given = next((value for key in _DATE_KEYS if (value := dict.get(entry, key))), "")
    return published_from_feed(given) or Published()


def _authors(thing: Mapping[str, Any]) -> tuple[str, ...]:
    written = [author.get("name") or "" for author in thing.get("authors", ())]
    return tuple(dict.fromkeys(name for line in written for name in person_names(text_of(line))))
