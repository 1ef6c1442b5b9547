"""Whether names begin where they begin."""

from __future__ import annotations

import numpy as np

from lagebild.language.labelling import best_labels

_LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


def _best(rows: list[list[float]]) -> list[str]:
    return best_labels(np.array(rows, np.float32), _LABELS)


def test_nothing_is_a_name_where_no_score_says_so() -> None:
    assert _best([[5, 0, 0, 0, 0], [5, 1, 1, 1, 1]]) == ["O", "O"]


def test_a_name_never_begins_in_its_middle() -> None:
    assert _best([[0, 1, 3, 0, 0]]) == ["B-PER"]


def test_the_parts_of_a_name_have_one_type() -> None:
    assert _best([[0, 0, 0, 5, 0], [0, 0, 3, 0, 2.5]]) == ["B-LOC", "I-LOC"]


def test_two_names_may_touch() -> None:
    assert _best([[0, 5, 0, 0, 0], [0, 0, 0, 5, 0]]) == ["B-PER", "B-LOC"]
