"""What a number measures: money, percent, lengths and weights, and the age of people and things."""

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

YEARS = "year"
"""The unit of an age that is not said otherwise, in every language."""

_HUNDRED = 100
_GAP = re.compile(rf"(?:\.?{BLANK}|-)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number.

    Args:
        symbol: ISO 4217 code, ``percent`` and its like, or the symbol of the unit.
        kind: What it measures.
        edge: Offset of its outer end: behind it, or of its first character where it stands before the number.
        factor: What the number is multiplied by: "$3bn".
        divisor: What it is divided by: 100 for cents.
        name: Its name as it is written.
    """

    symbol: str
    kind: QuantityKind
    edge: int
    factor: int = 1
    divisor: int = 1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Age:
    """An age.

    Args:
        start: Offset of its first character; that of the number, unless a bound belongs to it.
        end: Offset behind its last character.
        unit: ``year``, ``month``, ``week`` or ``day``.
    """

    start: int
    end: int
    unit: str


def unit_behind(text: str, end: int) -> Unit | None:
    """Return the unit right behind a number, also inside a compound such as "-Dollar-Kreditlinie".

    >>> unit_behind("152 mm Granaten", 3).symbol
    'mm'
    """
    gap = _GAP.match(text, end)
    pattern = _behind().get(text[gap.end() : gap.end() + 1]) if gap else None
    match = pattern.match(text, gap.end()) if pattern and gap else None
    if match is None:
        return None
    symbol, kind, divisor = _units()[match["name"]]
    return Unit(symbol, kind, match.end(), divisor=divisor, name=match["name"])


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
    sign = match["sign"].replace("\u00a0", "").replace(" ", "")
    return Unit(_units()[sign][0], QuantityKind.MONEY, start - len(match[0].lstrip()), factor, name=sign)


def money_suffix_end(text: str, end: int) -> int:
    """Return the offset behind the letter that scales a sum of money, or the offset given."""
    suffix = _suffix().match(text, end)
    return suffix.end() if suffix else end


@cache
def shared_currencies() -> Mapping[str, Mapping[str, str]]:
    """Return, by each name of a currency that countries share, its codes by country, the usual one first."""
    table = load("units")["shared_currencies"]
    return {name: codes for names, codes in table.items() for name in names.split()}


def age_at(text: str, start: int, end: int, language: str) -> Age | None:
    """Return the age whose number stands from ``start`` to ``end``.

    >>> age_at("die 35-jährige Frau", 4, 6, "de")
    Age(start=4, end=14, unit='year')
    >>> age_at("a nine-month-old child", 2, 6, "en").unit
    'month'
    """
    behind = _age_behind(language).match(text, end)
    if behind is not None and not _is_no_age(text, behind.end()):
        return Age(start, behind.end(), _age_unit(behind[0]))
    if left_of(_age_before(language), text, start) is None:
        return None
    unit = _age_units(language).match(text, end)
    return Age(start, unit.end(), _age_unit(unit[0])) if unit else Age(start, end, YEARS)


def is_age(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the number that stands from ``start`` to ``end`` gives an age."""
    return age_at(text, start, end, language) is not None


def _is_no_age(text: str, end: int) -> bool:
    noun = re.compile(rf"{BLANK}([^\W\d_]+)").match(text, end)
    return noun is not None and noun[1].lower() in _not_aged()


@cache
def _not_aged() -> frozenset[str]:
    return frozenset(load("number_words")["not_aged"]["de"].split())


@cache
def _units() -> Mapping[str, tuple[str, QuantityKind, int]]:
    """Return symbol, kind and divisor by name."""
    tables = (
        ("percent", QuantityKind.PERCENT, 1),
        ("currencies", QuantityKind.MONEY, 1),
        ("hundredths", QuantityKind.MONEY, _HUNDRED),
        ("measures", QuantityKind.MEASURE, 1),
        ("scales_behind", QuantityKind.MEASURE, 1),
    )
    phrases = (
        ("percent_phrases", QuantityKind.PERCENT),
        ("currency_phrases", QuantityKind.MONEY),
        ("measure_phrases", QuantityKind.MEASURE),
    )
    lexicon = load("units")
    units = {
        name: (symbol, kind, divisor)
        for table, kind, divisor in tables
        for symbol, names in lexicon[table].items()
        for name in names.split()
    }
    for name, codes in shared_currencies().items():
        units[name] = (next(iter(codes.values())), QuantityKind.MONEY, 1)
    for table, kind in phrases:
        for symbol, lines in phrases_by_name("units", table).items():
            units |= dict.fromkeys(lines, (symbol, kind, 1))
    return units


@cache
def _behind() -> Mapping[str, re.Pattern[str]]:
    """Return the pattern of the names that begin with a character, by that: one of all would try them one by one."""
    by_first = {name[0]: [other for other in _units() if other[0] == name[0]] for name in _units()}
    return {
        first: re.compile(rf"(?P<name>{alternation(names)})(?:(?!\w)|(?<=[%‰€]))") for first, names in by_first.items()
    }


@cache
def _before() -> re.Pattern[str]:
    signs = sorted(load("units")["before_number"]["symbols"].split(), key=len, reverse=True)
    # "NZ $ 26 million"
    spaced = "|".join(re.escape(sign).replace(r"\$", rf"{BLANK}?\$") for sign in signs)
    return re.compile(rf"(?:\A|(?<=[^\w]))(?P<sign>{spaced}){BLANK}?\Z")


@cache
def _suffix() -> re.Pattern[str]:
    letters = sorted(load("number_words")["money_suffixes"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(letters)})(?!\w)", re.IGNORECASE)


@cache
def _age_behind(language: str) -> re.Pattern[str]:
    units = _age_names(language)
    if language == "de":
        old, adjective = rf"{BLANK}(?:{units}){BLANK}alte?[mnrs]?", r"[–-]?(?i:jährige?[mnrs]?)|-Jahr-alte?[mnrs]?"
    else:
        old, adjective = rf"{BLANK}(?:{units}){BLANK}(?:old|of age)", rf"[–-](?:{units})-olds?|{BLANK}(?:{units})-olds?"
    return re.compile(rf"(?:{old}|{adjective})(?!\w)")


@cache
def _age_before(language: str) -> re.Pattern[str]:
    phrases = "|".join(phrases_by_name("number_words", "age")[f"{language}_before"])
    return re.compile(rf"(?<!\w)(?i:{phrases}){BLANK}\Z")


@cache
def _age_units(language: str) -> re.Pattern[str]:
    return re.compile(rf"{BLANK}(?:{_age_names(language)})(?!\w)")


@cache
def _age_names(language: str) -> str:
    return "|".join(name for names in load("number_words")["age_units"].values() for name in names[language].split())


def _age_unit(written: str) -> str:
    """Return the unit of an age by the words around it: "-jähriger", " months old"."""
    for unit, names in load("number_words")["age_units"].items():
        if any(name in written for words in names.values() for name in words.split()):
            return str(unit)
    return YEARS
