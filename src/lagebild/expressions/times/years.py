"""What months, years and longer stretches of the calendar mean."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import month_reading, period_reading, year_reading
from lagebild.expressions.surroundings import word_before
from lagebild.expressions.times import seasons
from lagebild.expressions.times.days import month_of, names_year_shift, year_in_full, year_of
from lagebild.expressions.times.scene import NEAR, FoundTime, Scene, chosen, dated, relative, span_of, unresolved
from lagebild.expressions.times.words import (
    counts,
    endings_of_numbers,
    is_counted,
    words_before_attributes,
    words_before_years,
    words_of_numbers,
)
from lagebild.model import Span, TimeReading

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match

_MONTHS_A_YEAR = 12


def month(match: Match, scene: Scene) -> FoundTime | None:
    """Read a month; without a year it is one beside the day of publication."""
    if match.get("season") is not None:
        return seasons.season(match, scene)
    number = month_of(match)
    if number is None or (match.rule.pattern.startswith("[month") and not _goes_on(match, scene)):
        return None
    if _names_its_year(match) or scene.year_beside(match.start) is not None:
        known = year_of(match, scene)
        anchor = "text" if match.get("year") is not None else "published"
        return dated(
            match, "M", month_reading(known, number) if known else unresolved(f"XXXX-{number:02}"), anchor=anchor
        )
    return (
        _month_told(match, scene, number)
        or _month_gone_on(match, scene, number)
        or _month_from_now(match, scene, number)
    )


def _names_its_year(match: Match) -> bool:
    return any(match.get(name) is not None for name in _NAMED_YEARS) or names_year_shift(match)


_NAMED_YEARS = ("year", "year_short", "year_word")


def _month_told(match: Match, scene: Scene, number: int) -> FoundTime | None:
    """Read "Mai desselben Jahres"."""
    same = _year_told(match, scene)
    if same is None:
        return None
    index, told_year = same
    return replace(dated(match, "M", month_reading(told_year, number), anchor="told"), told=index)


def _month_gone_on(match: Match, scene: Scene, number: int) -> FoundTime | None:
    """Read "im Mai" as the first one after a date long past that was told right before."""
    index = scene.told_past(span_of(match)) if match.get("shift") is None else None
    begin = scene.found[index].readings[0].begin if index is not None else None
    if begin is None:
        return None
    reading = month_reading(begin.year + (number < begin.month), number)
    return replace(dated(match, "M", reading, anchor="told"), told=index)


def _month_from_now(match: Match, scene: Scene, number: int) -> FoundTime:
    if scene.published is None:
        return dated(match, "M", unresolved(f"XXXX-{number:02}"))
    if (following := _end_of_range(match, scene, number)) is not None:
        return relative(match, "M", following)
    shift = match.number("shift")
    if shift is not None:
        return relative(match, "M", _shifted_month(scene.published, number, shift))
    return relative(match, "M", *_months_beside(scene.published, number, scene, span_of(match)))


def _goes_on(match: Match, scene: Scene) -> bool:
    """Tell whether an expression was found right before."""
    before = scene.found[-1] if scene.found else None
    return before is not None and before.grain in {"M", "D"} and match.start - before.span.end <= NEAR


def _year_told(match: Match, scene: Scene) -> tuple[int, int] | None:
    """Return the year of "Mai desselben Jahres", with the index of the expression that told it."""
    index = scene.last_told("Y", "M", "D") if match.get("that_year") is not None else None
    begin = scene.found[index].readings[0].begin if index is not None else None
    return (index, begin.year) if index is not None and begin is not None else None


def _end_of_range(match: Match, scene: Scene, number: int) -> TimeReading | None:
    """Return the month that ends a range which crosses the year: "zwischen August und Februar"."""
    before = scene.found[-1] if scene.found else None
    if before is None or before.grain != "M" or match.get("link") is None or match.get("year") is not None:
        return None
    begin = before.readings[0].begin if before.readings else None
    if begin is None or match.start - before.span.end > NEAR or number > begin.month:
        return None
    return month_reading(begin.year + 1, number)


def _shifted_month(published: date, number: int, by: int) -> TimeReading:
    year = published.year
    if by < 0:
        year += by + (number < published.month)
    elif by > 0:
        year += by - (number > published.month)
    return month_reading(year, number)


def _months_beside(published: date, number: int, scene: Scene, span: Span) -> tuple[TimeReading, ...]:
    behind = (published.month - number) % _MONTHS_A_YEAR
    ahead = (number - published.month) % _MONTHS_A_YEAR
    before = month_reading(published.year - (number > published.month), number)
    after = month_reading(published.year + (number < published.month), number)
    nearer = before if behind <= ahead else after
    return chosen(before, after, scene.direction(span), nearer, ratio=1)


def calendar_week(match: Match, scene: Scene) -> FoundTime | None:
    """Read "KW 2", "die 51. Kalenderwoche" as the week of that number nearest to the publication."""
    number = match.number("number") or match.number("ordinal_figure") or match.number("ordinal")
    if number is None or not 0 < number <= 53:  # noqa: PLR2004 - weeks of a year
        return None
    published = scene.published
    if published is None:
        return dated(match, "W", unresolved(f"XXXX-W{number:02}"))
    mondays = []
    for by in (-1, 0, 1):
        try:
            mondays.append(date.fromisocalendar(published.year + by, number, 1))
        except ValueError:
            continue
    nearest = min(mondays, key=lambda monday: abs((monday - published).days))
    return relative(match, "W", period_reading(nearest, "W"))


def year(match: Match, scene: Scene) -> FoundTime | None:
    """Read a year in figures."""
    number = match.number("year")
    if (short := match.number("year_short")) is not None:
        # "Mitte 60" tells an age.
        is_age = match.get("year_noun") is None and match.get("year_ticked") is None and not short % 10
        return None if is_age else dated(match, "Y", year_reading(year_in_full(short, scene.published)))
    if number is None and match.get("year_noun") is not None:
        number = match.number("number")
        following = _NEXT_WORD.match(scene.text, match.end)
        counts_more = following is not None and following["word"][0].isupper()
        if number is None or counts_more or not _SMALLEST_YEAR <= number < _FOUR_FIGURES:
            return None
    if number is None or (match.rule.pattern == "year" and _is_amount(match, scene, number)):
        return None
    return dated(match, "Y", year_reading(number))


def before_christ(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "44 v. Chr.", "44 B.C." as a year before the calendar."""
    number = match.number("number")
    return (
        dated(match, "Y", unresolved(f"BC{number:04}"))
        if number is not None and 0 < number < _FOUR_FIGURES * 10
        else None
    )


