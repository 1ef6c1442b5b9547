"""What the stage finds by the words alone, without an analysis; times are given, for no other stage runs here."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Article, Bound, Quantity, QuantityKind, Span, TimeExpression, TimeType
from lagebild.stages.quantities import STAGE, find_quantities

Row = tuple[str, float, str, str | None, str]


def article_of(text: str, language: str = "de", *, times: tuple[str, ...] = ()) -> Article:
    spans = sorted(Span(text.index(time), text.index(time) + len(time)) for time in times)
    found = tuple(TimeExpression(f"t{number}", span, TimeType.DATE, None) for number, span in enumerate(spans, 1))
    return replace(make_article(text, language=language), times=found)


def quantities_of(text: str, language: str = "de", *, times: tuple[str, ...] = ()) -> tuple[Quantity, ...]:
    return find_quantities(article_of(text, language, times=times)).quantities


def rows(text: str, language: str = "de", *, times: tuple[str, ...] = ()) -> list[Row]:
    return [
        (found.span.of(text), found.value, found.bound, found.unit, found.kind)
        for found in quantities_of(text, language, times=times)
    ]


def test_the_stage_says_what_it_needs_and_what_it_adds() -> None:
    assert STAGE.name == "quantities"
    assert STAGE.requires == frozenset({"text", "times", "language", "analysis"})
    assert STAGE.provides == frozenset({"quantities"})
    assert STAGE.run is find_quantities


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("etwa 6.700 Container nach", ("etwa 6.700 Container", 6700, "about", "container", "count")),
        ("über 100 Länder und Organisationen", ("über 100 Länder", 100, "more_than", "land", "count")),
        ("aus vier teilweise besetzten Regionen", ("vier teilweise besetzten Regionen", 4, "exact", "region", "count")),
        ("die 27 EU-Staaten", ("27 EU-Staaten", 27, "exact", "eu-staat", "count")),
        ("fast hundert Tote", ("fast hundert Tote", 100, "less_than", "toter", "count")),
        ("12 Verletzte", ("12 Verletzte", 12, "exact", "verletzter", "count")),
        ("mindestens 20 wurden verletzt", ("mindestens 20", 20, "at_least", None, "count")),
        ("mindestens rund 50 Menschen", ("mindestens rund 50 Menschen", 50, "about", "mensch", "count")),
        ("knapp 5 Millionen", ("knapp 5 Millionen", 5_000_000, "less_than", None, "count")),
        ("50 Stück", ("50 Stück", 50, "exact", "stück", "count")),
        ("ein Vier-Personen-Haushalt", ("Vier-Personen", 4, "exact", "person", "count")),
        ("das Zwei-Milliarden-Paket", ("Zwei-Milliarden", 2_000_000_000, "exact", None, "count")),
        ("eine siebenköpfige Familie", ("siebenköpfige", 7, "exact", "kopf", "count")),
        ("nur einen Sohn", ("einen Sohn", 1, "exact", "sohn", "count")),
        ("keine 20 Prozent", ("keine 20 Prozent", 20, "less_than", "percent", "percent")),
        ("eine 50-Milliarden-Dollar-Kreditlinie", ("50-Milliarden-Dollar", 50_000_000_000, "exact", "USD", "money")),
        ("rund 1,5 Milliarden Euro", ("rund 1,5 Milliarden Euro", 1_500_000_000, "about", "EUR", "money")),
        ("3 Mio. Franken", ("3 Mio. Franken", 3_000_000, "exact", "CHF", "money")),
        ("5,50 €", ("5,50 €", 5.5, "exact", "EUR", "money")),
        ("80 Cent", ("80 Cent", 0.8, "exact", "EUR", "money")),
        ("1/2 Million Euro", ("1/2 Million Euro", 500_000, "exact", "EUR", "money")),
        ("In Stockholm 20 Kronen", ("20 Kronen", 20, "exact", "SEK", "money")),
        ("Dänemark zahlt 20 Kronen", ("20 Kronen", 20, "exact", "DKK", "money")),
        ("bis zu 3 Tonnen", ("bis zu 3 Tonnen", 3, "at_most", "t", "measure")),
        ("anderthalb Tonnen", ("anderthalb Tonnen", 1.5, "exact", "t", "measure")),
        ("bis minus 25 Grad", ("bis minus 25 Grad", -25, "at_most", "°C", "measure")),
        ("152mm", ("152mm", 152, "exact", "mm", "measure")),
        ("der 100-Meter-Lauf", ("100-Meter", 100, "exact", "m", "measure")),
        ("Windstärke 12", ("Windstärke 12", 12, "exact", "bft", "measure")),
        ("der Stärke 6,4", ("Stärke 6,4", 6.4, "exact", "magnitude", "measure")),
        ("27,4 Prozent", ("27,4 Prozent", 27.4, "exact", "percent", "percent")),
        ("drei Prozentpunkte", ("drei Prozentpunkte", 3, "exact", "percentage point", "percent")),
        ("25 Basispunkte", ("25 Basispunkte", 25, "exact", "basis point", "percent")),
        ("zwei Drittel der Stimmen", ("zwei Drittel", 66.67, "exact", "percent", "percent")),
        ("etwa die Hälfte", ("etwa die Hälfte", 50, "about", "percent", "percent")),
        ("um die Hälfte", ("Hälfte", 50, "exact", "percent", "percent")),
        ("jeder fünfte Befragte", ("jeder fünfte", 20, "exact", "percent", "percent")),
        ("vier von zehn Deutschen", ("vier von zehn", 40, "exact", "percent", "percent")),
        ("doppelt so viele Gäste", ("doppelt", 2, "exact", "fold", "count")),
        ("dreimal so hoch", ("dreimal", 3, "exact", "fold", "count")),
        ("dreimal verurteilt", ("dreimal", 3, "exact", "mal", "count")),
        ("das 1,5-Fache davon", ("1,5-Fache", 1.5, "exact", "fold", "count")),
        ("Dutzende Tote", ("Dutzende Tote", 12, "more_than", "toter", "count")),
        ("Tausende von Menschen", ("Tausende von Menschen", 1000, "more_than", "mensch", "count")),
        ("mehrere Hundert Bauern", ("mehrere Hundert Bauern", 100, "more_than", "bauer", "count")),
        ("ein gutes Dutzend Autos", ("ein gutes Dutzend Autos", 12, "more_than", "auto", "count")),
        ("Milliarden Euro", ("Milliarden Euro", 1_000_000_000, "more_than", "EUR", "money")),
        ("Sie ist 35 Jahre alt.", ("35 Jahre alt", 35, "exact", "year", "age")),
        ("die 35-jährige Frau", ("35-jährige", 35, "exact", "year", "age")),
        ("ein dreijähriges Kind", ("dreijähriges", 3, "exact", "year", "age")),
        ("ein ca. 15 Jahre alter Junge", ("ca. 15 Jahre alter", 15, "about", "year", "age")),
        ("im Alter von 40 Jahren", ("40 Jahren", 40, "exact", "year", "age")),
        ("Er ist Mitte dreißig.", ("dreißig", 30, "about", "year", "age")),
        ("Der Fahrer (42) floh.", ("42", 42, "exact", "year", "age")),
        ("Das war das zweite Mal.", ("zweite Mal", 2, "exact", "mal", "ordinal")),
        ("sein Fünftes Mandat", ("Fünftes Mandat", 5, "exact", "mandat", "ordinal")),
        ("zum 3. Mal", ("3. Mal", 3, "exact", "mal", "ordinal")),
        ("die zweitgrößte Stadt", ("zweitgrößte Stadt", 2, "exact", "stadt", "ordinal")),
        ("ein dritter konnte fliehen", ("dritter", 3, "exact", None, "ordinal")),
        ("auf Platz drei", ("Platz drei", 3, "exact", "platz", "ordinal")),
    ],
)
def test_german_quantities_have_value_bound_and_unit(text: str, row: Row) -> None:
    assert rows(text) == [row]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("about 6,700 containers", ("about 6,700 containers", 6700, "about", "container", "count")),
        ("two North Korean soldiers", ("two North Korean soldiers", 2, "exact", "soldier", "count")),
        ("some 300 people", ("some 300 people", 300, "about", "person", "count")),
        ("at least 20 were killed", ("at least 20", 20, "at_least", None, "count")),
        ("107 or more were", ("107 or more", 107, "at_least", None, "count")),
        ("half a million refugees", ("half a million refugees", 500_000, "exact", "refugee", "count")),
        ("a quarter of a million homes", ("a quarter of a million homes", 250_000, "exact", "home", "count")),
        ("a six-member team", ("six-member", 6, "exact", "member", "count")),
        ("hundreds of vendors", ("hundreds of vendors", 100, "more_than", "vendor", "count")),
        ("tens of thousands fled", ("tens of thousands", 10_000, "more_than", None, "count")),
        ("several hundred people", ("several hundred people", 100, "more_than", "person", "count")),
        ("a dozen of the boats", ("a dozen", 12, "exact", None, "count")),
        ("a $50 billion loan", ("$50 billion", 50_000_000_000, "exact", "USD", "money")),
        ("over $3.5bn in aid", ("over $3.5bn", 3_500_000_000, "more_than", "USD", "money")),
        ("NZ $ 26 million", ("NZ $ 26 million", 26_000_000, "exact", "NZD", "money")),
        ("a 50-billion-dollar loan", ("50-billion-dollar", 50_000_000_000, "exact", "USD", "money")),
        ("5 million euros", ("5 million euros", 5_000_000, "exact", "EUR", "money")),
        ("Norway pays 16 trillion kroner", ("16 trillion kroner", 16 * 10**12, "exact", "NOK", "money")),
        ("fined 200 pounds", ("200 pounds", 200, "exact", "GBP", "money")),
        ("weighing 200 pounds", ("200 pounds", 200, "exact", "lb", "measure")),
        ("nearly 5 per cent", ("nearly 5 per cent", 5, "less_than", "percent", "percent")),
        ("two-thirds of them", ("two-thirds", 66.67, "exact", "percent", "percent")),
        ("more than one in five", ("more than one in five", 20, "more_than", "percent", "percent")),
        ("more than half", ("more than half", 50, "more_than", "percent", "percent")),
        ("half of the voters", ("half", 50, "exact", "percent", "percent")),
        ("twice as many", ("twice", 2, "exact", "fold", "count")),
        ("caught twice", ("twice", 2, "exact", "time", "count")),
        ("an 18-fold rise", ("18-fold", 18, "exact", "fold", "count")),
        ("six times the usual figure", ("six times", 6, "exact", "fold", "count")),
        ("up to 3 tons", ("up to 3 tons", 3, "at_most", "t", "measure")),
        ("a quarter of a mile", ("a quarter of a mile", 0.25, "exact", "mi", "measure")),
        ("240,000 square metres", ("240,000 square metres", 240_000, "exact", "m²", "measure")),
        ("a 6.4-magnitude quake", ("6.4-magnitude", 6.4, "exact", "magnitude", "measure")),
        ("25 miles", ("25 miles", 25, "exact", "mi", "measure")),
        ("a 35-year-old woman", ("35-year-old", 35, "exact", "year", "age")),
        ("a nine-month-old child", ("nine-month-old", 9, "exact", "month", "age")),
        ("aged 35", ("35", 35, "exact", "year", "age")),
        ("Ann Lee, 42, left", ("42", 42, "exact", "year", "age")),
        ("in her forties", ("forties", 40, "about", "year", "age")),
        ("the second time in weeks", ("second time", 2, "exact", "time", "ordinal")),
        ("his fifth term", ("fifth term", 5, "exact", "term", "ordinal")),
        ("the 3rd time", ("3rd time", 3, "exact", "time", "ordinal")),
        ("rose to number 3 in", ("number 3", 3, "exact", None, "ordinal")),
    ],
)
def test_english_quantities_have_value_bound_and_unit(text: str, row: Row) -> None:
    assert rows(text, "en") == [row]


@pytest.mark.parametrize(
    ("text", "language", "row"),
    [
        ("3 , 5 Millionen Euro", "de", ("3 , 5 Millionen Euro", 3_500_000, "exact", "EUR", "money")),
        ("57 .000 Tonnen", "de", ("57 .000 Tonnen", 57_000, "exact", "t", "measure")),
        ("von 1,500 Erwachsenen", "de", ("1,500 Erwachsenen", 1500, "exact", "erwachsener", "count")),
        ("4.75 Prozent", "de", ("4.75 Prozent", 4.75, "exact", "percent", "percent")),
        ("$250.000", "en", ("$250.000", 250_000, "exact", "USD", "money")),
        ("bei15Prozent", "de", ("15Prozent", 15, "exact", "percent", "percent")),
        ("Größe 7 . 1", "de", ("Größe 7 . 1", 7.1, "exact", "magnitude", "measure")),
        ("einige 400 Arbeiter", "de", ("einige 400 Arbeiter", 400, "about", "arbeiter", "count")),
        ("so viele wie 60 Menschen", "de", ("so viele wie 60 Menschen", 60, "at_most", "mensch", "count")),
        ("3soldiers", "en", ("3soldiers", 3, "exact", "soldier", "count")),
    ],
)
def test_machine_translation_and_broken_spacing_are_read_as_meant(text: str, language: str, row: Row) -> None:
    assert rows(text, language) == [row]


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [
        ("mehr als 3 Millionen Stück 152 mm Artilleriegranaten", "de", "artilleriegranate"),
        ("more than 3 million 152 mm artillery shells", "en", "shell"),
    ],
)
def test_a_measure_inside_a_count_describes_the_thing_counted(text: str, language: str, unit: str) -> None:
    count, measure = quantities_of(text, language)

    assert (count.id, count.value, count.bound, count.unit) == ("q1", 3_000_000, Bound.MORE_THAN, unit)
    assert count.span.of(text) == text
    assert (measure.id, measure.value, measure.unit, measure.of) == ("q2", 152, "mm", "q1")
    assert measure.kind is QuantityKind.MEASURE


@pytest.mark.parametrize(
    ("text", "language", "of"),
    [
        ("drei Windräder mit je 4 Megawatt", "de", [None, "q1"]),
        ("zwei Fahrer im Alter von 42 und 58 Jahren", "de", [None, "q1", "q1"]),
        ("two reactors of 1,100 megawatts each", "en", [None, "q1"]),
        ("three bystanders, aged 17, 23 and 61", "en", [None, "q1", "q1", "q1"]),
        ("100 Länder liegen 30 Kilometer weiter", "de", [None, None]),
    ],
)
def test_what_stands_behind_a_thing_with_a_link_describes_it(text: str, language: str, of: list[str | None]) -> None:
    assert [found.of for found in quantities_of(text, language)] == of


@pytest.mark.parametrize(
    ("text", "language", "value", "upper", "unit"),
    [
        ("zwischen 10 und 20 Prozent", "de", 10, 20, "percent"),
        ("3 bis 5 Millionen Menschen", "de", 3_000_000, 5_000_000, "mensch"),
        ("10-15 Männer", "de", 10, 15, "mann"),
        ("eine bis vier Frauen", "de", 1, 4, "frau"),
        ("$2.000-$3.000", "de", 2000, 3000, "USD"),
        ("between 3 and 5 million people", "en", 3_000_000, 5_000_000, "person"),
        ("10 to 15 men", "en", 10, 15, "man"),
        ("$3-5 million", "en", 3_000_000, 5_000_000, "USD"),
        ("20% to 30%", "en", 20, 30, "percent"),
        ("four or five times that", "en", 4, 5, "fold"),
    ],
)
def test_a_range_is_between_two_numbers(text: str, language: str, value: int, upper: int, unit: str) -> None:
    (found,) = quantities_of(text, language)

    assert (found.bound, found.value, found.upper, found.unit) == (Bound.BETWEEN, value, upper, unit)
    assert text.startswith(found.span.of(text))


@pytest.mark.parametrize(
    ("text", "language", "units"),
    [
        ("von 45,6 auf 32,8 Prozent", "de", ["percent", "percent"]),
        ("es sind 58 µg/m³, über dem Grenzwert von 40", "de", ["µg/m³", "µg/m³"]),
        ("1,2 Billionen Dollar, davon 550 Milliarden neu", "de", ["USD", "USD"]),
        ("312 zu 245 Stimmen", "de", ["stimme", "stimme"]),
        ("from 9 to 10 percent", "en", ["percent", "percent"]),
        ("200 people, and 15 fled", "en", ["person", None]),
        ("30% fell. It went from 9", "en", ["percent", None]),
    ],
)
def test_numbers_of_one_phrase_and_measures_of_one_sentence_share_their_unit(
    text: str, language: str, units: list[str | None]
) -> None:
    assert [found.unit for found in quantities_of(text, language)] == units


def test_a_dollar_is_that_of_the_text() -> None:
    assert [found.unit for found in quantities_of("A$5m, in gifts of $20 or $30", "en")] == ["AUD", "AUD", "AUD"]


@pytest.mark.parametrize(
    "text",
    [
        "Es steht 3:2.",
        "F-16, G7, COVID-19 und A 7",
        "Artikel 5 NATO-Vertrag",
        "nach § 12",
        "Tel. 030 123456 oder 0341 966 4-2299",
        "Seite 3",
        "an Gleis 9",
        "in Wagen 21",
        "die Boeing 747",
        "ein Mann und eine Frau",
        "zwei Tage, drei Jahrzehnte",
        "zwei bis drei Wochen",
        "die 35-Stunden-Woche",
        "dreimal pro Woche",
        "der 30-jährige Krieg",
        "zehnjährige Haft",
        "im Zweiten Weltkrieg",
        "in der 2. Bundesliga",
        "2022 Menschen",
        "einige Menschen",
        "der dreifache Vater",
        "um 1000 v. Chr.",
        "im dritten Viertel",
        "unter vier Augen",
        "in zweiter Linie",
        "die Zweidrittelmehrheit",
        "in der 89. Minute",
        "der Film „Sieben“",
    ],
)
def test_years_names_scores_and_figures_of_speech_are_no_german_quantities(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 and room 12",
        "F-16s and G7 leaders",
        "won 3-2 on Sunday",
        "a 10-0 start",
        "version 10.04",
        "one of them and no one",
        "two weeks, three days ago",
        "the First Lady",
        "Putin first visited",
        "in the 21st century",
        "around 1000 BC",
        "several people, a few men",
        "at first",
        "half-empty",
        "a high-five",
        "twice a week",
        "died in 2014. [17]",
        "the fourth or fifth day",
    ],
)
def test_years_names_scores_and_figures_of_speech_are_no_english_quantities(text: str) -> None:
    assert rows(text, "en") == []


@pytest.mark.parametrize(
    ("text", "time"),
    [("um 20 Uhr", "20 Uhr"), ("am 3. Oktober", "3. Oktober"), ("3 bis 4 Tage", "3 bis 4 Tage")],
)
def test_what_a_time_covers_is_no_quantity(text: str, time: str) -> None:
    assert rows(text, times=(time,)) == []


def test_an_unsupported_language_has_no_quantities() -> None:
    assert rows("6 700 personnes", "fr") == []


def test_nothing_else_of_the_article_changes() -> None:
    article = article_of("Am Montag kamen 20 Menschen.", times=("Montag",))

    assert replace(find_quantities(article), quantities=()) == article


_PIECES = [
    "etwa ", "mehr als ", "zwischen ", "3 ", "6.700 ", "6,700 ", "Millionen ", "million ", "und ", "to ", "Stück ",
    "152 mm ", "Euro ", "$", "50", "%", " Menschen ", "people ", "zwei ", "second ", "zweite ", "Mal ", "Jahre alt ",
    "-jährige ", "2022 ", "Montag ", "\n", ". ", "halbe ", "ein ", "one ", "in ", "drei Viertel ", "dreimal ", "so ",
    "Dutzende ", "von ", "hundreds of ", "minus ", "aged ", ", ", "½", " . ", "Platz ", "#", "(", ")", "-fach ",
    "🙂", "„", "-", "zwei Tage ", "§ ", "شيء ",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
_NESTED = {QuantityKind.MEASURE, QuantityKind.AGE}


@given(texts, st.sampled_from(["de", "en"]))
def test_every_quantity_lies_in_the_text_and_touches_no_time(text: str, language: str) -> None:
    times = tuple(word for word in ("Montag", "zwei Tage") if word in text)
    article = find_quantities(article_of(text, language, times=times))

    assert [found.id for found in article.quantities] == [f"q{index + 1}" for index in range(len(article.quantities))]
    for found in article.quantities:
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert not any(found.span.overlaps(time.span) for time in article.times)


@given(texts, st.sampled_from(["de", "en"]))
def test_quantities_stand_in_order_and_apart_unless_one_describes_the_other(text: str, language: str) -> None:
    for first, second in pairwise(quantities_of(text, language)):
        assert first.span.start <= second.span.start
        nested = first.span.covers(second.span) and second.kind in _NESTED
        assert nested or first.span.end <= second.span.start or not first.span.overlaps(second.span)


@given(texts, st.sampled_from(["de", "en"]))
def test_whole_numbers_are_integers_and_an_upper_number_means_between(text: str, language: str) -> None:
    for found in quantities_of(text, language):
        assert abs(found.value) < float("inf")
        assert isinstance(found.value, int) or found.value != int(found.value)
        assert (found.upper is not None) == (found.bound is Bound.BETWEEN)
        assert found.upper is None or found.upper > found.value


@given(texts, st.sampled_from(["de", "en"]))
def test_only_counts_are_described(text: str, language: str) -> None:
    found = {quantity.id: quantity for quantity in quantities_of(text, language)}

    for quantity in found.values():
        if quantity.of is not None:
            assert found[quantity.of].kind is QuantityKind.COUNT
            assert found[quantity.of].span.start <= quantity.span.start


@pytest.mark.parametrize(
    "piece", ["zwei ", "1, ", "3 mm ", "50-", "hundred and ", "two million ", "12. ", "1.000.", "ein ", "hundreds of "]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_hundred_thousand_characters_without_a_stop_are_survived(piece: str, language: str) -> None:
    text = piece * (100_000 // len(piece))

    assert all(found.span.end <= len(text) for found in quantities_of(text, language))
