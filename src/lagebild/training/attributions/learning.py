"""What the reader of texts and windows learns: its loss, in batches of whole texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from lagebild.training.attributions.descent import Pace, descend
from lagebild.training.attributions.network import Shape, TextReader, WindowReader, stacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lagebild.training.attributions.examples import Example, Target
    from lagebild.training.attributions.states import Lower
    from lagebild.training.attributions.upper import Upper


@dataclass(frozen=True, slots=True)
class Settings(Pace):
    """How a network is trained.

    Args:
        epochs: How often all texts are seen.
        words: Size of a batch, in words with padding.
        shape: The sizes of the network.
    """

    epochs: int = 8
    words: int = 700
    shape: Shape = field(default_factory=Shape)


class Reader(nn.Module):
    """All that is trained.

    Args:
        upper: The upper layers of the encoder.
        shape: The sizes of the rest.
    """

    def __init__(self, upper: Upper, shape: Shape) -> None:
        super().__init__()
        self.upper = upper
        self.texts = TextReader(shape)
        self.windows = WindowReader(shape)


def train(
    examples: Sequence[Example],
    lower: Lower,
    upper: Upper,
    settings: Settings,
    *,
    checkpoint: Path | None = None,
) -> Reader:
    """Return a reader trained on examples; the same examples and settings give the same reader.

    Args:
        examples: The annotated texts.
        lower: The shared layers of the encoder.
        upper: The upper layers, which are trained.
        settings: How to train.
        checkpoint: Where the state is kept every few minutes; the run goes on from what stands there.
    """
    torch.set_num_threads(1)  # the sums of two threads come in no fixed order
    torch.manual_seed(settings.seed)
    reader = Reader(upper, settings.shape)
    plan = list(_plan(examples, settings))
    descend(reader, upper, plan, partial(_loss, reader, lower), settings, checkpoint=checkpoint)
    return reader


_ROLES, _OTHERS, _KIND = 0.25, 0.1, 0.5
"""What each loss counts beside those of anchors and acts."""
_SMOOTHING = 0.05
_FEWEST = 4
"""Losses are divided by the statements of a batch, or by so many."""


def _plan(examples: Sequence[Example], settings: Settings) -> Iterator[list[Example]]:
    """Yield all batches in their order; texts of one batch are about as long.

    A text and its variant take turns.
    """
    random = Random(settings.seed)  # noqa: S311 - a shuffle, no secret
    for epoch in range(settings.epochs):
        seen = [one.variant if one.variant and (number + epoch) % 2 else one for number, one in enumerate(examples)]
        keyed = [(len(one.features) * random.uniform(1, 1.3), number) for number, one in enumerate(seen)]
        batches: list[list[Example]] = [[]]
        for _, number in sorted(keyed):
            one = seen[number]
            if batches[-1] and (len(batches[-1]) + 1) * len(one.features) > settings.words:
                batches.append([])
            batches[-1].append(one)
        random.shuffle(batches)
        yield from batches


def words_of(reader: Reader, lower: Lower, examples: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the words of texts behind the reader of texts, and the log odds that they are anchors."""
    states, lengths = stacked(lower.words(reader.upper, examples))
    features, _ = stacked([torch.from_numpy(example.features) for example in examples])
    words, odds = reader.texts(states, features, lengths)
    return words, odds


def _loss(reader: Reader, lower: Lower, examples: Sequence[Example]) -> torch.Tensor:
    words, odds = words_of(reader, lower, examples)
    anchors, present = torch.zeros_like(odds), torch.zeros_like(odds)
    for row, example in enumerate(examples):
        present[row, : len(example.features)] = 1
        anchors[row, [target.window.anchor for target in example.targets]] = 1
    lost = functional.binary_cross_entropy_with_logits(odds, anchors, weight=present, reduction="sum")
    targets = [(row, target) for row, example in enumerate(examples) for target in example.targets]
    if targets:
        lost = lost + _windows_loss(reader, words, targets)
    return lost / max(_FEWEST, len(targets))


def _windows_loss(reader: Reader, words: torch.Tensor, targets: Sequence[tuple[int, Target]]) -> torch.Tensor:
    windows = [target.window for _, target in targets]
    around, lengths = stacked([words[row, one.window.first : one.window.last] for row, one in targets])
    anchors = torch.stack([words[row, one.window.anchor] for row, one in targets])
    relations, _ = stacked([torch.from_numpy(window.relations) for window in windows])
    listed, _ = stacked([torch.from_numpy(one.acts) for _, one in targets])
    roles, others, act, kind = reader.windows(anchors, around, relations, listed, lengths)
    known, _ = stacked([torch.from_numpy(one.roles) for _, one in targets])
    played, _ = stacked([torch.from_numpy(one.others) for _, one in targets])
    present = (torch.arange(around.shape[1])[None] < lengths[:, None]).float()
    acts, kinds = (torch.tensor([getattr(one, name) for _, one in targets]) for name in ("act", "kind"))
    of_roles = functional.cross_entropy(roles.transpose(1, 2), known, reduction="none") * present
    of_others = functional.binary_cross_entropy_with_logits(others, played, reduction="none") * present[..., None]
    of_acts = functional.cross_entropy(act, acts, reduction="sum", label_smoothing=_SMOOTHING)
    of_kinds = functional.cross_entropy(kind, kinds, reduction="sum")
    return of_roles.sum() * _ROLES + of_others.sum() * _OTHERS + of_acts + of_kinds * _KIND
