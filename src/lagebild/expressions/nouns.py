"""The thing counted: the noun that a number belongs to."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import calendar_names
from lagebild.expressions.surroundings import BLANK
from lagebild.expressions.units import unit_behind
from lagebild.lexicon import phrases_by_name, words_by_language
from lagebild.lexicon.loading import load
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(rf"{BLANK}(?P<word>[^\W\d_]+(?:[-’'][^\W\d_]+)*)(?![\w-])")
_INNER_MEASURE = re.compile(rf"{BLANK}(?P<number>\d{{1,4}}(?:[.,]\d{{1,2}})?)(?![\d.,])")
_MOST_WORDS_BETWEEN = 3
_SHORTEST_PLURAL_CHARS = 4


def counted_noun(text: str, end: int, language: str) -> Span | None:
    """Return the noun that a number counts, or ``None`` where it is not clear.

    Args:
        text: The text.
        end: Where the number ends.
        language: ``de`` or ``en``.

    >>> counted_noun("vier teilweise besetzten Regionen", 4, "de")
    Span(start=25, end=33)
    >>> counted_noun("about 40 North Korean soldiers were", 8, "en")
    Span(start=22, end=30)
    """
    noun = _german_noun(text, end) if language == "de" else _english_noun(text, end)
    return None if noun is None or noun.of(text).lower() in _not_counted(language) else noun


def ordered_noun(text: str, end: int, language: str) -> Span | None:
    """Return the noun that an ordinal belongs to; an English one ends its phrase."""
    if language == "de":
        return counted_noun(text, end, language)
    noun: Span | None = None
    for span in _words(text, end, _MOST_WORDS_BETWEEN + 1):
        word = span.of(text)
        if word in number_lexicon("noun_stops", "en"):
            break
        if not word.islower():
            # "the first serving U.S. president": the noun lies behind the name; but "the first time Putin came".
            return noun if noun is not None and noun.of(text) == "time" else None
        noun = span
    return noun


def names_an_era(text: str, end: int) -> bool:
    """Tell whether "BC" or "v. Chr." makes a year of the number that ends at an offset."""
    return bool(_eras().match(text, end))


@cache
def _eras() -> re.Pattern[str]:
    eras = phrases_by_name("number_words", "eras")["all"]
    return re.compile(rf"{BLANK}(?:{'|'.join(map(re.escape, eras))})(?!\w)")


@cache
def number_lexicon(table: str, language: str) -> frozenset[str]:
    """Return one of the word lists of the number lexicon; empty where the language has none."""
    return frozenset(load("number_words")[table].get(language, "").split())


def _german_noun(text: str, end: int) -> Span | None:
    end = _behind_measure(text, _behind_classifier(text, end))
    for span in _words(text, end, _MOST_WORDS_BETWEEN + 1):
        word = span.of(text)
        if word[0].isupper():
            return span
        if not _is_german_adjective(word):
            return None
    return None


def _behind_classifier(text: str, end: int) -> int:
    span = next(_words(text, end, 1), None)
    # "50 Stück" without a thing behind it counts pieces.
    if span is None or span.of(text) not in number_lexicon("classifiers", "de"):
        return end
    return span.end if _german_noun_follows(text, span.end) else end


def _german_noun_follows(text: str, end: int) -> bool:
    return any(span.of(text)[0].isupper() for span in _words(text, _behind_measure(text, end), 1))


def _behind_measure(text: str, end: int) -> int:
    """Step over the "152 mm" of "3 Millionen 152 mm Granaten"."""
    number = _INNER_MEASURE.match(text, end)
    unit = unit_behind(text, number.end()) if number else None
    return unit.edge if unit else end


def _is_german_adjective(word: str) -> bool:
    return (
        word.endswith(tuple(number_lexicon("adjective_endings", "de")))
        and word not in number_lexicon("not_adjectives", "de")
        and word not in words_by_language("function_words")["de"]
    )


def _english_noun(text: str, end: int) -> Span | None:
    noun: Span | None = None
    for span in _words(text, _behind_measure(text, end), _MOST_WORDS_BETWEEN + 2):
        word = span.of(text)
        if word.lower() in number_lexicon("noun_stops", "en") or word.endswith(("'s", "’s")):
            break
        if _is_english_plural(word):
            noun = span
        elif noun is not None:
            break
    return noun


def _is_english_plural(word: str) -> bool:
    if word.lower() in number_lexicon("plurals", "en"):
        return True
    return (
        len(word) >= _SHORTEST_PLURAL_CHARS
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "us", "is"))
        and word not in number_lexicon("not_plurals", "en")
    )


def _words(text: str, end: int, most: int) -> Iterator[Span]:
    for _ in range(most):
        match = _WORD.match(text, end)
        if match is None:
            return
        yield Span(*match.span("word"))
        end = match.end()


@cache
def _not_counted(language: str) -> frozenset[str]:
    """Return times, fractions and the words that begin a new sentence behind a number."""
    names = calendar_names(language)
    fractions = (fraction.lower() for fraction in number_lexicon("fractions", language))
    times = (*names.units, *names.months, *names.weekdays, "uhr", "o’clock", "o'clock")
    return frozenset((*times, *fractions)) | words_by_language("function_words")[language]
