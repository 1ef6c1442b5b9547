"""The calendar: which days a stretch of it has."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from lagebild.model import TimeReading

if TYPE_CHECKING:
    from collections.abc import Callable

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SATURDAY = 6


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
