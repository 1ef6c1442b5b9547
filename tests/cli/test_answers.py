from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.samples import disputed_article, disputed_english_article, german_article
from tests.factories import make_article

from lagebild.cli.answers import denials_by_claim
from lagebild.cli.content_words import content_words
from lagebild.model import (
    Article,
    Entity,
    EntityKind,
    Mention,
    MentionForm,
    Party,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeType,
)

OSTMARK = Entity("e1", "Ostmark", EntityKind.COUNTRY, "OST")
LUND = Entity("e2", "Lund", EntityKind.PERSON, "NOR", ("GOV",))
NORLAND = Entity("e3", "Norland", EntityKind.COUNTRY, "NOR")
REH = Entity("e4", "Reh", EntityKind.PERSON, "NOR", ("CVL",))


def _dispute(
    *said: tuple[str | None, SpeechAct, str, tuple[str, ...]], between: str = " ", language: str = "de"
) -> Article:
    """Return an article of statements: the entity that speaks, what it does, in which words, about whom."""
    statements: list[Statement] = []
    text = ""
    for index, (speaker, act, words, about) in enumerate(said):
        source = Span(len(text), len(text) + 5)
        content = Span(len(text) + 6, len(text) + 6 + len(words))
        text += f"{index:05} {words}{between}"
        statements.append(
            Statement(f"s{index}", StatementKind.INDIRECT, act, Party(source, speaker), (), (content,), about=about)
        )
    article = make_article(text, language=language)
    return replace(article, statements=tuple(statements), entities=(OSTMARK, LUND, NORLAND, REH))


def _answers(article: Article) -> dict[str, list[str]]:
    return {claim: [denial.id for denial in denials] for claim, denials in denials_by_claim(article).items()}


def test_a_denial_answers_a_claim_of_the_same_matter_wherever_it_stands() -> None:
    claim = ("e1", SpeechAct.STATE, "mehrere Container mit Munition seien im Hafen angekommen", ())
    denial = (None, SpeechAct.DENY, "die Container seien nie in einem Hafen angekommen", ())

    assert _answers(_dispute(claim, denial, between="\n")) == {"s0": ["s1"]}
    assert _answers(_dispute(denial, claim, between="\n")) == {"s1": ["s0"]}


def test_a_denial_of_something_else_answers_nothing() -> None:
    claim = ("e1", SpeechAct.STATE, "mehrere Container mit Munition seien angekommen", ())
    denial = ("e2", SpeechAct.DENY, "das Abkommen sei gegen andere Staaten gerichtet", ())

    assert _answers(_dispute(claim, denial)) == {}


def test_one_common_word_is_too_little_between_strangers() -> None:
    claim = ("e1", SpeechAct.STATE, "die Steuern steigen schon wieder", ())
    denial = ("e2", SpeechAct.DENY, "niedrige Steuern schaden Firmen", ())

    assert _answers(_dispute(claim, denial)) == {}


def test_names_and_days_are_no_common_matter() -> None:
    article = _dispute(
        ("e1", SpeechAct.STATE, "Arvid Lund reise Montag", ()), ("e3", SpeechAct.DENY, "Arvid Lund komme Montag", ())
    )
    assert _answers(article) == {"s0": ["s1"]}

    names = [article.text.index("Arvid"), article.text.rindex("Arvid")]
    days = [article.text.index("Montag"), article.text.rindex("Montag")]
    article = replace(
        article,
        mentions=tuple(Mention("m1", "e2", Span(start, start + 10), MentionForm.NAME) for start in names),
        times=tuple(TimeExpression("t1", Span(start, start + 6), TimeType.DATE, None) for start in days),
    )
    assert _answers(article) == {}


def test_who_is_accused_answers_with_one_common_word() -> None:
    claim = ("e1", SpeechAct.ACCUSE, "Container mit Munition geliefert zu haben", ("e3",))
    denial = ("e3", SpeechAct.DENY, "Waffen geliefert zu haben", ())

    assert _answers(_dispute(claim, denial, between="\n")) == {"s0": ["s1"]}


def test_a_brief_denial_of_the_accused_answers_the_last_paragraph_that_accuses() -> None:
    article = _dispute(
        ("e1", SpeechAct.ACCUSE, "Wahlen gefälscht zu haben", ("e3",)),
        ("e1", SpeechAct.ACCUSE, "Munition geliefert zu haben", ("e3",)),
        ("e1", SpeechAct.DEMAND, "eine gründliche Untersuchung aller Häfen", ()),
        ("e3", SpeechAct.REJECT, "die Vorwürfe", ()),
        between="\n",
    )

    assert _answers(article) == {"s1": ["s3"]}


def test_the_accused_who_denies_in_the_same_paragraph_answers_the_accusation() -> None:
    claim = ("e1", SpeechAct.ACCUSE, "Munition geliefert zu haben", ("e3",))
    denial = ("e3", SpeechAct.DENY, "jemals Verträge dieser Art gebrochen zu haben", ())

    assert _answers(_dispute(claim, denial)) == {"s0": ["s1"]}
    assert _answers(_dispute(claim, denial, between="\n")) == {}
    assert _answers(_dispute(denial, claim)) == {}


