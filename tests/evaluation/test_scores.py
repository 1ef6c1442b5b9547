"""Scores, on examples that were counted by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.evaluation.scores import (
    Counts,
    counts_of,
    kappa,
    label_counts,
    macro_f1,
    mean,
    segment_counts,
    token_counts,
)


def test_precision_recall_and_f1_of_counts() -> None:
    counts = Counts(hits=6, false_alarms=2, misses=6)

    assert counts.precision == 6 / 8
    assert counts.recall == 6 / 12
    assert counts.f1 == 12 / 20


@pytest.mark.parametrize("counts", [Counts(), Counts(false_alarms=3), Counts(misses=3), Counts(0, 3, 3)])
def test_without_a_hit_every_score_is_nothing(counts: Counts) -> None:
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)


def test_counts_add_up() -> None:
    assert Counts(1, 2, 3) + Counts(10, 20, 30) == Counts(11, 22, 33)


def test_sets_are_compared_by_what_they_share() -> None:
    assert counts_of({1, 2, 3}, {2, 3, 4, 5}) == Counts(hits=2, false_alarms=1, misses=2)


@pytest.mark.parametrize(
    ("predicted", "gold", "counts"),
    [
        ("der Rat tagt", "der Rat tagt", Counts(3, 0, 0)),
        ("der der Rat", "der Rat tagt", Counts(2, 1, 1)),
        ("the council  met\ntoday", "met the mayor", Counts(2, 2, 1)),
        ("", "der Rat", Counts(0, 0, 2)),
        ("der Rat", "", Counts(0, 2, 0)),
    ],
)
def test_tokens_are_counted_as_bags(predicted: str, gold: str, counts: Counts) -> None:
    assert token_counts(predicted, gold) == counts


def test_segments_must_and_must_not_stand_in_the_text() -> None:
    counts = segment_counts(
        "Der Rat tagt. Impressum", wanted=["Der Rat", "Es war spät"], unwanted=["Impressum", "Menü"]
    )

    assert counts == Counts(hits=1, false_alarms=1, misses=1)


def test_labels_are_counted_one_by_one() -> None:
    counts = label_counts(predicted=["a", "b", "b", "c"], gold=["a", "a", "b", "b"])

    assert counts == {"a": Counts(1, 0, 1), "b": Counts(1, 1, 1), "c": Counts(0, 1, 0)}


def test_macro_f1_is_the_mean_over_the_labels_of_the_gold() -> None:
    # a: 2/3; b: 1/2; c is not in the gold.
    assert macro_f1({"a": Counts(1, 0, 1), "b": Counts(1, 1, 1), "c": Counts(0, 1, 0)}) == pytest.approx(7 / 12)
    assert macro_f1({}) == 0.0


def test_labels_of_different_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        label_counts(["a"], ["a", "b"])


def test_kappa_is_the_agreement_beyond_chance() -> None:
    # Observed 3/4; by chance (3/4 * 1/2) + (1/4 * 1/2) = 1/2.
    assert kappa("aaab", "aabb") == pytest.approx(0.5)
    assert kappa("aabb", "bbaa") == pytest.approx(-1.0)
    assert kappa("aa", "aa") == 1.0


def test_the_mean_of_nothing_is_nothing() -> None:
    assert mean([]) == 0.0
    assert mean([1.0, 0.0, 0.5]) == 0.5


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
@settings(max_examples=60, deadline=None)
def test_f1_is_the_harmonic_mean_and_the_same_from_both_sides(one: set[int], two: set[int]) -> None:
    counts, turned = counts_of(one, two), counts_of(two, one)

    assert counts.f1 == turned.f1
    assert (counts.precision, counts.recall) == (turned.recall, turned.precision)
    assert min(counts.precision, counts.recall) <= counts.f1 <= max(counts.precision, counts.recall)
