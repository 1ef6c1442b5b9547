"""Spellings of one name: "Selenskyj" and "Zelensky", "Neil Armstrong" and "Neil Alden Armstrong", "The League"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lagebild.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.model import Entity
    from lagebild.stages.entities.finds import Find

_SHORTEST = 5
"""Letters of a name; shorter ones sound alike by chance."""
_SPELT = {
    "h": "tsch tch ch kh",
    "s": "sch sh zh ß z",
    "g": "gh",
    "f": "ph",
    "k": "ck c q",
    "u": "ou oo",
    "v": "w",
    "i": "j y",
    "ks": "x",
}
_SOUNDS = {letters: sound for sound, spellings in _SPELT.items() for letters in spellings.split()}
"""Letters that languages write for one sound of another script."""


_ARTICLES = frozenset({"the", "der", "die", "das"})


def joined(finds: Sequence[Find]) -> list[Find]:
    """Return the finds with one key, and one entity, for names that are spellings of each other."""
    first: dict[object, Find] = {}
    for find in finds:
        first.setdefault(find.key, find)
    entities = {key: find.entity for key, find in first.items()}
    same = _same(entities)
    if all(key == one for key, one in same.items()):
        return list(finds)
    merged = {
        key: _merged([entities[one] for one in entities if same[one] == key]) for key in dict.fromkeys(same.values())
    }
    return [replace(find, key=same[find.key], entity=merged[same[find.key]]) for find in finds]


def _same(entities: dict[object, Entity]) -> dict[object, object]:
    """Return the key that stands for each: that of the first entity of whose name its own is a spelling."""
    same: dict[object, object] = {}
    alike: dict[tuple[EntityKind, str], list[object]] = {}
    for key, entity in entities.items():
        others = alike.setdefault((entity.kind, (*sounds(entity.name), "")[-2]), [])
        same[key] = next((one for one in others if _are_spellings(entities[one], entity)), key)
        if same[key] == key:
            others.append(key)
    return same


def _are_spellings(one: Entity, other: Entity) -> bool:
    if one.wikidata and other.wikidata and one.wikidata != other.wikidata:
        return False
    shorter, longer = sorted((sounds(one.name), sounds(other.name)), key=len)
    if not shorter or len("".join(shorter)) < _SHORTEST:
        return False
    if one.kind is EntityKind.PERSON:
        return _are_of_one_person(shorter, longer)
    if one.kind is EntityKind.ORGANIZATION:
        return longer[len(longer) - len(shorter) :] == shorter
    return one.kind is not EntityKind.COUNTRY and shorter == longer


def _are_of_one_person(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    if shorter[-1] != longer[-1]:
        return False
    # "George W. Bush" is a part of "George H. W. Bush", and not the same.
    is_part = shorter[0] == longer[0] and set(shorter) <= set(longer) and all(len(word) > 1 for word in longer)
    return len(shorter) == 1 or is_part


@lru_cache(maxsize=10_000)
def sounds(name: str) -> tuple[str, ...]:
    """Return the words of a name as they sound, without what transliterations write in several ways.

    >>> sounds("Wolodymyr Selenskyj") == sounds("Volodymyr Zelenskyy") == sounds("Wolodimir Selenski")
    True
    """
    letters = unicodedata.normalize("NFD", name.lower().replace("-", " "))
    plain = "".join(letter for letter in letters if letter.isalnum() or letter in " ß")
    words = [word for word in plain.split() if word not in _ARTICLES]
    return tuple(_without_repeats(_pattern().sub(lambda match: _SOUNDS[match[0]], word)) for word in words)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


def _without_repeats(word: str) -> str:
    return "".join(letter for at, letter in enumerate(word) if at == 0 or word[at - 1] != letter or letter.isdigit())


def _merged(entities: Sequence[Entity]) -> Entity:
    """Return several entities as one, called by the fullest name."""
    if len(entities) == 1:
        return entities[0]
    return replace(
        max(entities, key=lambda entity: len(entity.name.split())),
        country=next((entity.country for entity in entities if entity.country), None),
        sectors=_all(sector for entity in entities for sector in entity.sectors),
        roles=_all(role for entity in entities for role in entity.roles),
        wikidata=next((entity.wikidata for entity in entities if entity.wikidata), None),
    )


def _all(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
