"""The best dependency tree under the scores of arcs (Chu & Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ONE_ROOT = 1e4
"""Taken off all arcs from the root, so that the best tree uses one of them (Zmigrod, Vieira & Cotterell 2020)."""


def best_tree(scores: NDArray[np.float32]) -> list[int]:
    """Return the head of each word in the tree with the highest sum of scores; exactly one word hangs on the root.

    Args:
        scores: A score for each word (rows) and head (columns, the root first); shape (words, words + 1).

    Returns:
        For each word 0 for the root, or the index of its head plus one.

    >>> best_tree(np.array([[0, -9, 1], [0, 3, -9]], dtype=np.float32))
    [0, 1]
    """
    likeliest: list[int] = scores.argmax(axis=1).tolist()
    if likeliest.count(0) == 1 and _find_cycle([-1, *likeliest]) is None:
        return likeliest
    size = len(scores) + 1
    full = np.full((size, size), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _spanning_tree(full)[1:]
    if heads.count(0) > 1:
        full[1:, 0] -= _ONE_ROOT
        heads = _spanning_tree(full)[1:]
    return heads


def _find_cycle(heads: list[int]) -> list[int] | None:
    """Return the nodes of a cycle; ``heads[0]`` is the root's and counts for nothing."""
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = heads[node]
        if node and seen[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


def _spanning_tree(scores: NDArray[np.float64]) -> list[int]:
    """Return the head of each node in the best tree out of node 0; ``scores[node, head]``."""
    heads: list[int] = scores.argmax(axis=1).tolist()
    cycle = _find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    rest = [node for node in range(len(scores)) if node not in inside]
    along = scores[cycle, [heads[node] for node in cycle]]
    into = scores[np.ix_(cycle, rest)] - along[:, None]
    out_of = scores[np.ix_(rest, cycle)]
    entered, left = into.argmax(axis=0), out_of.argmax(axis=1)
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(rest, rest)]
    smaller[-1, :-1] = into.max(axis=0)
    smaller[:-1, -1] = out_of.max(axis=1)
    found = _spanning_tree(smaller)
    for index, node in enumerate(rest[1:], start=1):
        heads[node] = cycle[int(left[index])] if found[index] == len(rest) else rest[found[index]]
    heads[cycle[int(entered[found[-1]])]] = rest[found[-1]]
    return heads
