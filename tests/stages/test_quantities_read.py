"""What the shipped analyzer lets the stage decide: the noun, its lemma, names, and what a number belongs to."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import read_page_text
from lagebild.language.analyzers import analyzer_named
from lagebild.model import Analysis, Sentence, Span, Word
from lagebild.stages.language import language_stage
from lagebild.stages.quantities import find_quantities

if TYPE_CHECKING:
    from lagebild.model import Stage

SEED = Path(os.environ.get("LAGEBILD_SEED") or "no such file")

Row = tuple[str, float, str | None]


@pytest.fixture(scope="module")
def language() -> Stage:
    return language_stage(analyzer_named(None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Es kamen 200 Gefangene.", [("200 Gefangene", 200, "gefangener")]),
        ("Sie pflanzten acht Bäume.", [("acht Bäume", 8, "baum")]),
        ("Es kamen 6.000 andere Menschen.", [("6.000 andere Menschen", 6000, "mensch")]),
        ("Bei dem Unfall wurden drei verletzt.", [("drei", 3, None)]),
        ("Es kamen 43.000 Frauen und Männer.", [("43.000 Frauen", 43_000, "frau")]),
        ("Zwei 17-Jährige fuhren davon.", [("Zwei 17-Jährige", 2, "17-jähriger"), ("17-Jährige", 17, "year")]),
        ("Er flog als erster Mensch ins All.", [("erster Mensch", 1, "mensch")]),
        ("Es gab erste Ergebnisse.", []),
        ("Der ICE 556 hielt an Gleis 9.", []),
        ("Die Boeing 737 MAX landete in Köln.", []),
    ],
)
def test_the_german_noun_counted_is_known_by_its_part_of_speech(
    language: Stage, text: str, expected: list[Row]
) -> None:
    found = find_quantities(language.run(make_article(text))).quantities

    assert [(one.span.of(text), one.value, one.unit) for one in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They rescued 900 asylum seekers.", [("900 asylum seekers", 900, "asylum seeker")]),
        ("They took five hard drives.", [("five hard drives", 5, "drive")]),
        ("He lost 28,000 Andy Warhol photographs.", [("28,000 Andy Warhol photographs", 28_000, "photograph")]),
        ("More than 1,200 North Korean soldiers came.", [("More than 1,200 North Korean soldiers", 1200, "soldier")]),
        ("Two South African miners died.", [("Two South African miners", 2, "miner")]),
        ("8 Palestinians were killed.", [("8 Palestinians", 8, "palestinian")]),
        ("One shell hit the house.", [("One shell", 1, "shell")]),
        ("One of them left.", []),
        ("Three of the men died.", [("Three", 3, None)]),
        ("He lives on the third floor.", [("third floor", 3, "floor")]),
        ("It was her second.", [("second", 2, None)]),
        ("The 22nd Fan Expo Canada opened.", [("22nd", 22, None)]),
        ("Thomas Sam, 42, was there.", [("42", 42, "year")]),
    ],
)
def test_the_english_noun_counted_is_known_by_its_part_of_speech(
    language: Stage, text: str, expected: list[Row]
) -> None:
    found = find_quantities(language.run(make_article(text, language="en"))).quantities

    assert [(one.span.of(text), one.value, one.unit) for one in found] == expected


def test_a_sentence_that_was_not_read_is_guessed() -> None:
    text = "Es kamen 200 Soldaten."
    words = tuple(Word(Span(0, 2), form, form, "X", "", None, "") for form in ("Es",))
    unread = Analysis((Sentence(Span(0, len(text)), words, analyzed=False),), "filter")
    found = find_quantities(replace(make_article(text), analysis=unread)).quantities

    assert [(one.span.of(text), one.unit) for one in found] == [("200 Soldaten", "soldat")]


@pytest.mark.skipif(not SEED.is_file(), reason="LAGEBILD_SEED names no file")
def test_the_first_page_has_all_its_quantities(language: Stage) -> None:
    article = read_page_text(Page(SEED.name, SEED.read_bytes()), Hints(language="de"))
    found = find_quantities(language.run(article)).quantities

    assert [(one.value, one.bound.value, one.unit, one.of) for one in found] == [
        (1, "exact", "reise", None),
        (2, "exact", "mal", None),
        (50_000_000_000, "exact", "USD", None),
        (100, "more_than", "land", None),
        (4, "exact", "region", None),
        (1, "exact", "reise", None),
        (6700, "about", "container", None),
        (3_000_000, "more_than", "artilleriegranate", None),
        (152, "exact", "mm", "q8"),
        (500_000, "more_than", "mehrfachrakete", None),
        (122, "exact", "mm", "q10"),
        (5, "exact", "mandat", None),
    ]
