"""Times that contradict each other: two weekdays for one day, a weekend and a day outside of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from lagebild.expressions.times.sentences import in_one_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import TimeExpression

# "donnerstagmorgen eines lokalen Wednesdays": nothing between them that could make two times of them.
_APPOSED = re.compile(r" (?:(?:eines|des|dieses|of an?|of the) )?(?:[a-zäöüß]+ )?", re.IGNORECASE)
_LINKS = frozenset("und oder bis zum am and or to until on".split())
_NUMBERED = re.compile(r"\d{1,2}\b")
_MOST_DAYS = 8


def conflicts(text: str, times: Sequence[TimeExpression]) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Yield pairs of times of one sentence that cannot both be meant, in the order of the text.

    Args:
        text: The text that the spans of the times refer to.
        times: Its times, from left to right.
    """
    for first, second in pairwise(times):
        between = text[first.span.end : second.span.start]
        if _are_apposed(between) and _is_day(first) and _is_day(second) and first.begin != second.begin:
            yield first, second
    weekends = [time for time in times if (time.value or "").endswith("-WE")]
    days = [time for time in times if _is_day(time) and _NUMBERED.match(time.span.of(text))]
    for weekend in weekends:
        for day in days:
            if _contradicts_weekend(text, weekend, day):
                yield (weekend, day) if weekend.span < day.span else (day, weekend)


def _are_apposed(between: str) -> bool:
    return bool(_APPOSED.fullmatch(between)) and not _LINKS & set(between.lower().split())


def _is_day(time: TimeExpression) -> bool:
    return time.begin is not None and time.begin == time.last


def _contradicts_weekend(text: str, weekend: TimeExpression, day: TimeExpression) -> bool:
    """Tell whether a sentence that tells of a weekend gives as its date a day close to it and not in it."""
    if weekend.begin is None or weekend.last is None or day.begin is None or weekend.begin <= day.begin <= weekend.last:
        return False
    first, second = sorted((weekend.span, day.span))
    if not in_one_sentence(text, first.end, second.start):
        return False
    return abs((day.begin - weekend.begin).days) <= _MOST_DAYS
