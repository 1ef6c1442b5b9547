"""What weekdays and weekends mean: "Montag", "letzten Dienstagabend", "in der Nacht zum Freitag"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import day_reading, daypart_reading, shifted, weekend_reading
from lagebild.expressions.surroundings import word_before
from lagebild.expressions.times.days import date_named, weekday_number
from lagebild.expressions.times.scene import FoundTime, Scene, chosen, dated, relative, span_of, unresolved
from lagebild.expressions.times.sentences import in_one_sentence
from lagebild.expressions.times.words import numbers_of, words_before_weekdays
from lagebild.model import Span, TimeReading, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

_WEEKEND_FIRST = 6


def weekday(match: Match, scene: Scene) -> FoundTime | None:
    """Read a weekday, alone, with "letzten" or "nächsten", or with a part of the day."""
    if _names_a_person(match, scene):
        return None
    number, part = weekday_number(match), match.get("daypart")
    if isinstance(pair := match.get("weekday_part"), tuple):
        part = pair[1]
    if number is None:
        return None
    if match.get("shift") is None and _recurs(match, scene):
        return FoundTime(span_of(match), TimeType.SET, "S", (unresolved(f"XXXX-WXX-{number}{part or ''}"),))
    if match.get("that") is not None and (told := _day_told(match, scene, number)) is not None:
        return in_part_of_day(told, str(part)) if part else told
    shift = match.number("shift")
    found = (
        _shifted_weekday(match, scene, number, shift) if shift is not None else _weekday_beside(match, scene, number)
    )
    return in_part_of_day(found, str(part)) if part else found


# "Jeweils am Dienstag", and the second of "jeden Montag und Donnerstag".
_EACH = re.compile(r"\b(?:jeweils|immer)(?: (?:am|den|von|ab))* \Z", re.IGNORECASE)
_EACH_CHARS = 30
_LISTED = re.compile(r"(?:,| und| oder| sowie| bis)(?: am)? ")


def _recurs(match: Match, scene: Scene) -> bool:
    """Tell whether a weekday is each one: behind "jeweils", or listed behind one that comes again."""
    if scene.language != "de":
        return False
    if _EACH.search(scene.text, max(0, match.start - _EACH_CHARS), match.start):
        return True
    before = scene.found[-1] if scene.found else None
    return (
        before is not None
        and before.type is TimeType.SET
        and before.readings[0].value.startswith("XXXX-WXX-")
        and _LISTED.fullmatch(scene.text, before.span.end, match.start) is not None
    )


def _day_told(match: Match, scene: Scene, number: int) -> FoundTime | None:
    """Return the last such weekday told: "jener Freitag"."""
    for index in range(len(scene.found) - 1, -1, -1):
        day = scene.found[index].day
        if day is not None and scene.found[index].grain == "D" and day.isoweekday() == number:
            return replace(dated(match, "D", day_reading(day), anchor="told"), told=index)
    return None


def _names_a_person(match: Match, scene: Scene) -> bool:
    """Tell whether a capitalised word that is no preposition stands before a weekday alone: "Peter Sonntag"."""
    if scene.language == "en" and scene.grammar.is_analyzed:
        return False
    if not scene.text[match.start : match.end].isalpha() or scene.text[match.start : match.end].isupper():
        return False
    before = word_before(scene.text, match.start)
    if before and scene.grammar.is_no_noun(Span(match.start - 1 - len(before), match.start - 1)):
        return False
    return before[:1].isupper() and not before.isupper() and before.lower() not in words_before_weekdays(scene.language)


def _weekday_beside(match: Match, scene: Scene, number: int) -> FoundTime:
    published = scene.published
    if published is None:
        return dated(match, "D", unresolved(f"XXXX-WXX-{number}"))
    if (told := _explained(match, scene, number) or _beside_date(match, scene, number)) is not None:
        return told
    if (monday := _week_told(match, scene)) is not None:
        return relative(match, "D", day_reading(monday + timedelta(days=number - 1)))
    if (first := scene.range_begun(match.start)) is not None:
        return relative(match, "D", day_reading(first + timedelta(days=(number - first.isoweekday()) % 7)))
    before = published - timedelta(days=(published.isoweekday() - number) % 7)
    after = published + timedelta(days=(number - published.isoweekday()) % 7)
    if before == after:
        direction = scene.direction(span_of(match))
        other = shifted(published, "D", 7 if direction is not None and direction.value > 0 else -7)
        return relative(match, "D", day_reading(published), day_reading(other) if other else None)
    # "Beginn: Freitag, 20 Uhr" announces what is to come.
    is_announced = any(match.get(name) is not None for name in ("hour", "clock", "dotted_clock"))
    is_coming = scene.language == "de" and (is_announced or scene.grammar.announces(span_of(match)))
    nearer = day_reading(after if is_coming else before)
    direction = scene.direction(span_of(match))
    readings = chosen(day_reading(before), day_reading(after), direction, nearer, ratio=1)
    return relative(match, "D", *readings)


def _week_told(match: Match, scene: Scene) -> date | None:
    """Return the Monday of the week that the sentence has named before: "in der kommenden Woche wird ab Dienstag …"."""
    before = scene.found[-1] if scene.found else None
    if (
        before is None
        or before.grain not in {"W", "D"}
        or not in_one_sentence(scene.text, before.span.end, match.start)
    ):
        return None
    if before.grain == "W":
        return before.readings[0].begin if before.readings else None
    earlier = scene.found[-2] if len(scene.found) > 1 else None
    if earlier is None or earlier.grain != "W" or not in_one_sentence(scene.text, earlier.span.end, match.start):
        return None
    return earlier.readings[0].begin if earlier.readings else None


def _beside_date(match: Match, scene: Scene, number: int) -> FoundTime | None:
    """Read "am Samstag" behind "am Freitag, 6. März" as the day behind it, where that one is far away."""
    before = scene.found[-1] if scene.found else None
    if before is None or before.day is None or scene.published is None:
        return None
    words = before.span.of(scene.text).lower().replace(",", " ").split()
    goes_on = words[0] in numbers_of("weekday", scene.language) and (before.anchor == "told" or len(words) > 1)
    away = (before.day - scene.published).days
    is_far = abs(away) > _DAYS_A_WEEK and "\n" not in scene.text[before.span.end : match.start]
    direction = scene.direction(span_of(match))
    if not goes_on or not is_far or (direction is not None and direction.value * away < 0):
        return None
    day = shifted(before.day, "D", (number - before.day.isoweekday()) % _DAYS_A_WEEK)
    if day is None:
        return None
    return replace(dated(match, "D", day_reading(day), anchor="told"), told=len(scene.found) - 1)


_DAYS_A_WEEK = 7


_APPOSED = frozenset({" (", ", "})


def _explained(match: Match, scene: Scene, number: int) -> FoundTime | None:
    """Read the weekday of "morgen (Mittwoch)" as the day that it explains."""
    before = scene.found[-1] if scene.found else None
    if before is None or before.grain != "D" or scene.text[before.span.end : match.start] not in _APPOSED:
        return None
    same = tuple(reading for reading in before.readings if reading.begin and reading.begin.isoweekday() == number)
    return replace(before, span=span_of(match), readings=same, mod=None) if same else None


def _shifted_weekday(match: Match, scene: Scene, number: int, by: int) -> FoundTime:
    published = scene.published
    if published is None:
        return dated(match, "D", unresolved(f"XXXX-WXX-{number}"))
    if by < 0:
        away = -((published.isoweekday() - number - 1) % 7 + 1) + 7 * (by + 1)
    elif by > 0:
        away = (number - published.isoweekday() - 1) % 7 + 1 + 7 * (by - 1)
    else:
        return _this_weekday(match, scene, number)
    day = shifted(published, "D", away)
    return relative(match, "D", day_reading(day) if day else None)


def _this_weekday(match: Match, scene: Scene, number: int) -> FoundTime:
    published = scene.published
    assert published is not None
    away = number - published.isoweekday()
    direction = scene.direction(span_of(match))
    if direction is not None and away * direction.value < 0:
        away += 7 * direction.value
    day = shifted(published, "D", away)
    return relative(match, "D", day_reading(day) if day else None)


def weekday_of_week(match: Match, scene: Scene) -> FoundTime | None:
    """Read "Montag letzter Woche"."""
    number, shift = weekday_number(match), match.number("shift")
    if number is None or shift is None or match.get("unit") != "W":
        return None
    if scene.published is None:
        return dated(match, "D", unresolved(f"XXXX-WXX-{number}"))
    day = shifted(scene.published, "D", number - scene.published.isoweekday() + 7 * shift)
    return relative(match, "D", day_reading(day) if day else None)


def night_to(match: Match, scene: Scene) -> FoundTime | None:
    """Read "in der Nacht zum Donnerstag", "in der Nacht auf den 3. Mai" as the night that begins on the day before."""
    number = weekday_number(match)
    found: FoundTime | None
    if (day_word := match.number("day_word")) is not None:
        day = shifted(scene.published, "D", day_word) if scene.published else None
        found = relative(match, "D", day_reading(day) if day else unresolved("XXXX-XX-XX"))
    elif match.get("month") is not None:
        found = date_named(match, scene)
    else:
        found = _weekday_beside(match, scene, number) if number is not None and scene.published else None
    if found is None:
        return None
    part = str(match.get("daypart"))
    readings: list[TimeReading] = []
    before = 0 if match.values.keys() & {"'von'", "'vom'", "'des'"} else 1
    for reading in found.readings[:1]:
        if reading.begin and (eve := shifted(reading.begin, "D", -before)):
            following = shifted(eve, "D", 1) or eve
            readings.append(TimeReading(f"{eve.isoformat()}{part}", eve, following))
            if before:
                readings.append(TimeReading(f"{reading.begin.isoformat()}{part}", reading.begin, reading.begin))
        else:
            readings.append(unresolved(f"{reading.value}{part}"))
    return replace(found, type=TimeType.TIME, readings=tuple(readings))


def in_part_of_day(found: FoundTime, part: str) -> FoundTime:
    """Return an expression with its days narrowed to a part of the day, such as ``TEV``."""
    readings = tuple(
        daypart_reading(reading.begin, part) if reading.begin else unresolved(f"{reading.value}{part}")
        for reading in found.readings
    )
    return replace(found, type=TimeType.TIME, readings=readings)


def weekend_named(match: Match, scene: Scene) -> FoundTime | None:
    """Read "am Wochenende", "over the weekend"."""
    return weekend(match, scene, None)


def weekend(match: Match, scene: Scene, shift: int | None) -> FoundTime:
    """Read a weekend, the one beside the day of publication where nothing tells which."""
    published = scene.published
    if published is None:
        return dated(match, "WE", unresolved("XXXX-WXX-WE"))
    before = published - timedelta(days=(published.isoweekday() - _WEEKEND_FIRST) % 7)
    last, this = weekend_reading(before), weekend_reading(published)
    if shift:
        inside = published.isoweekday() >= _WEEKEND_FIRST
        if shift < 0:
            day = published - timedelta(days=7) if inside else before
        else:
            day = published + timedelta(days=7) if inside else published
        moved = shifted(day, "D", 7 * (shift - (1 if shift > 0 else -1 if shift < 0 else 0)))
        return relative(match, "WE", weekend_reading(moved) if moved else None)
    return relative(match, "WE", *chosen(last, this, scene.direction(span_of(match)), last, ratio=1))
