from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.expressions.times.finding import find_times
from lagebild.model import TimeModifier, TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.scene import FoundTime

TUESDAY = date(2024, 6, 18)
_TIMEX_VALUE = re.compile(
    r"(?:\d{4}|XXXX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX)(?:T(?:\d{2}:\d{2}|XX:XX|MO|MI|AF|EV|NI))?)?)?"
    r"|(?:\d{4}|XXXX)-(?:W(?:\d{2}|XX)(?:-WE|-(?:[1-7]|WD|WE)(?:T[A-Z]{2})?)?|SP|SU|FA|WI|Q[1-4X]|H[12X])(?:T\d{2}:\d{2}|T[A-Z]{2})?"
    r"|\d{2,3}|XXX?|\d{4}/\d{4}"
    r"|P(?:X|\d+(?:\.\d+)?)(?:[DWMY]|WE|DE|CE|ML)(?:\d+[DWM])?(?:T\d+[HMS])?|PT(?:X|\d+(?:\.\d+)?)[HMS](?:\d+[MS])?"
    r"|(?:PAST|PRESENT|FUTURE)_REF|BC\d{4}"
)


def find(text: str, language: str | None = "de", published: date | None = TUESDAY) -> list[FoundTime]:
    return find_times(text, language=language, published=published)


def values(text: str, language: str | None = "de", published: date | None = TUESDAY) -> list[tuple[str, str | None]]:
    return [
        (found.span.of(text), found.readings[0].value if found.readings else None)
        for found in find(text, language, published)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 18. Juni 2024", ("18. Juni 2024", "2024-06-18")),
        ("vom 3. Jänner 2023 an", ("3. Jänner 2023", "2023-01-03")),
        ("am 3. Okt. 2023", ("3. Okt. 2023", "2023-10-03")),
        ("Stand 18.06.2024", ("18.06.2024", "2024-06-18")),
        ("am 18.6.24 war", ("18.6.24", "2024-06-18")),
        ("Am Montag, dem 17. Juni 2024,", ("Montag, dem 17. Juni 2024", "2024-06-17")),
        ("am Montag, dem 17.06.2024", ("Montag, dem 17.06.2024", "2024-06-17")),
        ("im September 2023", ("September 2023", "2023-09")),
        ("im Jahr 2022", ("Jahr 2022", "2022")),
        ("seit 2019 Präsident", ("2019", "2019")),
        ("trat letztmals 2000 in Nordkorea auf", ("2000", "2000")),
        ("am 21. Mai dieses Jahres", ("21. Mai dieses Jahres", "2024-05-21")),
        ("im September des letzten Jahres", ("September des letzten Jahres", "2023-09")),
    ],
)
def test_german_dates_that_name_their_year_are_read(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on June 18, 2024", ("June 18, 2024", "2024-06-18")),
        ("on the 18th of June 2024", ("the 18th of June 2024", "2024-06-18")),
        ("on 18 June 2024", ("18 June 2024", "2024-06-18")),
        ("on Sept. 3, 2023", ("Sept. 3, 2023", "2023-09-03")),
        ("Monday, June 17, 2024", ("Monday, June 17, 2024", "2024-06-17")),
        ("on 6/18/2024", ("6/18/2024", "2024-06-18")),
        ("in June 2023", ("June 2023", "2023-06")),
        ("in 2022 when", ("2022", "2022")),
        ("in September of last year", ("September of last year", "2023-09")),
        ("since 2024-06-18", ("2024-06-18", "2024-06-18")),
        ("at 2024-06-18T14:05Z", ("2024-06-18T14:05Z", "2024-06-18T14:05")),
    ],
)
def test_english_dates_that_name_their_year_are_read(text: str, expected: tuple[str, str]) -> None:
    assert values(text, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aus dem Jahr 1961, 2000 und 2001.", ["1961", "2000", "2001"]),
        ("zwischen 2010 und 2012", ["2010", "2012"]),
        ("vom 3. bis 5. Juni 2024", ["2024-06-03", "2024-06-05"]),
        ("vom 3.–5. Juni 2024", ["2024-06-03", "2024-06-05"]),
        ("Zwischen August und Februar schickte Nordkorea Munition.", ["2023-08", "2024-02"]),
    ],
)
def test_every_member_of_a_german_list_is_a_date(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between 3 and 5 June 2024", ["2024-06-03", "2024-06-05"]),
        ("June 3-5, 2024", ["2024-06-03", "2024-06-05"]),
        ("between 1991 and 1997", ["1991", "1997"]),
    ],
)
def test_every_member_of_an_english_list_is_a_date(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("gestern", "de", ("gestern", "2024-06-17")),
        ("vorgestern", "de", ("vorgestern", "2024-06-16")),
        ("übermorgen", "de", ("übermorgen", "2024-06-20")),
        ("Morgen reist er ab.", "de", ("Morgen", "2024-06-19")),
        ("heute Abend", "de", ("heute Abend", "2024-06-18TEV")),
        ("letzte Woche", "de", ("letzte Woche", "2024-W24")),
        ("in der nächsten Woche", "de", ("der nächsten Woche", "2024-W26")),
        ("Letzter Monat besuchte er", "de", ("Letzter Monat", "2024-05")),
        ("im vergangenen Jahr", "de", ("vergangenen Jahr", "2023")),
        ("Letztes Wochenende", "de", ("Letztes Wochenende", "2024-W24-WE")),
        ("am Wochenende trafen", "de", ("Wochenende", "2024-W24-WE")),
        ("heuer", "de", ("heuer", "2024")),
        ("am vergangenen Dienstag", "de", ("vergangenen Dienstag", "2024-06-11")),
        ("am kommenden Montagabend", "de", ("kommenden Montagabend", "2024-06-24TEV")),
        ("im letzten Juni", "de", ("letzten Juni", "2023-06")),
        ("yesterday", "en", ("yesterday", "2024-06-17")),
        ("Today, he left.", "en", ("Today", "2024-06-18")),
        ("tomorrow morning", "en", ("tomorrow morning", "2024-06-19TMO")),
        ("last night", "en", ("last night", "2024-06-17TNI")),
        ("last week", "en", ("last week", "2024-W24")),
        ("next year", "en", ("next year", "2025")),
        ("last Friday", "en", ("last Friday", "2024-06-14")),
        ("next Tuesday", "en", ("next Tuesday", "2024-06-25")),
        ("over the weekend", "en", ("the weekend", "2024-W24-WE")),
    ],
)
def test_relative_expressions_count_from_the_publication(text: str, language: str, expected: tuple[str, str]) -> None:
    (found,) = find(text, language)

    assert (found.span.of(text), found.readings[0].value) == expected
    assert found.anchor == "published"


