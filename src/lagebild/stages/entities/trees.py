"""Reading the dependency tree of a sentence (Universal Dependencies 2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.model import Sentence, Word

_INNER = frozenset({"flat", "appos", "conj", "fixed"})
"""Relations within a name or a coordination."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence with the dependents of each word.

    Args:
        words: The words.
        bases: The relation of each word to its head, without its subtype.
        dependents: The indices of the dependents of each word, in the order of the text.
    """

    words: Sequence[Word]
    bases: Sequence[str]
    dependents: Sequence[Sequence[int]]

    def has(self, index: int, relation: str) -> bool:
        """Tell whether a word has a dependent of a relation, whatever its subtype."""
        return self.dependent(index, relation) is not None

    def dependent(self, index: int, relation: str) -> int | None:
        """Return the first dependent of a relation, whatever its subtype, or ``None``."""
        bases = self.bases
        return next((at for at in self.dependents[index] if bases[at] == relation), None)

    def top(self, index: int) -> int:
        """Return the word that stands for a name or a coordination: "Präsident" of "Präsident Putin und …"."""
        bases = self.bases
        while bases[index] in _INNER and (head := self.words[index].head) is not None:
            index = head
        return index


def tree_of(sentence: Sentence) -> Tree:
    """Return the tree of a sentence."""
    words = sentence.words
    dependents: list[list[int]] = [[] for _ in words]
    for index, word in enumerate(words):
        if word.head is not None:
            dependents[word.head].append(index)
    bases = [word.relation.partition(":")[0] for word in words]
    for index, word in enumerate(words):
        if word.head is not None and bases[index] == "nmod" and _is_subject(words, bases, dependents, index, word.head):
            bases[index] = "nsubj"
    return Tree(words, bases, dependents)


def _is_subject(
    words: Sequence[Word], bases: Sequence[str], dependents: Sequence[Sequence[int]], index: int, verb: int
) -> bool:
    """Tell whether what is read as an attribute of a verb is its subject, as a title before a name often is."""
    if words[verb].upos != "VERB" or index > verb or any(bases[at] == "case" for at in dependents[index]):
        return False
    return not any(bases[at] in {"nsubj", "csubj"} for at in dependents[verb])


@lru_cache(maxsize=5_000)
def features(feats: str) -> Mapping[str, str]:
    """Return the features of a word by name, from their CoNLL-U notation.

    >>> features("Case=Nom|Number=Sing")["Number"]
    'Sing'
    """
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
