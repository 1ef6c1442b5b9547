"""What a time expression is understood by: the day of publication, the tense, and what was told before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lagebild.expressions.directions import Direction
from lagebild.model import Span, TimeModifier, TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

    from lagebild.expressions.times.grammar import Grammar
    from lagebild.expressions.times.rules import Match

# A day more than ten times as far away as the other one that the words allow is hardly meant: where the tense says so,
# the tense is likelier to belong to something else, and both are kept.
_DOUBTED_RATIO = 10
_PARAGRAPH, _LONG_PAST_YEARS = 300, 2
_RANGE = re.compile(r"\s?(?:bis(?: zum)?|und|–|-|to|through|and|until)\s?")
_IN_THE_YEAR = re.compile(r",? (?:im|am|zu) ")
NEAR = 8
"""How many characters may lie between two expressions that belong together, as in a list."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression before the record gives it a name.

    Args:
        span: Its extent, without the preposition that governs it.
        type: The TIMEX3 type.
        grain: ``Y``, ``M``, ``W``, ``D`` and so on of a date, ``T`` of a time of day, ``P`` of a duration, ``S`` of a
            set, ``R`` of a reference.
        readings: What it can mean, the likeliest first.
        anchor: ``published``, ``text``, ``told`` for the time told before, or ``None``.
        mod: How the value is modified.
        clock: For a time of day whose day is another expression's: ``T14:30``, ``TEV``.
        told: Index of the expression that it is counted from.
    """

    span: Span
    type: TimeType
    grain: str
    readings: tuple[TimeReading, ...] = ()
    anchor: str | None = None
    mod: TimeModifier | None = None
    clock: str | None = None
    told: int | None = None

    @property
    def day(self) -> date | None:
        """The day it means, if it means a single one."""
        first = self.readings[0] if self.readings else None
        return first.begin if first and first.begin and first.begin == first.last else None


@dataclass(slots=True)
class Scene:
    """Where expressions are looked for, and what was found so far.

    Args:
        text: The text.
        language: ``de`` or ``en``.
        published: The day of publication, or ``None`` where it is unknown.
        grammar: What the sentences tell.
        is_daily: Whether the text is written for its day: it tells of yesterday, or of the time of the clock.
        found: The expressions so far, from left to right.
    """

    text: str
    language: str
    published: date | None
    grammar: Grammar
    is_daily: bool = True
    found: list[FoundTime] = field(default_factory=list)

    def direction(self, span: Span) -> Direction | None:
        """Return where the tense around a span points."""
        return self.grammar.direction(span)

    def told_past(self, span: Span) -> int | None:
        """Return the index of a date long past that stands shortly before in the paragraph, if the tense is past.

        "1992 wurde sie gegründet. Am 5. März trat sie zusammen" goes on in the year told.
        """
        index = self.last_told("Y", "M", "D", "SE")
        if index is None or self.published is None:
            return None
        one = self.found[index]
        begin = one.readings[0].begin
        between = self.text[one.span.end : span.start]
        if begin is None or "\n" in between or len(between) > _PARAGRAPH or one.anchor == "published":
            return None
        is_past = begin.year <= self.published.year - _LONG_PAST_YEARS
        return index if is_past and self.direction(span) is Direction.PAST else None

    def year_beside(self, start: int) -> int | None:
        """Return the year that stands right before an offset: "nächstes Jahr im Mai"."""
        before = self.found[-1] if self.found else None
        if before is None or before.grain != "Y" or len(before.readings) != 1:
            return None
        begin = before.readings[0].begin
        is_joined = _IN_THE_YEAR.fullmatch(self.text, before.span.end, start)
        return begin.year if begin is not None and is_joined and self.language == "de" else None

    def main_line(self, index: int) -> int:
        """Return the index of the time that the story has reached: not that of a look back ("am Tag zuvor")."""
        told = self.found[index].told
        while told is not None and self._is_before(index, told):
            index, told = told, self.found[told].told
        return index

    def _is_before(self, index: int, other: int) -> bool:
        begin, after = self.found[index].readings[0].begin, self.found[other].readings[0].begin
        return begin is not None and after is not None and begin < after

    def range_begun(self, start: int) -> date | None:
        """Return the first day of "Montag bis Freitag", where the second one stands at an offset."""
        before = self.found[-1] if self.found else None
        if before is None or before.grain != "D" or not _RANGE.fullmatch(self.text[before.span.end : start]):
            return None
        return before.day

    def last_told(self, *grains: str) -> int | None:
        """Return the index of the last date told of one of the grains whose days are known."""
        for index in range(len(self.found) - 1, -1, -1):
            one = self.found[index]
            if one.grain in grains and one.type is not TimeType.SET and one.readings and one.readings[0].begin:
                return index
        return None


def span_of(match: Match) -> Span:
    """Return the span of a match."""
    return Span(match.start, match.end)


def unresolved(value: str) -> TimeReading:
    """Return a value that no day of the calendar is known of."""
    return TimeReading(value, None, None)


def dated(match: Match, grain: str, *readings: TimeReading | None, anchor: str = "text") -> FoundTime:
    """Return a date; the anchor is left out where no day is known."""
    known = tuple(reading for reading in readings if reading is not None)
    resolved = bool(known) and known[0].begin is not None
    return FoundTime(span_of(match), TimeType.DATE, grain, known, anchor=anchor if resolved else None)


def relative(match: Match, grain: str, *readings: TimeReading | None) -> FoundTime:
    """Return a date counted from the day of publication."""
    return dated(match, grain, *readings, anchor="published")


def nearest(
    match: Match, scene: Scene, published: date, before: TimeReading, after: TimeReading
) -> tuple[TimeReading, ...]:
    """Return the reading that the tense asks for, without one the nearer; with the other where that is doubtful.

    Args:
        match: The expression.
        scene: The text.
        published: The day of publication.
        before: The last such time that has begun.
        after: The next such time that has not ended.
    """
    assert before.begin is not None
    assert after.begin is not None
    behind, ahead = (published - before.begin).days, (after.begin - published).days
    nearer = before if behind <= ahead else after
    ratio = max(behind, ahead) / max(1, min(behind, ahead))
    return chosen(before, after, scene.direction(span_of(match)), nearer, ratio)


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
    other = after if nearer == before else before
    clear = ratio > _DOUBTED_RATIO
    if direction is None:
        return (nearer,) if clear else (nearer, other)
    wanted = before if direction is Direction.PAST else after
    return (nearer, other) if wanted == other and clear else (wanted,)