_SMALLEST_YEAR, _FOUR_FIGURES = 100, 1000
_SURE_YEARS, _OWN_YEARS = range(1500, 2100), range(1900, 2040)
_RANGE_BEHIND = re.compile(r"\s?(?:bis|und|oder|to|and|or|[–-])\s?\d[\d.,]*\s(?P<word>[^\W\d_]+|[%€$])")
_NEXT_WORD = re.compile(r"[ \u00a0](?P<word>[^\W\d_]+|[%€$])")


def _is_amount(match: Match, scene: Scene, number: int) -> bool:
    """Tell whether four figures without a word that makes a year of them count what follows."""
    following = _NEXT_WORD.match(scene.text, match.end)
    before = word_before(scene.text, match.start)
    if following and number in _OWN_YEARS and before.lower() in words_before_attributes(scene.language):
        return is_counted(following["word"], scene.language)
    if following and counts(following["word"], scene.language):
        return True
    second = _RANGE_BEHIND.match(scene.text, match.end)
    if second and counts(second["word"], scene.language):
        return True
    if number not in _SURE_YEARS and before.lower() not in words_before_years(scene.language):
        return True
    if scene.grammar.is_counted(span_of(match)):
        return True
    return before in words_of_numbers(scene.language) or before.lower().endswith(endings_of_numbers(scene.language))


def years(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "2016/17" as a season of sports or a business year; other such figures are two years."""
    first, second = match.figures("years")
    if (first + 1) % 100 != second % 100 or (second >= 100 and second != first + 1):  # noqa: PLR2004 - "16", "2016"
        return None
    return dated(match, "Y", unresolved(f"{first}/{first + 1}"))


def decade(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "neunziger Jahre", "the 1990s"."""
    value = str(match.get("decade") or match.get("decade_word") or match.get("decade_noun"))
    begin = int(value) * 10
    if not 1 <= begin < 9990:  # noqa: PLR2004 - the years of the calendar
        return None
    return dated(match, "DE", TimeReading(value, date(begin, 1, 1), date(begin + 9, 12, 31)))


def century(match: Match, scene: Scene) -> FoundTime | None:
    """Read "20. Jahrhundert" and "das vorige Jahrhundert"."""
    shift = match.number("shift")
    ordinal = match.number("ordinal") or match.number("ordinal_figure") or match.number("high_ordinal")
    if shift is not None:
        if scene.published is None:
            return None
        ordinal = scene.published.year // 100 + 1 + shift
    if ordinal is None or not 1 < ordinal < 99:  # noqa: PLR2004 - the years of the calendar
        return None
    value = f"{ordinal - 1:02}"
    first = int(value) * 100
    return dated(match, "CE", TimeReading(value, date(first, 1, 1), date(first + 99, 12, 31)))


def century_turn(match: Match, _scene: Scene) -> FoundTime | None:
    """Read "Jahrhundertwende" as the year in which a century began."""
    number = match.number("century_turn")
    return dated(match, "Y", year_reading(number)) if number else None
