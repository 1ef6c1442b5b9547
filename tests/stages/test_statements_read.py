"""Who says what in real sentences, with the models that ship."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lagebild
from lagebild.model import Article, Span, SpeechAct, Statement, StatementKind

SEED = Path(os.environ.get("LAGEBILD_SEED") or "no such file")


def read(text: str, language: str = "de") -> Article:
    return lagebild.read(text.encode(), kind="text", language=language, published="2024-06-18")


def quotes(article: Article, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(article.text) for span in spans]


def source_of(article: Article, statement: Statement) -> str | None:
    return statement.source.span.of(article.text) if statement.source else None


def told(text: str, language: str = "de") -> list[tuple[str, str | None, list[str], list[str]]]:
    """Return act, source, cue and content of each statement."""
    article = read(text, language)
    return [
        (str(one.act), source_of(article, one), quotes(article, one.cue), quotes(article, one.content))
        for one in article.statements
    ]


@pytest.mark.parametrize(
    "quoted",
    ["„Wir kommen bald“", '„Wir kommen bald"', '"Wir kommen bald"', "»Wir kommen bald«", "«Wir kommen bald»",
     "“Wir kommen bald”", "‚Wir kommen bald‘", "'Wir kommen bald'", "„Wir kommen bald”", "›Wir kommen bald‹"],
)  # fmt: skip
def test_all_styles_of_quotation_marks_are_read(quoted: str) -> None:
    article = read(f"{quoted}, sagte der Minister.")

    (statement,) = article.statements
    assert statement.kind is StatementKind.DIRECT
    assert quotes(article, statement.content) == ["Wir kommen bald"]
    assert source_of(article, statement) == "der Minister"


@pytest.mark.parametrize(
    ("text", "act", "source", "cue", "content"),
    [
        ("Uschakow bestritt, dass die Vereinbarung aggressiv sei.", "deny", "Uschakow", ["bestritt"],
         ["dass die Vereinbarung aggressiv sei"]),
        ("Der Kreml teilte mit, dass er reise.", "state", "Der Kreml", ["teilte mit"], ["dass er reise"]),
        ("Putin werde reisen, teilte der Kreml mit.", "state", "der Kreml", ["teilte", "mit"], ["Putin werde reisen"]),
        ("Die Lage sei ernst, sagte Putin am Ende.", "state", "Putin", ["sagte"], ["Die Lage sei ernst"]),
        ("Er bestätigte, dass die Vereinbarung gilt.", "confirm", "Er", ["bestätigte"], ["dass die Vereinbarung gilt"]),
        ("Die Regierung kündigte an, Truppen zu schicken.", "plan", "Die Regierung", ["kündigte an"],
         ["Truppen zu schicken"]),
        ("Das Amt forderte, die Sanktionen aufzuheben.", "demand", "Das Amt", ["forderte"],
         ["die Sanktionen aufzuheben"]),
        ("Moskau drohte, das Gas abzudrehen.", "threaten", "Moskau", ["drohte"], ["das Gas abzudrehen"]),
        ("Die Polizei fragte, wer das Auto fuhr.", "ask", "Die Polizei", ["fragte"], ["wer das Auto fuhr"]),
        ("Der Kreml wies die Vorwürfe zurück.", "deny", "Der Kreml", ["wies", "zurück"], ["die Vorwürfe"]),
        ("Laut CNN hat Putin gewonnen.", "state", "CNN", ["Laut"], ["hat Putin gewonnen"]),
        ("Wie die Polizei mitteilte, starben drei Menschen.", "state", "die Polizei", ["mitteilte"],
         ["starben drei Menschen"]),
    ],
)  # fmt: skip
def test_german_speech_has_act_source_cue_and_content(
    text: str, act: str, source: str, cue: list[str], content: list[str]
) -> None:
    assert told(text) == [(act, source, cue, content)]


@pytest.mark.parametrize(
    ("text", "act", "source", "cue", "content"),
    [
        ("Putin said that they were ready.", "state", "Putin", ["said"], ["that they were ready"]),
        ("Three people died, police said.", "state", "police", ["said"], ["Three people died"]),
        ("Ukraine vowed to fight on.", "promise", "Ukraine", ["vowed"], ["to fight on"]),
        ("Moscow has threatened to cut the gas.", "threaten", "Moscow", ["has threatened"], ["to cut the gas"]),
        ("The talks went well, according to NATO.", "state", "NATO", ["according to"], ["The talks went well"]),
        ("The minister denied the allegations.", "deny", "The minister", ["denied"], ["the allegations"]),
    ],
)  # fmt: skip
def test_english_speech_has_act_source_cue_and_content(
    text: str, act: str, source: str, cue: list[str], content: list[str]
) -> None:
    assert told(text, "en") == [(act, source, cue, content)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Film „Die unendliche Geschichte“ läuft wieder.",
        "Das Auto hat 17\" Felgen und 19\" Reifen.",
        "Sie lachten laut und lange.",
        "Das Gericht wies die Klage ab.",
    ],
)  # fmt: skip
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert told(text) == []


_PIECES = st.sampled_from(
    ["„", "“", "”", '"', "»", "«", "‚", "‘", "’", "'", "Putin ", "sagte ", ", ", ": ", "dass ", "laut ", "teilte ",
     "mit", ". ", "? ", "\n", "nach Angaben ", "der Polizei ", "said ", "that ", "according to ", "he ", "hat ",
     "vorgeworfen", " zufolge", "wie ", "(", ")", " – ", "🙂", "\u202e", "sei ", "5. ", "and ", "und ", "hieß es"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=40).map("".join)), st.sampled_from(["de", "en"]))
def test_every_piece_of_a_statement_lies_in_one_line_and_says_something(text: str, language: str) -> None:
    article = read(f"{text}\nEnde.", language)

    for statement in article.statements:
        assert statement.content or statement.cue
        source = (statement.source.span,) if statement.source else ()
        for part in (*statement.content, *statement.cue, *source):
            assert part.of(article.text).strip()
            assert "\n" not in part.of(article.text)


@settings(max_examples=20, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join), st.sampled_from(["de", "en"]))
def test_the_same_text_gives_the_same_statements(text: str, language: str) -> None:
    first, second = (json.dumps(read(f"{text}\nEnde.", language).to_dict()) for _ in range(2))

    assert first == second


@pytest.mark.parametrize("text", ["„" * 5_000, "'a " * 3_000, "sagte, " * 3_000, '"sagte Putin" ' * 800])
@pytest.mark.parametrize("language", ["de", "en"])
def test_endless_and_unbalanced_text_is_survived(text: str, language: str) -> None:
    assert read(text, language).text == text


@pytest.fixture(scope="module")
def seed() -> Article:
    if not SEED.is_file():
        pytest.skip("LAGEBILD_SEED names no file")
    return lagebild.read(SEED, kind="page-text", published="2024-06-18")


def by_cue(article: Article, cue: str) -> Statement:
    """Return the only statement with a cue."""
    (one,) = (one for one in article.statements if quotes(article, one.cue) == [cue])
    return one


def test_the_seed_keeps_a_denial_and_what_is_said_instead_apart(seed: Article) -> None:
    denial = by_cue(seed, "bestritt")
    (instead,) = (one for one in seed.statements if one.found_by == "rule:instead")

    assert denial.act is SpeechAct.DENY
    assert "sondern" not in " ".join(quotes(seed, denial.content))
    assert (instead.act, instead.source) == (SpeechAct.STATE, denial.source)


def test_the_seed_resolves_the_pronoun_of_the_one_who_confirms(seed: Article) -> None:
    confirmation = by_cue(seed, "bestätigte")

    assert confirmation.act is SpeechAct.CONFIRM
    assert confirmation.source is not None
    assert [one.name for one in seed.entities if one.id == confirmation.source.entity] == ["Juri Uschakow"]


def test_the_seed_has_both_the_speaker_and_the_paper_of_a_relayed_quotation(seed: Article) -> None:
    relayed = [one for one in seed.statements if one.relayed_by and one.kind is StatementKind.DIRECT]

    assert [(source_of(seed, one), one.relayed_by and seed.text[one.relayed_by.span.end - 5 : one.relayed_by.span.end])
            for one in relayed] == [("Kim", "Blatt")]  # fmt: skip


def test_the_seed_counts_what_is_said_twice_once(seed: Article) -> None:
    contents = [quotes(seed, one.content) for one in seed.statements]

    assert all(contents.count(content) == 1 for content in contents if content)


@pytest.mark.parametrize(
    ("text", "language", "source", "entity"),
    [
        # A document stands for who made it, where the text says so.
        ("Eine Studie der Universität Bremen wurde am Montag bekannt. Laut der Studie fehlen 300 Lehrer.", "de",
         "der Studie", "Universität Bremen"),
        ("The World Bank presented a study on Monday. The study says that poverty is growing.", "en",
         "The study", "World Bank"),
        ("Das Landgericht Bremen verurteilte den Mann. In dem Urteil heißt es, dass er gelogen habe.", "de",
         "Urteil", "Landgericht Bremen"),
        ("Die Stiftung Warentest prüft die Vorwürfe. In einer Mitteilung heißt es, dass alle Geräte sicher seien.",
         "de", "einer Mitteilung", "Stiftung Warentest"),
        ("The Kremlin criticised the plan. The report says that taxes must fall.", "en", "The report", None),
        # Somebody unnamed speaks for a body.
        ("Siemens schließt ein Werk. Ein Sprecher sagte, dass die Arbeiter bleiben.", "de", "Ein Sprecher", "Siemens"),
        ("Siemens closed the plant. Its chairman said that the workers would stay.", "en", "Its chairman", "Siemens"),
        ("Die Taliban griffen am Montag an. Ein Talibansprecher erklärte, dass die Angriffe weitergehen.", "de",
         "Ein Talibansprecher", "Taliban"),
        ("Angela Merkel came to Paris. A spokeswoman said that the talks would go on.", "en", "A spokeswoman", None),
        # "Man" is the body that acts.
        ("Der Hersteller Siemens baut ein neues Werk. Man habe sich dazu entschlossen, weil die Nachfrage steige.",
         "de", "Man", "Siemens"),
        # A view belongs to whom it is of.
        ("Angela Merkel will mit allen sprechen. Laut ihren Aussagen schließt sie keine Partei aus.", "de",
         "ihren Aussagen", "Angela Merkel"),
        # The name behind an office counts, not whom the office serves.
        ("The report was wrong, Interior Minister Paula Hartog said on Monday.", "en",
         "Interior Minister Paula Hartog", "Paula Hartog"),
        ('"I am sorry," Facebook co-founder Mark Zuckerberg said on Monday.', "en",
         "Facebook co-founder Mark Zuckerberg", "Mark Zuckerberg"),
    ],
)  # fmt: skip
def test_a_source_is_who_stands_behind_it(text: str, language: str, source: str, entity: str | None) -> None:
    article = read(text, language)

    names = {one.id: one.name for one in article.entities}
    found = {source_of(article, one): one.source.entity for one in article.statements if one.source}
    assert source in found
    assert names.get(found[source] or "") == entity
