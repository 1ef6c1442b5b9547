"""A tree of another scheme while it is turned into Universal Dependencies.

Universal Dependencies let content words govern function words; TIGER and ClearNLP let prepositions, auxiliaries and
copulas govern. So words change places with what they govern before relations are renamed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})
_PREDICATES = VERBAL | {"ADJ", "ADV"}


@dataclass(slots=True)
class Node:
    """One word of the tree.

    Args:
        form: The word.
        lemma: Its dictionary form.
        upos: Universal part of speech.
        tag: Part of speech in the scheme of the model, such as ``VVPP``.
        feats: Features in their CoNLL-U notation.
        head: Index of its head, ``None`` for the root.
        label: Its relation in the other scheme.
        name: What kind of name it belongs to, or nothing.
        relation: Its relation in Universal Dependencies, empty while it is not decided.
    """

    form: str
    lemma: str
    upos: str
    tag: str
    feats: str
    head: int | None
    label: str
    name: str = ""
    relation: str = ""


class Draft:
    """The words of a sentence and how they hang together.

    Args:
        nodes: The words; their heads and relations change.
    """

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes

    def children(self, index: int, *labels: str) -> list[int]:
        """Return the words that depend on a word; with labels, those whose label is one of them."""
        return [
            number
            for number, node in enumerate(self.nodes)
            if node.head == index and (not labels or (node.label in labels and not node.relation))
        ]

    def has(self, index: int, *relations: str) -> bool:
        """Tell whether a word with one of some universal relations depends on a word."""
        return any(self.nodes[child].relation in relations for child in self.children(index))

    def deepest_first(self) -> Iterator[int]:
        """Yield the words, those that depend on another before that."""
        yield from sorted(range(len(self.nodes)), key=self._depth, reverse=True)

    def turn(self, index: int, child: int, relation: str) -> None:
        """Let a child take the place of its head, which depends on it from now on, as does all that did on the head."""
        head, lower = self.nodes[index], self.nodes[child]
        lower.head, lower.label, lower.relation = head.head, head.label, head.relation
        for other in self.children(index):
            self.nodes[other].head = child
        self.attach(index, child, relation)

    def attach(self, index: int, head: int, relation: str = "") -> None:
        """Let a word depend on another, by a relation if it is known."""
        node = self.nodes[index]
        node.head = head
        node.relation = relation or node.relation

    def governs_clause(self, index: int) -> bool:
        """Tell whether a word is a predicate: a verb, or what has a copula."""
        return self.nodes[index].upos in VERBAL or self.has(index, "cop")

    def oblique(self, index: int, subtype: str = "") -> str:
        """Return the relation of a nominal that is no core argument: ``obl`` of predicates, ``nmod`` of nominals."""
        head = self.nodes[index].head
        if head is None:
            return "root"
        if self.nodes[head].upos in _PREDICATES or self.has(head, "cop"):
            return f"obl:{subtype}" if subtype else "obl"
        return "nmod"

    def finish(self) -> None:
        """Name the root, and let nothing stay without a relation."""
        for node in self.nodes:
            if node.head is None:
                node.relation = "root"
            elif node.relation in {"", "root"}:
                node.relation = "dep"

    def _depth(self, index: int) -> int:
        depth = 0
        head = self.nodes[index].head
        while head is not None and depth < len(self.nodes):
            depth += 1
            head = self.nodes[head].head
        return depth
