"""Ranks ("die zweitgrößte Stadt", "Platz drei", "the 22nd", "#2") and scales before a number ("Stärke 6,4")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.nouns import Noun, noun_behind
from lagebild.expressions.numbers import plain_number, scaled_number
from lagebild.expressions.ordinals import Ordinal, ordinal_at
from lagebild.expressions.surroundings import BLANK, starts_sentence, word_before
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load
from lagebild.model import Bound, QuantityKind, Span
from lagebild.stages.quantities.scenes import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lagebild.expressions.numbers import Number
    from lagebild.model import Word
    from lagebild.stages.quantities.scenes import Scene

_SINGULAR_ENDINGS = ("er", "es", "em")
_QUOTES = frozenset('„“"»«‚')
_TORN = re.compile(r"\d ?[.,] ?\d(?!\d)")
_GENITIVE = ("'s ", "’s ", "s' ", "s’ ")


def scaled_at(scene: Scene, start: int) -> Draft | None:
    """Return the measure whose unit stands before its number: "Windstärke 12", "magnitude 6.4"."""
    match = _scale().match(scene.text, start)
    number = _scale_number(scene, match.end()) if match else None
    if match is None or number is None:
        return None
    unit = _scale_names()[match["name"]]
    return scene.draft(start, number.end, number.value, unit, QuantityKind.MEASURE)


def rank_at(scene: Scene, start: int) -> Draft | None:
    """Return the rank that begins at an offset with a word for it: "Platz drei", "number 3", "#2 browser"."""
    match = _rank(scene.language).match(scene.text, start)
    number = scene.number_at(match.end()) if match else None
    if match is None or number is None or not isinstance(number.value, int):
        return None
    if match["sign"] is None:
        return _draft(start, number.end, number.value, match["rank"].lower())
    noun = noun_behind(scene.words.following(number.end), scene.language)
    end, unit = (noun.end, noun.unit) if noun and scene.language == "en" else (number.end, None)
    return _draft(start, end, number.value, unit)


def ordinal_draft_at(scene: Scene, start: int) -> Draft | None:
    """Return the ordinal that begins at an offset, with the thing that it orders."""
    ordinal = ordinal_at(scene.text, start, scene.language)
    if ordinal is None or scene.words.name_at(start) is not None:
        return None
    noun = noun_behind(scene.words.following(ordinal.end), scene.language, one=True)
    if noun is not None and not _precedes_name(scene, ordinal, noun):
        is_rank = _can_be_ordered(noun, scene.language) and _ranks(scene, ordinal, noun)
        return _draft(start, noun.end, ordinal.value, noun.unit) if is_rank else None
    return _draft(start, ordinal.end, ordinal.value, None) if _stands_alone(scene, ordinal, noun) else None


def _can_be_ordered(noun: Noun, language: str) -> bool:
    return not noun.is_time and noun.unit.split()[-1] not in words_of("number_words", "not_ordered", language)


def _draft(start: int, end: int, value: int, unit: str | None) -> Draft:
    """Return a rank; no word bounds it ("um die erste Wahl")."""
    return Draft(Span(start, end), value, Bound.EXACT, None, unit, QuantityKind.ORDINAL, start, end)


def _ranks(scene: Scene, ordinal: Ordinal, noun: Noun) -> bool:
    """Tell whether an ordinal before a noun ranks it: not in "erste Ergebnisse", "Putin first visited"."""
    if ordinal.superlative:
        return True
    if scene.language == "en" and _is_capitalised(scene.text, ordinal):
        return False
    # "erste Ergebnisse" are early ones; "als erster Mensch" has the form of one.
    if ordinal.value == 1 and noun.plural and not scene.text.endswith(_SINGULAR_ENDINGS, 0, ordinal.end):
        return False
    before = word_before(scene.text, ordinal.start).lower()
    if scene.language == "en":
        return ordinal.value > 1 or _has_determiner(scene, ordinal.start) or _is_adjective(scene, ordinal.start)
    if ordinal.in_figures or _is_verb_form(scene.text, ordinal):
        return before in words_of("number_words", "determiners", "de") or _is_adjective(scene, ordinal.start)
    return True


def _is_capitalised(text: str, ordinal: Ordinal) -> bool:
    # "Second City" is a name.
    return text[ordinal.start].isupper() and not starts_sentence(text, ordinal.start)


def _is_verb_form(text: str, ordinal: Ordinal) -> bool:
    return text[ordinal.start : ordinal.end].lower() == "achten"


def _is_adjective(scene: Scene, start: int) -> bool:
    word = scene.words.at(start)
    return word is not None and word.upos == "ADJ"


def _has_determiner(scene: Scene, start: int) -> bool:
    before = word_before(scene.text, start).lower()
    return before in words_of("number_words", "determiners", "en") or scene.text.endswith(_GENITIVE, 0, start)


def _precedes_name(scene: Scene, ordinal: Ordinal, noun: Noun) -> bool:
    """Tell whether the number of an edition stands before a name: "the 22nd Fan Expo Canada"."""
    following = scene.words.behind(ordinal.end)
    name = scene.words.name_at(following.span.start) if following else None
    return name is not None and following is not None and following.upos == "PROPN" and noun.end <= name.span.end


def _stands_alone(scene: Scene, ordinal: Ordinal, noun: Noun | None) -> bool:
    """Tell whether an ordinal without its noun is one: "her fifth", "ein dritter"."""
    if noun is not None:
        return ordinal.value > 1 and _has_any_determiner(scene, ordinal.start)
    following = scene.words.behind(ordinal.end)
    if ordinal.value == 1 or (following is not None and _goes_on(following, scene.language)):
        return False
    word = scene.words.at(ordinal.start)
    if scene.language == "en" and word is not None and word.upos == "ADV":
        return False
    if ordinal.in_figures and scene.language == "de" and not _opens_quote(following):
        return False
    return _has_any_determiner(scene, ordinal.start)


def _goes_on(following: Word, language: str) -> bool:
    """Tell whether the thing ordered stands behind: "the fourth or fifth day"."""
    return following.upos in {"NOUN", "PROPN"} or following.form.lower() in words_of(
        "number_words", "joining", language
    )


def _opens_quote(following: Word | None) -> bool:
    return following is not None and following.form in _QUOTES


def _has_any_determiner(scene: Scene, start: int) -> bool:
    before = word_before(scene.text, start).lower()
    return before in words_of("number_words", "determiners", scene.language) or scene.text.endswith(_GENITIVE, 0, start)


def _scale_number(scene: Scene, start: int) -> Number | None:
    """Return the number of a scale, also where its decimals were torn off, as in "Größe 7 . 1"."""
    torn = _TORN.match(scene.text, start)
    if torn is None:
        return scene.number_at(start)
    plain = torn[0].replace(" ", "").replace(",", ".")
    return scaled_number(scene.text, start, torn.end(), plain_number(plain), scene.language)


@cache
def _scale_names() -> Mapping[str, str]:
    table = load("units")["scales_before"]
    return {name: symbol for symbol, names in table.items() for name in names.split()}


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{'|'.join(_scale_names())}){BLANK}(?:(?:of|von){BLANK})?(?=\d)")


@cache
def _rank(language: str) -> re.Pattern[str]:
    ranks = "|".join(words_of("number_words", "ranks", language))
    signs = "|".join(map(re.escape, words_of("number_words", "rank_signs", language)))
    return re.compile(rf"(?:(?P<rank>{ranks}){BLANK}|(?P<sign>{signs}){BLANK}?)(?=[^\W_])", re.IGNORECASE)
