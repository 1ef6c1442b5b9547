"""The text of an article as HTML, with its findings marked in place."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lagebild.cli.excerpts import readable
from lagebild.cli.phrasing import quantity_in_words, time_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Span

# Light backgrounds that keep dark text at a contrast above 7:1 (WCAG AAA), in light and in dark notebooks.
_COLOURS = {"times": "#fde9b8", "quantities": "#d5ecc9", "mentions": "#cfe3f7", "statements": "#eadcf5"}


def marked_text(article: Article, wording: Wording) -> str:
    """Return the text; each finding stands in a ``<mark>`` whose title says what it is, an outer one alone."""
    pieces: list[str] = []
    offset = 0
    for span, layer, title in _outermost(_marks(article, wording)):
        pieces.append(escape(article.text[offset : span.start]))
        style = f"background:{_COLOURS[layer]};color:#1a1a1a"
        pieces.append(f'<mark style="{style}" title="{escape(title)}">{escape(span.of(article.text))}</mark>')
        offset = span.end
    pieces.append(escape(article.text[offset:]))
    return "".join(pieces)


def _marks(article: Article, wording: Wording) -> Iterator[tuple[Span, str, str]]:
    for time in article.times:
        yield time.span, "times", time_in_words(time, wording) or wording.phrases.unresolved
    for quantity in article.quantities:
        yield quantity.span, "quantities", quantity_in_words(quantity, quantity.span.of(article.text), wording)
    entities = {entity.id: entity for entity in article.entities}
    for mention in article.mentions:
        entity = entities[mention.entity]
        yield mention.span, "mentions", f"{wording.entity_kinds[entity.kind]}: {readable(entity.name)}"
    for statement in article.statements:
        for cue in statement.cue:
            title = f"{wording.acts[statement.act]} ({wording.statement_kinds[statement.kind]})"
            yield cue, "statements", title


def _outermost(marks: Iterator[tuple[Span, str, str]]) -> Iterator[tuple[Span, str, str]]:
    reached = 0
    for mark in sorted(marks, key=lambda mark: (mark[0].start, -mark[0].end)):
        if mark[0].start >= reached:
            yield mark
            reached = mark[0].end
