"""Ordinals with the thing they order: "das zweite Mal", "zum 3. Mal", "the second time"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.nouns import number_lexicon, ordered_noun
from lagebild.expressions.surroundings import BLANK, word_before
from lagebild.lexicon.loading import load
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal.

    Args:
        span: From the ordinal to the noun.
        value: Its number.
        noun: Where the noun stands.
    """

    span: Span
    value: int
    noun: Span


def ordinals_in(text: str, language: str) -> Iterator[Ordinal]:
    """Yield the ordinals of a text that a noun follows; "Zweiter Weltkrieg" and the like are names.

    >>> [(found.value, found.span.of("das zweite Mal")) for found in ordinals_in("das zweite Mal", "de")]
    [(2, 'zweite Mal')]
    """
    for match in _pattern(language).finditer(text):
        noun = ordered_noun(text, match.end(), language)
        if noun is None or noun.of(text).lower() in number_lexicon("not_ordered", language):
            continue
        if _is_ordinal(match, text, language):
            yield Ordinal(Span(match.start(), noun.end), _value(match, language), noun)


def _is_ordinal(match: re.Match[str], text: str, language: str) -> bool:
    before = word_before(text, match.start()).lower()
    if language == "en":
        # "Putin first visited": an adverb
        return before in number_lexicon("determiners", "en") or text[: match.start()].endswith(("'s ", "’s "))
    # "Platz 3. Danach" ends a sentence, "achten" is also a verb, "erste Ermittlungen" are only early ones.
    needs_determiner = match["figures"] or match["stem"].lower() in {"acht", "erst"}
    return not needs_determiner or before in number_lexicon("determiners", "de")


def _value(match: re.Match[str], language: str) -> int:
    if match["figures"]:
        return int(match["figures"])
    return int(load("number_words")["ordinals"][language][match["stem"].lower()])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    stems = "|".join(sorted(load("number_words")["ordinals"][language], key=len, reverse=True))
    if language == "de":
        return re.compile(rf"(?<![\w.,:/-])(?:(?P<stem>(?i:{stems}))e[mnrs]?|(?P<figures>\d{{1,3}})\.)(?={BLANK})")
    return re.compile(rf"(?<![\w.,:/-])(?:(?P<stem>{stems})|(?P<figures>\d{{1,3}})(?:st|nd|rd|th))(?={BLANK})")
