"""When: the days that the article names, in the order of the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lagebild.cli.excerpts import Excerpt, excerpt, readable
from lagebild.cli.phrasing import other_readings, time_in_words
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, rest, times_found
from lagebild.model import TimeType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Published, TimeExpression

_MAX_ROWS = 12


def time_section(article: Article, wording: Wording) -> Section:
    """Return the section on times: each stretch of days once, then the words whose day stays open.

    Where there are too many, those nearest to the publication are shown: the news before its history.
    """
    by_days: dict[str, list[TimeExpression]] = {}
    for time in article.times:
        days = time_in_words(time, wording)
        if days is not None:
            by_days.setdefault(days, []).append(time)
    groups = sorted(by_days.values(), key=lambda times: _distance(times[0], article.published))
    shown = sorted(groups[:_MAX_ROWS], key=lambda times: (str(times[0].begin), str(times[0].last), times[0].span))
    rows = [_row(article, times, wording) for times in shown]
    left = rest(len(groups) - len(shown), wording)
    return Section(wording.phrases.times, (*rows, *left, *_open_times(article, wording)))


def _distance(time: TimeExpression, published: Published) -> int:
    """Return how many days lie between a time and the publication; zero where that is not known."""
    try:
        day = date.fromisoformat((published.value or "")[:10])
    except ValueError:
        return 0
    if time.begin is None or time.last is None or time.begin <= day <= time.last:
        return 0
    return min(abs((time.begin - day).days), abs((time.last - day).days))


def _row(article: Article, times: Sequence[TimeExpression], wording: Wording) -> Row:
    readings = dict.fromkeys(reading for time in times for reading in other_readings(time, wording))
    first = times[0]
    return Row(
        label=time_in_words(first, wording) or "",
        quotes=(excerpt(article.text, first.span),),
        notes=(*(f"{wording.phrases.or_} {reading}" for reading in readings), *times_found(len(times), wording)),
        place=places_of(article, wording).of(first.span),
    )


def _open_times(article: Article, wording: Wording) -> tuple[Row, ...]:
    """Return one row with the words that mean a day which the text does not fix."""
    words = (
        readable(time.span.of(article.text))
        for time in article.times
        if time.begin is None and time.type in {TimeType.DATE, TimeType.TIME}
    )
    quotes = tuple(Excerpt(quote) for quote in dict.fromkeys(words))
    return (Row(label=wording.phrases.unresolved, quotes=quotes),) if quotes else ()
