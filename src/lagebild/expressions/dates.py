"""Finding time expressions in a text, in German and English; in other languages, dates in figures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions import days, months, periods, weekdays
from lagebild.expressions.calendar import LANGUAGES, calendar_names, calendar_words
from lagebild.expressions.durations import duration_at
from lagebild.expressions.findings import FoundTime, Scene
from lagebild.expressions.grammars import NUMBERS_ONLY, grammar
from lagebild.expressions.numbers import number_words
from lagebild.expressions.publication import parse_given, published_in
from lagebild.lexicon import phrases_by_name
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    Reader = Callable[[re.Match[str], Scene], FoundTime | None]
    Rule = tuple[re.Pattern[str], Reader]

__all__ = ["find_times_in", "parse_given", "published_in"]

# From a publication outside these years one cannot count both ways within the calendar; nothing was published then.
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 9000
_FIGURE = "0"
_TOKEN = re.compile(r"(?<!\w)(?:\d+|[^\W\d_]+)")
# "zweitägigen"
_UNIT_ADJECTIVE = re.compile(r"ige?[mnrs]?\Z")
# Figures behind these belong to a number, a version, a score or a name ("F-16").
_GLUE = frozenset(".,:/-–+#§$€£_")

_NUMBER_READERS: dict[str, Reader] = {
    "iso": days.read_number_date,
    "dotted": days.read_number_date,
    "slashed": days.read_slashed,
}
# The first pattern that fits wins, so the longer ones stand first.
_FIGURE_READERS: dict[str, Reader] = {
    "range_end": days.read_range_end,
    "date": days.read_date,
    "listed_day": days.read_date,
    **_NUMBER_READERS,
    "dotted_day": days.read_dotted_day,
    "clock": weekdays.read_clock,
    "year": periods.read_year,
}
_WORD_READERS: dict[str, dict[str, Reader]] = {
    "weekdays": {
        "weekday_dotted": days.read_number_date,
        "date": days.read_date,
        "month_day": days.read_date,
        "weekday": weekdays.read_weekday,
    },
    "months": {"range": days.read_date, "month_day": days.read_date, "month": months.read_month},
    "day_words": {"day_word": periods.read_day_word},
    "period_words": {"period_word": periods.read_period_word},
    "shifts": {"shift": periods.read_shift},
    "weekends": {"weekend": weekdays.read_weekend},
    "edges": {"edge": periods.read_edge},
    "every": {"every": periods.read_every},
}


def find_times_in(text: str, *, language: str | None, published: date | None) -> Iterator[FoundTime]:
    """Yield the time expressions of a text from left to right, none inside another.

    Args:
        text: The text.
        language: ISO 639-1 code; for others than `LANGUAGES` only dates in figures are found.
        published: The day from which "gestern" is counted, or ``None`` where it is unknown.

    >>> [found.readings[0].value for found in find_times_in("am 3. Mai 2021, in 2022", language="de", published=None)]
    ['2021-05-03', '2022']
    """
    known = language if language in LANGUAGES else None
    if published and not _EARLIEST_YEAR <= published.year <= _LATEST_YEAR:
        published = None
    scene = Scene(text, known or "de", published)
    masked = _masked(text, known) if known else ()
    reached = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < reached or (token[0][0].isdecimal() and _is_glued(scene, start)):
            continue
        found = _read_at(scene, token, known)
        if found is not None and not any(span.overlaps(found.span) for span in masked):
            yield found
            reached, scene = found.span.end, scene.after(found)


def _read_at(scene: Scene, token: re.Match[str], language: str | None) -> FoundTime | None:
    figure = token[0][0].isdecimal()
    if language is None:
        return _first_fit(_number_rules(), scene, token.start()) if figure else None
    word = _FIGURE if figure else token[0].lower()
    found = _first_fit(_rules(language).get(word, ()), scene, token.start())
    if found is None and (figure or word in number_words(language) or _UNIT_ADJECTIVE.search(word)):
        found = duration_at(scene, token.start())
    return periods.with_edge(found, scene) if found else None


def _first_fit(rules: tuple[Rule, ...], scene: Scene, start: int) -> FoundTime | None:
    for pattern, read in rules:
        match = pattern.match(scene.text, start)
        if match and (found := read(match, scene)):
            return found
    return None


def _is_glued(scene: Scene, start: int) -> bool:
    if scene.text[start - 1 : start] not in _GLUE:
        return False
    # "3.–5. Juni": the dash joins two days.
    return scene.previous is None or scene.previous.span.end != start - 1


@cache
def _number_rules() -> tuple[Rule, ...]:
    return tuple((re.compile(NUMBERS_ONLY[name]), read) for name, read in _NUMBER_READERS.items())


@cache
def _rules(language: str) -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules to try at a token, by the token in lower case, `_FIGURE` for all that begin with a figure."""
    patterns, names = grammar(language), calendar_names(language)
    words = {
        "weekdays": {
            weekday + part + s for weekday in names.weekdays for part in ("", *names.dayparts) for s in ("", "s")
        },
        "months": {*names.months, *names.short_months},
        "day_words": names.day_words,
        "period_words": names.period_words,
        "shifts": names.shifts,
        "weekends": [name for name, unit in names.units.items() if unit == "WE"],
        "edges": names.edges,
        "every": calendar_words("every", language),
    }
    rules = {_FIGURE: _rules_of(_FIGURE_READERS, patterns)}
    for kind, readers in _WORD_READERS.items():
        for word in words[kind]:
            rules[word] = rules.get(word, ()) + _rules_of(readers, patterns)
    return rules


def _rules_of(readers: Mapping[str, Reader], patterns: Mapping[str, re.Pattern[str]]) -> tuple[Rule, ...]:
    return tuple((patterns[name], read) for name, read in readers.items() if name in patterns)


def _masked(text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(match.start(), match.end()) for match in _not_days(language).finditer(text))


@cache
def _not_days(language: str) -> re.Pattern[str]:
    names = phrases_by_name("calendar", "not_days")[language]
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names)})\b")
