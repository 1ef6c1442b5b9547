"""The training loop: deterministic, with checkpoints from which it goes on."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import torch

from lagebild.training.checkpoints import Checkpoints
from lagebild.training.encoder.batches import batches
from lagebild.training.encoder.losses import loss_of
from lagebild.training.encoder.network import Linear
from lagebild.training.encoder.noise import worsened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lagebild.training.encoder.batches import Encoding
    from lagebild.training.encoder.examples import Example
    from lagebild.training.encoder.network import Network

_LOGGER = logging.getLogger(__name__)
_WARM_UP = 0.08
_CLIP = 2.0


@dataclass(frozen=True, slots=True)
class Phase:
    """One run over examples with a learning rate of its own.

    Args:
        name: What its checkpoints are called.
        epochs: The examples of each epoch, in any order.
        encoder_rate: Highest learning rate of the encoder.
        heads_rate: Highest learning rate of the heads.
        final_share: What is left of the rates in the end.
        noise: Share of the examples that are worsened.
        rounding_from: After which share of the steps the network learns with rounded numbers; 1.0 for never.
        batch_pieces: Size of a batch, in pieces with padding.
        seed: What all random choices depend on.
    """

    name: str
    epochs: Sequence[Sequence[Example]]
    encoder_rate: float = 2e-4
    heads_rate: float = 2e-3
    final_share: float = 0.02
    noise: float = 0.15
    rounding_from: float = 1.0
    batch_pieces: int = 900
    seed: int = 0


def learn(network: Network, encoding: Encoding, phase: Phase, *, checkpoint: Path | None = None) -> None:
    """Train the network in place.

    Args:
        network: The network.
        encoding: What turns examples into batches.
        phase: What to learn, and how.
        checkpoint: Where the state is kept every few minutes; the run goes on from what stands there.
    """
    plan = _plan(encoding, phase)
    optimizer = _optimizer(network, phase)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _share(step, len(plan), phase.final_share))
    checkpoints = Checkpoints(checkpoint, network, optimizer, schedule)
    done = checkpoints.restore()
    began = time.monotonic()
    network.train()
    mean = 0.0
    for step, examples in enumerate(plan):
        if step < done:
            continue
        _set_rounding(network, step, round(phase.rounding_from * len(plan)))
        torch.manual_seed(phase.seed * 1_000_003 + step)
        loss = loss_of(network, encoding.batch(examples))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
        optimizer.step()
        schedule.step()
        mean = loss.item() if not mean else 0.98 * mean + 0.02 * loss.item()
        if step % _LOG_STEPS == 0:
            spent = time.monotonic() - began
            _LOGGER.info("%s: step %d of %d, loss %.3f, %.0f s", phase.name, step, len(plan), mean, spent)
        checkpoints.keep(step + 1)
    network.eval()
    checkpoints.keep(len(plan), last=True)


_LOG_STEPS = 50


def _plan(encoding: Encoding, phase: Phase) -> list[list[Example]]:
    """Return all batches of the phase in their order, worsened where they are."""
    plan: list[list[Example]] = []
    for number, epoch in enumerate(phase.epochs):
        random = Random(f"{phase.seed} {phase.name} {number}")  # noqa: S311 - no secret
        examples = [worsened(example, random, rate=phase.noise) for example in epoch]
        plan.extend(batches(examples, encoding, size=phase.batch_pieces, random=random))
    return plan


def _optimizer(network: Network, phase: Phase) -> torch.optim.Optimizer:
    heads = list(network.heads.parameters())
    known = set(map(id, heads))
    encoder = [parameter for parameter in network.parameters() if id(parameter) not in known]
    groups = [
        {"params": encoder, "lr": phase.encoder_rate, "weight_decay": 0.01},
        {"params": heads, "lr": phase.heads_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def _share(step: int, steps: int, final: float) -> float:
    """Return the share of the highest rate: up in a line while warming up, then down in a line."""
    warm = max(1, round(_WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return final + (1 - final) * max(0.0, (steps - step) / max(1, steps - warm))


def _set_rounding(network: Network, step: int, begin: int) -> None:
    for module in network.modules():
        if isinstance(module, Linear):
            module.observing = begin - _OBSERVED_STEPS <= step < begin
            module.rounding = step >= begin


_OBSERVED_STEPS = 40
