"""The sentences of a statement with its parts marked, for what reads its act."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.attributions.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from lagebild.language.attributions.words import TextWords
    from lagebild.language.network import SentenceStates

MOST_SENTENCES = 4
"""So many sentences of a statement are read for its act."""


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence in which a statement stands.

    Args:
        pieces: The states behind the encoder's shared layers; shape (pieces, width).
        pooling: The share of each piece in each word; shape (words, pieces).
        parts: The part of each word in the statement, as its number in `ROLES`; shape (words,).
        listed: The act that the lemma of each word of the cue names, from 1, or 0; shape (words,).
    """

    pieces: NDArray[np.float32]
    pooling: NDArray[np.float32]
    parts: NDArray[np.int64]
    listed: NDArray[np.int64]


def marked_sentences(
    words: TextWords,
    pieces: Mapping[str, Sequence[range]],
    listed: NDArray[np.int64],
    states: Sequence[SentenceStates | None],
) -> list[MarkedSentence]:
    """Return the sentences in which the cue and the content of a statement stand, with its parts.

    Args:
        words: The words of the text.
        pieces: The pieces of each role, as ranges of words.
        listed: The act that the lemma of each word names, from 1, or 0; shape (words,).
        states: What was read of each sentence of the text; ``None`` where nothing was.
    """
    parts = np.zeros(len(words.words), np.int64)
    for role in ROLES[1:]:
        for piece in pieces[role]:
            parts[piece.start : piece.stop] = ROLES.index(role)
    named = np.where(parts == ROLES.index("cue"), listed, 0)
    numbers = sorted({words.sentences[at] for role in ("cue", "content") for piece in pieces[role] for at in piece})
    found = []
    for number in numbers:
        known = states[number]
        if known is not None:
            first, last = bisect_left(words.sentences, number), bisect_right(words.sentences, number)
            found.append(MarkedSentence(known.pieces, known.pooling, parts[first:last], named[first:last]))
    return found[:MOST_SENTENCES]
