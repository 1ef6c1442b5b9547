"""What a sentence tells of a time expression: its tense, whether it is part of a name, whether it counts a noun."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from lagebild.expressions.directions import Direction, cue_direction, direction_at
from lagebild.expressions.surroundings import word_before
from lagebild.expressions.times.predicates import (
    describes,
    has_happened,
    is_finite,
    is_participle,
    is_past,
    is_present,
    is_to_come,
    names_the_day,
    participles_above,
    predicates_above,
    tells_source,
    verbs_of,
)
from lagebild.expressions.times.words import nouns_with_cases, tense_words
from lagebild.model import NameType

if TYPE_CHECKING:
    from lagebild.model import Analysis, Sentence, Span

_PREDICATES = frozenset({"VERB", "AUX"})
_NEXT_WORD = re.compile(r"[ \u00a0]([^\W\d_]+)")
_NEXT_NOUN = re.compile(r"[ \u00a0](?:[a-zäöüß-]+e[mnrs]? )?([A-ZÄÖÜ][^\W\d_]+)")
_PRESENT_PARTICIPLE = re.compile(r"end(?:e[mnrs]?)?\Z")
# "Petersburg (heute wieder so genannt)", "der Staat (oder heute: das System)".
_IN_BRACKET = re.compile(r"\((?:oder |und )?\Z")
_BRACKET_CHARS = 8
_RANGES = frozenset({"bis", "auf", "an", "ab"})
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

    @property
    def is_analyzed(self) -> bool:
        """Whether names and trees are known."""
        return bool(self._sentences)

    def direction(self, span: Span) -> Direction | None:
        """Return where the clause around a span points from the day of publication, or ``None`` where nothing tells."""
        before = word_before(self._text, span.start)
        if before.lower() in self._words.since:
            return Direction.PAST
        if before in self._words.of and self._follows_noun(span, before):
            return Direction.PAST
        return self._in_tree(span) or direction_at(self._text, span.start, span.end, self._language)

    def announces(self, span: Span) -> bool:
        """Tell whether words without a verb say that something is to come: "Ab Montag Stau", "Konzert am Freitag"."""
        if word_before(self._text, span.start).lower() in self._words.until:
            return True
        sentence = self._sentence(span)
        coming = nouns_with_cases("coming", self._language)
        if sentence is None or any(is_finite(word) for word in sentence.words if word.upos in _PREDICATES):
            return False
        nouns = [word.form.lower() for word in sentence.words if word.upos == "NOUN"]
        return any(noun.endswith(coming) for noun in nouns)

    def _follows_noun(self, span: Span, preposition: str) -> bool:
        """Tell whether a noun stands before the preposition of a span, and no range begins with it."""
        noun = word_before(self._text, span.start - len(preposition) - 1)
        return noun[:1].isupper() and not self._begins_range(span)

    def _begins_range(self, span: Span) -> bool:
        following = _NEXT_WORD.match(self._text, span.end)
        return following is not None and following[1] in _RANGES

    def _in_tree(self, span: Span) -> Direction | None:
        placed = self._placed(span)
        if placed is None:
            return None
        sentence, index = placed
        participle = next(participles_above(sentence, index), None)
        if participle is not None:
            return self._of_participle(participle)
        if names_the_day(sentence, index) or has_happened(
            sentence, index, nouns_with_cases("happened", self._language)
        ):
            return Direction.PAST
        return Direction.FUTURE if self._is_limit(span, sentence, index) else self._of_predicates(sentence, index)

    def _of_predicates(self, sentence: Sentence, index: int) -> Direction | None:
        """Return where the nearest predicate above a word points that has a tense."""
        for predicate in predicates_above(sentence, index):
            if (tense := self._tense(sentence, predicate)) is not None:
                return Direction.FUTURE if self._is_ahead_of(sentence, index, predicate) else tense
            # A main verb in the present speaks of days to come more often than not, but for what it comes after.
            if is_present(sentence, predicate, self._language):
                if tells_source(sentence, predicate, self._words.tellings):
                    return Direction.PAST
                return Direction.PAST if describes(sentence, index, self._words.after) else Direction.FUTURE
        return None

    def _is_ahead_of(self, sentence: Sentence, index: int, predicate: int) -> bool:
        """Tell whether something has been done for what is to come: "haben sich für die Wahl am Sonntag gemeldet"."""
        verbs = [verb for verb in verbs_of(sentence, predicate) if is_finite(verb)]
        was = any(verb.feature("Tense") == "Past" for verb in verbs)
        return not was and describes(sentence, index, self._words.ahead_of)

    def _is_limit(self, span: Span, sentence: Sentence, index: int) -> bool:
        """Tell whether something is put on a day, or is so until or from it on: "ist bis Freitag geschlossen"."""
        predicate = next(predicates_above(sentence, index), None)
        before = word_before(self._text, span.start).lower()
        if predicate is not None and before in self._words.onto:
            return sentence.words[predicate].form.lower() in self._words.planned
        if predicate is None or before not in self._words.until:
            return False
        verbs = verbs_of(sentence, predicate)
        return any(is_finite(verb) for verb in verbs) and not any(is_past(verb, self._language) for verb in verbs)

    def _of_participle(self, form: str) -> Direction:
        """Return where an attribute made of a verb points: "die am Montag tagende", "der im Mai verabschiedete"."""
        is_ahead = cue_direction(form, self._language) is Direction.FUTURE or _PRESENT_PARTICIPLE.search(form)
        return Direction.FUTURE if is_ahead else Direction.PAST

    def is_named(self, span: Span) -> bool:
        """Tell whether a span is part of a longer name of a person or an organization."""
        sentence = self._sentence(span)
        if sentence is None:
            return False
        return any(
            name.type in _NAMED and name.span.overlaps(span) and _longer(name.span, span) for name in sentence.names
        )

    def is_no_noun(self, span: Span) -> bool:
        """Tell whether a word was read and is neither a noun nor a name."""
        placed = self._placed(span)
        return placed is not None and placed[0].words[placed[1]].upos not in {"NOUN", "PROPN"}

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
        """Tell whether a word modifies a verb, or stands for a time: "wie früher"; ``False`` where no tree was read."""
        placed = self._placed(span)
        if placed is not None and word_before(self._text, span.start) in self._words.of_past:
            return _NEXT_WORD.match(self._text, span.end) is None
        return placed is not None and placed[0].words[placed[1]].upos == "ADV"

    def describes_noun(self, span: Span) -> bool:
        """Tell whether it stands with "von" behind a noun: "die Welt von morgen"."""
        before = word_before(self._text, span.start)
        return before in self._words.of_day and self._follows_noun(span, before)

    def is_of_nowadays(self, span: Span) -> bool:
        """Tell whether an adjective of today describes what is not on one day: "die heutige Jugend"."""
        noun = _NEXT_NOUN.match(self._text, span.end)
        return (
            noun is not None
            and bool(self._words.today)
            and not noun[1].lower().endswith(nouns_with_cases("today", self._language))
        )

    def is_nowadays(self, span: Span, *, is_daily: bool) -> bool:
        """Tell whether "heute" means the present.

        Args:
            span: The word.
            is_daily: Whether the text is written for its day.
        """
        if _IN_BRACKET.search(self._text, max(0, span.start - _BRACKET_CHARS), span.start):
            return True
        if self._begins_range(span) or word_before(self._text, span.start).lower() in self._words.until:
            return False
        if is_daily or self.is_lasting(span):
            return self.is_lasting(span)
        placed = self._placed(span)
        if placed is None or direction_at(self._text, span.start, span.end, self._language) is not None:
            return False
        predicates = list(predicates_above(*placed))
        if predicates and placed[0].words[predicates[0]].lemma in self._words.events:
            return False
        return not any(self._tense(placed[0], predicate) for predicate in predicates)

    def is_lasting(self, span: Span) -> bool:
        """Tell whether the clause around a span tells a state of the present: "heute leben dort noch fünf Familien"."""
        placed = self._placed(span)
        if placed is None:
            return False
        sentence, index = placed
        predicate = next(predicates_above(sentence, index), None)
        if predicate is None:
            return False
        verb = sentence.words[predicate]
        stays = verb.lemma in self._words.states
        if not stays:
            stays = any(self._is_still(sentence, at, index, predicate) for at in range(len(sentence.words)))
        return stays and not any(is_past(word, self._language) for word in verbs_of(sentence, predicate))

    def _is_still(self, sentence: Sentence, at: int, index: int, predicate: int) -> bool:
        """Tell whether a word is a "noch" beside a time or its predicate, and none of "auch noch" for one more."""
        word = sentence.words[at]
        is_near = abs(at - index) <= 1 or (word.head == predicate and word.relation == "advmod")
        is_besides = at > 0 and sentence.words[at - 1].form.lower() == "auch"
        return word.form.lower() in self._words.still and is_near and not is_besides

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
        verbs = verbs_of(sentence, predicate)
        if is_to_come(sentence, predicate):
            return Direction.FUTURE
        if any(is_past(verb, self._language) for verb in verbs):
            return Direction.PAST
        if is_participle(word) and word.lemma in self._words.with_be and any(verb.form == "sein" for verb in verbs):
            return Direction.PAST
        if any(cue_direction(verb.form, self._language) is Direction.FUTURE for verb in verbs):
            return Direction.FUTURE
        participle = is_participle(word) and word.upos in _PREDICATES
        if participle and any(verb.lemma in self._words.perfect for verb in verbs[1:]):
            return Direction.PAST
        return None


def _longer(name: Span, span: Span) -> bool:
    return name.start < span.start or span.end < name.end
