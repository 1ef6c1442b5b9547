"""The layer ``times``: days, hours, durations and sets, each with the days it means."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import iso_day
from lagebild.expressions.dates import find_times_in
from lagebild.model import Article, Stage, TimeExpression, TimeReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lagebild.expressions.findings import FoundTime

# A sentence goes on behind "18. Juni" and "2:30 p.m. on".
_SENTENCE_END = re.compile(r"[^\W\d_][.!?][\"“”»«]?\s+(?=[\"„“»«]?[^\W\d_a-zäöüß])|\n")
_LONGEST_SENTENCE_CHARS = 400


def find_times(article: Article) -> Article:
    """Return the article with its times; counted from its publication where that is known."""
    published = iso_day(article.published.value) if article.published.value else None
    found = tuple(find_times_in(article.text, language=article.language, published=published))
    days = _days_of_clocks(article.text, found)
    placed = (
        one if one.clock is None else _on_day(one, day, found, published) for one, day in zip(found, days, strict=True)
    )
    return replace(article, times=tuple(_expression(_name(index), one) for index, one in enumerate(placed)))


STAGE = Stage(
    name="times", requires=frozenset({"text", "published", "language"}), provides=frozenset({"times"}), run=find_times
)
"""The stage for the pipeline."""


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
        anchor=found.anchor,
    )


def _on_day(clock: FoundTime, index: int | None, found: Sequence[FoundTime], published: date | None) -> FoundTime:
    """Return a clock time on the day with that index, on the day of publication where there is none."""
    days = [published] if index is None else [reading.begin for reading in found[index].readings]
    readings = tuple(TimeReading(f"{day.isoformat()}T{clock.clock}", day, day) for day in days if day)
    if not readings:
        return replace(clock, readings=(TimeReading(f"T{clock.clock}", None, None),))
    return replace(clock, readings=readings, anchor="published" if index is None else _name(index))


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
        day = index if one.grain == "D" else day


def _nearest_behind(text: str, found: Sequence[FoundTime]) -> Iterator[int | None]:
    for index, one in enumerate(found):
        following = index + 1
        is_day = following < len(found) and found[following].grain == "D"
        yield following if is_day and _same_sentence(text, one, found[following]) else None


def _same_sentence(text: str, first: FoundTime, second: FoundTime) -> bool:
    if second.span.start - first.span.end > _LONGEST_SENTENCE_CHARS:
        return False
    return not _SENTENCE_END.search(text, first.span.end - 1, second.span.start + 1)
