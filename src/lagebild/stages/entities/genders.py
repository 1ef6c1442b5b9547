"""The gender of persons, as given names, courtesies and offices tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.name_genders import gender_by_courtesy, gender_by_given_name
from lagebild.lexicon.role_nouns import role_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Entity


def gender_of(entity: Entity, before: Sequence[str], language: str) -> str | None:
    """Return ``Fem`` or ``Masc``, or ``None`` where nothing tells the gender of a person.

    Args:
        entity: The person.
        before: Words right before the name.
        language: ISO 639-1 code.
    """
    courtesies = (gender_by_courtesy().get(word.rstrip(".")) for word in before)
    names = (gender_by_given_name().get(word) for word in entity.name.split()[:-1])
    roles = (_gender_of_role(role, language) for role in entity.roles)
    return next((gender for gender in (*courtesies, *roles, *names) if gender), None)


def _gender_of_role(role: str, language: str) -> str | None:
    word = role.rpartition(" ")[2]
    noun = role_noun(word, word, language)
    return noun.gender if noun and (noun.gender == "Fem" or language == "en") else None
