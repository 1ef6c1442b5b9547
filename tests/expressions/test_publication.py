from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.expressions.publication import parse_given, published_in
from lagebild.model import KnownFrom, Published


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("18.06.2024, 14:05 Uhr", "2024-06-18T14:05"),
        ("18.06.2024 14.05 Uhr", "2024-06-18T14:05"),
        ("Stand: 12. März 2031 | 14:05", "2031-03-12T14:05"),
        ("Veröffentlicht am 3. Mai 2021", "2021-05-03"),
        ("Montag, 17.06.2024", "2024-06-17"),
        ("Mo., 17. Juni 2024", "2024-06-17"),
        ("Von Max Mustermann, 17.06.2024", "2024-06-17"),
        ("Von Anna von Bayern und Jens Meyer-Wellmann | 17. Jänner 2024, 9 Uhr", "2024-01-17T09:00"),
        ("dpa, 3.5.2021", "2021-05-03"),
        ("Veröffentlicht am 3.5.2021, aktualisiert am 4.5.2021 um 9:00 Uhr", "2021-05-03"),
        ("2024-06-18", "2024-06-18"),
    ],
)
def test_a_german_date_line_gives_the_publication(line: str, value: str) -> None:
    precision = "minute" if "T" in value else "day"

    assert published_in(line, language="de") == Published(value, precision, KnownFrom.TEXT)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Published 18 June 2024 10:15 GMT", "2024-06-18T10:15"),
        ("Updated: June 3, 2021", "2021-06-03"),
        ("By Jane Doe and John Smith | June 3, 2021 2:05 p.m.", "2021-06-03T14:05"),
        ("TUESDAY, JUNE 18, 2024", "2024-06-18"),
        ("Posted on 3rd of May 2021", "2021-05-03"),
        ("2024-06-18T14:05:00Z", "2024-06-18T14:05"),
        ("6/18/2024", "2024-06-18"),
        ("Published 2 Jun 2021, updated 3 Jun 2021", "2021-06-02"),
    ],
)
def test_an_english_date_line_gives_the_publication(line: str, value: str) -> None:
    precision = "minute" if "T" in value else "day"

    assert published_in(line, language="en") == Published(value, precision, KnownFrom.TEXT)


def test_an_unknown_language_is_tried_in_all_known_ones() -> None:
    assert published_in("Stand: 3. Mai 2021", language=None) == Published("2021-05-03", "day", KnownFrom.TEXT)
    assert published_in("Updated: June 3, 2021", language=None) == Published("2021-06-03", "day", KnownFrom.TEXT)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("", "de"),
        ("Am 18. Juni 2024 reist Putin nach Nordkorea.", "de"),
        ("18. Juni", "de"),
        ("gestern, 14:05 Uhr", "de"),
        ("Juni 2024", "de"),
        ("31.02.2024", "de"),
        ("Dienstag, 17.06.2024", "de"),
        ("17.06.2024 bis 18.06.2024", "de"),
        ("Das Konzert am 18.06.2024", "de"),
        ("On June 3, 2021, he left", "en"),
        ("6/7/2024", "en"),
        ("Copyright 2024", "en"),
        ("18.06.2024 " + "x" * 300, "de"),
    ],
)
def test_what_is_no_date_line_or_fixes_no_day_gives_nothing(line: str, language: str) -> None:
    assert published_in(line, language=language) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_in_figures_is_read_back(day: date) -> None:
    published = Published(day.isoformat(), "day", KnownFrom.TEXT)

    assert published_in(f"{day.day}.{day.month}.{day.year}", language="de") == published
    assert published_in(f"Stand: {day:%d.%m.%Y}", language=None) == published


@given(st.text(max_size=200), st.sampled_from(["de", "en", "fr", None]))
def test_any_line_is_survived(line: str, language: str | None) -> None:
    published = published_in(line, language=language)

    assert published is None or published.known_from is KnownFrom.TEXT


@pytest.mark.parametrize(
    ("given_value", "value", "precision"),
    [
        ("2024-06-18", "2024-06-18", "day"),
        ("2024-06-18T14:05", "2024-06-18T14:05", "minute"),
        ("2024-06-18 14:05", "2024-06-18T14:05", "minute"),
        ("2024-06-18T14:05Z", "2024-06-18T14:05Z", "minute"),
        ("2024-06-18T14:05:33.123+02:00", "2024-06-18T14:05:33+02:00", "second"),
        (" 2024-06-18 ", "2024-06-18", "day"),
    ],
)
def test_a_given_date_keeps_its_precision_and_zone(given_value: str, value: str, precision: str) -> None:
    assert parse_given(given_value) == Published(value, precision, KnownFrom.GIVEN)


@pytest.mark.parametrize(
    "value", ["", "gestern", "18.06.2024", "2024-06-31", "2024-06-18T25:00", "2024-06", "2024-W25-2"]
)
def test_what_is_no_iso_date_is_not_given(value: str) -> None:
    assert parse_given(value) is None


@given(st.datetimes())
def test_an_iso_time_is_read_back_to_the_second(moment: datetime) -> None:
    written = moment.isoformat(timespec="seconds")

    assert parse_given(written) == Published(written, "second", KnownFrom.GIVEN)
