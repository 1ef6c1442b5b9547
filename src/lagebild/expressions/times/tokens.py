"""A text as the tokens that time expressions are made of, each with its classes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lagebild.expressions.numbers import number_at, number_words
from lagebild.expressions.surroundings import starts_sentence, word_before
from lagebild.expressions.times.words import no_lengths, vocabulary
from lagebild.lexicon import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lagebild.expressions.times.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign.

    Args:
        start: Offset of its first character.
        end: Offset behind its last one.
        classes: What it can be, and what it stands for as such: ``{"weekday": 1}``.
    """

    start: int
    end: int
    classes: Mapping[str, object]


_ISO = r"(?P<iso>[12]\d{3}-\d{2}-\d{2}(?:[T ][0-2]\d:[0-5]\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?)(?![\d-])"
_SHAPES = {
    "any": (
        _ISO,
        r"(?P<dotted>\d{1,2}\.[ \u00a0]?\d{1,2}\.[ \u00a0]?(?:[12]\d{3}|\d\d))(?!\w|\.\d)",
        r"(?P<slashed>\d{1,2}/\d{1,2}/(?:[12]\d{3}|\d\d))(?![\w/])",
        r"(?P<years>[12]\d{3}[/–-](?:[12]\d)?\d\d)(?![\w/–-])",
        r"(?P<year_ticked>['’`´]\d\d)(?![\w'’])",
        r"(?P<clock>\d{1,2}:[0-5]\d)(?=[ap]m\b|(?![\w:]|[.,]\d))",
    ),
    "de": (
        r"(?P<dotted_day>\d{1,2}\.[ \u00a0]?\d{1,2}\.)(?![\w.])",
        r"(?P<decade>['’]?(?:1\d|20)?\d0(?:-?er|iger|ern))(?!\w)",
        r"(?P<dotted_clock>\d{1,2}\.[0-5]\d)(?![\w.]|[,:]\d)",
        r"(?P<ordinal>\d{1,2}\.)(?=[ \u00a0]*[^\d\s]|[ \u00a0]+\d|\s*\Z)",
        r"(?P<length>\d+(?:tägig|wöchig|monatig|jährig|stündig|minütig)(?:e[mnrs]?)?)(?!\w)",
    ),
    "en": (
        r"(?P<decade>(?:(?:1\d|20)\d0s|['’]?\d0s))(?!\w)",
        r"(?P<dotted_clock>\d{1,2}\.[0-5]\d)(?=[ \u00a0]?[ap]\.?m)",
        r"(?P<ordinal>\d{1,2}(?:st|nd|rd|th))(?!\w)",
    ),
}
# Most tokens are words, so they are tried first.
_WORDS = {
    "any": (r"(?P<word>[^\W\d_]+(?:'s\b|’s\b)?)",),
    "en": (r"(?P<meridiem>[AaPp](?:\.[Mm]\.?|[Mm]))(?!\w)", r"(?P<o_clock>o['’]clock)"),
}
_REST = (
    r"(?P<figures>\d+)",
    r"(?P<line>\n[ \t\u00a0]*(?:\n\s*)?)",
    r"(?P<sign>[^\s\w])",
)
_GLUE = re.compile(r"[\w.,:/#§$€£_]\Z|\w[-–+]\Z|[-+]\Z")
_SPACES = "[ \t\u00a0]"


@cache
def _pattern(language: str | None) -> re.Pattern[str]:
    known = language or ""
    shapes = (*_WORDS.get(known, ()), *_WORDS["any"], *_SHAPES["any"], *_SHAPES.get(known, ()), *_REST)
    return re.compile("|".join(shapes))


def tokens_of(text: str, language: str | None) -> list[Token]:
    """Return the tokens of a text; those that no time expression holds have no classes."""
    return list(_Reader(text, language).tokens())


