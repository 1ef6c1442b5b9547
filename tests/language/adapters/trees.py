"""Trees of other schemes, written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.language.adapters.drafts import Draft, Node

if TYPE_CHECKING:
    from collections.abc import Callable


def draft(rows: str) -> Draft:
    """Return a tree from lines: form lemma upos tag head label name; heads count from 1, 0 is the root."""
    nodes = []
    for row in rows.strip().splitlines():
        form, lemma, upos, tag, head, label, *name = row.split()
        nodes.append(Node(form, lemma, upos, tag, "", int(head) - 1 if head != "0" else None, label, *name))
    return Draft(nodes)


def turned(rows: str, to_universal: Callable[[Draft], None]) -> list[str]:
    """Return ``relation(head, word)`` of each word but punctuation."""
    tree = draft(rows)
    to_universal(tree)
    return [
        f"{node.relation}({'' if node.head is None else tree.nodes[node.head].form}, {node.form})"
        for node in tree.nodes
        if node.upos != "PUNCT"
    ]
