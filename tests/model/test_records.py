"""The record: plain data in the shape of its JSON Schema."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files

import jsonschema
import pytest

from lagebild.model import (
    Article,
    Bound,
    Caution,
    CautionKind,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    EventType,
    Headline,
    Mention,
    MentionForm,
    Participant,
    Party,
    Place,
    PlacePrecision,
    ProducedBy,
    Quantity,
    QuantityKind,
    Role,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
    TimeExpression,
    TimeModifier,
    TimeReading,
    TimeType,
)
from tests.factories import make_article

TEXT = "Lund bestritt am Montag, etwa 6.700 Container geliefert zu haben."


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((files("lagebild.model") / "record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def full_article() -> Article:
    """Return an article with something in every layer."""
    return replace(
        make_article(TEXT),
        headline=Headline("Lund bestreitet"),
        produced_by=ProducedBy("0.1.0", "lines-1", "abc"),
        times=(
            TimeExpression(
                "t1",
                Span(17, 23),
                TimeType.DATE,
                "2024-06-17",
                TimeModifier.APPROX,
                date(2024, 6, 17),
                date(2024, 6, 17),
                (TimeReading("2024-06-24", date(2024, 6, 24), date(2024, 6, 24)),),
                "published",
            ),
        ),
        quantities=(Quantity("q1", Span(25, 45), 6700, Bound.ABOUT, None, "container", None, QuantityKind.COUNT),),
        entities=(
            Entity(
                "e1",
                "Lund",
                EntityKind.PERSON,
                "NOR",
                ("GOV",),
                ("Präsident",),
                "Q1",
                Place(1.5, 2.5, 7, PlacePrecision.CITY),
            ),
        ),
        mentions=(Mention("m1", "e1", Span(0, 4), MentionForm.NAME),),
        statements=(
            Statement(
                "s1",
                StatementKind.INDIRECT,
                SpeechAct.DENY,
                Party(Span(0, 4), "e1"),
                (Span(5, 13),),
                (Span(25, 64),),
                time="t1",
                about=("e1",),
                found_by="network",
                confidence=0.86,
            ),
        ),
        events=(
            Event(
                "v1",
                EventType.AID,
                ("military",),
                (),
                (Participant("e1", "m1", "NOR GOV"),),
                (),
                Span(46, 55),
                Span(0, 65),
                EventStatus.DENIED,
                "s1",
                "t1",
                None,
                ("q1",),
                None,
                0.83,
            ),
        ),
        warnings=(Caution(CautionKind.AMBIGUOUS_TIME, "Two days are possible.", (Span(17, 23),)),),
    )


def test_a_record_with_every_layer_follows_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    record = full_article().to_dict()

    validator.validate(record)
    assert json.loads(json.dumps(record)) == record


def test_a_record_without_findings_follows_the_schema(validator: jsonschema.Draft202012Validator) -> None:
    record = make_article("Nichts.", published=None, language="de").to_dict()

    validator.validate(record)
    assert record["times"] == []
    assert record["article"]["published"] == {"value": None, "precision": None, "known_from": None}


def test_the_schema_refuses_a_role_that_the_codebook_lacks(validator: jsonschema.Draft202012Validator) -> None:
    record = make_article("Nichts.").to_dict()
    record["article"]["blocks"][0]["role"] = "advertisement"

    with pytest.raises(jsonschema.ValidationError, match="advertisement"):
        validator.validate(record)


def test_the_schema_names_every_role() -> None:
    schema = json.loads((files("lagebild.model") / "record.schema.json").read_text(encoding="utf-8"))

    assert set(schema["$defs"]["block"]["properties"]["role"]["enum"]) == {str(role) for role in Role}


def test_a_time_is_written_with_its_quote_and_days() -> None:
    (time,) = full_article().to_dict()["times"]

    assert time == {
        "id": "t1",
        "start": 17,
        "end": 23,
        "quote": "Montag",
        "type": "DATE",
        "value": "2024-06-17",
        "mod": "APPROX",
        "begin": "2024-06-17",
        "last": "2024-06-17",
        "alternatives": [{"value": "2024-06-24", "begin": "2024-06-24", "last": "2024-06-24"}],
        "anchor": "published",
    }


def test_a_source_is_written_with_its_entity() -> None:
    (statement,) = full_article().to_dict()["statements"]

    assert statement["source"] == {"start": 0, "end": 4, "quote": "Lund", "entity": "e1"}
    assert statement["cue"] == [{"start": 5, "end": 13, "quote": "bestritt"}]


def test_a_statement_says_what_found_it_and_how_sure_it_is() -> None:
    (statement,) = full_article().to_dict()["statements"]

    assert (statement["found_by"], statement["confidence"]) == ("network", 0.86)


def test_a_statement_of_a_rule_has_no_confidence(validator: jsonschema.Draft202012Validator) -> None:
    article = full_article()
    by_rule = replace(article.statements[0], found_by="rule:aside", confidence=None)
    record = replace(article, statements=(by_rule,)).to_dict()

    validator.validate(record)
    assert (record["statements"][0]["found_by"], record["statements"][0]["confidence"]) == ("rule:aside", None)


def test_the_schema_refuses_a_statement_that_is_surer_than_sure(validator: jsonschema.Draft202012Validator) -> None:
    record = full_article().to_dict()
    record["statements"][0]["confidence"] = 1.01

    with pytest.raises(jsonschema.ValidationError, match=r"1\.01"):
        validator.validate(record)


def test_a_headline_outside_the_text_has_no_offsets() -> None:
    assert full_article().to_dict()["article"]["headline"] == {"start": None, "end": None, "quote": "Lund bestreitet"}
