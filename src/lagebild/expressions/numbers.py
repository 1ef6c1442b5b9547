"""The number grammar: figures and number words, with their scales, in German and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import starts_sentence, word_before
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_FIGURES = 24
# "two hundred" may grow to "two hundred thousand"; what ends in a thousand and more only grows by addition.
_CLOSES_GROUP = 1_000
_MOST_WORDS = 8
"""More scales than these make no number, and a text of nothing else must not make one of all its words."""
# Blank, no-break, thin and narrow no-break space, apostrophes of Switzerland.
_GROUP = "[ \u00a0\u2009\u202f'’]"
_FIGURES = {
    "de": re.compile(rf"(?:\d{{1,3}}(?:\.\d{{3}})+|\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:,\d+)?(?![.,:/]?\d)"),
    "en": re.compile(rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:{_GROUP}\d{{3}})+|\d+)(?:\.\d+)?(?![.,:/]?\d)"),
}
# "3.5 Millionen" in translated German, "3,5 million" in English of the continent: safe before a scale only.
_FOREIGN_DECIMAL = re.compile(r"\d{1,3}[.,]\d{1,2}(?=[ \u00a0-][^\W\d_])")
_NOT_BEFORE_FIGURES = re.compile(r"[\w.,:/§#+–-]\Z")
_WORD = re.compile(r"[^\W\d_]+")
_START = re.compile(r"(?<!\w)(?:\d|[^\W\d_])")
_BETWEEN_WORDS = {"de": re.compile(r"\.?[ \u00a0-]"), "en": re.compile(r"\sand\s|\.?[ \u00a0-]")}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text.

    Args:
        start: Offset of its first character.
        end: Offset behind its last character, scale included.
        value: What it is worth.
        in_figures: Whether it is written in figures, at least before its scale.
        scale: The scale that it ends with, such as 1000000 for "3 Millionen"; 1 where it has none.
    """

    start: int
    end: int
    value: int | float
    in_figures: bool
    scale: int = 1


@dataclass(frozen=True, slots=True)
class _Grammar:
    words: Mapping[str, int | float]
    articles: Mapping[str, int | float]
    scales: Mapping[str, int]


@cache
def _grammar(language: str) -> _Grammar:
    lexicon = load("number_words")
    units, teens, tens = (lexicon[table][language] for table in ("units", "teens", "tens"))
    compounds = _german_compounds(units, teens, tens) if language == "de" else _english_compounds(units, tens)
    words = {**units, **teens, **tens, **compounds, **lexicon["halves"][language]}
    return _Grammar(words, lexicon["articles"][language], lexicon["scales"][language])


