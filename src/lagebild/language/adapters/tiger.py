"""TIGER dependencies, which German models of spaCy give, as Universal Dependencies.

After "TIGER Annotationsschema" (Albert et al. 2003), its dependency version (Seeker and Kuhn 2012), in which
prepositions, auxiliaries, modals and copulas govern, and the guidelines of Universal Dependencies for German.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.language.adapters.drafts import NOMINAL, VERBAL, Draft

if TYPE_CHECKING:
    from collections.abc import Callable

LABELS = frozenset({"nk", "oa", "sb", "svp"})
"""Labels that tell this scheme from others."""

_RENAMED = {
    "ac": "case",
    "adc": "amod",
    "app": "appos",
    "avc": "advmod",
    "cd": "cc",
    "cvc": "obl",
    "dm": "discourse",
    "ep": "expl",
    "ju": "cc",
    "ng": "advmod",
    "nmc": "nummod",
    "oa": "obj",
    "oa2": "obj",
    "par": "parataxis",
    "ph": "expl",
    "pnc": "flat",
    "punct": "punct",
    "rc": "acl:relcl",
    "ROOT": "root",
    "rs": "parataxis",
    "sbp": "obl:agent",
    "svp": "compound:prt",
    "uc": "flat",
    "vo": "vocative",
}
_OBLIQUE = {"da": "arg", "og": "arg", "op": "arg", "ams": "", "cc": "", "mnr": "", "mo": "", "pg": ""}
_MODIFIERS = {"ADJ": "amod", "ADV": "advmod", "DET": "det", "NUM": "nummod", "PART": "advmod", "X": "flat"}
_INFINITE = ("VVINF", "VVIZU", "VVPP", "VAINF", "VAPP", "VMINF", "VMPP")
_AUXILIARIES = ("VA", "VM")
_PARTICIPLES = ("VVPP",)
_COPULA = "sein"
_PASSIVE = "werden"


def to_universal(draft: Draft) -> None:
    """Turn the tree of a sentence."""
    _spread_coordinations(draft)
    _turn_prepositions(draft)
    _turn_auxiliaries(draft)
    _turn_copulas(draft)
    _turn_names(draft)
    for index, node in enumerate(draft.nodes):
        node.relation = node.relation or _relation(draft, index)
    draft.finish()


def _spread_coordinations(draft: Draft) -> None:
    """Let all conjuncts depend on the first, and each conjunction on the conjunct behind it."""
    for index, node in enumerate(draft.nodes):
        if node.label == "cd" and node.head is not None:
            for conjunct in draft.children(index, "cj"):
                draft.attach(conjunct, node.head, "conj")
                draft.attach(index, conjunct, "cc")
                node.label = ""
    for node in draft.nodes:
        if node.label == "cj":
            node.relation = "conj"
        while node.relation == "conj" and node.head is not None and draft.nodes[node.head].relation == "conj":
            node.head = draft.nodes[node.head].head


def _turn_prepositions(draft: Draft) -> None:
    for index in draft.deepest_first():
        if draft.nodes[index].upos == "ADP" and draft.nodes[index].label not in {"svp", "ac"}:
            governed = draft.children(index, "nk", "mo", "op")
            complement = next((child for child in governed if draft.nodes[child].upos in NOMINAL), None)
            if complement is None and governed and draft.nodes[governed[-1]].label == "nk":
                complement = governed[-1]
            if complement is not None:
                draft.turn(index, complement, "case")


def _turn_auxiliaries(draft: Draft) -> None:
    for index in draft.deepest_first():
        node = draft.nodes[index]
        if node.tag.startswith(_AUXILIARIES):
            verb = next((child for child in draft.children(index, "oc") if _is_infinite(draft, child)), None)
            if verb is not None:
                is_passive = node.lemma == _PASSIVE and draft.nodes[verb].tag in _PARTICIPLES
                draft.turn(index, verb, "aux:pass" if is_passive else "aux")


def _is_infinite(draft: Draft, index: int) -> bool:
    node = draft.nodes[index]
    # An infinitive with "zu" is a clause of its own, but under "haben" and "sein", which is rare.
    return node.tag in _INFINITE and not draft.children(index, "pm", "cp") and node.tag != "VVIZU"


def _turn_copulas(draft: Draft) -> None:
    for index in draft.deepest_first():
        node = draft.nodes[index]
        predicates = draft.children(index, "pd")
        if node.lemma == _COPULA and node.upos in VERBAL and predicates and not _is_clause(draft, predicates[0]):
            draft.turn(index, predicates[0], "cop")


def _is_clause(draft: Draft, index: int) -> bool:
    return draft.nodes[index].upos in VERBAL and draft.nodes[index].tag not in _PARTICIPLES


def _turn_names(draft: Draft) -> None:
    """Let the first word of a name govern the others."""
    for index in range(len(draft.nodes)):
        parts = [child for child in draft.children(index, "pnc") if child < index]
        if parts:
            draft.turn(index, parts[0], "flat")


def _relation(draft: Draft, index: int) -> str:
    label = draft.nodes[index].label
    if label in _OBLIQUE:
        return _modifier(draft, index)
    depends = _DEPENDS.get(label)
    return depends(draft, index) if depends else _RENAMED.get(label, "dep")


def _subject(draft: Draft, index: int) -> str:
    head = draft.nodes[index].head
    kind = "csubj" if draft.governs_clause(index) else "nsubj"
    return f"{kind}:pass" if head is not None and draft.has(head, "aux:pass") else kind


def _clause(draft: Draft, index: int) -> str:
    """Return the relation of a clause or predicate that something governs."""
    node = draft.nodes[index]
    head = draft.nodes[node.head] if node.head is not None else None
    if head is not None and head.upos in NOMINAL and not draft.has(node.head or 0, "cop"):
        return "acl"
    has_subject = bool(draft.children(index, "sb")) or draft.has(index, "nsubj", "nsubj:pass", "csubj")
    return "ccomp" if has_subject and node.label != "pd" else "xcomp"


def _noun_kernel(draft: Draft, index: int) -> str:
    node = draft.nodes[index]
    if node.upos == "PRON" or (node.upos == "DET" and "Poss=Yes" in node.feats):
        return "det:poss"
    if node.upos == "PROPN":
        return "appos" if node.head is not None and index > node.head else "compound"
    return _MODIFIERS.get(node.upos, "nmod" if node.head is None or index > node.head else "compound")


def _modifier(draft: Draft, index: int) -> str:
    node = draft.nodes[index]
    head = node.head
    if draft.governs_clause(index):
        return "advcl" if head is not None and draft.governs_clause(head) else "acl"
    if node.upos in NOMINAL or draft.has(index, "case"):
        return draft.oblique(index, _OBLIQUE[node.label])
    if node.upos == "ADJ" and head is not None and draft.nodes[head].upos in NOMINAL and not draft.has(head, "cop"):
        return "amod"
    return "advmod"


def _marker(draft: Draft, index: int) -> str:
    head = draft.nodes[index].head
    return "mark" if head is not None and draft.governs_clause(head) else "case"


def _genitive(draft: Draft, index: int) -> str:
    head = draft.nodes[index].head
    return "nmod:poss" if head is not None and index < head else "nmod"


_DEPENDS: dict[str, Callable[[Draft, int], str]] = {
    "ag": _genitive,
    "cm": _marker,
    "cp": _marker,
    "nk": _noun_kernel,
    "oc": _clause,
    "pd": _clause,
    "pm": _marker,
    "re": _clause,
    "sb": _subject,
}