class _Reader:
    def __init__(self, text: str, language: str | None) -> None:
        self._text, self._language = text, language
        self._words: Vocabulary | None = vocabulary(language) if language else None
        self._numbers = number_words(language) if language else frozenset()
        self._reached = 0

    def tokens(self) -> Iterator[Token]:
        last_but_one = last = Token(0, 0, _NOTHING)
        for match in self._matches():
            if match.start() < self._reached:
                continue
            token = self._token(match)
            if token.classes and _is_part_of_name(token, last_but_one, last):
                token = Token(token.start, token.end, _NOTHING)
            yield token
            last_but_one, last = last, token
            self._reached = token.end

    def _matches(self) -> Iterator[re.Match[str]]:
        """Yield the shapes of the text; anew behind a token that ends before its shape: "1914–1918" is two years."""
        pattern, position = _pattern(self._language), 0
        while position < len(self._text):
            for match in pattern.finditer(self._text, position):
                yield match
                if match.start() < self._reached < match.end():
                    break
            else:
                return
            position = self._reached

    def _token(self, match: re.Match[str]) -> Token:
        kind = match.lastgroup
        if kind == "word":
            return self._word(match)
        if kind == "line":
            return Token(match.start(), match.end(), _LINE)
        if kind == "sign":
            return Token(match.start(), match.end(), _SIGNS.get(match[0], _NOTHING))
        if kind == "length":
            return Token(match.start(), match.end(), compound_classes(match[0], "de"))
        if kind in {"meridiem", "o_clock"}:
            return Token(match.start(), match.end(), {kind: match[0][0].lower()})
        return self._figures(str(kind), match)

    def _word(self, match: re.Match[str]) -> Token:
        start, end = match.span()
        word = match[0]
        if self._words is None or _is_no_time(word, str(self._language)):
            return Token(start, end, _NOTHING)
        lower = word.lower()
        phrase_end = self._phrase_end(start, lower)
        if phrase_end:
            return Token(start, phrase_end, self._looked_up(self._text[start:phrase_end], start))
        classes = self._looked_up(word, start) if lower in self._words.lowered else _NOTHING
        is_number = lower in self._numbers or (self._language == "de" and lower.endswith(_AND_A_HALF))
        if is_number and (number := number_at(self._text, start, str(self._language))):
            counted = _counted(number.value)
            return Token(start, number.end, {**counted, **classes} if number.end == end else counted)
        if not classes and self._language == "de" and _ATTRIBUTE.fullmatch(word):
            return Token(start, end, compound_classes(lower, "de") or _LIKE_ATTRIBUTE)
        if not classes and len(word) >= _SHORTEST_COMPOUND:
            classes = compound_classes(lower, str(self._language))
        return Token(start, end, classes)

    def _looked_up(self, written: str, start: int) -> Mapping[str, object]:
        assert self._words is not None
        exact = self._words.words.get(written, _NOTHING)
        if written.islower():
            return exact
        if (written.isupper() and len(written) > 1) or starts_sentence(self._text, start):
            return {**self._words.lowered.get(written.lower(), _NOTHING), **exact}
        return exact

    def _phrase_end(self, start: int, lower: str) -> int | None:
        assert self._words is not None
        for parts in self._words.phrases.get(lower, ()):
            match = _phrase(parts).match(self._text, start)
            if match:
                return match.end()
        return None

    def _figures(self, kind: str, match: re.Match[str]) -> Token:
        start, end, written = match.start(), match.end(), match[0]
        if _GLUE.search(self._text[max(0, start - 2) : start]) and not _joins(self._text, start):
            return Token(start, end, _NOTHING)
        if kind == "years" and not _follow(written):
            end, written, kind = start + 4, written[:4], "figures"
        if kind == "ordinal" and self._language == "de" and _is_short_year(self._text, start, written):
            return Token(start, end - 1, {"year_short": int(written[:-1])})
        if kind != "figures":
            return Token(start, end, _shape(kind, written))
        number = number_at(self._text, start, self._language or "en", after_dash=True)
        if number is None:
            return Token(start, end, _figure(written) if _plain(self._text, end) else _NOTHING)
        plain = number.end == end and _plain(self._text, end)
        classes = {**_counted(number.value), **(_figure(written) if plain else {})}
        if plain and len(written) == 2 and int(written) >= _FIRST_SHORT and not _THING.match(self._text, end):  # noqa: PLR2004
            classes["year_short"] = int(written)
        return Token(start, number.end, classes)


