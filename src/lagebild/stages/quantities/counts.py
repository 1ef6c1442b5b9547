"""Numbers with the thing that they count, or without it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import Amount, amount_of, bound_behind, bounds_before, range_from_one
from lagebild.expressions.guessing import guessed_words
from lagebild.expressions.nouns import noun_behind
from lagebild.expressions.numbers import part_of_one
from lagebild.expressions.units import age_at, unit_behind
from lagebild.lexicon.forms import words_of
from lagebild.model import QuantityKind
from lagebild.stages.quantities.ages import apposed_age, listed_age
from lagebild.stages.quantities.drafting import draft_of
from lagebild.stages.quantities.measures import measured
from lagebild.stages.quantities.naming import is_label, is_name, is_plain_year, names_with
from lagebild.stages.quantities.ones import one_at

if TYPE_CHECKING:
    from lagebild.expressions.nouns import Noun
    from lagebild.stages.quantities.scenes import Draft, Scene

_HYPHENATED = {
    "de": re.compile(r"-(?P<noun>[^\W\d_]{3,})(?=-)"),
    "en": re.compile(r"-(?P<noun>[a-z]{3,})(?![\w-])"),
}
_NO_NOUN_ENDINGS = {"de": (), "en": ("ed", "ing", "est")}
_JOINTS = frozenset("-/’'")
_LOST_BLANK = {"de": re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}"), "en": re.compile(r"[a-z]{3,}s(?!\w)")}


def number_draft_at(scene: Scene, start: int, last: Draft | None) -> Draft | None:
    """Return the quantity whose number begins at an offset.

    Args:
        scene: The text.
        start: Where a figure or a word begins.
        last: The quantity found before, whose age goes on in a list: "aged 17, 23 and 61".
    """
    amount = _amount_at(scene, start)
    if amount is None:
        return one_at(scene, start, last)
    if scene.is_taken(amount.start, amount.end):
        return None
    draft = _aged(scene, amount, last) or measured(scene, amount)
    if draft is not None or is_name(scene, amount):
        return draft
    return _hyphenated(scene, amount) or _counted(scene, amount)


def _amount_at(scene: Scene, start: int) -> Amount | None:
    number = scene.number_at(start)
    if number is not None:
        return amount_of(scene.text, scene.language, number)
    part = part_of_one(scene.text, start, scene.language)
    if part is not None and unit_behind(scene.text, part.end):
        return Amount(start, part.end, part.value, None, part)
    return range_from_one(scene.text, scene.language, start)


def _aged(scene: Scene, amount: Amount, last: Draft | None) -> Draft | None:
    outer = bounds_before(scene.text, amount.start, scene.language, with_unit=True)
    age = (
        age_at(scene.text, amount.start, amount.end, scene.language)
        or (age_at(scene.text, outer[1], amount.end, scene.language) if outer else None)
        or listed_age(scene, amount, last)
        or apposed_age(scene, amount)
    )
    return draft_of(scene, amount, age.end, age.unit, QuantityKind.AGE) if age else None


def _hyphenated(scene: Scene, amount: Amount) -> Draft | None:
    """Return "Vier-Personen" of a household, "six-member" of a team, "Zwei-Milliarden" of a programme."""
    match = _HYPHENATED[scene.language].match(scene.text, amount.end)
    if match is None:
        is_sum = amount.number.scale > 1 and scene.language == "de" and scene.text.startswith("-", amount.end)
        return draft_of(scene, amount, amount.end, None, QuantityKind.COUNT) if is_sum else None
    (word,) = guessed_words(match["noun"], 0, scene.language)
    is_time = {word.lemma, match["noun"].lower()} & words_of("number_words", "not_counted", scene.language)
    if is_time or match["noun"].endswith(_NO_NOUN_ENDINGS[scene.language]):
        return None
    return draft_of(scene, amount, match.end(), word.lemma, QuantityKind.COUNT)


def _counted(scene: Scene, amount: Amount) -> Draft | None:
    if _is_glued(scene, amount.end):
        return None
    behind = bound_behind(scene.text, amount.end, scene.language)
    words = scene.words.following(behind[1] if behind else amount.end)
    noun = noun_behind(words, scene.language, one=amount.value == 1)
    if noun is None:
        return _uncounted(scene, amount)
    if noun.is_time or names_with(scene, amount, noun.end) or _is_year(scene, amount):
        return None
    if _is_mass(scene, amount, noun):
        return draft_of(scene, amount, amount.end, None, QuantityKind.COUNT)
    draft = draft_of(scene, amount, noun.end, noun.unit, QuantityKind.COUNT)
    return replace(draft, bound=behind[0]) if behind and amount.upper is None else draft


def _uncounted(scene: Scene, amount: Amount) -> Draft | None:
    if is_label(scene, amount) or _is_year(scene, amount):
        return None
    return draft_of(scene, amount, amount.end, None, QuantityKind.COUNT)


def _is_year(scene: Scene, amount: Amount) -> bool:
    return is_plain_year(scene, amount) and (
        bounds_before(scene.text, amount.start, scene.language, with_unit=False) is None
    )


def _is_glued(scene: Scene, end: int) -> bool:
    """Tell whether the number is part of a longer word, unless that is a noun whose blank was lost: "7Männer"."""
    following = scene.text[end : end + 1]
    if not following.isalnum():
        return following in _JOINTS
    return _LOST_BLANK[scene.language].match(scene.text, end) is None


def _is_mass(scene: Scene, amount: Amount, noun: Noun) -> bool:
    """Tell whether a sum without its currency stands before what is not counted: "550 Milliarden neues Geld"."""
    following = scene.words.behind(amount.end)
    is_apart = following is not None and following.span.end < noun.end and following.upos == "ADJ"
    return is_apart and noun.plural is False and amount.value > 1 and scene.language == "de"
