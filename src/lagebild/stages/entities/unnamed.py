"""Those with an office whom the text does not name: "ein Sprecher des Kreml", "die Polizei"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind
from lagebild.model import Entity, EntityKind
from lagebild.stages.entities.governments import government, government_key
from lagebild.stages.entities.noun_phrases import Beginning
from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.scenes import Scene

_OF_STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "OPP", "REB", "SPY"})
"""Sectors that tell enough of somebody whom nothing else is known of."""
_GOVERNMENTS = ("regierung", "government")
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.COUNTRY, EntityKind.GROUP})


def unnamed(scene: Scene, phrase: NounPhrase, owner: Entity | None, text: str) -> Referent | None:
    """Return somebody with an office whom a noun phrase brings up, or ``None`` where it is a plain noun.

    Args:
        scene: The sentence.
        phrase: The noun phrase, which means nobody spoken of before.
        owner: Whom it serves, where the text tells this.
        text: The text of the article.
    """
    noun = phrase.noun
    if noun is None or not _has_office(phrase, owner):
        return None
    country = phrase.country or (owner.country if owner else None)
    is_body = noun.kind is NounKind.BODY
    if is_body and country and noun.head.endswith(_GOVERNMENTS) and not noun.prefix:
        entity = government(_name(scene, phrase, text), country)
        return Referent(
            government_key(country), ReferentKind.BODY, entity, phrase.gender, roles=frozenset({phrase.word})
        )
    key = (
        "unnamed",
        noun.prefix + noun.head,
        country,
        owner.name if owner else None,
        phrase.gender == "Fem",
        phrase.is_plural,
    )
    kind = EntityKind.ORGANIZATION if is_body else EntityKind.GROUP if phrase.is_plural else EntityKind.PERSON
    roles = () if is_body else (scene.words[phrase.head].form if scene.language == "de" else noun.head,)
    entity = Entity("", _name(scene, phrase, text), kind, country, _sectors(phrase, owner), roles)
    return Referent(
        key,
        ReferentKind.BODY if is_body else ReferentKind.PERSON,
        entity,
        phrase.gender,
        phrase.is_plural,
        frozenset({noun.head, phrase.word}),
    )


def called_fully(referent: Referent, scene: Scene, phrase: NounPhrase, text: str) -> Referent:
    """Return somebody unnamed with the fullest words that the text has: "jemenitische Armee" rather than "Militär"."""
    name = _name(scene, phrase, text)
    is_fuller = not referent.is_named and referent.entity is not None and len(name) > len(referent.entity.name)
    if referent.entity is None or not is_fuller or not (phrase.is_served or phrase.adjective):
        return referent
    return replace(referent, entity=replace(referent.entity, name=name))


def _has_office(phrase: NounPhrase, owner: Entity | None) -> bool:
    noun = phrase.noun
    if noun is None or noun.kind not in {NounKind.OFFICIAL, NounKind.BODY}:
        return False
    is_owned = phrase.country is not None or (owner is not None and owner.kind in _BODIES)
    if noun.kind is NounKind.OFFICIAL:
        return is_owned or bool(owner and owner.sectors) or not _OF_STATE.isdisjoint(noun.sectors)
    if phrase.beginning is Beginning.POSSESSIVE or "any" in noun.sectors:
        return False
    is_one = phrase.beginning is Beginning.DEFINITE and not phrase.is_plural
    # "die Wahlkommission" tells by itself which it is.
    is_designated = not noun.sectors and bool(noun.prefix)
    is_known = is_owned or is_designated or not _OF_STATE.isdisjoint(noun.sectors)
    return (is_owned and bool(noun.sectors)) or (is_one and is_known)


def _sectors(phrase: NounPhrase, owner: Entity | None) -> tuple[str, ...]:
    sectors = phrase.noun.sectors if phrase.noun else ()
    if not sectors and owner is not None:
        sectors = owner.sectors
    return tuple(sector for sector in sectors if sector != "any")


def _name(scene: Scene, phrase: NounPhrase, text: str) -> str:
    """Return the words of a phrase without its article, with the one it serves."""
    words = scene.words
    first = next((at for at in range(phrase.first, phrase.head) if words[at].upos != "DET"), phrase.head)
    last = phrase.head
    if phrase.owner is not None and phrase.owner > last:
        last = scene.names[phrase.owner].last if phrase.owner in scene.names else phrase.owner
    elif phrase.owner is not None and phrase.owner in scene.names and phrase.owner + 1 == first:
        first = scene.names[phrase.owner].first
    return text[words[first].span.start : words[last].span.end]
