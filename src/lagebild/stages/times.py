"""The layer ``times``: days, hours, durations and sets, each with the days it means."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import iso_day
from lagebild.expressions.times.conflicts import conflicts
from lagebild.expressions.times.finding import find_times as expressions_in
from lagebild.expressions.times.sentences import in_one_sentence
from lagebild.model import Article, Stage, TimeExpression, TimeReading, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lagebild.expressions.times.scene import FoundTime
    from lagebild.model import Analysis


def find_times(article: Article) -> Article:
    """Return the article with its times; counted from its publication where that is known."""
    published = iso_day(article.published.value) if article.published.value else None
    times = times_in(article.text, language=article.language, published=published, analysis=article.analysis)
    return replace(article, times=times)


def times_in(
    text: str, *, language: str | None, published: date | None, analysis: Analysis | None
) -> tuple[TimeExpression, ...]:
    """Return the times of a text.

    Args:
        text: The text.
        language: ISO 639-1 code.
        published: The day of publication, or ``None`` where it is unknown.
        analysis: What was read of the text, or ``None``.
    """
    found = expressions_in(text, language=language, published=published, analysis=analysis)
    times = tuple(_expression(_name(index), one) for index, one in enumerate(placed(text, found, published)))
    return _with_alternatives(text, times)


def _with_alternatives(text: str, times: tuple[TimeExpression, ...]) -> tuple[TimeExpression, ...]:
    """Return the times with the days of those that contradict them as other readings."""
    others: dict[str, list[TimeReading]] = {}
    for first, second in conflicts(text, times):
        for one, other in ((first, second), (second, first)):
            if other.value is not None:
                others.setdefault(one.id, []).append(TimeReading(other.value, other.begin, other.last))
    return tuple(
        replace(time, alternatives=(*time.alternatives, *others[time.id])) if time.id in others else time
        for time in times
    )


def placed(text: str, found: Sequence[FoundTime], published: date | None) -> list[FoundTime]:
    """Return the expressions with those of the clock on their days."""
    days = _days_of_clocks(text, found)
    return [
        one if one.clock is None else _on_day(text, one, day, found, published)
        for one, day in zip(found, days, strict=True)
    ]


STAGE = Stage(
    name="times",
    requires=frozenset({"text", "published", "language"}),
    provides=frozenset({"times"}),
    run=find_times,
)
"""The stage for the pipeline; where the language was analyzed before, tense and names are read from its trees."""


def _name(index: int) -> str:
    return f"t{index + 1}"


def _expression(name: str, found: FoundTime) -> TimeExpression:
    first = found.readings[0] if found.readings else None
    return TimeExpression(
        id=name,
        span=found.span,
        type=found.type,
        value=first.value if first else None,
        mod=found.mod,
        begin=first.begin if first else None,
        last=first.last if first else None,
        alternatives=found.readings[1:],
        anchor=_name(found.told) if found.told is not None else found.anchor,
    )


def _on_day(
    text: str, clock: FoundTime, index: int | None, found: Sequence[FoundTime], published: date | None
) -> FoundTime:
    """Return a clock time on the day with that index, on the day of publication where there is none."""
    if index is not None and found[index].type is TimeType.SET:
        value = found[index].readings[0].value
        day = value if _WEEKDAY.fullmatch(value) else "XXXX-XX-XX"
        return replace(clock, readings=(TimeReading(f"{day}{clock.clock}", None, None),), anchor=_name(index))
    if _EACH.search(text, max(0, clock.span.start - _EACH_CHARS), clock.span.start):
        return replace(clock, readings=(TimeReading(f"XXXX-XX-XX{clock.clock}", None, None),))
    if index is not None:
        readings = tuple(_at(reading, clock.clock) for reading in found[index].readings)
    else:
        day = published.isoformat() if published else "XXXX-XX-XX"
        readings = (TimeReading(f"{day}{clock.clock}", published, published),)
    return replace(clock, readings=readings, anchor="published" if index is None else _name(index))


_EACH_CHARS = 30
# "Jeweils ab 4 Uhr", "täglich von 10 bis 18 Uhr" are on no day in particular.
_EACH = re.compile(r"\b(?:jeweils|täglich)(?: (?:um|ab|von|bis|zwischen|\d[\d.]*(?: Uhr)? (?:bis|und)))*\s+\Z")
_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")


_NIGHT, _NOON = "NI", "T12"


def _at(day: TimeReading, clock: str | None) -> TimeReading:
    """Return a day narrowed to a time of the clock."""
    plain, _, part = day.value.partition("T")
    if part == _NIGHT and day.last is not None and clock is not None and clock < _NOON:
        # Behind "in der Nacht auf Sonntag", "gegen 3 Uhr" is on Sunday.
        return TimeReading(f"{day.last.isoformat()}{clock}", day.last, day.last)
    if plain.startswith("P") and day.begin is not None:
        plain = day.begin.isoformat()
    return TimeReading(f"{plain}{clock}", day.begin, day.last)


def _days_of_clocks(text: str, found: Sequence[FoundTime]) -> list[int | None]:
    """Return, for each clock time, the index of the day it is on.

    That is the nearest day of its sentence, else the last day named before in its paragraph, else ``None``.
    """
    before = list(_nearest_before(text, found))
    behind = list(_nearest_behind(text, found))
    days: list[int | None] = []
    for one, earlier, later in zip(found, before, behind, strict=True):
        if one.clock is None:
            days.append(None)
        elif later is not None and (earlier is None or not _same_sentence(text, found[earlier], one)):
            days.append(later)
        else:
            days.append(earlier)
    return days


def _nearest_before(text: str, found: Sequence[FoundTime]) -> Iterator[int | None]:
    day: int | None = None
    reached = 0
    for index, one in enumerate(found):
        if "\n" in text[reached : one.span.start]:
            day = None
        yield day
        reached = one.span.end
        recurs = one.type is TimeType.SET and (
            day is None or _is_each_weekday(one) or not _same_sentence(text, found[day], one)
        )
        day = index if one.grain == "D" or recurs else day


def _is_each_weekday(one: FoundTime) -> bool:
    return _WEEKDAY.fullmatch(one.readings[0].value) is not None


def _nearest_behind(text: str, found: Sequence[FoundTime]) -> Iterator[int | None]:
    for index, one in enumerate(found):
        following = index + 1
        is_day = following < len(found) and _is_told_behind(text, one, found[following], index)
        yield following if is_day else None


def _is_told_behind(text: str, one: FoundTime, day: FoundTime, index: int) -> bool:
    """Tell whether a clock can be on a day behind it: one of its clause, and not counted from a time before."""
    between = text[one.span.end : day.span.start]
    counted = day.told is not None and day.told < index and "," in between
    return day.grain == "D" and not counted and _same_sentence(text, one, day) and not _NEXT_CLAUSE.search(between)


_NEXT_CLAUSE = re.compile(
    r", (?:denn|weil|da|dass|daß|während|als|bevor|ehe|nachdem|sodass|wo|aber|because|while|when) "
)


def _same_sentence(text: str, first: FoundTime, second: FoundTime) -> bool:
    return in_one_sentence(text, first.span.end, second.span.start)
