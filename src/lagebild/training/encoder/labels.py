"""The labels that the heads choose from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lagebild.training.encoder.examples import Example

NAMES = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-OTH", "I-OTH")
_MINIMUM = 3
"""How often a bundle of features or a relation must stand in the treebanks."""


@dataclass(frozen=True, slots=True)
class Labels:
    """What each head chooses from, in the order of its outputs.

    Args:
        upos: Universal parts of speech.
        feats: Bundles of a part of speech and features, ``NOUN Case=Nom|Gender=Masc``.
        relations: Dependency relations.
    """

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    relations: tuple[str, ...]

    def classes(self) -> Mapping[str, tuple[str, ...]]:
        """Return the labels of each linear head by its name; a new head of that kind needs a line here."""
        return {"upos": self.upos, "feats": self.feats, "names": NAMES}


def bundle(upos: str, feats: str) -> str:
    """Return the label of a word's features."""
    return f"{upos} {feats}".strip()


def labels_of(examples: Iterable[Example]) -> Labels:
    """Return the labels of all layers in the examples, sorted."""
    upos: set[str] = set()
    feats: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for example in examples:
        upos.update(example.upos)
        feats.update(map(bundle, example.upos, example.feats))
        relations.update(example.relations)
    return Labels(tuple(sorted(upos)), _frequent(feats), _frequent(relations))


def _frequent(counted: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(label for label, count in counted.items() if count >= _MINIMUM))
