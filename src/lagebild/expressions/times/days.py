"""What days mean: "18. Juni 2024", "18.06.2024", "June 18", "3., 4. und 5. Mai"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import day_reading, existing_day, shifted
from lagebild.expressions.times.clock_figures import at_clock
from lagebild.expressions.times.scene import NEAR, FoundTime, Scene, dated, nearest, relative, span_of, unresolved
from lagebild.model import TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

    from lagebild.expressions.times.rules import Match

_LEAP_YEAR = 2000
_CENTURY, _SECOND_CENTURY = 100, 2000


def iso(match: Match, _scene: Scene) -> FoundTime | None:
    """Read a date of ISO 8601, with its time of day where it has one."""
    written = str(match.get("iso"))
    day = existing_day(int(written[:4]), int(written[5:7]), int(written[8:10]))
    if day is None:
        return None
    if len(written) == len("2024-06-17"):
        return dated(match, "D", day_reading(day))
    reading = TimeReading(f"{day.isoformat()}T{written[11:16]}", day, day)
    return FoundTime(span_of(match), TimeType.TIME, "D", (reading,), anchor="text")


def _full(year: int) -> int:
    """Return a year of two figures in full: those from 50 on are of the century before."""
    if year >= _CENTURY:
        return year
    return _SECOND_CENTURY + year if year < _CENTURY // 2 else _SECOND_CENTURY - _CENTURY + year


def year_in_full(short: int, published: date | None) -> int:
    """Return the year of "Mai 68", "’14": one up to that of publication."""
    return _full(short) - (_CENTURY if published and _full(short) > published.year + _NEAR_YEARS else 0)


_NEAR_YEARS = 10


def dotted(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "18.06.2024" and "18.06.24"."""
    day, month, year = match.figures("dotted")
    exact = existing_day(_full(year), month, day)
    return dated(match, "D", day_reading(exact)) if exact else None


def slashed(match: Match, _scene: Scene) -> FoundTime | None:
    """Read a date with slashes: month first, with the day first beside it where both are possible."""
    first, second, year = match.figures("slashed")
    year = _full(year)
    days = [existing_day(year, first, second), existing_day(year, second, first)]
    known = dict.fromkeys(day for day in days if day)
    return dated(match, "D", *map(day_reading, known)) if known else None


def dotted_day(match: Match, scene: Scene) -> FoundTime | None:
    """Read "18.6." as a day beside the day of publication."""
    day, month = match.figures("dotted_day")
    if existing_day(_LEAP_YEAR, month, day) is None:
        return None
    return relative(match, "D", *days_beside(match, scene, month, day))


def month_of(match: Match) -> int | None:
    """Return the number of the month of a match."""
    return match.number("month") or match.number("month_short")


def year_of(match: Match, scene: Scene) -> int | None:
    """Return the year of a match, in figures, as "des letzten Jahres", "heurig", or as told right before it."""
    written = match.number("year")
    if written is not None:
        return written
    if (short := match.number("year_short")) is not None:
        return year_in_full(short, scene.published)
    by = match.number("year_word")
    if by is None and names_year_shift(match):
        told = str(match.get("told_word") or "")
        by = int(told[1:]) if told else match.number("shift")
    if by is None:
        return scene.year_beside(match.start)
    return scene.published.year + by if scene.published else None


def names_year_shift(match: Match) -> bool:
    """Tell whether a match names a year beside another one: "des letzten Jahres", "of last year", "des Vorjahres"."""
    if match.get("shift") is not None:
        return "'jahres'" in match.values or match.get("unit") == "Y"
    return str(match.get("told_word") or "").startswith("Y")


def date_named(match: Match, scene: Scene) -> FoundTime | None:
    """Read a day with the name of its month; without a year it is one beside the day of publication."""
    month = month_of(match)
    day = match.number("day") or match.number("ordinal_figure") or match.number("ordinal")
    if month is None or day is None or existing_day(_LEAP_YEAR, month, day) is None:
        return None
    year = year_of(match, scene)
    if year is None and (told := _day_told(match, scene, month, day)) is not None:
        return told
    if year is None:
        return relative(match, "D", *days_beside(match, scene, month, day))
    exact = existing_day(year, month, day)
    if exact is None:
        return None
    anchor = "published" if match.get("year") is None else "text"
    return dated(match, "D", day_reading(exact), *_contradicted(match, exact), anchor=anchor)


