"""Whether the analyzer that ships reads German and English, and survives everything else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.embedded import EmbeddedAnalyzer
from lagebild.model import Analysis, LanguageError, NameType, Sentence


def _read(text: str, language: str | None = "de", size: str = "default") -> Analysis:
    (analysis,) = EmbeddedAnalyzer(size).analyze([text], languages=[language])
    return analysis


def _sentence(text: str, language: str = "de") -> Sentence:
    (sentence,) = _read(text, language).sentences
    return sentence


def _arcs(sentence: Sentence) -> set[tuple[str, str, str]]:
    words = sentence.words
    return {
        (word.form, word.relation, "" if word.head is None else words[word.head].form)
        for word in words
        if word.upos != "PUNCT"
    }


def test_a_german_sentence_has_its_subject_and_object() -> None:
    arcs = _arcs(_sentence("Der Präsident unterzeichnete am Montag einen Vertrag."))

    assert {("Präsident", "nsubj", "unterzeichnete"), ("Vertrag", "obj", "unterzeichnete")} <= arcs


def test_an_english_sentence_has_its_subject_and_object() -> None:
    arcs = _arcs(_sentence("The president signed a treaty on Monday.", "en"))

    assert {("president", "nsubj", "signed"), ("treaty", "obj", "signed")} <= arcs


def test_the_parts_of_a_fused_word_share_its_span() -> None:
    text = "Er wohnt im Haus."
    words = [word for word in _sentence(text).words if word.span.of(text) == "im"]

    assert [(word.form, word.upos, word.lemma) for word in words] == [("in", "ADP", "in"), ("dem", "DET", "der")]


def test_reported_speech_stands_in_the_subjunctive() -> None:
    words = {word.form: word for word in _sentence("Der Sprecher sagte, er habe davon nichts gewusst.").words}

    assert words["habe"].feature("Mood") == "Sub"
    assert words["sagte"].feature("Mood") == "Ind"


def test_persons_places_and_organizations_are_names() -> None:
    text = "Angela Merkel traf in Berlin Vertreter der NATO."
    names = [(name.span.of(text), name.type) for name in _sentence(text).names]

    assert names == [
        ("Angela Merkel", NameType.PERSON),
        ("Berlin", NameType.PLACE),
        ("NATO", NameType.ORGANIZATION),
    ]


def test_a_text_reads_the_same_in_any_company() -> None:
    texts = ["Die Regierung lehnte den Vorschlag ab.", "Kurz.", "Am Montag sprach der Minister lange mit Reportern."]
    together = EmbeddedAnalyzer().analyze(texts, languages=["de"] * 3)

    assert together == [_read(text) for text in texts]


def test_an_unknown_size_is_an_error_that_names_the_sizes() -> None:
    with pytest.raises(LanguageError, match="fast, default, quality"):
        EmbeddedAnalyzer("huge")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t ",
        "Ja",
        "?",
        "🚀🇩🇪👩‍👩‍👧 🎉",
        "مرحبا بالعالم. كيف حالك؟",
        "Привет мир. 你好，世界。",
        "Er sagte: “Yes, we can.” и ушёл",
    ],
    ids=["empty", "space", "word", "mark", "emoji", "arabic", "scripts", "mixed"],
)
def test_odd_texts_are_read_with_right_offsets(text: str) -> None:
    analysis = _read(text, None)

    assert "".join(_surface(text, analysis)) == "".join(text.split())


def test_a_hundred_thousand_words_without_a_stop_are_read() -> None:
    text = "wort und " * 50_000
    analysis = _read(text, size="fast")

    assert "".join(_surface(text, analysis)) == "".join(text.split())


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_every_character_stands_in_a_token(text: str) -> None:
    analysis = _read(text, size="fast")

    assert "".join(_surface(text, analysis)) == "".join(text.split())
    for sentence in analysis.sentences:
        assert [word.relation for word in sentence.words].count("root") == 1
        assert all(sentence.span.covers(name.span) for name in sentence.names)


def _surface(text: str, analysis: Analysis) -> list[str]:
    """Return the tokens without the white space that one may have in it."""
    tokens = [token[0].span.of(text) for sentence in analysis.sentences for token in sentence.tokens()]
    return ["".join(token.split()) for token in tokens]
