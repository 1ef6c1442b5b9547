from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.expressions.calendar import (
    iso_day,
    month_reading,
    period_reading,
    shifted,
)
from lagebild.expressions.times.words import LANGUAGES, numbers_of
from lagebild.model import TimeReading


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_names_twelve_months_and_seven_weekdays(language: str) -> None:
    assert sorted(set(numbers_of("month", language).values())) == list(range(1, 13))
    assert sorted(set(numbers_of("weekday", language).values())) == list(range(1, 8))


def test_austrian_january_is_a_january() -> None:
    assert numbers_of("month", "de")["jänner"] == 1


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert period_reading(date(2024, 6, 18), "W") == TimeReading("2024-W25", date(2024, 6, 17), date(2024, 6, 23))


def test_the_first_days_of_a_year_may_lie_in_the_last_week_of_the_one_before() -> None:
    assert period_reading(date(2021, 1, 1), "W") == TimeReading("2020-W53", date(2020, 12, 28), date(2021, 1, 3))


def test_the_weekend_of_a_sunday_is_its_own() -> None:
    assert period_reading(date(2024, 6, 16), "WE") == TimeReading("2024-W24-WE", date(2024, 6, 15), date(2024, 6, 16))


def test_february_has_29_days_in_a_leap_year() -> None:
    assert month_reading(2024, 2).last == date(2024, 2, 29)


def test_a_clock_unit_has_no_period() -> None:
    assert period_reading(date(2024, 6, 18), "TH") is None


@pytest.mark.parametrize(
    ("day", "unit", "by", "expected"),
    [
        (date(2024, 3, 31), "M", -1, date(2024, 2, 29)),
        (date(2024, 1, 15), "M", -1, date(2023, 12, 15)),
        (date(2024, 2, 29), "Y", -1, date(2023, 2, 28)),
        (date(2024, 6, 18), "DE", -2, date(2004, 6, 18)),
        (date(2024, 6, 18), "W", 1, date(2024, 6, 25)),
        (date(2024, 6, 18), "Y", -70_000, None),
        (date(2024, 6, 18), "D", 10**12, None),
        (date(2024, 6, 18), "TH", 1, None),
    ],
)
def test_shifting_counts_by_the_calendar(day: date, unit: str, by: int, expected: date | None) -> None:
    assert shifted(day, unit, by) == expected


@given(st.dates(), st.sampled_from(["D", "W", "WE", "M", "Y"]))
def test_every_period_holds_its_day_or_the_week_of_it(day: date, unit: str) -> None:
    reading = period_reading(day, unit)

    if reading is not None and reading.begin is not None and reading.last is not None and unit != "WE":
        assert reading.begin <= day <= reading.last


@given(st.dates(min_value=date(1000, 1, 1)))
def test_an_iso_day_is_read_back(day: date) -> None:
    assert iso_day(f"{day.isoformat()}T12:00:00+02:00") == day


@pytest.mark.parametrize("text", ["", "gestern", "2024-02-30", "18.06.2024", "2024-13-01"])
def test_what_is_no_iso_day_is_none(text: str) -> None:
    assert iso_day(text) is None
