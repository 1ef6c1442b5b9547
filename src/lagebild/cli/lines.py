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
        why: What found it, and how sure it is; empty where the record does not say.
    """

    layer: str
    span: Span | None
    what: str
    why: str = ""


def finding_lines(article: Article, *, why: bool = False) -> str:
    """Return one line a finding: source name, layer, start, end, what it is, quote; white space folded.

    Args:
        article: What was read.
        why: Whether a seventh field tells what found it, and how sure it is.
    """
    lines = (
        (*_fields(article, finding), finding.why) if why else _fields(article, finding)
        for finding in _findings(article)
    )
    return "".join("\t".join(map(readable, line)) + "\n" for line in lines)


def _fields(article: Article, finding: Finding) -> tuple[str, ...]:
    span = finding.span
    start, end, quote = (str(span.start), str(span.end), span.of(article.text)) if span else ("", "", "")
    return (article.source.name, finding.layer, start, end, finding.what, quote)


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
        why = _why(statement.found_by, statement.confidence)
        yield Finding("statements", _extent(statement), _statement(article, statement), why)
    for event in article.events:
        yield Finding("events", event.evidence, f"{event.event_type} {event.status}", _why("", event.confidence))
    for caution in article.warnings:
        for span in caution.spans or (None,):
            yield Finding("warnings", span, f"{caution.kind}: {caution.message}")


def _quantity(quantity: Quantity) -> str:
    upper = "" if quantity.upper is None else f"..{quantity.upper}"
    return f"{quantity.kind} {quantity.bound} {quantity.value}{upper} {quantity.unit or ''}"


def _statement(article: Article, statement: Statement) -> str:
    speaker = statement.source.span.of(article.text) if statement.source else ""
    return f"{statement.act} {statement.kind} {speaker}"


def _why(found_by: str, confidence: float | None) -> str:
    return f"{found_by} {'' if confidence is None else f'{confidence:.2f}'}"


def _extent(statement: Statement) -> Span | None:
    """Return the span from the first to the last piece of what is said, or of the cue where nothing is quoted."""
    pieces = statement.content or statement.cue
    if not pieces:
        return None
    return Span(min(piece.start for piece in pieces), max(piece.end for piece in pieces))
