"""The calendar: what months, weekdays and units are called, and which days a stretch of it has."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from lagebild.lexicon.loading import load
from lagebild.model import TimeReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("de", "en")
"""The languages whose words for days are known."""

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SATURDAY = 6


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """What a language calls the parts of the calendar; every form in lower case.

    Args:
        months: Number of the month by its name.
        short_months: Number of the month by its abbreviation, without the stop.
        weekdays: Number of the weekday after ISO 8601 (Monday is 1) by its name.
        dayparts: Part of the day after TIMEX3, such as ``TEV``, by its name.
        day_words: Days from the day of publication, such as -1 for "gestern".
        period_words: Unit by the word for the period of publication, such as ``Y`` for "heuer".
        shifts: Periods from that of publication, such as -1 for "letzte".
        units: Unit after TIMEX3, such as ``W`` or ``TH``, by its name.
        plural_units: The names of units that are plurals.
        unit_adjectives: Unit by the ending of an adjective, such as "tägig".
        edges: ``START``, ``MID`` or ``END`` by the word for it.
    """

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    dayparts: Mapping[str, str]
    day_words: Mapping[str, int]
    period_words: Mapping[str, str]
    shifts: Mapping[str, int]
    units: Mapping[str, str]
    plural_units: frozenset[str]
    unit_adjectives: Mapping[str, str]
    edges: Mapping[str, str]


@cache
def calendar_names(language: str) -> CalendarNames:
    """Return the names of one of `LANGUAGES`."""
    lexicon = load("calendar")
    return CalendarNames(
        months=_numbered(lexicon["months"][language]),
        short_months=_numbered(lexicon["abbreviated_months"][language]),
        weekdays=_numbered(lexicon["weekdays"][language]),
        dayparts=_by_form(lexicon["dayparts"][language]),
        day_words=lexicon["day_words"][language],
        period_words=_by_form(lexicon["period_words"][language]),
        shifts={form: int(by) for form, by in _by_form(lexicon["shifts"][language]).items()},
        units=_by_form(lexicon["units"][language]),
        plural_units=calendar_words("plural_units", language),
        unit_adjectives=_by_form(lexicon["unit_adjectives"][language]),
        edges=_by_form(lexicon["edges"][language]),
    )


@cache
def calendar_words(table: str, language: str) -> frozenset[str]:
    """Return one of the word lists of the calendar lexicon, in lower case; empty where the language has none."""
    return frozenset(load("calendar")[table].get(language, "").lower().split())


def _numbered(entries: list[str]) -> dict[str, int]:
    return {form.lower(): number for number, forms in enumerate(entries, 1) for form in forms.split()}


def _by_form(table: dict[str, Any]) -> dict[str, str]:
    return {form.lower(): key for key, forms in table.items() for form in forms.split()}


def iso_day(text: str) -> date | None:
    """Return the day that an ISO 8601 date, or date and time, begins with.

    >>> iso_day("2024-06-18T14:05")
    datetime.date(2024, 6, 18)
    """
    match = _ISO_DAY.match(text)
    return existing_day(int(match[1]), int(match[2]), int(match[3])) if match else None


def existing_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_reading(day: date) -> TimeReading:
    """Return one day, such as ``2024-06-17``."""
    return TimeReading(day.isoformat(), day, day)


def daypart_reading(day: date, part: str) -> TimeReading:
    """Return a part of a day, such as ``2024-06-17TEV``."""
    return TimeReading(f"{day.isoformat()}{part}", day, day)


def _week(day: date) -> TimeReading:
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return TimeReading(f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def weekend_reading(day: date) -> TimeReading:
    """Return the Saturday and Sunday of a day's week, such as ``2024-W25-WE``."""
    year, week, weekday = day.isocalendar()
    saturday = day + timedelta(days=_SATURDAY - weekday)
    return TimeReading(f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(days=1))


def month_reading(year: int, month: int) -> TimeReading:
    """Return one month, such as ``2024-06``."""
    last = monthrange(year, month)[1]
    return TimeReading(f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last))


def year_reading(year: int) -> TimeReading:
    """Return one year, such as ``2024``."""
    return TimeReading(f"{year:04}", date(year, 1, 1), date(year, 12, 31))


_PERIODS: dict[str, Callable[[date], TimeReading]] = {
    "D": day_reading,
    "W": _week,
    "WE": weekend_reading,
    "M": lambda day: month_reading(day.year, day.month),
    "Y": lambda day: year_reading(day.year),
}
_DAYS = {"D": 1, "W": 7, "WE": 7}
_MONTHS = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}


def period_reading(day: date, unit: str) -> TimeReading | None:
    """Return the day, week, weekend, month or year in which a day lies; ``None`` for other units.

    >>> period_reading(date(2024, 6, 18), "W").value
    '2024-W25'
    """
    read = _PERIODS.get(unit)
    try:
        return read(day) if read else None
    except OverflowError:
        return None


def shifted(day: date, unit: str, by: int) -> date | None:
    """Return the day so many units away; a month without that day gives its last one.

    Returns:
        ``None`` for units of the clock and outside the years 1 to 9999.

    >>> shifted(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)
    """
    try:
        if unit in _DAYS:
            return day + timedelta(days=by * _DAYS[unit])
        months = day.year * 12 + day.month - 1 + by * _MONTHS[unit]
    except (KeyError, OverflowError):
        return None
    year, month = divmod(months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
