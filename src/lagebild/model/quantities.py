"""Numbers with what they count or measure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class Bound(StrEnum):
    """How far a number may be taken at its word."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


class QuantityKind(StrEnum):
    """What sort of number it is."""

    COUNT = "count"
    MONEY = "money"
    MEASURE = "measure"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit or the thing counted.

    Args:
        id: Its name within the record, such as ``q1``.
        span: Where it stands in ``Article.text``, bound and unit included.
        value: The number; the lower one where two are given.
        bound: How far it may be taken at its word.
        upper: The upper number of ``between``, else ``None``.
        unit: ISO 4217 code, ``percent`` and its like, unit symbol, the unit of an age, or the lemma of the noun counted
            in lower case; ``None`` where none is named.
        of: The id of the quantity whose thing it describes ("152 mm" of the shells), or ``None``.
        kind: What sort of number it is.
    """

    id: str
    span: Span
    value: int | float
    bound: Bound
    upper: int | float | None
    unit: str | None
    of: str | None
    kind: QuantityKind
