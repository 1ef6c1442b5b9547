"""Which language a text is told to be in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.languages import SUPPORTED, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen.", "de"),
        ("After a long session the council voted to close the swimming pool.", "en"),
        ("Le président a déclaré que les négociations continueraient demain.", "fr"),
        ("Президент заявил, что переговоры продолжатся завтра.", "ru"),
        ("Der Rat\n\nhat nach langer Sitzung\ndie Schließung beschlossen.", "de"),
    ],
)
def test_the_language_of_a_sentence_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", " \n ", "12.03.2031", "!?…", "😀 😀", "—", "\x00"])
def test_a_text_without_letters_is_in_no_language(text: str) -> None:
    assert language_of(text) is None


def test_the_start_of_a_long_text_tells_its_language() -> None:
    assert language_of("Der Rat hat die Schließung beschlossen. " * 100_000) == "de"


def test_german_and_english_are_read_in_full() -> None:
    assert sorted(SUPPORTED) == ["de", "en"]


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_has_a_language_code_or_none(text: str) -> None:
    language = language_of(text)

    assert language is None or (language.isalpha() and language.islower() and len(language) in {2, 3})
