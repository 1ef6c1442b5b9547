"""How well a noun such as "der Minister" or "the company" fits those spoken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind, synonyms
from lagebild.stages.entities.referents import ReferentKind

if TYPE_CHECKING:
    from lagebild.lexicon.role_nouns import RoleNoun
    from lagebild.model import Entity
    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.referents import Referent

SAME_ROLE = 4.0
LIKE_ROLE = 3.0
"""The noun says of what sector or country somebody is."""
OF_SORT = 2.0
"""The noun says of what sort somebody is, and nothing else is known."""
_KINDS = {
    NounKind.OFFICIAL: ReferentKind.PERSON,
    NounKind.PERSON: ReferentKind.PERSON,
    NounKind.BODY: ReferentKind.BODY,
    NounKind.COUNTRY: ReferentKind.COUNTRY,
    NounKind.PLACE: ReferentKind.PLACE,
}
_SHORTEST_TAIL = 4
_OTHER_OFFICES = ("vize", "ex-", "vice ", "former ", "deputy ")
_NAMED_ONLY = frozenset({"GOV", "JUD", "IGO"})
"""Bodies of these sectors are too many to be told by the sector."""
_OPEN = frozenset({"BUS", "PTY", "MED", "NGO", "any"})
"""Bodies of these sectors may be any that the record knows no sector of."""
_ANYBODY = frozenset({"mann", "frau", "person", "jähriger", "man", "woman"})
_POLITICIANS = frozenset({"politiker", "politician"})
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP"})


def kind_of(phrase: NounPhrase) -> ReferentKind:
    """Return the kind of what a noun phrase may mean; a noun of no role may end the name of a body."""
    return _KINDS[phrase.noun.kind] if phrase.noun else ReferentKind.BODY


def fit_of_role(phrase: NounPhrase, referent: Referent, language: str) -> float:
    """Return how well a noun phrase fits a referent of its kind, from 0, where it does not, to `SAME_ROLE`.

    Args:
        phrase: The noun phrase.
        referent: Whom it may mean.
        language: ISO 639-1 code.
    """
    entity = referent.entity
    if entity is None or phrase.is_plural != referent.is_plural or not _is_of_country(phrase, referent):
        return 0.0
    if phrase.noun is None:
        is_person = referent.kind is ReferentKind.PERSON
        is_so = phrase.word in referent.roles if is_person else _is_named_so(phrase.word, entity)
        return SAME_ROLE if is_so else 0.0
    if referent.kind is ReferentKind.PERSON:
        return _fit_of_person(phrase, phrase.noun, referent, language)
    if referent.kind is ReferentKind.BODY:
        return _fit_of_body(phrase, phrase.noun, referent, language)
    if phrase.adjective is not None:
        return LIKE_ROLE
    return 0.0 if phrase.is_served else OF_SORT


def _is_of_country(phrase: NounPhrase, referent: Referent) -> bool:
    return phrase.country is None or referent.country in {None, phrase.country}


def _fit_of_person(phrase: NounPhrase, noun: RoleNoun, referent: Referent, language: str) -> float:
    if phrase.gender in {"Masc", "Fem"} and referent.gender not in {None, phrase.gender}:
        return 0.0
    if phrase.compound and "PTY" in phrase.compound.sectors and referent.parties:
        return SAME_ROLE if phrase.compound.key in referent.parties else 0.0
    if has_role(referent, noun, language):
        return SAME_ROLE
    if noun.head in _POLITICIANS:
        return LIKE_ROLE if referent.entity and not _POLITICAL.isdisjoint(referent.entity.sectors) else 0.0
    if phrase.country is not None and phrase.country == referent.country and noun.kind is NounKind.PERSON:
        return LIKE_ROLE
    is_other = phrase.is_served or (noun.head not in _ANYBODY and bool(referent.roles))
    return 0.0 if is_other else OF_SORT


def _fit_of_body(phrase: NounPhrase, noun: RoleNoun, referent: Referent, language: str) -> float:
    entity = referent.entity
    if entity is None:
        return 0.0
    words = (phrase.word, *synonyms(language).get(noun.head, ()))
    if has_role(referent, noun, language) or any(_is_named_so(word, entity) for word in words):
        return SAME_ROLE
    if phrase.is_served or noun.prefix or _NAMED_ONLY.issuperset(noun.sectors):
        return 0.0
    if entity.sectors:
        return 0.0 if set(noun.sectors).isdisjoint(entity.sectors) else LIKE_ROLE
    return 0.0 if referent.roles or not _OPEN.issuperset(noun.sectors) else OF_SORT


def has_role(referent: Referent, noun: RoleNoun, language: str) -> bool:
    """Tell whether a noun, or another for the same, is what one of the roles of a referent ends with."""
    if not referent.roles:
        return False
    heads = (noun.head, *synonyms(language).get(noun.head, ()))
    return any(_ends_with(role, head) for role in referent.roles for head in heads)


def _is_named_so(word: str, entity: Entity) -> bool:
    """Tell whether a noun is what the name of a body, or one of its words, ends with: "the League"."""
    name = entity.name.lower()
    return word in name and any(_ends_with(part, word) for part in name.split())


def _ends_with(role: str, head: str) -> bool:
    """Tell whether a role is another one, or ends with it: "US-Präsident" with "Präsident", but not "Vizepräsident"."""
    prefix = role.removesuffix(head)
    if prefix == role or len(head) < _SHORTEST_TAIL:
        return False
    return not prefix.endswith(_OTHER_OFFICES)
