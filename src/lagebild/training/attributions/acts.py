"""The reader of acts: upper layers that read a statement's sentences once more, with its parts marked in them."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from lagebild.language.attributions.features import listed_acts
from lagebild.language.attributions.marking import MOST_SENTENCES
from lagebild.language.attributions.roles import ROLES
from lagebild.model import SpeechAct
from lagebild.training.attributions.descent import Pace, descend
from lagebild.training.attributions.states import stacked_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from lagebild.training.attributions.examples import Example, Target
    from lagebild.training.attributions.states import Lower
    from lagebild.training.attributions.upper import Upper

_CUE, _CONTENT = ROLES.index("cue"), ROLES.index("content")
_ACTS = len(SpeechAct)


@dataclass(frozen=True, slots=True)
class ActSettings(Pace):
    """How the reader of acts is trained.

    Args:
        epochs: How often all statements are seen.
        statements: Size of a batch.
        dropout: Share of values that are dropped while learning.
    """

    rate: float = 1e-3
    epochs: int = 5
    statements: int = 24
    dropout: float = 0.3


@dataclass(frozen=True, slots=True)
class _Marked:
    """A statement in the sentences that it stands in.

    Args:
        sentences: For each sentence, the states of its pieces and the share of each piece in each word.
        parts: For each sentence, the part of each word; shape (words,).
        listed: For each sentence, the act that the lemma of each word of the cue names, from 1, or 0; shape (words,).
        act: Its act, as its number in `SpeechAct`.
    """

    sentences: tuple[tuple[NDArray[np.float16], NDArray[np.float32]], ...]
    parts: tuple[NDArray[np.int64], ...]
    listed: tuple[NDArray[np.int64], ...]
    act: int


class ActReader(nn.Module):
    """Reads the act of statements.

    Args:
        upper: The upper layers to begin with.
        width: Width of the encoder's states.
        dropout: Share of values that are dropped while learning.
    """

    def __init__(self, upper: Upper, width: int, dropout: float) -> None:
        super().__init__()
        self.upper = upper
        self.parts = nn.Embedding(len(ROLES), width)
        self.listed = nn.Embedding(_ACTS + 1, width)
        for marks in (self.parts, self.listed):
            nn.init.normal_(marks.weight, std=0.02)
        self.head = ActHead(width, dropout)

    def marks(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Return what is added to the states of a word for its part and its listed act; nothing for 0."""
        blank = torch.zeros(1, self.parts.weight.shape[1])
        return torch.cat([blank, self.parts.weight[1:]]), torch.cat([blank, self.listed.weight[1:]])

    def states(
        self,
        shared: torch.Tensor,
        present: torch.Tensor,
        pooling: torch.Tensor,
        parts: torch.Tensor,
        listed: torch.Tensor,
    ) -> torch.Tensor:
        """Return a state a word; shape (sentences, words, width).

        Args:
            shared: The states behind the shared layers; shape (sentences, pieces, width).
            present: Whether a piece is there; shape (sentences, pieces).
            pooling: The share of each piece in each word; shape (sentences, words, pieces).
            parts: The part of each word; shape (sentences, words).
            listed: The act that its lemma names; shape (sentences, words).
        """
        of_parts, of_acts = self.marks()
        marks = of_parts[parts] + of_acts[listed]
        marked = shared + (pooling > 0).float().transpose(1, 2) @ marks
        return torch.as_tensor(self.upper(marked, present, pooling))


class ActHead(nn.Module):
    """Scores the acts of one statement from the words of its sentences.

    Args:
        width: Width of the states.
        dropout: Share of values that are dropped while learning.
    """

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.look = nn.Sequential(nn.Linear(width, 64), nn.Tanh(), nn.Linear(64, 1))
        self.drop = nn.Dropout(dropout)
        self.scores = nn.Sequential(
            nn.Linear(3 * width + _ACTS + 1, 192), nn.GELU(), nn.Dropout(dropout), nn.Linear(192, _ACTS)
        )
        self.trust = nn.Parameter(torch.tensor(_TRUST))

    def forward(self, states: torch.Tensor, parts: torch.Tensor, listed: torch.Tensor) -> torch.Tensor:
        """Return the log odds of the acts; shape (acts,).

        Args:
            states: The words of all sentences of the statement; shape (words, width).
            parts: The part of each word; shape (words,).
            listed: The act that its lemma names; shape (words,).
        """
        named, said = (parts == _CUE).float()[:, None], (parts == _CONTENT).float()[:, None]
        looked = self.look(states).exp() * (named + said)
        means = [(states * weights).sum(dim=0) / (weights.sum() + _LEAST) for weights in (named, said, looked)]
        of_cue = (functional.one_hot(listed, _ACTS + 1).to(states.dtype) * named).sum(dim=0).clamp(max=1.0)
        return torch.as_tensor(
            self.scores(torch.cat([*(self.drop(mean) for mean in means), of_cue])) + self.trust * of_cue[1:]
        )


