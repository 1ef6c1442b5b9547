from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Bound, Quantity, QuantityKind
from lagebild.stages.quantities import STAGE, find_quantities
from lagebild.stages.times import find_times

Row = tuple[str, float, str, str | None, str]


def quantities_of(text: str, language: str = "de") -> tuple[Quantity, ...]:
    return find_quantities(find_times(make_article(text, language=language))).quantities


def rows(text: str, language: str = "de") -> list[Row]:
    return [
        (found.span.of(text), found.value, found.bound, found.unit, found.kind)
        for found in quantities_of(text, language)
    ]


def test_the_stage_says_what_it_needs_and_what_it_adds() -> None:
    assert STAGE.name == "quantities"
    assert STAGE.requires == frozenset({"text", "times", "language"})
    assert STAGE.provides == frozenset({"quantities"})
    assert STAGE.run is find_quantities


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("etwa 6.700 Container nach", ("etwa 6.700 Container", 6700, "about", "container", "count")),
        ("über 100 Länder und Organisationen", ("über 100 Länder", 100, "more_than", "länder", "count")),
        (
            "aus vier teilweise besetzten Regionen",
            ("vier teilweise besetzten Regionen", 4, "exact", "regionen", "count"),
        ),
        ("die 27 EU-Staaten", ("27 EU-Staaten", 27, "exact", "eu-staaten", "count")),
        ("fast hundert Tote", ("fast hundert Tote", 100, "less_than", "tote", "count")),
        ("mindestens 20 wurden verletzt", ("mindestens 20", 20, "at_least", None, "count")),
        ("knapp 5 Millionen", ("knapp 5 Millionen", 5_000_000, "less_than", None, "count")),
        ("50 Stück", ("50 Stück", 50, "exact", "stück", "count")),
        ("über 2000 Menschen", ("über 2000 Menschen", 2000, "more_than", "menschen", "count")),
        (
            "eine 50-Milliarden-Dollar-Kreditlinie für",
            ("50-Milliarden-Dollar-Kreditlinie", 50_000_000_000, "exact", "USD", "money"),
        ),
        ("rund 1,5 Milliarden Euro", ("rund 1,5 Milliarden Euro", 1_500_000_000, "about", "EUR", "money")),
        ("3 Mio. Franken", ("3 Mio. Franken", 3_000_000, "exact", "CHF", "money")),
        ("5,50 €", ("5,50 €", 5.5, "exact", "EUR", "money")),
        ("bis zu 3 Tonnen", ("bis zu 3 Tonnen", 3, "at_most", "t", "measure")),
        ("25 Grad Celsius", ("25 Grad Celsius", 25, "exact", "°C", "measure")),
        ("152mm", ("152mm", 152, "exact", "mm", "measure")),
        ("27,4 Prozent", ("27,4 Prozent", 27.4, "exact", "%", "percent")),
        ("drei Prozentpunkte", ("drei Prozentpunkte", 3, "exact", "pp", "measure")),
        ("Sie ist 35 Jahre alt.", ("35 Jahre alt", 35, "exact", "years", "age")),
        ("die 35-jährige Frau", ("35-jährige", 35, "exact", "years", "age")),
        ("ein ca. 15 Jahre alter Junge", ("ca. 15 Jahre alter", 15, "about", "years", "age")),
        ("im Alter von 40 Jahren", ("im Alter von 40 Jahren", 40, "exact", "years", "age")),
        ("Das war das zweite Mal.", ("zweite Mal", 2, "exact", "mal", "ordinal")),
        ("sein Fünftes Mandat", ("Fünftes Mandat", 5, "exact", "mandat", "ordinal")),
        ("zum 3. Mal", ("3. Mal", 3, "exact", "mal", "ordinal")),
    ],
)
def test_german_quantities_have_value_bound_and_unit(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("about 6,700 containers", ("about 6,700 containers", 6700, "about", "containers", "count")),
        ("two North Korean soldiers", ("two North Korean soldiers", 2, "exact", "soldiers", "count")),
        ("two arms dealers were", ("two arms dealers", 2, "exact", "dealers", "count")),
        ("some 300 people", ("some 300 people", 300, "about", "people", "count")),
        ("at least 20 were killed", ("at least 20", 20, "at_least", None, "count")),
        ("half a million refugees", ("half a million refugees", 500_000, "exact", "refugees", "count")),
        ("a $50 billion loan", ("$50 billion", 50_000_000_000, "exact", "USD", "money")),
        ("over $3.5bn in aid", ("over $3.5bn", 3_500_000_000, "more_than", "USD", "money")),
        ("a 50-billion-dollar loan", ("50-billion-dollar", 50_000_000_000, "exact", "USD", "money")),
        ("5 million euros", ("5 million euros", 5_000_000, "exact", "EUR", "money")),
        ("nearly 5 per cent", ("nearly 5 per cent", 5, "less_than", "%", "percent")),
        ("up to 3 tons", ("up to 3 tons", 3, "at_most", "t", "measure")),
        ("25 miles", ("25 miles", 25, "exact", "mi", "measure")),
        ("a 35-year-old woman", ("35-year-old", 35, "exact", "years", "age")),
        ("aged 35", ("aged 35", 35, "exact", "years", "age")),
        ("the second time in weeks", ("second time", 2, "exact", "time", "ordinal")),
        ("his fifth term", ("fifth term", 5, "exact", "term", "ordinal")),
        ("the 3rd time", ("3rd time", 3, "exact", "time", "ordinal")),
    ],
)
def test_english_quantities_have_value_bound_and_unit(text: str, row: Row) -> None:
    assert rows(text, "en") == [row]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("mehr als 3 Millionen Stück 152 mm Artilleriegranaten", "de"),
        ("more than 3 million 152 mm artillery shells", "en"),
    ],
)
def test_a_measure_inside_a_count_describes_the_thing_counted(text: str, language: str) -> None:
    count, measure = quantities_of(text, language)

    assert (count.id, count.value, count.bound, count.of) == ("q1", 3_000_000, Bound.MORE_THAN, None)
    assert count.span.of(text) == text
    assert (measure.id, measure.value, measure.unit, measure.of) == ("q2", 152, "mm", "q1")
    assert measure.kind is QuantityKind.MEASURE


