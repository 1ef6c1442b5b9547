"""Ordinals: "zweite", "3.", "zweitgrößte", "second", "22nd", "third-largest"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lagebild.expressions.cardinals import ordinal_words
from lagebild.expressions.surroundings import BLANK
from lagebild.lexicon.forms import words_of

_FIGURES = {
    "de": re.compile(rf"(\d{{1,3}})\.(?={BLANK})"),
    "en": re.compile(r"(\d{1,3})(?:st|nd|rd|th)(?![\w])"),
}
_NOT_BEFORE = re.compile(r"[\w.,:/-]\Z")
_WORD = {"de": re.compile(r"[^\W\d_]+"), "en": re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")}
_GERMAN_ENDING = re.compile(r"e[mnrs]?\Z")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal as it stands in the text.

    Args:
        start: Offset of its first character.
        end: Offset behind its last character.
        value: Its number.
        in_figures: Whether it is written in figures.
        superlative: Whether it ranks by a superlative, as "zweitgrößte" does.
    """

    start: int
    end: int
    value: int
    in_figures: bool
    superlative: bool = False


def ordinal_at(text: str, start: int, language: str) -> Ordinal | None:
    """Return the ordinal that begins at an offset, or ``None``.

    >>> ordinal_at("zweitgrößte Stadt", 0, "de")
    Ordinal(start=0, end=11, value=2, in_figures=False, superlative=True)
    >>> ordinal_at("the 22nd Expo", 4, "en").value
    22
    """
    if _NOT_BEFORE.search(text[max(0, start - 1) : start]):
        return None
    if figures := _FIGURES[language].match(text, start):
        return _ranked(text, Ordinal(start, figures.end(), int(figures[1]), in_figures=True), language)
    match = _WORD[language].match(text, start)
    if match is None:
        return None
    return _german_word(match) if language == "de" else _english_word(text, match)


def _german_word(match: re.Match[str]) -> Ordinal | None:
    ending = _GERMAN_ENDING.search(match[0])
    if ending is None:
        return None
    stem = match[0][: ending.start()].lower()
    superlative = _superlative_end().search(stem)
    value = ordinal_words("de").get(stem[: superlative.start()] if superlative else stem)
    if value is None:
        return None
    return Ordinal(match.start(), match.end(), value, in_figures=False, superlative=superlative is not None)


def _english_word(text: str, match: re.Match[str]) -> Ordinal | None:
    words = ordinal_words("en")
    written = match[0].lower()
    if written not in words:
        written = written.partition("-")[0]
    if written not in words:
        return None
    ordinal = Ordinal(match.start(), match.start() + len(written), words[written], in_figures=False)
    return _ranked(text, ordinal, "en")


def _ranked(text: str, ordinal: Ordinal, language: str) -> Ordinal | None:
    """Return an ordinal with the superlative behind it; ``None`` where another word is joined to it."""
    if language == "en" and (match := _superlative().match(text, ordinal.end)):
        return Ordinal(ordinal.start, match.end(), ordinal.value, ordinal.in_figures, superlative=True)
    return None if text[ordinal.end : ordinal.end + 1] == "-" else ordinal


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(rf"(?:-|{BLANK})(?:{'|'.join(words_of('number_words', 'superlatives', 'en'))})(?!\w)")


@cache
def _superlative_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(words_of('number_words', 'superlatives', 'de'))})\Z")
