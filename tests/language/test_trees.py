"""Whether the best tree is one, and the best."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray  # noqa: TC002 - hypothesis reads the annotations

from lagebild.language.trees import best_tree

_NEVER = -1e4


def _scores(count: int, values: list[float]) -> NDArray[np.float32]:
    scores = np.array(values[: count * (count + 1)], np.float32).reshape(count, count + 1)
    scores[np.arange(count), np.arange(count) + 1] = _NEVER
    return scores


def _is_tree(heads: tuple[int, ...] | list[int]) -> bool:
    def reaches_root(word: int) -> bool:
        for _ in heads:
            word = heads[word - 1]
            if not word:
                return True
        return False

    return list(heads).count(0) == 1 and all(reaches_root(word) for word in range(1, len(heads) + 1))


def test_a_cycle_is_broken_where_it_costs_least() -> None:
    scores = np.array([[3, _NEVER, 5], [2, 9, _NEVER]], np.float32)

    assert best_tree(scores) == [0, 1]


def test_one_word_hangs_on_the_root() -> None:
    assert best_tree(np.array([[-3, _NEVER]], np.float32)) == [0]


def test_only_one_word_hangs_on_the_root_although_two_would_like_to() -> None:
    scores = np.array([[9, _NEVER, 1], [8, 2, _NEVER]], np.float32)

    assert best_tree(scores) == [0, 1]


@given(st.integers(1, 3), st.lists(st.floats(-5, 5, width=32), min_size=12, max_size=12))
def test_no_other_tree_has_a_higher_sum(count: int, values: list[float]) -> None:
    scores = _scores(count, values)

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    trees = [heads for heads in product(range(count + 1), repeat=count) if _is_tree(heads)]
    found = best_tree(scores)
    assert _is_tree(found)
    assert total(found) >= max(map(total, trees)) - 1e-3


@given(st.integers(30, 60), st.integers(0, 1000))
def test_long_sentences_get_trees_too(count: int, seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=count * (count + 1)).tolist()

    assert _is_tree(best_tree(_scores(count, values)))
