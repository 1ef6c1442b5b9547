"""What the network learns from: annotated texts as words, and for each statement a window with the parts in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.attributions.features import acts_in, word_features
from lagebild.language.attributions.roles import KINDS, OTHERS, ROLES
from lagebild.language.attributions.windows import Window, window_of
from lagebild.language.attributions.words import text_words
from lagebild.model import SpeechAct
from lagebild.training.attributions.restyling import restyled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from lagebild.evaluation.gold_statements import GoldStatement, GoldText
    from lagebild.language.attributions.words import TextWords
    from lagebild.language.embedded import EmbeddedAnalyzer
    from lagebild.model import Span

_ACTS = tuple(SpeechAct)
_HEADED_BY = ("VERB", "NOUN", "AUX", "ADP", "ADV")
"""The anchor of a cue that has several tops is the first of these."""


@dataclass(frozen=True, slots=True)
class Target:
    """One statement as the network should read it.

    Args:
        window: The words around its anchor.
        roles: The role of each word of the window, as its number in `ROLES`; shape (words,).
        others: Whether each word plays each part of `OTHERS`; shape (words, parts).
        acts: The act that the lemma of each word of the window names, from 1, or 0; shape (words,).
        act: Its act, as its number in `SpeechAct`.
        kind: Its kind, as its number in `KINDS`.
    """

    window: Window
    roles: NDArray[np.int64]
    others: NDArray[np.float32]
    acts: NDArray[np.int64]
    act: int
    kind: int


@dataclass(frozen=True, slots=True)
class Example:
    """One annotated text.

    Args:
        gold: The text.
        pieces: For each sentence and word, the rows of the vocabulary.
        features: The features of each word; shape (words, features).
        targets: Its statements.
        variant: The same text with other quotation marks, or ``None``.
    """

    gold: GoldText
    pieces: list[list[tuple[int, ...]]]
    features: NDArray[np.int64]
    targets: tuple[Target, ...]
    variant: Example | None = None


def examples_of(texts: Iterable[GoldText], analyzer: EmbeddedAnalyzer) -> list[Example]:
    """Return the examples of the texts that have words, with their variants."""
    return [_with_variant(gold, analyzer) for gold in texts if gold.text.strip()]


def _with_variant(gold: GoldText, analyzer: EmbeddedAnalyzer) -> Example:
    other = restyled(gold)
    return replace(_example(gold, analyzer), variant=_example(other, analyzer) if other else None)


def _example(gold: GoldText, analyzer: EmbeddedAnalyzer) -> Example:
    (analysis,) = analyzer.analyze([gold.text], languages=[gold.language])
    words = text_words(gold.text, analysis.sentences, gold.language)
    features = word_features(words)
    targets = tuple(_target(words, features, statement) for statement in gold.statements)
    return Example(gold, analyzer.pieces(gold.text, gold.language), features, targets)


def _target(words: TextWords, features: NDArray[np.int64], statement: GoldStatement) -> Target:
    window = window_of(words, _anchor(words, statement))
    roles = np.zeros(len(window.relations), np.int64)
    others = np.zeros((len(window.relations), len(OTHERS)), np.float32)
    # What stands further on overwrites: the source is told last, for the fewest words have it.
    for role in ROLES[1:]:
        roles[_inside(words, getattr(statement, role), window)] = ROLES.index(role)
    for number, part in enumerate(OTHERS):
        others[_inside(words, getattr(statement, part), window), number] = 1
    act = _ACTS.index(SpeechAct(statement.act)) if statement.act else 0
    return Target(window, roles, others, acts_in(features, window), act, KINDS.index(statement.kind))


def _anchor(words: TextWords, statement: GoldStatement) -> int:
    """Return the word that stands for a statement: the top of its cue, or the first word of what is said."""
    cue = _indices(words, statement.cue)
    if not cue:
        return _indices(words, statement.content)[0]
    tops = [index for index in cue if words.heads[index] not in cue]
    return min(tops, key=lambda index: (_rank(words.words[index].upos), index))


def _rank(upos: str) -> int:
    return _HEADED_BY.index(upos) if upos in _HEADED_BY else len(_HEADED_BY)


def _inside(words: TextWords, spans: Sequence[Span], window: Window) -> list[int]:
    """Return which words of a window, counted from its first, stand in spans."""
    return [index - window.first for index in _indices(words, spans) if window.first <= index < window.last]


def _indices(words: TextWords, spans: Sequence[Span]) -> list[int]:
    return [index for index, word in enumerate(words.words) if any(word.span.overlaps(span) for span in spans)]
