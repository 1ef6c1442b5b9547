"""Who wrote and who helped, by the credit lines of a page."""

from __future__ import annotations

import pytest

from lagebild.intake.credits import authors_in, contributors_in
from lagebild.model import Block, Role, Span


def page_of(*lines: tuple[Role, str]) -> list[Block]:
    return [Block(role, text, page_span=Span(0, len(text))) for role, text in lines]


def credits_of(*lines: str) -> list[Block]:
    return page_of(*((Role.CREDIT, line) for line in lines))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Von Jana Weyde", ("Jana Weyde",)),
        ("Von Jana Weyde und Karl Ott, Berlin", ("Jana Weyde", "Karl Ott")),
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe | June 18, 2024", ("Jane Doe", "John Roe")),
        ("Von Jana Weyde am 18.06.2024", ("Jana Weyde",)),
        ("Autor: Karl Ott – 12.03.2031, 14:05 Uhr", ("Karl Ott",)),
        ("Ein Gastbeitrag von Hedda von der Au", ("Hedda von der Au",)),
        ("Von der Redaktion", ()),
        ("Foto: Jana Weyde", ()),
        ("dpa", ()),
        ("Jana Weyde ist Redakteurin im Ressort Politik.", ()),
    ],
)
def test_a_by_line_names_the_authors(line: str, authors: tuple[str, ...]) -> None:
    assert authors_in(credits_of(line)) == authors


@pytest.mark.parametrize(
    ("line", "helpers"),
    [
        ("Zusätzliche Berichterstattung von Jo Ott, Ute Fels und Paul P. Au", ("Jo Ott", "Ute Fels", "Paul P. Au")),
        ("Mitarbeit: Karl Ott", ("Karl Ott",)),
        ("Mit Beiträgen von Karl Ott und Ute Fels", ("Karl Ott", "Ute Fels")),
        ("Karl Ott und Ute Fels haben zu diesem Bericht beigetragen.", ("Karl Ott", "Ute Fels")),
        ("Additional reporting by Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("(Additional reporting by Jane Doe; Editing by Sue Poe)", ("Jane Doe",)),
        ("Jane Doe, John Roe and Sue Poe contributed to this report.", ("Jane Doe", "John Roe", "Sue Poe")),
        ("Jane Doe contributed reporting", ("Jane Doe",)),
        ("Contributors: Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Von Jana Weyde", ()),
        ("Die Agenturen haben zu diesem Bericht beigetragen", ()),
    ],
)
def test_those_who_helped_are_named(line: str, helpers: tuple[str, ...]) -> None:
    assert contributors_in(credits_of(line)) == helpers


@pytest.mark.parametrize("line", ["Jana Weyde", "Jana Weyde | 12.03.2031", "Jana Weyde, Redakteurin"])
def test_a_name_alone_right_below_the_headline_is_the_author(line: str) -> None:
    blocks = page_of((Role.HEADLINE, "Der Rat tagt"), (Role.CREDIT, line), (Role.PARAGRAPH, "Es war spät."))

    assert authors_in(blocks) == ("Jana Weyde",)


def test_a_name_alone_is_not_asked_where_a_by_line_stands() -> None:
    lines = ((Role.HEADLINE, "Der Rat tagt"), (Role.CREDIT, "Karl Ott"), (Role.CREDIT, "Von Jana Weyde"))

    assert authors_in(page_of(*lines)) == ("Jana Weyde",)


def test_a_name_alone_far_below_the_headline_is_somebody_elses() -> None:
    text = (Role.PARAGRAPH, "Es war spät.")

    assert authors_in(page_of((Role.HEADLINE, "Der Rat tagt"), *[text] * 6, (Role.CREDIT, "Karl Ott"))) == ()


def test_who_helped_is_no_author() -> None:
    blocks = credits_of("By Jane Doe", "With reporting by John Roe")

    assert authors_in(blocks) == ("Jane Doe",)
    assert contributors_in(blocks) == ("John Roe",)


def test_only_credits_name_people() -> None:
    blocks = page_of((Role.PARAGRAPH, "Von Jana Weyde"), (Role.TEASER, "By Jane Doe"), (Role.COMMENT, "Von Karl Ott"))

    assert authors_in(blocks) == ()


def test_a_name_that_stands_in_two_credits_is_given_once() -> None:
    assert authors_in(credits_of("Von Jana Weyde", "Text: Jana Weyde, Karl Ott")) == ("Jana Weyde", "Karl Ott")


def test_a_credit_that_repeats_another_is_passed_over() -> None:
    first, second = credits_of("Von Jana Weyde", "Von Jana Weyde, Karl Ott")
    again = Block(second.role, second.text, page_span=second.page_span, repeats=0)

    assert authors_in([first, again]) == ("Jana Weyde",)


@pytest.mark.parametrize("line", ["-" * 100_000, "by " + " " * 100_000 + "x", "contributed to this report " * 4_000])
def test_a_line_without_end_is_no_credit(line: str) -> None:
    assert authors_in(credits_of(line)) == ()
    assert contributors_in(credits_of(line)) == ()
