"""The states that the shared layers of the encoder give to the pieces of a text, kept while its other layers learn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from lagebild.language.network import Network
    from lagebild.training.attributions.examples import Example
    from lagebild.training.attributions.upper import Upper

_BATCH_PIECES = 1200


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of a batch: its text and number, its states and the shares of its pieces in its words."""

    row: int
    number: int
    states: NDArray[np.float16]
    pooling: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lower:
    """The shared layers.

    Args:
        network: The network that ships.
    """

    network: Network
    _kept: dict[str, list[tuple[NDArray[np.float16], NDArray[np.float32]]]] = field(default_factory=dict)

    def words(self, upper: Upper, examples: Sequence[Example]) -> list[torch.Tensor]:
        """Return the state of each word of each text behind the upper layers; shape (words, width) a text."""
        found: dict[tuple[int, int], torch.Tensor] = {}
        sentences = [
            _Sentence(row, number, *one)
            for row, example in enumerate(examples)
            for number, one in enumerate(self.states(example))
        ]
        for group in _groups(sentences):
            words = upper(*stacked_sentences([(one.states, one.pooling) for one in group]))
            for row, one in enumerate(group):
                found[one.row, one.number] = words[row, : len(one.pooling)]
        return [
            torch.cat([found[row, number] for number in range(len(example.pieces))])
            for row, example in enumerate(examples)
        ]

    def states(self, example: Example) -> list[tuple[NDArray[np.float16], NDArray[np.float32]]]:
        """Return, for each sentence, the states of its pieces and the share of each piece in each word."""
        key = example.gold.text
        if key not in self._kept:
            both = map(self.network.shared, example.pieces)
            self._kept[key] = [(shared.astype(np.float16), pooling) for shared, pooling in both]
        return self._kept[key]


def _groups(sentences: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    group: list[_Sentence] = []
    for sentence in sorted(sentences, key=lambda one: len(one.states)):
        if group and (len(group) + 1) * len(sentence.states) > _BATCH_PIECES:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def stacked_sentences(
    sentences: Sequence[tuple[NDArray[np.float16], NDArray[np.float32]]],
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return the states of pieces, which of them are there, and their shares in words, padded with zeros."""
    pieces = max(len(states) for states, _ in sentences)
    count = max(len(pooling) for _, pooling in sentences)
    stacked = torch.zeros(len(sentences), pieces, sentences[0][0].shape[1])
    present = torch.zeros(len(sentences), pieces, dtype=torch.bool)
    shares = torch.zeros(len(sentences), count, pieces)
    for row, (states, pooling) in enumerate(sentences):
        stacked[row, : len(states)] = torch.from_numpy(states.astype(np.float32))
        present[row, : len(states)] = True
        shares[row, : pooling.shape[0], : pooling.shape[1]] = torch.from_numpy(pooling)
    return stacked, present, shares
