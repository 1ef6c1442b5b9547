"""What a page says of its article in JSON-LD (schema.org ``Article`` and its kinds)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lagebild.intake.documents import fold_space
from lagebild.intake.names import display_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

_ARTICLE_TYPE = re.compile(r"Article|BlogPosting|Report|LiveBlog|Review|Recipe", re.IGNORECASE)
_ORGANIZATION_TYPE = re.compile(r"Organi[sz]ation|Corporation|Business", re.IGNORECASE)
# Some sites put their whole archive into one script; what comes after this many objects is not the page's article.
_MAX_OBJECTS = 2_000


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What JSON-LD tells about an article; empty or ``None`` where it does not.

    Args:
        headline: The title.
        published: ``datePublished`` as written.
        authors: Names of the authors that are not marked as organizations.
        contributors: Names of the contributors.
        language: ``inLanguage`` as written.
        publisher: Name of the publisher.
    """

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    language: str | None = None
    publisher: str | None = None


def read_linked_data(root: html.HtmlElement) -> LinkedData:
    """Return what the first article in the page's JSON-LD tells."""
    for item in _objects(root):
        if _ARTICLE_TYPE.search(_type_of(item)):
            return LinkedData(
                headline=_text(item.get("headline")) or _text(item.get("name")),
                published=_text(item.get("datePublished")),
                authors=tuple(_names(item.get("author"))),
                contributors=tuple(_names(item.get("contributor"))),
                language=_text(item.get("inLanguage")),
                publisher=next(_names(item.get("publisher"), organizations=True), None),
            )
    return LinkedData()


def _objects(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the objects of all scripts, outer ones before inner ones."""
    queue: list[Any] = [
        _parsed(script.text or "") for script in root.iterfind(".//script[@type='application/ld+json']")
    ]
    for _ in range(_MAX_OBJECTS):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, dict):
            yield item
            queue.extend(value for key, value in item.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"})
        elif isinstance(item, list):
            queue[:0] = item


def _parsed(script: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _type_of(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    return " ".join(part for part in (kind if isinstance(kind, list) else [kind]) if isinstance(part, str))


def _text(value: Any) -> str | None:  # noqa: ANN401 - JSON
    return (fold_space(value) or None) if isinstance(value, str) else None


def _names(value: Any, *, organizations: bool = False) -> Iterator[str]:  # noqa: ANN401 - JSON
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            is_organization = _ORGANIZATION_TYPE.search(_type_of(item)) is not None
            name = _text(item.get("name")) if organizations or not is_organization else None
        else:
            name = _text(item)
        if name and (organizations or display_name(name)):
            yield name
