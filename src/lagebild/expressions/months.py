"""What months mean: "Juni 2024", "im März", "September des letzten Jahres", "in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.expressions.calendar import calendar_words, month_reading
from lagebild.expressions.days import month_number, year_of
from lagebild.expressions.findings import FoundTime, Scene, chosen, fixed_date, relative_date, span_of
from lagebild.expressions.surroundings import word_before

if TYPE_CHECKING:
    import re
    from datetime import date

    from lagebild.model import Span, TimeReading

_MONTHS_A_YEAR = 12


def read_month(match: re.Match[str], scene: Scene) -> FoundTime | None:
    """Read a month; without a year only where a word before it makes a month of it."""
    span, month = span_of(match), month_number(match["month"], scene.language)
    year = year_of(match.groupdict(), scene)
    if year is not None:
        dated = fixed_date if match["year"] else relative_date
        return dated(span, "M", month_reading(year, month))
    if not _is_month(match, scene):
        return None
    if scene.published is None:
        return relative_date(span, "M")
    return relative_date(span, "M", *_month_beside(scene.published, month, scene, span))


def _is_month(match: re.Match[str], scene: Scene) -> bool:
    if scene.continues(match.start(), "M") or match["of_year"]:
        return True
    marker = word_before(scene.text, match.start()) or scene.text[max(0, match.start() - 4) : match.start()].rstrip("-")
    if marker.lower() in calendar_words("sure_month_markers", scene.language):
        return not scene.text.startswith(("'s", "’s"), match.end())
    return marker.lower() in calendar_words("month_markers", scene.language) and not _names_a_person(match, scene)


def _names_a_person(match: re.Match[str], scene: Scene) -> bool:
    following = scene.text[match.end() : match.end() + 2]
    return scene.language == "en" and (following[:1] in {"'", "’"} or following[1:].isupper())


def _month_beside(published: date, month: int, scene: Scene, span: Span) -> tuple[TimeReading, ...]:
    behind = (published.month - month) % _MONTHS_A_YEAR
    ahead = (month - published.month) % _MONTHS_A_YEAR
    before = month_reading(published.year - (month > published.month), month)
    after = month_reading(published.year + (month < published.month), month)
    nearer = before if behind <= ahead else after
    return chosen(before, after, scene.direction(span), nearer, ratio=1)
