from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.expressions.amounts import amount_of, bound_before, bounds_before
from lagebild.expressions.numbers import number_at, numbers_in
from lagebild.model import Bound


def values(text: str, language: str) -> list[tuple[str, int | float]]:
    return [(text[number.start : number.end], number.value) for number in numbers_in(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6.700 Container", [("6.700", 6700)]),
        ("1.500,50 Euro", [("1.500,50", 1500.5)]),
        ("6 700 und 6\u202f700", [("6 700", 6700), ("6\u202f700", 6700)]),
        ("6'700 Franken", [("6'700", 6700)]),
        ("1,5 Milliarden", [("1,5 Milliarden", 1_500_000_000)]),
        ("3 Mio. Franken", [("3 Mio", 3_000_000)]),
        ("50-Milliarden-Dollar-Kredit", [("50-Milliarden", 50_000_000_000)]),
        ("fünfundzwanzig", [("fünfundzwanzig", 25)]),
        ("dreihundertfünfzig", [("dreihundertfünfzig", 350)]),
        ("zweitausend", [("zweitausend", 2000)]),
        ("zwei Dutzend", [("zwei Dutzend", 24)]),
        ("eine halbe Million", [("eine halbe Million", 500_000)]),
        ("anderthalb Millionen", [("anderthalb Millionen", 1_500_000)]),
        ("eine Milliarde", [("eine Milliarde", 1_000_000_000)]),
        ("dreieinhalb Meter", [("dreieinhalb", 3.5)]),
        ("zweitausendfünfhundert", [("zweitausendfünfhundert", 2500)]),
        ("drei-hundert", [("drei-hundert", 300)]),
        ("vierzig und fünf", [("vierzig und fünf", 45)]),
        ("zwei und drei", [("zwei", 2), ("drei", 3)]),
        ("Vier-Personen-Haushalt", [("Vier", 4)]),
    ],
)
def test_german_numbers_follow_german_conventions(text: str, expected: list[tuple[str, int | float]]) -> None:
    assert values(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6,700 containers", [("6,700", 6700)]),
        ("3.5 million", [("3.5 million", 3_500_000)]),
        ("twenty-five", [("twenty-five", 25)]),
        ("two hundred and fifty thousand", [("two hundred and fifty thousand", 250_000)]),
        ("one thousand two hundred", [("one thousand two hundred", 1200)]),
        ("a dozen", [("a dozen", 12)]),
        ("half a million", [("half a million", 500_000)]),
        ("three million and five million", [("three million", 3_000_000), ("five million", 5_000_000)]),
        ("1,5 million", [("1,5 million", 1_500_000)]),
        ("two and a half miles", [("two and a half", 2.5)]),
        ("a quarter of a million", [("a quarter of a million", 250_000)]),
        ("zero percent", [("zero", 0)]),
    ],
)
def test_english_numbers_follow_english_conventions(text: str, expected: list[tuple[str, int | float]]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    "text", ["F-16", "G7", "COVID-19", "3:2", "18.06.2024", "10.04.2", "030", "§12", "24/7", "1.2.3"]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_names_dates_scores_and_versions_are_no_numbers(text: str, language: str) -> None:
    assert values(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ein Mann", "de"),
        ("eine Frau", "de"),
        ("die Elf aus Köln", "de"),
        ("einige hundert Leute", "de"),
        ("a man", "en"),
        ("one man", "en"),
        ("the Seven Network", "en"),
        ("several hundred people", "en"),
    ],
)
def test_articles_names_and_vague_words_are_no_numbers(text: str, language: str) -> None:
    assert values(text, language) == []


@given(st.integers(min_value=0, max_value=10**15))
def test_a_whole_number_is_read_back_with_its_thousands_marked(value: int) -> None:
    english = f"{value:,}"

    assert values(english, "en") == [(english, value)]
    assert values(english.replace(",", "."), "de") == [(english.replace(",", "."), value)]
    assert values(english.replace(",", "\u00a0"), "de") == [(english.replace(",", "\u00a0"), value)]


@given(
    st.text(alphabet="0123456789.,:/- 'zweihundertmillion anddrei\u00a0", max_size=80), st.sampled_from(["de", "en"])
)
def test_numbers_stand_in_order_and_apart(text: str, language: str) -> None:
    found = list(numbers_in(text, language))

    assert all(0 <= number.start < number.end <= len(text) for number in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


def test_a_million_scales_in_a_row_make_no_giant() -> None:
    assert all(number.value < 10**60 for number in numbers_in("two million " * 2000, "en"))


@pytest.mark.parametrize(
    ("text", "language", "bound"),
    [
        ("etwa 5", "de", Bound.ABOUT),
        ("Rund 5", "de", Bound.ABOUT),
        ("über 5", "de", Bound.MORE_THAN),
        ("mehr als 5", "de", Bound.MORE_THAN),
        ("mindestens 5", "de", Bound.AT_LEAST),
        ("bis zu 5", "de", Bound.AT_MOST),
        ("höchstens 5", "de", Bound.AT_MOST),
        ("fast 5", "de", Bound.LESS_THAN),
        ("weniger als 5", "de", Bound.LESS_THAN),
        ("more than 5", "en", Bound.MORE_THAN),
        ("over 5", "en", Bound.MORE_THAN),
        ("some 5", "en", Bound.ABOUT),
        ("at least 5", "en", Bound.AT_LEAST),
        ("up to 5", "en", Bound.AT_MOST),
        ("nearly 5", "en", Bound.LESS_THAN),
        ("no fewer than 5", "en", Bound.AT_LEAST),
        ("as many as 5", "en", Bound.AT_MOST),
        ("between 5", "en", Bound.BETWEEN),
    ],
)
def test_a_bound_is_read_with_all_its_words(text: str, language: str, bound: Bound) -> None:
    assert bound_before(text, text.index("5"), language) == (bound, 0)


@pytest.mark.parametrize(
    ("text", "language"),
    [("gegenüber 5", "de"), ("moreover 5", "en"), ("als 5", "de"), ("5", "en"), ("gegen 5", "de"), ("ab 5", "de")],
)
def test_other_words_are_no_bound(text: str, language: str) -> None:
    assert bound_before(text, text.index("5"), language) is None


@pytest.mark.parametrize(
    ("text", "bound", "start"),
    [
        ("gegen 5 Leute", Bound.ABOUT, 0),
        ("ab 5 Euro", Bound.AT_LEAST, 0),
        ("mindestens rund 5 Euro", Bound.ABOUT, 0),
        ("sind (etwa 5 Euro)", Bound.ABOUT, 6),
    ],
)
def test_a_preposition_bounds_a_number_with_a_unit(text: str, bound: Bound, start: int) -> None:
    assert bounds_before(text, text.index("5"), "de", with_unit=True) == (bound, start)


@pytest.mark.parametrize(
    ("text", "language", "value", "upper"),
    [
        ("3 bis 5 Millionen", "de", 3_000_000, 5_000_000),
        ("10-15", "de", 10, 15),
        ("zwei oder drei", "de", 2, 3),
        ("10 to 15", "en", 10, 15),
        ("5 bis 3", "de", 5, None),
        ("3 und 5", "de", 3, None),
        ("20% to 30%", "en", 20, 30),
    ],
)
def test_a_range_has_a_lower_and_an_upper_number(text: str, language: str, value: int, upper: int | None) -> None:
    number = number_at(text, 0, language)
    assert number is not None

    amount = amount_of(text, language, number)
    assert (amount.value, amount.upper) == (value, upper)
