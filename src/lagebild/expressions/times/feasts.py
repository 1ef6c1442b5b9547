"""What feasts mean: "Karfreitag", "Weihnachten 2016", "the day after Thanksgiving"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import day_reading, existing_day, shifted
from lagebild.expressions.times.scene import FoundTime, Scene, dated, nearest, relative, unresolved
from lagebild.model import TimeReading

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match


def feast(match: Match, scene: Scene) -> FoundTime | None:
    """Read a feast; without a year it is the one beside the day of publication."""
    found = _feast(match, scene)
    away = match.get("away")
    if found is None or not isinstance(away, int) or found.day is None:
        return found
    other = shifted(found.day, "D", away)
    return replace(found, readings=(day_reading(other),)) if other else None


def _feast(match: Match, scene: Scene) -> FoundTime | None:
    name = str(match.get("feast"))
    if name.startswith("A"):
        name = f"A{match.number('ordinal') or 1}"
    number = match.number("year")
    published = scene.published
    if number is not None:
        reading = feast_reading(number, name)
        return dated(match, "D", reading) if reading else None
    if published is None:
        return dated(match, "D", unresolved("XXXX-XX-XX" if name[0] in "EA" else f"XXXX-{name[:5]}"))
    known = [reading for by in (-1, 0, 1) if (reading := feast_reading(published.year + by, name)) and reading.begin]
    past = [reading for reading in known if reading.begin and reading.begin <= published]
    future = [reading for reading in known if reading.last and reading.last >= published]
    if not past or not future:
        return None
    shift = match.number("shift")
    if shift:
        return relative(match, "D", past[-1] if shift < 0 else future[0])
    return relative(match, "D", *nearest(match, scene, published, past[-1], future[0]))


def easter(number: int) -> date:
    """Return Easter Sunday of a year, after the algorithm of Meeus, Jones and Butcher.

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden = number % 19
    century_of, rest = divmod(number, 100)
    leaps, left = divmod(century_of, 4)
    correction = (century_of - (century_of + 8) // 25 + 1) // 3
    epact = (19 * golden + century_of - leaps - correction + 15) % 30
    quotient, remainder = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * quotient - epact - remainder) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month_number, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(number, month_number, day + 1)


def feast_reading(number: int, name: str) -> TimeReading | None:
    """Return a feast in a year.

    Args:
        number: The year.
        name: Its name in the lexicon: ``E-2`` (days from Easter), ``12-25``, ``N4-4-11`` (fourth Thursday in November).
    """
    day, last = _feast_day(number, name)
    if day is None:
        return None
    return TimeReading(day.isoformat(), day, last or day)


def _feast_day(number: int, name: str) -> tuple[date | None, date | None]:
    if name.startswith("E"):
        return easter(number) + timedelta(days=int(name[1:])), None
    if name.startswith("N"):
        rule, _, later = name[1:].partition("+")
        nth, weekday, month_number = map(int, rule.split("-"))
        day = _nth_weekday(number, month_number, weekday, nth)
        return (shifted(day, "D", int(later or 0)) if day else None), None
    if name.startswith("A"):
        christmas = date(number, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 7 * (_ADVENTS - int(name[1:]))), None
    return existing_day(number, int(name[:2]), int(name[3:5])), None


_ADVENTS = 4


def _nth_weekday(number: int, month_number: int, weekday: int, nth: int) -> date | None:
    """Return the nth such weekday of a month, counted from its end where nth is 0."""
    if nth == 0:
        following = shifted(date(number, month_number, 1), "M", 1)
        last = following - timedelta(days=1) if following else None
        return last - timedelta(days=(last.isoweekday() - weekday) % 7) if last else None
    first = date(number, month_number, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
