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
            for number, one in enumerate(self._states(example))
        ]
        for group in _groups(sentences):
            words = upper(*_batch(group))
            for row, one in enumerate(group):
                found[one.row, one.number] = words[row, : len(one.pooling)]
        return [
            torch.cat([found[row, number] for number in range(len(example.pieces))])
            for row, example in enumerate(examples)
        ]

    def _states(self, example: Example) -> list[tuple[NDArray[np.float16], NDArray[np.float32]]]:
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


def _batch(group: Sequence[_Sentence]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    pieces = max(len(one.states) for one in group)
    count = max(len(one.pooling) for one in group)
    states = torch.zeros(len(group), pieces, group[0].states.shape[1])
    present = torch.zeros(len(group), pieces, dtype=torch.bool)
    pooling = torch.zeros(len(group), count, pieces)
    for row, one in enumerate(group):
        states[row, : len(one.states)] = torch.from_numpy(one.states.astype(np.float32))
        present[row, : len(one.states)] = True
        pooling[row, : one.pooling.shape[0], : one.pooling.shape[1]] = torch.from_numpy(one.pooling)
    return states, present, pooling
