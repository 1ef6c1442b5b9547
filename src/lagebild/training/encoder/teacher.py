"""A network that is told the tags of words and gives the trees of sentences that have none."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import torch

from lagebild.language.trees import best_tree
from lagebild.training.encoder.batches import batches
from lagebild.training.encoder.network import Network, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.training.encoder.base import Base
    from lagebild.training.encoder.batches import Encoding
    from lagebild.training.encoder.examples import Example

_BATCH_PIECES = 1_500
_SCORER = 256
_NEVER = -1e4


def new_teacher(base: Base, rows: list[int], encoding: Encoding) -> Network:
    """Return a teacher that has not learned anything yet."""
    labels = encoding.labels
    shape = Shape((base.layers,), (1.0,), (_SCORER,), {}, len(labels.relations), tags=len(labels.upos))
    return Network(base, rows, shape)


def with_trees(teacher: Network, encoding: Encoding, examples: Sequence[Example]) -> list[Example]:
    """Return the examples with the teacher's trees, in the same order."""
    found: dict[int, Example] = {}
    random = Random(0)  # noqa: S311 - no secret
    for group in batches(examples, encoding, size=_BATCH_PIECES, random=random):
        with torch.no_grad():
            for example, tree in zip(group, _trees(teacher, encoding, group), strict=True):
                found[id(example)] = tree
    return [found.get(id(example), example) for example in examples]


def _trees(teacher: Network, encoding: Encoding, group: Sequence[Example]) -> Iterator[Example]:
    batch = encoding.batch(group)
    heads_of_exit = teacher.heads[-1]
    words = heads_of_exit.words(teacher(batch), batch.pooling)
    arcs = heads_of_exit.arcs(words)
    places = torch.arange(words.shape[1])
    arcs[:, places, places + 1] = _NEVER
    heads = torch.zeros(batch.present.shape, dtype=torch.long)
    for row, example in enumerate(group):
        count = len(example.words)
        heads[row, :count] = torch.tensor(best_tree(arcs[row, :count, : count + 1].numpy()))
    scores = heads_of_exit.relations(words, heads)
    root = encoding.labels.relations.index("root")
    scores[..., root] = _NEVER
    relations = scores.argmax(dim=-1)
    for row, example in enumerate(group):
        chosen = heads[row, : len(example.words)].tolist()
        labels = [encoding.labels.relations[label] for label in relations[row].tolist()]
        yield replace(
            example,
            heads=tuple(chosen),
            relations=tuple("root" if not head else label for head, label in zip(chosen, labels, strict=False)),
        )
