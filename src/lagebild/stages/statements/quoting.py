"""What is said in a quotation, taken whole: from mark to mark of its line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.quotations import quotations_in, words_of_quotation
from lagebild.model import Span, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lagebild.model import Attribution

_SHORTEST = 25
"""Characters; what is shorter may be one quoted word of several."""
_SHARE = 0.3
"""A piece that is so much of a quotation stands for all of it."""


def with_whole_quotations(attributions: Iterable[Attribution], text: str) -> list[Attribution]:
    """Return the attributions; a piece that lies in a quotation and is a good part of it becomes all of it.

    Of direct speech a piece that holds quotations becomes these.
    """
    quotations = list(_quotations(text))
    return [replace(one, content=tuple(dict.fromkeys(_pieces(one, quotations)))) for one in attributions]


def _pieces(one: Attribution, quotations: Sequence[Span]) -> Iterator[Span]:
    for piece in one.content:
        held = [quotation for quotation in quotations if piece.covers(quotation)]
        if held and one.kind is StatementKind.DIRECT:
            yield from held
        else:
            yield _whole(piece, quotations)


def _whole(piece: Span, quotations: Sequence[Span]) -> Span:
    for quotation in quotations:
        # The network may take a mark, and the full stop behind it, for words.
        around = Span(max(0, quotation.start - 2), quotation.end + 2)
        if around.covers(piece) and piece.end - piece.start >= _SHARE * (quotation.end - quotation.start):
            return quotation
    return piece


def _quotations(text: str) -> Iterator[Span]:
    for quotation in quotations_in(text):
        words = words_of_quotation(text, quotation)
        if words.end - words.start >= _SHORTEST:
            yield words