def _german_compounds(units: dict[str, int], teens: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    units = {"ein": 1, **units}
    below_hundred = units | teens | tens | {f"{one}und{ten}": units[one] + tens[ten] for one in units for ten in tens}
    hundreds = {"hundert": 100} | {f"{one}hundert": 100 * value for one, value in units.items()}
    combined = {big + small: hundreds[big] + below_hundred[small] for big in hundreds for small in below_hundred}
    below_thousand = below_hundred | hundreds | combined
    thousands = {"tausend": 1000} | {f"{word}tausend": 1000 * value for word, value in below_thousand.items()}
    words = below_thousand | thousands
    return {word: value for word, value in words.items() if word != "ein"}


def _english_compounds(units: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    return {f"{ten}-{one}": tens[ten] + units[one] for ten in tens for one in units}


@cache
def number_words(language: str) -> frozenset[str]:
    """Return the words that a number may begin with, in lower case, articles included."""
    grammar = _grammar(language)
    return frozenset(word.split(" ", 1)[0] for word in (*grammar.words, *grammar.articles))


def numbers_in(text: str, language: str) -> Iterator[Number]:
    """Yield the numbers of a text from left to right, none inside another; see `number_at`."""
    reached = 0
    for match in _START.finditer(text):
        if match.start() >= reached and (number := number_at(text, match.start(), language)) is not None:
            reached = number.end
            yield number


def number_at(text: str, start: int, language: str, *, after_dash: bool = False) -> Number | None:
    """Return the number that begins at an offset, or ``None``.

    Args:
        text: The text.
        start: Where a figure or a word begins.
        language: ``de`` or ``en``.
        after_dash: Whether it may stand right behind a dash, as the second number of a range does.

    >>> number_at("6.700 Container", 0, "de")
    Number(start=0, end=5, value=6700, in_figures=True, scale=1)
    >>> number_at("1,5 Milliarden Euro", 0, "de").value
    1500000000
    """
    grammar = _grammar(language)
    if text[start : start + 1].isdecimal():
        glued = not after_dash and _NOT_BEFORE_FIGURES.search(text[max(0, start - 1) : start])
        return None if glued else _figures_at(text, start, language, grammar)
    return _words_at(text, start, language, grammar)


def _figures_at(text: str, start: int, language: str, grammar: _Grammar) -> Number | None:
    foreign = _FOREIGN_DECIMAL.match(text, start)
    match = _FIGURES[language].match(text, start) or foreign
    if match is None or match.end() - start > _LONGEST_FIGURES or re.match(r"0\d", match[0]):
        return None
    separators = "." if language == "de" else ","
    plain = re.sub(rf"{_GROUP}|[{separators}](?=\d{{3}})", "", match[0]).replace(",", ".")
    number = _scaled(Number(start, match.end(), _number(plain), in_figures=True), text, language, grammar)
    if match is foreign and number.scale == 1:
        return None
    return number


def _number(plain: str) -> int | float:
    return float(plain) if "." in plain else int(plain)


def _words_at(text: str, start: int, language: str, grammar: _Grammar) -> Number | None:
    match = _WORD.match(text, start)
    if match is None:
        return None
    first = match[0]
    longer = text[start : start + 12].lower()
    phrase = next((entry for entry in grammar.articles if " " in entry and longer.startswith(f"{entry} ")), None)
    written = phrase or _longest_word(text, start, first, grammar)
    value = grammar.words.get(written, grammar.articles.get(written))
    if value is None or not _is_number_word(text, start, first):
        return None
    number = _scaled(Number(start, start + len(written), value, in_figures=False), text, language, grammar)
    if written in grammar.articles and number.scale == 1:
        return None
    return number


def _longest_word(text: str, start: int, first: str, grammar: _Grammar) -> str:
    if text[start + len(first) : start + len(first) + 1] == "-":
        second = _WORD.match(text, start + len(first) + 1)
        if second and (hyphenated := f"{first}-{second[0]}".lower()) in grammar.words:
            return hyphenated
    return first.lower()


def _is_number_word(text: str, start: int, first: str) -> bool:
    # "Elf", "Acht", "Seven" inside a sentence are names; "einige hundert" is no number.
    if word_before(text, start).lower() in _vague_words():
        return False
    return first.islower() or starts_sentence(text, start)


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(load("number_words")["vague"]["all"].split())


def _scaled(number: Number, text: str, language: str, grammar: _Grammar) -> Number:
    """Take in the scales that follow and, in English, what is added to them: "two hundred and fifty thousand"."""
    total: int | float = 0
    current, last, scale, end = number.value, 1, 1, number.end
    for _ in range(_MOST_WORDS):
        gap = _BETWEEN_WORDS[language].match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        if gap is None or word is None:
            break
        written = _longest_word(text, word.start(), word[0], grammar)
        factor, added = grammar.scales.get(written), grammar.words.get(written, 0)
        if factor and "and" not in gap[0]:
            current, last, scale = current * factor, factor, max(scale, factor)
            if factor >= _CLOSES_GROUP:
                total, current = total + current, 0
        elif language == "en" and 0 < added < last and ("and" not in gap[0] or last <= _CLOSES_GROUP):
            current, last = current + added, 1
        else:
            break
        end = word.start() + len(written)
    return Number(number.start, end, whole(total + current), in_figures=number.in_figures, scale=scale)


def whole(value: float) -> int | float:
    """Return the number without the dust of binary fractions; an integer where it is whole.

    >>> whole(1.1 * 3), whole(0.1 * 1_000_000)
    (3.3, 100000)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
