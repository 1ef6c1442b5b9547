"""Who is behind "israelische Angaben", "Polizeiangaben"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind, role_noun
from lagebild.stages.entities.noun_phrases import Beginning, country_of_word
from lagebild.stages.entities.referents import ReferentKind

if TYPE_CHECKING:
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.referents import Referent
    from lagebild.stages.entities.salience import Memory
    from lagebild.stages.entities.scenes import Scene

_SAYINGS = ("angabe", "aussage", "information", "darstellung", "einschätzung", "erkenntnis")
"""Lemmas of the nouns for what somebody says."""


def is_saying(word: str) -> bool:
    """Tell whether a noun, or the last part of a German compound, means what somebody says."""
    return word.endswith(_SAYINGS)


def country_that_says(scene: Scene, phrase: NounPhrase, memory: Memory) -> Referent | None:
    """Return the country of a saying with its adjective, "israelische Angaben", where it was named before."""
    if phrase.word not in _SAYINGS:
        return None
    words = (scene.words[at].form for at in range(phrase.first, phrase.head))
    code = next((code for word in words if (code := country_of_word(word, scene.language))), None)
    return next((one for one in memory.of_kind(ReferentKind.COUNTRY) if code and one.country == code), None)


def as_sayer(phrase: NounPhrase, language: str) -> NounPhrase:
    """Return "Polizeiangaben" as "die Polizei"; any other phrase as it is."""
    saying = next((word for word in _SAYINGS if phrase.word.endswith(word) and phrase.word != word), None)
    if saying is None or language != "de":
        return phrase
    first = phrase.word.removesuffix(saying).removesuffix("s").capitalize()
    noun = role_noun(first, first, language)
    is_body = noun is not None and noun.kind is NounKind.BODY
    return (
        replace(phrase, word=first.lower(), noun=noun, beginning=Beginning.DEFINITE, is_plural=False)
        if is_body
        else phrase
    )
