"""What a reader should check before trusting the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Caution, CautionKind, Span, TimeExpression, TimeReading, TimeType
from lagebild.stages.quality import STAGE, find_cautions
from lagebild.stages.times import find_times


def cautions_of(text: str, *, language: str | None = "de", published: date | None = date(2024, 6, 18)) -> list[Caution]:
    article = make_article(text, language="de", published=published)
    return list(find_cautions(replace(article, language=language)).warnings)


def garbled_words(text: str, language: str) -> list[str]:
    cautions = cautions_of(text, language=language)
    return [span.of(text) for caution in cautions for span in caution.spans if caution.kind is CautionKind.GARBLED_TEXT]


def test_a_clean_article_has_no_warnings() -> None:
    assert (
        cautions_of("Putin reiste am Montag nach Nordkorea, in das Land, in dem der der Zeitung bekannte Mann lebt.")
        == []
    )


def test_an_unknown_publication_date_is_one_warning_for_the_page() -> None:
    (caution,) = cautions_of("Putin reist.", published=None)

    assert (caution.kind, caution.spans) == (CautionKind.NO_PUBLICATION_DATE, ())


def test_times_with_alternatives_are_one_warning_with_their_spans() -> None:
    reading = TimeReading("2024-06-24", date(2024, 6, 24), date(2024, 6, 24))
    clear = TimeExpression("t1", Span(0, 5), TimeType.DATE, "2024-06-18")
    first = TimeExpression("t2", Span(6, 12), TimeType.DATE, "2024-06-17", alternatives=(reading,))
    second = replace(first, id="t3", span=Span(13, 19))
    article = replace(make_article("Heute Montag Montag"), times=(clear, first, second))

    (caution,) = find_cautions(article).warnings

    assert (caution.kind, caution.spans) == (CautionKind.AMBIGUOUS_TIME, (Span(6, 12), Span(13, 19)))


def test_times_that_contradict_each_other_are_a_warning_of_their_own() -> None:
    text = "Letztes Wochenende feierte er den Tag am 12. Juni."
    article = find_cautions(find_times(make_article(text)))

    (caution,) = article.warnings

    assert caution.kind is CautionKind.CONTRADICTION
    assert [span.of(text) for span in caution.spans] == ["Letztes Wochenende", "12. Juni"]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("am donnerstagmorgen eines lokalen Wednesdays kam er", "de", ["Wednesdays"]),
        ("das antwortete er letztwochen, und lokalzeit früh", "de", ["letztwochen", "lokalzeit"]),
        ("er kam und und ging", "de", ["und und"]),
        ("er kam und und und ging", "de", ["und und"]),
        ("der Mann, der der Frau half; was das das Land kostet", "de", []),
        ("am Black Friday, mit Fridays for Future und der Sunday Times", "de", []),
        ("Monday Blues heißt das Lied", "de", []),
        ("he arrived on Montag at 20 Uhr", "en", ["Montag", "Uhr"]),
        ("he saw the the house that that man had had", "en", ["the the"]),
        ("in May and March, on Monday, with Freddie Freitag", "en", []),
    ],
)
def test_traces_of_machine_translation_are_garbled_text(text: str, language: str, words: list[str]) -> None:
    assert garbled_words(text, language) == words


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fr", "The language 'fr' is not supported; only German and English pages are read in full."),
        (None, "The language is unknown; only German and English pages are read in full."),
    ],
)
def test_an_unsupported_language_is_said(language: str | None, message: str) -> None:
    assert cautions_of("Le le Monday und und.", language=language) == [
        Caution(CautionKind.LANGUAGE_UNSUPPORTED, message)
    ]


def test_warnings_of_the_intake_stay_and_are_not_said_again() -> None:
    truncated = Caution(CautionKind.TRUNCATED, "The page is cut.")
    undated = Caution(CautionKind.NO_PUBLICATION_DATE, "No date.")
    article = replace(make_article("Er kam und und ging.", published=None), warnings=(truncated, undated))

    warnings = find_cautions(article).warnings

    assert warnings[:2] == (truncated, undated)
    assert [caution.kind for caution in warnings[2:]] == [CautionKind.GARBLED_TEXT]


def test_the_stage_says_what_it_needs_and_gives() -> None:
    assert STAGE.name == "quality"
    assert STAGE.requires == {"text", "blocks", "language", "published", "times"}
    assert STAGE.provides == {"warnings"}


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(["und ", "the ", "Monday ", "Uhr ", "am ", "\n", "Black ", "lokalzeit", "🙂", "."])).map(
        "".join
    ),
    st.sampled_from(["de", "en"]),
)
def test_garbled_spans_lie_in_blocks_in_text_order(text: str, language: str) -> None:
    article = find_cautions(make_article(text, language=language))

    spans = [span for caution in article.warnings for span in caution.spans]
    assert spans == sorted(spans)
    assert all(any(block.span and block.span.covers(span) for block in article.blocks) for span in spans)
