"""What is found, in the conventions of a corpus of quotations."""

from __future__ import annotations

from dataclasses import replace

from tests.factories import make_article

from lagebild.evaluation.quotations import as_quotations
from lagebild.language.embedded import EmbeddedAnalyzer
from lagebild.model import Party, Span, SpeechAct, Statement, StatementKind


def compared(
    text: str, kind: StatementKind, source: str, cue: tuple[str, ...], content: str
) -> list[tuple[str, str, list[str], list[str]]]:
    """Return kind, source, cue and content of what one statement of a text becomes."""

    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    statement = Statement(
        "s1", kind, SpeechAct.STATE, Party(place(source), "e1"), tuple(map(place, cue)), (place(content),)
    )
    (analysis,) = EmbeddedAnalyzer().analyze([text], languages=["de"])
    article = replace(make_article(text), statements=(statement,), analysis=analysis)
    return [
        (
            str(one.kind),
            one.source.span.of(text) if one.source else "",
            [piece.of(text) for piece in one.cue],
            [piece.of(text) for piece in one.content],
        )
        for one in as_quotations(article)
    ]


def test_reported_speech_is_the_clause_of_its_verb() -> None:
    text = "Es regnete. Der Minister hat gestern die Reform gelobt."
    (one,) = compared(text, StatementKind.REPORTED, "Der Minister", ("hat", "gelobt"), "die Reform")
    assert one == ("reported", "Der Minister", [], ["Der Minister hat gestern die Reform gelobt."])


def test_quoted_words_in_a_clause_are_a_direct_quotation_too() -> None:
    text = "Der Sprecher sagte, der Plan sei „ein großer Fehler“ gewesen."
    whole, quoted = compared(
        text, StatementKind.MIXED, "Der Sprecher", ("sagte",), "der Plan sei „ein großer Fehler“ gewesen"
    )
    assert whole[0] == "mixed"
    assert quoted == ("direct", "Der Sprecher", ["sagte"], ["„ein großer Fehler“"])


def test_direct_speech_keeps_its_marks() -> None:
    text = "„Wir haben gewonnen“, sagte die Trainerin."
    (one,) = compared(text, StatementKind.DIRECT, "die Trainerin", ("sagte",), "Wir haben gewonnen")
    assert one[3] == ["„Wir haben gewonnen“"]


def test_noun_of_saying_belongs_to_the_speaker() -> None:
    text = "Nach Angaben der Polizei gab es drei Verletzte."
    (one,) = compared(text, StatementKind.INDIRECT, "der Polizei", ("Nach Angaben",), "gab es drei Verletzte")
    assert one[1:3] == ("Angaben der Polizei", ["Nach"])


def test_others_stay_as_they_are() -> None:
    text = "Die Ärztin sagte, sie komme."
    (one,) = compared(text, StatementKind.INDIRECT, "Die Ärztin", ("sagte",), "sie komme")
    assert one == ("indirect", "Die Ärztin", ["sagte"], ["sie komme"])
