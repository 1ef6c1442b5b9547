"""The record: an article as plain data, in the shape of ``record.schema.json``."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from lagebild.model.spans import Span

if TYPE_CHECKING:
    from lagebild.model.articles import Article, Headline
    from lagebild.model.blocks import Block

SCHEMA_VERSION = "1.0"
"""Version of the record's shape; a change that breaks readers raises the major number."""

_LAYERS = ("quantities", "times", "entities", "mentions", "statements", "events", "warnings")


def record_of(article: Article) -> dict[str, Any]:
    """Return the record of an article: only dicts, lists, strings, numbers and ``None``."""
    return {
        "schema": SCHEMA_VERSION,
        "produced_by": plain(article.produced_by, article.text),
        "article": {
            "id": article.id,
            "source": plain(article.source, article.text),
            "language": article.language,
            "headline": _headline_record(article.headline),
            "published": plain(article.published, article.text),
            "authors": list(article.authors),
            "contributors": list(article.contributors),
            "site": article.site,
            "text": article.text,
            "blocks": [_block_record(block) for block in article.blocks],
        },
        **{layer: plain(getattr(article, layer), article.text) for layer in _LAYERS},
    }


def plain(value: Any, text: str) -> Any:  # noqa: ANN401 - any noun of the model goes in, any JSON value comes out
    """Return a noun of the model as plain data; a span becomes its offsets and its quote from the text.

    >>> plain(Span(0, 3), "Kim reist")
    {'start': 0, 'end': 3, 'quote': 'Kim'}
    """
    if isinstance(value, Span):
        return {"start": value.start, "end": value.end, "quote": value.of(text)}
    if is_dataclass(value):
        return _fields_record(value, text)
    if isinstance(value, tuple):
        return [plain(item, text) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _fields_record(value: Any, text: str) -> dict[str, Any]:  # noqa: ANN401 - see plain
    record: dict[str, Any] = {}
    for item in fields(value):
        content = plain(getattr(value, item.name), text)
        if item.name == "span":
            record.update(content)
        else:
            record[item.name] = content
    return record


def _headline_record(headline: Headline | None) -> dict[str, Any] | None:
    if headline is None:
        return None
    start, end = _offsets(headline.span)
    return {"start": start, "end": end, "quote": headline.text}


def _block_record(block: Block) -> dict[str, Any]:
    start, end = _offsets(block.span)
    return {
        "role": str(block.role),
        "text": block.text,
        "start": start,
        "end": end,
        "page_start": block.page_span.start,
        "page_end": block.page_span.end,
        "repeats": block.repeats,
    }


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)
