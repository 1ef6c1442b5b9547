"""When a page was published: from its date line, or from a date that was given."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import LANGUAGES, calendar_names, existing_day
from lagebild.expressions.days import month_number, only_order
from lagebild.expressions.grammars import NUMBERS_ONLY
from lagebild.lexicon.loading import load
from lagebild.model import KnownFrom, Published

if TYPE_CHECKING:
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
    words = load("calendar")["date_labels"]["updates"].replace(" ", "|")
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _dates(language: str) -> re.Pattern[str]:
    names = calendar_names(language)
    months = "|".join(sorted((*names.months, *names.short_months), key=len, reverse=True))
    short_weekdays = load("calendar")["abbreviated_weekdays"][language].replace(" ", "|")
    weekday = rf"(?:\b(?P<weekday>{'|'.join(names.weekdays)}|{short_weekdays})\b[.,]*\s?(?:(?:den|dem|der|the)\s)?)?"
    iso = NUMBERS_ONLY["iso"].replace("<clock>", "<iso_clock>")
    numbered = (
        iso,
        NUMBERS_ONLY["dotted"].replace("?P<", "?P<dotted_"),
        NUMBERS_ONLY["slashed"].replace("?P<", "?P<slashed_"),
    )
    day_first = rf"(?P<d1>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?(?:of\s)?(?P<m1>{months})\b[.,]*\s?(?P<y1>[12]\d{{3}})"
    month_first = rf"\b(?P<m2>{months})\b\.?\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>[12]\d{{3}})"
    return re.compile(
        rf"(?<![\d.:/-]){weekday}(?:{'|'.join((*numbered, day_first, month_first))})(?!\d)", re.IGNORECASE
    )


def _day(match: re.Match[str], language: str) -> date | None:
    groups = match.groupdict()
    for prefix in ("", "dotted_"):
        if groups[f"{prefix}year"]:
            return existing_day(*(int(groups[f"{prefix}{part}"]) for part in ("year", "month", "day")))
    for number in ("1", "2"):
        if groups[f"y{number}"]:
            month = month_number(groups[f"m{number}"], language)
            return existing_day(int(groups[f"y{number}"]), month, int(groups[f"d{number}"]))
    return only_order(*(int(groups[f"slashed_{name}"]) for name in ("year", "first", "second")))


def _agrees(match: re.Match[str], day: date, language: str) -> bool:
    """Tell whether the weekday that is written, if one is, is that of the date."""
    written = match["weekday"]
    if written is None:
        return True
    names = calendar_names(language).weekdays
    return any(name.startswith(written.lower()) for name, number in names.items() if number == day.isoweekday())


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
    labels = load("calendar")["date_labels"]
    return frozenset(" ".join(labels[name] for name in ("all", "agencies", "zones")).split())


@cache
def _author() -> re.Pattern[str]:
    by = load("calendar")["date_labels"]["authors"].replace(" ", "|")
    linked = r"(?:\s|,\s|\s?/\s?|\s(?:und|and|von|van|de)\s)"
    return re.compile(rf"\b(?i:{by}):?\s{_PERSON}(?:{linked}{_PERSON}){{0,9}}")
