"""Those who take part in a statement, tied to the entities of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import Party

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Article, Mention, Sentence, Span

_BESIDE = frozenset({"flat", "appos", "compound", "name"})
"""Relations of a name to the office that stands before it: "Präsident Wladimir Putin"."""
_NONE = -1


class Parties:
    """Finds the entity that a phrase names.

    Args:
        article: The article, with its mentions and its analysis.
    """

    def __init__(self, article: Article) -> None:
        self._analysis = article.analysis
        self._mentions: dict[int, Mention] = {}
        # Of mentions within each other the shorter is the surer: it is written last.
        for mention in sorted(article.mentions, key=lambda one: one.span.start - one.span.end):
            self._mentions |= dict.fromkeys(range(mention.span.start, mention.span.end), mention)

    def party(self, span: Span | None) -> Party | None:
        """Return who is named in a span, or ``None`` for no span."""
        return None if span is None else Party(span, self._entity(span))

    def _entity(self, span: Span) -> str | None:
        sentence = self._analysis.sentence_of(span) if self._analysis else None
        if sentence is None:
            return None
        inside = [index for index, word in enumerate(sentence.words) if span.covers(word.span)]
        head = next((index for index in inside if _head(sentence, index) not in inside), None)
        if head is None or any(_is(sentence, index, head, "conj") for index in inside):
            return None
        candidates = [head, *_names_beside(sentence, head, inside)]
        mentions = (self._mentions.get(sentence.words[index].span.start) for index in candidates)
        return next((mention.entity for mention in mentions if mention is not None), None)


def _head(sentence: Sentence, index: int) -> int:
    head = sentence.words[index].head
    return _NONE if head is None else head


def _is(sentence: Sentence, index: int, head: int, relation: str) -> bool:
    word = sentence.words[index]
    return word.head == head and word.relation.partition(":")[0] == relation


def _names_beside(sentence: Sentence, head: int, inside: list[int]) -> Iterator[int]:
    """Yield the words that name what the head calls by its office, the nearest first."""
    for index in inside:
        if any(_is(sentence, index, head, relation) for relation in _BESIDE):
            yield index
            yield from _names_beside(sentence, index, inside)
