"""The entries of a JSON Feed (versions 1.0 and 1.1, jsonfeed.org), which feedparser does not read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lagebild.intake.fragments import MAX_ENTRIES, Fragment, absolute_url, entry_names, language_code, text_of
from lagebild.intake.names import person_names
from lagebild.intake.timestamps import published_from_feed
from lagebild.model import IntakeError, Published

if TYPE_CHECKING:
    from lagebild.intake.pages import Page


def is_json(text: str) -> bool:
    """Tell whether a feed is JSON and not XML, by its first character."""
    return text.lstrip("\ufeff \t\r\n").startswith(("{", "["))


def json_fragments(text: str, page: Page) -> list[Fragment]:
    """Return the entries of a JSON Feed in its order, at most one more than `MAX_ENTRIES`.

    Raises:
        IntakeError: If the text is not JSON, or no feed.
    """
    try:
        feed = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)[:80]
        raise IntakeError(page.name, f"no JSON Feed: {reason}; give the feed as it came") from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise IntakeError(page.name, "no JSON Feed: it has no list of items; a corpus is read with --as jsonl")
    objects = [item if isinstance(item, dict) else {} for item in items[: MAX_ENTRIES + 1]]
    names = entry_names(page.name, [_id(item) for item in objects])
    return [_fragment(item, feed, page, name) for item, name in zip(objects, names, strict=True)]


def _fragment(item: dict[str, Any], feed: dict[str, Any], page: Page, name: str) -> Fragment:
    markup = _string(item, "content_html")
    return Fragment(
        name,
        markup or _string(item, "content_text") or _string(item, "summary"),
        is_html=bool(markup),
        headline=text_of(_string(item, "title")) or None,
        published=published_from_feed(_string(item, "date_published") or _string(item, "date_modified")) or Published(),
        authors=_authors(item) or _authors(feed),
        url=absolute_url(_string(item, "url") or _string(item, "external_url"), page.url),
        site=text_of(_string(feed, "title")) or None,
        language=language_code(_string(item, "language") or _string(feed, "language")),
        received=page.received,
    )


def _id(item: dict[str, Any]) -> str | None:
    """Return an item's id; version 1.0 asks readers to take numbers too."""
    value = item.get("id")
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if is_number else _string(item, "id") or _string(item, "url") or None


def _authors(thing: dict[str, Any]) -> tuple[str, ...]:
    authors = thing.get("authors")
    written = authors if isinstance(authors, list) else [thing.get("author")]
    lines = [text_of(_string(author, "name")) for author in written if isinstance(author, dict)]
    return tuple(dict.fromkeys(name for line in lines for name in person_names(line)))


def _string(thing: dict[str, Any], key: str) -> str:
    value = thing.get(key)
    return value.strip() if isinstance(value, str) else ""
