"""How the probabilities of lines become the roles of a page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.lines.model import ROLES
from lagebild.intake.lines.roles import decide, read_roles, with_descriptions
from lagebild.model import STORY_ROLES, Role

HEADLINE, CROSSHEAD, PARAGRAPH = Role.HEADLINE, Role.CROSSHEAD, Role.PARAGRAPH


def decided(*rows: tuple[str, dict[Role, float]]) -> list[Role]:
    probabilities = np.zeros((len(rows), len(ROLES)), dtype=np.float32)
    for number, (_, row) in enumerate(rows):
        for role, probability in row.items():
            probabilities[number, ROLES.index(role)] = probability
    return decide([line for line, _ in rows], probabilities)


TITLE = ("Der Rat schließt das Hallenbad", {HEADLINE: 0.9, CROSSHEAD: 0.1})


def test_the_most_probable_role_is_taken() -> None:
    rows = (
        TITLE,
        ("Es war spät.", {PARAGRAPH: 0.6, Role.TEASER: 0.4}),
        ("Politik", {Role.NAVIGATION: 0.7, Role.LABEL: 0.3}),
    )

    assert decided(*rows) == [HEADLINE, PARAGRAPH, Role.NAVIGATION]


def test_whether_a_line_is_the_storys_is_asked_first() -> None:
    split = {Role.TEASER: 0.4, PARAGRAPH: 0.35, Role.CAPTION: 0.25}

    assert decided(TITLE, ("Der Rat.", split)) == [HEADLINE, PARAGRAPH]


def test_a_page_has_one_headline() -> None:
    other = ("Bischof tritt nach Skandal zurück", {HEADLINE: 0.8, Role.STANDFIRST: 0.05, CROSSHEAD: 0.15})

    assert decided(TITLE, other) == [HEADLINE, CROSSHEAD]


def test_a_page_has_one_headline_even_where_the_model_has_no_doubt() -> None:
    roles = decided(("Der Rat tagt", {HEADLINE: 1.0}), ("Bischof tritt zurück", {HEADLINE: 1.0}))

    assert roles.count(HEADLINE) == 1


def test_the_headline_said_again_is_a_headline() -> None:
    again = ("Der Rat schließt das Hallenbad", {HEADLINE: 0.6, CROSSHEAD: 0.4})

    assert decided(again, TITLE) == [HEADLINE, HEADLINE]


def test_a_line_that_is_a_headline_more_than_any_other_becomes_it() -> None:
    shy = ("Der Rat schließt das Hallenbad", {HEADLINE: 0.3, CROSSHEAD: 0.45, Role.LATEST: 0.25})

    assert decided(shy, ("Es war spät.", {PARAGRAPH: 1.0})) == [HEADLINE, PARAGRAPH]


def test_a_page_without_a_likely_headline_has_none() -> None:
    flat = dict.fromkeys(STORY_ROLES, 0.14)

    assert HEADLINE not in decided(("Es war spät.", flat), ("Sie kamen.", flat))


def test_no_lines_have_no_roles() -> None:
    assert read_roles([], blank_before=[]) == []


@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=16, max_size=16), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_headlines_say_the_same_words_whatever_the_model_thinks(rows: list[list[float]]) -> None:
    words = ["Taucher Kabel", "Taucher Kabel", "Bischof Glocke", "Ernte Minister", "Drohne Rasen", "Quallen Kraftwerk"]
    lines = words[: len(rows)]

    titles = {
        line
        for line, role in zip(lines, decide(lines, np.array(rows, dtype=np.float32)), strict=True)
        if role is HEADLINE
    }
    assert len(titles) <= 1


@pytest.mark.parametrize("line", ["", "x" * 100_000, "\u202eשלום", "😀" * 1_000, "„" * 1_000])
def test_a_strange_line_gets_a_role(line: str) -> None:
    (reading,) = read_roles([line], blank_before=[False])

    assert reading.role in set(Role)


SENTENCE = "Es ist die erste Reise der Ministerpräsidentin nach Tamar seit mehr als zwei Jahrzehnten."


def test_a_paragraph_that_says_a_teasers_sentence_again_describes_a_video() -> None:
    lines = [f"Worum es geht. {SENTENCE}", "Es war spät.", f"Fahnen am Hafen. {SENTENCE} Eine Reporterin berichtet."]

    assert with_descriptions(lines, [Role.TEASER, PARAGRAPH, PARAGRAPH]) == [Role.TEASER, PARAGRAPH, Role.CAPTION]


def test_a_paragraph_above_the_teaser_of_its_words_stays_one() -> None:
    lines = [f"Fahnen am Hafen. {SENTENCE}", f"Worum es geht. {SENTENCE}"]

    assert with_descriptions(lines, [PARAGRAPH, Role.TEASER]) == [PARAGRAPH, Role.TEASER]


def test_a_paragraph_about_the_same_in_other_words_stays_one() -> None:
    lines = [f"Worum es geht. {SENTENCE}", "Zuletzt war eine Ministerpräsidentin vor 24 Jahren in Tamar."]

    assert with_descriptions(lines, [Role.TEASER, PARAGRAPH]) == [Role.TEASER, PARAGRAPH]


def test_thousands_of_teasers_and_paragraphs_are_survived() -> None:
    lines = [f"Worum es geht. {SENTENCE}"] * 5_000 + [
        f"Nummer {number} kam am Dienstag in den Saal." for number in range(5_000)
    ]
    roles = with_descriptions(lines, [Role.TEASER] * 5_000 + [PARAGRAPH] * 5_000)

    assert roles.count(PARAGRAPH) == 5_000


def test_the_sentences_of_a_page_of_three_lines_are_its_story() -> None:
    story = "The ferry sailed on Tuesday with 214 passengers, its operator said."

    readings = read_roles(["Home", "Ferry sails", story], blank_before=[False] * 3)

    assert readings[2].role in STORY_ROLES
    assert readings[0].role not in STORY_ROLES


def test_a_page_of_menus_has_no_story() -> None:
    readings = read_roles(["Startseite", "Politik", "Sport", "Impressum"], blank_before=[False] * 4)

    assert not any(reading.role in STORY_ROLES for reading in readings)
