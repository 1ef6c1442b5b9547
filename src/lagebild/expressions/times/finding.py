"""Finding time expressions in a text, in German and English; in other languages, dates in figures."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import word_before
from lagebild.expressions.times import (
    clocks,
    days,
    feasts,
    lengths,
    recurring,
    references,
    relative,
    seasons,
    told,
    weekdays,
    years,
)
from lagebild.expressions.times.agreement import agreed
from lagebild.expressions.times.grammar import Grammar
from lagebild.expressions.times.rules import Match, Rule, rules_of
from lagebild.expressions.times.scene import FoundTime, Scene
from lagebild.expressions.times.tokens import tokens_of
from lagebild.expressions.times.words import LANGUAGES, vocabulary
from lagebild.lexicon.loading import load
from lagebild.model import Span, TimeModifier, TimeType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from lagebild.expressions.times.tokens import Token
    from lagebild.expressions.times.words import Value
    from lagebild.model import Analysis

MEANINGS: dict[str, Callable[[Match, Scene], FoundTime | None]] = {
    "iso": days.iso,
    "dotted": days.dotted,
    "slashed": days.slashed,
    "dotted_day": days.dotted_day,
    "date": days.date_named,
    "listed_day": days.date_named,
    "listed_behind": days.listed_behind,
    "date_clock": days.date_clock,
    "calendar_week": years.calendar_week,
    "month": years.month,
    "weekday": weekdays.weekday,
    "weekday_of_week": weekdays.weekday_of_week,
    "night_to": weekdays.night_to,
    "year": years.year,
    "years": years.years,
    "before_christ": years.before_christ,
    "decade": years.decade,
    "century": years.century,
    "century_turn": years.century_turn,
    "season": seasons.season,
    "quarter": seasons.quarter,
    "feast": feasts.feast,
    "day_word": relative.day_word,
    "tonight": relative.tonight,
    "shifted": relative.shift,
    "year_word": relative.year_word,
    "new_year": relative.new_year,
    "unit_edge": relative.unit_edge,
    "now_week": relative.now_week,
    "ago": relative.ago,
    "ahead": relative.ahead,
    "told": told.told,
    "told_shift": told.told_shift,
    "told_day": told.told_day,
    "told_part": told.told_part,
    "told_same": told.told_same,
    "nth": told.nth,
    "duration": lengths.duration,
    "shifted_duration": lengths.shifted_duration,
    "unit_range": lengths.unit_range,
    "length": lengths.length,
    "length_figure": lengths.length_figure,
    "long": lengths.long,
    "often": recurring.often,
    "rate": recurring.rate,
    "rate_within": recurring.rate_within,
    "every": recurring.every,
    "weekend": weekdays.weekend_named,
    "weekdays": recurring.weekdays,
    "clock": clocks.clock,
    "hour_of_range": clocks.hour_of_range,
    "day_clock": clocks.day_clock,
    "daypart": clocks.daypart,
    "formerly": references.formerly,
    "reference": references.reference,
}
# From a publication outside these years one cannot count both ways within the calendar; nothing was published then.
_EARLIEST_YEAR, _LATEST_YEAR = 1000, 9000


def find_times(
    text: str, *, language: str | None, published: date | None, analysis: Analysis | None = None
) -> list[FoundTime]:
    """Return the time expressions of a text from left to right, none inside another.

    Args:
        text: The text.
        language: ISO 639-1 code; for others than German and English only dates in figures are found.
        published: The day from which "gestern" is counted, or ``None`` where it is unknown.
        analysis: What was read of the text, or ``None``; tense, names and counts are then told by words alone.

    >>> [found.readings[0].value for found in find_times("am 3. Mai 2021, in 2022", language="de", published=None)]
    ['2021-05-03', '2022']
    """
    known = language if language in LANGUAGES else None
    if published and not _EARLIEST_YEAR <= published.year <= _LATEST_YEAR:
        published = None
    grammar = Grammar(text, known or "de", analysis if known else None)
    tokens = tokens_of(text, known)
    scene = Scene(text, known or "de", published, grammar, is_daily=_is_daily(tokens, known))
    names = _names_in(text, known) if known else []
    reached = 0
    for match in _matches(text, tokens, known):
        span = Span(match.start, match.end)
        if match.start < reached or any(span.overlaps(name) for name in names):
            continue
        if _is_title(text, match) or grammar.is_named(span):
            continue
        found = MEANINGS[match.rule.means](match, scene)
        if found is not None:
            scene.found.append(_modified(found, match, scene))
            reached = match.end
    return agreed(scene.found, published)


def _is_daily(tokens: Sequence[Token], language: str | None) -> bool:
    """Tell whether a text names the time of the clock or a day beside its own: such a one means the day by "heute"."""
    if language != "de":
        return True
    return any("clock_word" in token.classes or token.classes.get("day_word") in _BESIDE for token in tokens)


_BESIDE = frozenset({-2, -1, 2})
_QUOTES = frozenset("\"„“”»«‚‘’'")


def _is_title(text: str, match: Match) -> bool:
    """Tell whether it stands alone in quotation marks, as the name of a programme does."""
    return (
        text[match.start - 1 : match.start] in _QUOTES
        and text[match.end : match.end + 1] in _QUOTES
        and match.start > 0
    )


def _modified(found: FoundTime, match: Match, scene: Scene) -> FoundTime:
    if found.mod is not None:
        return found
    if (edge := match.get("edge") or match.get("daypart_edge")) and found.type in {TimeType.DATE, TimeType.TIME}:
        return replace(found, mod=TimeModifier(str(edge)))
    if bound := match.get("bound") or _bound_before(found, match, scene):
        return replace(found, mod=TimeModifier(str(bound)))
    return found


_BOUNDED = frozenset({"number", "a", "half_adjective"})
_THROUGHOUT = re.compile(r" (?:hinweg|hindurch|verteilt)\b")


def _bound_before(found: FoundTime, match: Match, scene: Scene) -> Value | None:
    """Return what the preposition before an amount makes of it: "seit über zwei Jahren"."""
    if found.type is not TimeType.DURATION or not _BOUNDED & match.values.keys():
        return None
    if _THROUGHOUT.match(scene.text, match.end):
        return None
    before = word_before(scene.text, match.start).lower()
    return vocabulary(scene.language).lowered.get(before, {}).get("bound_before")


def _matches(text: str, tokens: Sequence[Token], language: str | None) -> Iterator[Match]:
    if language is not None:
        yield from rules_of(language).matches(text, tokens)
        return
    for token in tokens:
        for name in _IN_FIGURES & token.classes.keys():
            yield Match(Rule(name, name, {}, 0), token.start, token.end, token.classes)


_IN_FIGURES = frozenset({"iso", "dotted", "slashed"})


def _names_in(text: str, language: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in _names(language).finditer(text)]


@cache
def _names(language: str) -> re.Pattern[str]:
    phrases = load(f"times_{language}")["masks"]["phrases"].strip().splitlines()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b")
