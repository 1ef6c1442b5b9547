"""A record as lines for ``grep`` and ``cut``: one finding a line, fields separated by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lagebild.cli.excerpts import readable
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Article, Quantity, Statement


class Finding(NamedTuple):
    """One line.

    Args:
        layer: The layer of the record.
        span: Where it stands in ``Article.text``, or ``None`` where it concerns the whole page.
        what: What it is.
    """

    layer: str
    span: Span | None
    what: str


def finding_lines(article: Article) -> str:
    """Return one line a finding: source name, layer, start, end, what it is, quote; white space folded."""
    return "".join(f"{_line(article, finding)}\n" for finding in _findings(article))


def _line(article: Article, finding: Finding) -> str:
    span = finding.span
    start, end, quote = (str(span.start), str(span.end), span.of(article.text)) if span else ("", "", "")
    fields = (article.source.name, finding.layer, start, end, finding.what, quote)
    return "\t".join(readable(field) for field in fields)


def _findings(article: Article) -> Iterator[Finding]:
    for quantity in article.quantities:
        yield Finding("quantities", quantity.span, _quantity(quantity))
    for time in article.times:
        yield Finding("times", time.span, f"{time.type} {time.value or ''}")
    entities = {entity.id: entity for entity in article.entities}
    for mention in article.mentions:
        entity = entities[mention.entity]
        yield Finding("mentions", mention.span, f"{entity.kind} {entity.name}")
    for statement in article.statements:
        yield Finding("statements", _extent(statement), _statement(article, statement))
    for event in article.events:
        yield Finding("events", event.evidence, f"{event.event_type} {event.status}")
    for caution in article.warnings:
        for span in caution.spans or (None,):
            yield Finding("warnings", span, f"{caution.kind}: {caution.message}")


def _quantity(quantity: Quantity) -> str:
    upper = "" if quantity.upper is None else f"..{quantity.upper}"
    return f"{quantity.kind} {quantity.bound} {quantity.value}{upper} {quantity.unit or ''}"


def _statement(article: Article, statement: Statement) -> str:
    speaker = statement.source.span.of(article.text) if statement.source else ""
    return f"{statement.act} {statement.kind} {speaker}"


def _extent(statement: Statement) -> Span | None:
    """Return the span from the first to the last piece of what is said, or of the cue where nothing is quoted."""
    pieces = statement.content or statement.cue
    if not pieces:
        return None
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