@lru_cache(maxsize=50_000)
def _is_no_time(word: str, language: str) -> bool:
    """Tell whether a word has no class wherever it stands; most words of a text have none."""
    lower, words = word.lower(), vocabulary(language)
    listed = lower in words.lowered or lower in words.phrases or lower in number_words(language)
    if listed or lower.endswith(_AND_A_HALF) or (language == "de" and _ATTRIBUTE.fullmatch(word)):
        return False
    return len(word) < _SHORTEST_COMPOUND or not compound_classes(lower, language)


def _is_part_of_name(token: Token, word: Token, dash: Token) -> bool:
    """Tell whether a word hangs by a dash on one that means no time, as in "MIP-Montag"."""
    if "dash" not in dash.classes or word.start == word.end:
        return False
    return not word.classes and word.end == dash.start and dash.end == token.start


@cache
def _phrase(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_SPACES.join(map(re.escape, parts)) + r"(?!\w)", re.IGNORECASE)


# "Mai 68", but "Mai 68 Tote": figures of an hour, a day or a minute are none of a year.
_FIRST_SHORT = 60
_THING = re.compile(r"\s?(?:[%€$°]|[A-ZÄÖÜ]|\d|[–-]\s?\d|(?:bis|und|oder) \d)")
_BEFORE_SHORT = frozenset({"month", "season", "edge", "year_noun", "unit_edge"})


def _is_short_year(text: str, start: int, written: str) -> bool:
    """Tell whether a sentence ends behind figures that are a year and no ordinal: "im Sommer 96."."""
    if int(written[:-1]) < _FIRST_SHORT or not _ENDS.match(text, start + len(written)):
        return False
    return bool(_BEFORE_SHORT & vocabulary("de").lowered.get(word_before(text, start).lower(), _NOTHING).keys())


_ENDS = re.compile(r"\s*\Z|\s+[A-ZÄÖÜ\"„»“]")
_SHORTEST_COMPOUND = 6
_AND_A_HALF = "einhalb"
_NOTHING: Mapping[str, object] = {}
_LIKE_ATTRIBUTE: Mapping[str, object] = {"attribute": ""}
_ATTRIBUTE = re.compile(r"[a-zäöüß]{3,}e[ns]?")
_LINE: Mapping[str, object] = {"line": ""}
_SIGNS: Mapping[str, Mapping[str, object]] = {
    ",": {"comma": ""},
    ".": {"stop": ""},
    "-": {"dash": ""},
    "–": {"dash": ""},
    "/": {"stroke": ""},
    "(": {"open": ""},
    ")": {"close": ""},
    "'": {"tick": ""},
    "’": {"tick": ""},
}
_DAY_DASH = re.compile(r"\d\.?[–/-]\Z")
_EDGE_DASH = re.compile(r"\b(?:mid|early|late)-\Z", re.IGNORECASE)
_LAST_DAY, _LAST_HOUR, _FIRST_YEAR, _LAST_YEAR = 31, 24, 1000, 2999


def _joins(text: str, start: int) -> bool:
    return bool(_DAY_DASH.search(text[max(0, start - 3) : start]) or _EDGE_DASH.search(text[max(0, start - 6) : start]))


def _follow(written: str) -> bool:
    """Tell whether the second of two years with a stroke between them follows the first: "2016/17"."""
    first, second = re.split(r"[/–-]", written)
    return str(int(first) + 1).endswith(second)


def _plain(text: str, end: int) -> bool:
    following = text[end : end + 2]
    glued = following[:1].isalnum() and following.lower() not in {"am", "pm"}
    return not (following[:1] in {".", ",", ":"} and following[1:].isdecimal()) and not glued


