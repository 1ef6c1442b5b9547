"""What words counted from the day of publication mean: "gestern", "letzte Woche", "Anfang des Jahres", "2022"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import (
    calendar_names,
    calendar_words,
    day_reading,
    month_reading,
    period_reading,
    shifted,
    year_reading,
)
from lagebild.expressions.days import follows_number, month_number
from lagebild.expressions.findings import FoundTime, Scene, fixed_date, relative_date, span_of
from lagebild.expressions.grammars import grammar
from lagebild.expressions.surroundings import left_of, starts_sentence, word_before
from lagebild.expressions.weekdays import in_part_of_day
from lagebild.model import Span, TimeModifier, TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_LISTED_NUMBER = re.compile(r"\s(?:und|bis|oder|and|to|or)\s\d|[–-]\d")


def read_day_word(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read "gestern", "tomorrow" and the like, with a part of the day behind it."""
    word = match["word"]
    if not word.islower() and not starts_sentence(scene.text, match.start()):
        # "Guten Morgen", "Russia Today"
        return None
    away = calendar_names(scene.language).day_words[word.lower()]
    return in_part_of_day(relative_date(span_of(match), "D", _days_away(scene.published, away)), match["part"], scene)


def _days_away(published: date | None, by: int) -> TimeReading | None:
    day = shifted(published, "D", by) if published else None
    return day_reading(day) if day else None


def read_period_word(match: re.Match[str], scene: Scene) -> FoundTime:
    """Read a word that names the period of publication, such as the Austrian "heuer"."""
    unit = calendar_names(scene.language).period_words[match["word"].lower()]
    return _shifted_unit_of(unit, match, 0, scene)


def read_shift(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read what stands behind "letzte", "this", "nächster": a weekday, a month, a period or a part of the day."""
    by = calendar_names(scene.language).shifts[match["shift"].lower()]
    if match["weekday"]:
        return in_part_of_day(_shifted_weekday(match, by, scene), match["part"], scene)
    if match["month"]:
        return _shifted_month(match, by, scene)
    if match["unit"]:
        return _shifted_unit(match, by, scene)
    return in_part_of_day(_shifted_unit_of("D", match, by, scene), match["daypart"], scene)


def _shifted_weekday(match: re.Match[str], by: int, scene: Scene) -> FoundTime:
    number = calendar_names(scene.language).weekdays[match["weekday"].lower()]
    published = scene.published
    if published is None:
        return relative_date(span_of(match), "D")
    if by < 0:
        away = -((published.isoweekday() - number - 1) % 7 + 1) + 7 * (by + 1)
    elif by > 0:
        away = (number - published.isoweekday() - 1) % 7 + 1 + 7 * (by - 1)
    else:
        away = number - published.isoweekday()
    return relative_date(span_of(match), "D", _days_away(published, away))


def _shifted_month(match: re.Match[str], by: int, scene: Scene) -> FoundTime:
    month, published = month_number(match["month"], scene.language), scene.published
    if published is None:
        return relative_date(span_of(match), "M")
    year = published.year
    if by < 0:
        year += by + (month < published.month)
    elif by > 0:
        year += by - (month > published.month)
    return relative_date(span_of(match), "M", month_reading(year, month))


def _shifted_unit(match: re.Match[str], by: int, scene: Scene) -> FoundTime | None:
    unit, written = calendar_names(scene.language).units[match["unit"].lower()], match["unit"].lower()
    plural = written in calendar_words("plural_units", scene.language)
    # "in the past year" is the twelve months up to today and not the calendar's last year.
    if by and (plural or match["shift"].lower() == "past"):
        value = TimeReading(f"P{'X' if plural else '1'}{unit}", None, None)
        return FoundTime(_with_determiner(span_of(match), scene), TimeType.DURATION, "P", (value,))
    if plural or unit not in {"W", "WE", "M", "Y"}:
        return None
    found = _shifted_unit_of(unit, match, by, scene)
    return replace(found, span=_with_determiner(found.span, scene))


def _shifted_unit_of(unit: str, match: re.Match[str], by: int, scene: Scene) -> FoundTime:
    day = shifted(scene.published, unit, by) if scene.published else None
    return relative_date(span_of(match), unit, period_reading(day, unit) if day else None)


def _with_determiner(span: Span, scene: Scene) -> Span:
    match = left_of(grammar(scene.language)["left_determiner"], scene.text, span.start)
    return Span(span.start - len(match[0]), span.end) if match else span


def read_edge(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read the beginning, the middle or the end of the period of publication: "Ende der Woche"."""
    names = calendar_names(scene.language)
    unit = names.units[match["unit"].lower()]
    if unit not in {"W", "M", "Y"}:
        return None
    found = _shifted_unit_of(unit, match, 0, scene)
    return replace(
        found, span=_with_determiner(found.span, scene), mod=TimeModifier(names.edges[match["edge"].lower()])
    )


def with_edge(found: FoundTime, scene: Scene) -> FoundTime:
    """Return a month, a year or a week with the "Anfang", "Mitte" or "late" that stands before it."""
    if found.type is not TimeType.DATE or found.grain not in {"W", "M", "Y"} or found.mod:
        return found
    match = left_of(grammar(scene.language)["left_edge"], scene.text, found.span.start)
    if match is None:
        return found
    mod = TimeModifier(calendar_names(scene.language).edges[match["edge"].lower()])
    return replace(found, span=Span(found.span.start - len(match[0]), found.span.end), mod=mod)


def read_year(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read four figures as a year where a word before them makes a year of them, or where they go on with a list."""
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if _is_surely_year(match, scene) or _is_year(match, scene):
        return fixed_date(span_of(match), "Y", year_reading(year))
    return None


def _is_surely_year(match: re.Match[str], scene: Scene) -> bool:
    if left_of(grammar(scene.language)["left_edge"], scene.text, match.start()):
        return True
    return word_before(scene.text, match.start()).lower() in calendar_words("sure_year_markers", scene.language)


def _is_year(match: re.Match[str], scene: Scene) -> bool:
    if follows_number(scene.text, match.end(), scene.language):
        return False
    if scene.continues(match.start(), "Y", commas=True):
        return True
    marker = word_before(scene.text, match.start()).lower()
    if _LISTED_NUMBER.match(scene.text, match.end()):
        # "nach 2000 bis 3000 Stunden"
        return marker in calendar_words("range_markers", scene.language)
    return marker in calendar_words("year_markers", scene.language)


def read_every(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read "jeden Montag", "every year" as a set."""
    names = calendar_names(scene.language)
    if match["weekday"]:
        part = names.dayparts[match["part"].lower()] if match["part"] else ""
        value = f"XXXX-WXX-{names.weekdays[match['weekday'].lower()]}{part}"
    else:
        value = f"P{_duration_unit(names.units[match['unit'].lower()])}"
    return FoundTime(span_of(match), TimeType.SET, "S", (TimeReading(value, None, None),))


def _duration_unit(unit: str) -> str:
    return f"T1{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"1{unit}"  # noqa: PLR2004 - "TH"
