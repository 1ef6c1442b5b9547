"""How much a number says: a single one or a range, and how far it may be taken at its word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lagebild.expressions.numbers import Number, number_at, whole
from lagebild.expressions.surroundings import BLANK
from lagebild.lexicon import phrases_by_name
from lagebild.model import Bound

_LONGEST_BOUND_CHARS = 30
_RANGE = re.compile(rf"{BLANK}?[–-]{BLANK}?|{BLANK}(?:bis(?:{BLANK}zu)?|to|oder|or){BLANK}")
_RANGE_OF_BETWEEN = re.compile(rf"{BLANK}(?:und|and){BLANK}")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number or a range of two, as it stands in the text.

    Args:
        start: Offset of its first character.
        end: Offset behind its last character.
        value: The number; the lower one of a range.
        upper: The upper number of a range, or ``None``.
        number: The number that stands last, next to what it counts.
    """

    start: int
    end: int
    value: int | float
    upper: int | float | None
    number: Number


def amount_of(text: str, language: str, number: Number) -> Amount:
    """Return a number with the second one of its range: "zwischen drei und fünf Millionen", "10 to 15".

    Args:
        text: The text.
        language: ``de`` or ``en``.
        number: The number, or the first one of a range.
    """
    bound = bound_before(text, number.start, language)
    between = bound is not None and bound[0] is Bound.BETWEEN
    link = (_RANGE_OF_BETWEEN if between else _RANGE).match(text, number.end)
    second = number_at(text, link.end(), language, after_dash=True) if link else None
    if second is None:
        return Amount(number.start, number.end, number.value, None, number)
    # "3 bis 5 Millionen": the scale belongs to both.
    shared = number.scale == 1 and number.value * second.scale < second.value
    value = whole(number.value * (second.scale if shared else 1))
    if second.value <= value:
        return Amount(number.start, number.end, number.value, None, number)
    return Amount(number.start, second.end, value, second.value, second)


def bound_before(text: str, start: int, language: str) -> tuple[Bound, int] | None:
    """Return the bound that stands right before an offset, with the offset of its first character.

    >>> bound_before("für etwa 6.700 Container", 9, "de")
    (<Bound.ABOUT: 'about'>, 4)
    """
    match = _bounds(language).search(text[max(0, start - _LONGEST_BOUND_CHARS) : start])
    if match is None:
        return None
    return Bound(str(match.lastgroup)), start - len(match[0])


@cache
def _bounds(language: str) -> re.Pattern[str]:
    groups = phrases_by_name("number_words", f"bounds_{language}")
    branches = (
        f"(?P<{bound}>{'|'.join(re.escape(phrase).replace(chr(92) + ' ', chr(92) + 's') for phrase in phrases)})"
        for bound, phrases in groups.items()
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(branches)})\s\Z", re.IGNORECASE)
