from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.cli.phrasing import (
    days_in_words,
    number_in_words,
    other_readings,
    published_in_words,
    quantity_in_words,
    time_in_words,
    why_in_words,
)
from lagebild.cli.wording import wording
from lagebild.model import (
    Bound,
    KnownFrom,
    Published,
    Quantity,
    QuantityKind,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeModifier,
    TimeReading,
    TimeType,
)

GERMAN, ENGLISH = wording("de"), wording("en")
ANYWHERE = Span(0, 1)


@pytest.mark.parametrize(
    ("begin", "last", "german", "english"),
    [
        (date(2024, 6, 17), date(2024, 6, 17), "Mo 17. Juni 2024", "Mon 17 June 2024"),
        (date(2024, 6, 10), date(2024, 6, 16), "10.–16. Juni 2024", "10–16 June 2024"),
        (date(2024, 5, 30), date(2024, 6, 2), "30. Mai – 2. Juni 2024", "30 May – 2 June 2024"),
        (
            date(2023, 12, 30),
            date(2024, 1, 2),
            "30. Dezember 2023 – 2. Januar 2024",
            "30 December 2023 – 2 January 2024",
        ),
        (date(2024, 2, 1), date(2024, 2, 29), "Februar 2024", "February 2024"),
        (date(2024, 1, 1), date(2024, 3, 31), "Januar – März 2024", "January – March 2024"),
        (date(2023, 12, 1), date(2024, 2, 29), "Dezember 2023 – Februar 2024", "December 2023 – February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024", "2024"),
        (date(2000, 1, 1), date(2009, 12, 31), "2000–2009", "2000–2009"),
        (date(9999, 12, 1), date(9999, 12, 31), "Dezember 9999", "December 9999"),
    ],
)
def test_days_are_said_as_briefly_as_their_ends_allow(begin: date, last: date, german: str, english: str) -> None:
    assert days_in_words(begin, last, GERMAN) == german
    assert days_in_words(begin, last, ENGLISH) == english


@given(st.dates(), st.dates())
def test_any_two_days_can_be_said(one: date, other: date) -> None:
    begin, last = sorted((one, other))

    assert str(last.year) in days_in_words(begin, last, GERMAN)


def test_a_clock_time_stands_behind_its_day() -> None:
    day = date(2024, 6, 17)
    time = TimeExpression("t1", ANYWHERE, TimeType.TIME, "2024-06-17T09:30", begin=day, last=day)

    assert time_in_words(time, GERMAN) == "Mo 17. Juni 2024, 09:30 Uhr"
    assert time_in_words(time, ENGLISH) == "Mon 17 June 2024, 09:30"


def test_a_part_of_the_day_is_left_to_the_quote() -> None:
    day = date(2024, 6, 17)
    time = TimeExpression("t1", ANYWHERE, TimeType.TIME, "2024-06-17TMO", begin=day, last=day)

    assert time_in_words(time, GERMAN) == "Mo 17. Juni 2024"


def test_a_modifier_is_said() -> None:
    time = TimeExpression(
        "t1", ANYWHERE, TimeType.DATE, "2024", TimeModifier.START, date(2024, 1, 1), date(2024, 12, 31)
    )

    assert time_in_words(time, GERMAN) == "Anfang 2024"
    assert time_in_words(time, ENGLISH) == "early 2024"


def test_a_time_without_days_has_no_words() -> None:
    assert time_in_words(TimeExpression("t1", ANYWHERE, TimeType.DURATION, "P2D"), GERMAN) is None


def test_other_readings_are_days_too() -> None:
    monday = date(2024, 6, 24)
    readings = (TimeReading("2024-06-24", monday, monday), TimeReading("P1W", None, None))
    time = TimeExpression("t1", ANYWHERE, TimeType.DATE, "2024-06-17", alternatives=readings)

    assert other_readings(time, GERMAN) == ("Mo 24. Juni 2024",)


