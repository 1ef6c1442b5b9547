"""The notations of the word lists: one entry a line, with forms, endings and columns."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.loading import layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


@per_lexicon
def forms_by_key(name: str, table: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the lines ``KEY: form; form`` of a table for one language, by key.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    pairs = (line.split(": ", 1) for line in lines_of(name, table, language))
    return {key: tuple(forms.split("; ")) for key, forms in pairs}


@per_lexicon
def keys_by_form(name: str, table: str, language: str) -> Mapping[str, str]:
    """Return the key of each form of such a table; of two keys with the same form the later one counts.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return {form: key for key, forms in forms_by_key(name, table, language).items() for form in forms}


@per_lexicon
def words_of(name: str, table: str, language: str) -> frozenset[str]:
    """Return the words of a table for one language, set apart by white space; none for a language it lacks.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return frozenset(word for layer in layers(name, table) for word in layer.get(language, "").split())


@per_lexicon
def lines_of(name: str, table: str, language: str) -> tuple[str, ...]:
    """Return the phrases of a table for one language, one a line; none for a language it lacks.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return tuple(line for layer in layers(name, table) for line in layer.get(language, "").strip().splitlines())


def base_form(form: str) -> str:
    """Return a form as it is shown, with the ending it is listed with.

    >>> base_form("Weiß|es Haus")
    'Weißes Haus'
    """
    return form.replace("|", "")


def inflected(form: str) -> Iterable[str]:
    """Yield a form with every ending of a German adjective where a bar marks one.

    >>> sorted(inflected("Rot|er Halbmond"))[:2]
    ['Rote Halbmond', 'Rotem Halbmond']
    >>> list(inflected("Russland"))
    ['Russland']
    """
    words = [
        [stem + ending for ending in _ADJECTIVE_ENDINGS] if bar else [stem]
        for stem, bar, _ in (word.partition("|") for word in form.split(" "))
    ]
    return map(" ".join, product(*words))
