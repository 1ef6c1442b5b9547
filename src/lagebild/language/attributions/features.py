"""What the network is told of each word beside the state that the encoder gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lagebild.expressions.quotations import quotations_in
from lagebild.lexicon.speech_verbs import acts_by_lemma
from lagebild.model import NameType, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lagebild.language.attributions.windows import Window
    from lagebild.language.attributions.words import TextWords

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = tuple(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed "
    "flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative xcomp "
    "nsubj:pass".split()
)
"""The relations of Universal Dependencies 2 without their subtypes, but for the subject of the passive."""

ACTS = tuple(SpeechAct)
_NAMES = (None, *NameType)
_MOODS = (None, "Sub", "Imp", "Ind")
_FORMS = (None, "Fin", "Inf", "Part")
_OUTSIDE, _INSIDE, _OPENING, _CLOSING = range(4)
_LONGEST_BRACKET = 25
"""Words between a German verb and its particle."""

_ACT = 5
SIZES = (len(UPOS), len(RELATIONS) + 1, 4, len(_NAMES), len(_MOODS), len(ACTS) + 1, 2, 2, 2, len(_FORMS), 2)
"""How many values each feature has: part of speech, relation, place in a quotation, name, mood, act of the lemma, first
of its sentence, first of its line, capital, verb form, language."""


def word_features(words: TextWords) -> NDArray[np.int64]:
    """Return the features of all words of a text; shape (words, features)."""
    quoted = _quoted(words)
    acts = _acts(words)
    firsts = _firsts(words)
    rows = [
        (
            _index(UPOS, word.upos, len(UPOS) - 1),
            relation_index(word.relation),
            quoted[index],
            _NAMES.index(words.names[index]),
            _index(_MOODS, word.feature("Mood"), 0),
            acts[index],
            firsts[index][0],
            firsts[index][1],
            word.form[:1].isupper(),
            _index(_FORMS, word.feature("VerbForm"), 0),
            words.language == "en",
        )
        for index, word in enumerate(words.words)
    ]
    return np.array(rows, np.int64).reshape(len(rows), len(SIZES))


def acts_in(features: NDArray[np.int64], window: Window) -> NDArray[np.int64]:
    """Return the act that the lemma of each word of a window names, from 1, or 0."""
    return features[window.first : window.last, _ACT]


def listed_acts(features: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the act that the lemma of each word of a text names, from 1, or 0."""
    return features[:, _ACT]


def relation_index(relation: str) -> int:
    """Return the number of a relation, from 1; 0 for one that is not known."""
    known = relation if relation in RELATIONS else relation.partition(":")[0]
    return RELATIONS.index(known) + 1 if known in RELATIONS else 0


def _index(known: Sequence[str | None], value: str | None, other: int) -> int:
    return known.index(value) if value in known else other


def _quoted(words: TextWords) -> list[int]:
    """Return where each word stands: outside of quotations, inside, or as the mark that opens or closes one."""
    at_offset: dict[int, int] = {}
    for quotation in quotations_in(words.text):
        at_offset |= dict.fromkeys(range(quotation.inner.start, quotation.inner.end), _INSIDE)
        at_offset |= dict.fromkeys(range(quotation.span.start, quotation.inner.start), _OPENING)
        at_offset |= dict.fromkeys(range(quotation.inner.end, quotation.span.end), _CLOSING)
    return [at_offset.get(word.span.start, _OUTSIDE) for word in words.words]


def _acts(words: TextWords) -> list[int]:
    """Return the act, from 1, that the lemma of each word names; 0 for none."""
    known = acts_by_lemma(words.language)
    lemmas = [word.lemma.lower() for word in words.words]
    for index, word in enumerate(words.words):
        head = words.heads[index]
        if word.relation == "compound:prt" and abs(head - index) <= _LONGEST_BRACKET:
            joined = word.form.lower() + lemmas[head]
            lemmas[head] = joined if words.language == "de" else f"{lemmas[head]} {word.form.lower()}"
    acts = [known.get(lemma) for lemma in lemmas]
    return [ACTS.index(act) + 1 if act else 0 for act in acts]


def _firsts(words: TextWords) -> list[tuple[bool, bool]]:
    """Return whether each word is the first of its sentence, and of its line."""
    rows = list(zip(words.sentences, words.lines, strict=True))
    return [
        (not index or sentence != rows[index - 1][0], not index or line != rows[index - 1][1])
        for index, (sentence, line) in enumerate(rows)
    ]
