"""Who passes on what somebody said, where a participle tells it: "…, zitiert vom Blatt", "…, quoted by the agency"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lagebild.model import Analysis, Article, Attribution, Sentence, Word


def with_relays(attributions: Iterable[Attribution], article: Article, language: str) -> list[Attribution]:
    """Return the attributions; one that nobody passes on yet has who is named behind "zitiert von" in its sentence."""
    analysis = article.analysis
    return [_with_relay(one, analysis, language) for one in attributions] if analysis else list(attributions)


def _with_relay(one: Attribution, analysis: Analysis, language: str) -> Attribution:
    if one.relayed_by is not None or not one.cue:
        return one
    sentence = analysis.sentence_of(one.cue[0])
    relays = _relays(sentence, one, language) if sentence else ()
    relay = next((span for span in relays if one.source is None or not span.overlaps(one.source)), None)
    return replace(one, relayed_by=relay)


def _relays(sentence: Sentence, one: Attribution, language: str) -> Iterator[Span]:
    for index, word in enumerate(sentence.words):
        if word.form.lower() in words_of("attribution", "quoting", language) and _belongs(sentence, index, one):
            for noun, other in enumerate(sentence.words):
                if other.head == index and other.relation.partition(":")[0] == "obl":
                    yield from _named(sentence, noun, language)


def _belongs(sentence: Sentence, index: int, one: Attribution) -> bool:
    """Tell whether a word is part of the cue or hangs on it."""
    at: int | None = index
    while at is not None and not any(piece.overlaps(sentence.words[at].span) for piece in one.cue):
        at = sentence.words[at].head
    return at is not None


def _named(sentence: Sentence, noun: int, language: str) -> Iterator[Span]:
    """Yield the phrase of a noun behind its preposition, without an article that is one with it."""
    words = sentence.words
    prepositions = words_of("attribution", "quoting_prepositions", language)
    cases = [at for at, word in enumerate(words) if word.head == noun and word.relation == "case"]
    if not any(words[at].form.lower() in prepositions for at in cases):
        return
    first = next(at for at in range(cases[-1] + 1, noun + 1) if words[at].span != words[cases[-1]].span)
    last = noun
    while last + 1 < len(words) and _is_below(sentence, last + 1, noun) and not _is_stop(words[last + 1]):
        last += 1
    yield Span(words[first].span.start, words[last].span.end)


def _is_stop(word: Word) -> bool:
    return word.upos == "PUNCT" and word.form != "-"


def _is_below(sentence: Sentence, index: int, noun: int) -> bool:
    at: int | None = index
    while at is not None and at != noun:
        at = sentence.words[at].head
    return at is not None
