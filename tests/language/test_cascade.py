"""Whether a filter before the network drops what it says, and what it drops is recognised."""

from __future__ import annotations

import pickle
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.cascade import Filter, unread
from lagebild.language.embedded import EmbeddedAnalyzer
from lagebild.language.splitting import split
from lagebild.language.worth_reading import worth_reading
from lagebild.lexicon import loading
from lagebild.model import Analysis, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.language.splitting import Token

TEXT = "Der Minister kam im Mai. Danach regnete es. Die Frau nannte ihn einen Lügner."


def _every_other(sentences: Sequence[Sequence[Token]], _text: str, _language: str | None) -> list[bool]:
    return list(islice(cycle([True, False]), len(sentences)))


def _nothing(sentences: Sequence[Sequence[Token]], _text: str, _language: str | None) -> list[bool]:
    return [False] * len(sentences)


def _read(text: str, only: Filter | None, language: str | None = "de") -> Analysis:
    (analysis,) = EmbeddedAnalyzer("fast", only=only).analyze([text], languages=[language])
    return analysis


def _kept(text: str, language: str | None = "de") -> list[str]:
    sentences = split(text, language=language)
    kept = worth_reading().select(sentences, text, language)
    return [
        text[sentence[0].span.start : sentence[-1].span.end]
        for sentence, is_kept in zip(sentences, kept, strict=True)
        if is_kept
    ]


def test_a_sentence_that_was_not_read_has_its_forms_alone() -> None:
    (tokens,) = split("Im Mai.", language="de")

    assert unread(tokens) == Sentence(
        Span(0, 7),
        (
            Word(Span(0, 2), "In", "In", "X", "", None, ""),
            Word(Span(0, 2), "dem", "dem", "X", "", None, ""),
            Word(Span(3, 6), "Mai", "Mai", "X", "", None, ""),
            Word(Span(6, 7), ".", ".", "X", "", None, ""),
        ),
        names=(),
        analyzed=False,
    )


def test_the_analyzer_reads_what_the_filter_keeps_as_without_it() -> None:
    whole = _read(TEXT, None).sentences
    filtered = _read(TEXT, Filter("every-other", _every_other)).sentences

    assert [sentence.analyzed for sentence in whole] == [True, True, True]
    assert [sentence.analyzed for sentence in filtered] == [True, False, True]
    assert (filtered[0], filtered[2]) == (whole[0], whole[2])
    assert filtered[1].span == whole[1].span


def test_the_version_names_model_and_filter() -> None:
    plain, filtered = EmbeddedAnalyzer("fast"), EmbeddedAnalyzer("fast", only=Filter("every-other", _every_other))

    assert filtered.version == f"{plain.version}+every-other"
    assert _read(TEXT, Filter("every-other", _every_other)).produced_by == filtered.version


def test_a_text_of_which_nothing_is_kept_still_has_its_sentences() -> None:
    sentences = _read(TEXT, Filter("nothing", _nothing)).sentences

    assert [sentence.span.of(TEXT) for sentence in sentences if not sentence.analyzed] == [
        "Der Minister kam im Mai.",
        "Danach regnete es.",
        "Die Frau nannte ihn einen Lügner.",
    ]


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=200), st.sampled_from(["de", "en", None]))
def test_every_character_stands_in_a_token_of_a_filtered_text(text: str, language: str | None) -> None:
    sentences = _read(text, Filter("every-other", _every_other), language).sentences
    tokens = [token[0].span.of(text) for sentence in sentences for token in sentence.tokens()]

    assert "".join("".join(token.split()) for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "„Wir gehen.“",
        "Es waren 40 Soldaten.",
        "Es waren zwölf Soldaten.",
        "Dann reiste er nach Nordkorea.",
        "Dann rief die Ministerin an.",
        "Das sagte der Sprecher.",
        "Er teilte das den Soldaten mit.",
        "Ihm wurde das vorgeworfen.",
        "Die Soldaten sollen gehen.",
        "Er sei krank.",
        "Laut der Polizei war es kalt.",
        "NATO und Soldaten kamen.",
        "Dann kam er über eBay dazu.",
    ],
    ids=lambda sentence: sentence,
)
def test_a_german_sentence_with_a_sign_is_worth_reading(sentence: str) -> None:
    assert _kept(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    ["Danach regnete es.", "Die Soldaten zogen sich zurück.", "Er teilte das Geld.", "Ich kenne Sie."],
    ids=lambda sentence: sentence,
)
def test_a_german_sentence_without_a_sign_is_not(sentence: str) -> None:
    assert _kept(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "is_kept"),
    [
        ("They denied it.", True),
        ("Then the foreign minister left.", True),
        ("Troops might leave.", True),
        ("They went to Moscow.", True),
        ("Dozens of people left, a dozen stayed.", True),
        ("It did not rain to the west.", False),
        ("That's what I like.", False),
    ],
)
def test_an_english_sentence_is_worth_reading_by_its_signs(sentence: str, is_kept: bool) -> None:  # noqa: FBT001
    assert bool(_kept(sentence, "en")) is is_kept


def test_a_name_is_known_at_the_beginning_of_another_sentence() -> None:
    text = "Danach kam Uschakow. Uschakow ging nach Hause. Dann regnete es."

    assert _kept(text) == ["Danach kam Uschakow.", "Uschakow ging nach Hause."]


@pytest.mark.parametrize("language", ["fr", None])
def test_without_word_lists_everything_is_worth_reading(language: str | None) -> None:
    assert _kept("Il pleut.", language) == ["Il pleut."]


def test_the_version_of_the_filter_changes_with_a_word_list(monkeypatch: pytest.MonkeyPatch) -> None:
    before = worth_reading().version
    monkeypatch.setitem(loading.load("modals"), "version", "changed")
    worth_reading.cache_clear()
    after = worth_reading().version
    worth_reading.cache_clear()

    assert before.startswith("worth-reading-1-")
    assert after.startswith("worth-reading-1-")
    assert before != after


def test_the_filter_goes_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(worth_reading())) == worth_reading()
