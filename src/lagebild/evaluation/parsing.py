"""Scores of an analysis against gold by the rules of the CoNLL 2018 shared task.

After Zeman et al. (2018), section 4, and ``conll18_ud_eval.py``; `lagebild.evaluation.alignment` says which words are
held against each other. Of a relation only the universal part counts, of the features only the universal ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.evaluation.alignment import Places, aligned
from lagebild.evaluation.scores import Counts, counts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lagebild.evaluation.alignment import PlacedWord
    from lagebild.model import Analysis, Span, Word

UNIVERSAL_FEATURES = frozenset(
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect "
    "Voice Evident Polarity Person Polite".split()
)
CONTENT_RELATIONS = frozenset(
    "nsubj obj iobj csubj ccomp xcomp obl vocative expl dislocated advcl advmod discourse nmod appos nummod acl amod "
    "conj fixed flat compound list parataxis orphan goeswith reparandum root dep".split()
)
FUNCTION_RELATIONS = frozenset("aux cop mark det clf case cc".split())
# Who does what to whom: what events are made of. The passive subject is the one whose subtype turns the deed around.
CORE_RELATIONS = frozenset("nsubj nsubj:pass obj iobj obl ccomp xcomp".split())
_PASSIVE = "nsubj:pass"
_NOT_ALIGNED = -1

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    """The words of one analysis, with the numbers that the gold gives them.

    Args:
        words: All its words.
        gold_index: For each word the index of the gold word that it is, or -1.
        function_words: For each word the indexes of the function words that depend on it.
    """

    words: Sequence[PlacedWord]
    gold_index: Sequence[int]
    function_words: Sequence[Sequence[int]]

    def head(self, index: int) -> int | None:
        """Return the gold index of a word's head, ``None`` for the root."""
        head = self.words[index].head
        return None if head is None else self.gold_index[head]

    def attachment(self, index: int) -> _Key:
        return self.head(index), universal(self.words[index].word.relation)

    def core_attachment(self, index: int) -> _Key:
        return self.head(index), core_relation(self.words[index].word)

    def tagging(self, index: int) -> _Key:
        word = self.words[index].word
        return universal(word.relation), word.upos, universal_features(word)

    def morphology(self, index: int) -> _Key:
        """Return what MLAS compares: the word and the function words that depend on it."""
        children = [(self.gold_index[child], self.tagging(child)) for child in self.function_words[index]]
        return self.head(index), self.tagging(index), tuple(children)


def parsing_counts(text: str, gold: Analysis, predicted: Analysis) -> dict[str, Counts]:
    """Return the counts of each of `METRICS` for one text; they add up over texts."""
    places = Places(text)
    one, other, pairs = _sides(places, gold, predicted)
    sentences = [_spans(places, (sentence.span for sentence in side.sentences)) for side in (predicted, gold)]
    tokens = [_spans(places, _tokens(side)) for side in (predicted, gold)]
    return {
        **{name: _counts(one, other, pairs, measure) for name, measure in _MEASURES.items()},
        "tokens": counts_of(*tokens),
        "sentences": counts_of(*sentences),
    }


def wrong_words(text: str, gold: Analysis, predicted: Analysis) -> list[list[tuple[Word, Word | None]]]:
    """Return for each gold sentence its words that LAS counts as wrong, each with what was predicted if anything."""
    one, other, pairs = _sides(Places(text), gold, predicted)
    partners = dict(pairs)
    wrong: list[list[tuple[Word, Word | None]]] = [[] for _ in gold.sentences]
    for index, placed in enumerate(one.words):
        partner = partners.get(index)
        if partner is None:
            wrong[placed.sentence].append((placed.word, None))
        elif one.attachment(index) != other.attachment(partner):
            wrong[placed.sentence].append((placed.word, other.words[partner].word))
    return wrong


def universal(relation: str) -> str:
    """Return a relation without its subtype.

    >>> universal("nsubj:pass")
    'nsubj'
    """
    return relation.partition(":")[0]


def universal_features(word: Word) -> str:
    """Return the features of a word that the shared task compares."""
    feats = word.feats.split("|")
    return "|".join(sorted(feat for feat in feats if feat.partition("=")[0] in UNIVERSAL_FEATURES))


def core_relation(word: Word) -> str:
    """Return the relation of a word; of its subtypes only the passive subject stays."""
    return _PASSIVE if word.relation.startswith(_PASSIVE) else universal(word.relation)


def _sides(places: Places, gold: Analysis, predicted: Analysis) -> tuple[_Side, _Side, list[tuple[int, int]]]:
    golds, guesses = places.words(gold), places.words(predicted)
    pairs = list(aligned(golds, guesses))
    gold_index = [_NOT_ALIGNED] * len(guesses)
    for one, other in pairs:
        gold_index[other] = one
    return (
        _Side(golds, range(len(golds)), _function_words(golds)),
        _Side(guesses, gold_index, _function_words(guesses)),
        pairs,
    )


def _function_words(words: Sequence[PlacedWord]) -> list[list[int]]:
    found: list[list[int]] = [[] for _ in words]
    for index, placed in enumerate(words):
        if placed.head is not None and universal(placed.word.relation) in FUNCTION_RELATIONS:
            found[placed.head].append(index)
    return found


def _counts(gold: _Side, predicted: _Side, pairs: Sequence[tuple[int, int]], measure: _Measure) -> Counts:
    hits = sum(
        measure.is_counted(gold.words[one].word) and measure.read(gold, one) == measure.read(predicted, other)
        for one, other in pairs
    )
    numbers = [sum(measure.is_counted(placed.word) for placed in side.words) for side in (predicted, gold)]
    return Counts(hits, numbers[0] - hits, numbers[1] - hits)


def _spans(places: Places, spans: Iterable[Span]) -> set[tuple[int, int]]:
    return {places.of(span) for span in spans}


def _tokens(analysis: Analysis) -> Iterator[Span]:
    return (token[0].span for sentence in analysis.sentences for token in sentence.tokens())


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is compared of aligned words.

    Args:
        read: Returns what must be equal for a word of a side.
        is_counted: Whether the measure counts a word.
    """

    read: Callable[[_Side, int], object]
    is_counted: Callable[[Word], bool] = lambda _: True


def _is_content(word: Word) -> bool:
    return universal(word.relation) in CONTENT_RELATIONS


def _is_core(word: Word) -> bool:
    return core_relation(word) in CORE_RELATIONS


_MEASURES = {
    "las": _Measure(_Side.attachment),
    "uas": _Measure(_Side.head),
    "clas": _Measure(_Side.attachment, _is_content),
    "mlas": _Measure(_Side.morphology, _is_content),
    "core": _Measure(_Side.core_attachment, _is_core),
    "upos": _Measure(lambda side, index: side.words[index].word.upos),
    "ufeats": _Measure(lambda side, index: universal_features(side.words[index].word)),
    "lemmas": _Measure(lambda side, index: side.words[index].word.lemma),
    "words": _Measure(lambda _side, _index: True),
}
METRICS = (*_MEASURES, "tokens", "sentences")
"""The names of the scores, all of them F1."""
