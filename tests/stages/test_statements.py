"""Who is reported to have said what, in German and English."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Span, SpeechAct, Statement, StatementKind, TimeExpression, TimeType
from lagebild.stages.entities import find_entities
from lagebild.stages.statements import STAGE, find_statements

if TYPE_CHECKING:
    from lagebild.model import Article

INTRODUCTION = {"de": "Wladimir Putin und Juri Uschakow kamen.\n", "en": "Vladimir Putin and John Kirby came.\n"}


def read(text: str, language: str = "de") -> Article:
    return find_statements(find_entities(make_article(text, language=language)))


def only(article: Article) -> Statement:
    (statement,) = article.statements
    return statement


def source_of(article: Article, statement: Statement) -> str | None:
    return statement.source.span.of(article.text) if statement.source else None


def entity_of(article: Article, statement: Statement) -> str | None:
    names = {entity.id: entity.name for entity in article.entities}
    return names.get(statement.source.entity or "") if statement.source else None


def quotes(article: Article, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(article.text) for span in spans]


def test_a_denial_names_who_denies() -> None:
    article = read("Uschakow bestritt, dass die Vereinbarung aggressiv sei.")

    statement = only(article)
    assert (statement.id, statement.kind, statement.act) == ("s1", StatementKind.INDIRECT, SpeechAct.DENY)
    assert source_of(article, statement) == "Uschakow"
    assert quotes(article, statement.cue) == ["bestritt"]
    assert quotes(article, statement.content) == ["dass die Vereinbarung aggressiv sei"]


def test_a_denial_ends_before_what_is_said_instead() -> None:
    article = read("Er bestritt, dass der Pakt aggressiv sei, sondern stattdessen die Stabilität sichern soll.")

    assert quotes(article, only(article).content) == ["dass der Pakt aggressiv sei"]


@pytest.mark.parametrize(
    "quoted",
    ["„Wir kommen bald“", '„Wir kommen bald"', '"Wir kommen bald"', "»Wir kommen bald«", "«Wir kommen bald»",
     "“Wir kommen bald”", "‚Wir kommen bald‘", "'Wir kommen bald'", "„Wir kommen bald”", "›Wir kommen bald‹"],
)  # fmt: skip
def test_all_styles_of_quotation_marks_are_read(quoted: str) -> None:
    article = read(f"{quoted}, sagte der Minister.")

    statement = only(article)
    assert statement.kind is StatementKind.DIRECT
    assert quotes(article, statement.content) == ["Wir kommen bald"]
    assert source_of(article, statement) == "der Minister"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Putin sagte: „Wir kommen. Bald.“", "Putin", ["sagte"], ["Wir kommen. Bald."]),
        ("„Nein!“ rief die Frau. „Nie!“", None, [], []),
        ("„Wir sind bereit“, so Putin.", "Putin", ["so"], ["Wir sind bereit"]),
        ("„Wir sind bereit“, teilte der Kreml mit.", "der Kreml", ["teilte", "mit"], ["Wir sind bereit"]),
        ("„Ja“, sagte sie, „das stimmt.“", "sie", ["sagte"], ["Ja", "das stimmt."]),
        ('"Unser Volk steht fest," erklärte Kim, zitiert vom Blatt.', "Kim", ["erklärte"], ["Unser Volk steht fest"]),
        ("Kirby, Sprecher der Behörde, betonte: „Das stört uns.“", "Kirby, Sprecher der Behörde", ["betonte"],
         ["Das stört uns."]),
    ],
)  # fmt: skip
def test_a_german_quotation_belongs_to_the_verb_beside_it(
    text: str, source: str | None, cue: list[str], content: list[str]
) -> None:
    article = read(text)

    found = [s for s in article.statements if s.kind is StatementKind.DIRECT]
    assert [(source_of(article, s), quotes(article, s.cue), quotes(article, s.content)) for s in found] == (
        [(source, cue, content)] if content else []
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ('"We are ready," Putin said on Monday.', "Putin", ["said"], ["We are ready"]),
        ("“We are ready,” said President Putin.", "President Putin", ["said"], ["We are ready"]),
        ("“Why?” Putin asked.", "Putin", ["asked"], ["Why?"]),
        ('He said: "We will win."', "He", ["said"], ["We will win."]),
        ("“We’re done,” she said, “and that’s that.”", "she", ["said"], ["We’re done", "and that’s that."]),
        ('John Kirby, a spokesman, said: "It worries us."', "John Kirby, a spokesman", ["said"], ["It worries us."]),
    ],
)  # fmt: skip
def test_an_english_quotation_belongs_to_the_verb_beside_it(
    text: str, source: str, cue: list[str], content: list[str]
) -> None:
    article = read(text, "en")

    statement = only(article)
    assert statement.kind is StatementKind.DIRECT
    assert (source_of(article, statement), quotes(article, statement.cue)) == (source, cue)
    assert quotes(article, statement.content) == content


@pytest.mark.parametrize(
    ("text", "act", "source", "cue", "content"),
    [
        ("Der Kreml teilte mit, dass er reise.", "state", "Der Kreml", ["teilte", "mit"], ["dass er reise"]),
        ("Der Kreml teilte mit, Putin werde reisen.", "state", "Der Kreml", ["teilte", "mit"], ["Putin werde reisen"]),
        ("Putin werde reisen, teilte der Kreml mit.", "state", "der Kreml", ["teilte", "mit"], ["Putin werde reisen"]),
        ("Die Lage sei ernst, sagte Putin am Ende.", "state", "Putin", ["sagte"], ["Die Lage sei ernst"]),
        ("Am Ende hatte Putins Berater offenbart, dass er irrte.", "state", "Putins Berater", ["hatte", "offenbart"],
         ["dass er irrte"]),
        ("Laut CNN sagte der Minister, dass er geht.", "state", "der Minister", ["sagte"], ["dass er geht"]),
        ("Er bestätigte, dass die Vereinbarung gilt.", "confirm", "Er", ["bestätigte"], ["dass die Vereinbarung gilt"]),
        ("Die Regierung kündigte an, Truppen zu schicken.", "plan", "Die Regierung", ["kündigte", "an"],
         ["Truppen zu schicken"]),
        ("Beide Führer planen, einen Pakt zu schließen, hieß das.", "plan", "Beide Führer", ["planen"],
         ["einen Pakt zu schließen"]),
        ("Das Amt forderte, die Sanktionen aufzuheben.", "demand", "Das Amt", ["forderte"],
         ["die Sanktionen aufzuheben"]),
        ("Moskau drohte, das Gas abzudrehen.", "threaten", "Moskau", ["drohte"], ["das Gas abzudrehen"]),
        ("Die Polizei fragte, wer das Auto fuhr.", "ask", "Die Polizei", ["fragte"], ["wer das Auto fuhr"]),
        ("Experten warnten, dass der Krieg komme.", "fear", "Experten", ["warnten"], ["dass der Krieg komme"]),
        ("Es wurde mitgeteilt, dass drei Menschen starben.", "state", None, ["wurde mitgeteilt"],
         ["dass drei Menschen starben"]),
        ("Das Treffen sei gut verlaufen, hieß es aus dem Kreml.", None, None, [], []),
    ],
)  # fmt: skip
def test_german_indirect_speech_has_source_cue_and_content(
    text: str, act: str | None, source: str | None, cue: list[str], content: list[str]
) -> None:
    article = read(text)

    found = [
        (str(s.act), source_of(article, s), quotes(article, s.cue), quotes(article, s.content))
        for s in article.statements
    ]
    assert found == ([(act, source, cue, content)] if act else [])


@pytest.mark.parametrize(
    ("text", "act", "source", "cue", "content"),
    [
        ("Putin said that they were ready.", "state", "Putin", ["said"], ["that they were ready"]),
        ("Police said three people died.", "state", "Police", ["said"], ["three people died"]),
        ("Three people died, police said.", "state", "police", ["said"], ["Three people died"]),
        ("The Kremlin spokesman told reporters that it was fine.", "state", "The Kremlin spokesman", ["told"],
         ["that it was fine"]),
        ("Ukraine vowed to fight on.", "promise", "Ukraine", ["vowed"], ["to fight on"]),
        ("Moscow has threatened to cut the gas.", "threaten", "Moscow", ["has threatened"], ["to cut the gas"]),
        ("Seoul has accused Iran of selling arms to Russia.", "accuse", "Seoul", ["has accused"],
         ["selling arms to Russia"]),
        ("Putin rejected claims that Russia had fired.", "deny", "Putin", ["rejected"], ["that Russia had fired"]),
        ("The talks went well, according to NATO.", "state", "NATO", ["according to"], ["The talks went well"]),
        ("According to NATO, the talks went well.", "state", "NATO", ["According to"], ["the talks went well"]),
    ],
)  # fmt: skip
def test_english_indirect_speech_has_source_cue_and_content(
    text: str, act: str, source: str, cue: list[str], content: list[str]
) -> None:
    article = read(text, "en")

    statement = only(article)
    assert statement.kind is StatementKind.INDIRECT
    assert (str(statement.act), source_of(article, statement)) == (act, source)
    assert (quotes(article, statement.cue), quotes(article, statement.content)) == (cue, content)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Laut CNN hat Putin gewonnen.", "CNN", ["Laut"], ["hat Putin gewonnen"]),
        ("Die Truppen flohen, nach Angaben der Armee.", "der Armee", ["nach Angaben"], ["Die Truppen flohen"]),
        ("Nach Angaben von Amnesty starben sie.", "Amnesty", ["Nach Angaben von"], ["starben sie"]),
        ("Nach Putins Angaben ist er bereit.", "Putins", ["Nach", "Angaben"], ["ist er bereit"]),
        ("Nach eigenen Angaben ist er bereit.", None, ["Nach eigenen Angaben"], ["ist er bereit"]),
        ("Die Lage ist dem Bericht zufolge ernst.", "dem Bericht", ["zufolge"], ["Die Lage ist", "ernst"]),
        ("Angaben der Polizei zufolge starben sie.", "der Polizei", ["Angaben", "zufolge"], ["starben sie"]),
        ("Medienberichten zufolge starben sie.", "Medienberichten", ["zufolge"], ["starben sie"]),
        ("Wie die Polizei mitteilte, starben drei.", "die Polizei", ["mitteilte"], ["starben drei"]),
        ("Drei starben, wie die Polizei mitteilte.", "die Polizei", ["mitteilte"], ["Drei starben"]),
    ],
)
def test_a_source_may_be_named_in_passing(text: str, source: str | None, cue: list[str], content: list[str]) -> None:
    article = read(text)

    statement = only(article)
    assert (source_of(article, statement), quotes(article, statement.cue)) == (source, cue)
    assert quotes(article, statement.content) == content


def test_several_sources_accuse_the_one_who_is_named_beside_the_verb() -> None:
    article = read("Die USA, Südkorea und andere Länder haben Nordkorea vorgeworfen, Hilfe bereitgestellt zu haben.")

    statement = only(article)
    names = {entity.id: entity.name for entity in article.entities}
    assert statement.act is SpeechAct.ACCUSE
    assert source_of(article, statement) == "Die USA, Südkorea und andere Länder"
    assert entity_of(article, statement) is None
    assert [names[entity] for entity in statement.about] == ["Nordkorea"]


@pytest.mark.parametrize(
    ("text", "language", "act", "content"),
    [
        ("Beide Länder wiesen alle Vorwürfe von Waffenverkäufen ab.", "de", SpeechAct.DENY,
         "alle Vorwürfe von Waffenverkäufen"),
        ("Der Kreml wies die Vorwürfe zurück.", "de", SpeechAct.DENY, "die Vorwürfe"),
        ("Putin lehnte diese Anstrengungen ab.", "de", SpeechAct.REJECT, "diese Anstrengungen"),
        ("Moscow has repeatedly denied the allegations.", "en", SpeechAct.DENY, "the allegations"),
    ],
)  # fmt: skip
def test_what_is_rejected_may_be_named_with_a_noun(text: str, language: str, act: SpeechAct, content: str) -> None:
    article = read(text, language)

    statement = only(article)
    assert (statement.kind, statement.act) == (StatementKind.REPORTED, act)
    assert quotes(article, statement.content) == [content]


def test_a_clause_with_a_quotation_in_it_is_mixed() -> None:
    article = read('Putin erklärte, die beiden Länder seien "bereit, zu widerstehen."')

    statement = only(article)
    assert statement.kind is StatementKind.MIXED
    assert quotes(article, statement.content) == ['die beiden Länder seien "bereit, zu widerstehen."']


def test_a_word_quoted_by_the_writer_with_a_naming_verb_is_mixed() -> None:
    article = read("Kirby bezeichnete Putins Reise als „Charmeoffensive“ nach der Wahl.")

    statement = only(article)
    assert statement.kind is StatementKind.MIXED
    assert quotes(article, statement.content) == ["Charmeoffensive"]


def test_two_verbs_of_one_source_make_two_statements() -> None:
    article = read('John Kirby informierte, dass man ruhig sei, aber betonte: "Die Beziehung stört uns."')

    assert [(source_of(article, s), quotes(article, s.cue)) for s in article.statements] == [
        ("John Kirby", ["informierte"]),
        ("John Kirby", ["betonte"]),
    ]
    assert quotes(article, article.statements[0].content) == ["dass man ruhig sei"]


def test_the_source_of_a_sentence_before_goes_on_in_konjunktiv_or_in_a_bare_quotation() -> None:
    article = read(
        "Putin sagte, er sei bereit. Der Westen habe verloren. Danach ging er.\n„Ja“, sagte Kim. „Wir auch.“"
    )

    assert [(source_of(article, s), quotes(article, s.content)) for s in article.statements] == [
        ("Putin", ["er sei bereit"]),
        ("Putin", ["Der Westen habe verloren"]),
        ("Kim", ["Ja"]),
        ("Kim", ["Wir auch."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die „neue Partnerschaft“ ist da.",
        "Der Film „Die unendliche Geschichte“ läuft wieder.",
        "Er sagte der „Bild“-Zeitung nichts.",
        "Der Sprecher sagte nicht, dass er komme.",
        "Als er kam, sagte Putin kein Wort.",
        "Er war müde, sagte nichts.",
        "Die Regierung lobte das Buch, um Streit zu vermeiden.",
        'Das Auto hat 17" Felgen und 19" Reifen.',
        "Sie lachten laut und lange.",
        "Der Chef, der gestern kam, plant einen Urlaub.",
    ],
)
def test_what_is_not_clearly_said_is_no_statement_in_german(text: str) -> None:
    assert read(text).statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “new order” is here.",
        "She did not say that it was over.",
        "The plans demand more work.",
        "It’s the players’ union and the '90s that count.",
        "They want to say that it is over.",
    ],
)
def test_what_is_not_clearly_said_is_no_statement_in_english(text: str) -> None:
    assert read(text, "en").statements == ()


def test_a_long_quotation_without_a_verb_has_no_source() -> None:
    article = read("„Wir werden siegen, egal was kommt, und zwar bald.“ Das Volk jubelte.")

    statement = only(article)
    assert (statement.kind, statement.source, statement.cue) == (StatementKind.DIRECT, None, ())


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Putin sagte: „Wir kommen bald\nUnd der zweite Absatz ist “ leer.", [["Wir kommen bald"]]),
        ("Wir kommen bald“, sagte Putin.\n„Und ohne Ende", [["Wir kommen bald"]]),
        ("Ein „Haus ohne Ende steht da.\nEin Baum.", []),
    ],
)
def test_a_missing_mark_never_makes_a_quotation_longer_than_its_block(text: str, contents: list[list[str]]) -> None:
    article = read(text)

    assert [quotes(article, statement.content) for statement in article.statements] == contents


def test_a_source_has_the_entity_of_its_head_and_not_of_a_genitive() -> None:
    article = read(
        INTRODUCTION["de"] + "Putins Berater Juri Uschakow sagte, er komme.\nDer Sprecher Putins sagte, er gehe."
    )

    first, second = article.statements
    assert (source_of(article, first), entity_of(article, first)) == ("Putins Berater Juri Uschakow", "Juri Uschakow")
    assert (source_of(article, second), entity_of(article, second)) == ("Der Sprecher Putins", None)


def test_a_source_is_not_joined_with_the_one_who_is_told() -> None:
    article = read(INTRODUCTION["de"] + "„Es geht los“, sagte Putin Journalisten.")

    assert source_of(article, only(article)) == "Putin"


def test_a_pronoun_is_a_source_without_an_entity() -> None:
    article = read(INTRODUCTION["en"] + "He denied that Russia had fired.", "en")

    statement = only(article)
    assert (source_of(article, statement), entity_of(article, statement)) == ("He", None)


def test_the_time_beside_the_verb_is_the_time_of_the_statement() -> None:
    article = make_article("Putin sagte am Montag, dass er am Freitag komme.")
    times = (
        TimeExpression("t1", Span(15, 21), TimeType.DATE, "2024-06-17"),
        TimeExpression("t2", Span(35, 42), TimeType.DATE, "2024-06-21"),
    )

    assert only(find_statements(replace(article, times=times))).time == "t1"


def test_abbreviations_ordinals_and_initials_end_no_sentence() -> None:
    article = read("Dr. Anna B. Muster sagte, dass am 5. Juni in St. Gallen gewählt werde.")

    assert quotes(article, only(article).content) == ["dass am 5. Juni in St. Gallen gewählt werde"]


def test_statements_are_numbered_by_their_content() -> None:
    article = read("Der Plan sei gut, sagte Putin. Laut CNN stimmt das nicht.")

    assert [(s.id, quotes(article, s.content)) for s in article.statements] == [
        ("s1", ["Der Plan sei gut"]),
        ("s2", ["stimmt das nicht"]),
    ]


def test_an_article_in_another_language_has_no_statements() -> None:
    assert read("« Nous sommes prêts », a dit Putin, laut CNN.", "fr").statements == ()


def test_the_stage_says_what_it_needs_and_gives() -> None:
    assert STAGE.name == "statements"
    assert STAGE.requires == {"text", "blocks", "language", "mentions", "times"}
    assert STAGE.provides == {"statements"}


_PIECES = st.sampled_from(
    ["„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'", "Putin ", "sagte ", ", ", ": ", "dass ", "laut ", "teilte ",
     "mit", ". ", "? ", "\n", "nach Angaben ", "der Polizei ", "said ", "that ", "according to ", "he ", "hat ",
     "vorgeworfen", " zufolge", "wie ", "(", ")", " – ", "🙂", "\u202e", "sei ", "5. ", "and ", "und ", "hieß es"]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=40).map("".join)), st.sampled_from(["de", "en"]))
def test_every_part_of_a_statement_lies_in_one_block(text: str, language: str) -> None:
    article = read(text, language)

    blocks = [block.span for block in article.blocks if block.span]
    for statement in article.statements:
        source = (statement.source.span,) if statement.source else ()
        parts = (*statement.content, *statement.cue, *source)
        assert statement.content
        assert any(all(block.covers(part) for part in parts) for block in blocks)
        assert all(part.of(text).strip() for part in (*statement.cue, *source))
    assert all(one.content <= other.content for one, other in pairwise(article.statements))


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["de", "en"]))
def test_the_same_text_gives_the_same_statements(text: str, language: str) -> None:
    first, second = (json.dumps(read(text, language).to_dict()) for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a" * 100_000,
        "„" * 50_000,
        "'a " * 30_000,
        "sagte, " * 15_000,
        "Putin sagte, dass „" * 6_000,
        '"sagte Putin" ' * 8_000,
    ],
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_endless_and_unbalanced_text_is_survived(text: str, language: str) -> None:
    assert find_statements(make_article(text, language=language)).text == text


def test_a_sentence_without_a_word_is_survived() -> None:
    article = read('Weyde sagte: "Das Schiff sinkt." ' + "- " * 600)

    assert quotes(article, only(article).content) == ["Das Schiff sinkt."]
