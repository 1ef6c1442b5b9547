"""Examples as batches of tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from lagebild.language.pieces import SPACE
from lagebild.training.encoder.labels import NAMES, Labels, bundle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from random import Random

    from lagebild.training.encoder.examples import Example

BEGIN, PAD, END = 0, 1, 2
"""Rows of the vocabulary that stand for no text."""

NONE = -100
"""Stands where a layer says nothing; `torch.nn.functional.cross_entropy` passes over it."""

MAX_PIECES = 180
_BUCKET = 40


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences of similar length.

    Args:
        pieces: Rows of the vocabulary; shape (sentences, pieces).
        mask: Whether a piece is there; shape (sentences, pieces).
        pooling: The share of each piece in each word; shape (sentences, words, pieces).
        present: Whether a word is there; shape (sentences, words).
        targets: For each linear head the label of each word, or `NONE`; shape (sentences, words).
        heads: The head of each word, 0 for the root, or `NONE`; shape (sentences, words).
        relations: The relation of each word, or `NONE`; shape (sentences, words).
        soft_other: Whether a word without a name may be one of another class; shape (sentences, words).
    """

    pieces: torch.Tensor
    mask: torch.Tensor
    pooling: torch.Tensor
    present: torch.Tensor
    targets: dict[str, torch.Tensor]
    heads: torch.Tensor
    relations: torch.Tensor
    soft_other: torch.Tensor


@dataclass(frozen=True, slots=True)
class Encoding:
    """What turns examples into batches.

    Args:
        cut: Cuts a word into rows of the vocabulary.
        labels: The labels of the heads.
    """

    cut: Callable[[str], tuple[int, ...]]
    labels: Labels

    def pieces(self, example: Example) -> list[tuple[int, ...]]:
        """Return the rows of each word."""
        marks = (SPACE if spaced else "" for spaced in example.spaced)
        return [self.cut(mark + word) for mark, word in zip(marks, example.words, strict=True)]

    def length(self, example: Example) -> int:
        """Return how many pieces the sentence has, with those at its ends."""
        return 2 + sum(map(len, self.pieces(example)))

    def batch(self, examples: Sequence[Example]) -> Batch:
        """Return examples as one batch."""
        cut = [self.pieces(example) for example in examples]
        length = 2 + max(sum(map(len, words)) for words in cut)
        count = max(len(example.words) for example in examples)
        pieces = torch.full((len(examples), length), PAD)
        pooling = torch.zeros(len(examples), count, length)
        for row, words in enumerate(cut):
            flat = [BEGIN, *(piece for word in words for piece in word), END]
            pieces[row, : len(flat)] = torch.tensor(flat)
            start = 1
            for index, word in enumerate(words):
                pooling[row, index, start : start + len(word)] = 1 / len(word)
                start += len(word)
        return Batch(
            pieces=pieces,
            mask=pieces != PAD,
            pooling=pooling,
            present=_padded([[1] * len(example.words) for example in examples], count) == 1,
            targets={name: _padded(rows, count) for name, rows in self._targets(examples).items()},
            heads=_padded([example.heads for example in examples], count),
            relations=_padded([self._relations(example) for example in examples], count),
            soft_other=_padded([self._soft(example) for example in examples], count) == 1,
        )

    def _targets(self, examples: Sequence[Example]) -> dict[str, list[list[int]]]:
        numbers = {name: _numbers(labels) for name, labels in self.labels.classes().items()}
        bundles = [list(map(bundle, example.upos, example.feats)) if example.feats else [] for example in examples]
        return {
            "upos": [[numbers["upos"].get(tag, NONE) for tag in example.upos] for example in examples],
            "feats": [[numbers["feats"].get(label, NONE) for label in row] for row in bundles],
            "names": [[numbers["names"][label] for label in example.names] for example in examples],
        }

    def _relations(self, example: Example) -> list[int]:
        numbers = _numbers(self.labels.relations)
        return [numbers.get(relation, NONE) for relation in example.relations]

    def _soft(self, example: Example) -> list[int]:
        return [
            int(label == NAMES[0] or label.endswith("OTH")) for label in ([] if example.other_known else example.names)
        ]


def _numbers(labels: Sequence[str]) -> dict[str, int]:
    return {label: number for number, label in enumerate(labels)}


def _padded(rows: Sequence[Sequence[int]], count: int) -> torch.Tensor:
    return torch.tensor([[*row, *[NONE] * (count - len(row))] for row in rows])


def batches(examples: Sequence[Example], encoding: Encoding, *, size: int, random: Random) -> Iterator[list[Example]]:
    """Yield the examples in groups of similar length, at most ``size`` pieces each with padding, in random order."""
    keyed = [(encoding.length(example) + random.random() * _JITTER, number) for number, example in enumerate(examples)]
    groups: list[list[int]] = []
    widest = 0.0
    for length, number in sorted(keyed):
        if length > MAX_PIECES:
            break
        if not groups or (len(groups[-1]) + 1) * max(widest, length) > size:
            groups.append([])
        widest = length
        groups[-1].append(number)
    random.shuffle(groups)
    for group in groups:
        yield [examples[number] for number in group]


_JITTER = 4.0
