"""Sentences made worse the way news pages are: umlauts lost, quotation marks stripped, headlines in capitals."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from lagebild.training.encoder.examples import Example

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_BARE = str.maketrans("äöüÄÖÜß", "aouAOUs")
_LOST = str.maketrans("äöüÄÖÜß", "???????")
_QUOTES = frozenset("\"„“”‚‘’»«›‹'`´") | {"``", "''"}
_STRAIGHT = {"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'"}
_STOPS = frozenset({".", "!", "?", "...", "…"})


def worsened(example: Example, random: Random, *, rate: float) -> Example:
    """Return the sentence as it is, or, at a rate between 0 and 1, with one kind of damage."""
    if random.random() >= rate:
        return example
    return random.choice(_DAMAGES)(example, random)


def _mapped(change: Callable[[str], str]) -> Callable[[Example, Random], Example]:
    def damage(example: Example, _: Random) -> Example:
        return replace(example, words=tuple(change(word) or word for word in example.words))

    return damage


def _without(which: frozenset[str], *, share: float = 1.0) -> Callable[[Example, Random], Example]:
    def damage(example: Example, random: Random) -> Example:
        heads = set(example.heads)
        dropped = {
            index
            for index, word in enumerate(example.words)
            if word in which and index + 1 not in heads and random.random() < share
        }
        dropped = {index for index in dropped if not example.heads or example.heads[index]}
        return example.without_words(dropped) if len(dropped) < len(example.words) else example

    return damage


def _without_final_stop(example: Example, random: Random) -> Example:
    last = len(example.words) - 1
    if not last or example.words[last] not in _STOPS:
        return example
    return _without(frozenset({example.words[last]}))(example, random)


def _without_an_article(example: Example, random: Random) -> Example:
    """Drop about half of the articles, as translations from languages without any do."""
    heads = set(example.heads)
    articles = {
        index
        for index, tag in enumerate(example.upos)
        if tag == "DET" and index + 1 not in heads and random.random() < _HALF
    }
    return example.without_words(articles) if len(articles) < len(example.words) else example


_HALF = 0.5

_DAMAGES: tuple[Callable[[Example, Random], Example], ...] = (
    _mapped(lambda word: word.translate(_DIGRAPHS)),
    _mapped(lambda word: word.translate(_BARE)),
    _mapped(lambda word: word.translate(_LOST)),
    _mapped(str.upper),
    _mapped(str.lower),
    _mapped(lambda word: _STRAIGHT.get(word, word)),
    _without(_QUOTES),
    _without(_QUOTES, share=_HALF),
    _without(frozenset({","})),
    _without_final_stop,
    _without_final_stop,
    _without_an_article,
)