@pytest.mark.parametrize(
    ("text", "language", "mod", "expected"),
    [
        ("Anfang Juni", "de", TimeModifier.START, ("Anfang Juni", "2024-06")),
        ("seit Mitte 2023", "de", TimeModifier.MID, ("Mitte 2023", "2023")),
        ("Ende des Jahres 2022", "de", TimeModifier.END, ("Ende des Jahres 2022", "2022")),
        ("zu Anfang des Jahres", "de", TimeModifier.START, ("Anfang des Jahres", "2024")),
        ("Anfang dieses Jahres", "de", TimeModifier.START, ("Anfang dieses Jahres", "2024")),
        ("in early June", "en", TimeModifier.START, ("early June", "2024-06")),
        ("mid-June", "en", TimeModifier.MID, ("mid-June", "2024-06")),
        ("late 2023", "en", TimeModifier.END, ("late 2023", "2023")),
        ("by the end of the year", "en", TimeModifier.END, ("the end of the year", "2024")),
    ],
)
def test_beginning_middle_and_end_are_modifiers(
    text: str, language: str, mod: TimeModifier, expected: tuple[str, str]
) -> None:
    (found,) = find(text, language)

    assert (found.span.of(text), found.readings[0].value) == expected
    assert found.mod is mod


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("zwei Tage", "de", "P2D"),
        ("drei Jahrzehnte", "de", "P3DE"),
        ("eines zweitägigen Besuchs", "de", "P2D"),
        ("drei Jahre und vier Monate", "de", "P3Y4M"),
        ("anderthalb Stunden", "de", "PT1.5H"),
        ("eine 3tägige Reise", "de", "P3D"),
        ("ein 40jähriges Jubiläum", "de", "P40Y"),
        ("seit einem Jahr", "de", "P1Y"),
        ("in den letzten Monaten", "de", "PXM"),
        ("two weeks", "en", "P2W"),
        ("a two-day visit", "en", "P2D"),
        ("for a year", "en", "P1Y"),
        ("48 hours", "en", "PT48H"),
    ],
)
def test_durations_have_a_length_and_no_day(text: str, language: str, expected: str) -> None:
    (found,) = find(text, language)

    assert found.type is TimeType.DURATION
    assert [(reading.value, reading.begin) for reading in found.readings] == [(expected, None)]