def test_a_government_answers_for_its_state_and_a_citizen_does_not() -> None:
    claim = ("e1", SpeechAct.ACCUSE, "Munition geliefert zu haben", ("e3",))
    other = ("e1", SpeechAct.DEMAND, "eine gründliche Untersuchung aller Häfen", ())

    assert _answers(_dispute(claim, other, ("e2", SpeechAct.REJECT, "das", ()))) == {"s0": ["s2"]}
    assert _answers(_dispute(claim, other, ("e4", SpeechAct.REJECT, "das", ()))) == {}


def test_a_denial_that_names_the_claimant_answers_him() -> None:
    claim = ("e4", SpeechAct.STATE, "Verträge seien gebrochen worden", ())
    denial = ("e2", SpeechAct.REJECT, "Unsinn", ("e4",))

    assert _answers(_dispute(claim, denial, between="\n")) == {"s0": ["s1"]}


def test_a_brief_denial_answers_the_blame_right_before_it() -> None:
    blame = ("e1", SpeechAct.CRITICIZE, "den lahmen Umgang mit Verbrechern", ())
    denial = ("e4", SpeechAct.DENY, "dies", ())

    assert _answers(_dispute(blame, denial)) == {"s0": ["s1"]}
    assert _answers(_dispute(blame, denial, between="\n")) == {}


def test_nobody_denies_what_he_says_himself() -> None:
    words = "mehrere Container mit Munition seien angekommen"

    assert _answers(_dispute(("e1", SpeechAct.STATE, words, ()), ("e1", SpeechAct.DENY, words, ()))) == {}


def test_a_demand_is_rejected_and_not_denied() -> None:
    words = "eine gründliche Untersuchung aller Häfen"
    demand = ("e1", SpeechAct.DEMAND, words, ())

    assert _answers(_dispute(demand, ("e2", SpeechAct.REJECT, words, ()))) == {"s0": ["s1"]}
    assert _answers(_dispute(demand, ("e2", SpeechAct.DENY, words, ()))) == {}


def test_who_rejects_a_coalition_does_not_contradict_who_speaks_of_it() -> None:
    claim = ("e1", SpeechAct.STATE, "eine Koalition mit der Linkspartei sei möglich", ())
    rejection = ("e4", SpeechAct.REJECT, "eine Koalition mit der Linkspartei", ())

    assert _answers(_dispute(claim, rejection)) == {}


def test_a_claim_told_within_a_denial_is_not_answered_by_it() -> None:
    article = _dispute(("e2", SpeechAct.DENY, "Reh habe gesagt, Container mit Munition seien angekommen", ()))
    denial = article.statements[0]
    inner = Span(article.text.index("Container"), denial.content[0].end)
    claim = Statement("s1", StatementKind.INDIRECT, SpeechAct.STATE, Party(Span(6, 9), "e4"), (), (inner,))

    assert _answers(replace(article, statements=(denial, claim))) == {}


@pytest.mark.parametrize(
    ("article", "answers"),
    [
        (disputed_article(), {"s1": ["s6"], "s2": ["s4", "s6"]}),
        (disputed_english_article(), {"s1": ["s2"]}),
        (german_article(), {}),
    ],
)
def test_the_sample_articles_are_answered_like_this(article: Article, answers: dict[str, list[str]]) -> None:
    assert _answers(article) == answers


def test_content_words_are_those_that_are_no_grammar() -> None:
    text = "dass die 4.200 Container nach Halvar verschickt wurden"

    assert content_words(text, [Span(0, len(text))], language="de") == {"4.200", "contai", "halvar", "verschick"}
    assert content_words(text, [Span(0, len(text))], language="de", without=[Span(30, 36)]) == {
        "4.200",
        "contai",
        "verschick",
    }


SAID = st.tuples(
    st.sampled_from(["e1", "e2", "e3", "e4", None]),
    st.sampled_from(SpeechAct),
    st.sampled_from(["", "die Vorwürfe", "Container mit Munition", "Munition und Container im Hafen"]),
    st.lists(st.sampled_from(["e1", "e2", "e3", "e4"]), max_size=2).map(tuple),
)


@given(st.lists(SAID, max_size=8), st.sampled_from([" ", "\n"]))
def test_only_denials_and_rejections_answer_and_never_one_another(
    said: list[tuple[str | None, SpeechAct, str, tuple[str, ...]]], between: str
) -> None:
    article = _dispute(*said, between=between)
    acts = {statement.id: statement.act for statement in article.statements}
    answers = denials_by_claim(article)

    refusals = {SpeechAct.DENY, SpeechAct.REJECT}
    assert all(denial.act in refusals for denials in answers.values() for denial in denials)
    assert all(acts[claim] not in refusals for claim in answers)
    assert all(len(set(_answers(article)[claim])) == len(denials) for claim, denials in answers.items())
