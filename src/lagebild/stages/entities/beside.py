"""Names that stand beside a noun: its title, its apposition, or the name of its sort of body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind
from lagebild.model import EntityKind

if TYPE_CHECKING:
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.scenes import NameSpot, Scene

_BESIDE = frozenset({"appos", "flat", "dep"})
_OF_PHRASES = frozenset({"appos", "nmod", "flat"})
_PEOPLE = frozenset({NounKind.OFFICIAL, NounKind.PERSON})
_SORTS = frozenset({"BUS", "PTY", "MED"})
"""A name before a noun of these sectors is that of the body: "the M5S party"; "the Pentagon agency" is another."""


def named_beside(scene: Scene, phrase: NounPhrase) -> NameSpot | None:
    """Return the name of what a noun phrase describes where it stands in the same phrase, or ``None``."""
    word = scene.words[phrase.head]
    above = scene.names.get(word.head) if word.head is not None and scene.tree.bases[phrase.head] in _BESIDE else None
    spots = (above, _dependent(scene, phrase), _behind(scene, phrase), _at_end(scene, phrase))
    return next((spot for spot in spots if spot is not None and _is_alike(phrase, spot)), None)


def _is_alike(phrase: NounPhrase, spot: NameSpot) -> bool:
    """Tell whether a noun may describe what a name names: people are persons, and bodies are none."""
    return phrase.noun is None or (phrase.noun.kind in _PEOPLE) is _is_person(spot)


def _dependent(scene: Scene, phrase: NounPhrase) -> NameSpot | None:
    sorts = phrase.noun is not None and phrase.noun.kind is NounKind.BODY and not _SORTS.isdisjoint(phrase.noun.sectors)
    for at in scene.tree.dependents[phrase.head]:
        relation = scene.tree.bases[at]
        if at in scene.names and (relation in _BESIDE or (sorts and relation == "compound")):
            return scene.names[at]
    return _set_apart(scene, phrase)


def _set_apart(scene: Scene, phrase: NounPhrase) -> NameSpot | None:
    """Return the person's name behind a comma and a title: "the vicar, the Rev Ylva Brandt"."""
    if phrase.head + 1 >= len(scene.words) or scene.words[phrase.head + 1].form != ",":
        return None
    titles = [
        at for at in scene.tree.dependents[phrase.head] if at > phrase.head and scene.tree.bases[at] in _OF_PHRASES
    ]
    names = (at for title in titles for at in scene.tree.dependents[title] if at == title + 1 and at in scene.names)
    return next((scene.names[at] for at in names if _is_person(scene.names[at])), None)


def _behind(scene: Scene, phrase: NounPhrase) -> NameSpot | None:
    """Return the person's name right behind a title."""
    spot = scene.names.get(phrase.head + 1)
    if spot is None or spot.first != phrase.head + 1 or not _is_person(spot) or phrase.is_plural:
        return None
    return spot if phrase.noun is not None and phrase.noun.kind in _PEOPLE else None


def _at_end(scene: Scene, phrase: NounPhrase) -> NameSpot | None:
    """Return the person's name at the end of a longer phrase: "Der Bürgermeister der Gemeinde Ulm, Heiner Falldorf"."""
    if phrase.noun is None or phrase.noun.kind is not NounKind.OFFICIAL:
        return None
    for spot in scene.names.values():
        if spot.first - 1 == phrase.owner and _is_person(spot):  # "deputy of the city duma Irina Sobol"
            return spot
        if spot.first > phrase.head and _is_person(spot) and scene.words[spot.head].relation == "appos":
            at: int | None = spot.head
            while at is not None and at != phrase.head and scene.tree.bases[at] in _OF_PHRASES:
                at = scene.words[at].head
            if at == phrase.head:
                return spot
    return None


def _is_person(spot: NameSpot) -> bool:
    return spot.find.entity.kind is EntityKind.PERSON
