"""What stretches of time mean: "drei Jahrzehnte", "two weeks", "zweitägig", "vor drei Tagen", "three days ago"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import bound_before
from lagebild.expressions.calendar import calendar_names, calendar_words, period_reading, shifted
from lagebild.expressions.findings import FoundTime, Scene, relative_date
from lagebild.expressions.grammars import grammar
from lagebild.expressions.numbers import Number, number_at, number_words
from lagebild.expressions.surroundings import BLANK, left_of, word_before
from lagebild.expressions.units import is_age
from lagebild.model import Bound, Span, TimeModifier, TimeReading, TimeType

if TYPE_CHECKING:
    from datetime import date

_MODIFIERS = {
    Bound.ABOUT: TimeModifier.APPROX,
    Bound.MORE_THAN: TimeModifier.MORE_THAN,
    Bound.LESS_THAN: TimeModifier.LESS_THAN,
}
# "More than two years ago" is before that day, "nearly two years ago" after it.
_POINT_MODIFIERS = {
    TimeModifier.APPROX: TimeModifier.APPROX,
    TimeModifier.MORE_THAN: TimeModifier.BEFORE,
    TimeModifier.LESS_THAN: TimeModifier.AFTER,
}
_RANGE_BEFORE = re.compile(rf"(?P<first>\w+)(?:{BLANK}?[–/-]{BLANK}?|{BLANK}(?:bis|oder|und|to|or|and){BLANK})\Z")
_AGE_COMPARED = re.compile(rf"{BLANK}(?:jünger\w*|älter\w*|older|younger|old)(?!\w)|-old(?!\w)")
_AGO = re.compile(rf"{BLANK}ago(?!\w)")
_AND = re.compile(rf"{BLANK}(?:und|and){BLANK}")
# English articles are rates as often as ones ("twice a day"), or say "once" ("one day").
_ONE = {
    "de": re.compile(r"(?i:eine[mnr]?|ein)\b"),
    "en": re.compile(r"(?i:an?|one)\b"),
}
_WITH_AGO = re.compile(rf"\w+{BLANK}\w+{BLANK}ago\b")
_ONCE = re.compile(r"one day\b", re.IGNORECASE)


def duration_at(scene: Scene, start: int) -> FoundTime | None:
    """Return the duration, or the day so long ago, that begins with a number at an offset."""
    measured = _measured(scene, start)
    if measured is None or _is_no_duration(scene.text, scene.language, start, measured[1]):
        return None
    value, end = measured
    span, mod = _with_bound(Span(start, end), scene)
    ago = _ago(scene, span, value, mod)
    if ago is not None:
        return ago
    return _around_publication(
        FoundTime(span, TimeType.DURATION, "P", (TimeReading(_iso(value), None, None),), mod=mod), scene, value
    )


_Amounts = tuple[tuple[int | float, str], ...]


def _measured(scene: Scene, start: int) -> tuple[_Amounts, int] | None:
    """Return amounts and units ("drei Jahre und vier Monate") with the offset behind them."""
    first = _amount(scene, start)
    if first is None:
        return None
    amount, end = first
    link = _AND.match(scene.text, end)
    second = _amount(scene, link.end()) if link else None
    if second and amount[1] + second[0][1] in {"YM", "MW", "MD", "WD", "THTM", "TMTS"}:
        return (amount, second[0]), second[1]
    return (amount,), end


def _amount(scene: Scene, start: int) -> tuple[tuple[int | float, str], int] | None:
    number = _number(scene, start)
    if number is None:
        return _compound_amount(scene, start)
    match = _unit(scene.language).match(scene.text, number.end)
    if match is None:
        return None
    names = calendar_names(scene.language)
    written = (match["unit"] or match["adjective"]).lower()
    unit = names.units[written] if match["unit"] else names.unit_adjectives[written]
    return None if unit == "WE" else ((number.value, unit), match.end())


def _compound_amount(scene: Scene, start: int) -> tuple[tuple[int | float, str], int] | None:
    match = _compound().match(scene.text, start) if scene.language == "de" else None
    if match is None:
        return None
    one = Number(start, match.end(1), 1, in_figures=False)
    number = one if match[1].lower() == "ein" else number_at(match[1], 0, "de")
    if number is None:
        return None
    return (number.value, calendar_names("de").unit_adjectives[match[2].lower()]), match.end()


@cache
def _compound() -> re.Pattern[str]:
    adjectives = "|".join(calendar_names("de").unit_adjectives)
    return re.compile(rf"(\w+?)({adjectives})(?:e[mnrs]?)?(?!\w|-\w)", re.IGNORECASE)


def _number(scene: Scene, start: int) -> Number | None:
    number = number_at(scene.text, start, scene.language)
    if number is None and (one := _ONE[scene.language].match(scene.text, start)) and _is_one(scene, start):
        return Number(start, one.end(), 1, in_figures=False)
    return number


def _is_one(scene: Scene, start: int) -> bool:
    if scene.language == "de":
        return True
    if _WITH_AGO.match(scene.text, start):
        return True
    before = word_before(scene.text, start).lower()
    return before in calendar_words("before_article", "en") and not _ONCE.match(scene.text, start)


@cache
def _unit(language: str) -> re.Pattern[str]:
    names = calendar_names(language)
    units = "|".join(sorted(names.units, key=len, reverse=True))
    adjectives = "|".join(names.unit_adjectives)
    behind = "-?" if language == "de" else "-"
    ending = "(?:e[mnrs]?)?" if language == "de" else ""
    return re.compile(rf"(?:{BLANK}(?P<unit>(?i:{units}))|{behind}(?P<adjective>(?i:{adjectives})){ending})(?!\w|-\w)")


def _is_no_duration(text: str, language: str, start: int, end: int) -> bool:
    """Tell whether it is an age, or the end of a range whose beginning would be lost."""
    range_before = left_of(_RANGE_BEFORE, text, start)
    if range_before and (range_before["first"].isdecimal() or range_before["first"].lower() in number_words(language)):
        return True
    number = number_at(text, start, language)
    return bool(_AGE_COMPARED.match(text, end)) or (number is not None and is_age(text, start, number.end, language))


def _with_bound(span: Span, scene: Scene) -> tuple[Span, TimeModifier | None]:
    bound = bound_before(scene.text, span.start, scene.language)
    if bound is None or bound[0] not in _MODIFIERS:
        return span, None
    return Span(bound[1], span.end), _MODIFIERS[bound[0]]


def _ago(scene: Scene, span: Span, value: _Amounts, mod: TimeModifier | None) -> FoundTime | None:
    behind = _AGO.match(scene.text, span.end)
    german = scene.language == "de" and word_before(scene.text, span.start).lower() == "vor"
    if not behind and not german:
        return None
    extent = Span(span.start, behind.end()) if behind else span
    amount, unit = value[0]
    if unit.startswith("T") and len(unit) > 1:
        return FoundTime(extent, TimeType.TIME, "T")
    grain = {"DE": "Y", "CE": "Y"}.get(unit, unit)
    day: date | None = None
    if scene.published and len(value) == 1 and isinstance(amount, int):
        day = shifted(scene.published, unit, -amount)
    found = relative_date(extent, grain, period_reading(day, grain) if day else None)
    return replace(found, mod=mod and _POINT_MODIFIERS[mod])


def _around_publication(found: FoundTime, scene: Scene, value: _Amounts) -> FoundTime:
    """Take in "den letzten", "the next" before a duration: it then ends, or begins, on the day of publication."""
    pattern = _shift_before(scene.language)
    match = left_of(pattern, scene.text, found.span.start)
    if match is None:
        return found
    by = calendar_names(scene.language).shifts[match["shift"].lower()]
    extended = replace(found, span=Span(found.span.start - len(match[0]), found.span.end))
    amount, unit = value[0]
    if scene.published is None or by not in {-1, 1} or len(value) > 1 or not isinstance(amount, int):
        return extended
    other = shifted(scene.published, unit, by * amount)
    if other is None:
        return extended
    begin, last = sorted((other, scene.published))
    return replace(extended, readings=(_days(found, begin, last),), anchor="published")


def _days(found: FoundTime, begin: date, last: date) -> TimeReading:
    return TimeReading(found.readings[0].value, begin, last)


@cache
def _shift_before(language: str) -> re.Pattern[str]:
    shifts = "|".join(sorted(calendar_names(language).shifts, key=len, reverse=True))
    determiner = grammar(language)["left_determiner"].pattern.removesuffix(r"\Z")
    return re.compile(rf"(?:{determiner})?(?<!\w)(?P<shift>(?i:{shifts})){BLANK}\Z")


def _iso(value: _Amounts) -> str:
    days = "".join(f"{amount}{unit}" for amount, unit in value if not _of_clock(unit))
    clock = "".join(f"{amount}{unit[1]}" for amount, unit in value if _of_clock(unit))
    return f"P{days}{'T' + clock if clock else ''}"


def _of_clock(unit: str) -> bool:
    return unit in {"TH", "TM", "TS"}
