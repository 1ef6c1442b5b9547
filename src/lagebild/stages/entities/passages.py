"""The words of an article, passage by passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.model import Span

if TYPE_CHECKING:
    from lagebild.model import Article

_LONGEST_ABBREVIATION = 3
_LONGEST_HEADLINE = 20
_HEADLINE_SHARE = 0.8
_ARABIC_ARTICLES = ("al-", "el-", "as-", "ad-")


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of the text with its words. A name never runs from one block into the next.

    Args:
        text: The text of the whole article, to which the offsets refer.
        words: The words of the block.
        starts: Offset of each word.
        ends: Offset behind each word.
        capitals: The indices of the words that begin as names do.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: frozenset[int]

    def span(self, first: int, last: int) -> Span:
        """Return where the words from ``first`` up to, without, ``last`` stand."""
        return Span(self.starts[first], self.ends[last - 1])

    def word(self, index: int) -> str:
        """Return a word, or ``""`` outside the passage."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def between(self, index: int) -> str:
        """Return what stands between a word and the next; a line break at either end of the passage."""
        if not 0 <= index < len(self.words) - 1:
            return "\n"
        return self.text[self.ends[index] : self.starts[index + 1]]

    def has_stop(self) -> bool:
        """Tell whether a sentence ends in the passage with a stop."""
        return any(
            self.text.startswith(".", end) and len(word) > _LONGEST_ABBREVIATION
            for word, end in zip(self.words, self.ends, strict=True)
        )

    def has_sentence_end(self) -> bool:
        """Tell whether any mark of the passage may end a sentence."""
        return any(not {".", "!", "?"}.isdisjoint(self.text[end : end + 1]) for end in self.ends)

    def owns(self, index: int) -> bool:
        """Tell whether a word may name the owner of the next: "Russlands Präsident", "Russia's president"."""
        return self.between(index) in {" ", "\xa0", "'s ", "’s "}

    def touches(self, index: int) -> bool:
        """Tell whether only a blank stands between a word and the next, or the stop of an abbreviation."""
        gap = self.between(index)
        if gap.startswith("."):
            return gap[1:] in {"", " ", "\xa0"} and len(self.words[index]) <= _LONGEST_ABBREVIATION
        return gap in {" ", "\xa0"}


@cache
def _word_pattern() -> re.Pattern[str]:
    # "Putin's" is "Putin", "N'Djamena" is one name, "Ukraine-Krieg" is a word that is no name.
    return re.compile(r"(?:[A-Z]\.){2,}|(?<!\w['’])\w+(?:-\w+|['’](?!s\b)\w+)*")


def passages(article: Article) -> list[Passage]:
    """Return the passages of an article in text order."""
    return [passage_of(article.text, block.span) for block in article.blocks if block.span is not None]


def passage_of(text: str, span: Span) -> Passage:
    """Return the part of a text that a span covers, with its words."""
    found = list(_word_pattern().finditer(text, span.start, span.end))
    words = tuple(match.group() for match in found)
    starts, ends = tuple(match.start() for match in found), tuple(match.end() for match in found)
    capitals = frozenset(index for index, word in enumerate(words) if is_name_like(word))
    return Passage(text, words, starts, ends, capitals)


def words_in(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase, cut as those of a passage are.

    >>> words_in("St. Petersburg")
    ('St', 'Petersburg')
    """
    return tuple(_word_pattern().findall(phrase))


def is_name_like(word: str) -> bool:
    """Tell whether a word begins with a capital letter, as names do, or with an Arabic article.

    >>> is_name_like("Putin"), is_name_like("al-Omair"), is_name_like("reist")
    (True, True, False)
    """
    return word[:1].isupper() or word.startswith(_ARABIC_ARTICLES)


def is_title_case(passage: Passage) -> bool:
    """Tell whether nearly all longer words of a short passage are capitalised, as in an English headline."""
    longer = [word for word in passage.words if len(word) > _LONGEST_ABBREVIATION]
    capitals = sum(map(is_name_like, longer))
    is_short = len(longer) > _LONGEST_ABBREVIATION and len(passage.words) <= _LONGEST_HEADLINE
    return is_short and capitals >= _HEADLINE_SHARE * len(longer) and not passage.has_stop()
