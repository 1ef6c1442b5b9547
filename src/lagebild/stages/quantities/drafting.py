"""A quantity made of an amount and what was found behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.model import QuantityKind

if TYPE_CHECKING:
    from lagebild.expressions.amounts import Amount
    from lagebild.stages.quantities.scenes import Draft, Scene


def draft_of(scene: Scene, amount: Amount, end: int, unit: str | None, kind: QuantityKind) -> Draft:
    """Return the quantity of an amount whose unit ends at an offset.

    Behind the number of a count the next one may begin before its noun: the "152 mm" of the shells.
    """
    draft = scene.draft(amount.start, end, amount.value, unit, kind, upper=amount.upper)
    return replace(draft, reached=amount.end) if kind is QuantityKind.COUNT else draft
