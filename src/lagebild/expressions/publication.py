"""When a page was published: from its date line, or from a date that was given."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import existing_day
from lagebild.expressions.surroundings import BLANK
from lagebild.expressions.times.words import LANGUAGES, numbers_of
from lagebild.lexicon.loading import load
from lagebild.model import KnownFrom, Published

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_LONGEST_LINE_CHARS = 200
_GIVEN = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<minute>\d{2}:\d{2})(?P<second>:\d{2})?(?:[.,]\d+)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_CLOCK = re.compile(
    r"(?<![\d.:/-])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?!\d|[:./]\d)"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?)|\s?Z\b|\s?[+-]\d{2}:?\d{2}\b)?|\s?(?P<whole_half>[ap]\.?m\b\.?)|(?=\s?uhr\b))",
    re.IGNORECASE,
)
# What stands between the parts of a date line.
_SEPARATORS = re.compile(r"[\s,;:.|/()\[\]•·–—-]+")
_PERSON = r"[^\W\d_a-zäöüß][^\W\d_]*(?:[.'’-][^\W\d_]*)*"
_NOON, _HOURS_A_DAY = 12, 24
_IN_FIGURES = (
    (
        r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ](?P<iso_clock>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?"
        r"(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])"
    ),
    rf"(?P<dotted_day>\d{{1,2}})\.{BLANK}?(?P<dotted_month>\d{{1,2}})\.{BLANK}?(?P<dotted_year>[12]\d{{3}})(?!\w|\.\d)",
    r"(?P<slashed_first>\d{1,2})/(?P<slashed_second>\d{1,2})/(?P<slashed_year>[12]\d{3})(?![\w/])",
)


def parse_given(value: str) -> Published | None:
    """Return the publication date that a caller gives as an ISO 8601 date, or date and time.

    >>> parse_given("2024-06-18T14:05:33Z")
    Published(value='2024-06-18T14:05:33Z', precision='second', known_from=<KnownFrom.GIVEN: 'given'>)
    """
    match = _GIVEN.fullmatch(value.strip())
    if match is None:
        return None
    day, minute, second, zone = (match[name] or "" for name in ("day", "minute", "second", "zone"))
    written = f"{day}T{minute}{second}{zone}" if minute else day
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return None
    precision = "second" if second else "minute" if minute else "day"
    return Published(written, precision, KnownFrom.GIVEN)


def published_in(line: str, *, language: str | None) -> Published | None:
    """Return the publication date that a line of a page gives, if the line is a date line and nothing else.

    Beside the date may stand its weekday, a time of day, words such as "Stand" or "Published", and an author.

    Args:
        line: One line of a page.
        language: ISO 639-1 code; where it is unknown, the words of all known languages are understood.

    Returns:
        ``None`` where the line is something else, names several days, or does not fix day, month and year.

    >>> published_in("Stand: 12. März 2031 | 14:05", language="de").value
    '2031-03-12T14:05'
    """
    line = " ".join(line.split())
    if len(line) > _LONGEST_LINE_CHARS or not any(character.isdecimal() for character in line):
        return None
    for known in [language] if language in LANGUAGES else LANGUAGES:
        if published := _published_in(line, str(known)):
            return published
    return None


def _published_in(line: str, language: str) -> Published | None:
    first, update = _before_update(line, language)
    dated = next(((match, day) for match in _dates(language).finditer(first) if (day := _day(match, language))), None)
    if dated is None or not _agrees(*dated, language):
        return None
    match, day = dated
    behind = f"{first[: match.start()]} | {first[match.end() :]}"
    clock = match["iso_clock"]
    if clock is None and (found := _CLOCK.search(behind)):
        clock = _time(found)
        behind = f"{behind[: found.start()]} | {behind[found.end() :]}"
    if not _is_label(behind) or not _is_label(_CLOCK.sub(" ", _dates(language).sub(" ", update))):
        return None
    value = f"{day.isoformat()}T{clock}" if clock else day.isoformat()
    return Published(value, "minute" if clock else "day", KnownFrom.TEXT)


def _before_update(line: str, language: str) -> tuple[str, str]:
    """Part a line that names the day of publication and, behind it, that of an update."""
    dated = _dates(language).search(line)
    update = _updates().search(line, dated.end()) if dated else None
    return (line[: update.start()], line[update.start() :]) if update else (line, "")


@cache
def _updates() -> re.Pattern[str]:
    words = load("date_lines")["date_labels"]["updates"].replace(" ", "|")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _dates(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _months(language)), key=len, reverse=True))
    short = load("date_lines")["abbreviated_weekdays"][language].replace(" ", "|")
    weekdays = "|".join(map(re.escape, numbers_of("weekday", language)))
    weekday = rf"(?:\b(?P<weekday>{weekdays}|{short})\b[.,]*\s?(?:(?:den|dem|der|the)\s)?)?"
    day_first = rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?(?:of\s)?(?P<m1>{months})\b[.,]*\s?(?P<y1>[12]\d{{3}})"
    month_first = rf"\b(?P<m2>{months})\b\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>[12]\d{{3}})"
    return re.compile(
        rf"(?<![\d.:/-]){weekday}(?:{'|'.join((*_IN_FIGURES, day_first, month_first))})(?!\d)", re.IGNORECASE
    )


def _day(match: re.Match[str], language: str) -> date | None:
    groups = match.groupdict()
    for prefix in ("", "dotted_"):
        if groups[f"{prefix}year"]:
            return existing_day(*(int(groups[f"{prefix}{part}"]) for part in ("year", "month", "day")))
    for number in ("1", "2"):
        if groups[f"y{number}"]:
            month = _months(language)[groups[f"m{number}"].lower()]
            return existing_day(int(groups[f"y{number}"]), month, int(groups[f"d{number}"]))
    return _only_order(*(int(groups[f"slashed_{name}"]) for name in ("year", "first", "second")))


@cache
def _months(language: str) -> Mapping[str, int]:
    return {**numbers_of("month_short", language), **numbers_of("month", language)}


def _only_order(year: int, first: int, second: int) -> date | None:
    """Return the day where only one order of its day and its month is possible, else ``None``."""
    days = {existing_day(year, first, second), existing_day(year, second, first)} - {None}
    return days.pop() if len(days) == 1 else None


def _agrees(match: re.Match[str], day: date, language: str) -> bool:
    """Tell whether the weekday that is written, if one is, is that of the date."""
    written = match["weekday"]
    if written is None:
        return True
    names = numbers_of("weekday", language).items()
    return any(name.startswith(written.lower()) for name, number in names if number == day.isoweekday())


def _time(match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    half = (match["half"] or match["whole_half"] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    return f"{hour:02}:{minute}" if hour < _HOURS_A_DAY else None


def _is_label(rest: str) -> bool:
    """Tell whether nothing is left that does not belong to a date line."""
    words = _SEPARATORS.sub(" ", _author().sub(" ", rest)).split()
    return all(word.lower() in _label_words() for word in words)


@cache
def _label_words() -> frozenset[str]:
    labels = load("date_lines")["date_labels"]
    return frozenset(" ".join(labels[name] for name in ("all", "agencies", "zones")).split())


@cache
def _author() -> re.Pattern[str]:
    by = load("date_lines")["date_labels"]["authors"].replace(" ", "|")
    linked = r"(?:\s|,\s|\s?/\s?|\s(?:und|and|von|van|de)\s)"
    return re.compile(rf"\b(?i:{by}):?\s{_PERSON}(?:{linked}{_PERSON}){{0,9}}")
