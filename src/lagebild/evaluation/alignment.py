"""Which word of one analysis is which of another, by the rules of the CoNLL 2018 shared task.

After the evaluation script of Zeman et al. (2018), "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to
Universal Dependencies", section 4 (``conll18_ud_eval.py``, https://universaldependencies.org/conll18/evaluation.html):
words stand in the text without its white space; outside of multiword tokens those of the same characters are the same
word, inside of them those of the longest common subsequence of forms.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Analysis, Span, Word


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word of an analysis, with the place that it is compared by.

    Args:
        start: Number of characters before its token, white space not counted.
        end: Number of characters up to the end of its token.
        is_multiword: Whether its token has other words, too.
        sentence: Index of its sentence.
        offset: Index of the first word of its sentence among all words of the analysis.
        word: The word itself.
    """

    start: int
    end: int
    is_multiword: bool
    sentence: int
    offset: int
    word: Word

    @property
    def head(self) -> int | None:
        """Index of its head among all words of the analysis, or ``None`` for the root."""
        return None if self.word.head is None else self.offset + self.word.head


class Places:
    """Where the spans of a text stand in its characters that are no white space.

    Args:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._counts = [0, *accumulate(not char.isspace() for char in text)]

    def of(self, span: Span) -> tuple[int, int]:
        """Return start and end of a span without the white space."""
        return self._counts[span.start], self._counts[span.end]

    def words(self, analysis: Analysis) -> list[PlacedWord]:
        """Return the words of an analysis in the order of the text."""
        placed: list[PlacedWord] = []
        for number, sentence in enumerate(analysis.sentences):
            offset = len(placed)
            for token in sentence.tokens():
                start, end = self.of(token[0].span)
                placed += (PlacedWord(start, end, len(token) > 1, number, offset, word) for word in token)
        return placed


def aligned(gold: Sequence[PlacedWord], predicted: Sequence[PlacedWord]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of the words that are the same, in the order of the text."""
    one = other = 0
    while one < len(gold) and other < len(predicted):
        a, b = gold[one], predicted[other]
        if a.is_multiword or b.is_multiword:
            first_one, first_other, one, other = _multiword_region(gold, predicted, one, other)
            yield from _common(gold, predicted, range(first_one, one), range(first_other, other))
        elif (a.start, a.end) == (b.start, b.end):
            yield one, other
            one, other = one + 1, other + 1
        elif a.start <= b.start:
            one += 1
        else:
            other += 1


def _multiword_region(
    gold: Sequence[PlacedWord], predicted: Sequence[PlacedWord], one: int, other: int
) -> tuple[int, int, int, int]:
    """Return where the words that a multiword token touches begin, and behind where they end, on both sides."""
    a, b = gold[one], predicted[other]
    end = a.end if a.is_multiword else b.end
    if not b.is_multiword and b.start < a.start:
        other += 1
    elif not a.is_multiword and a.start < b.start:
        one += 1
    first_one, first_other = one, other
    while not (_is_behind(gold, one, end) and _is_behind(predicted, other, end)):
        if one < len(gold) and (other == len(predicted) or gold[one].start <= predicted[other].start):
            end = _extended(gold[one], end)
            one += 1
        else:
            end = _extended(predicted[other], end)
            other += 1
    return first_one, first_other, one, other


def _is_behind(words: Sequence[PlacedWord], index: int, end: int) -> bool:
    if index == len(words):
        return True
    return words[index].start >= end if words[index].is_multiword else words[index].end > end


def _extended(word: PlacedWord, end: int) -> int:
    return max(end, word.end) if word.is_multiword else end


def _common(
    gold: Sequence[PlacedWord], predicted: Sequence[PlacedWord], ones: range, others: range
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a longest common subsequence of forms, in small letters."""
    a = [gold[index].word.form.lower() for index in ones]
    b = [predicted[index].word.form.lower() for index in others]
    lengths = _common_lengths(a, b)
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            yield ones[i], others[j]
            i, j = i + 1, j + 1
        elif lengths[i][j] == lengths[i + 1][j]:
            i += 1
        else:
            j += 1


def _common_lengths(a: Sequence[str], b: Sequence[str]) -> list[list[int]]:
    """Return for each pair of places the length of the longest common subsequence of what follows."""
    lengths = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            longer = max(lengths[i + 1][j], lengths[i][j + 1])
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if a[i] == b[j] else longer
    return lengths
