"""The first filter of the cascade: sentences in which somebody says something or is named."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING

from lagebild.language.cascade import Filter
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load, words_by_language
from lagebild.lexicon.person_names import is_common_noun
from lagebild.lexicon.speech_verbs import speech_verbs
from lagebild.lexicon.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lagebild.language.splitting import Token
    from lagebild.lexicon.speech_verbs import SpeechVerb

_REVISION = "1"
"""Goes up whenever `select_worth_reading` decides otherwise about any sentence."""

_LISTS = ("speech_verbs", "attribution", "modals", "titles", "number_words", "common_nouns", "function_words")
_ATTRIBUTION_TABLES = ("reportative", "according", "behind", "sayings", "reports")
_NUMBER_TABLES = ("units", "teens", "tens", "halves", "scales")
# Without the apostrophes ' and ’, which stand in any English sentence.
_QUOTATION_MARKS = frozenset('„“”"«»‹›‚‘')
_BEFORE_CAPITALS = _QUOTATION_MARKS | frozenset(":–—-(['’")


@cache
def worth_reading() -> Filter:
    """Return the filter that keeps sentences with a sign that somebody says something or is named.

    No analyzer takes it by itself: there is no gold yet to measure how many findings it loses. It does lose deeds of
    those who are not named: "Die Soldaten zogen sich zurück.", "Andere wurden festgenommen."

    Raises:
        LexiconError: If a word list cannot be loaded.
    """
    lists = json.dumps([load(name) for name in _LISTS], default=str)
    digest = sha256(lists.encode()).hexdigest()[:12]
    return Filter(f"worth-reading-{_REVISION}-{digest}", select_worth_reading)


def select_worth_reading(sentences: Sequence[Sequence[Token]], text: str, language: str | None) -> list[bool]:
    """Tell of each sentence whether it has a quotation, a number, a name, an office, a modal or a word of saying.

    A name is a word with a capital inside it, or a capitalised one inside a sentence, that is no common noun of the
    lexicon; from there, it is also known at the beginning of another sentence of the text. Sentences of a language
    without word lists are all kept.

    Raises:
        LexiconError: If a word list cannot be loaded.
    """
    cues = _cues(language) if language else None
    if cues is None or language is None:
        return [True] * len(sentences)
    forms = [[token.span.of(text) for token in sentence] for sentence in sentences]
    names = {form for sentence in forms for form in _capitalised(sentence) if _is_name(form, language)}
    return [not names.isdisjoint(sentence) or cues.are_in(sentence) for sentence in forms]


@dataclass(frozen=True, slots=True)
class _Cues:
    """The words of one language that make a sentence worth reading, in lower case."""

    words: frozenset[str]
    verbs: Mapping[str, tuple[SpeechVerb, ...]]

    def are_in(self, forms: Sequence[str]) -> bool:
        """Tell whether a sentence has any of them, a quotation mark or a digit."""
        words = {form.lower() for form in forms}
        return (
            not words.isdisjoint(self.words)
            or not words.isdisjoint(_QUOTATION_MARKS)
            or any(not verb.particle or verb.particle in words for word in words for verb in self.verbs.get(word, ()))
            or any(char.isdigit() for word in words for char in word)
        )


@cache
def _cues(language: str) -> _Cues | None:
    """Return the cues of a language, or ``None`` if it has no word lists."""
    verbs = speech_verbs(language)
    if not verbs.finite:
        return None
    words = {*verbs.participles, *verbs.joined, *words_by_language("modals")[language]}
    words.update(*(words_of("attribution", table, language) for table in _ATTRIBUTION_TABLES))
    words.discard("to")  # of "according to"; alone it says nothing
    words.update(_title_words(language), _number_words(language))
    return _Cues(frozenset(words), verbs.finite)


def _title_words(language: str) -> Iterator[str]:
    """Yield the word of each title that names the holder: "minister" of "foreign minister"."""
    for title in titles(language):
        yield title.partition(" of ")[0].split()[-1].lower()


def _number_words(language: str) -> Iterator[str]:
    tables = load("number_words")
    for table in _NUMBER_TABLES:
        yield from tables[table].get(language, {})


def _capitalised(forms: Sequence[str]) -> Iterator[str]:
    """Yield the words with a capital that does not come from their place in the sentence."""
    yield from (form for form in forms if form[1:] != form[1:].lower())
    for before, form in pairwise(forms):
        if form[0].isupper() and before not in _BEFORE_CAPITALS:
            yield form


def _is_name(form: str, language: str) -> bool:
    return form.lower() not in words_by_language("function_words")[language] and not is_common_noun(form, language)