def _counted(value: float) -> dict[str, object]:
    classes: dict[str, object] = {"number": value}
    if isinstance(value, int) and 0 < value <= _LAST_HOUR // 2:
        classes["hour_word"] = value
    return classes


def _figure(written: str) -> dict[str, object]:
    if len(written) > 4:  # noqa: PLR2004 - figures of a year
        return {}
    value = int(written)
    classes: dict[str, object] = {}
    if len(written) <= 2:  # noqa: PLR2004 - figures of a day, an hour
        if 0 < value <= _LAST_DAY:
            classes["day"] = value
        if value <= _LAST_HOUR:
            classes["hour"] = value
    if len(written) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:  # noqa: PLR2004 - figures of a year
        classes["year"] = value
    return classes


def _shape(kind: str, written: str) -> Mapping[str, object]:
    parts = tuple(map(int, re.findall(r"\d+", written)))
    if kind == "iso":
        return {"iso": written}
    if kind == "ordinal":
        return {"ordinal": parts[0], "ordinal_figure": parts[0], **({"day": parts[0]} if parts[0] <= _LAST_DAY else {})}
    if kind in {"clock", "dotted_clock"} and parts[0] > _LAST_HOUR:
        return {}
    if kind == "year_ticked":
        return {"year_short": parts[0], "year_ticked": parts[0]}
    if kind == "decade":
        return {"decade_noun" if written.endswith("ern") else "decade": _decade(parts[0])}
    return {kind: parts}


_CENTURY, _DECADES = 100, 10


def _decade(figures: int) -> str:
    """Return the decade of "1990er" or "90er" without its last figure."""
    if figures >= _CENTURY:
        return str(figures // _DECADES)
    return f"{20 if figures <= _DECADES else 19}{figures // _DECADES}"


@cache
def compound_classes(word: str, language: str) -> Mapping[str, object]:
    """Return the classes of a German word in lower case that is made of others: "montagabend", "zweitägigen".

    >>> compound_classes("zweitägigen", "de")
    {'length': (2, 'D')}
    """
    if language != "de":
        return _NOTHING
    if match := _weekday_parts().fullmatch(word):
        words = vocabulary("de").lowered
        name = "weekdays_part" if match["plural"] else "weekday_part"
        return {name: (words[match["weekday"]]["weekday"], words[match["part"]]["daypart"])}
    if match := _adjectives().fullmatch(word):
        return {"unit_adjective": vocabulary("de").lowered[match["unit"]]["unit_adjective"]}
    if (match := _unit_nouns().fullmatch(word)) and match["first"].removesuffix("s") not in no_lengths():
        return {"units_compound": vocabulary("de").lowered[match["unit"]]["units"]}
    if match := _lengths().fullmatch(word):
        number = 1 if match["number"] == "ein" else _number_of(match["number"])
        return {"length": (number, vocabulary("de").lowered[match["unit"]]["unit_adjective"])} if number else _NOTHING
    return _NOTHING


def _number_of(word: str) -> int | float | None:
    number = number_at(word, 0, "de")
    return number.value if number and number.end == len(word) else None


def _forms(name: str) -> str:
    return alternation(form for form, classes in vocabulary("de").lowered.items() if name in classes)


@cache
def _weekday_parts() -> re.Pattern[str]:
    return re.compile(rf"(?P<weekday>{_forms('weekday')})(?P<part>{_forms('daypart')})(?P<plural>s?)")


@cache
def _adjectives() -> re.Pattern[str]:
    return re.compile(rf"(?P<unit>{_forms('unit_adjective')})(?:e[mnrs]?)")


@cache
def _unit_nouns() -> re.Pattern[str]:
    return re.compile(rf"(?P<first>\w{{4,}}?)(?P<unit>{_forms('units')})")


@cache
def _lengths() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>\w+?)(?P<unit>{_forms('unit_adjective')})(?:e[mnrs]?)?")