def test_a_bound_before_a_duration_is_its_modifier() -> None:
    text = "seit mehr als zwei Jahrzehnten"
    (found,) = find(text)

    assert (found.span.of(text), found.mod) == ("mehr als zwei Jahrzehnten", TimeModifier.MORE_THAN)


def test_a_stretch_up_to_the_publication_has_its_days() -> None:
    text = "in den vergangenen zwei Wochen"
    (found,) = find(text)

    (reading,) = found.readings
    assert found.span.of(text) == "den vergangenen zwei Wochen"
    assert (reading.value, reading.begin, reading.last) == ("P2W", date(2024, 6, 4), TUESDAY)


@pytest.mark.parametrize(
    ("text", "language", "extent", "value"),
    [
        ("three days ago", "en", "three days ago", "2024-06-15"),
        ("a month ago", "en", "a month ago", "2024-05"),
    ],
)
def test_so_long_ago_is_a_date(text: str, language: str, extent: str, value: str) -> None:
    (found,) = find(text, language)

    assert found.type is TimeType.DATE
    assert (found.span.of(text), found.readings[0].value) == (extent, value)


@pytest.mark.parametrize(
    ("text", "extent", "value", "begin"),
    [
        ("vor drei Tagen", "drei Tagen", "P3D", date(2024, 6, 15)),
        ("vor zwei Jahrzehnten", "zwei Jahrzehnten", "P2DE", date(2004, 1, 1)),
    ],
)
def test_so_long_ago_is_a_length_in_german_that_knows_its_days(text: str, extent: str, value: str, begin: date) -> None:
    (found,) = find(text)

    (reading,) = found.readings
    assert found.type is TimeType.DURATION
    assert (found.span.of(text), reading.value, reading.begin) == (extent, value, begin)


def test_more_than_so_long_ago_is_before_that_day() -> None:
    (found,) = find("more than two years ago", "en")

    assert (found.readings[0].value, found.mod) == ("2022", TimeModifier.BEFORE)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("alle zwei Jahre", "de", "P2Y"),
        ("twice a day", "en", "P1D"),
        ("jeden Montag", "de", "XXXX-WXX-1"),
        ("montags", "de", "XXXX-WXX-1"),
        ("jedes Jahr", "de", "P1Y"),
        ("on Mondays", "en", "XXXX-WXX-1"),
        ("every Tuesday", "en", "XXXX-WXX-2"),
        ("every day", "en", "P1D"),
    ],
)
def test_what_comes_again_is_a_set(text: str, language: str, value: str) -> None:
    (found,) = find(text, language)

    assert (found.type, found.readings[0].value) == (TimeType.SET, value)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Am Montag hatte er das gesagt.", "de", ["2024-06-17"]),
        ("Er wird am Montag erwartet.", "de", ["2024-06-24"]),
        ("Die Reise, die am Montag beginnen soll, ist kurz.", "de", ["2024-06-24"]),
        ("Montag in Pjöngjang", "de", ["2024-06-17", "2024-06-24"]),
        ("Am Dienstag schossen Soldaten.", "de", ["2024-06-18", "2024-06-11"]),
        ("Putin said on Monday that he will visit on Thursday.", "en", ["2024-06-17"]),
        ("He plans a visit on Monday.", "en", ["2024-06-24"]),
        ("Monday in Pyongyang", "en", ["2024-06-17", "2024-06-24"]),
    ],
)
def test_the_tense_of_the_clause_tells_which_weekday_is_meant(text: str, language: str, expected: list[str]) -> None:
    assert [reading.value for reading in find(text, language)[0].readings] == expected


