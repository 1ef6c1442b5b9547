"""The network: a transformer whose lower layers are models of their own, each with heads for every task.

One training gives all sizes: the small model is the first layers of the large one, which teach each other while they
learn (deep supervision with self-distillation; Zhang et al. 2019, "Be your own teacher").
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lagebild.training.encoder.base import Base
    from lagebild.training.encoder.batches import Batch

ACTIVATION_BITS = 8
WEIGHT_BITS = 7
"""Products of 7 and 8 bits add up in 16 without overflow on processors that have no wider instruction."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of a network.

    Args:
        exits: After which layers a model ends, ascending; the last one is the depth of the network.
        weights: How much the loss of each exit counts.
        scorers: How wide the scorers of arcs and relations of each exit are.
        classes: How many classes each linear head has, by its name.
        labels: How many relations there are.
        dropout: Share of word states that are dropped while learning.
        tags: How many parts of speech the network is told; 0 for one that reads words alone.
    """

    exits: tuple[int, ...]
    weights: tuple[float, ...]
    scorers: tuple[int, ...]
    classes: Mapping[str, int]
    labels: int
    dropout: float = 0.2
    tags: int = 0


class Linear(nn.Module):
    """A linear layer that learns with the rounding of its weights and inputs to whole numbers, once told to."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor) -> None:
        super().__init__()
        self.weight = nn.Parameter(weight)
        self.bias = nn.Parameter(bias)
        self.register_buffer("low", torch.zeros(()))
        self.register_buffer("high", torch.zeros(()))
        self.observing = False
        self.rounding = False

    def forward(self, states: torch.Tensor) -> torch.Tensor:
        """Return the outputs for states of any shape whose last axis is the width of the input."""
        if self.observing:
            self._observe(states.detach())
        if not self.rounding:
            return functional.linear(states, self.weight, self.bias)
        return functional.linear(self._rounded_states(states), self._rounded_weight(), self.bias)

    def _observe(self, states: torch.Tensor) -> None:
        flat = states.flatten()
        keep = max(1, flat.numel() // _OUTLIERS)
        self.low.copy_(torch.minimum(self.low, -(-flat).topk(keep).values[-1]))
        self.high.copy_(torch.maximum(self.high, flat.topk(keep).values[-1]))

    def step(self) -> tuple[float, int]:
        """Return the width of a step of the input and the whole number that stands for zero."""
        step = (float(self.high) - float(self.low)) / (2**ACTIVATION_BITS - 1)
        return step, round(-float(self.low) / step)

    def _rounded_states(self, states: torch.Tensor) -> torch.Tensor:
        step, zero = self.step()
        return torch.fake_quantize_per_tensor_affine(states, step, zero, 0, 2**ACTIVATION_BITS - 1)

    def weight_steps(self) -> torch.Tensor:
        """Return the width of a step of the weights of each output."""
        return self.weight.detach().abs().amax(dim=1) / (2 ** (WEIGHT_BITS - 1) - 1)

    def _rounded_weight(self) -> torch.Tensor:
        limit = 2 ** (WEIGHT_BITS - 1) - 1
        zeros = torch.zeros(len(self.weight), dtype=torch.int32)
        return torch.fake_quantize_per_channel_affine(self.weight, self.weight_steps(), zeros, 0, -limit, limit)


_OUTLIERS = 20_000
"""One value in so many may lie outside the range that is rounded; it is cut to the range."""


class Layer(nn.Module):
    """One transformer layer after Vaswani et al. (2017), normalised behind each half as BERT is."""

    def __init__(self, base: Base, index: int) -> None:
        super().__init__()
        tensor = {name: torch.from_numpy(value) for name, value in base.tensors.items()}
        prefix = f"l{index}."
        self.heads, self.epsilon = base.heads, base.epsilon
        self.attended = Linear(
            torch.cat([tensor[f"{prefix}{name}.w"] for name in "qkv"]),
            torch.cat([tensor[f"{prefix}{name}.b"] for name in "qkv"]),
        )
        self.mixed = Linear(tensor[f"{prefix}ao.w"], tensor[f"{prefix}ao.b"])
        self.widened = Linear(tensor[f"{prefix}fi.w"], tensor[f"{prefix}fi.b"])
        self.narrowed = Linear(tensor[f"{prefix}fo.w"], tensor[f"{prefix}fo.b"])
        self.attention_norm = _norm(base, f"{prefix}aln")
        self.output_norm = _norm(base, f"{prefix}oln")

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the states behind the layer; shape (sentences, pieces, width), as they came."""
        batch, length, width = states.shape
        parts = self.attended(states).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        weights = parts[0] @ parts[1].transpose(-1, -2) / math.sqrt(width // self.heads) + mask
        context = (weights.softmax(dim=-1) @ parts[2]).transpose(1, 2).reshape(batch, length, width)
        states = self.attention_norm(states + self.mixed(context))
        return self.output_norm(states + self.narrowed(functional.gelu(self.widened(states))))


class Heads(nn.Module):
    """What one exit tells of its words: linear heads, dependency arcs and relations (after Dozat & Manning 2017)."""

    def __init__(self, depth: int, width: int, scorer: int, shape: Shape) -> None:
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(depth + 1))
        self.drop = nn.Dropout(shape.dropout)
        self.root = nn.Parameter(torch.randn(width) * _SPREAD)
        self.linear = nn.ModuleDict({name: nn.Linear(width, count) for name, count in shape.classes.items()})
        self.arc_dependent = nn.Linear(width, scorer)
        self.arc_head = nn.Linear(width, scorer)
        self.arc = nn.Parameter(torch.randn(scorer + 1, scorer) * _SPREAD)
        self.relation_dependent = nn.Linear(width, scorer)
        self.relation_head = nn.Linear(width, scorer)
        self.relation = nn.Linear(scorer, shape.labels)

    def words(self, layers: list[torch.Tensor], pooling: torch.Tensor) -> torch.Tensor:
        """Return one state a word; shape (sentences, words, width)."""
        weights = self.mix.softmax(dim=0)
        mixed = sum(weight * states for weight, states in zip(weights, layers, strict=True)) + layers[-1]
        return self.drop(pooling @ mixed)

    def arcs(self, words: torch.Tensor) -> torch.Tensor:
        """Return a score for each word and head, the root first; shape (sentences, words, words + 1)."""
        dependents = self.drop(functional.gelu(self.arc_dependent(words)))
        heads = self.drop(functional.gelu(self.arc_head(self.with_root(words))))
        ones = torch.ones_like(dependents[..., :1])
        return torch.cat([dependents, ones], dim=-1) @ self.arc @ heads.transpose(1, 2)

    def relations(self, words: torch.Tensor, heads: torch.Tensor) -> torch.Tensor:
        """Return a score for each word and relation, given the heads; shape (sentences, words, relations)."""
        of_heads = self.relation_head(self.with_root(words))
        chosen = of_heads.gather(1, heads[..., None].expand(-1, -1, of_heads.shape[-1]))
        scores: torch.Tensor = self.relation(self.drop(functional.relu(self.relation_dependent(words) + chosen)))
        return scores

    def with_root(self, words: torch.Tensor) -> torch.Tensor:
        """Return the states with the learned root before the first word."""
        return torch.cat([self.root.expand(len(words), 1, -1), words], dim=1)


_SPREAD = 0.02


class Network(nn.Module):
    """The encoder with the heads of all its exits."""

    def __init__(self, base: Base, rows: list[int], shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embedded: torch.Tensor
        self.register_buffer("embedded", torch.from_numpy(base.rows(np.array(rows))), persistent=False)
        position, kind = (
            torch.from_numpy(base.tensors[f"emb.{name}"]).view(-1, base.width) for name in ("pos", "type")
        )
        self.position = nn.Parameter(position + kind[0])
        self.norm = _norm(base, "emb.ln")
        self.told = nn.Parameter(torch.zeros(shape.tags, base.width))
        self.layers = nn.ModuleList(Layer(base, index) for index in range(shape.exits[-1]))
        sizes = zip(shape.exits, shape.scorers, strict=True)
        self.heads = nn.ModuleList(Heads(depth, base.width, scorer, shape) for depth, scorer in sizes)

    def forward(self, batch: Batch) -> list[torch.Tensor]:
        """Return the states of all layers, the embedding first; each of shape (sentences, pieces, width)."""
        hidden = (~batch.mask)[:, None, None, :].float() * -_FAR
        embedded = self.embedded[batch.pieces] + self.position[: batch.pieces.shape[1]]
        if self.shape.tags:
            tags = self.told[batch.targets["upos"].clamp(min=0)] * batch.present[..., None]
            embedded = embedded + (batch.pooling > 0).float().transpose(1, 2) @ tags
        states = [self.norm(embedded)]
        for layer in self.layers:
            states.append(layer(states[-1], hidden))
        return states


_FAR = 1e4


def _norm(base: Base, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(base.width, eps=base.epsilon)
    with torch.no_grad():
        norm.weight.copy_(torch.from_numpy(base.tensors[f"{name}.w"]))
        norm.bias.copy_(torch.from_numpy(base.tensors[f"{name}.b"]))
    return norm
