"""Which currency a name means that several countries share."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.units import shared_currencies
from lagebild.lexicon.forms import forms_by_key, inflected
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lagebild.stages.quantities.scenes import Scene

_NEARBY_CHARS = 60
_CONTEXT_CHARS = 4_000
"""An article is shorter, and a longer text has more than one."""
_PREFIXED_DOLLAR = re.compile(r"(?<!\w)(A|AU|C|CA|NZ|HK|S)[ \u00a0]?\$")
_DOLLARS = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD"}
POUND_OF_WEIGHT = "lb"


def currency_of(scene: Scene, name: str, symbol: str, offset: int) -> str:
    """Return the ISO 4217 code of a currency by its name and what the text says around it.

    Args:
        scene: The text.
        name: The name as written, such as "Kronen" or "$".
        symbol: The usual code of that name.
        offset: Where the sum stands.

    Returns:
        The code; ``lb`` for a pound that weighs.
    """
    if name == "$":
        return _dollars(scene.text, offset) or symbol
    codes = shared_currencies().get(name)
    if codes is None:
        return symbol
    if symbol == "GBP" and _weighs(scene.text, offset):
        return POUND_OF_WEIGHT
    nearest = min(
        ((abs(match.start() - offset), country) for country, match in _countries_around(scene, offset, codes)),
        default=None,
    )
    return codes[nearest[1]] if nearest else symbol


def _dollars(text: str, offset: int) -> str | None:
    before = list(_PREFIXED_DOLLAR.finditer(text, max(0, offset - _CONTEXT_CHARS), offset))
    return _DOLLARS[before[-1][1]] if before else None


def _weighs(text: str, offset: int) -> bool:
    nearby = text[max(0, offset - _NEARBY_CHARS) : offset + _NEARBY_CHARS]
    return not _weight_words().isdisjoint(re.findall(r"[^\W\d_]+", nearby))


@cache
def _weight_words() -> frozenset[str]:
    return frozenset(load("units")["weight_words"]["words"].split())


def _countries_around(scene: Scene, offset: int, countries: Iterable[str]) -> Iterator[tuple[str, re.Match[str]]]:
    first = max(0, offset - _CONTEXT_CHARS)
    for country in countries:
        for match in _mention(country, scene.language).finditer(scene.text, first, offset + _CONTEXT_CHARS):
            yield country, match


@cache
def _mention(country: str, language: str) -> re.Pattern[str]:
    """Return the pattern of a country, its adjective and its cities."""
    names = forms_by_key("countries", "names", language).get(country, ())
    cities = forms_by_key("countries", "cities", language).get(country, ())
    adjectives = forms_by_key("countries", "adjectives", language).get(country, ())
    forms = [form for name in names for form in inflected(name)] + [
        city for entry in cities for city in entry.split(" = ")
    ]
    written = "|".join(map(re.escape, forms)) or r"(?!)"
    stems = "|".join(re.escape(adjective) for adjective in adjectives) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:(?:{written})(?:s|['’]s)?|(?:{stems})(?:e[mnrs]?)?)(?!\w)")
