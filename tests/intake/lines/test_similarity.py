"""How much lines of a page say the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.lines.similarity import MAX_LINES_A_WORD, Overlap, Vocabulary, stems


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Der Präsident und die Präsidenten", ["präsid", "präsid"]),
        ("The president and the presidents", ["presid", "presid"]),
        ("Zu im am", []),
        ("EU NATO 2031", ["nato"]),
        ("", []),
    ],
)
def test_stems_are_the_starts_of_content_words(line: str, expected: list[str]) -> None:
    assert stems(line) == expected


def test_overlap_is_what_two_lines_share() -> None:
    vocabulary = Vocabulary(["Taucher findet Kabel", "Taucher findet Anker Kette", "Bischof predigt"])

    # shared: tauche, findet; all: tauche, findet, kabel, anker, kette
    assert vocabulary.overlap(0, 1) == Overlap(1, 2 / 5, 2 / 3)
    assert vocabulary.overlap(0, 2) == Overlap(None, 0.0, 0.0)


def test_only_lines_that_share_a_word_are_looked_at() -> None:
    vocabulary = Vocabulary(["Taucher taucht", "Bischof predigt", "Der Taucher", "Anker", "Ein Taucher"])

    assert vocabulary.sharing_lines(2) == [0]
    assert vocabulary.sharing_lines(2, later=True) == [4]
    assert vocabulary.sharing_lines(3) == []


def test_a_word_in_too_many_lines_says_nothing() -> None:
    vocabulary = Vocabulary(["Taucher"] * (MAX_LINES_A_WORD + 1))

    assert vocabulary.sharing_lines(MAX_LINES_A_WORD) == []


def test_the_line_that_shares_most_is_the_best() -> None:
    vocabulary = Vocabulary(["Taucher Anker", "Taucher findet Kabel", "Taucher findet Kabel heute"])

    assert vocabulary.best_overlap(2).other == 1
    assert vocabulary.best_overlap(0) == Overlap()


def test_a_line_of_the_core_is_close_by_words_of_its_other_lines() -> None:
    vocabulary = Vocabulary(["Taucher Kabel", "Taucher Anker", "Bischof Taucher", ""])
    core = frozenset({0, 1})
    counts = vocabulary.counts(core)

    assert vocabulary.closeness_to(0, counts, core=core) == 0.5
    assert vocabulary.closeness_to(2, counts, core=core) == 0.5
    assert vocabulary.closeness_to(3, counts, core=core) == 0.0


_WORDS = st.lists(st.sampled_from(["Taucher", "Kabel", "Anker", "Bischof", "der", "und"]), max_size=5).map(" ".join)


@given(st.lists(_WORDS, min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_overlap_is_the_same_from_both_sides_and_never_more_than_all(lines: list[str]) -> None:
    vocabulary = Vocabulary(lines)
    one, two = vocabulary.overlap(0, 1), vocabulary.overlap(1, 0)

    assert (one.jaccard, one.contained) == (two.jaccard, two.contained)
    assert 0.0 <= one.jaccard <= one.contained <= 1.0
