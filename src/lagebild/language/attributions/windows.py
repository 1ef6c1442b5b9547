"""The words around an anchor, and how each of them stands to it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.attributions.features import RELATIONS, relation_index
from lagebild.language.attributions.words import NO_HEAD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lagebild.language.attributions.words import TextWords

_BEFORE, _AFTER = 2, 3
"""So many sentences before the anchor's and behind it are looked at."""
_WORDS = 160
"""And no more words than that on either side."""

_SELF, _ELSEWHERE, _ABOVE, _BELOW = range(4)
_UPS = 3
"""The common ancestor is the anchor itself, its head, or further up."""
_DEEPEST = 7
_NEAR, _FARTHEST = 5, 9

PATHS = _BELOW + _UPS * (len(RELATIONS) + 1)
DEPTHS = _DEEPEST + 1
DISTANCES = 2 * _FARTHEST + 1
STEPS = _BEFORE + _AFTER + 1


@dataclass(frozen=True, slots=True)
class Window:
    """The words around an anchor.

    Args:
        anchor: Index of the anchor in the text.
        first: Index of the first word of the window in the text.
        relations: For each word, how it stands to the anchor: the way through the tree (below `PATHS`), its length
            (below `DEPTHS`), the distance in words (below `DISTANCES`) and in sentences (below `STEPS`); shape
            (words, 4).
    """

    anchor: int
    first: int
    relations: NDArray[np.int64]

    @property
    def last(self) -> int:
        """Index behind the last word of the window in the text."""
        return self.first + len(self.relations)


def window_of(words: TextWords, anchor: int) -> Window:
    """Return the window of an anchor."""
    number = words.sentences[anchor]
    first = last = anchor
    while first and words.sentences[first - 1] >= number - _BEFORE and anchor - first < _WORDS:
        first -= 1
    while last < len(words.words) and words.sentences[last] <= number + _AFTER and last - anchor < _WORDS:
        last += 1
    ancestors = _ancestors(words, anchor)
    rows = [
        (
            *_path(words, ancestors, anchor, index),
            _distance(index - anchor),
            words.sentences[index] - number + _BEFORE,
        )
        for index in range(first, last)
    ]
    return Window(anchor, first, np.array(rows, np.int64))


def _ancestors(words: TextWords, anchor: int) -> dict[int, int]:
    """Return how many steps above the anchor each of its ancestors is; itself is none above."""
    ancestors: dict[int, int] = {}
    at = anchor
    while at != NO_HEAD:
        ancestors[at] = len(ancestors)
        at = words.heads[at]
    return ancestors


def _path(words: TextWords, ancestors: dict[int, int], anchor: int, index: int) -> tuple[int, int]:
    """Return the way from the anchor to a word, and how deep below the common ancestor the word stands.

    The way is told by the relation of the branch that leads down to the word, and how far above the anchor it begins.
    """
    if index == anchor:
        return _SELF, 0
    if words.sentences[index] != words.sentences[anchor]:
        return _ELSEWHERE, 0
    at, branch, depth = index, index, 0
    while at not in ancestors:
        if words.heads[at] == NO_HEAD:
            return _ELSEWHERE, 0
        branch, at, depth = at, words.heads[at], depth + 1
    if at == index:
        return _ABOVE, 0
    up = min(ancestors[at], _UPS - 1)
    return _BELOW + up * (len(RELATIONS) + 1) + relation_index(words.words[branch].relation), min(depth, _DEEPEST)


def _distance(words: int) -> int:
    size = abs(words)
    near = size if size < _NEAR else min(_FARTHEST, _NEAR + int(math.log2(size / _NEAR)))
    return _FARTHEST + (near if words > 0 else -near)
