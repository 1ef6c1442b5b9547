"""The words of a whole text in a row, with their sentences and trees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Sentence, Word

NO_HEAD = -1


@dataclass(frozen=True, slots=True)
class TextWords:
    """The words of a text.

    Args:
        text: The text.
        language: ISO 639-1 code.
        words: Its words, of all sentences.
        sentences: The number of each word's sentence.
        lines: The number of each word's line in the text.
        heads: The index of each word's head, over the whole text; `NO_HEAD` for roots.
        names: The type of the name that each word stands in, or ``None``.
    """

    text: str
    language: str
    words: tuple[Word, ...]
    sentences: tuple[int, ...]
    lines: tuple[int, ...]
    heads: tuple[int, ...]
    names: tuple[str | None, ...]


def text_words(text: str, sentences: Sequence[Sentence], language: str) -> TextWords:
    """Return the words of a text, given its sentences."""
    words: list[Word] = []
    lines: list[int] = []
    numbers: list[int] = []
    heads: list[int] = []
    names: list[str | None] = []
    line = end = 0
    for number, sentence in enumerate(sentences):
        first = len(words)
        words.extend(sentence.words)
        for word in sentence.words:
            line += text.count("\n", end, word.span.start)
            end = word.span.end
            lines.append(line)
        numbers.extend([number] * len(sentence.words))
        heads.extend(NO_HEAD if word.head is None else first + word.head for word in sentence.words)
        types = {offset: name.type for name in sentence.names for offset in range(name.span.start, name.span.end)}
        names.extend(types.get(word.span.start) for word in sentence.words)
    return TextWords(text, language, tuple(words), tuple(numbers), tuple(lines), tuple(heads), tuple(names))
