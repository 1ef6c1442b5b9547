"""The abbreviations of a language, and the words that tell whether a sentence ends behind one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lagebild.lexicon.forms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHORTEST_ENDING: Final = 4


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The abbreviations of a language, without their last stop and in all their spellings.

    Args:
        never_final: A sentence never ends behind them: titles, "bzw.", "z.B.".
        may_be_final: A sentence ends behind them if a word that opens sentences follows.
        before_numbers: They are abbreviations only where a number follows: "No. 5".
        openers: Words that open sentences, in lower case.
        ordinal_nouns: Nouns in front of which a number with a stop is an ordinal.
        ordinal_endings: The longer ones of them in lower case, for compounds: "Jahrgangsstufe".
        ordinal_governors: Words behind which a number with a stop is an ordinal, in lower case.
    """

    never_final: frozenset[str]
    may_be_final: frozenset[str]
    before_numbers: frozenset[str]
    openers: frozenset[str]
    ordinal_nouns: frozenset[str]
    ordinal_endings: tuple[str, ...]
    ordinal_governors: frozenset[str]


@cache
def abbreviations(language: str | None) -> Abbreviations:
    """Return the abbreviations of a language; those that all languages share for one that has none of its own.

    >>> "Dr" in abbreviations("fr").never_final, "ETC" in abbreviations("en").may_be_final
    (True, True)
    """

    def words(table: str) -> frozenset[str]:
        return words_of("abbreviations", table, "any") | words_of("abbreviations", table, language or "any")

    def spellings(table: str) -> frozenset[str]:
        return frozenset(spelling for word in words(table) for spelling in _spellings(word))

    return Abbreviations(
        never_final=spellings("never_final"),
        may_be_final=spellings("may_be_final"),
        before_numbers=spellings("before_numbers"),
        openers=words("openers"),
        ordinal_nouns=words("ordinal_nouns"),
        ordinal_endings=tuple(sorted(noun.lower() for noun in words("ordinal_nouns") if len(noun) >= _SHORTEST_ENDING)),
        ordinal_governors=words("ordinal_governors"),
    )


def _spellings(word: str) -> Iterator[str]:
    yield word
    if word.islower() and "." not in word:
        yield word.capitalize()
        yield word.upper()
