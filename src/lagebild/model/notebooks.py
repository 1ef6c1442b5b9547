"""The article as HTML for a notebook: its text with the findings marked in place."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model.articles import Article
    from lagebild.model.spans import Span

# Light backgrounds that keep dark text at a contrast above 7:1 (WCAG AAA).
_COLOURS = {"times": "#fde9b8", "quantities": "#d5ecc9", "mentions": "#cfe3f7", "statements": "#eadcf5"}


def article_html(article: Article) -> str:
    """Return the article's text as HTML; each finding stands in a ``<mark>`` whose title says what it is."""
    marks = _outermost(sorted(_marks(article), key=lambda mark: (mark[0].start, -mark[0].end)))
    pieces: list[str] = []
    offset = 0
    for span, layer, title in marks:
        pieces.append(escape(article.text[offset : span.start]))
        style = f"background:{_COLOURS[layer]};color:#1a1a1a"
        pieces.append(f'<mark style="{style}" title="{escape(title)}">{escape(span.of(article.text))}</mark>')
        offset = span.end
    pieces.append(escape(article.text[offset:]))
    title = escape(article.headline.text if article.headline else article.source.name)
    body = "".join(pieces)
    return (
        f'<article lang="{escape(article.language or "")}"><h3>{title}</h3>'
        f'<div style="white-space:pre-wrap">{body}</div></article>'
    )


def _marks(article: Article) -> Iterator[tuple[Span, str, str]]:
    for time in article.times:
        yield time.span, "times", f"{time.type}: {time.value or '?'}"
    for quantity in article.quantities:
        yield quantity.span, "quantities", f"{quantity.kind}: {quantity.value:g} {quantity.unit or ''}".strip()
    names = {entity.id: entity for entity in article.entities}
    for mention in article.mentions:
        entity = names[mention.entity]
        yield mention.span, "mentions", f"{entity.kind}: {entity.name}"
    for statement in article.statements:
        for cue in statement.cue:
            yield cue, "statements", f"{statement.act}, {statement.kind}"


def _outermost(marks: list[tuple[Span, str, str]]) -> Iterator[tuple[Span, str, str]]:
    reached = 0
    for mark in marks:
        if mark[0].start >= reached:
            yield mark
            reached = mark[0].end
