"""What the network is told about a batch: how far its exits are from the labels, and from the deepest exit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from lagebild.training.encoder.batches import NONE
from lagebild.training.encoder.labels import NAMES

if TYPE_CHECKING:
    from lagebild.training.encoder.batches import Batch
    from lagebild.training.encoder.network import Heads, Network

WEIGHTS = {"upos": 1.0, "feats": 0.5, "names": 2.0}
_TAUGHT = 1.0
"""Weight of what a shallower exit learns from the deepest one, beside the labels."""

_OTHER = [index for index, name in enumerate(NAMES) if name == "O" or name.endswith("OTH")]


def loss_of(network: Network, batch: Batch) -> torch.Tensor:
    """Return the loss of a batch over all tasks and exits."""
    states = network(batch)
    total = torch.zeros(())
    teacher: dict[str, torch.Tensor] | None = None
    for heads, depth, weight in reversed(
        list(zip(network.heads, network.shape.exits, network.shape.weights, strict=True))
    ):
        scores = _scores(heads, heads.words(states[: depth + 1], batch.pooling), batch, teacher)
        total = total + weight * _from_labels(scores, batch)
        if teacher is None:
            teacher = {name: score.detach() for name, score in scores.items()}
        else:
            total = total + weight * _TAUGHT * _from_teacher(scores, teacher, batch)
    return total


def _scores(
    heads: Heads, words: torch.Tensor, batch: Batch, teacher: dict[str, torch.Tensor] | None
) -> dict[str, torch.Tensor]:
    scores = {name: head(words) for name, head in heads.linear.items()}
    arcs = heads.arcs(words)
    absent = torch.cat([torch.ones_like(batch.present[:, :1]), batch.present], dim=1).logical_not()
    scores["arcs"] = arcs.masked_fill(absent[:, None, :], -_FAR)
    guessed = (scores if teacher is None else teacher)["arcs"].argmax(dim=-1)
    scores["relations"] = heads.relations(words, torch.where(batch.heads == NONE, guessed, batch.heads))
    return scores


_FAR = 1e4


def _from_labels(scores: dict[str, torch.Tensor], batch: Batch) -> torch.Tensor:
    present = int(batch.present.sum())
    total = _cross_entropy(scores["arcs"], batch.heads, present)
    total = total + _cross_entropy(scores["relations"], batch.relations, present)
    for name in sorted(scores.keys() & batch.targets.keys()):
        target = batch.targets[name]
        if name == "names":
            total = total + WEIGHTS[name] * _names(scores[name], target, batch.soft_other, present)
        else:
            total = total + WEIGHTS[name] * _cross_entropy(scores[name], target, present)
    return total


def _cross_entropy(scores: torch.Tensor, target: torch.Tensor, present: int) -> torch.Tensor:
    """Return the mean over the words of the batch that have a label; 0 if none has."""
    flat, wanted = scores.flatten(0, 1), target.flatten()
    total = functional.cross_entropy(flat, wanted, ignore_index=NONE, reduction="sum")
    return total / _share(int((wanted != NONE).sum()), present)


def _share(labelled: int, present: int) -> float:
    """Return by what a sum over labelled words is divided, so that few of them do not outweigh the rest of a batch."""
    return max(1.0, labelled, present / _LOUDEST)


_LOUDEST = 3.0


def _names(scores: torch.Tensor, target: torch.Tensor, soft: torch.Tensor, present: int) -> torch.Tensor:
    """Return the loss of names; where a source does not mark other names, no name and another name are one class."""
    likely = scores.log_softmax(dim=-1)
    known = target != NONE
    chosen = likely.gather(-1, target.clamp(min=0)[..., None])[..., 0]
    either = likely[..., _OTHER].logsumexp(dim=-1)
    return -(torch.where(soft, either, chosen) * known).sum() / _share(int(known.sum()), present)


def _from_teacher(scores: dict[str, torch.Tensor], teacher: dict[str, torch.Tensor], batch: Batch) -> torch.Tensor:
    total = torch.zeros(())
    count = max(1, int(batch.present.sum()))
    for name, wanted in teacher.items():
        divergence = functional.kl_div(
            scores[name].log_softmax(dim=-1), wanted.log_softmax(dim=-1), reduction="none", log_target=True
        ).sum(dim=-1)
        total = total + WEIGHTS.get(name, 1.0) * (divergence * batch.present).sum() / count
    return total
