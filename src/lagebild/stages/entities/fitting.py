"""How well a pronoun fits those spoken of: gender, number, sort of thing, place in the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from lagebild.stages.entities.pronouns import Pronoun
    from lagebild.stages.entities.salience import Trace
    from lagebild.stages.entities.scenes import Scene

_UNKNOWN_GENDER = 0.7
"""A person whose gender nothing tells."""
_UNKNOWN_BODY = 0.35
_BODY = 0.8
_UNLIKELY = 0.12
_TOGETHER = 0.2
"""An English body as "they"."""
_THING_ACTS = 0.1
"""A thing as the subject of a verb of saying or doing."""
_THING = 0.9


def fit(pronoun: Pronoun, referent: Referent, scene: Scene, *, acts: bool) -> float:
    """Return how well a pronoun fits a referent, from 0 to 1.

    Args:
        pronoun: The pronoun.
        referent: Whom it may mean.
        scene: The sentence.
        acts: Whether the pronoun is the subject of a verb that asks for somebody who speaks or acts.
    """
    number = _fit_of_number(pronoun, referent, scene.language)
    if not number:
        return 0.0
    if referent.kind is ReferentKind.THING:
        return number * _fit_of_thing(pronoun, referent, scene.language) * (_THING_ACTS if acts else 1.0)
    if pronoun.is_plural:
        return number
    return number * (_english if scene.language == "en" else _german)(pronoun, referent)


def _fit_of_number(pronoun: Pronoun, referent: Referent, language: str) -> float:
    if pronoun.is_plural is None or pronoun.is_plural == referent.is_plural:
        return 1.0
    # "They" of an English quotation may be anybody.
    may_be_they = language == "en" and pronoun.is_plural and referent.kind is ReferentKind.BODY
    return _TOGETHER if may_be_they else 0.0


def _english(pronoun: Pronoun, referent: Referent) -> float:
    is_person = referent.kind is ReferentKind.PERSON
    if "Neut" in pronoun.genders and len(pronoun.genders) == 1:
        return 0.0 if is_person else 1.0 if referent.kind is not ReferentKind.PLACE else _UNKNOWN_BODY
    return _fit_of_gender(pronoun, referent, _UNKNOWN_GENDER) if is_person else 0.0


def _german(pronoun: Pronoun, referent: Referent) -> float:
    if referent.kind is ReferentKind.PERSON:
        return _fit_of_gender(pronoun, referent, _UNKNOWN_GENDER) if pronoun.genders != {"Neut"} else 0.0
    if referent.kind in {ReferentKind.COUNTRY, ReferentKind.PLACE}:
        return (_BODY if referent.kind is ReferentKind.COUNTRY else _UNKNOWN_BODY) if "Neut" in pronoun.genders else 0.0
    return _BODY * _fit_of_gender(pronoun, referent, _UNKNOWN_BODY)


def _fit_of_gender(pronoun: Pronoun, referent: Referent, unknown: float) -> float:
    if referent.gender is None:
        return unknown
    return 1.0 if referent.gender in pronoun.genders else 0.0


def _fit_of_thing(pronoun: Pronoun, referent: Referent, language: str) -> float:
    if language == "en":
        is_person = pronoun.genders < {"Masc", "Fem"}
        return 0.0 if is_person and not pronoun.is_plural else _THING
    return _THING if pronoun.is_plural or referent.gender is None or referent.gender in pronoun.genders else 0.0


def may_bind(index: int, scene: Scene, trace: Trace) -> bool:
    """Tell whether a word and a mention may mean the same: two that depend on one verb are two."""
    return trace.sentence != scene.number or trace.governor != scene.governor(index)
