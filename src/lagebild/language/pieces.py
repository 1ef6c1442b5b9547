"""Words in pieces: the unigram segmentation of SentencePiece (Kudo 2018), word by word."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SPACE = "▁"
"""Stands before the first piece of a word that a space precedes."""

MAX_PIECES_PER_WORD = 24
"""Longer words are cut; what follows tells no more about their grammar."""

_MAX_WORD_CHARS = 200
_CACHED_WORDS = 100_000
_UNKNOWN_PENALTY = 10.0


def segmenter(
    pieces: Sequence[str], scores: Sequence[float], *, unknown: int, special: int
) -> Callable[[str], tuple[int, ...]]:
    """Return a function that cuts a word, with `SPACE` before it where one precedes, into rows of the vocabulary.

    Args:
        pieces: The vocabulary in the order of its rows.
        scores: The logarithm of each piece's probability.
        unknown: The row of a character that no piece covers.
        special: How many rows at the beginning stand for no text.

    >>> cut = segmenter(["<unk>", "▁", "b", "er", "▁ber", "lin"], [0, -3, -4, -2, -5, -6], unknown=0, special=1)
    >>> cut("▁berlin"), cut("▁böer")
    ((4, 5), (1, 2, 0, 3))
    """
    rows = {
        piece: (row, score) for row, (piece, score) in enumerate(zip(pieces, scores, strict=True)) if row >= special
    }
    longest = max(map(len, rows), default=1)
    missing = (unknown, min(scores) - _UNKNOWN_PENALTY)

    @lru_cache(_CACHED_WORDS)
    def cut(word: str) -> tuple[int, ...]:
        text = normalize("NFKC", word[:_MAX_WORD_CHARS]).replace(" ", SPACE)
        best = [0.0] + [-math.inf] * len(text)
        came_from = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for end in range(start + 1, min(start + longest, len(text)) + 1):
                found = rows.get(text[start:end])
                if found is None:
                    if end > start + 1:
                        continue
                    found = missing
                if best[start] + found[1] > best[end]:
                    best[end] = best[start] + found[1]
                    came_from[end] = (start, found[0])
        path = []
        position = len(text)
        while position:
            position, row = came_from[position]
            path.append(row)
        return tuple(path[::-1][:MAX_PIECES_PER_WORD])

    return cut
