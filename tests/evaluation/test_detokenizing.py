"""Text from tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.evaluation.detokenizing import aligned_tokens, detokenized
from lagebild.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "Er kam , sah ( kurz ) und ging .|Er kam, sah (kurz) und ging.",
        "„ Nein “ , sagte er|„Nein“, sagte er",
        "“ No , ” he said|“No,” he said",
        '" Nein " , sagte sie : " Ja ! "|"Nein", sagte sie: "Ja!"',
        "`` No '' he said|``No'' he said",
        "» Nein « und « Non »|»Nein« und «Non»",
        "Israel 's and the boys ' dogs do n't bark|Israel's and the boys' dogs don't bark",
        "' Nein ' , sagte er|'Nein', sagte er",
        "rund 5 % mehr …|rund 5% mehr…",
    ],
)
def test_punctuation_stands_where_a_writer_would_set_it(text: str) -> None:
    tokens, _, expected = text.partition("|")

    assert detokenized(tokens.split())[0] == expected


def test_no_tokens_are_no_text() -> None:
    assert detokenized([]) == ("", [])


@given(st.lists(st.text("ab.,„“\"'(») ".replace(" ", ""), min_size=1, max_size=3)))
def test_every_token_stands_where_its_span_says(tokens: list[str]) -> None:
    text, spans = detokenized(tokens)

    assert [span.of(text) for span in spans] == tokens
    assert aligned_tokens(text, tokens) == spans


def test_tokens_are_found_in_the_text_that_they_cover() -> None:
    assert aligned_tokens("A  b, c", ["A", "b", ",", "c"]) == [Span(0, 1), Span(3, 4), Span(4, 5), Span(6, 7)]


@pytest.mark.parametrize("tokens", [["A"], ["A", "c"], ["A", "b", "c"]])
def test_tokens_that_do_not_cover_a_text_are_not_aligned(tokens: list[str]) -> None:
    assert aligned_tokens("A b", tokens) is None
