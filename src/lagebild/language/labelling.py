"""Names from the scores of IOB2 labels: the best sequence in which no name begins in its middle (Viterbi 1967)."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_NEVER = -1e4


def best_labels(scores: NDArray[np.float32], labels: Sequence[str]) -> list[str]:
    """Return a label a word; ``I-X`` stands only behind ``B-X`` or ``I-X``.

    Args:
        scores: A score a word and label; shape (words, labels).
        labels: ``O`` first, then pairs of ``B-X`` and ``I-X``.

    >>> best_labels(np.array([[1, 0, 3], [0, 0, 9]], dtype=np.float32), ["O", "B-PER", "I-PER"])
    ['B-PER', 'I-PER']
    """
    likeliest: list[int] = scores.argmax(axis=1).tolist()
    allowed = _transitions(tuple(labels))
    # Where the likeliest label of each word may stand, they are the best sequence; that is nearly always so.
    if all(allowed[before, after] == 0 for before, after in pairwise([0, *likeliest]) if after):
        return [labels[label] for label in likeliest]
    likely = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    best = likely[0] + allowed[0]
    came_from = []
    for row in likely[1:]:
        ways = best[:, None] + allowed
        came_from.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came_from):
        path.append(int(back[path[-1]]))
    return [labels[label] for label in reversed(path)]


@cache
def _transitions(labels: tuple[str, ...]) -> NDArray[np.float32]:
    """Return 0 where the label of a column may follow that of a row; the first label stands for the beginning too."""
    return np.array(
        [[_NEVER if after[0] == "I" and before[2:] != after[2:] else 0 for after in labels] for before in labels],
        np.float32,
    )
