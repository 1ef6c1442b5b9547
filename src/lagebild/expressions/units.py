"""What a number measures: money, percent, lengths and weights, and the age of people."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import BLANK, left_of
from lagebild.lexicon import alternation, phrases_by_name
from lagebild.lexicon.loading import load
from lagebild.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Mapping

YEARS = "years"
"""The unit of an age, in every language."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number.

    Args:
        symbol: ISO 4217 code, ``%`` or the symbol of the unit.
        kind: What it measures.
        edge: Offset of its outer end: behind it, or of its first character where it stands before the number.
        factor: What the number is multiplied by: "$3bn".
    """

    symbol: str
    kind: QuantityKind
    edge: int
    factor: int = 1


def unit_behind(text: str, end: int) -> Unit | None:
    """Return the unit right behind a number, with the rest of a compound such as "-Dollar-Kreditlinie".

    >>> unit_behind("152 mm Granaten", 3).symbol
    'mm'
    """
    match = _behind().match(text, end)
    if match is None:
        return None
    symbol, kind = _units()[match["name"]]
    # A "100-Meter-Lauf" measures nothing, a "50-Milliarden-Dollar-Kreditlinie" is worth that much.
    if match["compound"] and kind is not QuantityKind.MONEY:
        return None
    return Unit(symbol, kind, match.end())


def money_before(text: str, start: int, end: int) -> Unit | None:
    """Return the currency sign right before a number, with the scale that stands close behind it as a letter.

    Args:
        text: The text.
        start: Where the number begins.
        end: Where it ends.
    """
    match = left_of(_before(), text, start)
    if match is None:
        return None
    suffix = _suffix().match(text, end)
    factor = load("number_words")["money_suffixes"][suffix[0].lower()] if suffix else 1
    return Unit(_units()[match["sign"]][0], QuantityKind.MONEY, start - len(match[0].lstrip()), factor)


def money_suffix_end(text: str, end: int) -> int:
    """Return the offset behind the letter that scales a sum of money, or the offset given."""
    suffix = _suffix().match(text, end)
    return suffix.end() if suffix else end


def age_around(text: str, start: int, end: int, language: str) -> tuple[int, int] | None:
    """Return the offsets of an age whose number stands from ``start`` to ``end``.

    >>> age_around("die 35-jährige Frau", 4, 6, "de")
    (4, 14)
    """
    behind = _age_behind(language).match(text, end)
    if behind is not None and not _is_no_age(text, behind.end()):
        return start, behind.end()
    before = left_of(_age_before(language), text, start)
    if before is None:
        return None
    return start - len(before[0]), end + (len(years[0]) if (years := _years().match(text, end)) else 0)


def is_age(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the number that stands from ``start`` to ``end`` gives an age."""
    return age_around(text, start, end, language) is not None


def _is_no_age(text: str, end: int) -> bool:
    noun = re.compile(rf"{BLANK}([^\W\d_]+)").match(text, end)
    return noun is not None and noun[1].lower() in _not_aged()


@cache
def _not_aged() -> frozenset[str]:
    return frozenset(load("number_words")["not_aged"]["de"].split())


@cache
def _units() -> Mapping[str, tuple[str, QuantityKind]]:
    lexicon = load("units")
    units = dict.fromkeys(lexicon["percent"]["words"].split(), ("%", QuantityKind.PERCENT))
    units |= dict.fromkeys(phrases_by_name("units", "percent")["phrases"], ("%", QuantityKind.PERCENT))
    for symbol, names in lexicon["currencies"].items():
        units |= dict.fromkeys(names.split(), (symbol, QuantityKind.MONEY))
    for symbol, names in lexicon["measures"].items():
        units |= dict.fromkeys(names.split(), (symbol, QuantityKind.MEASURE))
    for symbol, phrases in phrases_by_name("units", "measure_phrases").items():
        units |= dict.fromkeys(phrases, (symbol, QuantityKind.MEASURE))
    return units


@cache
def _behind() -> re.Pattern[str]:
    names = alternation(_units())
    return re.compile(rf"(?:\.?{BLANK}|-)?(?P<name>{names})(?P<compound>(?:-\w+)+)?(?!\w)")


@cache
def _before() -> re.Pattern[str]:
    signs = load("units")["before_number"]["symbols"].split()
    return re.compile(rf"(?:\A|(?<=[^\w]))(?P<sign>{'|'.join(re.escape(sign) for sign in signs)}){BLANK}?\Z")


@cache
def _suffix() -> re.Pattern[str]:
    letters = sorted(load("number_words")["money_suffixes"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(letters)})(?!\w)", re.IGNORECASE)


@cache
def _age_behind(language: str) -> re.Pattern[str]:
    phrases = "|".join(phrases_by_name("number_words", "age")[f"{language}_behind"])
    adjective = {"de": r"-?(?i:jährige?[mnrs]?)", "en": r"-year-olds?"}[language]
    return re.compile(rf"(?:{BLANK}(?:{phrases})|{adjective})(?![\w])")


@cache
def _age_before(language: str) -> re.Pattern[str]:
    phrases = "|".join(phrases_by_name("number_words", "age")[f"{language}_before"])
    return re.compile(rf"(?<!\w)(?:{phrases}){BLANK}\Z")


@cache
def _years() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}(?:Jahren|years)(?!\w)")
