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


def is_finite(verb: Word) -> bool:
    """Tell whether a verb is no infinitive and no participle; German participles have a tense and no mood."""
    return verb.feature("VerbForm") not in _NOT_FINITE and bool(verb.feature("Mood") or verb.feature("VerbForm"))


def is_participle(verb: Word) -> bool:
    """Tell whether a verb is a participle."""
    return verb.feature("VerbForm") == "Part" or (verb.feature("Tense") == "Past" and not is_finite(verb))


_NOT_FINITE = frozenset({"Inf", "Part", "Ger"})
# Alone, and no auxiliary of a past: "sie hat Ehrgeiz".
_HAVE = frozenset({"hat", "haben", "habe"})
_AUXILIARIES = frozenset({"haben", "sein", "werden"})


def is_past(verb: Word, language: str) -> bool:
    """Tell whether the form of a verb is one of the past: by its ending where it is regular, else by what was read."""
    by_ending = cue_direction(verb.form, language) is Direction.PAST and verb.upos in _PREDICATES
    if language == "de" and verb.upos == "VERB" and verb.form.lower() in _HAVE:
        return False
    if language == "de" and verb.lemma not in _AUXILIARIES:
        stem = verb.lemma.removesuffix("n").removesuffix("e")
        # "Bestreiten" and "antreten" end like a past.
        if verb.form == verb.lemma or verb.form in {f"{stem}e", f"{stem}t", f"{stem}et"}:
            return False
        if verb.form.startswith(f"{stem}t") or verb.form.startswith(f"{stem}et"):
            return by_ending
        if by_ending and not verb.form.endswith(_PAST_ENDINGS) and not is_participle(verb):
            return True
        by_ending = by_ending and not is_participle(verb) and verb.feature("Tense") != "Pres"
    is_read = is_finite(verb) and verb.feature("Tense") == "Past" and verb.feature("Mood") != "Sub"
    return is_read or by_ending


# Those of regular verbs; all others are listed word by word, and none of them is a present.
_PAST_ENDINGS = ("te", "ten")


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


def names_the_day(sentence: Sentence, index: int) -> bool:
    """Tell whether a weekday is what is told of the day: "Es ist Dienstag" begins a story, and it is over."""
    children = [word for word in sentence.words if word.head == index]
    told = any(word.relation == "cop" and word.feature("Tense") == "Pres" for word in children)
    return told and any(word.relation == "nsubj" and word.form.lower() == "es" for word in children)


def has_happened(sentence: Sentence, index: int, nouns: tuple[str, ...]) -> bool:
    """Tell whether a word is the attribute of something that is spoken of when it is over: "der Unfall am Montag"."""
    noun = _described(sentence, index)
    return noun is not None and noun.form.lower().endswith(nouns)


def describes(sentence: Sentence, index: int, prepositions: frozenset[str]) -> bool:
    """Tell whether a word is the attribute of what one of the prepositions governs: "nach dem Spiel am Samstag"."""
    noun = _described(sentence, index)
    return noun is not None and any(
        word.relation == "case" and word.form.lower() in prepositions
        for word in sentence.words
        if word.head is not None and sentence.words[word.head] is noun
    )


def _described(sentence: Sentence, index: int) -> Word | None:
    """Return the noun of which a word is an attribute; in headlines it may be read as a verb."""
    word = sentence.words[index]
    if word.relation not in {"nmod", "obl"} or word.head is None:
        return None
    noun = sentence.words[word.head]
    return noun if word.relation == "nmod" or noun.form[:1].isupper() else None


def tells_source(sentence: Sentence, predicate: int, verbs: frozenset[str]) -> bool:
    """Tell whether a predicate is that of "wie die Polizei am Montag mitteilt": what is told has been told."""
    marked = any(
        word.head == predicate and word.relation in {"mark", "advmod"} and word.form.lower() == "wie"
        for word in sentence.words
    )
    return marked and sentence.words[predicate].lemma in verbs


def is_present(sentence: Sentence, predicate: int, language: str) -> bool:
    """Tell whether a predicate is a main verb, a copula with its noun, or one with its modal in the present."""
    verb = sentence.words[predicate]
    modals = [word for word in verbs_of(sentence, predicate) if word.lemma in _MODALS]
    if modals:
        return all(word.feature("Tense") == "Pres" for word in modals)
    if verb.upos != "VERB":
        copula = [word for word in sentence.words if word.head == predicate and word.relation == "cop"]
        return bool(copula) and not any(is_past(word, language) for word in copula)
    return is_finite(verb) and verb.feature("Tense") != "Past" and not is_past(verb, language)


_MODALS = frozenset({"müssen", "können", "dürfen", "bleiben"})


def _is_attribute(word: Word) -> bool:
    return word.relation == "amod"
