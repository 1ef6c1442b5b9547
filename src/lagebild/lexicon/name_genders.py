"""Which given names and courtesies tell a woman, or a man."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Mapping

_GENDERS = {"feminine": "Fem", "masculine": "Masc"}


@cache
def gender_by_given_name() -> Mapping[str, str]:
    """Return ``Fem`` or ``Masc`` (as Universal Dependencies have it) by given name.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return {name: gender for table, gender in _GENDERS.items() for name in words_of("name_genders", table, "any")}


@cache
def gender_by_courtesy() -> Mapping[str, str]:
    """Return ``Fem`` or ``Masc`` by the word that stands before a name, such as "Frau".

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    table = load("name_genders")["courtesies"]
    return {word: gender for key, gender in _GENDERS.items() for word in table[key].split()}
