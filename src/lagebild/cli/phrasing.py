"""Days, numbers and reasons in the words of the report."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from lagebild.cli.excerpts import readable
from lagebild.model import Bound, QuantityKind

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording
    from lagebild.model import Published, Quantity, Statement, TimeExpression

# A number is shortened to "3 million" where that loses no digit and leaves it short.
_MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SHORT_DECIMALS = 2
_PERCENT = "percent"
# Below this, a float tells any two whole numbers and their hundredths apart.
_EXACT_BELOW = 10**13

_ISO_DAY_LENGTH = len("2024-06-17")


def day_in_words(day: date, wording: Wording) -> str:
    """Return a day such as "18. Juni 2024" or "18 June 2024"."""
    return wording.phrases.day.format(day=day.day, month=wording.months[day.month - 1], year=day.year)


def weekday_in_words(day: date, wording: Wording) -> str:
    """Return a day with its weekday, so that "Montag" can be checked at a glance: "Mo 17. Juni 2024"."""
    weekday = wording.weekdays[day.weekday()]
    return wording.phrases.weekday_and_day.format(weekday=weekday, day=day_in_words(day, wording))


def days_in_words(begin: date, last: date, wording: Wording) -> str:
    """Return a stretch of days as briefly as its ends allow: a day, a month, a year, or from … to …."""
    if begin == last:
        return weekday_in_words(begin, wording)
    if _is_whole_months(begin, last):
        return _months_in_words(begin, last, wording)
    phrases = wording.phrases
    if (begin.year, begin.month) == (last.year, last.month):
        opening = phrases.day_alone.format(day=begin.day)
        return phrases.days_of_a_month.format(begin=opening, last=day_in_words(last, wording))
    opening = day_in_words(begin, wording)
    if begin.year == last.year:
        opening = phrases.day_of_month.format(day=begin.day, month=wording.months[begin.month - 1])
    return phrases.days.format(begin=opening, last=day_in_words(last, wording))


def time_in_words(time: TimeExpression, wording: Wording) -> str | None:
    """Return the days that a time expression means; ``None`` where the text fixes none."""
    if time.begin is None or time.last is None:
        return None
    days = days_in_words(time.begin, time.last, wording)
    if time.mod is not None:
        days = wording.modifiers[time.mod].format(day=days)
    clock = _clock(time.value)
    if clock:
        days = wording.phrases.day_and_clock.format(day=days, clock=clock)
    return days


def other_readings(time: TimeExpression, wording: Wording) -> tuple[str, ...]:
    """Return the days of the other readings that the words of a time expression allow."""
    return tuple(
        days_in_words(other.begin, other.last, wording)
        for other in time.alternatives
        if other.begin is not None and other.last is not None
    )


def published_in_words(published: Published, wording: Wording) -> str:
    """Return when an article was published, with the origin of that knowledge."""
    if published.value is None or published.known_from is None:
        return wording.phrases.not_published
    day = _moment_in_words(published.value, wording)
    return wording.phrases.published.format(day=day, known_from=wording.known_from[published.known_from])


def number_in_words(number: float, wording: Wording) -> str:
    """Return a number with the separators of the language, round millions and more in words.

    >>> from lagebild.cli.wording import wording
    >>> number_in_words(6700, wording("de")), number_in_words(1_250_000, wording("de"))
    ('6.700', '1,25 Mio.')
    """
    for size, name in _MAGNITUDES:
        if size <= abs(number) < _EXACT_BELOW and round(number / size, _SHORT_DECIMALS) == number / size:
            return wording.magnitudes[name].format(number=_grouped(number / size, wording))
    return _grouped(number, wording)


def quantity_in_words(quantity: Quantity, quote: str, wording: Wording) -> str:
    """Return a quantity with its bound and unit.

    Args:
        quantity: What was found.
        quote: Its words in the article; a unit that stands there keeps its capitals.
        wording: The catalogue.
    """
    number = number_in_words(quantity.value, wording)
    if quantity.bound is Bound.BETWEEN and quantity.upper is not None:
        number = wording.phrases.from_to.format(lower=number, upper=number_in_words(quantity.upper, wording))
    if quantity.kind is QuantityKind.ORDINAL:
        number = wording.phrases.ordinal.format(number=number)
    if quantity.unit == _PERCENT:
        number = wording.phrases.percent.format(number=number)
    elif quantity.unit:
        number = f"{number} {_as_written(quantity.unit, quote)}"
    return wording.bounds[quantity.bound].format(number=number)


def why_in_words(statement: Statement, wording: Wording) -> tuple[str, ...]:
    """Return what found a statement, then how sure it is; nothing where the record does not say."""
    phrases = wording.phrases
    finder, _, name = statement.found_by.partition(":")
    found_by = {
        "": "",
        "rule": phrases.found_by_rule.format(name=readable(name)),
        "network": f"{phrases.found_by_network} ({readable(name)})" if name else phrases.found_by_network,
    }.get(finder, phrases.found_by.format(name=readable(statement.found_by)))
    confidence = statement.confidence
    number = "" if confidence is None else f"{confidence:.2f}".replace(".", wording.decimal)
    return tuple(filter(None, (found_by, number and phrases.confidence.format(number=number))))


def _is_whole_months(begin: date, last: date) -> bool:
    # Not last + 1 day: that would overflow on the last day of the calendar.
    is_month_end = last == date.max or (last + timedelta(days=1)).day == 1
    return begin.day == 1 and is_month_end


def _months_in_words(begin: date, last: date, wording: Wording) -> str:
    first_month, last_month = wording.months[begin.month - 1], wording.months[last.month - 1]
    is_whole_years = (begin.month, last.month) == (1, 12)
    if begin.year == last.year:
        if is_whole_years:
            return str(begin.year)
        if begin.month == last.month:
            return f"{first_month} {begin.year}"
        return wording.phrases.days.format(begin=first_month, last=f"{last_month} {last.year}")
    if is_whole_years:
        return wording.phrases.days_of_a_month.format(begin=begin.year, last=last.year)
    return wording.phrases.days.format(begin=f"{first_month} {begin.year}", last=f"{last_month} {last.year}")


def _clock(value: str | None) -> str:
    _, _, clock = (value or "").partition("T")
    return clock[:5] if len(clock) >= len("14:30") and clock[:2].isdecimal() else ""


def _moment_in_words(value: str, wording: Wording) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = day_in_words(moment.date(), wording)
    if len(value) <= _ISO_DAY_LENGTH:
        return day
    return wording.phrases.day_and_clock.format(day=day, clock=f"{moment:%H:%M}")


def _grouped(number: float, wording: Wording) -> str:
    is_whole = isinstance(number, float) and number.is_integer() and abs(number) < _EXACT_BELOW
    shown = int(number) if is_whole else number
    swap = {",": wording.thousands, ".": wording.decimal}
    return "".join(swap.get(char, char) for char in f"{shown:,}")


def _as_written(unit: str, quote: str) -> str:
    # Whole words only: "EUR" does not stand in "Euro".
    written = re.search(rf"\b{re.escape(unit)}\b", quote, re.IGNORECASE)
    return written[0] if written else unit
