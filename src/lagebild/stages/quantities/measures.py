"""Numbers with a unit: sums of money, shares in percent, lengths, weights and the like."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.numbers import whole
from lagebild.expressions.units import money_before, money_suffix_end, unit_behind
from lagebild.model import QuantityKind
from lagebild.stages.quantities.currencies import POUND_OF_WEIGHT, currency_of
from lagebild.stages.quantities.drafting import draft_of

if TYPE_CHECKING:
    from lagebild.expressions.amounts import Amount
    from lagebild.stages.quantities.scenes import Draft, Scene


def measured(scene: Scene, amount: Amount) -> Draft | None:
    """Return the sum or measure of an amount, or ``None`` where no unit stands beside it."""
    return _money(scene, amount) or _measure(scene, amount)


def _money(scene: Scene, amount: Amount) -> Draft | None:
    money = money_before(scene.text, amount.start, amount.end)
    if money is None:
        return None
    end = money_suffix_end(scene.text, amount.end)
    scaled = _times(replace(amount, start=money.edge), money.factor)
    unit = currency_of(scene, money.name, money.symbol, amount.start)
    return draft_of(scene, scaled, end, unit, QuantityKind.MONEY)


def _measure(scene: Scene, amount: Amount) -> Draft | None:
    unit = unit_behind(scene.text, amount.end)
    if unit is None:
        return None
    if unit.kind is not QuantityKind.MONEY:
        return draft_of(scene, amount, unit.edge, unit.symbol, unit.kind)
    currency = currency_of(scene, unit.name, unit.symbol, amount.start)
    kind = QuantityKind.MEASURE if currency == POUND_OF_WEIGHT else QuantityKind.MONEY
    return draft_of(scene, _times(amount, 1 / unit.divisor), unit.edge, currency, kind)


def _times(amount: Amount, factor: float) -> Amount:
    upper = None if amount.upper is None else whole(amount.upper * factor)
    return replace(amount, value=whole(amount.value * factor), upper=upper)
