"""What a sentence tells of a time expression: its tense, whether it is part of a name, whether it counts a noun."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lagebild.expressions.directions import Direction, cue_direction, direction_at
from lagebild.expressions.surroundings import word_before
from lagebild.expressions.times.words import tense_words
from lagebild.model import NameType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Analysis, Sentence, Span, Word

_MOST_STEPS = 30
_PREDICATES = frozenset({"VERB", "AUX"})
_HELPERS = frozenset({"aux", "aux:pass", "cop"})
_NAMED = frozenset({NameType.PERSON, NameType.ORGANIZATION})


class Grammar:
    """The sentences of a text, asked by place; without trees it goes by the words around.

    Args:
        text: The text.
        language: ``de`` or ``en``.
        analysis: What was read of the text, or ``None``.
    """

    def __init__(self, text: str, language: str, analysis: Analysis | None) -> None:
        self._text, self._language = text, language
        self._sentences = analysis.sentences if analysis else ()
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._words = tense_words(language)

    def direction(self, span: Span) -> Direction | None:
        """Return where the clause around a span points from the day of publication, or ``None`` where nothing tells."""
        if word_before(self._text, span.start).lower() in self._words.since:
            return Direction.PAST
        return self._in_tree(span) or direction_at(self._text, span.start, span.end, self._language)

    def _in_tree(self, span: Span) -> Direction | None:
        placed = self._placed(span)
        if placed is None:
            return None
        sentence, index = placed
        predicates = list(_predicates(sentence, index))
        tenses = (self._tense(sentence, predicate) for predicate in predicates)
        surely = next((tense for tense in tenses if tense is not None), None)
        # A main verb in the present speaks of days to come more often than not.
        if surely is None and predicates and self._is_present(sentence.words[predicates[0]]):
            return Direction.FUTURE
        return surely

    def _is_present(self, verb: Word) -> bool:
        finite = verb.feature("VerbForm") not in {"Inf", "Part", "Ger"} and verb.feature("Tense") != "Past"
        return finite and verb.upos == "VERB" and not _is_past(verb, self._language)

    def is_named(self, span: Span) -> bool:
        """Tell whether a span is part of a longer name of a person or an organization."""
        sentence = self._sentence(span)
        if sentence is None:
            return False
        return any(
            name.type in _NAMED and name.span.overlaps(span) and _longer(name.span, span) for name in sentence.names
        )

    def is_counted(self, span: Span) -> bool:
        """Tell whether the number at a span counts a noun behind it."""
        placed = self._placed(span)
        if placed is None:
            return False
        sentence, index = placed
        word = sentence.words[index]
        if word.relation != "nummod" or word.head != index + 1:
            return False
        return sentence.words[index + 1].feature("Number") != "Sing"

    def is_adverb(self, span: Span) -> bool:
        """Tell whether a word modifies a verb; ``False`` where no tree was read."""
        placed = self._placed(span)
        return placed is not None and placed[0].words[placed[1]].upos == "ADV"

    def is_lasting(self, span: Span) -> bool:
        """Tell whether the clause around a span tells a state of the present: "heute leben dort noch fünf Familien"."""
        placed = self._placed(span)
        if placed is None:
            return False
        sentence, index = placed
        predicate = next(_predicates(sentence, index), None)
        if predicate is None:
            return False
        verb = sentence.words[predicate]
        stays = verb.lemma in self._words.states
        if not stays:
            near = sentence.words[max(0, index - 1) : index + 2] + tuple(
                word for word in sentence.words if word.head == predicate and word.relation == "advmod"
            )
            stays = any(word.form.lower() in self._words.still for word in near)
        return stays and not any(_is_past(word, self._language) for word in _verbs(sentence, predicate))

    def _sentence(self, span: Span) -> Sentence | None:
        place = bisect_right(self._starts, span.start) - 1
        if place < 0 or not self._sentences[place].analyzed:
            return None
        return self._sentences[place]

    def _placed(self, span: Span) -> tuple[Sentence, int] | None:
        sentence = self._sentence(span)
        if sentence is None:
            return None
        inside = [index for index, word in enumerate(sentence.words) if word.span.overlaps(span)]
        if not inside:
            return None
        # The word of the expression on which the others depend.
        heads = [index for index in inside if sentence.words[index].head not in inside]
        return sentence, (heads or inside)[0]

    def _tense(self, sentence: Sentence, predicate: int) -> Direction | None:
        word = sentence.words[predicate]
        verbs = _verbs(sentence, predicate)
        if any(_is_past(verb, self._language) for verb in verbs):
            return Direction.PAST
        for verb in verbs:
            if verb.lemma in self._words.future or verb.form.lower() in self._words.future_forms:
                return Direction.FUTURE
        participle = word.feature("VerbForm") == "Part" and word.upos in _PREDICATES
        if participle and any(verb.lemma in self._words.perfect for verb in verbs[1:]):
            return Direction.PAST
        return None


def _is_past(verb: Word, language: str) -> bool:
    if verb.feature("Tense") == "Past" and verb.feature("VerbForm") == "Fin":
        return True
    return verb.upos in _PREDICATES and cue_direction(verb.form, language) is Direction.PAST


def _verbs(sentence: Sentence, predicate: int) -> list[Word]:
    """Return a predicate and its auxiliaries."""
    helpers = [word for word in sentence.words if word.head == predicate and word.relation in _HELPERS]
    return [sentence.words[predicate], *helpers]


def _predicates(sentence: Sentence, index: int) -> Iterator[int]:
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


def _longer(name: Span, span: Span) -> bool:
    return name.start < span.start or span.end < name.end


def _is_attribute(word: Word) -> bool:
    return word.relation == "amod"
