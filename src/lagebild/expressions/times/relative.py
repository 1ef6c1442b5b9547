"""What times counted from the publication mean: "gestern", "letzte Woche", "vor drei Jahren"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import period_reading, shifted
from lagebild.expressions.directions import Direction, direction_at
from lagebild.expressions.surroundings import starts_sentence, word_before
from lagebild.expressions.times.days import year_of
from lagebild.expressions.times.lengths import duration, length_of
from lagebild.expressions.times.scene import FoundTime, Scene, dated, relative, span_of, unresolved
from lagebild.expressions.times.seasons import part_of_year
from lagebild.expressions.times.weekdays import in_part_of_day, weekend
from lagebild.model import TimeModifier, TimeReading, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
}
# "More than two years ago" is before that day, "nearly two years ago" after it.
_POINT_MODIFIERS = {
    TimeModifier.APPROX: TimeModifier.APPROX,
    TimeModifier.MORE_THAN: TimeModifier.BEFORE,
    TimeModifier.LESS_THAN: TimeModifier.AFTER,
}


def unit_reading(day: date | None, unit: str) -> TimeReading:
    """Return the period of a unit in which a day lies, a value of X where no day is known."""
    if day is None:
        return unresolved(UNKNOWN.get(unit, "XXXX"))
    if unit == "Q":
        return part_of_year(day.year, "Q", (day.month - 1) // 3 + 1)
    if unit == "H":
        return part_of_year(day.year, "H", (day.month - 1) // 6 + 1)
    if unit == "DE":
        first = day.year // 10 * 10
        return TimeReading(str(first // 10), date(first, 1, 1), date(first + 9, 12, 31)) if first else unresolved("XXX")
    if unit == "CE":
        first = day.year // 100 * 100
        return (
            TimeReading(f"{first // 100:02}", date(first, 1, 1), date(first + 99, 12, 31))
            if first
            else unresolved("XX")
        )
    return period_reading(day, unit) or unresolved(UNKNOWN.get(unit, "XXXX"))


def moved(day: date | None, unit: str, by: int) -> date | None:
    """Return a day so many units away; ``None`` outside the calendar."""
    if day is None:
        return None
    if unit in {"Q", "H"}:
        return shifted(day, "M", by * (3 if unit == "Q" else 6))
    return shifted(day, unit, by)


def day_word(match: Match, scene: Scene) -> FoundTime | None:
    """Read "gestern", "heutige", "tomorrow", with a part of the day behind it."""
    away = match.get("day_word") if match.get("day_word") is not None else match.get("day_adjective")
    day = moved(scene.published, "D", int(str(away)))
    part = match.get("daypart") or match.get("daypart_adverb")
    if isinstance(pair := match.get("weekday_part"), tuple):
        part = pair[1]
    if part is None and (era := _era(match, scene, int(str(away)))) is not None:
        return FoundTime(span_of(match), TimeType.DATE, "R", (unresolved(era),))
    found = relative(match, "D", unit_reading(day, "D"))
    if match.get("unit") not in {None, "D"}:
        return None
    return in_part_of_day(found, str(part)) if part else found


_ERAS = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def _era(match: Match, scene: Scene, away: int) -> str | None:
    """Return the reference of "heute" as nowadays, of "von morgen" behind a noun; ``None`` where a day is meant."""
    span = span_of(match)
    if match.get("day_word") is None:
        alone = match.rule.pattern == "day_adjective"
        return _ERAS[0] if alone and away == 0 and scene.grammar.is_of_nowadays(span) else None
    if away in _ERAS and scene.grammar.describes_noun(span):
        return _ERAS[away]
    nowadays = away == 0 and scene.grammar.is_nowadays(span, is_daily=scene.is_daily)
    return _ERAS[0] if nowadays else None


def tonight(match: Match, scene: Scene) -> FoundTime | None:
    """Read "tonight"."""
    return in_part_of_day(relative(match, "D", unit_reading(scene.published, "D")), "TNI")


def shift(match: Match, scene: Scene) -> FoundTime | None:
    """Read "letzte Woche", "dieses Jahr", "Ende des Monats"."""
    unit = str(match.get("unit"))
    by = match.get("shift")
    if unit.startswith("T"):
        return None
    if unit == "D":
        return shifted_day(match, scene, by)
    if unit == "WE":
        return weekend(match, scene, int(by) if isinstance(by, int) else None)
    day = moved(scene.published, unit, int(by) if isinstance(by, int) else 0)
    return relative(match, unit, unit_reading(day, unit))


def shifted_day(match: Match, scene: Scene, by: object) -> FoundTime | None:
    """Read "nächsten Tag", "diesem Tag" from the last day told; ``None`` where there is none."""
    if by is None:
        return None
    index = scene.last_told("D")
    if index is None:
        return None
    day = scene.found[index].readings[0].begin
    other = moved(day, "D", int(str(by)))
    return replace(dated(match, "D", unit_reading(other, "D"), anchor="told"), told=index)


def new_year(match: Match, scene: Scene) -> FoundTime | None:
    """Read "das neue Jahr": the one that has begun not long ago, else the next one."""
    published = scene.published
    begins = 1 if published and published.month >= _SECOND_HALF else 0
    return relative(match, "Y", unit_reading(moved(published, "Y", begins), "Y"))


_SECOND_HALF = 7


def year_word(match: Match, scene: Scene) -> FoundTime | None:
    """Read "heuer", "letztjährig", "im heurigen Jahr"."""
    if match.get("unit") not in {None, "Y"}:
        return None
    return relative(match, "Y", unit_reading(moved(scene.published, "Y", int(str(match.get("year_word")))), "Y"))


def now_week(match: Match, scene: Scene) -> FoundTime | None:
    """Read the week beside that of publication in one word."""
    return relative(match, "W", unit_reading(moved(scene.published, "W", int(str(match.get("now_week"))[1:])), "W"))


def unit_edge(match: Match, scene: Scene) -> FoundTime | None:
    """Read "Jahresende", "Wochenbeginn"."""
    unit, _, edge = str(match.get("unit_edge")).partition("-")
    by = match.get("shift")
    day = moved(scene.published, unit, int(by) if isinstance(by, int) else 0)
    written = match.get("year") is not None or match.get("year_short") is not None
    if written and (year := year_of(match, scene)) is not None:
        if unit != "Y":
            return None
        day = date(year, 1, 1)
    anchor = "text" if written else "published"
    return replace(dated(match, unit, unit_reading(day, unit), anchor=anchor), mod=TimeModifier(edge))


def ago(match: Match, scene: Scene) -> FoundTime | None:
    """Read "three days ago" as the period so far away, "vor drei Wochen" as the length with the days of that period."""
    return _as_length(_distance(match, scene, -1), match)


def _as_length(found: FoundTime | None, match: Match) -> FoundTime | None:
    """Return the period so far away as its distance, with the days of the period, if the rule says so."""
    length = length_of(match)
    if found is None or length is None or match.get("as_length") is None:
        return found
    days = found.readings[0]
    reading = TimeReading(length.value, days.begin, days.last)
    return replace(found, type=TimeType.DURATION, readings=(reading,), mod=None)


def ahead(match: Match, scene: Scene) -> FoundTime | None:
    """Read "in three weeks" as the period ahead, "in drei Wochen" as the length with the days of that period.

    That is where the sentence looks ahead, or begins with it; else it is a length alone.
    """
    if match.get("day_word") is not None:
        return _distance(match, scene, 1)
    if match.get("vague") is not None and scene.language == "en":
        return duration(match, scene)
    before = word_before(scene.text, match.start)
    begins = starts_sentence(scene.text, match.start - len(before) - 1 if before else match.start)
    looks_ahead = direction_at(scene.text, match.start, match.end, scene.language) is Direction.FUTURE
    if looks_ahead or (begins and scene.direction(span_of(match)) is not Direction.PAST):
        return _as_length(_distance(match, scene, 1), match)
    return duration(match, scene)


def _distance(match: Match, scene: Scene, sign: int) -> FoundTime | None:
    length = length_of(match)
    mod = None
    if (bound := match.get("bound")) is not None:
        mod = _POINT_MODIFIERS[TimeModifier(str(bound))]
    if length is None:
        return None
    amount, unit = length.amount, length.unit
    if unit.startswith("T"):
        days = int(amount // _HOURS_A_DAY) if unit == "TH" and amount is not None else 0
        day = moved(scene.published, "D", sign * days)
        value = f"{day.isoformat() if day else 'XXXX-XX-XX'}TXX:XX"
        return FoundTime(
            span_of(match), TimeType.TIME, "T", (TimeReading(value, day, day) if day else unresolved(value),), mod=mod
        )
    grain = "D" if match.get("day_word") is not None else unit
    if amount is None:
        return replace(dated(match, grain, unresolved("PAST_REF" if sign < 0 else "FUTURE_REF")), mod=mod)
    day = counted_from(scene.published, unit, sign, amount)
    if unit in {"DE", "CE"}:
        grain = "Y"
    return replace(relative(match, grain, unit_reading(day, grain)), mod=mod)


_HOURS_A_DAY = 24


def counted_from(day: date | None, unit: str, sign: int, amount: float) -> date | None:
    """Return a day so many units away; a half is counted in the next smaller unit."""
    if amount == int(amount):
        return moved(day, unit, sign * int(amount))
    smaller = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}.get(unit)
    return moved(day, smaller[0], sign * round(amount * smaller[1])) if smaller else None
