"""How what goes on from the encoder learns: deterministic, step by step, with checkpoints from which it goes on."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import torch
from torch import nn

from lagebild.training.checkpoints import Checkpoints
from lagebild.training.encoder.network import Linear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from lagebild.training.attributions.upper import Upper

_LOGGER = logging.getLogger(__name__)
_LOG_STEPS = 50
_CLIP = 2.0
_SEEDS = 1_000_003
_OBSERVED_STEPS = 60
_Batch = TypeVar("_Batch")


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast something learns.

    Args:
        upper_rate: Highest learning rate of the encoder's upper layers.
        rate: Highest learning rate of all else.
        rounding_from: After which share of the steps the upper layers learn with rounded numbers.
        seed: What all random choices depend on.
    """

    upper_rate: float = 1.5e-4
    rate: float = 2e-3
    rounding_from: float = 0.7
    seed: int = 0


def descend(
    reader: nn.Module,
    upper: Upper,
    plan: Sequence[_Batch],
    loss_of: Callable[[_Batch], torch.Tensor],
    pace: Pace,
    *,
    checkpoint: Path | None,
) -> None:
    """Train a reader in place.

    Args:
        reader: What learns.
        upper: The upper layers of the encoder in it.
        plan: The batches in their order.
        loss_of: What is to become small.
        pace: How fast to learn.
        checkpoint: Where the state is kept every few minutes; the run goes on from what stands there.
    """
    optimizer = _optimizer(reader, upper)
    rates = [pace.upper_rate, pace.rate]
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rates, total_steps=len(plan), pct_start=0.1)
    checkpoints = Checkpoints(checkpoint, reader, optimizer, schedule)
    done = checkpoints.restore()
    reader.train()
    for step, batch in enumerate(plan):
        if step < done:
            continue
        torch.manual_seed(pace.seed * _SEEDS + step)  # what is dropped depends on the step, not on the steps before
        _set_rounding(upper, step, round(pace.rounding_from * len(plan)))
        loss = loss_of(batch)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(reader.parameters(), _CLIP)
        optimizer.step()
        schedule.step()
        if step % _LOG_STEPS == 0:
            _LOGGER.info("%s: step %d of %d, loss %.2f", type(reader).__name__, step, len(plan), loss.item())
        checkpoints.keep(step + 1)
    reader.eval()
    checkpoints.keep(len(plan), last=True)


def _optimizer(reader: nn.Module, upper: Upper) -> torch.optim.Optimizer:
    of_upper = set(map(id, upper.parameters()))
    rest = [parameter for parameter in reader.parameters() if id(parameter) not in of_upper]
    return torch.optim.AdamW(
        [{"params": list(upper.parameters()), "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.02}]
    )


def _set_rounding(upper: Upper, step: int, begin: int) -> None:
    """Let the layers compute with rounded numbers from a step on, and look at their numbers right before."""
    for module in upper.modules():
        if isinstance(module, Linear):
            module.observing = begin - _OBSERVED_STEPS <= step < begin
            module.rounding = step >= begin
