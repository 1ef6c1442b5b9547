"""Two who are spoken of together: "beide Länder", "both sides"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.role_nouns import NounKind, pair_nouns
from lagebild.model import Entity, EntityKind
from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.salience import Memory

_ANY = frozenset({ReferentKind.COUNTRY, ReferentKind.BODY, ReferentKind.PERSON})
_KINDS = {NounKind.COUNTRY: ReferentKind.COUNTRY, NounKind.BODY: ReferentKind.BODY}
_ALIKE = 0.1
"""The second is on a reader's mind at least so much as the first."""


def both(phrase: NounPhrase | None, memory: Memory, sentence: int, language: str) -> Referent | None:
    """Return the two whom a noun phrase means, or ``None`` where two do not stand out; two of a list are no two.

    Args:
        phrase: "beide Länder"; ``None`` for "beide" alone.
        memory: Those spoken of so far.
        sentence: The number of the sentence.
        language: ISO 639-1 code.
    """
    kinds = _kinds(phrase, language)
    sectors = set(phrase.noun.sectors) if phrase and phrase.noun else set()
    values = {
        one: memory.trace(one.key).at(sentence)
        for one in memory.recent(sentence)
        if one.entity is not None
        and one.kind in kinds
        and not memory.trace(one.key).is_listed
        and not (one.entity and sectors.isdisjoint(one.entity.sectors) and one.entity.sectors and sectors)
    }
    first, second = (*sorted(values, key=lambda one: -values[one]), None, None)[:2]
    if first is None or second is None or values[second] < _ALIKE * values[first]:
        return None
    return together((first, second), memory, language)


def together(two: Sequence[Referent], memory: Memory, language: str) -> Referent:
    """Return two referents as one, named as they were last mentioned."""
    ordered = sorted(two, key=lambda one: (memory.trace(one.key).sentence, memory.trace(one.key).index))
    name = (" and " if language == "en" else " und ").join(one.entity.name for one in ordered if one.entity)
    key = ("pair", frozenset(one.key for one in two))
    return Referent(key, ReferentKind.PAIR, Entity("", name, EntityKind.GROUP), is_plural=True)


def _kinds(phrase: NounPhrase | None, language: str) -> frozenset[ReferentKind]:
    if phrase is None:
        return frozenset({ReferentKind.PERSON, ReferentKind.COUNTRY})
    head = phrase.noun.head if phrase.noun else phrase.word
    if head not in pair_nouns(language):
        return frozenset()
    return _ANY if phrase.noun is None else frozenset({_KINDS.get(phrase.noun.kind, ReferentKind.PERSON)})
