"""Figures not written by the rules of their language: with stray or lost blanks, foreign separators, as fractions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.expressions.numbers import number_at, plain_number, scaled_number, whole
from lagebild.expressions.surroundings import BLANK
from lagebild.expressions.units import money_before, unit_behind

if TYPE_CHECKING:
    from lagebild.expressions.numbers import Number

_FRACTION_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8}
_FRACTION_SIGN = re.compile(rf"(\d{{1,3}})?{BLANK}?([{''.join(_FRACTION_SIGNS)}])")
_FRACTION = re.compile(rf"(?:(\d{{1,3}}){BLANK})?([1-9])/([2-9])(?![\d/.,])")
# "57 .000", "12 , 400": a blank before the separator of thousands, or behind it where zeros alone follow.
_BROKEN_THOUSANDS = {
    "de": re.compile(r"\d{1,3}(?:(?: \. ?|\. (?=0))\d{3})+(?!\d)"),
    "en": re.compile(r"\d{1,3}(?:(?: , ?|, (?=0))\d{3})+(?!\d)"),
}
_BROKEN_DECIMAL = re.compile(r"\d{1,3}(?: [.,] ?|[.,] )\d{1,2}(?![\d.,])")
# "1,500" in German, "250.000" in English
_FOREIGN_THOUSANDS = {
    "de": re.compile(r"\d{1,3}(?:,\d{3})+(?![.,]?\d)"),
    "en": re.compile(r"\d{1,3}(?:\.\d{3})+(?![.,]?\d)"),
}
_FOREIGN_DECIMAL = {
    "de": re.compile(r"\d{1,4}\.\d{1,2}(?![.,:/]?\d)"),
    "en": re.compile(r"\d{1,4},\d{1,2}(?![.,:/]?\d)"),
}
_ONE_GROUP_CHARS = len("123.456")
_NO_FIGURE_BEFORE = re.compile(r"(?:[\w.:/§+–-]|(?<![ \n]),)\Z")
# "etwa15Prozent" lost its blanks; "R77", "Covid19" and "mp3" are names.
_WORD_BEFORE = re.compile(r"[a-zäöüß]{3}\Z")
_LOST_BLANK = re.compile(r"(?:\d{1,3}(?:[.,]\d{3})+(?!\w)|\d+(?:,\d+)?(?=[^\W\d_]{3}))")


def written_number_at(text: str, start: int, language: str, *, after_dash: bool = False) -> Number | None:
    """Return the number that begins at an offset, also one that is not written by the rules of the language.

    Args:
        text: The text.
        start: Where a figure or a word begins.
        language: ``de`` or ``en``.
        after_dash: Whether it may stand right behind a dash, as the second number of a range does.

    >>> written_number_at("57 .000 Tonnen", 0, "de").value
    57000
    >>> written_number_at("4.75 Prozent", 0, "de").value
    4.75
    """
    first = text[start : start + 1]
    if not first.isdecimal() and first not in _FRACTION_SIGNS:
        return number_at(text, start, language, after_dash=after_dash)
    if not after_dash and _NO_FIGURE_BEFORE.search(text[max(0, start - 2) : start]):
        return _without_blank(text, start, language)
    return (
        _fraction(text, start, language)
        or _broken(text, start, language)
        or _foreign(text, start, language)
        or number_at(text, start, language, after_dash=True)
    )


def _without_blank(text: str, start: int, language: str) -> Number | None:
    if _WORD_BEFORE.search(text[max(0, start - 3) : start]) and _LOST_BLANK.match(text, start):
        return number_at(text, start, language, after_dash=True)
    return None


def _fraction(text: str, start: int, language: str) -> Number | None:
    if match := _FRACTION_SIGN.match(text, start):
        value = int(match[1] or 0) + _FRACTION_SIGNS[match[2]]
    elif (match := _FRACTION.match(text, start)) and int(match[2]) < int(match[3]):
        value = int(match[1] or 0) + int(match[2]) / int(match[3])
    else:
        return None
    number = scaled_number(text, start, match.end(), whole(value), language)
    # "1/2" alone may be a day, a page or a mark.
    is_sure = "/" not in match[0] or number.scale > 1 or unit_behind(text, number.end)
    return number if is_sure else None


def _broken(text: str, start: int, language: str) -> Number | None:
    if match := _BROKEN_THOUSANDS[language].match(text, start):
        return scaled_number(text, start, match.end(), int(re.sub(r"\D", "", match[0])), language)
    if match := _BROKEN_DECIMAL.match(text, start):
        plain = match[0].replace(" ", "").replace(",", ".")
        number = scaled_number(text, start, match.end(), plain_number(plain), language)
        if number.scale > 1 or unit_behind(text, number.end):
            return number
    return None


def _foreign(text: str, start: int, language: str) -> Number | None:
    if match := _FOREIGN_DECIMAL[language].match(text, start):
        number = scaled_number(text, start, match.end(), plain_number(match[0].replace(",", ".")), language)
        is_sure = number.scale > 1 or unit_behind(text, number.end) or money_before(text, start, number.end)
        return number if is_sure else None
    match = _FOREIGN_THOUSANDS[language].match(text, start)
    if match is None:
        return None
    number = scaled_number(text, start, match.end(), int(re.sub(r"\D", "", match[0])), language)
    # "1,500 Kilometer" and "2.250 percent" may well have three decimals, sums of money and things counted have none.
    measures = number.scale > 1 or unit_behind(text, number.end)
    may_be_decimals = len(match[0]) <= _ONE_GROUP_CHARS and not money_before(text, start, number.end)
    return None if measures and may_be_decimals else number