def test_the_nearest_cue_decides() -> None:
    text = "Putin said on Monday that he will visit on Thursday."

    assert values(text, "en") == [("Monday", "2024-06-17"), ("Thursday", "2024-06-20")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 12. Juni", ["2024-06-12"]),
        ("Am 5. Juni wurde das Bild aufgenommen.", ["2024-06-05"]),
        ("Am 3. Dezember wird gewählt.", ["2024-12-03"]),
        ("am 3. Dezember", ["2024-12-03", "2023-12-03"]),
        ("Donnerstag, 20. Juni", ["2024-06-20"]),
        ("Freitag, 21. Juni", ["2024-06-21"]),
        ("Mittwoch, 21. Juni", ["2023-06-21"]),
        ("Samstag, 20. Juni 2024", ["2024-06-20", "2024-06-22"]),
    ],
)
def test_a_day_without_its_year_is_one_beside_the_publication(text: str, expected: list[str]) -> None:
    assert [reading.value for reading in find(text)[0].readings] == expected


def test_a_weekday_in_brackets_is_the_day_it_explains() -> None:
    assert values("Für morgen (Mittwoch) ist er geladen.") == [("morgen", "2024-06-19"), ("Mittwoch", "2024-06-19")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("gestern", "de"),
        ("am Montag", "de"),
        ("am 12. Juni", "de"),
        ("im Juni", "de"),
        ("letzte Woche", "de"),
        ("three days ago", "en"),
        ("am Wochenende", "de"),
        ("Ende des Jahres", "de"),
        ("this year", "en"),
        ("last May", "en"),
        ("next Monday", "en"),
    ],
)
def test_without_a_publication_date_relative_expressions_stay_unresolved(text: str, language: str) -> None:
    (found,) = find(text, language, published=None)

    (reading,) = found.readings
    assert "X" in reading.value
    assert (reading.begin, reading.last, found.anchor) == (None, None, None)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("text", ["gestern", "im Juni", "am Montag", "12. Mai", "letzten August", "am Wochenende"])
def test_at_the_edges_of_the_calendar_relative_expressions_stay_unresolved(text: str, published: date) -> None:
    (reading,) = find(text, published=published)[0].readings

    assert (reading.begin, "X" in reading.value) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "Peter Sonntag sagte das.",
        "Wolfgang Freitag",
        "Ubuntu 10.04 und Kapitel 3.1",
        "Es steht 3:2.",
        "Version 1.2.2024.3",
        "2000 Menschen kamen",
        "nach 2000 bis 3000 Metern",
        "vor 2000 Zuschauern",
        "Guten Morgen!",
        "Bild am Sonntag berichtet",
        "ein Auftritt bei Russia Today",
        "35 Jahre alt",
        "ein drei Jahre altes Auto",
        "ein Mann von knapp über 20 Jahren",
        "eine Frau namens Eva Berger von 30 Jahren",
        "wer 26 Jahre noch nicht vollendet hat",
        "im Alter von 40 Jahren",
        "von August Bebel",
        "31.02.2024",
        "am 31. Februar",
        "eines Tages",
    ],
)
def test_what_only_looks_like_a_german_date_is_none(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "May said he may march",
        "with May and April",
        "Theresa May's plan",
        "Joe Friday",
        "The Sunday Times",
        "Mail on Sunday",
        "USA Today reported",
        "version 10.04",
        "2000 people came",
        "in 2000 cases",
        "one day he left",
        "a 35-year-old",
        "35 years old",
        "aged 35 years",
    ],
)
def test_what_only_looks_like_an_english_date_is_none(text: str) -> None:
    assert values(text, "en") == []


@pytest.mark.parametrize("language", ["fr", "ru", None])
def test_other_languages_give_only_dates_in_figures(language: str | None) -> None:
    text = "2024-06-18, 18.06.2024, hier Montag 3 mai gestern today 6/18/2024"

    assert values(text, language) == [
        ("2024-06-18", "2024-06-18"),
        ("18.06.2024", "2024-06-18"),
        ("6/18/2024", "2024-06-18"),
    ]


