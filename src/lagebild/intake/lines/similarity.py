"""How much lines of a page say the same: shared words, earlier lines said again, the page's own subject."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lagebild.intake.lines.surface import MAX_CHARS, WORD, function_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Cuts inflection off without a stemmer: "Präsidenten" and "Präsident" share their first six letters.
STEM_LENGTH = 6
# Shorter words are abbreviations and left-overs of markup.
_MIN_WORD_CHARS = 3
# A word in more lines than this says nothing about which line repeats which, and would make the search quadratic.
MAX_LINES_A_WORD = 60


def stems(line: str) -> list[str]:
    """Return the stems of the line's content words, in order.

    >>> stems("Der Präsident und die Präsidenten")
    ['präsid', 'präsid']
    """
    words = (word.lower() for word in WORD.findall(line[:MAX_CHARS]))
    return [word[:STEM_LENGTH] for word in words if len(word) >= _MIN_WORD_CHARS and word not in function_words()]


@dataclass(frozen=True)
class Overlap:
    """How far a line shares its words with another one.

    Args:
        other: Index of the other line, or ``None`` where no line shares a word.
        jaccard: Shared stems by all stems of both.
        contained: Shared stems by the stems of the shorter line.
    """

    other: int | None = None
    jaccard: float = 0.0
    contained: float = 0.0


class Vocabulary:
    """The stems of a page's lines.

    Args:
        lines: The lines, in page order.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self.stem_lists = [stems(line) for line in lines]
        self.stem_sets = [frozenset(stem_list) for stem_list in self.stem_lists]

    @cached_property
    def _lines_by_stem(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, stem_set in enumerate(self.stem_sets):
            for stem in stem_set:
                index[stem].append(number)
        return index

    def overlap(self, line: int, other: int) -> Overlap:
        """Return how far two lines share their words."""
        one, two = self.stem_sets[line], self.stem_sets[other]
        shared = len(one & two)
        if not shared:
            return Overlap()
        return Overlap(other, shared / len(one | two), shared / min(len(one), len(two)))

    def sharing_lines(self, line: int, *, later: bool = False) -> list[int]:
        """Return the earlier (or later) lines that share a word with a line, in page order.

        Words that stand in many lines do not count.
        """
        found: set[int] = set()
        for stem in self.stem_sets[line]:
            numbers = self._lines_by_stem[stem]
            if len(numbers) <= MAX_LINES_A_WORD:
                found.update(number for number in numbers if (number > line if later else number < line))
        return sorted(found)

    def best_overlap(self, line: int, *, later: bool = False) -> Overlap:
        """Return the overlap with the earlier (or later) line that shares the largest part of its words."""
        overlaps = (self.overlap(line, other) for other in self.sharing_lines(line, later=later))
        return max(overlaps, key=lambda overlap: overlap.jaccard, default=Overlap())

    def counts(self, core: Iterable[int]) -> Counter[str]:
        """Return in how many lines of the core each stem stands."""
        counts: Counter[str] = Counter()
        for number in core:
            counts.update(self.stem_sets[number])
        return counts

    def closeness_to(self, line: int, counts: Counter[str], *, core: frozenset[int]) -> float:
        """Return the share of the line's stems that stand in lines of the core other than itself.

        Args:
            line: The line.
            counts: What `counts` returned for the core.
            core: The lines of the core.
        """
        stem_set = self.stem_sets[line]
        if not stem_set:
            return 0.0
        own = int(line in core)
        return sum(counts[stem] > own for stem in stem_set) / len(stem_set)