def _day_told(match: Match, scene: Scene, month: int, day: int) -> FoundTime | None:
    """Read "5. März" as the first such day after a date long past that was told right before."""
    index = scene.told_past(span_of(match)) if weekday_number(match) is None else None
    begin = scene.found[index].readings[0].begin if index is not None else None
    if begin is None:
        return None
    days = [existing_day(begin.year + by, month, day) for by in (0, 1)]
    following = next((one for one in days if one and one >= begin), None)
    if following is None:
        return None
    return replace(dated(match, "D", day_reading(following), anchor="told"), told=index)


def date_clock(match: Match, scene: Scene) -> FoundTime | None:
    """Read a date with its time of the clock: "Montag, 12. April, 6 Uhr"."""
    day = date_named(match, scene)
    return at_clock(day, match) if day is not None else None


def listed_behind(match: Match, scene: Scene) -> FoundTime | None:
    """Read the "5" of "June 3-5" with the month and the year of the day before it."""
    before = scene.found[-1] if scene.found else None
    month = month_of(match)
    inside = scene.text[match.start : match.end]
    figures = re.match(r"\D*(\d{1,2})", inside)
    if (
        before is None
        or before.grain != "D"
        or month is None
        or figures is None
        or match.start - before.span.end > NEAR
    ):
        return None
    begin = before.readings[0].begin if before.readings else None
    year = match.number("year") or (begin.year if begin else None)
    exact = existing_day(year, month, int(figures[1])) if year is not None else None
    return replace(before, span=span_of(match), readings=(day_reading(exact),), mod=None) if exact else None


def _contradicted(match: Match, exact: date) -> tuple[TimeReading, ...]:
    """Return the nearest day of the weekday that is written, where that is another one."""
    weekday = weekday_number(match)
    if weekday is None or exact.isoweekday() == weekday:
        return ()
    away = (weekday - exact.isoweekday() + 3) % 7 - 3
    other = shifted(exact, "D", away)
    return (day_reading(other),) if other else ()


def weekday_number(match: Match) -> int | None:
    """Return the number of the weekday of a match."""
    part = match.get("weekday_part")
    return part[0] if isinstance(part, tuple) else match.number("weekday") or match.number("weekday_short")


def days_beside(match: Match, scene: Scene, month: int, day: int) -> tuple[TimeReading, ...]:
    """Return the days of a month without a year that lie beside the publication, the likeliest first."""
    published = scene.published
    if published is None:
        return (unresolved(f"XXXX-{month:02}-{day:02}"),)
    days = [existing_day(published.year + by, month, day) for by in (-1, 0, 1)]
    candidates = [candidate for candidate in days if candidate]
    weekday = weekday_number(match)
    if (first := scene.range_begun(match.start)) is not None:
        following = [existing_day(first.year + by, month, day) for by in (0, 1)]
        return tuple(day_reading(one) for one in following if one and one >= first)[:1] or (unresolved("XXXX-XX-XX"),)
    agreeing = [candidate for candidate in candidates if candidate.isoweekday() == weekday]
    if agreeing:
        return (day_reading(min(agreeing, key=lambda candidate: abs((candidate - published).days))),)
    past = [candidate for candidate in candidates if candidate <= published]
    future = [candidate for candidate in candidates if candidate >= published]
    if len(candidates) == 1:
        return (day_reading(candidates[0]),)
    if not past or not future:
        return (unresolved(f"XXXX-{month:02}-{day:02}"),)
    readings = nearest(match, scene, published, day_reading(past[-1]), day_reading(future[0]))
    contradicted = _contradicted(match, readings[0].begin) if readings[0].begin else ()
    return (readings[0], *contradicted, *readings[1:]) if contradicted else readings
