from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.evaluation.gold_statements import is_held_out, texts_of
from lagebild.evaluation.statements import SHIPPED_GOLD, score_statements
from lagebild.model import (
    Article,
    Entity,
    EntityKind,
    EvaluationError,
    Party,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
)

if TYPE_CHECKING:
    from pathlib import Path

    from lagebild.evaluation.gold_statements import GoldText

TEXT = "Er sagte, der Zug komme. Sie bestritt die Tat."
STATEMENTS = [
    ("indirect", "state", "Er", "sagte", "der Zug komme"),
    ("reported", "deny", "Sie", "bestritt", "die Tat"),
]


def place(quote: str) -> Span:
    return Span(TEXT.index(quote), TEXT.index(quote) + len(quote))


def piece(quote: str) -> dict[str, object]:
    span = place(quote)
    return {"start": span.start, "end": span.end, "quote": quote}


@pytest.fixture
def gold(tmp_path: Path) -> GoldText:
    statements = [
        {"kind": kind, "act": act, "source": piece(source), "cue": [piece(cue)], "content": [piece(content)]}
        for kind, act, source, cue, content in STATEMENTS
    ]
    row = {"name": "wikinews-1", "language": "de", "text": TEXT, "statements": statements}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (text,) = texts_of(path)
    return text


def found(source: str, cue: str, content: str, act: SpeechAct) -> Statement:
    return Statement("s1", StatementKind.INDIRECT, act, Party(place(source)), (place(cue),), (place(content),))


def article(*statements: Statement, entities: tuple[Entity, ...] = ()) -> Article:
    return replace(make_article(TEXT), statements=statements, entities=entities)


def test_statements_that_agree_with_the_gold_score_one(gold: GoldText) -> None:
    right = [
        found("Er", "sagte", "der Zug komme", SpeechAct.STATE),
        found("Sie", "bestritt", "die Tat", SpeechAct.DENY),
    ]

    result = score_statements([(gold, article(*right))])

    names = ("statement", "attribution", "content", "cue", "source", "act")
    assert {name: result.metrics[f"de.articles.{name}"] for name in names} == dict.fromkeys(names, 1.0)
    assert (result.cases[0].score, result.cases[0].detail) == (1.0, "")


def test_a_wrong_source_counts_as_a_statement_and_not_as_an_attribution(gold: GoldText) -> None:
    result = score_statements([(gold, article(found("Sie", "sagte", "der Zug komme", SpeechAct.STATE)))])

    assert result.metrics["de.articles.statement"] == pytest.approx(2 / 3)
    assert result.metrics["de.articles.attribution"] == 0.0
    assert "wrong source [sagte] … [der Zug komme]" in result.cases[0].detail
    assert "missed [bestritt] … [die Tat]" in result.cases[0].detail


def test_a_content_of_which_less_than_half_is_right_is_another_statement(gold: GoldText) -> None:
    result = score_statements([(gold, article(found("Er", "sagte", "Zug", SpeechAct.STATE)))])

    assert result.metrics["de.articles.statement"] == 0.0


def test_each_act_counts_alike_however_rare_it_is(gold: GoldText) -> None:
    wrong = [
        found("Er", "sagte", "der Zug komme", SpeechAct.STATE),
        found("Sie", "bestritt", "die Tat", SpeechAct.STATE),
    ]

    assert score_statements([(gold, article(*wrong))]).metrics["de.articles.act"] == pytest.approx((2 / 3 + 0) / 2)


@pytest.mark.parametrize(("entity", "resolved"), [("e1", 1.0), ("e2", 0.0), (None, 0.0)])
def test_a_pronoun_is_resolved_if_its_entity_bears_the_name_of_the_gold(
    gold: GoldText, entity: str | None, resolved: float
) -> None:
    known = replace(gold, statements=(replace(gold.statements[0], entity="Juri Weyde"), gold.statements[1]))
    one = replace(found("Er", "sagte", "der Zug komme", SpeechAct.STATE), source=Party(place("Er"), entity))
    people = (Entity("e1", "Weyde", EntityKind.PERSON), Entity("e2", "Arvid Lund", EntityKind.PERSON))

    metrics = score_statements([(known, article(one, entities=people))]).metrics

    assert metrics["de.articles.resolved"] == resolved


@pytest.mark.parametrize(
    ("named", "resolved"),
    [("Bundesgerichtes", 1.0), ("Bundesgerichts", 1.0), ("Bundesgerichtshof", 0.0), ("Bundesgerichtess", 0.0)],
)
def test_a_genitive_is_the_same_name(gold: GoldText, named: str, resolved: float) -> None:
    known = replace(gold, statements=(replace(gold.statements[0], entity="Bundesgericht"), gold.statements[1]))
    one = replace(found("Er", "sagte", "der Zug komme", SpeechAct.STATE), source=Party(place("Er"), "e1"))
    body = Entity("e1", named, EntityKind.ORGANIZATION)

    metrics = score_statements([(known, article(one, entities=(body,)))]).metrics

    assert metrics["de.articles.resolved"] == resolved


def test_nobody_is_resolved_where_the_gold_names_nobody(gold: GoldText) -> None:
    one = found("Er", "sagte", "der Zug komme", SpeechAct.STATE)

    assert "de.articles.resolved" not in score_statements([(gold, article(one))]).metrics


def test_a_fifth_of_the_gold_that_ships_is_held_out() -> None:
    names = [text.name for text in texts_of(SHIPPED_GOLD)]

    assert 0.15 < sum(map(is_held_out, names)) / len(names) < 0.25


def test_quotations_of_another_corpus_have_no_act(tmp_path: Path) -> None:
    row = {
        "name": "1",
        "text": TEXT,
        "quotations": [{"type": "Direct", "speaker": [[0, 2]], "cue": [[3, 8]], "quote": [[10, 23]]}],
    }
    (tmp_path / "dev.jsonl").write_text(json.dumps(row), encoding="utf-8")

    (gold,) = texts_of(tmp_path)
    metrics = score_statements([(gold, article(found("Er", "sagte", "der Zug komme", SpeechAct.STATE)))]).metrics

    assert gold.statements[0].kind == "direct"
    assert metrics["de.quotations.attribution"] == 1.0
    assert "de.quotations.act" not in metrics


@pytest.mark.parametrize("line", ["{}", "no json", '{"name": "1", "text": "", "quotations": [{}]}'])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "gold.jsonl").write_text(f"\n{line}\n", encoding="utf-8")

    with pytest.raises(EvaluationError, match=r"gold\.jsonl:2"):
        texts_of(tmp_path)
