"""What tells the name of a person from other capitalised words."""

from __future__ import annotations

from functools import lru_cache

from lagebild.lexicon.forms import lines_of, words_of
from lagebild.lexicon.lexicons import per_lexicon

_SHORTEST_HEAD = 5
"""A shorter ending of a compound proves nothing: "Baerbock" is no "Bock"."""

_LONGEST_HEAD = 30


@per_lexicon
def given_names(language: str) -> frozenset[str]:
    """Return given names that are no other word of the language.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return words_of("given_names", "words", "any") | words_of("given_names", "words", language)


@per_lexicon
def family_name_first() -> frozenset[str]:
    """Return whole names whose first word is the family name.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return frozenset(lines_of("given_names", "family_name_first", "any"))


@per_lexicon
def particles() -> frozenset[str]:
    """Return the small words inside names, such as "von" and "bin".

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return frozenset(lines_of("given_names", "particles", "any"))


@lru_cache(maxsize=50_000)
def is_common_noun(word: str, language: str) -> bool:
    """Tell whether a capitalised word is a noun, or a compound of one, rather than a name.

    Raises:
        LexiconError: If the word list cannot be loaded.

    >>> is_common_noun("Friedensgespräche", "de"), is_common_noun("Baerbock", "de")
    (True, False)
    """
    nouns = words_of("common_nouns", "words", language) if language == "de" else frozenset()
    heads = (word[-size:].capitalize() for size in range(_SHORTEST_HEAD, min(len(word), _LONGEST_HEAD)))
    return word in nouns or any(head in nouns for head in heads)
