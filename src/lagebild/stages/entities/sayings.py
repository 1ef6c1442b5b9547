"""Who is behind "israelische Angaben", "Polizeiangaben"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.role_nouns import NounKind, gender_of_body, role_noun
from lagebild.model import Entity, EntityKind
from lagebild.stages.entities.noun_phrases import Beginning, country_of_word
from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from lagebild.lexicon.gazetteers import Named
    from lagebild.stages.entities.noun_phrases import NounPhrase
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


def body_that_says(known: Named) -> Referent | None:
    """Return the body that a compound names first, "UNO-Angaben"; ``None`` for a country or a place."""
    if known.kind is not EntityKind.ORGANIZATION:
        return None
    entity = Entity("", known.name, known.kind, known.country, known.sectors, wikidata=known.wikidata)
    return Referent(known.key, ReferentKind.BODY, entity, gender_of_body(known.name))


def as_led(phrase: NounPhrase, language: str) -> NounPhrase | None:
    """Return "die Vereinsführung" as "der Verein", or ``None`` for what is no leadership of a sort of body."""
    if language != "de" or phrase.beginning is not Beginning.DEFINITE or phrase.is_served or phrase.compound:
        return None
    leaderships = words_of("role_nouns", "leaderships", language)
    part = next((phrase.word.removesuffix(word) for word in leaderships if phrase.word.endswith(word)), "")
    first = part.removesuffix("s").capitalize()
    noun = role_noun(first, first, language) if first else None
    is_body = noun is not None and noun.kind is NounKind.BODY and not noun.prefix
    return replace(phrase, word=first.lower(), noun=noun, gender=None) if is_body else None


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
