"""ClearNLP dependencies, which English models of spaCy give, as Universal Dependencies.

After "Guidelines for the ClearNLP Style Constituent to Dependency Conversion" (Choi and Palmer 2012) and the guidelines
of Universal Dependencies for English.
"""

from __future__ import annotations

from lagebild.language.adapters.drafts import NOMINAL, VERBAL, Draft

LABELS = frozenset({"dobj", "nsubjpass", "pobj", "prep"})
"""Labels that tell this scheme from others."""

_RENAMED = {
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "pobj": "obl",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "ROOT": "root",
}
_KEPT = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp compound conj csubj dep det expl mark nmod nsubj nummod parataxis "
    "punct xcomp".split()
)
_COPULA = "be"
_TO = "TO"
_BARE_VERB = "VB"


def to_universal(draft: Draft) -> None:
    """Turn the tree of a sentence."""
    _turn_prepositions(draft)
    _turn_copulas(draft)
    _raise_objects(draft)
    _spread_coordinations(draft)
    _turn_names(draft)
    for index, node in enumerate(draft.nodes):
        node.relation = node.relation or _relation(draft, index)
    draft.finish()


def _turn_prepositions(draft: Draft) -> None:
    for index in draft.deepest_first():
        if draft.nodes[index].label in {"prep", "agent", "dative"}:
            complement = _complement(draft, index)
            if complement is not None:
                is_clause = draft.nodes[complement].label == "pcomp" and draft.nodes[complement].upos in VERBAL
                draft.turn(index, complement, "mark" if is_clause else "case")


def _complement(draft: Draft, index: int) -> int | None:
    """Return what a preposition governs; of "out of the house" the house, which has taken the place of "of"."""
    if draft.nodes[index].upos not in {"ADP", "SCONJ", "PART", "VERB"}:
        return None
    governed = draft.children(index, "pobj", "pcomp") or [
        child for child in draft.children(index, "prep") if draft.has(child, "case", "mark")
    ]
    return governed[0] if governed else None


def _turn_copulas(draft: Draft) -> None:
    for index in draft.deepest_first():
        node = draft.nodes[index]
        if node.lemma == _COPULA and node.upos in VERBAL and node.label not in {"aux", "auxpass"}:
            if draft.children(index, "expl"):
                for there_is in draft.children(index, "attr"):
                    draft.nodes[there_is].relation = "nsubj"
            else:
                _turn_copula(draft, index)


def _turn_copula(draft: Draft, index: int) -> None:
    predicates = draft.children(index, "attr", "acomp") or [
        child for child in draft.children(index, "prep") if child > index and draft.has(child, "case")
    ]
    if predicates:
        draft.turn(index, predicates[0], "cop")


def _raise_objects(draft: Draft) -> None:
    """Let "him" of "want him to go" be the object of "want"."""
    for index, node in enumerate(draft.nodes):
        if node.label != "ccomp" or node.relation or node.tag != _BARE_VERB or node.head is None:
            continue
        subjects = draft.children(index, "nsubj")
        helpers = [draft.nodes[child] for child in draft.children(index, "aux", "mark")]
        if subjects and all(helper.tag == _TO for helper in helpers):
            draft.attach(subjects[0], node.head, "obj")
            node.relation = "xcomp"


def _spread_coordinations(draft: Draft) -> None:
    """Let all conjuncts depend on the first, and each conjunction on the conjunct behind it."""
    for index, node in enumerate(draft.nodes):
        if node.head is not None and (node.label == "cc" or (node.label == "punct" and node.form == ",")):
            behind = [child for child in draft.children(node.head, "conj") if child > index]
            if behind:
                draft.attach(index, behind[0], "cc" if node.label == "cc" else "punct")
    for node in draft.nodes:
        while node.label == "conj" and node.head is not None and draft.nodes[node.head].label == "conj":
            node.head = draft.nodes[node.head].head


def _turn_names(draft: Draft) -> None:
    """Let the first word of a person's name govern the others."""
    for index, node in enumerate(draft.nodes):
        parts = [
            child
            for child in draft.children(index, "compound")
            if child < index and node.name == draft.nodes[child].name == "PER"
        ]
        if parts and node.upos == "PROPN":
            draft.turn(index, parts[0], "flat")
            for part in parts[1:]:
                draft.nodes[part].relation = "flat"


def _relation(draft: Draft, index: int) -> str:
    node = draft.nodes[index]
    if node.label in {"prep", "agent", "dative", "npadvmod", "pcomp"}:
        return _oblique(draft, index)
    if node.label == "aux" and node.tag == _TO:
        return "mark"
    if node.label in _KEPT:
        return node.label
    return _RENAMED.get(node.label, "dep")


def _oblique(draft: Draft, index: int) -> str:
    node = draft.nodes[index]
    if draft.has(index, "mark") and draft.governs_clause(index):
        return "advcl" if node.head is not None and draft.governs_clause(node.head) else "acl"
    if node.label == "dative" and not draft.has(index, "case"):
        return "iobj"
    if node.label == "npadvmod":
        return draft.oblique(index, "unmarked")
    if node.label == "agent":
        return "obl:agent"
    return draft.oblique(index) if node.upos in NOMINAL or draft.has(index, "case") else "advmod"
