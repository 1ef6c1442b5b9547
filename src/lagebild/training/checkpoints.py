"""The state of a training on disk, from which it goes on when it was stopped."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from pathlib import Path

_EVERY_S = 240.0


@dataclass(slots=True)
class Checkpoints:
    """Keeps what a training has learned so far.

    Args:
        path: The file, or ``None`` if nothing is to be kept.
        network: What learns.
        optimizer: Its optimizer.
        schedule: Its schedule of learning rates.
    """

    path: Path | None
    network: torch.nn.Module
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LRScheduler
    _saved: float = field(default_factory=time.monotonic)

    def restore(self) -> int:
        """Take up what the file holds; return how many steps were done, 0 without a file."""
        if self.path is None or not self.path.exists():
            return 0
        state = torch.load(self.path, weights_only=True)
        for name, part in self._parts().items():
            part.load_state_dict(state[name])
        return int(state["step"])

    def keep(self, step: int, *, last: bool = False) -> None:
        """Save the state if this is the last step, or the state was saved some minutes ago.

        Args:
            step: How many steps were done.
            last: Whether the training ends here.
        """
        if self.path is None or not (last or time.monotonic() - self._saved > _EVERY_S):
            return
        state = {name: part.state_dict() for name, part in self._parts().items()}
        beside = self.path.with_suffix(".new")
        torch.save(state | {"step": step}, beside)
        beside.replace(self.path)
        self._saved = time.monotonic()

    def _parts(
        self,
    ) -> dict[str, torch.nn.Module | torch.optim.Optimizer | torch.optim.lr_scheduler.LRScheduler]:
        return {"network": self.network, "optimizer": self.optimizer, "schedule": self.schedule}
