"""How days are written in each language, as patterns over the names of the calendar.

The groups are the same in every language: ``day``, ``month``, ``year``, ``weekday``, ``part`` (of the day), ``shift``
("letzte", "next"), ``of_year`` (the shift of a year that follows: "September des letzten Jahres"), ``unit``, ``word``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.calendar import calendar_names, calendar_words
from lagebild.expressions.surroundings import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_END = r"(?!\w|-\w)"
_YEAR = r"(?P<year>[12]\d{3})(?!\w|[.,/]\d)"

# Of every language.
NUMBERS_ONLY = {
    "iso": r"(?P<year>[12]\d{3})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d(?:\.\d+)?)?"
    r"(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-])",
    "dotted": rf"(?P<day>\d{{1,2}})\.{BLANK}?(?P<month>\d{{1,2}})\.{BLANK}?(?P<year>[12]\d{{3}})(?!\w|\.\d)",
    "slashed": r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>[12]\d{3})(?![\w/])",
}

_GERMAN = {
    **NUMBERS_ONLY,
    "date": (
        r"(?:(?P<weekday>{weekdays}),?{b}(?:den{b}|dem{b}|der{b})?)?"
        r"(?P<day>\d{{1,2}})\.{b}?(?P<month>{months}|{short_months})(?:{b}{year}|{of_year})?{end}"
    ),
    "weekday_dotted": (
        r"{weekdays},?{b}(?:den{b}|dem{b}|der{b})?"
        r"(?P<day>\d{{1,2}})\.{b}?(?P<month>\d{{1,2}})\.{b}?(?P<year>[12]\d{{3}})(?!\w|\.\d)"
    ),
    "listed_day": (
        r"(?P<day>\d{{1,2}})\.(?=(?:{b}?(?:,|/|–|-|und|oder|sowie|bis){b}?(?:zum{b}|den{b}|dem{b})?\d{{1,2}}\.){{1,5}}"
        r"{b}?(?P<month>{months})(?:{b}{year}|{of_year})?{end})"
    ),
    "dotted_day": r"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?:(?P<short_year>\d\d))?(?![\w.])",
    "month": r"(?P<month>{months})(?:{b}(?:des{b}Jahres{b})?{year}|{of_year})?{end}",
    "weekday": (
        r"(?P<weekday>(?i:{weekdays}))(?:(?P<part>{dayparts})|{b}(?P<spaced_part>{dayparts}))?(?P<plural>s)?{end}"
    ),
    "weekend": r"(?<=\b(?:am|Am){b})Wochenende{end}",
    "shift": (
        r"(?P<shift>{shifts}){b}(?:(?P<weekday>{weekdays})(?P<part>{dayparts})?|(?P<month>{months})|(?P<unit>{units})"
        r"|(?P<daypart>{dayparts})){end}"
    ),
    "edge": r"(?P<edge>{edges}){b}(?:des|der){b}(?P<unit>{units})(?!{b}[12]\d{{3}}){end}",
    "day_word": r"(?P<word>{day_words})(?:{b}(?P<part>{dayparts}))?{end}",
    "period_word": r"(?P<word>{period_words}){end}",
    "every": r"(?P<every>{every}){b}(?:(?P<weekday>{weekdays})(?P<part>{dayparts})?|(?P<unit>{units})){end}",
    "year": _YEAR,
    "clock": r"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))?{b}Uhr{end}",
    "left_edge": r"(?P<edge>{edges}){b}(?:(?:des|der|dem){b})?(?:Jahres{b})?\Z",
    "left_determiner": r"(?<!\w)(?i:der|die|das|den|dem|des){b}\Z",
    "of_year": r"{b}(?:des{b})?(?P<of_year>{shifts}){b}Jahres",
}

_ENGLISH = {
    **NUMBERS_ONLY,
    "date": (
        r"(?:(?P<weekday>{weekdays}),?{b}(?:the{b})?)?"
        r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{b}(?:of{b})?(?P<month>{months}|{short_months})(?:,?{b}{year}|{of_year})?{end}"
    ),
    "month_day": (
        r"(?:(?P<weekday>{weekdays}),?{b})?(?P<month>{months}|{short_months}){b}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?![\w%]|[.,:]\d)(?:,?{b}{year}|{of_year})?"
    ),
    "range": r"(?P<month>{months}){b}(?P<day>\d{{1,2}})(?=[–-]\d{{1,2}}(?!\w)(?:,?{b}{year}|{of_year})?)",
    "range_end": r"(?P<day>\d{{1,2}})(?:,?{b}[12]\d{{3}})?(?!\w|[.,:]\d)",
    "listed_day": (
        r"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?=(?:{b}?(?:-|–|and|or|to){b}?\d{{1,2}}(?:st|nd|rd|th)?){{1,5}}"
        r"{b}(?:of{b})?(?P<month>{months})(?:,?{b}{year}|{of_year})?{end})"
    ),
    "month": r"(?P<month>{months})(?:,?{b}(?:of{b})?{year}|{of_year})?{end}",
    "weekday": r"(?P<weekday>{weekdays})(?:{b}(?P<spaced_part>{dayparts}))?(?P<plural>s)?{end}",
    "weekend": r"(?:(?<=at{b}the{b})|(?<=on{b}the{b})|(?<=over{b}the{b})|(?<=during{b}the{b}))weekend{end}",
    "shift": (
        r"(?P<shift>{shifts}){b}(?:(?P<weekday>{weekdays})(?:{b}(?P<part>{dayparts}))?|(?P<month>{months})"
        r"|(?P<unit>{units})|(?P<daypart>{dayparts})){end}"
    ),
    "edge": r"(?P<edge>{edges}){b}of{b}the{b}(?P<unit>{units}){end}",
    "day_word": r"(?P<word>{day_words})(?:{b}(?P<part>{dayparts}))?{end}",
    "every": r"(?P<every>{every}){b}(?:(?P<weekday>{weekdays})(?:{b}(?P<part>{dayparts}))?|(?P<unit>{units})){end}",
    "year": _YEAR,
    "clock": (
        r"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>[0-5]\d))?"
        r"(?:{b}?(?P<half>[ap])(?:\.m\.|m)(?!\w)|(?={b}(?:GMT|UTC|BST|CEST|CET|EDT|EST|local{b}time)\b))"
    ),
    "left_edge": r"(?:the{b})?(?P<edge>{edges})(?:{b}of{b}(?:the{b})?|{b}|-)(?:year{b})?\Z",
    "left_determiner": r"(?<!\w)(?i:the){b}\Z",
    "of_year": r"{b}(?:of{b})?(?P<of_year>(?:last|this|next)){b}year",
}

_TEMPLATES = {"de": _GERMAN, "en": _ENGLISH}


@cache
def grammar(language: str) -> Mapping[str, re.Pattern[str]]:
    """Return the patterns of a language by their names; those called ``left_…`` look back from an offset."""
    templates = _TEMPLATES[language]
    names = _alternatives(language)
    names["of_year"] = templates["of_year"].format_map(names)
    return {
        name: re.compile(template if name in NUMBERS_ONLY or name == "year" else template.format_map(names))
        for name, template in templates.items()
    }


def _alternatives(language: str) -> dict[str, str]:
    names = calendar_names(language)
    return {
        "b": BLANK,
        "end": _END,
        "year": _YEAR,
        "months": _capitalised(names.months),
        "short_months": rf"(?:{_capitalised(names.short_months)})(?:\.|(?!\w))",
        "weekdays": _capitalised(names.weekdays),
        "dayparts": _in_any_case(names.dayparts),
        "shifts": _in_any_case(names.shifts),
        "units": _in_any_case(names.units),
        "edges": _in_any_case(names.edges),
        "day_words": _in_any_case(names.day_words),
        "period_words": _in_any_case(names.period_words),
        "every": _in_any_case(calendar_words("every", language)),
    }


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _capitalised(words: Iterable[str]) -> str:
    forms = [form for word in _longest_first(words) for form in (word.capitalize(), word.upper())]
    return "(?:" + "|".join(map(re.escape, forms)) + ")"


def _in_any_case(words: Iterable[str]) -> str:
    return "(?i:" + "|".join(map(re.escape, _longest_first(words))) + ")"
