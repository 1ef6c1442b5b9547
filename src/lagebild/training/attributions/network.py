"""The network: which words are the anchor of a statement, and which parts the words around an anchor play.

A text is read word by word in both directions. For each anchor, the words of its window are read once more, each
together with the anchor and its way to it through the tree, as semantic role labellers do (Zhou and Xu 2015;
Marcheggiani and Titov 2017).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional

from lagebild.language.attributions.features import SIZES
from lagebild.language.attributions.roles import KINDS, OTHERS, ROLES
from lagebild.language.attributions.windows import DEPTHS, DISTANCES, PATHS, STEPS
from lagebild.model import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Sequence

_CUE, _CONTENT = ROLES.index("cue"), ROLES.index("content")


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network.

    Args:
        state: Width of the encoder's states.
        word: Width of a word before it is read.
        text: Width of each direction of the reader of texts.
        pair: Width of a word together with its anchor.
        window: Width of each direction of the reader of windows.
        feature: Width of each feature.
        dropout: Share of values that are dropped while learning.
    """

    state: int = 384
    word: int = 160
    text: int = 128
    pair: int = 128
    window: int = 64
    feature: int = 16
    dropout: float = 0.3


class TextReader(nn.Module):
    """Reads the words of texts: each with its features and what stands around it, and whether it is an anchor."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.states = nn.Linear(shape.state, shape.word)
        self.features = nn.ModuleList(nn.Embedding(size, shape.feature) for size in SIZES)
        self.featured = nn.Linear(shape.feature * len(SIZES), shape.word)
        self.norm = nn.LayerNorm(shape.word)
        self.drop = nn.Dropout(shape.dropout)
        self.read = nn.GRU(shape.word, shape.text, bidirectional=True, batch_first=True)
        self.anchor = _scorer(width_of(shape), 96, 1, shape.dropout)

    def forward(
        self, states: torch.Tensor, features: torch.Tensor, lengths: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the words, shape (texts, words, `width_of`), and the log odds that they are anchors, (texts, words).

        Args:
            states: The encoder's; shape (texts, words, state).
            features: Shape (texts, words, features).
            lengths: How many words each text has; ``None`` if all are of one length.
        """
        told = [known(features[..., number]) for number, known in enumerate(self.features)]
        entered = self.states(self.drop(states)) + self.featured(torch.cat(told, dim=-1))
        entered = self.drop(functional.gelu(self.norm(entered)))
        words = torch.cat([self.drop(_read(self.read, entered, lengths)), entered], dim=-1)
        return words, self.anchor(words).squeeze(-1)


class WindowReader(nn.Module):
    """Reads the words around anchors: the part that each plays, the act and the kind."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, pair = width_of(shape), shape.pair
        self.anchor, self.word = nn.Linear(width, pair), nn.Linear(width, pair)
        self.anchor_product, self.word_product = nn.Linear(width, pair), nn.Linear(width, pair)
        self.relations = nn.ModuleList(nn.Embedding(size, pair) for size in (PATHS, DEPTHS, DISTANCES, STEPS))
        self.drop = nn.Dropout(shape.dropout)
        self.read = nn.GRU(pair, shape.window, bidirectional=True, batch_first=True)
        placed = 2 * shape.window + pair
        self.roles = nn.Linear(placed, len(ROLES))
        self.others = nn.Linear(placed, len(OTHERS))
        # What the word lists say of the cue's lemma goes past the scorer: it is right more often than not.
        self.listed = nn.Parameter(torch.tensor(_TRUST))
        self.act = _scorer(3 * width + 2 * (len(SpeechAct) + 1), 128, len(SpeechAct), shape.dropout)
        self.kind = _scorer(2 * width + placed, 96, len(KINDS), shape.dropout)

    def forward(
        self,
        anchors: torch.Tensor,
        words: torch.Tensor,
        relations: torch.Tensor,
        acts: torch.Tensor,
        lengths: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return logits of the roles, the other parts, the act and the kind.

        Args:
            anchors: The anchor of each window; shape (windows, width).
            words: The words of each window; shape (windows, words, width).
            relations: How each word stands to the anchor; shape (windows, words, 4).
            acts: The act that the lemma of each word names, from 1, or 0; shape (windows, words).
            lengths: How many words each window has; ``None`` if all are of one length.
        """
        both = self.anchor(anchors)[:, None] + self.word(words)
        both = both + self.anchor_product(anchors)[:, None] * self.word_product(words)
        for number, known in enumerate(self.relations):
            both = both + known(relations[..., number])
        both = self.drop(functional.gelu(both))
        placed = torch.cat([self.drop(_read(self.read, both, lengths)), both], dim=-1)
        roles = self.roles(placed)
        shares = roles.softmax(dim=-1)
        if lengths is not None:
            shares = shares * (torch.arange(words.shape[1])[None, :, None] < lengths[:, None, None])
        said, named = shares[..., _CONTENT : _CONTENT + 1], shares[..., _CUE : _CUE + 1]
        content, manner, cue = _mean(words, said), _mean(placed, said), _mean(words, named)
        listed = functional.one_hot(acts, len(SpeechAct) + 1).to(words.dtype)
        of_cue, of_content = (listed * named).sum(dim=1).clamp(max=1.0), _mean(listed, said)
        act = self.act(torch.cat([anchors, content, cue, of_cue, of_content], dim=-1)) + self.listed * of_cue[:, 1:]
        kind = self.kind(torch.cat([anchors, content, manner], dim=-1))
        return roles, self.others(placed), act, kind


_LEAST = 1e-3
_TRUST = 3.0


def _mean(rows: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Return the weighted mean of the words of each window; shape (windows, width)."""
    return (rows * weights).sum(dim=1) / (weights.sum(dim=1) + _LEAST)


def width_of(shape: Shape) -> int:
    """Return how wide a word is behind the reader of texts."""
    return 2 * shape.text + shape.word


def _scorer(width: int, hidden: int, outputs: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout), nn.Linear(hidden, outputs))


def _read(reader: nn.GRU, rows: torch.Tensor, lengths: torch.Tensor | None) -> torch.Tensor:
    if lengths is None:
        return torch.as_tensor(reader(rows)[0])
    packed = nn.utils.rnn.pack_padded_sequence(rows, lengths, batch_first=True, enforce_sorted=False)
    read, _ = nn.utils.rnn.pad_packed_sequence(reader(packed)[0], batch_first=True, total_length=rows.shape[1])
    return read


def stacked(rows: Sequence[torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return rows of different lengths, shape (length, …), as one tensor padded with zeros, and their lengths."""
    return nn.utils.rnn.pad_sequence(list(rows), batch_first=True), torch.tensor([len(row) for row in rows])
