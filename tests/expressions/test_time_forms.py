"""The many forms in which German and English news write times, each with its extent and its value."""

from __future__ import annotations

from datetime import date

import pytest

from lagebild.expressions.times.finding import find_times

WEDNESDAY = date(2014, 9, 17)

Row = tuple[str, str]


def rows(text: str, language: str) -> list[Row]:
    found = find_times(text, language=language, published=WEDNESDAY)
    return [(one.span.of(text), one.readings[0].value if one.readings else str(one.clock)) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in den 90-er Jahren", ("den 90-er Jahren", "199")),
        ("seit Anfang der 90er.", ("Anfang der 90er", "199")),
        ("in den späten Sechzigern", ("den späten Sechzigern", "196")),
        ("in der zweiten Hälfte des 19. Jahrhunderts", ("der zweiten Hälfte des 19. Jahrhunderts", "18")),
        ("im zwölften Jahrhundert", ("zwölften Jahrhundert", "11")),
        ("um 1500 v. Chr. war", ("1500 v. Chr.", "BC1500")),
        ("seit dem Jahr 800", ("dem Jahr 800", "0800")),
        ("im letzten Quartal 2004", ("letzten Quartal 2004", "2004-Q4")),
        ("im Herbst des Vorjahres", ("Herbst des Vorjahres", "2013-FA")),
        ("im heurigen Sommer", ("heurigen Sommer", "2014-SU")),
        ("im Monat Mai", ("Monat Mai", "2014-05")),
        ("in den Sommermonaten", ("den Sommermonaten", "2014-SU")),
        ("zum Jahreswechsel", ("Jahreswechsel", "2014")),
        ("Das neue Jahr beginnt.", ("Das neue Jahr", "2015")),
        ("am kommenden Samstag, 20. September", ("kommenden Samstag, 20. September", "2014-09-20")),
        ("Der Dienstag vergangener Woche war", ("Der Dienstag vergangener Woche", "2014-09-09")),
        ("am Abend des 3. Mai 2010", ("Abend des 3. Mai 2010", "2010-05-03TEV")),
        ("in der Nacht zum 3. Mai", ("der Nacht zum 3. Mai", "2014-05-02TNI")),
        ("in der Nacht von Freitag auf Samstag", ("der Nacht von Freitag auf Samstag", "2014-09-12TNI")),
        ("in der Nacht auf gestern", ("der Nacht auf gestern", "2014-09-15TNI")),
        ("in den frühen Morgenstunden", ("den frühen Morgenstunden", "TMO")),
        ("um 2 Uhr früh", ("2 Uhr früh", "T02:00")),
        ("um dreiviertel acht", ("dreiviertel acht", "T07:45")),
        ("am vierten Advent", ("vierten Advent", "2014-12-21")),
        ("am Herz-Jesu-Sonntag", ("Herz-Jesu-Sonntag", "2014-06-29")),
        ("zu jener Zeit", ("jener Zeit", "PAST_REF")),
        ("in naher Zukunft", ("naher Zukunft", "FUTURE_REF")),
        ("heute in einer Woche", ("heute in einer Woche", "2014-09-24")),
        ("vor einem guten Jahr", ("einem guten Jahr", "P1Y")),
        ("am zweiten Tag der Messe", ("zweiten Tag", "XXXX-XX-XX")),
        ("Er kam noch am selben Tag.", ("selben Tag", "XXXX-XX-XX")),
    ],
)
def test_a_german_time_is_read_with_its_extent(text: str, expected: Row) -> None:
    assert rows(text, "de") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in den beiden vergangenen Jahren", ("den beiden vergangenen Jahren", "P2Y")),
        ("in den Jahren danach", ("den Jahren danach", "PXY")),
        ("in den ersten neun Monaten", ("den ersten neun Monaten", "P9M")),
        ("die Jahre der Haft", ("die Jahre", "PXY")),
        ("den ganzen Tag", ("den ganzen Tag", "P1D")),
        ("zweieinhalb Jahre", ("zweieinhalb Jahre", "P2.5Y")),
        ("binnen Jahresfrist", ("Jahresfrist", "P1Y")),
        ("ein Vierteljahrhundert", ("ein Vierteljahrhundert", "P25Y")),
        ("ca. 2 Stunden", ("ca. 2 Stunden", "PT2H")),
        ("Hunderte von Jahren", ("Hunderte von Jahren", "PXY")),
        ("zwischen zwei und drei Jahren", ("zwei und drei Jahren", "PXY")),
        ("rund 360 ehrenamtliche Stunden", ("rund 360 ehrenamtliche Stunden", "PT360H")),
        ("nach 35 Dienstjahren", ("35 Dienstjahren", "P35Y")),
        ("ein Jahr früher, als geplant", ("ein Jahr früher", "P1Y")),
        ("500 Menschen im Jahr starben", ("im Jahr", "P1Y")),
        ("jeden ersten Sonntag im Monat", ("jeden ersten Sonntag im Monat", "P1M")),
        ("Dreimal die Woche", ("Dreimal die Woche", "P1W")),
        ("alle paar Jahre", ("alle paar Jahre", "PXY")),
        ("Geöffnet ist abends.", ("abends", "XXXX-XX-XXTEV")),
    ],
)
def test_a_german_length_or_set_is_read_with_its_extent(text: str, expected: Row) -> None:
    assert rows(text, "de") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "6000 Lichtjahre entfernt",
        "Kinder unter 16 Jahren",
        "Im Jahr der Wende kam er.",
        "80 Kilometer pro Stunde",
        "der Arabische Frühling",
        "die Resolution 1612",
    ],
)
def test_what_ends_like_a_german_length_may_be_none(text: str) -> None:
    assert rows(text, "de") == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1914–1918", "de", ["1914", "1918"]),
        ("im 17. und 18. Jahrhundert", "de", ["16", "17"]),
        ("von Montag bis Freitag", "de", ["2014-09-15", "2014-09-19"]),
        ("vom 5. Juni bis 7. Juli 2013", "de", ["2013-06-05", "2013-07-07"]),
        ("von Januar bis Juli 2017", "de", ["2017-01", "2017-07"]),
        ("Im Jahr 1992 begann es. Am 5. März kam er.", "de", ["1992", "1992-03-05"]),
        ("am 29. Februar 2012, am 29. Februar", "de", ["2012-02-29", "XXXX-02-29"]),
        ("from March 10 to March 20", "en", ["2015-03-10", "2015-03-20"]),
    ],
)
def test_the_ends_of_a_range_belong_together(text: str, language: str, expected: list[str]) -> None:
    assert [value for _, value in rows(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the second half of the 19th century", ("the second half of the 19th century", "18")),
        ("a 19th-century house", ("19th-century", "18")),
        ("the mid-13th century", ("the mid-13th century", "12")),
        ("44 B.C. was", ("44 B.C.", "BC0044")),
        ("third-quarter earnings", ("third-quarter", "2014-Q3")),
        ("in fiscal 1990", ("fiscal 1990", "1990")),
        ("the 2014 protests", ("2014", "2014")),
        ("on 10/26/89", ("10/26/89", "1989-10-26")),
        ("the early morning hours", ("the early morning hours", "TMO")),
        ("at 1800 GMT", ("1800 GMT", "T18:00")),
        ("this coming Sunday", ("this coming Sunday", "2014-09-21")),
        ("in those days", ("those days", "PAST_REF")),
        ("the months ahead", ("the months ahead", "PXM")),
        ("In recent days he", ("recent days", "PXD")),
        ("a year and a half", ("a year and a half", "P1.5Y")),
        ("twenty working days", ("twenty working days", "P20D")),
        ("a month-long strike", ("month-long", "P1M")),
        ("a multi-year contract", ("multi-year", "PXY")),
        ("a one-day strike", ("one-day", "P1D")),
        ("Ten days before the vote", ("Ten days", "P10D")),
        ("40 people a year die", ("a year", "P1Y")),
        ("it costs $200 a night", ("a night", "P1D")),
    ],
)
def test_an_english_time_is_read_with_its_extent(text: str, expected: Row) -> None:
    assert rows(text, "en") == [expected]


@pytest.mark.parametrize("text", ["a quarter of the citizens", "since the fall of communism", "2000 people came"])
def test_what_looks_like_an_english_time_may_be_none(text: str) -> None:
    assert rows(text, "en") == []
