"""What a reader of quantities looks at: the text, its words, its times; and what it hands over."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import bound_behind, bounds_before
from lagebild.expressions.figures import written_number_at
from lagebild.lexicon.forms import lines_of
from lagebild.model import Bound, QuantityKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.expressions.numbers import Number
    from lagebild.stages.quantities.words import Words


@dataclass(frozen=True, slots=True)
class Draft:
    """A quantity without its id.

    Args:
        span: Where it stands, bound and unit included.
        value: The number; the lower one where two are given.
        bound: How far it may be taken at its word.
        upper: The upper number, or ``None``.
        unit: As in `lagebild.model.Quantity`.
        kind: What sort of number it is.
        start: Where its number begins.
        reached: Where to look for the next one.
    """

    span: Span
    value: int | float
    bound: Bound
    upper: int | float | None
    unit: str | None
    kind: QuantityKind
    start: int
    reached: int


@dataclass(frozen=True, slots=True)
class Scene:
    """A text in which quantities are looked for.

    Args:
        text: The text.
        language: ``de`` or ``en``.
        words: Its words.
        taken: What times and figures of speech cover, in text order, none inside another.
    """

    text: str
    language: str
    words: Words
    taken: Sequence[Span]
    _numbers: dict[int, Number | None] = field(default_factory=dict, compare=False)

    def number_at(self, start: int) -> Number | None:
        """Return the number that begins at an offset; every reader asks for it, it is read once."""
        if start not in self._numbers:
            self._numbers[start] = written_number_at(self.text, start, self.language)
        return self._numbers[start]

    def is_taken(self, start: int, end: int) -> bool:
        """Tell whether a time or a figure of speech overlaps a stretch of the text."""
        index = bisect_right(self.taken, end - 1, key=lambda span: span.start) - 1
        return index >= 0 and self.taken[index].end > start

    def draft(
        self, start: int, end: int, value: float, unit: str | None, kind: QuantityKind, *, upper: float | None = None
    ) -> Draft:
        """Return a quantity with the bounds that stand around it.

        Args:
            start: Where the number, or its currency sign, begins.
            end: Where the unit ends.
            value: The number; the lower one where two are given.
            unit: The unit, or ``None``.
            kind: What sort of number it is.
            upper: The upper number, or ``None``.
        """
        bound, first, last = Bound.EXACT, start, end
        with_unit = unit is not None or kind is not QuantityKind.COUNT
        before = bounds_before(self.text, start, self.language, with_unit=with_unit)
        behind = bound_behind(self.text, end, self.language)
        if before is not None and (before[0] is not Bound.BETWEEN or upper is not None):
            bound, first = before
        elif behind is not None:
            bound, last = behind
        bound = Bound.BETWEEN if upper is not None else bound
        return Draft(Span(first, last), value, bound, upper, unit, kind, start, last)


def taken_by(text: str, language: str, times: Sequence[Span]) -> list[Span]:
    """Return what times and figures of speech cover, joined where they overlap."""
    spans = sorted([*times, *(Span(*match.span()) for match in _idioms(language).finditer(text))])
    joined: list[Span] = []
    for span in spans:
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return joined


@cache
def _idioms(language: str) -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, lines_of("number_words", "idioms", language)))
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)", re.IGNORECASE)
