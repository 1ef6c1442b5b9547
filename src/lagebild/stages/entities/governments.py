"""Capitals and houses that stand for governments: "Moskau erklärte", "the Kremlin"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.governments import country_of_capital, country_of_house, saying_verbs
from lagebild.lexicon.role_nouns import NounKind, role_noun
from lagebild.model import Entity, EntityKind

if TYPE_CHECKING:
    from lagebild.stages.entities.scenes import NameSpot, Scene

_SAID_BY = frozenset({"laut", "zufolge", "according"})
_SECTOR = "GOV"


def government_key(country: str) -> object:
    """Return the key of the government of a country."""
    return ("government", country)


def government(name: str, country: str | None) -> Entity:
    """Return a government as an entity that has no id yet."""
    return Entity("", name, EntityKind.ORGANIZATION, country, (_SECTOR,))


def house_of(entity: Entity, language: str) -> str | None:
    """Return the country for whose government a name of the gazetteer stands wherever it is, or ``None``."""
    return country_of_house(language).get(entity.name)


def government_at(scene: Scene, spot: NameSpot, entity: Entity) -> str | None:
    """Return the country whose government a capital stands for here, or ``None`` where it is the place.

    It is the government as the subject of a verb of saying or doing, as the one who is told or accused, behind "laut",
    and as the owner of an office. "In Moskau" is a place, and so is what something else is said of.
    """
    country = country_of_capital(scene.language).get(entity.name)
    if country is None or entity.country != country:
        return None
    return country if _acts(scene, spot.head) or _is_served(scene, spot.head) else None


def _acts(scene: Scene, index: int) -> bool:
    case = scene.tree.dependent(index, "case")
    if case is not None and scene.words[case].form != "'s":
        return scene.words[case].lemma.lower() in _SAID_BY
    return scene.is_agent(index) or _is_addressed(scene, index)


def _is_addressed(scene: Scene, index: int) -> bool:
    """Tell whether a word is the object of a verb of saying: "wirft Moskau vor", "accused Moscow"."""
    verb = scene.governor(index)
    is_object = scene.words[scene.tree.top(index)].relation in {"obj", "iobj", "obl:arg"}
    return verb is not None and is_object and scene.words[verb].lemma in saying_verbs(scene.language)


def _is_served(scene: Scene, index: int) -> bool:
    """Tell whether a word is a genitive with an office or a government: "Moskaus Außenminister", "Kyiv's envoy"."""
    word = scene.words[index]
    if word.head is None or scene.tree.bases[index] != "nmod":
        return False
    served = scene.words[word.head]
    noun = role_noun(served.form, served.lemma, scene.language)
    is_genitive = word.relation == "nmod:poss" or not scene.tree.has(index, "case")
    return (
        is_genitive and noun is not None and noun.kind in {NounKind.OFFICIAL, NounKind.BODY} and _SECTOR in noun.sectors
    )
