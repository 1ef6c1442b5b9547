"""Spans: where something stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.model import Span


def test_a_span_quotes_the_characters_between_its_offsets() -> None:
    assert Span(11, 16).of("Lund trifft Weyde in Halvar.") == " Weyd"


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="no span from 5 to 3"):
        Span(5, 3)


def test_a_negative_span_is_refused() -> None:
    with pytest.raises(ValueError, match="no span from -1 to 3"):
        Span(-1, 3)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_shifting_keeps_the_length(start: int, length: int, by: int) -> None:
    moved = Span(start, start + length).shifted(by)

    assert (moved.start - start, moved.end - moved.start) == (by, length)