_LEAST = 1e-3
_TRUST = 3.0
"""What the word lists say of the cue's lemma goes past the scorer."""


def train_acts(
    examples: Sequence[Example], lower: Lower, upper: Upper, settings: ActSettings, *, checkpoint: Path | None = None
) -> ActReader:
    """Return a reader of acts trained on examples; the same examples and settings give the same reader.

    Args:
        examples: The annotated texts.
        lower: The shared layers of the encoder.
        upper: The upper layers to begin with; they stay as they are.
        settings: How to train.
        checkpoint: Where the state is kept every few minutes; the run goes on from what stands there.
    """
    torch.manual_seed(settings.seed)
    statements = [
        marked
        for example in examples
        for target in example.targets
        if (marked := _marked(example, target, lower)) is not None
    ]
    width = statements[0].sentences[0][0].shape[1]
    reader = ActReader(copy.deepcopy(upper), width, settings.dropout)
    plan = list(_plan(statements, settings))
    descend(reader, reader.upper, plan, partial(_loss, reader), settings, checkpoint=checkpoint)
    return reader


_SMOOTHING = 0.05


def _loss(reader: ActReader, batch: Sequence[_Marked]) -> torch.Tensor:
    acts = torch.tensor([one.act for one in batch])
    return functional.cross_entropy(_scores(reader, batch), acts, label_smoothing=_SMOOTHING)


def _marked(example: Example, target: Target, lower: Lower) -> _Marked | None:
    """Return a statement in its sentences, or ``None`` if it has no word in its window."""
    parts = np.zeros(len(example.features), np.int64)
    parts[target.window.first : target.window.last] = target.roles
    listed = np.where(parts == _CUE, listed_acts(example.features), 0)
    ends = np.cumsum([len(words) for words in example.pieces])
    of_sentences = list(
        zip(lower.states(example), np.split(parts, ends[:-1]), np.split(listed, ends[:-1]), strict=True)
    )
    chosen = [one for one in of_sentences if np.isin(one[1], (_CUE, _CONTENT)).any()][:MOST_SENTENCES]
    if not chosen:
        return None
    sentences, of_parts, of_acts = zip(*chosen, strict=True)
    return _Marked(sentences, of_parts, of_acts, target.act)


def _plan(statements: Sequence[_Marked], settings: ActSettings) -> Iterator[list[_Marked]]:
    """Yield all batches in their order; statements of one batch are about as long."""
    random = Random(settings.seed)  # noqa: S311 - a shuffle, no secret
    for _ in range(settings.epochs):
        keyed = [(sum(map(len, one.parts)) * random.uniform(1, 1.5), number) for number, one in enumerate(statements)]
        order = [statements[number] for _, number in sorted(keyed)]
        batches = [order[first : first + settings.statements] for first in range(0, len(order), settings.statements)]
        random.shuffle(batches)
        yield from batches


def _scores(reader: ActReader, batch: Sequence[_Marked]) -> torch.Tensor:
    """Return the log odds of the acts of statements; shape (statements, acts)."""
    sentences = [sentence for one in batch for sentence in one.sentences]
    shared, present, pooling = stacked_sentences(sentences)
    parts, listed = (
        nn.utils.rnn.pad_sequence(
            [torch.from_numpy(words) for one in batch for words in getattr(one, name)], batch_first=True
        )
        for name in ("parts", "listed")
    )
    states = reader.states(shared, present, pooling, parts, listed)
    scores, row = [], 0
    for one in batch:
        rows = range(row, row + len(one.sentences))
        of_words = torch.cat([states[at, : len(words)] for at, words in zip(rows, one.parts, strict=True)])
        of_parts, of_acts = (torch.from_numpy(np.concatenate(words)) for words in (one.parts, one.listed))
        scores.append(reader.head(of_words, of_parts, of_acts))
        row = rows.stop
    return torch.stack(scores)
