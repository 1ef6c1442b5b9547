"""The number grammar: figures and number words, with their scales, in German and English."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.cardinals import cardinal_of, cardinal_words
from lagebild.expressions.surroundings import starts_sentence, word_before
from lagebild.lexicon import alternation
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
_BETWEEN_WORDS = {
    "de": re.compile(r"[ \u00a0]und[ \u00a0]|\.?[ \u00a0-]"),
    "en": re.compile(r"\sand\s|\.?[ \u00a0-]"),
}
_AND_A_HALF = re.compile(r"[ \u00a0-]and[ \u00a0-]a[ \u00a0-]half(?!\w)", re.IGNORECASE)
_ROUND_TENS = range(20, 100, 10)
_UNITS = range(1, 10)
_JOINING = frozenset({"and", "und"})


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
    return _Grammar(cardinal_words(language), lexicon["articles"][language], lexicon["scales"][language])


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
    if text[start : start + 1].isdecimal():
        glued = not after_dash and _NOT_BEFORE_FIGURES.search(text[max(0, start - 1) : start])
        return None if glued else _figures_at(text, start, language)
    return _words_at(text, start, language)


def scaled_number(text: str, start: int, end: int, value: float, language: str) -> Number:
    """Return figures of a known value with the scale that follows them.

    >>> scaled_number("2 , 5 Millionen", 0, 5, 2.5, "de").value
    2500000
    """
    return _scaled(Number(start, end, value, in_figures=True), text, language)


def _figures_at(text: str, start: int, language: str) -> Number | None:
    foreign = _FOREIGN_DECIMAL.match(text, start)
    match = _FIGURES[language].match(text, start) or foreign
    if match is None or match.end() - start > _LONGEST_FIGURES or re.match(r"0\d", match[0]):
        return None
    separators = "." if language == "de" else ","
    plain = re.sub(rf"{_GROUP}|[{separators}](?=\d{{3}})", "", match[0]).replace(",", ".")
    number = _scaled(Number(start, match.end(), plain_number(plain), in_figures=True), text, language)
    if match is foreign and number.scale == 1:
        return None
    return number


def plain_number(plain: str) -> int | float:
    """Return the number of figures that have a point before decimals and nothing else.

    >>> plain_number("2500"), plain_number("2.50")
    (2500, 2.5)
    """
    return whole(float(plain)) if "." in plain else int(plain)


def _words_at(text: str, start: int, language: str) -> Number | None:
    match = _WORD.match(text, start)
    if match is None:
        return None
    first, articles = match[0], _grammar(language).articles
    written = _phrase_at(text, start, language) or _longest_word(text, start, first, language)
    value = _value_of(written, language)
    value = articles.get(written) if value is None else value
    if value is None or not _is_number_word(text, start, first, start + len(written)):
        return None
    number = _scaled(Number(start, start + len(written), value, in_figures=False), text, language)
    if written in articles and (number.scale == 1 and number.value == value):
        return None
    return number


def part_of_one(text: str, start: int, language: str) -> Number | None:
    """Return "half a", "eine halbe" and the like, which are numbers before a unit.

    >>> part_of_one("half a mile", 0, "en").value
    0.5
    """
    phrase = _phrase_at(text, start, language)
    value = _grammar(language).articles.get(phrase or "")
    return Number(start, start + len(phrase), value, in_figures=False) if phrase and value else None


def _phrase_at(text: str, start: int, language: str) -> str | None:
    match = _phrases(language).match(text, start)
    return match[0].lower() if match else None


@cache
def _phrases(language: str) -> re.Pattern[str]:
    phrases = alternation(entry for entry in _grammar(language).articles if " " in entry)
    return re.compile(rf"(?:{phrases})(?= )", re.IGNORECASE)


def _value_of(written: str, language: str) -> int | float | None:
    value = cardinal_of(written, language)
    return cardinal_of(written.replace("-", ""), language) if value is None and language == "de" else value


def _longest_word(text: str, start: int, first: str, language: str) -> str:
    if text[start + len(first) : start + len(first) + 1] == "-":
        second = _WORD.match(text, start + len(first) + 1)
        # "drei-hundert" is "dreihundert" split by a machine; "zwei-drei" is no word.
        if second and _value_of(hyphenated := f"{first}-{second[0]}".lower(), language) is not None:
            return hyphenated
    return first.lower()


def _is_number_word(text: str, start: int, first: str, end: int) -> bool:
    # "Elf", "Acht", "Seven" inside a sentence are names, "Vier-Personen-Haushalt" has a number;
    # "einige hundert" is no number.
    if word_before(text, start).lower() in _vague_words():
        return False
    return first.islower() or text[end : end + 1] == "-" or starts_sentence(text, start)


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(load("number_words")["vague"]["all"].split())


def _scaled(number: Number, text: str, language: str) -> Number:
    """Take in the scales that follow and what is added to them: "two hundred and fifty thousand", "two and a half"."""
    grammar = _grammar(language)
    total: int | float = 0
    half = _AND_A_HALF.match(text, number.end) if language == "en" else None
    current, last, scale, end = number.value + bool(half) / 2, 1, 1, half.end() if half else number.end
    for _ in range(_MOST_WORDS):
        gap = _BETWEEN_WORDS[language].match(text, end)
        word = _WORD.match(text, gap.end()) if gap else None
        if gap is None or word is None:
            break
        written = _longest_word(text, word.start(), word[0], language)
        factor, added = grammar.scales.get(written), grammar.words.get(written, 0)
        joined = gap[0].strip() in _JOINING
        if factor and not joined:
            current, last, scale = current * factor, factor, max(scale, factor)
            if factor >= _CLOSES_GROUP:
                total, current = total + current, 0
        elif _is_added(number, language, current, added, last, joined=joined):
            current, last = current + added, 1
        else:
            break
        end = word.start() + len(written)
    value = whole(total + current)
    return replace(number, end=end, value=value, scale=scale) if end > number.end else number


def _is_added(number: Number, language: str, current: float, added: float, last: int, *, joined: bool) -> bool:
    """Tell whether a number word adds to what stands before it: "hundred and fifty", "vierzig und fünf" of machines."""
    if language == "en":
        return 0 < added < last and (not joined or last <= _CLOSES_GROUP)
    return joined and not number.in_figures and current in _ROUND_TENS and added in _UNITS


def whole(value: float) -> int | float:
    """Return the number without the dust of binary fractions; an integer where it is whole.

    >>> whole(1.1 * 3), whole(0.1 * 1_000_000)
    (3.3, 100000)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
