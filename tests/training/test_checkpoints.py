"""A training that was stopped goes on as if it had not been."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

torch = pytest.importorskip("torch")

from lagebild.training.checkpoints import Checkpoints  # noqa: E402 - needs torch

if TYPE_CHECKING:
    from pathlib import Path


def _checkpoints(path: Path | None) -> Checkpoints:
    torch.manual_seed(0)
    network = torch.nn.Linear(3, 2)
    optimizer = torch.optim.AdamW(network.parameters(), lr=0.1)
    return Checkpoints(path, network, optimizer, torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5))


def _learn(one: Checkpoints, steps: range) -> None:
    for step in steps:
        one.optimizer.zero_grad()
        one.network(torch.full((1, 3), float(step))).square().sum().backward()
        one.optimizer.step()
        one.schedule.step()


def test_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    whole = _checkpoints(None)
    _learn(whole, range(6))
    stopped = _checkpoints(tmp_path / "run.pt")
    _learn(stopped, range(4))
    stopped.keep(4, last=True)

    resumed = _checkpoints(tmp_path / "run.pt")
    done = resumed.restore()
    _learn(resumed, range(done, 6))

    assert done == 4
    assert torch.equal(resumed.network.weight, whole.network.weight)
    assert [file.name for file in tmp_path.iterdir()] == ["run.pt"]


def test_without_a_file_begins_at_the_first_step(tmp_path: Path) -> None:
    assert _checkpoints(tmp_path / "run.pt").restore() == 0
    assert _checkpoints(None).restore() == 0


def test_does_not_write_at_each_step(tmp_path: Path) -> None:
    _checkpoints(tmp_path / "run.pt").keep(1)
    assert not list(tmp_path.iterdir())