_PIECES = [
    "am ", "im ", "Montag", "Sunday", "morgen", "Juni", "May", "3.", "12. ", "2024", "18.06.2024", "14.30 Uhr", "zwei ",
    "Tage", "ago", " ", ". ", ", ", "letzte ", "last ", "Woche", "week", "vor ", "und ", "–", "\n", "Ende ", "des ",
    "Jahres", "„", "🙂",
    "mehr als ", "jeden ", "6/18/2024", "(", "a year", "70.000 ", "Jahren", "heute ", "Abend", "שלום", "2:30 p.m.",
]  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=25).map("".join))
languages = st.sampled_from(["de", "en", "fr", None])
days = st.one_of(st.none(), st.dates())


@given(texts, languages, days)
def test_every_expression_lies_in_the_text_apart_from_the_others(
    text: str, language: str | None, published: date | None
) -> None:
    found = find(text, language, published)

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(first.span.end <= second.span.start for first, second in pairwise(found))


@given(texts, languages, days)
def test_every_value_is_one_of_timex_and_no_stretch_runs_backwards(
    text: str, language: str | None, published: date | None
) -> None:
    for reading in (reading for one in find(text, language, published) for reading in one.readings):
        assert _TIMEX_VALUE.fullmatch(reading.value)
        assert (reading.begin is None) == (reading.last is None)
        assert reading.begin is None or reading.last is None or reading.begin <= reading.last


@given(texts, languages)
def test_without_a_publication_date_only_the_words_themselves_fix_a_day(text: str, language: str | None) -> None:
    for found in find(text, language, published=None):
        assert found.anchor == "text" or all(reading.begin is None for reading in found.readings)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_a_full_date_means_itself_whenever_it_is_published(day: date) -> None:
    months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November"]
    text = f"am {day.day}. {[*months, 'Dezember'][day.month - 1]} {day.year}"

    assert [value for _, value in values(text)] == [day.isoformat()]


@pytest.mark.parametrize("piece", ["am Montag ", "3. und ", "2000, ", "zwei ", "vor ", "a", "1", "„", "14.30 Uhr "])
@pytest.mark.parametrize("language", ["de", "en", None])
def test_a_hundred_thousand_characters_without_a_stop_are_survived(piece: str, language: str | None) -> None:
    text = piece * (100_000 // len(piece))

    assert all(found.span.end <= len(text) for found in find(text, language))


@pytest.mark.parametrize(
    ("text", "language", "published", "expected"),
    [
        ("Am Vortag war er in Wladiwostok gewesen, nach der Landung am 5. Juni.", "de", TUESDAY, "2024-06-17"),
        ("Am 5. Juni landete er. Am Vortag war er in Wladiwostok.", "de", TUESDAY, "2024-06-04"),
        ("Am 5. Juni landete er. Drei Tage später reiste er ab.", "de", TUESDAY, "2024-06-08"),
        ("He landed on June 5. Two days later he left.", "en", TUESDAY, "2024-06-07"),
        ("Am 5. Juni landete er, tags darauf sprach er.", "de", TUESDAY, "2024-06-06"),
    ],
)
def test_what_counts_from_a_time_told_before_is_counted_from_it(
    text: str, language: str, published: date, expected: str
) -> None:
    assert expected in [value for _, value in values(text, language, published)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("an Karfreitag 2024", "de", "2024-03-29"),
        ("Pfingstmontag 2024", "de", "2024-05-20"),
        ("Tag der Deutschen Einheit 2023", "de", "2023-10-03"),
        ("Thanksgiving 2023", "en", "2023-11-23"),
        ("Good Friday 2025", "en", "2025-04-18"),
        ("Black Friday 2023", "en", "2023-11-24"),
    ],
)
def test_feasts_are_computed(text: str, language: str, expected: str) -> None:
    assert [value for _, value in values(text, language)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in den neunziger Jahren", ("den neunziger Jahren", "199")),
        ("im 20. Jahrhundert", ("20. Jahrhundert", "19")),
        ("im Sommer 2023", ("Sommer 2023", "2023-SU")),
        ("im dritten Quartal 2023", ("dritten Quartal 2023", "2023-Q3")),
        ("eine 35-Stunden-Woche", ("35-Stunden-Woche", "PT35H")),
        ("ein halbes Jahr", ("ein halbes Jahr", "P6M")),
        ("jahrelang", ("jahrelang", "PXY")),
        ("letztwochen", ("letztwochen", "2024-W24")),
        ("damals", ("damals", "PAST_REF")),
    ],
)
def test_other_stretches_of_the_calendar_are_read(text: str, expected: tuple[str, str]) -> None:
    assert values(text) == [expected]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31)), st.integers(min_value=1, max_value=500))
