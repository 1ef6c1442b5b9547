"""How much a number says: a single one or a range, and how far it may be taken at its word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lagebild.expressions.figures import written_number_at
from lagebild.expressions.numbers import Number, whole
from lagebild.expressions.surroundings import BLANK, left_of
from lagebild.expressions.units import Unit, unit_behind
from lagebild.lexicon import phrases_by_name
from lagebild.lexicon.forms import words_of
from lagebild.model import Bound

_LONGEST_BOUND_CHARS = 30
_OPENING = "([{„“”\"'‚‘»«–—/"
_OUTER = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.BETWEEN})
_SIGN = r"[$€£]?"
# "$20 or $30" are two sums.
_RANGE = {
    "de": re.compile(rf"(?:{BLANK}?[–-]{BLANK}?|{BLANK}bis(?:{BLANK}zu)?{BLANK}){_SIGN}|{BLANK}oder{BLANK}"),
    "en": re.compile(rf"(?:{BLANK}?[–-]{BLANK}?|{BLANK}to{BLANK}){_SIGN}|{BLANK}or{BLANK}"),
}
_RANGE_OF_BETWEEN = re.compile(rf"{BLANK}(?:und|and){BLANK}{_SIGN}")
# "from 9 to 10" is a change.
_FROM = re.compile(rf"(?<!\w)(?<!range )(?<!ranges )(?<!ranging )(?<!ranged )from{BLANK}\Z", re.IGNORECASE)
_WORD_BEFORE_SUM = re.compile(rf"([^\W\d_]+){BLANK}{_SIGN}{BLANK}?\Z")
_ONE = re.compile(r"(?:eine?[mnrs]?|one)(?!\w)", re.IGNORECASE)
_MINUS = re.compile(rf"(?:(?<!\w)[Mm]inus{BLANK}|(?<![\w.,%)\]]{BLANK})(?<![\w.,%)\]])[−-])\Z")


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
    """Return a number with its sign and the second one of its range: "zwischen drei und fünf Millionen", "10 to 15".

    Args:
        text: The text.
        language: ``de`` or ``en``.
        number: The number, or the first one of a range.
    """
    minus = left_of(_MINUS, text, number.start)
    if minus is not None:
        return Amount(number.start - len(minus[0]), number.end, -number.value, None, number)
    single = Amount(number.start, number.end, number.value, None, number)
    unit = unit_behind(text, number.end)
    second = _second(text, language, number.start, number.end) or (
        _second(text, language, number.start, unit.edge) if unit else None
    )
    if second is None or (unit is not None and not _same_unit(unit, unit_behind(text, second.end))):
        return single
    # "3 bis 5 Millionen": the scale belongs to both.
    shared = unit is None and number.scale == 1 and number.value * second.scale < second.value
    value = whole(number.value * (second.scale if shared else 1))
    return single if second.value <= value else Amount(number.start, second.end, value, second.value, second)


def range_from_one(text: str, language: str, start: int) -> Amount | None:
    """Return the range that begins with "ein" or "one", which alone is an article: "eine bis vier Zigaretten"."""
    one = _ONE.match(text, start)
    second = _second(text, language, start, one.end()) if one else None
    if one is None or second is None or second.value <= 1:
        return None
    return Amount(start, second.end, 1, second.value, second)


def _second(text: str, language: str, start: int, end: int) -> Number | None:
    bound = bound_before(text, start, language)
    between = bound is not None and bound[0] is Bound.BETWEEN
    link = (_RANGE_OF_BETWEEN if between else _RANGE[language]).match(text, end)
    if link is None or (not between and _is_change(text, language, start)):
        return None
    return written_number_at(text, link.end(), language, after_dash=True)


def _is_change(text: str, language: str, start: int) -> bool:
    """Tell whether "to" leads from one number to another one: "from 9 to 10", "rose $2 to $84"."""
    if left_of(_FROM, text, start):
        return True
    before = left_of(_WORD_BEFORE_SUM, text, start)
    return before is not None and before[1].lower() in words_of("number_words", "changes", language)


def _same_unit(first: Unit, second: Unit | None) -> bool:
    return second is not None and first.symbol == second.symbol


def bound_before(text: str, start: int, language: str) -> tuple[Bound, int] | None:
    """Return the bound that stands right before an offset, with the offset of its first character.

    Words that are more often prepositions ("ab", "gegen") are none; see `bounds_before`.

    >>> bound_before("für etwa 6.700 Container", 9, "de")
    (<Bound.ABOUT: 'about'>, 4)
    """
    return _bound(text, start, language, with_unit=False)


def bounds_before(text: str, start: int, language: str, *, with_unit: bool) -> tuple[Bound, int] | None:
    """Return the nearest of the bounds that stand before an offset, with the offset of the first character of all.

    Args:
        text: The text.
        start: Where the number begins.
        language: ``de`` or ``en``.
        with_unit: Whether a unit or a thing counted follows, so that "gegen 300 Leute" bounds the number.

    >>> bounds_before("mindestens rund 50 Euro", 16, "de", with_unit=True)
    (<Bound.ABOUT: 'about'>, 0)
    """
    nearest = _bound(text, start, language, with_unit=with_unit)
    outer = _bound(text, nearest[1], language, with_unit=False) if nearest else None
    # "around roughly 100" has a preposition of place.
    return (nearest[0], outer[1]) if nearest and outer and outer[0] in _OUTER else nearest


def bound_behind(text: str, end: int, language: str) -> tuple[Bound, int] | None:
    """Return the bound that stands right behind an offset, with the offset behind it.

    >>> bound_behind("107 or more were", 3, "en")
    (<Bound.AT_LEAST: 'at_least'>, 11)
    """
    match = _bounds_behind(language).match(text, end)
    return (Bound(str(match.lastgroup)), match.end()) if match else None


def _bound(text: str, start: int, language: str, *, with_unit: bool) -> tuple[Bound, int] | None:
    before = text[max(0, start - _LONGEST_BOUND_CHARS) : start]
    words = before.split()
    # Most numbers have no bound, and the last word before them tells so at once.
    match = (
        _bounds(language).search(before)
        if words and words[-1].lower().lstrip(_OPENING) in _last_words(language)
        else None
    )
    if match is None:
        return None
    phrase = match[0].rstrip().lower()
    if not with_unit and (
        match.lastgroup == Bound.EXACT or phrase in words_of("number_words", "bounds_with_unit", language)
    ):
        return None
    return Bound(str(match.lastgroup)), start - len(match[0])


@cache
def _bounds(language: str) -> re.Pattern[str]:
    # "Mehr als2.000" has lost its blank.
    return re.compile(rf"(?<![\w-])(?:{_branches(f'bounds_{language}')})(?:\s|(?<=als)|(?<=than))\Z", re.IGNORECASE)


@cache
def _last_words(language: str) -> frozenset[str]:
    groups = phrases_by_name("number_words", f"bounds_{language}")
    return frozenset(phrase.split()[-1] for phrases in groups.values() for phrase in phrases)


@cache
def _bounds_behind(language: str) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}(?:{_branches(f'bounds_behind_{language}')})(?!\w)", re.IGNORECASE)


def _branches(table: str) -> str:
    groups = phrases_by_name("number_words", table)
    return "|".join(
        f"(?P<{bound}>{'|'.join(re.escape(phrase).replace(chr(92) + ' ', chr(92) + 's') for phrase in phrases)})"
        for bound, phrases in groups.items()
    )
