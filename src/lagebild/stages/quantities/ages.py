"""Ages that no word for an age stands beside: "Thomas Sam, 42,", "aged 17, 23 and 61", "Mitte zwanzig"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import BLANK, left_of, word_before
from lagebild.expressions.units import YEARS, Age
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load
from lagebild.model import Bound, NameType, QuantityKind, Span
from lagebild.stages.quantities.scenes import Draft

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lagebild.expressions.amounts import Amount
    from lagebild.stages.quantities.scenes import Scene

_LAST_WORD = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]+)[ \u00a0]?\Z")
_TWO_CAPITALS = re.compile(r"(?<!\w)(?:[^\W\d_a-zäöüß]\w+ ){1,2}[^\W\d_a-zäöüß]\w+ ?\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_OLDEST = 120
_APPOSED_BEFORE = re.compile(r"(?P<open>[,(])[ \u00a0]?\Z")
_CLOSED = {",": re.compile(r"[,.;:–—]|[ \u00a0](?:and|und)[ \u00a0]|\Z"), "(": re.compile(r"\)")}
_IN_A_LIST = re.compile(rf"(?:,|,?{BLANK}(?:und|and|oder|or|bis|to)){BLANK}\Z")
_YEARS = re.compile(rf"{BLANK}(?:Jahren?|years)(?!\w)")


def listed_age(scene: Scene, amount: Amount, last: Draft | None) -> Age | None:
    """Return the age that goes on a list of ages: the second of "im Alter von 42 und 58 Jahren"."""
    if (
        last is None
        or last.kind is not QuantityKind.AGE
        or not _IN_A_LIST.fullmatch(scene.text, last.span.end, amount.start)
    ):
        return None
    if not scene.text[last.start : last.span.end].isdecimal():
        return None
    years = _YEARS.match(scene.text, amount.end)
    return Age(amount.start, years.end() if years else amount.end, YEARS)


def apposed_age(scene: Scene, amount: Amount) -> Age | None:
    """Return the age that stands in an apposition to a person: "Thomas Sam, 42,", "the driver (76)"."""
    before = left_of(_APPOSED_BEFORE, scene.text, amount.start)
    if before is None or not amount.number.in_figures or not _may_be_age(amount):
        return None
    if not _CLOSED[before["open"]].match(scene.text, amount.end):
        return None
    if not _is_person_before(scene, amount.start - len(before[0].lstrip())):
        return None
    return Age(amount.start, amount.end, YEARS)


def decade_at(scene: Scene, start: int) -> Draft | None:
    """Return the age of "Mitte zwanzig", "in her forties"."""
    match = _LETTERS.match(scene.text, start)
    value = _decades(scene.language).get(match[0].lower()) if match else None
    before = word_before(scene.text, start)
    if match is None or value is None or before not in words_of("number_words", "decades_of_life", scene.language):
        return None
    span = Span(start, match.end())
    return Draft(span, value, Bound.ABOUT, None, YEARS, QuantityKind.AGE, start, span.end)


def _may_be_age(amount: Amount) -> bool:
    return isinstance(amount.value, int) and 0 < amount.value <= _OLDEST and amount.number.scale == 1


def _is_person_before(scene: Scene, end: int) -> bool:
    match = left_of(_LAST_WORD, scene.text, end)
    if match is None:
        return False
    word = scene.words.at(end - len(match[0]))
    name = scene.words.name_at(end - len(match[0]))
    if name is not None:
        return name.type is NameType.PERSON
    if match["word"].lower() in words_of("number_words", "persons", scene.language):
        return True
    # Without an analysis two capitals in a row are a name, German nouns or not.
    return word.upos == "PROPN" if word else left_of(_TWO_CAPITALS, scene.text, end) is not None


@cache
def _decades(language: str) -> Mapping[str, int]:
    table = "tens" if language == "de" else "decades"
    decades: Mapping[str, int] = load("number_words")[table][language]
    return decades
