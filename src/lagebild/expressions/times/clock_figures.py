"""The time of the clock that a match names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.times.scene import FoundTime, unresolved
from lagebild.model import TimeReading, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

_NOON, _MIDNIGHT, _MINUTES = 12, 24, 60
_SMALL_HOURS = 6
_AFTERNOON = frozenset({"TAF", "TEV"})


def clock_of(match: Match) -> str | None:
    """Return the time of a match as ``14:30``, or ``None`` where it is none."""
    if (noon := match.get("noon")) is not None and match.get("hour") is None:
        return f"{noon}:00"
    figures = match.figures("clock") or match.figures("dotted_clock") or _hour(match) or _four_figures(match)
    if not figures:
        return None
    hour, minute = _with_fraction(match, *figures)
    hour = _in_half_of_day(match, hour)
    if hour > _MIDNIGHT or (hour == _MIDNIGHT and minute):
        return None
    return f"{hour:02}:{minute:02}"


def _hour(match: Match) -> tuple[int, int] | None:
    hour = match.number("hour") if match.number("hour") is not None else match.number("hour_word")
    if hour is None:
        return None
    minute = match.number("number")
    is_minute = minute is not None and match.get("hour") is not None and minute != hour and minute < _MINUTES
    return hour, minute if is_minute and minute is not None else 0


def _four_figures(match: Match) -> tuple[int, int] | None:
    """Return the time of "1800 GMT", which has the shape of a year."""
    figures = match.number("year") if match.get("zone") is not None else None
    if figures is None or figures % _HUNDRED >= _MINUTES:
        return None
    return divmod(figures, _HUNDRED)


_HUNDRED = 100


def _with_fraction(match: Match, hour: int, minute: int) -> tuple[int, int]:
    if match.get("half") is not None:
        return (hour, 30) if "'past'" in match.values else (hour - 1, 30)
    if "'dreiviertel'" in match.values:
        return hour - 1, 45
    if "'viertel'" in match.values:
        # "Viertel acht" of the south and the east is a quarter of the eighth hour.
        return (hour, 15) if "'nach'" in match.values else (hour - 1, 45 if "'vor'" in match.values else 15)
    return hour, minute


def _in_half_of_day(match: Match, hour: int) -> int:
    half = str(match.get("meridiem") or "")
    part = match.get("daypart_adverb") or match.get("daypart")
    late = half == "p" or part in _AFTERNOON or (part == "TNI" and hour > _SMALL_HOURS)
    if late and hour < _NOON:
        return hour + _NOON
    return 0 if half == "a" and hour == _NOON else hour


def at_clock(day: FoundTime, match: Match) -> FoundTime | None:
    """Return a day narrowed to the time of the clock that a match names."""
    written = clock_of(match)
    if written is None:
        return None
    readings = tuple(
        TimeReading(f"{reading.begin.isoformat()}T{written}", reading.begin, reading.begin)
        if reading.begin
        else unresolved(f"{reading.value}T{written}")
        for reading in day.readings
    )
    return replace(day, type=TimeType.TIME, readings=readings)
