"""Nouns that the record has no place for, and that pronouns may yet mean: "der Zug", "ein Zeuge"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind
from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.scenes import Scene


def plain(scene: Scene, phrase: NounPhrase) -> Referent:
    """Return what a noun means as something without an entity."""
    kind = ReferentKind.PERSON if _is_person(scene, phrase) else ReferentKind.THING
    return Referent(("plain", phrase.word, phrase.is_plural), kind, None, phrase.gender, phrase.is_plural)


def _is_person(scene: Scene, phrase: NounPhrase) -> bool:
    if phrase.noun is not None:
        return phrase.noun.kind in {NounKind.PERSON, NounKind.OFFICIAL}
    is_woman = scene.language == "de" and phrase.gender == "Fem" and phrase.word.endswith("in")
    return is_woman or (scene.is_speaker(phrase.head) and not phrase.is_plural)
