"""What the stage makes of attributions; they and the analyses are made by hand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.factories import make_article

from lagebild.model import (
    Analysis,
    Article,
    Attribution,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Sentence,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeType,
    Word,
)
from lagebild.stages.statements import STAGE, find_statements


def place(text: str, quote: str) -> Span:
    return Span(text.index(quote), text.index(quote) + len(quote))


def said(
    text: str,
    content: str | list[str],
    *,
    source: str | None = None,
    cue: list[str] | None = None,
    act: SpeechAct = SpeechAct.STATE,
    about: list[str] | None = None,
) -> Attribution:
    """Return an attribution, given the words of its parts."""
    contents = [content] if isinstance(content, str) else content
    return Attribution(
        kind=StatementKind.INDIRECT,
        act=act,
        cue=tuple(place(text, quote) for quote in cue or []),
        content=tuple(place(text, quote) for quote in contents),
        source=place(text, source) if source else None,
        addressee=None,
        relayed_by=None,
        about=tuple(place(text, quote) for quote in about or []),
        confidence=0.9,
    )


def attributed(text: str, *attributions: Attribution, names: tuple[str, ...] = ()) -> Article:
    """Return an article with names as entities; the first word of each sentence is the head of all others."""
    sentences = []
    for match in re.finditer(r"[^.!?\n]+[.!?]?", text):
        tokens = [
            Span(word.start() + match.start(), word.end() + match.start()) for word in re.finditer(r"\w+", match[0])
        ]
        words = tuple(
            Word(
                span,
                span.of(text),
                span.of(text),
                "PROPN",
                "",
                None if not number else 0,
                "root" if not number else "flat",
            )
            for number, span in enumerate(tokens)
        )
        if words:
            sentences.append(Sentence(Span(words[0].span.start, match.end()), words))
    entities = tuple(Entity(f"e{n}", name, EntityKind.PERSON) for n, name in enumerate(names, start=1))
    mentions = tuple(
        Mention(f"m{n}.{at.start()}", f"e{n}", Span(*at.span()), MentionForm.NAME)
        for n, name in enumerate(names, start=1)
        for at in re.finditer(name, text)
    )
    article = replace(make_article(text), entities=entities, mentions=mentions)
    return replace(article, analysis=Analysis(tuple(sentences), "hand", attributions))


def statements(text: str, *attributions: Attribution, names: tuple[str, ...] = ()) -> tuple[Statement, ...]:
    return find_statements(attributed(text, *attributions, names=names)).statements


def test_an_attribution_becomes_a_statement_of_its_source() -> None:
    text = "Kim sagte, er komme."

    (one,) = statements(text, said(text, "er komme", source="Kim", cue=["sagte"]), names=("Kim",))

    assert (one.id, one.act, one.source and one.source.entity) == ("s1", SpeechAct.STATE, "e1")
    assert (one.cue, one.content) == ((Span(4, 9),), (Span(11, 19),))
    assert (one.found_by, one.confidence) == ("network", 0.9)


def test_what_follows_instead_of_what_is_denied_is_a_statement_of_its_own() -> None:
    text = "Kim bestritt, dass der Pakt aggressiv sei, sondern stattdessen die Stabilität sichern soll."
    whole = "dass der Pakt aggressiv sei, sondern stattdessen die Stabilität sichern soll"

    first, second = statements(text, said(text, whole, source="Kim", cue=["bestritt"], act=SpeechAct.DENY))

    assert (first.act, [span.of(text) for span in first.content]) == (SpeechAct.DENY, ["dass der Pakt aggressiv sei"])
    assert [span.of(text) for span in second.content] == ["stattdessen die Stabilität sichern soll"]
    assert (second.act, second.cue, second.found_by) == (SpeechAct.STATE, (), "rule:instead")
    assert second.source is not None
    assert second.source.span.of(text) == "Kim"


def test_what_is_not_denied_alone_stays_in_one_piece() -> None:
    text = "Kim bestritt, dort gewesen zu sein, sondern auch, ihn zu kennen."
    whole = "dort gewesen zu sein, sondern auch, ihn zu kennen"

    assert len(statements(text, said(text, whole, source="Kim", cue=["bestritt"], act=SpeechAct.DENY))) == 1


def test_who_has_spoken_goes_on_to_speak() -> None:
    text = "Kim sagte, er komme. Lee habe Angst."
    first, second = said(text, "er komme", source="Kim", cue=["sagte"]), said(text, "Lee habe Angst")

    _, goes_on = statements(text, first, second, names=("Kim",))

    assert (goes_on.source and goes_on.source.entity, goes_on.found_by, goes_on.confidence) == (
        "e1",
        "rule:carried",
        None,
    )


def test_nobody_goes_on_to_speak_three_sentences_later() -> None:
    text = "Kim sagte, er komme. Es regnet. Es taut. Lee habe Angst."
    first, second = said(text, "er komme", source="Kim", cue=["sagte"]), said(text, "Lee habe Angst")

    assert statements(text, first, second)[1].source is None


@pytest.mark.parametrize("again", ["Kim", None])
def test_words_told_twice_count_once(again: str | None) -> None:
    text = "Wir kommen alle bald wieder, sagt Kim.\nKim versprach: Wir kommen alle bald wieder."
    words = "Wir kommen alle bald wieder"
    first = said(text, words, source=again, cue=["sagt"])
    second = replace(first, source=place(text, "Kim"), cue=(), content=(Span(54, 81),))

    (one,) = statements(text, first, second)

    assert one.source is not None
    assert Span(54, 81).of(text) == words


def test_two_people_may_say_the_same() -> None:
    text = "Wir kommen alle bald wieder, sagt Kim. Wir kommen alle bald wieder, sagt die alte Lee."
    first = said(text, "Wir kommen alle bald wieder", source="Kim", cue=["sagt"])
    second = replace(first, source=place(text, "die alte Lee"), content=(Span(39, 66),))

    assert len(statements(text, first, second)) == 2


def test_those_whom_a_statement_is_about_are_entities_and_not_its_source() -> None:
    text = "Kim wirft Lee vor, er lüge."
    accusation = said(text, "er lüge", source="Kim", cue=["wirft", "vor"], act=SpeechAct.ACCUSE, about=["Lee", "Kim"])

    assert statements(text, accusation, names=("Kim", "Lee"))[0].about == ("e2",)


def test_the_time_beside_the_cue_is_the_time_of_the_statement() -> None:
    text = "Kim sagte am Montag, dass er am Freitag komme."
    times = (
        TimeExpression("t1", place(text, "Montag"), TimeType.DATE, "2024-06-17"),
        TimeExpression("t2", place(text, "Freitag"), TimeType.DATE, "2024-06-21"),
    )
    article = attributed(text, said(text, "dass er am Freitag komme", source="Kim", cue=["sagte"]))

    assert find_statements(replace(article, times=times)).statements[0].time == "t1"


def test_statements_are_numbered_by_their_content() -> None:
    text = "Es regne, sagte Kim. Laut Lee schneit es."
    second = said(text, "schneit es", source="Lee", cue=["Laut"])
    first = said(text, "Es regne", source="Kim", cue=["sagte"])

    assert [(one.id, one.content[0].start) for one in statements(text, second, first)] == [("s1", 0), ("s2", 30)]


def test_an_article_in_another_language_or_without_an_analysis_has_no_statements() -> None:
    text = "Kim sagte, er komme."
    article = attributed(text, said(text, "er komme", source="Kim", cue=["sagte"]))

    assert find_statements(replace(article, language="fr")).statements == ()
    assert find_statements(replace(article, analysis=None)).statements == ()


def test_the_stage_says_what_it_needs_and_gives() -> None:
    assert STAGE.name == "statements"
    assert STAGE.requires == {"text", "language", "analysis", "mentions", "times"}
    assert STAGE.provides == {"statements"}


@pytest.mark.parametrize("said_words", ["Wir kommen alle bald", "Der Zug fährt. „Wir kommen alle bald wieder“"])
def test_direct_speech_is_what_stands_between_its_marks(said_words: str) -> None:
    text = "Der Zug fährt. „Wir kommen alle bald wieder“, sagte Kim."
    attribution = replace(said(text, said_words, source="Kim", cue=["sagte"]), kind=StatementKind.DIRECT)

    (one,) = statements(text, attribution)

    assert [piece.of(text) for piece in one.content] == ["Wir kommen alle bald wieder"]


def test_who_rejects_an_accusation_denies() -> None:
    text = "Kim wies den Vorwurf zurück. Lee wies das Angebot zurück."
    article = attributed(
        text,
        replace(said(text, "den Vorwurf", source="Kim", act=SpeechAct.REJECT), kind=StatementKind.REPORTED),
        replace(said(text, "das Angebot", source="Lee", act=SpeechAct.REJECT), kind=StatementKind.REPORTED),
    )
    assert article.analysis is not None
    sentences = tuple(
        replace(
            sentence,
            words=tuple(replace(word, upos="NOUN" if word.form[0].isupper() else "X") for word in sentence.words),
        )
        for sentence in article.analysis.sentences
    )

    found = find_statements(replace(article, analysis=replace(article.analysis, sentences=sentences))).statements

    assert [one.act for one in found] == [SpeechAct.DENY, SpeechAct.REJECT]


def test_a_preposition_that_the_network_overlooks_names_a_source() -> None:
    text = "Laut CNN hat Putin gewonnen."
    article = attributed(text)
    assert article.analysis is not None
    (sentence,) = article.analysis.sentences
    tags = dict(zip(("Laut", "CNN", "hat", "Putin", "gewonnen"), ("ADP", "PROPN", "AUX", "PROPN", "VERB"), strict=True))
    words = tuple(replace(word, upos=tags[word.form]) for word in sentence.words)
    analysis = replace(article.analysis, sentences=(replace(sentence, words=words),))

    (one,) = find_statements(replace(article, analysis=analysis)).statements

    assert one.source is not None
    assert (one.source.span.of(text), one.cue[0].of(text), one.content[0].of(text)) == (
        "CNN",
        "Laut",
        "hat Putin gewonnen",
    )
    assert one.found_by == "rule:aside"
