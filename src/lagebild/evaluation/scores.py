"""Scores: what is counted when predicted is held against gold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives; they add up over pages."""

    hits: int = 0
    false_alarms: int = 0
    misses: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.hits + other.hits, self.false_alarms + other.false_alarms, self.misses + other.misses)

    @property
    def precision(self) -> float:
        """Hits by all predicted; 0.0 where nothing was predicted."""
        return self.hits / (self.hits + self.false_alarms) if self.hits else 0.0

    @property
    def recall(self) -> float:
        """Hits by all gold; 0.0 where there is no gold."""
        return self.hits / (self.hits + self.misses) if self.hits else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / (2 * self.hits + self.false_alarms + self.misses) if self.hits else 0.0


def counts_of(predicted: AbstractSet[object], gold: AbstractSet[object]) -> Counts:
    """Return the counts of two sets of the same things.

    >>> counts_of({1, 2, 3}, {2, 3, 4, 5})
    Counts(hits=2, false_alarms=1, misses=2)
    """
    return Counts(len(predicted & gold), len(predicted - gold), len(gold - predicted))


def token_counts(predicted: str, gold: str) -> Counts:
    """Return the counts over the bags of white-space tokens of two texts.

    >>> token_counts("a b b c", "a b d").f1
    0.5714285714285714
    """
    one, two = Counter(predicted.split()), Counter(gold.split())
    hits = (one & two).total()
    return Counts(hits, one.total() - hits, two.total() - hits)


def segment_counts(text: str, *, wanted: Iterable[str], unwanted: Iterable[str]) -> Counts:
    """Return the counts of segments that must, and must not, stand in a text (trafilatura's own measure).

    >>> segment_counts("a story", wanted=["story", "other"], unwanted=["menu"])
    Counts(hits=1, false_alarms=0, misses=1)
    """
    found = [segment in text for segment in wanted]
    return Counts(sum(found), sum(segment in text for segment in unwanted), len(found) - sum(found))


def label_counts(predicted: Sequence[str], gold: Sequence[str]) -> dict[str, Counts]:
    """Return the counts of each label over two sequences of the same length."""
    counts: dict[str, Counts] = {}
    for guess, truth in zip(predicted, gold, strict=True):
        if guess == truth:
            counts[truth] = counts.get(truth, Counts()) + Counts(hits=1)
        else:
            counts[guess] = counts.get(guess, Counts()) + Counts(false_alarms=1)
            counts[truth] = counts.get(truth, Counts()) + Counts(misses=1)
    return counts


def macro_f1(counts: dict[str, Counts]) -> float:
    """Return the mean of the F1 of all labels that the gold holds; 0.0 where it holds none."""
    scores = [count.f1 for count in counts.values() if count.hits + count.misses]
    return sum(scores) / len(scores) if scores else 0.0


def kappa(one: Sequence[str], two: Sequence[str]) -> float:
    """Return the agreement of two readers beyond chance (Cohen 1960).

    >>> kappa("aabb", "aabb"), kappa("abab", "aabb")
    (1.0, 0.0)
    """
    count = len(one)
    observed = sum(a == b for a, b in zip(one, two, strict=True)) / count
    shares = Counter(one), Counter(two)
    expected = sum(shares[0][label] * shares[1][label] for label in shares[0]) / count**2
    return 1.0 if expected == 1.0 else (observed - expected) / (1.0 - expected)


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0.0 of nothing."""
    return sum(values) / len(values) if values else 0.0