def test_a_shifted_publication_shifts_relative_days_by_as_much(published: date, by: int) -> None:
    moved = published + timedelta(days=by)
    for text in ("gestern", "vor drei Tagen", "übermorgen"):
        (first,), (second,) = (find(text, published=day)[0].readings for day in (published, moved))
        assert first.begin is not None
        assert second.begin is not None
        assert second.begin - first.begin == timedelta(days=by)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In drei Wochen wählt das Land.", ("P3W", date(2024, 7, 8))),
        ("Das Land wird in drei Wochen wählen.", ("P3W", date(2024, 7, 8))),
        ("In einem halben Jahr soll die Schule fertig sein.", ("P6M", date(2024, 1, 1))),
        ("In wenigen Tagen beginnt die Messe.", ("PXD", None)),
        ("Das dritte Kabel in einem Monat ist kaputt.", ("P1M", None)),
        ("Er las das Buch in drei Wochen.", ("P3W", None)),
    ],
)
def test_in_a_while_is_a_length_that_knows_its_days_where_the_sentence_looks_ahead(
    text: str, expected: tuple[str, date | None]
) -> None:
    (found,) = find(text)

    (reading,) = found.readings
    assert found.type is TimeType.DURATION
    assert (reading.value, reading.begin) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "am 5. und 6. sowie am 12. Oktober",
            [("5.", "2024-10-05"), ("6.", "2024-10-06"), ("12. Oktober", "2024-10-12")],
        ),
        ("am Dienstag, den 9., und am 10. Juli", [("Dienstag, den 9.", "2024-07-09"), ("10. Juli", "2024-07-10")]),
        ("am 3.9., 5.9. und 7.9.", [("3.9.", "2024-09-03"), ("5.9.", "2024-09-05"), ("7.9.", "2024-09-07")]),
        ("am nächsten Morgen", [("nächsten Morgen", "2024-06-19TMO")]),
        ("20 Mark in der Stunde", [("der Stunde", "PT1H")]),
        ("nächstes Jahr im Mai", [("nächstes Jahr", "2025"), ("Mai", "2025-05")]),
        ("voriges Jahr am 3. Oktober", [("voriges Jahr", "2023"), ("3. Oktober", "2023-10-03")]),
        ("vorige Woche Freitag", [("vorige Woche Freitag", "2024-06-14")]),
        ("von nun an", [("nun", "PRESENT_REF")]),
    ],
)
def test_what_stands_beside_is_read_with_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


def test_this_winter_is_the_one_that_is_running() -> None:
    (found,) = find("diesen Winter", published=date(2024, 1, 20))

    assert found.readings[0].value == "2023-WI"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jeden Montag und Donnerstag", ["XXXX-WXX-1", "XXXX-WXX-4"]),
        ("jeweils Dienstag bis Freitag", ["XXXX-WXX-2", "XXXX-WXX-5"]),
        ("immer am Sonntag", ["XXXX-WXX-7"]),
        ("jeweils am ersten Montag des Monats", ["P1M"]),
        ("am dritten Mittwoch im Monat", ["P1M"]),
    ],
)
def test_weekdays_that_come_again_are_sets(text: str, expected: list[str]) -> None:
    assert [value for _, value in values(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seit über zwei Jahren steht das Haus leer.", ("zwei Jahren", TimeModifier.MORE_THAN)),
        ("Vor über drei Jahren wurde die Brücke gesperrt.", ("drei Jahren", TimeModifier.MORE_THAN)),
        ("Über zwei Jahre hinweg wurde gemessen.", ("zwei Jahre", None)),
        ("Seit mehr als zwei Jahren steht das Haus leer.", ("mehr als zwei Jahren", TimeModifier.MORE_THAN)),
    ],
)
def test_ueber_bounds_an_amount_from_outside(text: str, expected: tuple[str, TimeModifier | None]) -> None:
    (found,) = find(text)

    assert (found.span.of(text), found.mod) == expected
