"""What a text tells of somebody beside the name: gender, number, role."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind, gender_of_body
from lagebild.model import EntityKind
from lagebild.stages.entities.genders import gender_of
from lagebild.stages.entities.noun_phrases import country_of_word
from lagebild.stages.entities.referents import Referent, ReferentKind
from lagebild.stages.entities.trees import features

if TYPE_CHECKING:
    from lagebild.model import Entity
    from lagebild.stages.entities.finds import Find
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.scenes import NameSpot, Scene

_KINDS = {
    EntityKind.PERSON: ReferentKind.PERSON,
    EntityKind.ORGANIZATION: ReferentKind.BODY,
    EntityKind.GROUP: ReferentKind.BODY,
    EntityKind.COUNTRY: ReferentKind.COUNTRY,
    EntityKind.PLACE: ReferentKind.PLACE,
}
_PLURAL_NAMES = ("USA", "US", "Vereinigte", "Vereinte", "Niederlande", "Philippinen")
_WORDS_BEFORE = 2
"""A courtesy may stand before a given name: "Frau Ylva Brandt", "Mrs K. Brandt"."""


def named(find: Find, scene: Scene, spot: NameSpot) -> Referent:
    """Return whom or what a name is for a reader who meets it for the first time."""
    entity = find.entity
    kind = _KINDS.get(entity.kind, ReferentKind.THING)
    if kind is ReferentKind.PERSON:
        before = [scene.words[at].form for at in range(max(0, spot.first - _WORDS_BEFORE), spot.first)]
        roles = frozenset(map(_plain_role, entity.roles))
        return Referent(find.key, kind, entity, gender_of(entity, before, scene.language), roles=roles, is_named=True)
    if kind is ReferentKind.BODY and entity.country is None and spot.first:
        entity = replace(entity, country=country_of_word(scene.words[spot.first - 1].form, scene.language))
    article = next((scene.words[at] for at in scene.tree.dependents[spot.head] if scene.words[at].upos == "DET"), None)
    feats = features(article.feats) if article is not None and scene.language == "de" else {}
    is_plural = feats.get("Number") == "Plur" or (scene.language == "de" and entity.name.startswith(_PLURAL_NAMES))
    gender = feats.get("Gender") or (gender_of_body(entity.name) if scene.language == "de" else None)
    return Referent(find.key, kind, entity, gender, is_plural=is_plural, is_named=True)


def described(referent: Referent, phrase: NounPhrase) -> Referent:
    """Return a referent with what a title or an apposition tells of it."""
    told = {phrase.word, phrase.noun.head if phrase.noun else phrase.word}
    if told <= referent.roles and referent.gender:
        return referent
    roles = referent.roles | told
    is_person = referent.kind is ReferentKind.PERSON
    gender = referent.gender or (phrase.gender if is_person and phrase.gender != "Neut" else None)
    entity = referent.entity and _with_office(referent.entity, phrase)
    return replace(referent, roles=roles, gender=gender, entity=entity)


def _with_office(entity: Entity, phrase: NounPhrase) -> Entity:
    """Return an entity with the country and the sectors that a noun beside its name tells, where they are not known."""
    noun = phrase.noun
    if noun is None or (entity.country and entity.sectors):
        return entity
    is_body = entity.kind is EntityKind.ORGANIZATION
    if (noun.kind is NounKind.BODY) is not is_body or entity.kind is EntityKind.PLACE:
        return entity
    sectors = tuple(sector for sector in noun.sectors if sector != "any") if is_body else ()
    return replace(entity, country=entity.country or phrase.country, sectors=entity.sectors or sectors)


def _plain_role(role: str) -> str:
    """Return a role as nouns are compared with it, in lower case and the masculine."""
    return role.lower().removesuffix("in")
