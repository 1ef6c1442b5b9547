"""Pronouns that may mention somebody who was named before."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lagebild.lexicon.governments import saying_verbs
from lagebild.stages.entities.trees import features

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Word
    from lagebild.stages.entities.scenes import Scene
    from lagebild.stages.entities.trees import Tree

_ANY = frozenset({"Masc", "Fem", "Neut"})
_FORMS = {
    frozenset({"Masc"}): "er ihn he him his dieser jener letzterer",
    frozenset({"Fem"}): "sie ihr she her diese jene letztere",
    frozenset({"Neut"}): "es it its",
    frozenset({"Masc", "Neut"}): "ihm sein",
}
_GENDERS = {form: genders for genders, forms in _FORMS.items() for form in forms.split()}
_PLURALS = frozenset({"they", "them", "their", "ihnen"})
_MAY_BE_PLURAL = frozenset({"sie", "ihr", "diese", "jene", "letztere"})
_DEMONSTRATIVES = frozenset({"dieser", "diese", "jener", "jene", "letzterer", "letztere"})
_SPEAKERS = frozenset({"ich", "i", "my", "mein", "me", "mir", "mich"})
_PAIRS = frozenset({"beide", "beiden", "both"})
_POSSESSIVE_RELATIONS = frozenset({"det:poss", "nmod:poss"})
_OTHER_SUBJECTS = frozenset({"nsubj", "csubj"})
_POSSESSIVE_ENDINGS = ("e", "en", "er", "es", "em")


class PronounKind(StrEnum):
    """How a pronoun finds whom it means."""

    PERSONAL = "personal"
    POSSESSIVE = "possessive"
    DEMONSTRATIVE = "demonstrative"
    RELATIVE = "relative"
    SPEAKER = "speaker"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun in a sentence.

    Args:
        index: The word.
        kind: How it finds whom it means.
        genders: The grammatical genders that it agrees with.
        is_plural: Whether it means several; ``None`` where it may mean one or several.
    """

    index: int
    kind: PronounKind
    genders: frozenset[str] = _ANY
    is_plural: bool | None = False

    @property
    def is_possessive(self) -> bool:
        """Whether it tells whose something is."""
        return self.kind is PronounKind.POSSESSIVE


def pronouns(scene: Scene) -> Iterator[Pronoun]:
    """Yield the pronouns of a sentence that may mention somebody, in text order."""
    for index, word in enumerate(scene.words):
        if word.upos in {"PRON", "DET"} or word.form == "beiden":
            found = _pronoun(scene, index, word)
            if found is not None:
                yield found


def _pronoun(scene: Scene, index: int, word: Word) -> Pronoun | None:
    feats = features(word.feats)
    form = word.form.lower()
    if (
        "Reflex" in feats
        or _is_polite(word, index)
        or _is_impersonal(scene, index, form)
        or (scene.tree.bases[index] == "expl" and not _may_speak(scene, index))
    ):
        return None
    stem = _possessive_stem(form) if word.relation in _POSSESSIVE_RELATIONS else form
    if stem in _SPEAKERS:
        return Pronoun(index, PronounKind.SPEAKER)
    if stem in _PAIRS and scene.tree.bases[index] == "nsubj":
        return Pronoun(index, PronounKind.PAIR, is_plural=True)
    if "Rel" in feats.get("PronType", "") and _clause_of(scene.tree, index) is not None:
        return Pronoun(index, PronounKind.RELATIVE)
    if (stem not in _GENDERS and stem not in _PLURALS) or word.relation == "det":
        return None
    is_plural = True if stem in _PLURALS else _number(scene.tree, index) if stem in _MAY_BE_PLURAL else False
    return Pronoun(index, _kind(stem, word), _GENDERS.get(stem, _ANY), is_plural)


def _may_speak(scene: Scene, index: int) -> bool:
    """Tell whether an "it" that seems to stand for nothing may be the subject of a verb of saying: "It called on …"."""
    verb = scene.words[index].head
    if verb is None or scene.words[verb].lemma not in saying_verbs(scene.language):
        return False
    return not any(
        scene.tree.bases[at] in _OTHER_SUBJECTS or scene.words[at].relation == "aux:pass"
        for at in scene.tree.dependents[verb]
    )


def _is_impersonal(scene: Scene, index: int, form: str) -> bool:
    """Tell whether an "es" belongs to "es gibt" and stands for nothing."""
    verb = scene.words[index].head
    if form != "es" or verb is None or scene.words[verb].lemma != "geben":
        return False
    return not any(scene.words[at].relation == "compound:prt" for at in scene.tree.dependents[verb])


def _is_polite(word: Word, index: int) -> bool:
    """Tell whether "Sie" speaks to somebody."""
    return word.form == "Sie" and index > 0 and features(word.feats).get("Polite") == "Form"


def _possessive_stem(form: str) -> str:
    """Return "sein" for "seiner".

    >>> _possessive_stem("seiner"), _possessive_stem("ihre"), _possessive_stem("her")
    ('sein', 'ihr', 'her')
    """
    return next(
        (stem for stem in ("sein", "ihr", "mein") if form.removeprefix(stem) in {"", *_POSSESSIVE_ENDINGS}), form
    )


def _kind(stem: str, word: Word) -> PronounKind:
    if stem in _DEMONSTRATIVES:
        return PronounKind.DEMONSTRATIVE
    is_possessive = word.relation in _POSSESSIVE_RELATIONS
    return PronounKind.POSSESSIVE if is_possessive else PronounKind.PERSONAL


def _number(tree: Tree, index: int) -> bool | None:
    """Tell whether a subject is a plural, as its verb says; ``None`` for what is no subject."""
    word = tree.words[index]
    if tree.bases[index] != "nsubj" or word.head is None:
        return None
    verbs = (word.head, *(at for at in tree.dependents[word.head] if tree.bases[at] in {"aux", "cop"}))
    numbers = [
        number
        for at in verbs
        if (number := features(tree.words[at].feats).get("Number")) and tree.words[at].upos in {"VERB", "AUX"}
    ]
    return numbers[-1] == "Plur" if numbers else features(word.feats).get("Number") == "Plur"


def antecedent_of(tree: Tree, index: int) -> int | None:
    """Return the word that a relative pronoun stands for, or ``None``."""
    clause = _clause_of(tree, index)
    return tree.words[clause].head if clause is not None else None


def _clause_of(tree: Tree, index: int) -> int | None:
    at: int | None = index
    while at is not None and tree.words[at].relation != "acl:relcl":
        at = tree.words[at].head
    return at