def test_a_measure_outside_describes_nothing() -> None:
    assert [found.of for found in quantities_of("100 Länder liegen 30 Kilometer weiter")] == [None, None]


@pytest.mark.parametrize(
    ("text", "language", "value", "upper", "unit"),
    [
        ("zwischen 10 und 20 Prozent", "de", 10, 20, "%"),
        ("3 bis 5 Millionen Menschen", "de", 3_000_000, 5_000_000, "menschen"),
        ("10-15 Männer", "de", 10, 15, "männer"),
        ("between 3 and 5 million people", "en", 3_000_000, 5_000_000, "people"),
        ("10 to 15 men", "en", 10, 15, "men"),
        ("$3-5 million", "en", 3_000_000, 5_000_000, "USD"),
    ],
)
def test_a_range_is_between_two_numbers(text: str, language: str, value: int, upper: int, unit: str) -> None:
    (found,) = quantities_of(text, language)

    assert (found.bound, found.value, found.upper, found.unit) == (Bound.BETWEEN, value, upper, unit)
    assert found.span.of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "im Jahr 2022 und am 18.06.2024",
        "um 20 Uhr",
        "Es steht 3:2.",
        "F-16, G7, COVID-19 und A 7",
        "Artikel 5 NATO-Vertrag",
        "nach § 12",
        "Tel. 030 123456",
        "Seite 3",
        "auf Platz 3. Danach kam Bonn",
        "ein Mann und eine Frau",
        "zwei Tage, drei Jahrzehnte",
        "zwei bis drei Wochen",
        "der 30-jährige Krieg",
        "im Zweiten Weltkrieg",
        "am 3. Oktober",
        "im 21. Jahrhundert",
        "2022 Menschen",
        "zwei Drittel der Stimmen",
        "einige hundert Menschen",
        "ein bis zwei Männer",
        "drei kamen ums Leben",
        "erste Ermittlungen",
        "der 100-Meter-Lauf",
        "um 1000 v. Chr.",
    ],
)
def test_years_dates_names_and_places_in_an_order_are_no_german_quantities(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "in 2022 and 2023",
        "at 8 p.m.",
        "Article 5 and room 12",
        "F-16s and G7 leaders",
        "won 3-2 on Sunday",
        "version 10.04",
        "one man and a woman",
        "two weeks, three days ago",
        "the First Lady",
        "Putin first visited",
        "the 21st century",
        "the 1990s",
        "two thirds of them",
        "around 1000 BC",
        "several hundred people",
    ],
)
def test_years_dates_names_and_places_in_an_order_are_no_english_quantities(text: str) -> None:
    assert rows(text, "en") == []


def test_an_unsupported_language_has_no_quantities() -> None:
    assert rows("6 700 personnes", "fr") == []


def test_nothing_else_of_the_article_changes() -> None:
    article = find_times(make_article("Am Montag kamen 20 Menschen."))

    assert replace(find_quantities(article), quantities=()) == article


_PIECES = [
    "etwa ", "mehr als ", "zwischen ", "3 ", "6.700 ", "6,700 ", "Millionen ", "million ", "und ", "to ", "Stück ",
    "152 mm ", "Euro ", "$", "50", "%", " Menschen ", "people ", "zwei ", "second ", "zweite ", "Mal ", "Jahre alt ",
    "-jährige ", "2022 ", "Montag ", "\n", ". ",
    "🙂", "„", "-", "zwei Tage ", "§ ", "شيء ",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))


@given(texts, st.sampled_from(["de", "en"]))
def test_every_quantity_lies_in_the_text_and_touches_no_time(text: str, language: str) -> None:
    article = find_quantities(find_times(make_article(text, language=language)))

    assert [found.id for found in article.quantities] == [f"q{index + 1}" for index in range(len(article.quantities))]
    for found in article.quantities:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert not any(found.span.overlaps(time.span) for time in article.times)


@given(texts, st.sampled_from(["de", "en"]))
def test_whole_numbers_are_integers_and_an_upper_number_means_between(text: str, language: str) -> None:
    for found in quantities_of(text, language):
        assert isinstance(found.value, int) or found.value != int(found.value)
        assert (found.upper is not None) == (found.bound is Bound.BETWEEN)
        assert found.upper is None or found.upper > found.value


@given(texts, st.sampled_from(["de", "en"]))
def test_only_what_a_count_covers_is_described(text: str, language: str) -> None:
    found = {quantity.id: quantity for quantity in quantities_of(text, language)}

    for quantity in found.values():
        if quantity.of is not None:
            assert found[quantity.of].span.covers(quantity.span)


@pytest.mark.parametrize("piece", ["zwei ", "1, ", "3 mm ", "50-", "hundred and ", "two million ", "12. ", "1.000."])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_hundred_thousand_characters_without_a_stop_are_survived(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))

    assert all(found.span.end <= len(text) for found in quantities_of(text, language))
