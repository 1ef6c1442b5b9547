"""The names by which news calls governments, with the verbs of what they do."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import keys_by_form, words_of
from lagebild.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Mapping


def country_of_capital(language: str) -> Mapping[str, str]:
    """Return the ISO 3166-1 alpha-3 code by the name of a capital that may stand for its government.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return keys_by_form("governments", "capitals", language)


def country_of_house(language: str) -> Mapping[str, str]:
    """Return the ISO 3166-1 alpha-3 code by the name of a house that stands for its government, as in the gazetteer.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return keys_by_form("governments", "houses", language)


@cache
def agentive_verbs(language: str) -> frozenset[str]:
    """Return the forms and infinitives of verbs whose subject is somebody who speaks or acts.

    Forms whose sense hangs on a particle ("teilt … mit") count with and without it.

    Raises:
        LexiconError: If a word list cannot be loaded.
    """
    return saying_verbs(language) | words_of("governments", "deeds", language)


@cache
def saying_verbs(language: str) -> frozenset[str]:
    """Return the forms and infinitives of verbs of saying.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    verbs = speech_verbs(language)
    spoken = {verb.lemma for group in verbs.finite.values() for verb in group}
    return frozenset({*spoken, *verbs.finite, *verbs.participles, *verbs.joined})
