from __future__ import annotations

import pytest

from lagebild.expressions.units import age_at, is_age, money_before, unit_behind
from lagebild.model import QuantityKind


@pytest.mark.parametrize(
    ("text", "symbol", "kind"),
    [
        ("5 Prozent", "percent", QuantityKind.PERCENT),
        ("5%of", "percent", QuantityKind.PERCENT),
        ("5 basis points", "basis point", QuantityKind.PERCENT),
        ("5 km/h", "km/h", QuantityKind.MEASURE),
        ("5 Kilometer pro Stunde", "km/h", QuantityKind.MEASURE),
        ("5 square miles", "mi²", QuantityKind.MEASURE),
        ("5-Dollar-Schein", "USD", QuantityKind.MONEY),
        ("5 US-Dollar", "USD", QuantityKind.MONEY),
        ("5 tschechische Kronen", "CZK", QuantityKind.MONEY),
    ],
)
def test_a_unit_is_read_with_all_its_words(text: str, symbol: str, kind: QuantityKind) -> None:
    unit = unit_behind(text, 1)

    assert unit is not None
    assert (unit.symbol, unit.kind) == (symbol, kind)


@pytest.mark.parametrize("text", ["5 Meterware", "5 kmx", "5 Männer", "5"])
def test_other_words_are_no_unit(text: str) -> None:
    assert unit_behind(text, 1) is None


@pytest.mark.parametrize(("sign", "symbol"), [("$", "USD"), ("NZ $ ", "NZD"), ("A$", "AUD"), ("€ ", "EUR")])
def test_a_currency_may_stand_before_its_number(sign: str, symbol: str) -> None:
    money = money_before(f"{sign}5bn", len(sign), len(sign) + 1)

    assert money is not None
    assert (money.symbol, money.edge, money.factor) == (symbol, 0, 1_000_000_000)


@pytest.mark.parametrize(
    ("text", "language", "end", "unit"),
    [
        ("5-jährige", "de", 9, "year"),
        ("5 Monate altes Kind", "de", 14, "month"),
        ("5-year-olds", "en", 11, "year"),
        ("5 weeks old", "en", 11, "week"),
    ],
)
def test_an_age_ends_with_its_words(text: str, language: str, end: int, unit: str) -> None:
    age = age_at(text, 0, 1, language)

    assert age is not None
    assert (age.end, age.unit) == (end, unit)


@pytest.mark.parametrize("text", ["5-jährige Haft", "5 Jahre Haft", "5 Jahre"])
def test_a_lapse_of_time_is_no_age(text: str) -> None:
    assert not is_age(text, 0, 1, "de")
