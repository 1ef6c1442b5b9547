"""The words of the analysis by where they stand in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from lagebild.expressions.guessing import guessed_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Analysis, Name, Sentence, Word

_MOST_WORDS = 10
"""A number and its noun do not stand further apart."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text; those of a text without an analysis are guessed.

    Args:
        text: The text.
        language: ``de`` or ``en``.
        sentences: The sentences that were read.
        starts: Where each of them begins.
    """

    text: str
    language: str
    sentences: Sequence[Sentence]
    starts: Sequence[int]

    def following(self, end: int) -> Sequence[Word]:
        """Return the words behind an offset, at most ten, none behind the end of its sentence or line."""
        sentence = self.sentence_at(end - 1)
        words = list(islice(self._read_after(sentence, end), _MOST_WORDS)) if sentence else []
        if not words or self.text[end : words[0].span.start].strip("\u00a0 "):
            return [] if sentence and end >= sentence.span.end else guessed_words(self.text, end, self.language)
        return words

    def behind(self, end: int) -> Word | None:
        """Return the word that follows an offset in its sentence and line."""
        return next(iter(self.following(end)), None)

    def at(self, offset: int) -> Word | None:
        """Return the word that begins at an offset."""
        sentence = self.sentence_at(offset)
        words = sentence.words if sentence else ()
        index = bisect_left(words, offset, key=_start)
        return words[index] if index < len(words) and words[index].span.start == offset else None

    def head_of(self, word: Word) -> Word | None:
        """Return the word that another one depends on."""
        sentence = self.sentence_at(word.span.start)
        return sentence.words[word.head] if sentence and word.head is not None else None

    def before(self, offset: int) -> Word | None:
        """Return the last word of the same sentence that ends at or before an offset."""
        sentence = self.sentence_at(offset)
        words = sentence.words if sentence else ()
        index = bisect_left(words, offset, key=_start) - 1
        return words[index] if index >= 0 else None

    def name_at(self, offset: int) -> Name | None:
        """Return the name that covers an offset."""
        sentence = self.sentence_at(offset)
        names = sentence.names if sentence else ()
        return next((name for name in names if name.span.start <= offset < name.span.end), None)

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers an offset; ``None`` where there is none, or it was not read."""
        index = bisect_right(self.starts, offset) - 1
        sentence = self.sentences[index] if index >= 0 else None
        return sentence if sentence and sentence.analyzed and offset < sentence.span.end else None

    def _read_after(self, sentence: Sentence, end: int) -> Iterator[Word]:
        first = bisect_left(sentence.words, end, key=_start)
        reached = end
        for word in sentence.words[first:]:
            if "\n" in self.text[reached : word.span.start]:
                return
            yield word
            reached = word.span.end


def words_of_text(text: str, language: str, analysis: Analysis | None) -> Words:
    """Return the words of a text by its analysis, which may be missing."""
    sentences = analysis.sentences if analysis else ()
    return Words(text, language, sentences, [sentence.span.start for sentence in sentences])


def _start(word: Word) -> int:
    return word.span.start
