"""How much: the numbers of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import excerpt
from lagebild.cli.phrasing import quantity_in_words
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, rest, times_found
from lagebild.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Quantity

_MAX_ROWS = 12


def quantity_section(article: Article, wording: Wording) -> Section:
    """Return the section on numbers, each once, in text order; "zweite" and its like come last.

    A number that describes the thing of another ("152 mm" of the shells) is a note to that.
    """
    words = {
        quantity.id: quantity_in_words(quantity, quantity.span.of(article.text), wording)
        for quantity in article.quantities
    }
    by_words: dict[str, list[Quantity]] = {}
    for quantity in sorted(article.quantities, key=lambda quantity: quantity.kind is QuantityKind.ORDINAL):
        if quantity.of not in words:
            by_words.setdefault(words[quantity.id], []).append(quantity)
    rows = [
        _row(article, label, quantities, words, wording) for label, quantities in list(by_words.items())[:_MAX_ROWS]
    ]
    return Section(wording.phrases.quantities, (*rows, *rest(len(by_words) - len(rows), wording)))


def _row(article: Article, label: str, quantities: Sequence[Quantity], words: dict[str, str], wording: Wording) -> Row:
    first = quantities[0]
    ids = {quantity.id for quantity in quantities}
    described_by = dict.fromkeys(words[other.id] for other in article.quantities if other.of in ids)
    return Row(
        label=label,
        quotes=(excerpt(article.text, first.span),),
        notes=(*described_by, *times_found(len(quantities), wording)),
        place=places_of(article, wording).of(first.span),
    )
