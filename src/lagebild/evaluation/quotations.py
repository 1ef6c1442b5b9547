"""Statements in the conventions of a corpus of quotations, german-news-quotation-attribution-2024.

Petersen-Frey and Biemann (2024) mark the same things otherwise than the record does. What is found is put into their
shape before it is compared, as trees are put into the conventions of a treebank:

- reported speech is the whole clause of its verb, which has no cue;
- quoted words within a clause are a direct quotation of their own, within the indirect one;
- direct speech is marked together with its quotation marks;
- of *nach Angaben der Polizei* the preposition is the cue, the noun belongs to the speaker.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.quotations import quotations_in
from lagebild.model import Party, Span, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lagebild.expressions.quotations import Quotation
    from lagebild.model import Analysis, Article, Statement, Word

_MOST = 0.9
"""Quoted words are the whole content if they are that share of it."""


def as_quotations(article: Article) -> Iterator[Statement]:
    """Yield the statements of an article as that corpus marks them."""
    quotations = list(quotations_in(article.text))
    for statement in article.statements:
        told = _cued(statement, article.analysis) if article.analysis else statement
        if told.kind is StatementKind.REPORTED:
            yield _clause(told, article.analysis) if article.analysis else told
            continue
        if told.kind is StatementKind.DIRECT:
            yield replace(told, content=tuple(_with_marks(piece, quotations) for piece in told.content))
            continue
        yield told
        if told.kind is StatementKind.MIXED:
            quoted = tuple(one.span for one in quotations if any(piece.covers(one.span) for piece in told.content))
            if quoted:
                yield replace(told, id=f"{told.id}q", kind=StatementKind.DIRECT, content=quoted)


def _clause(statement: Statement, analysis: Analysis) -> Statement:
    """Return a reported statement as the whole clause of its verb, without a cue; as it is without a verb."""
    sentence = analysis.sentence_of(statement.cue[0]) if statement.cue else None
    words = sentence.words if sentence else ()
    cues = (index for index, word in enumerate(words) if any(piece.covers(word.span) for piece in statement.cue))
    verb = next((index for index in cues if words[index].upos == "VERB"), None)
    if verb is None:
        return statement
    inside = [word.span for index, word in enumerate(words) if _hangs_on(words, index, verb)]
    clause = Span(min(span.start for span in inside), max(span.end for span in inside))
    return replace(statement, cue=(), content=(clause,))


def _hangs_on(words: Sequence[Word], index: int, verb: int) -> bool:
    """Tell whether a word is the verb or hangs on it at any depth."""
    at: int | None = index
    while at is not None and at != verb:
        at = words[at].head
    return at == verb


def _with_marks(piece: Span, quotations: Iterable[Quotation]) -> Span:
    """Return a piece together with the quotation marks around it."""
    for one in quotations:
        if one.span.covers(piece) and piece.end - piece.start >= _MOST * (one.inner.end - one.inner.start):
            return one.span
    return piece


def _cued(statement: Statement, analysis: Analysis) -> Statement:
    """Return a statement whose cue is a preposition with its noun with the preposition alone as the cue."""
    words = [word for piece in statement.cue for word in _words(piece, analysis)]
    nouns = [word for word in words if word.upos == "NOUN"]
    if not nouns or {word.upos for word in words} - {"ADP", "NOUN"} or words[0].upos != "ADP":
        return statement
    source = statement.source
    whole = Span(nouns[0].span.start, max(nouns[0].span.end, source.span.end if source else 0))
    cue = tuple(word.span for word in words if word.upos == "ADP")
    return replace(statement, cue=cue, source=Party(whole, source.entity if source else None))


def _words(piece: Span, analysis: Analysis) -> Sequence[Word]:
    sentence = analysis.sentence_of(piece)
    return [word for word in sentence.words if piece.covers(word.span)] if sentence else []
