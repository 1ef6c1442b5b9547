"""The files of rules: what they name exists, and what exists is used."""

from __future__ import annotations

import re

import pytest

from lagebild.expressions.times.finding import MEANINGS
from lagebild.expressions.times.rules import Alphabet, Rules
from lagebild.expressions.times.tokens import tokens_of
from lagebild.expressions.times.words import LANGUAGES
from lagebild.lexicon.loading import load
from lagebild.model import LexiconError

# Classes that figures and signs have by their shape.
SHAPES = frozenset(
    "iso dotted slashed years clock dotted_day decade dotted_clock ordinal ordinal_figure meridiem o_clock number day"
    " hour hour_word year comma stop dash stroke line open close tick length weekday_part weekdays_part"
    " unit_adjective attribute units_compound year_short year_ticked".split()
)


def classes_of(pattern: str) -> set[str]:
    return set(re.findall(r"[a-z_]+", re.sub(r"'[^']*'", "", pattern)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_a_rule_has_words_or_a_shape(language: str) -> None:
    content = load(f"times_{language}")
    known = SHAPES | set(content["words"]) | set(content["parts"])

    for rule in content["rule"]:
        for pattern in rule["patterns"]:
            assert classes_of(pattern) <= known, pattern


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_class_of_words_stands_in_a_rule(language: str) -> None:
    content = load(f"times_{language}")
    patterns = [pattern for rule in content["rule"] for pattern in rule["patterns"]] + list(content["parts"].values())

    assert set(content["words"]) <= set().union(*map(classes_of, patterns))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_of_a_rule_is_known(language: str) -> None:
    assert {rule["means"] for rule in load(f"times_{language}")["rule"]} <= set(MEANINGS)


def test_every_meaning_is_meant_by_some_rule() -> None:
    meant = {rule["means"] for language in LANGUAGES for rule in load(f"times_{language}")["rule"]}

    assert set(MEANINGS) == meant


def test_a_set_of_classes_has_one_character_and_every_class_of_it_leads_there() -> None:
    alphabet = Alphabet()

    both = alphabet.character({"unit": "D", "units": "D"})

    assert alphabet.character({"units": "W", "unit": "W"}) == both
    assert both in alphabet.with_class("unit")
    assert alphabet.with_class("month") == ""


def test_what_stands_around_an_expression_is_no_part_of_it() -> None:
    text = "Das Werk öffnet im Juni wieder."
    spans = {
        text[match.start : match.end]
        for match in Rules("de").matches(text, tokens_of(text, "de"))
        if match.rule.means == "month"
    }

    assert spans == {"Juni"}


def test_a_rule_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = {**load("times_de"), "rule": [{"means": "year", "patterns": ["year )"]}]}
    monkeypatch.setattr("lagebild.expressions.times.rules.load", lambda _: broken)

    with pytest.raises(LexiconError, match=r"times_de\.toml: the rule 'year \)' cannot be read"):
        Rules("de").matches("2024", tokens_of("2024", "de"))


def test_a_rule_is_not_tried_where_no_alternative_of_a_group_can_be_there() -> None:
    rules = {rule.pattern: rule for rule in Rules("de")._rules}
    rule = rules["[('am'|'im'|'zum'|'vom')] (ordinal|high_ordinal|ordinal_figure) ('Tag'|'Monat'|'Jahr')"]

    assert rule.may_fit(frozenset({"'am'", "ordinal", "'tag'"}))
    assert not rule.may_fit(frozenset({"'am'", "ordinal", "unit"}))
