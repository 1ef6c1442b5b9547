"""The trained network: words in, scores of their tags, heads, relations and names out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, TypedDict

import numpy as np

from lagebild.language.vocabulary import BEGIN, END, FILE, PAD, vocabulary
from lagebild.sessions import session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from lagebild.language.vocabulary import Vocabulary

SIZES = ("fast", "default", "quality")
"""The first 2, 6 and all 12 layers of one encoder."""

SHARED = "shared"
"""The output of the states behind the layers that other networks go on from; `SIZES` of as many layers have it."""

SHARED_LAYERS = 4

BATCH_PIECES = 128
"""Batches of this size stay in the processor's cache; bigger ones are slower."""

MAX_PIECES = 500
"""The network knows 512 positions; what stands behind is read by the words before it."""


Pieces = tuple[int, ...]
"""The rows of the vocabulary that a word is cut into."""


@dataclass(frozen=True, slots=True)
class SentenceStates:
    """What other networks go on from, in one sentence.

    Args:
        words: What a network above the shared layers makes of each word; shape (words, width).
        pieces: The states behind the shared layers; shape (pieces, width).
        pooling: The share of each piece in each word; shape (words, pieces).
    """

    words: NDArray[np.float32]
    pieces: NDArray[np.float32]
    pooling: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says of one sentence.

    Args:
        linear: For each linear head, ``upos``, ``feats`` and ``names``, a score a word and label.
        arcs: A score for each word and head, the root first; shape (words, words + 1).
        relations: A score for each word and relation; shape (words, relations).
        states: What other networks go on from; ``None`` without one.
    """

    linear: dict[str, NDArray[np.float32]]
    arcs: NDArray[np.float32]
    relations: NDArray[np.float32]
    states: SentenceStates | None = None


class Above(Protocol):
    """A network that goes on from the shared layers."""

    def word_states(
        self, shared: NDArray[np.float32], present: NDArray[np.bool_], pooling: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return a state a word; shape (sentences, words, width).

        Args:
            shared: The states behind the shared layers; shape (sentences, pieces, width).
            present: Whether a piece is there; shape (sentences, pieces).
            pooling: The share of each piece in each word; shape (sentences, words, pieces).
        """
        ...


class _Feeds(TypedDict):
    """What goes into a model: rows, which pieces and words are there, the share of each piece in each word."""

    embedded: NDArray[np.float32]
    present: NDArray[np.bool_]
    pooling: NDArray[np.float32]
    words: NDArray[np.bool_]


class Network:
    """A model file, loaded.

    Args:
        data: The ONNX model.
        words: The vocabulary that it was trained with.
    """

    def __init__(self, data: bytes, words: Vocabulary) -> None:
        self._session: InferenceSession = session(data)
        self._vocabulary = words
        properties = self._session.get_modelmeta().custom_metadata_map
        self.labels: dict[str, list[str]] = json.loads(properties["labels"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def read(self, sentences: Sequence[Sequence[str]], *, above: Above | None = None) -> list[Scores]:
        """Return the scores of sentences.

        Args:
            sentences: Each as its words, with `lagebild.language.pieces.SPACE` before those that a space precedes.
            above: What goes on from the shared layers, if anything.
        """
        pieces = [self.pieces(words) for words in sentences]
        lengths = [2 + sum(map(len, words)) for words in pieces]
        found: list[Scores | None] = [None] * len(sentences)
        for group in _groups(lengths):
            for number, scores in zip(group, self._run([pieces[number] for number in group], above), strict=True):
                found[number] = scores
        return [scores for scores in found if scores is not None]

    def pieces(self, words: Sequence[str]) -> list[Pieces]:
        """Return the rows of the vocabulary that words are cut into."""
        return list(map(self._vocabulary.cut, words))

    def shared(self, sentence: list[Pieces]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the states of a sentence behind the shared layers, and the share of each piece in each word."""
        feeds = self._feeds([sentence])
        (states,) = self._session.run([SHARED], feeds)
        return states[0], feeds["pooling"][0]

    def _run(self, sentences: list[list[Pieces]], above: Above | None) -> Iterator[Scores]:
        feeds = self._feeds(sentences)
        outputs = dict(zip(self._outputs, self._session.run(self._outputs, feeds), strict=True))
        shared = outputs.pop(SHARED, None)
        states = above.word_states(shared, feeds["present"], feeds["pooling"]) if above is not None else None
        arcs, relations = outputs.pop("arcs"), outputs.pop("relations")
        for row, words in enumerate(sentences):
            count = len(words)
            linear = {name: scores[row, :count] for name, scores in outputs.items()}
            known = None
            if shared is not None and states is not None:
                length = int(feeds["present"][row].sum())
                shares = feeds["pooling"][row, :count, :length]
                known = SentenceStates(states[row, :count], shared[row, :length], shares)
            yield Scores(linear, arcs[row, :count, : count + 1], relations[row, :count], known)

    def _feeds(self, sentences: list[list[Pieces]]) -> _Feeds:
        length = min(MAX_PIECES, 2 + max(sum(map(len, words)) for words in sentences))
        count = max(map(len, sentences))
        pieces = np.full((len(sentences), length), PAD)
        pooling = np.zeros((len(sentences), count, length), np.float32)
        present = np.zeros((len(sentences), count), np.bool_)
        for row, words in enumerate(sentences):
            flat = [BEGIN, *(piece for word in words for piece in word)][: length - 1]
            flat.append(END)
            pieces[row, : len(flat)] = flat
            present[row, : len(words)] = True
            _pool(pooling[row], words)
        embedded = self._vocabulary.embedded(pieces)
        return {"embedded": embedded, "present": pieces != PAD, "pooling": pooling, "words": present}


def _groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield the numbers of sentences of similar length, so that a batch holds `BATCH_PIECES` with padding."""
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) + 1) * min(lengths[number], MAX_PIECES) > BATCH_PIECES:
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _pool(pooling: NDArray[np.float32], words: list[Pieces]) -> None:
    """Set the share of each piece in each word; words without a place of their own share the last one."""
    counts = np.array([max(1, len(word)) for word in words])
    ends = np.minimum(1 + counts.cumsum(), pooling.shape[1] - 1)
    starts = np.minimum(ends - counts, pooling.shape[1] - 2)
    for index, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        pooling[index, start:end] = 1 / (end - start)


@cache
def network(models: Path, size: str) -> Network:
    """Return the network of a size in a folder of models; it is loaded once in a process."""
    return Network((models / f"{size}.onnx").read_bytes(), vocabulary(models))


@cache
def version_of(models: Path, size: str) -> str:
    """Return the name of a size and a digest over its files."""
    digest = sha256((models / f"{size}.onnx").read_bytes() + (models / FILE).read_bytes()).hexdigest()[:12]
    return f"encoder-{size}-{digest}"
