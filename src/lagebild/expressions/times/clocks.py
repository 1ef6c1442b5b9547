"""What times of day mean: "20.30 Uhr", "halb neun", "8 p.m.", "am Abend", "nachts"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import day_reading
from lagebild.expressions.directions import Direction
from lagebild.expressions.surroundings import clause_around
from lagebild.expressions.times import feasts, weekdays
from lagebild.expressions.times.clock_figures import at_clock, clock_of
from lagebild.expressions.times.relative import day_word, moved
from lagebild.expressions.times.scene import FoundTime, Scene, dated, relative, span_of, unresolved
from lagebild.model import TimeModifier, TimeReading, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match


def clock(match: Match, _scene: Scene) -> FoundTime | None:
    """Read a time of the clock; which day it is on, the text around it decides."""
    written = clock_of(match)
    if written is None:
        return None
    mod = TimeModifier.APPROX if match.get("around") is not None else None
    return FoundTime(span_of(match), TimeType.TIME, "T", clock=f"T{written}", mod=mod)


def hour_of_range(match: Match, _scene: Scene) -> FoundTime | None:
    """Read the "16" of "16 bis 17.30 Uhr"."""
    hour = match.get("hour")
    return FoundTime(span_of(match), TimeType.TIME, "T", clock=f"T{hour:02}:00") if isinstance(hour, int) else None


def day_clock(match: Match, scene: Scene) -> FoundTime | None:
    """Read a time of the clock with its day: "Montag, 20 Uhr"."""
    if match.get("daypart") is not None and clock_of(match) is None:
        return weekdays.weekday(match, scene)
    day = day_word(match, scene) if match.get("day_word") is not None else weekdays.weekday(match, scene)
    if match.get("night_word") is not None:
        day = relative(match, "D", day_reading(scene.published) if scene.published else None)
    if match.get("feast") is not None:
        day = feasts.feast(match, scene)
    if day is None:
        return None
    return at_clock(day, match)


def daypart(match: Match, scene: Scene) -> FoundTime | None:
    """Read a part of the day; which day, the text around it decides."""
    part = str(match.get("daypart") or match.get("daypart_adverb"))
    mod = match.get("daypart_edge")
    if _is_of_day_told(match, scene) and (index := scene.last_told("D")) is not None:
        begin = scene.found[index].readings[0].begin
        found = dated(match, "D", day_reading(begin) if begin else None, anchor="told")
        return replace(weekdays.in_part_of_day(found, part), told=index)
    by = match.get("shift") if match.get("shift") is not None else match.get("day_adjective")
    if by is not None:
        if scene.published is None:
            return None
        day = moved(scene.published, "D", int(str(by)) if by != 0 else 0)
        found = relative(match, "D", day_reading(day) if day else None)
        return weekdays.in_part_of_day(found, part)
    if match.get("daypart_adverb") is not None and _comes_again(match, scene):
        return FoundTime(span_of(match), TimeType.SET, "S", (unresolved(f"XXXX-XX-XX{part}"),))
    if _is_night_before(match, scene, part):
        eve = moved(scene.published, "D", -1)
        night = TimeReading(f"{eve.isoformat()}{part}", eve, scene.published) if eve else None
        return replace(relative(match, "D", night), type=TimeType.TIME)
    return FoundTime(span_of(match), TimeType.TIME, "T", clock=part, mod=TimeModifier(str(mod)) if mod else None)


def _is_night_before(match: Match, scene: Scene, part: str) -> bool:
    """Tell whether "in der Nacht" is the one before the publication: it is over, and the paragraph tells of no day."""
    if part != "TNI" or scene.language != "de" or match.get("the") is None or scene.published is None:
        return False
    index = scene.last_told("D")
    tells_day = index is not None and "\n" not in scene.text[scene.found[index].span.end : match.start]
    return not tells_day and scene.direction(span_of(match)) is Direction.PAST


def _is_of_day_told(match: Match, scene: Scene) -> bool:
    """Tell whether a part of the day is that of the day told: "am selben Abend", "an diesem Abend" behind a day."""
    if match.get("same") is not None or match.get("that") is not None:
        return True
    index = scene.last_told("D") if scene.language == "de" and match.get("shift") == 0 else None
    if index is None:
        return False
    between = scene.text[scene.found[index].span.end : match.start]
    return "\n" not in between and len(between) <= _SAME_STORY_CHARS


_SAME_STORY_CHARS = 300


def _comes_again(match: Match, scene: Scene) -> bool:
    """Tell whether "nachts" is no night in particular: the tense is none of the past, and no day stands before it."""
    sentence, _ = clause_around(scene.text, match.start, match.end)
    dated_before = (
        bool(scene.found) and scene.found[-1].span.end > sentence and scene.found[-1].type is not TimeType.SET
    )
    return not dated_before and scene.language == "de" and scene.direction(span_of(match)) is not Direction.PAST
