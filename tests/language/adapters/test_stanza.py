"""The adapter to Stanza, on stand-ins.

No models of Stanza could be had, so these objects carry the attributes that its documentation names
(https://stanfordnlp.github.io/stanza/data_objects.html): ``Document.sentences``; ``Sentence.tokens`` and ``ents``;
``Token.start_char``, ``end_char`` and ``words``; ``Word.text``, ``lemma``, ``upos``, ``feats``, ``head``, ``deprel``;
``Span.text``, ``type``, ``start_char``, ``end_char``.
"""

from __future__ import annotations

import importlib.util
from types import SimpleNamespace

import pytest

from lagebild.language.adapters.stanza import StanzaAnalyzer
from lagebild.model import LanguageError, Name, NameType, Span, Word


def word(text: str, lemma: str | None, upos: str, head: int, deprel: str, feats: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(text=text, lemma=lemma, upos=upos, head=head, deprel=deprel, feats=feats)


def pipeline(text: str) -> SimpleNamespace:
    assert text == "Kim reist im Juni"
    tokens = [
        SimpleNamespace(start_char=0, end_char=3, words=[word("Kim", "Kim", "PROPN", 2, "nsubj", "Case=Nom")]),
        SimpleNamespace(start_char=4, end_char=9, words=[word("reist", "reisen", "VERB", 0, "root")]),
        SimpleNamespace(
            start_char=10,
            end_char=12,
            words=[word("in", "in", "ADP", 5, "case"), word("dem", None, "DET", 5, "det")],
        ),
        SimpleNamespace(start_char=13, end_char=17, words=[word("Juni", "Juni", "NOUN", 2, "obl")]),
    ]
    ents = [
        SimpleNamespace(text="Kim", type="PER", start_char=0, end_char=3),
        SimpleNamespace(text="Juni", type="DATE", start_char=13, end_char=17),
    ]
    return SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens, ents=ents)])


def test_words_keep_what_stanza_says_and_share_the_span_of_their_token() -> None:
    (analysis,) = StanzaAnalyzer(pipeline, "stanza:de-1").analyze(["Kim reist im Juni"], languages=["de"])

    (sentence,) = analysis.sentences
    assert sentence.span == Span(0, 17)
    assert sentence.words == (
        Word(Span(0, 3), "Kim", "Kim", "PROPN", "Case=Nom", 1, "nsubj"),
        Word(Span(4, 9), "reist", "reisen", "VERB", "", None, "root"),
        Word(Span(10, 12), "in", "in", "ADP", "", 4, "case"),
        Word(Span(10, 12), "dem", "dem", "DET", "", 4, "det"),
        Word(Span(13, 17), "Juni", "Juni", "NOUN", "", 1, "obl"),
    )
    assert sentence.names == (Name(Span(0, 3), NameType.PERSON),)
    assert analysis.produced_by == "stanza:de-1"


def test_an_empty_text_is_not_given_to_stanza() -> None:
    (analysis,) = StanzaAnalyzer(pipeline, "stanza:de-1").analyze([" \n"], languages=[None])

    assert analysis.sentences == ()


@pytest.mark.skipif(importlib.util.find_spec("stanza") is not None, reason="Stanza is installed")
def test_without_stanza_the_error_says_how_to_install_it() -> None:
    with pytest.raises(LanguageError, match=r'^stanza:de: .*pip install "lagebild\[stanza\]"$'):
        StanzaAnalyzer.load("de")
