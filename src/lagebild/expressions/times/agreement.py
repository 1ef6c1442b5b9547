"""Days that nothing decides, read as the days that the rest of the text tells of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lagebild.expressions.times.scene import FoundTime


def agreed(found: Sequence[FoundTime], published: date | None) -> list[FoundTime]:
    """Return the expressions with those of two possible days on the one that the text tells of elsewhere.

    "Fest am Freitag" above "Am Freitag, 20. März, wird gefeiert" is on that day. The day of publication itself
    stays.
    """
    told = {one.readings[0].begin for one in found if one.grain == "D" and len(one.readings) == 1 and one.day}
    return [one if one.day == published else _on_told_day(one, told) for one in found]


def _on_told_day(one: FoundTime, told: set[date | None]) -> FoundTime:
    if one.grain != "D" or one.anchor != "published" or len(one.readings) != 2:  # noqa: PLR2004 - one day or another
        return one
    likelier, other = one.readings
    is_other = other.begin in told and likelier.begin not in told and other.begin == other.last
    return replace(one, readings=(other, likelier)) if is_other else one
