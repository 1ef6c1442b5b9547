"""Which of those spoken of are on a reader's mind.

After Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution": every mention adds a weight by its
part in the clause, and a sentence later two fifths of the sum are left. What is mentioned in a quotation counts less
outside of it, and who has just spoken counts more. The weights were tuned on the gold of statements.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lagebild.stages.entities.referents import Referent, ReferentKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.stages.entities.scenes import Scene

_DECAY = 0.4
_WEIGHTS = {"nsubj": 100.0, "root": 80.0, "obj": 60.0, "iobj": 50.0, "obl": 40.0, "nmod": 30.0, "appos": 30.0}
_OTHER_WEIGHT = 30.0
_SPEAKER_BONUS = 60.0
_QUOTED_SHARE = 0.4
_SENTENCES_LAST = 10
"""Sentences after which nothing of a salience is left that counts."""
_MOST_OF_KIND = 200
_THINGS_LAST = 2
"""Sentences after which what has no entity is forgotten."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Where somebody was last mentioned, and how much of all mentions is left.

    Args:
        value: The salience in that sentence.
        sentence: Which one.
        index: The word.
        governor: The word that it depends on.
        is_quoted: Whether the mention is part of a quotation.
        is_listed: Whether it is one of three or more who are listed: "die USA, Südkorea und andere".
        earlier: How much of the salience is from the sentences before.
    """

    value: float
    sentence: int
    index: int
    governor: int | None
    is_quoted: bool
    is_listed: bool
    earlier: float = 0.0

    def at(self, sentence: int) -> float:
        """Return what is left of the salience in another sentence."""
        return self.value * _DECAY ** abs(sentence - self.sentence)


class Memory:
    """Those spoken of so far, the last mentioned last."""

    def __init__(self) -> None:
        self._referents: dict[object, Referent] = {}
        self._by_kind: dict[ReferentKind, dict[object, Referent]] = {kind: {} for kind in ReferentKind}
        self._things: dict[object, Referent] = {}
        self._traces: dict[object, Trace] = {}

    def get(self, key: object) -> Referent | None:
        """Return the referent of a key, or ``None``."""
        return self._referents.get(key)

    def keep(self, referent: Referent) -> None:
        """Remember what is now known of a referent."""
        self._referents[referent.key] = referent
        self._by_kind[referent.kind][referent.key] = referent
        if referent.entity is None:
            self._things[referent.key] = referent

    def mention(self, referent: Referent, scene: Scene, index: int, *, own: bool = False) -> None:
        """Remember that a word mentions a referent; ``own`` tells that it says so of itself."""
        self._referents.pop(referent.key, None)
        self._by_kind[referent.kind].pop(referent.key, None)
        self.keep(referent)
        old = self._traces.get(referent.key)
        is_foreign = scene.is_quoted(index) and not own
        value = _weight(scene, index) * (_QUOTED_SHARE if is_foreign else 1.0) + (old.at(scene.number) if old else 0.0)
        earlier = 0.0 if old is None else old.earlier if old.sentence == scene.number else old.at(scene.number)
        self._traces[referent.key] = Trace(
            value, scene.number, index, scene.governor(index), is_foreign, _is_listed(scene, index), earlier
        )

    def forget(self, sentence: int) -> None:
        """Forget the things that were mentioned some sentences ago."""
        gone = [key for key in self._things if sentence - self._traces[key].sentence > _THINGS_LAST]
        for key in gone:
            thing = self._things.pop(key)
            del self._by_kind[thing.kind][key], self._referents[key], self._traces[key]

    def trace(self, key: object) -> Trace:
        """Return where a referent was last mentioned."""
        return self._traces[key]

    def recent(self, sentence: int) -> Iterator[Referent]:
        """Yield those mentioned not long before a sentence, the last first."""
        for referent in reversed(self._referents.values()):
            if sentence - self._traces[referent.key].sentence > _SENTENCES_LAST:
                return
            yield referent

    def of_kind(self, kind: ReferentKind) -> Iterator[Referent]:
        """Yield the referents of a kind, the last mentioned first."""
        return islice(reversed(self._by_kind[kind].values()), _MOST_OF_KIND)


def _is_listed(scene: Scene, index: int) -> bool:
    tree = scene.tree
    return sum(base == "conj" and tree.top(at) == tree.top(index) for at, base in enumerate(tree.bases)) >= _LIST - 1


_LIST = 3


def _weight(scene: Scene, index: int) -> float:
    weight = _WEIGHTS.get(scene.tree.bases[scene.tree.top(index)], _OTHER_WEIGHT)
    is_subject = weight == _WEIGHTS["nsubj"]
    return weight + _SPEAKER_BONUS if is_subject and scene.is_speaker(index) else weight
