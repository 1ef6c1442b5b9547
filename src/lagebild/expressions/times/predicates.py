"""The predicates above a word in the tree of its sentence, with their tense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.expressions.directions import Direction, cue_direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Sentence, Word

_MOST_STEPS = 30
_PREDICATES = frozenset({"VERB", "AUX"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})


def is_past(verb: Word, language: str) -> bool:
    """Tell whether the form of a verb is one of the past."""
    if verb.feature("Tense") == "Past" and verb.feature("VerbForm") == "Fin":
        return True
    return verb.upos in _PREDICATES and cue_direction(verb.form, language) is Direction.PAST


_PARTICIPLE = re.compile(r"end(?:e[mnrs]?)?\Z")
_PARTICIPLE = re.compile(r"(?:\w+end|\w*ge\w+(?:t|en)|\w+iert|\w*(?:be|ver|ent|er|zer|miss)\w{2,}(?:t|en))e[mnrs]?")


def participles_above(sentence: Sentence, index: int) -> Iterator[str]:
    """Yield the attributes made of verbs on which a word depends before any predicate, in lower case."""
    at = sentence.words[index].head
    for _ in range(_MOST_STEPS):
        if at is None:
            return
        word = sentence.words[at]
        if word.upos in {"VERB", "AUX"} and not _is_attribute(word):
            return
        if _is_attribute(word) and _PARTICIPLE.fullmatch(word.form.lower()):
            yield word.form.lower()
        at = word.head


def is_to_come(sentence: Sentence, predicate: int) -> bool:
    """Tell whether a predicate is that of "is to be held", "um am Montag zu wählen", "am Montag einzuleiten"."""
    children = [word for word in sentence.words if word.head == predicate]
    verb = sentence.words[predicate]
    if "zu" in verb.form and verb.form.replace("zu", "", 1) == verb.lemma:
        return True
    if any(word.form == "zu" and word.upos == "PART" for word in children):
        return not any(word.relation in _HELPERS for word in children)
    marked = any(word.relation == "mark" and word.form == "to" for word in children)
    return marked and any(word.relation in _HELPERS and word.form == "be" for word in children)


def verbs_of(sentence: Sentence, predicate: int) -> list[Word]:
    """Return a predicate and its auxiliaries."""
    helpers = [word for word in sentence.words if word.head == predicate and word.relation in _HELPERS]
    return [sentence.words[predicate], *helpers]


def predicates_above(sentence: Sentence, index: int) -> Iterator[int]:
    """Yield the predicates above a word, the nearest first."""
    words = sentence.words
    at: int | None = index
    for _ in range(_MOST_STEPS):
        if at is None:
            return
        word = words[at]
        is_predicate = word.upos in _PREDICATES or any(
            other.head == at and other.relation in _HELPERS for other in words
        )
        if is_predicate and word.relation not in _HELPERS and not _is_attribute(word):
            yield at
        at = word.head


def is_present(sentence: Sentence, predicate: int, language: str) -> bool:
    """Tell whether a predicate is a main verb, or a copula with its noun, in the present."""
    verb = sentence.words[predicate]
    if verb.upos != "VERB":
        copula = [word for word in sentence.words if word.head == predicate and word.relation == "cop"]
        return bool(copula) and not any(is_past(word, language) for word in copula)
    finite = verb.feature("VerbForm") not in {"Inf", "Part", "Ger"} and verb.feature("Tense") != "Past"
    return finite and not is_past(verb, language)


def _is_attribute(word: Word) -> bool:
    return word.relation == "amod"
