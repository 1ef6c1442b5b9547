"""The recurrent network: it reads a page line by line, in both directions."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import nn

from lagebild.intake.lines.model import ROLES
from lagebild.training.line_roles.examples import role_weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.training.line_roles.examples import Example


@dataclass(frozen=True, slots=True)
class Settings:
    """How a network is trained.

    Args:
        epochs: How often all pages are seen.
        hidden: Width of each direction.
        dropout: Share of the values that are left out in training.
        learning_rate: At its highest, after the warm-up.
        batch_pages: Pages a step.
        noise: Standard deviation of what is added to the features in training.
        seed: Of all that is random.
    """

    epochs: int = 30
    hidden: int = 96
    dropout: float = 0.3
    learning_rate: float = 2e-3
    batch_pages: int = 8
    noise: float = 0.05
    seed: int = 0


class LineNetwork(nn.Module):
    """Features of a page's lines in, logits of their roles out; normalises the features itself.

    Args:
        mean: Mean of each feature.
        scale: What each feature is divided by.
        settings: How it is trained.
    """

    mean: torch.Tensor
    scale: torch.Tensor

    def __init__(self, mean: torch.Tensor, scale: torch.Tensor, settings: Settings) -> None:
        super().__init__()
        hidden, dropout = settings.hidden, settings.dropout
        self.register_buffer("mean", mean)
        self.register_buffer("scale", scale)
        self.noise = settings.noise
        self.enter = nn.Sequential(
            nn.Linear(len(mean), 128), nn.GELU(), nn.Dropout(dropout), nn.Linear(128, hidden), nn.GELU()
        )
        self.read = nn.GRU(hidden, hidden, num_layers=2, bidirectional=True, batch_first=True, dropout=dropout)
        self.leave = nn.Sequential(nn.Dropout(dropout), nn.Linear(3 * hidden, len(ROLES)))

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return logits of shape (pages, lines, roles) for features of shape (pages, lines, features)."""
        lines = torch.clamp((features - self.mean) / self.scale, -5.0, 5.0)
        if self.training:
            lines = lines + self.noise * torch.randn_like(lines)
        entered = self.enter(lines)
        read, _ = self.read(entered)
        logits: torch.Tensor = self.leave(torch.cat([read, entered], dim=-1))
        return logits


def train_network(examples: Sequence[Example], settings: Settings) -> LineNetwork:
    """Return a network trained on the examples; the same examples and settings give the same network."""
    torch.manual_seed(settings.seed)
    torch.set_num_threads(1)  # the sums of two threads come in no fixed order
    torch.use_deterministic_algorithms(mode=True)
    rows = np.vstack([example.features for example in examples])
    scale = torch.tensor(rows.std(axis=0) + 1e-2)
    network = LineNetwork(torch.tensor(rows.mean(axis=0)), scale, settings)
    optimizer = torch.optim.AdamW(network.parameters(), lr=settings.learning_rate, weight_decay=0.01)
    steps = settings.epochs * -(-len(examples) // settings.batch_pages)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, settings.learning_rate, total_steps=steps, pct_start=0.15)
    loss_of = nn.CrossEntropyLoss(torch.tensor(role_weights()), reduction="none", label_smoothing=0.05)
    network.train()
    for features, labels, weights in _batches(examples, settings):
        losses = loss_of(network(features).transpose(1, 2), labels) * weights
        optimizer.zero_grad()
        (losses.sum() / weights.sum()).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
    network.eval()
    return network


def _batches(
    examples: Sequence[Example], settings: Settings
) -> Iterator[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
    """Yield features, labels and weights of the pages of each step; pages of one step are about as long."""
    chance = random.Random(settings.seed)  # noqa: S311 - a shuffle, no secret
    for _ in range(settings.epochs):
        order = sorted(examples, key=lambda example: len(example.labels) + chance.uniform(0, 80))
        batches = [order[at : at + settings.batch_pages] for at in range(0, len(order), settings.batch_pages)]
        chance.shuffle(batches)
        for batch in batches:
            yield _padded(batch)


def _padded(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    length = max(len(example.labels) for example in batch)
    features = torch.zeros(len(batch), length, batch[0].features.shape[1])
    labels = torch.zeros(len(batch), length, dtype=torch.long)
    weights = torch.zeros(len(batch), length)
    for row, example in enumerate(batch):
        count = len(example.labels)
        features[row, :count] = torch.tensor(example.features)
        labels[row, :count] = torch.tensor(example.labels)
        weights[row, :count] = example.weight
    return features, labels, weights
