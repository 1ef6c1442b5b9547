from __future__ import annotations

import pytest

from lagebild.expressions.figures import written_number_at


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("57 .000 Tonnen", "de", 57_000),
        ("57. 000 Tonnen", "de", 57_000),
        ("3 , 5 Millionen", "de", 3_500_000),
        ("1. 5 billion", "en", 1_500_000_000),
        ("1,500 Erwachsene", "de", 1500),
        ("250.000 people", "en", 250_000),
        ("1,500,000", "de", 1_500_000),
        ("4.75 Prozent", "de", 4.75),
        ("6,75 %", "en", 6.75),
        ("1/2 Million", "de", 500_000),
        ("2 1/2 miles", "en", 2.5),
        ("3½ miles", "en", 3.5),
        ("½", "de", 0.5),
    ],
)
def test_figures_are_read_as_meant(text: str, language: str, value: float) -> None:
    number = written_number_at(text, 0, language)

    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("1,500 Kilometer", "de", 1.5), ("2.250 percent", "en", 2.25), ("3,5 Ärzte", "de", 3.5), ("2. 5 Männer", "de", 2)],
)
def test_the_rules_of_the_language_come_first(text: str, language: str, value: float) -> None:
    number = written_number_at(text, 0, language)

    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("text", ["10.04 war", "1/2", "18.06.2024", "24/7"])
def test_versions_dates_and_marks_are_no_numbers(text: str) -> None:
    assert written_number_at(text, 0, "de") is None


@pytest.mark.parametrize(("text", "offset"), [("R77", 1), ("Covid19", 5), ("mp3", 2), ("ab15", 2)])
def test_figures_in_a_name_are_no_number(text: str, offset: int) -> None:
    assert written_number_at(text, offset, "de") is None
