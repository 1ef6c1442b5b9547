"""The vocabulary of the encoder: its pieces, and the row of numbers that each of them is to the network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.pieces import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

BEGIN, PAD, END, UNKNOWN = range(4)
"""Rows that stand for no text: ``<s>``, ``<pad>``, ``</s>`` and ``<unk>``."""

BLOCK = 32
"""So many values of a row share a scale, as in the Q4_0 format of ggml."""

FILE = "words.npz"
SHIPPED = Path(__file__).parent / "models"
"""The folder of the models that ship with the package."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces and their rows.

    Args:
        cut: Cuts a word, with `lagebild.language.pieces.SPACE` before it where one precedes, into rows.
        scales: The scale of each block of each row; shape (pieces, width / 32).
        values: Two values of 4 bits a byte, where 8 is zero; shape (pieces, width / 2).
    """

    cut: Callable[[str], tuple[int, ...]]
    scales: NDArray[np.float16]
    values: NDArray[np.uint8]

    def embedded(self, pieces: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the rows of pieces; one more axis than ``pieces`` has, as wide as the network."""
        packed = self.values[pieces]
        values = np.empty((*packed.shape[:-1], packed.shape[-1] * 2), np.float32)
        values[..., ::2] = packed & 15
        values[..., 1::2] = packed >> 4
        values -= 8
        blocks = values.reshape(*pieces.shape, -1, BLOCK)
        blocks *= self.scales[pieces][..., None]
        return values


@cache
def vocabulary(models: Path) -> Vocabulary:
    """Return the vocabulary of a folder of models; it is loaded once in a process."""
    with np.load(models / FILE) as arrays:
        pieces = arrays["pieces"].tobytes().decode().split("\n")
        scores = arrays["scores"].tolist()
        cut = segmenter(pieces, scores, unknown=UNKNOWN, special=UNKNOWN + 1)
        return Vocabulary(cut, arrays["scales"], arrays["values"])
