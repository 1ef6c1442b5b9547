"""What times counted from a time told before mean: "am Vortag", "drei Tage später", "tags darauf"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.times.lengths import Length, duration, length_of
from lagebild.expressions.times.relative import UNKNOWN, counted_from, moved, shifted_day, unit_reading
from lagebild.expressions.times.scene import FoundTime, Scene, dated, relative, span_of, unresolved
from lagebild.expressions.times.weekdays import in_part_of_day
from lagebild.model import TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

_NEAR = 150


def told(match: Match, scene: Scene) -> FoundTime | None:
    """Read "Vorjahr", "Folgetag" from the last time told that has such a period, else from the publication."""
    name = str(match.get("told_word"))
    unit, by = name[0], int(name[1:])
    index = _counted_from(match, scene, unit, by)
    if index is not None:
        day = scene.found[index].readings[0].begin
        return replace(dated(match, unit, unit_reading(moved(day, unit, by), unit), anchor="told"), told=index)
    if unit == "D" and by > 0:
        return dated(match, unit, unresolved(UNKNOWN[unit]))
    return relative(match, unit, unit_reading(moved(scene.published, unit, by), unit))


def _counted_from(match: Match, scene: Scene, unit: str, by: int) -> int | None:
    """Return the index of the time told that "Vortag", "Folgejahr", "Vorjahresmonat" is counted from."""
    if unit == "D" or by > 0:
        index = scene.last_told(*_FINER[unit])
        return scene.main_line(index) if by < 0 and index is not None else index
    index = scene.last_told(unit)
    if index is None or match.start - scene.found[index].span.end > _NEAR:
        return None
    # "Gegenüber dem Vorjahr" is counted from the year of publication but where the text has just told another.
    return index if unit != "Y" or scene.found[index].anchor == "text" else None


_FINER = {
    "D": ("D", "WE"),
    "W": ("W", "D"),
    "M": ("M", "D"),
    "Q": ("Q", "M", "D"),
    "Y": ("Y", "M", "D", "SE"),
    "DE": ("Y", "M", "D"),
    "CE": ("Y",),
}


def told_shift(match: Match, scene: Scene) -> FoundTime | None:
    """Read "drei Tage später", "ein Jahr zuvor", "am Tag darauf" from the last time told."""
    length = length_of(match) or _in_one_word(match)
    if length is None:
        return None
    before = match.number("before_told")
    amount = length.amount
    if amount is None and match.get("vague") is None and before is not None:
        amount = 1.0
    if _COMPARES.match(scene.text, match.end):
        return duration(match, scene)
    unit, sign = length.unit, before or (-1 if match.get("earlier") is not None else 1)
    if amount is None or unit in {"WE", "ML"}:
        return duration(match, scene)
    if unit.startswith("T"):
        return _later_clock(match, scene, unit, sign * amount)
    grain = {"DE": "Y", "CE": "Y"}.get(unit, unit)
    index = scene.last_told(*_FINER.get(unit, ("D",)))
    if index is None:
        return dated(match, grain, unresolved(UNKNOWN.get(grain, "XXXX")))
    if unit == "D" and sign < 0:
        index = scene.main_line(index)
    day = counted_from(scene.found[index].readings[0].begin, unit, sign, amount)
    return replace(dated(match, grain, unit_reading(day, grain), anchor="told"), told=index)


def told_part(match: Match, scene: Scene) -> FoundTime | None:
    """Read "in der Nacht zuvor", "am Abend davor" from the last day told, else from the publication."""
    index = scene.last_told("D")
    day = scene.found[index].readings[0].begin if index is not None else scene.published
    found = dated(match, "D", unit_reading(moved(day, "D", match.number("before_told") or -1), "D"), anchor="told")
    found = replace(found, told=index) if index is not None else replace(found, anchor="published" if day else None)
    return in_part_of_day(found, str(match.get("daypart")))


_MINUTES = re.compile(r"PT(\d+)M")


def _in_one_word(match: Match) -> Length | None:
    """Return the length of "eine Viertelstunde"."""
    minutes = _MINUTES.fullmatch(str(match.get("length_word")))
    return Length(float(minutes[1]), "TM") if minutes else None


# "Ein Jahr früher, als geplant" is so much earlier, and no time told.
_COMPARES = re.compile(r",? (?:als|than)\b")
_CLOCK_MINUTES = {"TH": 60.0, "TM": 1.0, "TS": 1 / 60}


def _later_clock(match: Match, scene: Scene, unit: str, amount: float) -> FoundTime:
    """Return the time of the clock so long after the last one told; its day alone where none was."""
    for one in reversed(scene.found):
        if one.clock is not None and (clock := _CLOCK.fullmatch(one.clock)):
            minutes = int(clock[1]) * 60 + int(clock[2]) + round(amount * _CLOCK_MINUTES[unit])
            if 0 <= minutes < 24 * 60:
                return FoundTime(span_of(match), TimeType.TIME, "T", clock=f"T{minutes // 60:02}:{minutes % 60:02}")
            break
    return FoundTime(span_of(match), TimeType.TIME, "T", clock="TXX:XX")


_CLOCK = re.compile(r"T(\d\d):(\d\d)")


def told_same(match: Match, scene: Scene) -> FoundTime | None:
    """Read "am gleichen Tag", "im selben Jahr" as the last time told."""
    unit = str(match.get("unit"))
    if unit not in UNKNOWN:
        return None
    index = scene.last_told(*_FINER.get(unit, (unit, "D")))
    if index is None:
        return dated(match, unit, unresolved(UNKNOWN[unit]))
    day = scene.found[index].readings[0].begin
    return replace(dated(match, unit, unit_reading(day, unit), anchor="told"), told=index)


def nth(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "der dritte Tag", "im ersten Jahr" of something: when it began, the text around it tells at best."""
    unit = next(unit for word, unit in _COUNTED.items() if word in match.values)
    return dated(match, unit, unresolved(UNKNOWN[unit]))


_COUNTED = {"'tag'": "D", "'woche'": "W", "'monat'": "M", "'jahr'": "Y"}


def told_day(match: Match, scene: Scene) -> FoundTime | None:
    """Read "am nächsten Tag", "an diesem Tag" from the last day told."""
    return shifted_day(match, scene, match.get("shift")) or dated(match, "D", unresolved(UNKNOWN["D"]))
