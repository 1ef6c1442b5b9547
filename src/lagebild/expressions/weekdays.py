"""What weekdays and hours mean: "Montag", "Dienstagmorgen", "montags", "14.30 Uhr"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import calendar_names, calendar_words, day_reading, daypart_reading, weekend_reading
from lagebild.expressions.findings import FoundTime, Scene, chosen, relative_date, span_of
from lagebild.expressions.surroundings import starts_sentence, word_before
from lagebild.model import Span, TimeReading, TimeType

if TYPE_CHECKING:
    import re

_DAYS_A_WEEK = 7
_SATURDAY = 6
_NOON = 12
_MIDNIGHT = 24


def read_weekday(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read a weekday, alone or with a part of the day; "montags" is a set."""
    groups = match.groupdict()
    names = calendar_names(scene.language)
    number, part = names.weekdays[groups["weekday"].lower()], groups.get("part") or groups["spaced_part"]
    adverb = groups["weekday"].islower() or starts_sentence(scene.text, match.start()) or scene.language == "en"
    if groups["plural"] and adverb:
        value = TimeReading(f"XXXX-WXX-{number}{names.dayparts[part.lower()] if part else ''}", None, None)
        return FoundTime(span_of(match), TimeType.SET, "S", (value,))
    if (groups["weekday"].islower() and not part) or not _is_weekday(match, scene):
        return None
    span = span_of(match)
    return in_part_of_day(_in_apposition(number, scene, span) or _weekday_beside(number, scene, span), part, scene)


def _is_weekday(match: re.Match[str], scene: Scene) -> bool:
    if scene.text[max(0, match.start() - 1) : match.start()] == "-":
        return False
    before = word_before(scene.text, match.start())
    if before.lower() in calendar_words("ordinals_of_weekdays", scene.language):
        return False
    return not before or before.islower() or before.lower() in calendar_words("before_weekday", scene.language)


def _in_apposition(number: int, scene: Scene, span: Span) -> FoundTime | None:
    """Read the weekday of "morgen (Mittwoch)" as the day that it explains."""
    before = scene.previous
    if before is None or before.grain != "D" or scene.text[before.span.end : span.start] != " (":
        return None
    same = tuple(reading for reading in before.readings if reading.begin and reading.begin.isoweekday() == number)
    return replace(before, span=span, readings=same, mod=None) if same else None


def _weekday_beside(number: int, scene: Scene, span: Span) -> FoundTime:
    published = scene.published
    if published is None:
        return relative_date(span, "D")
    behind = (published.isoweekday() - number) % _DAYS_A_WEEK
    ahead = (number - published.isoweekday()) % _DAYS_A_WEEK
    before = day_reading(published - timedelta(days=behind))
    after = day_reading(published + timedelta(days=ahead))
    return relative_date(span, "D", *chosen(before, after, scene.direction(span), before, ratio=1))


def read_weekend(match: re.Match[str], scene: Scene) -> FoundTime:
    """Read "am Wochenende", "over the weekend"."""
    span, published = span_of(match), scene.published
    if published is None:
        return relative_date(span, "WE")
    before = published - timedelta(days=(published.isoweekday() - _SATURDAY) % _DAYS_A_WEEK)
    last, this = weekend_reading(before), weekend_reading(published)
    return relative_date(span, "WE", *chosen(last, this, scene.direction(span), last, ratio=1))


def in_part_of_day(found: FoundTime, part: str | None, scene: Scene) -> FoundTime:
    """Return the expression with its days narrowed to a part of the day, such as "abend"."""
    if part is None:
        return found
    code = calendar_names(scene.language).dayparts[part.lower()]
    readings = tuple(daypart_reading(reading.begin, code) for reading in found.readings if reading.begin)
    return replace(found, type=TimeType.TIME, readings=readings)


def read_clock(match: re.Match[str], _scene: Scene) -> FoundTime | None:
    """Read a time of day; which day it is on, the stage decides."""
    hour, half = int(match["hour"]), match.groupdict().get("half")
    if half and not 0 < hour <= _NOON:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour > _MIDNIGHT:
        return None
    return FoundTime(span_of(match), TimeType.TIME, "T", clock=f"{hour:02}:{match['minute'] or '00'}")
