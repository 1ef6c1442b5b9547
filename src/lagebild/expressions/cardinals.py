"""What number words are worth: cardinals such as "dreihundertfünfzig", ordinals such as "twenty-fourth"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping

_AND_HALF_SUFFIX = "einhalb"
_FIRST_TENS = 20


@cache
def _cardinals(language: str) -> Mapping[str, int]:
    lexicon = load("number_words")
    units, teens, tens = (lexicon[table][language] for table in ("units", "teens", "tens"))
    compounds = _german_compounds(units, teens, tens) if language == "de" else _english_compounds(units, tens)
    return {**units, **teens, **tens, **compounds}


def _german_compounds(units: dict[str, int], teens: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    units = {"ein": 1, **units}
    below_hundred = units | teens | tens | {f"{one}und{ten}": units[one] + tens[ten] for one in units for ten in tens}
    hundreds = {"hundert": 100} | {f"{one}hundert": 100 * value for one, value in units.items()}
    combined = {big + small: hundreds[big] + below_hundred[small] for big in hundreds for small in below_hundred}
    below_thousand = below_hundred | hundreds | combined
    thousands = {"tausend": 1000} | {f"{word}tausend": 1000 * value for word, value in below_thousand.items()}
    words = below_thousand | thousands
    return {word: value for word, value in words.items() if word != "ein"}


def _english_compounds(units: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    return {f"{ten}-{one}": tens[ten] + units[one] for ten in tens for one in units}


@cache
def ordinal_words(language: str) -> Mapping[str, int]:
    """Return the ordinals in lower case, German ones as stems that take an ending, with their numbers.

    >>> ordinal_words("de")["vierundzwanzigst"], ordinal_words("en")["twenty-fourth"]
    (24, 24)
    """
    irregular: dict[str, int] = load("number_words")["ordinals"][language]
    if language == "en":
        tens, ones = load("number_words")["tens"]["en"], load("number_words")["units"]["en"].values()
        small = {word: value for word, value in irregular.items() if value in {1, *ones}}
        return irregular | {f"{ten}-{one}": tens[ten] + small[one] for ten in tens for one in small}
    long = {word: value for word, value in _cardinals("de").items() if value > max(irregular.values())}
    return irregular | {word + _ordinal_ending(value): value for word, value in long.items()}


def _ordinal_ending(value: int) -> str:
    return "t" if 0 < value % 100 < _FIRST_TENS else "st"


@cache
def cardinal_words(language: str) -> Mapping[str, int | float]:
    """Return the words that are numbers of their own, in lower case, with what they are worth."""
    halves: Mapping[str, float] = load("number_words")["halves"][language]
    return {**_cardinals(language), **halves}


def cardinal_of(word: str, language: str) -> int | float | None:
    """Return what a word alone is worth as a number, whatever its case; ``None`` for others.

    >>> cardinal_of("Vier", "de"), cardinal_of("zweieinhalb", "de"), cardinal_of("zweitausendfünfhundert", "de")
    (4, 2.5, 2500)
    """
    words, lower = cardinal_words(language), word.lower()
    value = words.get(lower)
    if value is not None or language != "de":
        return value
    if lower.endswith(_AND_HALF_SUFFIX):
        whole_part = words.get(lower.removesuffix(_AND_HALF_SUFFIX))
        return None if whole_part is None else whole_part + 0.5
    thousands, _, rest = lower.partition("tausend")
    big, small = words.get(f"{thousands}tausend"), words.get(rest)
    return None if big is None or small is None else big + small
