"""Time expressions, after TIMEX3 (TimeML 1.2.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from lagebild.model.spans import Span


class TimeType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeModifier(StrEnum):
    """The modifiers of TIMEX3 that news uses."""

    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    MORE_THAN = "MORE_THAN"
    LESS_THAN = "LESS_THAN"


@dataclass(frozen=True, slots=True)
class TimeReading:
    """One way to understand a time expression.

    Args:
        value: The TIMEX3 value, such as ``2024-06-17`` or ``P2D``.
        begin: The first day meant, or ``None`` where no day is meant.
        last: The last day meant, or ``None`` where no day is meant.
    """

    value: str
    begin: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a day, a stretch of time or a recurrence.

    Args:
        id: Its name within the record, such as ``t1``.
        span: The extent in ``Article.text``, without the preposition that governs it.
        type: The TIMEX3 type.
        value: The TIMEX3 value, or ``None`` where the text does not fix it.
        mod: How the value is modified, or ``None``.
        begin: The first day meant, or ``None``.
        last: The last day meant, or ``None``.
        alternatives: Other readings that the words allow.
        anchor: What the value was counted from: ``published``, ``text``, the id of another time, or ``None``.
    """

    id: str
    span: Span
    type: TimeType
    value: str | None
    mod: TimeModifier | None = None
    begin: date | None = None
    last: date | None = None
    alternatives: tuple[TimeReading, ...] = ()
    anchor: str | None = None
