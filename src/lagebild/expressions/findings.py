"""A time expression before the record gives it a name, with what is needed to understand it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.expressions.directions import Direction, direction_at
from lagebild.expressions.surroundings import BLANK
from lagebild.model import Span, TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

    from lagebild.model import TimeModifier

_LINK = re.compile(rf"{BLANK}?(?:/|–|-|und|oder|sowie|bis|and|or|to){BLANK}?")
_COMMA = re.compile(rf",{BLANK}")
# A day more than ten times as far away as the other one that the words allow is hardly meant: where the tense says so,
# the tense is likelier to belong to something else, and both are kept.
_DOUBTED_RATIO = 10


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression.

    Args:
        span: Its extent, without the preposition that governs it.
        type: The TIMEX3 type.
        grain: ``Y``, ``M``, ``W``, ``D`` of a date, ``T`` of a clock time, ``P`` of a duration, ``S`` of a set.
        readings: What it can mean, the likeliest first; empty where the text does not fix it.
        anchor: ``published``, ``text`` or ``None``.
        mod: How the value is modified.
        clock: For a clock time, ``14:30``; its day is another expression's.
    """

    span: Span
    type: TimeType
    grain: str
    readings: tuple[TimeReading, ...] = ()
    anchor: str | None = None
    mod: TimeModifier | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Where expressions are looked for.

    Args:
        text: The text.
        language: ``de`` or ``en``.
        published: The day of publication, or ``None`` where it is unknown.
        previous: The expression found before this one.
    """

    text: str
    language: str
    published: date | None
    previous: FoundTime | None = None

    def after(self, found: FoundTime) -> Scene:
        """Return the scene behind an expression."""
        return replace(self, previous=found)

    def direction(self, span: Span) -> Direction | None:
        """Return where the tense around a span points."""
        return direction_at(self.text, span.start, span.end, self.language)

    def continues(self, start: int, grain: str, *, commas: bool = False) -> bool:
        """Tell whether an expression of that grain stands right before, linked by "und", "bis" and the like."""
        before = self.previous
        if before is None or before.grain != grain:
            return False
        between = self.text[before.span.end : start]
        return bool(_LINK.fullmatch(between) or (commas and _COMMA.fullmatch(between)))


def span_of(match: re.Match[str]) -> Span:
    """Return the span of a match."""
    return Span(match.start(), match.end())


def fixed_date(span: Span, grain: str, *readings: TimeReading) -> FoundTime:
    """Return a date that its own words fix."""
    return FoundTime(span, TimeType.DATE, grain, readings, anchor="text")


def relative_date(span: Span, grain: str, *readings: TimeReading | None) -> FoundTime:
    """Return a date counted from the day of publication; unresolved where there are no readings."""
    known = tuple(reading for reading in readings if reading is not None)
    return FoundTime(span, TimeType.DATE, grain, known, anchor="published" if known else None)


def chosen(
    before: TimeReading, after: TimeReading, direction: Direction | None, nearer: TimeReading, ratio: float
) -> tuple[TimeReading, ...]:
    """Return the reading that the tense asks for, with the other one where that is doubtful.

    Args:
        before: The last such day up to the day of publication.
        after: The next such day from the day of publication on.
        direction: What the tense says.
        nearer: The one to take without a tense.
        ratio: How many times further away the other one is.
    """
    if before.value == after.value:
        return (before,)
    other = after if nearer is before else before
    clear = ratio > _DOUBTED_RATIO
    if direction is None:
        return (nearer,) if clear else (nearer, other)
    wanted = before if direction is Direction.PAST else after
    return (nearer, other) if wanted is other and clear else (wanted,)
