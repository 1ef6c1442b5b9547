"""What days of a month mean: "18. Juni 2024", "12. Juni", "18.06.2024", "June 18"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import (
    calendar_names,
    calendar_words,
    day_reading,
    existing_day,
)
from lagebild.expressions.findings import FoundTime, Scene, chosen, fixed_date, relative_date, span_of
from lagebild.expressions.surroundings import BLANK, word_before
from lagebild.model import Span, TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

_MONTH_AND_DAY = re.compile(rf"[^\W\d_]+{BLANK}\d{{1,2}}")
_CENTURY = 2000
_LEAP_YEAR = 2000
"""A year with every day that a calendar can have."""


def read_date(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read a day with the name of its month; without a year it is one beside the day of publication."""
    groups = match.groupdict()
    month, day = month_number(groups["month"], scene.language), int(groups["day"])
    span = span_of(match)
    year = year_of(groups, scene)
    if year is not None:
        exact = existing_day(year, month, day)
        if exact is None:
            return None
        dated = fixed_date if groups["year"] else relative_date
        return dated(span, "D", day_reading(exact))
    if existing_day(_LEAP_YEAR, month, day) is None or _counts_things(match, scene):
        return None
    if scene.published is None or groups.get("of_year"):
        return relative_date(span, "D")
    return relative_date(span, "D", *_beside(scene, span, month, day, groups.get("weekday")))


def month_number(name: str, language: str) -> int:
    """Return the number of a month from its name or abbreviation."""
    names = calendar_names(language)
    lower = name.lower().rstrip(".")
    return names.months.get(lower) or names.short_months[lower]


def year_of(groups: dict[str, str | None], scene: Scene) -> int | None:
    """Return the year that stands with a month, in figures or as "des letzten Jahres"; ``None`` without either."""
    if year := groups["year"]:
        return int(year)
    if (shift := groups.get("of_year")) and scene.published:
        return scene.published.year + calendar_names(scene.language).shifts[shift.lower()]
    return None


def _counts_things(match: re.Match[str], scene: Scene) -> bool:
    # "In May 18 people died": the figure counts what follows.
    if scene.language != "en" or not match[0][-1].isdecimal():
        return False
    return follows_number(scene.text, match.end(), scene.language)


def follows_number(text: str, end: int, language: str) -> bool:
    """Tell whether the word behind a number is the thing it counts."""
    word = text[end : end + 20].lstrip(" \u00a0").split(" ", 1)[0].rstrip(".,;:!?")
    if language == "de":
        return word[:1].isupper() or word.startswith(("€", "%", "$"))
    plural = word.islower() and word.endswith("s") and word not in calendar_words("no_plurals", language)
    return plural or word in calendar_words("number_followers", language)


def _beside(scene: Scene, span: Span, month: int, day: int, weekday: str | None) -> tuple[TimeReading, ...]:
    published = scene.published
    assert published is not None
    days = [existing_day(published.year + by, month, day) for by in (-1, 0, 1)]
    candidates = [candidate for candidate in days if candidate]
    if weekday:
        number = calendar_names(scene.language).weekdays[weekday.lower()]
        matching = [candidate for candidate in candidates if candidate.isoweekday() == number]
        return tuple(map(day_reading, matching[:1]))
    past = [candidate for candidate in candidates if candidate <= published]
    future = [candidate for candidate in candidates if candidate >= published]
    if not past or not future:
        return ()
    return _nearest(published, past[-1], future[0], scene, span)


def _nearest(published: date, past: date, future: date, scene: Scene, span: Span) -> tuple[TimeReading, ...]:
    behind, ahead = (published - past).days, (future - published).days
    before, after = day_reading(past), day_reading(future)
    nearer = before if behind <= ahead else after
    ratio = max(behind, ahead) / max(1, min(behind, ahead))
    return chosen(before, after, scene.direction(span), nearer, ratio)


def read_range_end(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read the "5" of "June 3-5" with the month and the year of the day before it."""
    previous = scene.previous
    if previous is None or previous.grain != "D" or scene.text[previous.span.end : match.start()] not in {"-", "–"}:
        return None
    if not _MONTH_AND_DAY.fullmatch(previous.span.of(scene.text)):
        return None
    days = [
        existing_day(reading.begin.year, reading.begin.month, int(match["day"]))
        for reading in previous.readings
        if reading.begin
    ]
    return replace(previous, span=span_of(match), readings=tuple(day_reading(day) for day in days if day))


def read_number_date(match: re.Match[str], _scene: Scene) -> FoundTime | None:
    """Read a date in figures alone, with its time of day where ISO 8601 gives one."""
    day = existing_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if day is None:
        return None
    clock = match.groupdict().get("clock")
    if clock is None:
        return fixed_date(span_of(match), "D", day_reading(day))
    return FoundTime(
        span_of(match), TimeType.TIME, "D", (TimeReading(f"{day.isoformat()}T{clock}", day, day),), anchor="text"
    )


def read_slashed(match: re.Match[str], _scene: Scene) -> FoundTime | None:
    """Read a date with slashes where only one order of day and month is possible."""
    day = only_order(int(match["year"]), int(match["first"]), int(match["second"]))
    return fixed_date(span_of(match), "D", day_reading(day)) if day else None


def only_order(year: int, first: int, second: int) -> date | None:
    """Return the day where only one order of its day and its month is possible, else ``None``.

    >>> only_order(2024, 6, 18), only_order(2024, 6, 7)
    (datetime.date(2024, 6, 18), None)
    """
    days = {existing_day(year, first, second), existing_day(year, second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def read_dotted_day(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read "18.6." or "18.06.24" behind a preposition."""
    if word_before(scene.text, match.start()).lower() not in calendar_words("dotted_day_markers", scene.language):
        return None
    month, day = int(match["month"]), int(match["day"])
    span = span_of(match)
    if short_year := match["short_year"]:
        exact = existing_day(_CENTURY + int(short_year), month, day)
        return fixed_date(span, "D", day_reading(exact)) if exact else None
    if existing_day(_LEAP_YEAR, month, day) is None:
        return None
    return relative_date(span, "D", *(_beside(scene, span, month, day, None) if scene.published else ()))
