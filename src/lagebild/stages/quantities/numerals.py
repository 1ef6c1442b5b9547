"""Numeral nouns that leave open how many: "Dutzende", "mehrere Hundert", "tens of thousands", "ein gutes Dutzend"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.nouns import noun_behind
from lagebild.expressions.surroundings import BLANK
from lagebild.expressions.units import unit_behind
from lagebild.lexicon import alternation
from lagebild.lexicon.forms import lines_of, words_of
from lagebild.lexicon.loading import load
from lagebild.model import Bound, QuantityKind

if TYPE_CHECKING:
    from lagebild.stages.quantities.scenes import Draft, Scene

_OF = {"de": re.compile(rf"{BLANK}von{BLANK}"), "en": re.compile(rf"{BLANK}of{BLANK}")}
_JOINED = {"de": re.compile(rf"{BLANK}(?:und{BLANK}Aber|und{BLANK})?"), "en": re.compile(BLANK)}
_WORD = re.compile(r"[^\W\d_]+")


def numeral_at(scene: Scene, start: int) -> Draft | None:
    """Return the numeral noun that begins at an offset, with what it counts or measures."""
    approximate = _approximate(scene, start)
    found = (approximate[1:] if approximate else None) or _several(scene, start) or _plural(scene, start)
    if found is None:
        return None
    value, end = found
    thing_end, unit, kind = _thing(scene, end)
    draft = scene.draft(start, thing_end, value, unit, kind)
    bound = approximate[0] if approximate else Bound.MORE_THAN if draft.bound is Bound.EXACT else draft.bound
    return replace(draft, bound=bound, reached=end if draft.kind is QuantityKind.COUNT else draft.span.end)


def _approximate(scene: Scene, start: int) -> tuple[Bound, int, int] | None:
    """Return bound, value and end of "ein gutes Dutzend"."""
    match = _inside(scene.language).match(scene.text, start)
    value = load("number_words")["scales"][scene.language].get(match["numeral"].lower()) if match else None
    if match is None or value is None:
        return None
    return Bound(load("number_words")["bounds_inside"][scene.language][match["bound"].lower()]), value, match.end()


@cache
def _inside(language: str) -> re.Pattern[str]:
    bounds = "|".join(load("number_words")["bounds_inside"][language])
    article = {"de": "eine?[mnrs]?", "en": "a"}[language]
    return re.compile(
        rf"{article}{BLANK}(?P<bound>{bounds})(?:e[mnrs]?)?{BLANK}(?P<numeral>[^\W\d_]+)(?!\w)", re.IGNORECASE
    )


def _several(scene: Scene, start: int) -> tuple[int, int] | None:
    """Return "mehrere Hundert", "a few thousand", "einige Tausende"."""
    match = _several_words(scene.language).match(scene.text, start)
    scale = _WORD.match(scene.text, match.end()) if match else None
    if scale is None:
        return None
    value = load("number_words")["scales"][scene.language].get(scale[0].lower())
    return _chained(scene, value, scale.end()) if value else _plural(scene, scale.start())


@cache
def _several_words(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternation(lines_of('number_words', 'several', language))}){BLANK}(?=[^\W\d_])", re.IGNORECASE
    )


def _plural(scene: Scene, start: int) -> tuple[int, int] | None:
    match = _WORD.match(scene.text, start)
    written = match[0].lower() if match else ""
    value = load("number_words")["plural_numerals"][scene.language].get(written)
    if match is None or value is None:
        return None
    chained = _chained(scene, value, match.end())
    needs_another = written in words_of("number_words", "chained_numerals", scene.language)
    return None if needs_another and chained[1] == match.end() else chained


def _chained(scene: Scene, value: int, end: int) -> tuple[int, int]:
    """Return the product of a numeral and those behind it: "hundreds of thousands", "several hundred thousand"."""
    numerals = load("number_words")["plural_numerals"][scene.language] | load("number_words")["scales"][scene.language]
    while True:
        link = _OF[scene.language].match(scene.text, end) or re.compile(BLANK).match(scene.text, end)
        word = _WORD.match(scene.text, link.end()) if link else None
        factor = numerals.get(word[0].lower()) if word else None
        if word is None or factor is None:
            return value, end
        value, end = value * factor, word.end()


def _thing(scene: Scene, end: int) -> tuple[int, str | None, QuantityKind]:
    """Return the end, the unit and the kind of what a numeral noun counts or measures."""
    of = _OF[scene.language].match(scene.text, end)
    behind = of.end() - 1 if of else end
    unit = unit_behind(scene.text, behind)
    if unit is not None and unit.kind is not QuantityKind.PERCENT:
        return unit.edge, unit.symbol, unit.kind
    noun = noun_behind(scene.words.following(behind), scene.language)
    return (noun.end, noun.unit, QuantityKind.COUNT) if noun and not noun.is_time else (end, None, QuantityKind.COUNT)
