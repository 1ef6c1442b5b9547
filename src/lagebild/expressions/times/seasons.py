"""What seasons, quarters and halves of a year mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import shifted
from lagebild.expressions.directions import Direction
from lagebild.expressions.times.days import year_of
from lagebild.expressions.times.scene import FoundTime, Scene, chosen, dated, relative, span_of, unresolved
from lagebild.expressions.times.sentences import in_one_sentence
from lagebild.model import TimeReading

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

_MONTHS_A_YEAR = 12
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season_reading(number: int, name: str) -> TimeReading:
    """Return a season; a winter has the year in which it begins."""
    first = date(number, _SEASONS[name], 1)
    behind = shifted(first, "M", 3)
    last = behind - timedelta(days=1) if behind else date(number, 12, 31)
    return TimeReading(f"{number:04}-{name}", first, last)


def season(match: Match, scene: Scene) -> FoundTime | None:
    """Read a season; without a year it is one beside the day of publication."""
    name = str(match.get("season") or match.get("fall"))
    if match.get("fall") is not None and match.get("year") is None and scene.text.startswith(" of ", match.end):
        return None
    written = next(iter(match.figures("years")), None)
    if written is not None or match.get("year") is not None or match.get("year_short") is not None:
        number = written if written is not None else year_of(match, scene)
        return dated(match, "SE", season_reading(number, name)) if number is not None else None
    if scene.published is None:
        return dated(match, "SE", unresolved(f"XXXX-{name}"))
    return _gone_on(match, scene, name) or relative(match, "SE", *_from_now(match, scene, name, scene.published))


def _from_now(match: Match, scene: Scene, name: str, published: date) -> tuple[TimeReading, ...]:
    shift = match.number("shift")
    if (number := year_of(match, scene)) is not None:
        return (season_reading(number, name),)
    return _beside(match, scene, name, published) if shift is None else (_shifted(published, name, shift),)


def _gone_on(match: Match, scene: Scene, name: str) -> FoundTime | None:
    """Read "im Herbst" as the first one after a date long past that was told right before."""
    says = any(match.get(word) is not None for word in ("shift", "year_word", "told_word"))
    index = None if says else scene.told_past(span_of(match))
    begin = scene.found[index].readings[0].begin if index is not None else None
    if begin is None:
        return None
    known = [season_reading(begin.year + by, name) for by in (0, 1)]
    following = next(one for one in known if _lasts(one, begin))
    return replace(dated(match, "SE", following, anchor="told"), told=index)


def _lasts(season: TimeReading, begin: date) -> bool:
    """Tell whether a season is not over on a day."""
    return season.last is not None and season.last >= begin


def _neighbours(published: date, name: str) -> tuple[TimeReading, TimeReading]:
    """Return the last such season that has begun and the next one that has not ended."""
    known = [season_reading(published.year + by, name) for by in (-1, 0, 1)]
    begun = [one for one in known if one.begin is not None and one.begin <= published]
    left = [one for one in known if one.last is not None and one.last >= published]
    return begun[-1], left[0]


def _beside(match: Match, scene: Scene, name: str, published: date) -> tuple[TimeReading, ...]:
    before, after = _neighbours(published, name)
    assert before.last is not None
    assert after.begin is not None
    nearer = before if (published - before.last).days <= (after.begin - published).days else after
    return chosen(before, after, scene.direction(span_of(match)), nearer, ratio=1)


def _shifted(published: date, name: str, by: int) -> TimeReading:
    """Return "last summer", "this winter", "next spring": none that is running is the last or the next one."""
    before, after = _neighbours(published, name)
    running = before == after
    if by < 0:
        return season_reading(int(before.value[:4]) - running + by + 1, name)
    if by > 0:
        return season_reading(int(after.value[:4]) + running + by - 1, name)
    return before if running else season_reading(published.year, name)


def quarter(match: Match, scene: Scene) -> FoundTime | None:
    """Read "das dritte Quartal", "die zweite Jahreshälfte"."""
    kind = str(match.get("half_word"))
    months = {"Q": 3, "H": 6}[kind]
    shift, published = match.number("shift"), scene.published
    ordinal = match.number("ordinal") or match.number("ordinal_figure")
    number = year_of(match, scene)
    if ordinal is None and shift == -1 and number is not None:
        ordinal = _MONTHS_A_YEAR // months
    if ordinal is None:
        if published is None or shift is None:
            return dated(match, "Q", unresolved(f"XXXX-{kind}X"))
        moved = shifted(published, "M", months * shift)
        return relative(match, "Q", part_of_year(moved.year, kind, (moved.month - 1) // months + 1) if moved else None)
    if not 1 <= ordinal <= _MONTHS_A_YEAR // months:
        return None
    if number is not None:
        return dated(match, "Q", part_of_year(number, kind, ordinal))
    return _part_gone_on(match, scene, kind, ordinal) or _part_from_now(match, scene, kind, ordinal)


def _part_gone_on(match: Match, scene: Scene, kind: str, ordinal: int) -> FoundTime | None:
    """Read "im zweiten Halbjahr" in the year that its sentence has told: "im ersten Halbjahr 2014 …"."""
    index = scene.last_told("Q", "Y")
    begin = scene.found[index].readings[0].begin if index is not None else None
    if index is None or begin is None or scene.found[index].anchor == "published":
        return None
    if not in_one_sentence(scene.text, scene.found[index].span.end, match.start):
        return None
    return replace(dated(match, "Q", part_of_year(begin.year, kind, ordinal), anchor="told"), told=index)


def _part_from_now(match: Match, scene: Scene, kind: str, ordinal: int) -> FoundTime:
    if scene.published is None:
        return dated(match, "Q", unresolved(f"XXXX-{kind}{ordinal}"))
    return relative(match, "Q", _beside_part(match, scene, scene.published, kind, ordinal))


def _beside_part(match: Match, scene: Scene, published: date, kind: str, ordinal: int) -> TimeReading:
    """Return the part of the year of publication, or of the one beside it where the tense rules that out."""
    part = part_of_year(published.year, kind, ordinal)
    direction = scene.direction(span_of(match))
    assert part.begin is not None
    assert part.last is not None
    if direction is Direction.PAST and part.begin > published:
        return part_of_year(published.year - 1, kind, ordinal)
    if direction is Direction.FUTURE and part.last < published:
        return part_of_year(published.year + 1, kind, ordinal)
    return part


def part_of_year(number: int, kind: str, ordinal: int) -> TimeReading:
    """Return a quarter or a half of a year."""
    months = {"Q": 3, "H": 6}[kind]
    first = date(number, months * (ordinal - 1) + 1, 1)
    behind = shifted(first, "M", months)
    return TimeReading(
        f"{number:04}-{kind}{ordinal}", first, behind - timedelta(days=1) if behind else date(number, 12, 31)
    )
