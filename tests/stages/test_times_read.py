"""What the shipped analyzer lets the stage decide: which way a day lies, and whether "heute" is a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.language.analyzers import analyzer_named
from lagebild.stages.language import language_stage
from lagebild.stages.times import find_times

if TYPE_CHECKING:
    from lagebild.model import Stage

WEDNESDAY = date(2014, 9, 17)


@pytest.fixture(scope="module")
def language() -> Stage:
    return language_stage(analyzer_named(None))


def values(language: Stage, text: str, code: str = "de") -> list[str | None]:
    article = make_article(text, language=code, published=WEDNESDAY)
    return [time.value for time in find_times(language.run(article)).times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Am Sonntag sind Wahlen.", "2014-09-21"),
        ("Die am Sonntag verabschiedete Erklärung liegt vor.", "2014-09-14"),
        ("Nach der Wahl vom Sonntag liegen die Grünen vorn.", "2014-09-14"),
        ("Sie kündigten an, am Freitag zu streiken.", "2014-09-19"),
    ],
)
def test_the_tree_tells_which_way_a_weekday_lies(language: Stage, text: str, expected: str) -> None:
    assert values(language, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heute machen die Firmen alles anders.", ["PRESENT_REF"]),
        ("Die Welt von morgen braucht Ideen.", ["FUTURE_REF"]),
        ("Heute beginnt der Prozess.", ["2014-09-17"]),
        ("Gestern kam er. Heute machen die Firmen alles anders.", ["2014-09-16", "2014-09-17"]),
        ("Bis heute fehlt eine Antwort.", ["2014-09-17"]),
    ],
)
def test_heute_is_nowadays_where_a_text_tells_of_no_day(language: Stage, text: str, expected: list[str]) -> None:
    assert values(language, text) == expected


def test_an_english_weekday_may_follow_a_name(language: Stage) -> None:
    assert values(language, "The delegation arrived in Hanoi Tuesday.", "en") == ["2014-09-16"]
