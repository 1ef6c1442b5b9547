from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Article, KnownFrom, Published, TimeExpression, TimeReading, TimeType
from lagebild.stages.times import STAGE, find_times


def times_of(
    text: str, *, language: str = "de", published: date | None = date(2024, 6, 18)
) -> tuple[TimeExpression, ...]:
    return find_times(make_article(text, language=language, published=published)).times


def test_the_stage_says_what_it_needs_and_what_it_adds() -> None:
    assert STAGE.name == "times"
    assert STAGE.requires == frozenset({"text", "published", "language"})
    assert STAGE.provides == frozenset({"times"})
    assert STAGE.run is find_times


def test_a_weekday_keeps_its_other_reading() -> None:
    (monday,) = times_of("Montag in Pjöngjang")

    assert (monday.value, monday.begin, monday.last) == ("2024-06-17", date(2024, 6, 17), date(2024, 6, 17))
    assert monday.alternatives == (TimeReading("2024-06-24", date(2024, 6, 24), date(2024, 6, 24)),)
    assert monday.anchor == "published"


def test_times_are_numbered_in_the_order_of_the_text() -> None:
    times = times_of("Am 5. Juni 2024 und im Jahr 2022, gestern.")

    assert [(time.id, time.value, time.anchor) for time in times] == [
        ("t1", "2024-06-05", "text"),
        ("t2", "2022", "text"),
        ("t3", "2024-06-17", "published"),
    ]


def test_a_clock_time_is_on_the_day_of_its_sentence() -> None:
    monday, clock = times_of("Am Montag landete er um 14.30 Uhr.")

    assert (clock.type, clock.value, clock.begin, clock.anchor) == (
        TimeType.TIME,
        "2024-06-17T14:30",
        date(2024, 6, 17),
        monday.id,
    )


def test_a_clock_time_may_stand_before_its_day() -> None:
    clock, _ = times_of("He landed at 2:30 p.m. on Monday, officials said.", language="en")

    assert (clock.value, clock.anchor) == ("2024-06-17T14:30", "t2")


def test_a_clock_time_prefers_its_own_sentence_to_the_one_before() -> None:
    _, clock, _ = times_of("Gestern war es ruhig. Um 9 Uhr war heute Alarm.")

    assert clock.value == "2024-06-18T09:00"


def test_a_clock_time_goes_on_with_the_day_of_its_paragraph() -> None:
    _, clock = times_of("Am Montag kam er an. Um 14.30 Uhr reiste er ab.")

    assert clock.value == "2024-06-17T14:30"


def test_a_clock_time_without_a_day_is_on_the_day_of_publication() -> None:
    _, clock = times_of("Gestern war es ruhig.\nUm 14.30 Uhr reiste er ab.")

    assert (clock.value, clock.anchor) == ("2024-06-18T14:30", "published")


def test_a_clock_time_on_an_unknown_day_keeps_its_hour() -> None:
    _, clock = times_of("Am Montag um 14.30 Uhr", published=None)

    assert (clock.value, clock.begin, clock.anchor) == ("XXXX-WXX-1T14:30", None, "t1")


def test_without_a_publication_date_a_relative_time_has_no_value() -> None:
    (time,) = times_of("Gestern sprach er.", published=None)

    assert (time.value, time.begin, time.last, time.alternatives, time.anchor) == ("XXXX-XX-XX", None, None, (), None)


def test_a_publication_with_a_time_of_day_counts_as_its_day() -> None:
    article = replace(
        make_article("gestern"), published=Published("2024-06-18T00:30:00+02:00", "second", KnownFrom.METADATA)
    )

    assert find_times(article).times[0].value == "2024-06-17"


def test_nothing_else_of_the_article_changes() -> None:
    article = make_article("Am Montag.")

    assert replace(find_times(article), times=()) == article


@pytest.mark.parametrize("text", ["", "Kein Tag weit und breit.", "🙂", "שלום"])
def test_a_text_without_times_has_an_empty_layer(text: str) -> None:
    assert times_of(text) == ()


_PIECES = [
    "Am Montag ",
    "14.30 Uhr",
    "2:30 p.m.",
    ". ",
    "\n",
    "gestern ",
    "zwei Stunden ",
    "im Juni ",
    "und ",
    "9 Uhr",
    " ",
]


def _articles() -> st.SearchStrategy[Article]:
    texts = st.lists(st.sampled_from(_PIECES), max_size=20).map("".join)
    return st.builds(
        make_article,
        texts,
        language=st.sampled_from(["de", "en", "fr"]),
        published=st.one_of(st.none(), st.dates()),
    )


@given(_articles())
def test_every_anchor_is_the_publication_the_text_or_a_time_of_the_article(article: Article) -> None:
    times = find_times(article).times

    assert {time.anchor for time in times} <= {"published", "text", None, *(time.id for time in times)}
    assert all(time.id != time.anchor for time in times)


@given(_articles())
def test_the_same_article_gives_the_same_times(article: Article) -> None:
    assert find_times(article) == find_times(article)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Er kam am donnerstagmorgen eines lokalen Wednesdays.", ["2024-06-12", "2024-06-13TMO"]),
        ("Letztes Wochenende feierte er den Tag am 12. Juni.", ["2024-06-12", "2024-W24-WE"]),
    ],
)
def test_times_that_contradict_each_other_are_readings_of_each_other(text: str, others: list[str]) -> None:
    times = times_of(text)

    assert [reading.value for time in times for reading in time.alternatives] == others


@pytest.mark.parametrize(
    "text",
    [
        "Von Montag bis Mittwoch war er dort.",
        "Am Montag und Mittwoch kam er.",
        "Letztes Wochenende war er hier. Am 12. Juni nicht.",
        "Letztes Wochenende, am 15. Juni, war er hier.",
    ],
)
def test_times_that_agree_have_no_reading_of_each_other(text: str) -> None:
    assert all(not time.alternatives for time in times_of(text))


def test_a_clock_time_of_what_recurs_is_on_no_day() -> None:
    _, clock = times_of("Geöffnet ist täglich bis 18 Uhr.")

    assert (clock.value, clock.begin) == ("XXXX-XX-XXT18:00", None)


def test_a_clock_time_of_a_weekday_that_recurs_keeps_the_weekday() -> None:
    _, clock = times_of("Geprobt wird dienstags um 19 Uhr.")

    assert (clock.value, clock.begin) == ("XXXX-WXX-2T19:00", None)
