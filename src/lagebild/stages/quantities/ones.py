"""The numbers "one" and "ein", where they are no articles or pronouns."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import Amount, bound_behind
from lagebild.expressions.figures import written_number_at
from lagebild.expressions.nouns import noun_behind
from lagebild.expressions.numbers import Number
from lagebild.expressions.surroundings import BLANK, left_of, word_before
from lagebild.lexicon.forms import words_of
from lagebild.model import QuantityKind
from lagebild.stages.quantities.drafting import draft_of

if TYPE_CHECKING:
    from lagebild.expressions.nouns import Noun
    from lagebild.stages.quantities.scenes import Draft, Scene

_ONE = {"de": re.compile(r"eine?[mnrs]?(?!\w)", re.IGNORECASE), "en": re.compile(r"one(?![\w-])", re.IGNORECASE)}
_WORD_BEFORE = re.compile(rf"(?<!\w)(?P<word>[^\W\d_]+){BLANK}\Z")
_SINGLE = re.compile(rf"{BLANK}einzige[mnrs]?(?!\w)")
_AND = re.compile(r"(?<!\w)und[ \u00a0]")
_OTHER = re.compile(r"[^.\n]*?(?<!\w)(?:the|while|and) others?(?!\w)")
_CLAUSE_CHARS = 60
_SENTENCE_CHARS = 120
_MOST_WORDS_BEHIND_AND = 3


def one_at(scene: Scene, start: int, last: Draft | None) -> Draft | None:
    """Return the count of one that begins at an offset, such as "one shell".

    Args:
        scene: The text.
        start: Where a word begins.
        last: The quantity found before it.
    """
    one = _ONE[scene.language].match(scene.text, start)
    if one is None or scene.is_taken(start, one.end()):
        return None
    behind = bound_behind(scene.text, one.end(), scene.language)
    noun = noun_behind(scene.words.following(behind[1] if behind else one.end()), scene.language, one=True)
    if noun is None or noun.is_time or (noun.plural and behind is None):
        return None
    is_number = _is_english_one(scene, start) if scene.language == "en" else _is_german_one(scene, one, noun, last)
    if not is_number:
        return None
    amount = Amount(start, one.end(), 1, None, Number(start, one.end(), 1, in_figures=False))
    draft = draft_of(scene, amount, noun.end, noun.unit, QuantityKind.COUNT)
    return replace(draft, bound=behind[0]) if behind else draft


def _is_english_one(scene: Scene, start: int) -> bool:
    # "one side … while others"
    if _OTHER.search(scene.text, start, start + _SENTENCE_CHARS):
        return False
    return word_before(scene.text, start).lower() not in words_of("number_words", "not_one", "en")


def _is_german_one(scene: Scene, one: re.Match[str], noun: Noun, last: Draft | None) -> bool:
    before = left_of(_WORD_BEFORE, scene.text, one.start())
    if before is not None and before["word"].lower() in words_of("number_words", "sole", "de"):
        return True
    if _SINGLE.match(scene.text, one.end()):
        return True
    if noun.unit not in words_of("number_words", "persons", "de"):
        return False
    return _follows_count(scene, one.start(), last) or _precedes_count(scene, noun.end)


def _follows_count(scene: Scene, start: int, last: Draft | None) -> bool:
    """Tell whether others are counted right before: "drei Männer und eine Frau"."""
    return (
        last is not None
        and last.kind is QuantityKind.COUNT
        and scene.text[last.span.end : start].strip("\u00a0 ") == "und"
    )


def _precedes_count(scene: Scene, end: int) -> bool:
    """Tell whether others are counted in the same clause: "ein Mensch getötet und mehr als 30 verletzt"."""
    clause = scene.text[end : end + _CLAUSE_CHARS].partition(".")[0]
    for link in _AND.finditer(clause):
        rest = clause[link.end() :]
        words = list(re.finditer(r"[^\W_]+", rest))[:_MOST_WORDS_BEHIND_AND]
        if any(written_number_at(rest, word.start(), "de") for word in words):
            return True
    return False