@pytest.mark.parametrize(
    ("published", "german"),
    [
        (Published("2024-06-18", "day", KnownFrom.GIVEN), "erschienen 18. Juni 2024 (angegeben)"),
        (
            Published("2024-06-18T06:05:00+02:00", "second", KnownFrom.METADATA),
            "erschienen 18. Juni 2024, 06:05 Uhr (laut Seite)",
        ),
        (Published("2024-06", "month", KnownFrom.TEXT), "erschienen 2024-06 (aus dem Text)"),
        (Published(), "Erscheinungstag unbekannt"),
    ],
)
def test_the_publication_date_is_said_with_its_origin(published: Published, german: str) -> None:
    assert published_in_words(published, GERMAN) == german


@pytest.mark.parametrize(
    ("number", "german", "english"),
    [
        (152, "152", "152"),
        (6700, "6.700", "6,700"),
        (2.5, "2,5", "2.5"),
        (500_000, "500.000", "500,000"),
        (3_000_000, "3 Mio.", "3 million"),
        (1_250_000, "1,25 Mio.", "1.25 million"),
        (1_234_567, "1.234.567", "1,234,567"),
        (50e9, "50 Mrd.", "50 billion"),
        (2_000_000_000_000, "2 Bio.", "2 trillion"),
        (-3_000_000, "-3 Mio.", "-3 million"),
        (7.0, "7", "7"),
        (1e300, "1e+300", "1e+300"),
    ],
)
def test_numbers_follow_the_convention_of_the_language(number: float, german: str, english: str) -> None:
    assert number_in_words(number, GERMAN) == german
    assert number_in_words(number, ENGLISH) == english


@given(st.integers(0, 10**12))
def test_a_number_in_words_keeps_its_value(number: int) -> None:
    words = number_in_words(number, ENGLISH)
    figures, _, magnitude = words.replace(",", "").partition(" ")
    sizes = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}

    assert round(float(figures) * sizes[magnitude]) == number


def _quantity(value: float, bound: Bound, unit: str | None, kind: QuantityKind, upper: int | None = None) -> Quantity:
    return Quantity("q1", ANYWHERE, value, bound, upper, unit, None, kind)


@pytest.mark.parametrize(
    ("quantity", "quote", "german"),
    [
        (_quantity(6700, Bound.ABOUT, "container", QuantityKind.COUNT), "rund 6.700 Container", "etwa 6.700 Container"),
        (_quantity(20, Bound.BETWEEN, "percent", QuantityKind.PERCENT, 30), "20 bis 30 Prozent", "20 bis 30 %"),
        (_quantity(50e9, Bound.EXACT, "USD", QuantityKind.MONEY), "50 Milliarden Dollar", "50 Mrd. USD"),
        (_quantity(2e9, Bound.EXACT, "EUR", QuantityKind.MONEY), "zwei Milliarden Euro", "2 Mrd. EUR"),
        (_quantity(2, Bound.EXACT, None, QuantityKind.ORDINAL), "zweite", "2."),
        (_quantity(3, Bound.AT_LEAST, None, QuantityKind.COUNT), "mindestens drei", "mindestens 3"),
    ],
)
def test_a_quantity_is_said_with_bound_and_unit(quantity: Quantity, quote: str, german: str) -> None:
    assert quantity_in_words(quantity, quote, GERMAN) == german


@pytest.mark.parametrize(
    ("found_by", "confidence", "german", "english"),
    [
        ("", None, (), ()),
        ("rule:aside", None, ("gefunden von Regel aside",), ("found by rule aside",)),
        (
            "network",
            0.856,
            ("gefunden vom Netz", "Sicherheit 0,86"),
            ("found by the network", "confidence 0.86"),
        ),
        (
            "network:sources",
            0.5,
            ("gefunden vom Netz (sources)", "Sicherheit 0,50"),
            ("found by the network (sources)", "confidence 0.50"),
        ),
        ("a reader", 1.0, ("gefunden von a reader", "Sicherheit 1,00"), ("found by a reader", "confidence 1.00")),
    ],
)
def test_why_a_statement_is_in_the_record(
    found_by: str, confidence: float | None, german: tuple[str, ...], english: tuple[str, ...]
) -> None:
    statement = Statement(
        "s1", StatementKind.DIRECT, SpeechAct.STATE, None, (), (ANYWHERE,), found_by=found_by, confidence=confidence
    )

    assert why_in_words(statement, GERMAN) == german
    assert why_in_words(statement, ENGLISH) == english
