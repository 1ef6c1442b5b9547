"""A sentence as the resolution of mentions sees it: its tree, its names, what is quoted in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.expressions.quotations import find_quotations
from lagebild.lexicon.governments import agentive_verbs, saying_verbs
from lagebild.stages.entities.trees import Tree, tree_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lagebild.model import Analysis, Article, Sentence, Span, Word
    from lagebild.stages.entities.finds import Find

_LONGEST_NAME = 15
"""Characters of a quotation that may be a name or a single word."""


@dataclass(frozen=True, slots=True)
class NameSpot:
    """A name in a sentence.

    Args:
        first: Index of its first word.
        head: Index of the word that the others of the name depend on.
        last: Index of its last word.
        find: What is named.
    """

    first: int
    head: int
    last: int
    find: Find


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence.

    Args:
        number: Which sentence of the text it is, from 0.
        words: Its words.
        tree: How they depend on each other.
        names: The names, by the index of each of their words.
        quotations: Where the text quotes somebody in it.
        language: ISO 639-1 code.
    """

    number: int
    words: Sequence[Word]
    tree: Tree
    names: Mapping[int, NameSpot]
    quotations: Sequence[Span]
    language: str

    def is_quoted(self, index: int) -> bool:
        """Tell whether a word is somebody's own."""
        start = self.words[index].span.start
        return any(span.start <= start < span.end for span in self.quotations)

    def governor(self, index: int) -> int | None:
        """Return the verb, or the predicate, that a word or its phrase depends on."""
        return self.words[self.tree.top(index)].head

    def is_subject(self, index: int) -> bool:
        """Tell whether a word or its phrase is the subject of a clause."""
        return self.tree.bases[self.tree.top(index)] == "nsubj"

    def is_agent(self, index: int) -> bool:
        """Tell whether a word is the subject of a verb that only people and bodies are subjects of."""
        return self._is_subject_of(index, agentive_verbs(self.language))

    def is_speaker(self, index: int) -> bool:
        """Tell whether a word is the subject of a verb of saying."""
        return self._is_subject_of(index, saying_verbs(self.language))

    def _is_subject_of(self, index: int, verbs: frozenset[str]) -> bool:
        top = self.words[self.tree.top(index)]
        if top.head is None or not self.is_subject(index) or top.relation == "nsubj:pass":
            return False
        verb = self.words[top.head]
        return verb.lemma in verbs or verb.form.lower() in verbs


def scenes_of(article: Article, analysis: Analysis, names: Sequence[Find], language: str) -> Iterator[Scene]:
    """Yield the sentences that the analyzer read, in text order.

    Args:
        article: The article.
        analysis: What the language layer reads in its text.
        names: What is named, in text order.
        language: ISO 639-1 code.
    """
    quotations = _quoted(article)
    starts = [find.span.start for find in names]
    for number, sentence in enumerate(analysis.sentences):
        if not sentence.analyzed:
            continue
        begin, end = (bisect_left(starts, offset) for offset in (sentence.span.start, sentence.span.end))
        within = [span for span in quotations if span.start < sentence.span.end and sentence.span.start < span.end]
        tree = tree_of(sentence)
        yield Scene(number, sentence.words, tree, _spots(sentence, tree, names[begin:end]), within, language)


def _quoted(article: Article) -> list[Span]:
    """Return where the article quotes more than a name or a word, through which the writer's sentence goes on."""
    blocks = (block.span for block in article.blocks if block.span is not None)
    found = (quotation.inner for block in blocks for quotation in find_quotations(article.text, block))
    return [span for span in found if span.end - span.start > _LONGEST_NAME]


def _spots(sentence: Sentence, tree: Tree, names: Sequence[Find]) -> Mapping[int, NameSpot]:
    starts = [word.span.start for word in sentence.words]
    spots: dict[int, NameSpot] = {}
    for find in names:
        # A name may be part of a word, as in "Berlin-Besuch" split elsewhere.
        first, last = bisect_left(starts, find.span.start), bisect_left(starts, find.span.end) - 1
        if first <= last < len(starts):
            head = next((at for at in range(first, last + 1) if not _is_within(tree, at, first, last)), first)
            spots.update(dict.fromkeys(range(first, last + 1), NameSpot(first, head, last, find)))
    return spots


def _is_within(tree: Tree, index: int, first: int, last: int) -> bool:
    head = tree.words[index].head
    return head is not None and first <= head <= last
