"""Dictionary forms of German and English words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from lagebild.language.lemmas.dictionary import LANGUAGES, lookup_in
from lagebild.language.lemmas.english import english_lemma
from lagebild.language.lemmas.exceptions import Exceptions, shipped_exceptions
from lagebild.language.lemmas.german import german_lemma

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS_KEPT = 1 << 16
_LONGEST_FORM = 100
"""In characters; what is longer is an address or no word, and would fill the cache."""

_RULES = {"de": german_lemma, "en": english_lemma}


def lemma_of(form: str, *, upos: str, feats: str, language: str | None, first: bool = False) -> str:
    """Return the dictionary form of a word, by the conventions of UD German GSD and UD English EWT.

    Args:
        form: The word, as it stands in the text.
        upos: Its universal part of speech.
        feats: Its features in their CoNLL-U notation; empty if there are none.
        language: The ISO 639-1 code of its language; a word of any but "de" and "en" is its own lemma.
        first: Whether it begins a sentence, so that its capital says nothing.

    >>> lemma_of("Häusern", upos="NOUN", feats="Case=Dat|Gender=Neut|Number=Plur", language="de")
    'Haus'
    """
    if language not in LANGUAGES or not 0 < len(form) <= _LONGEST_FORM:
        return form
    return _lemma(form, upos, feats, language, first)


@lru_cache(maxsize=_FORMS_KEPT)
def _lemma(form: str, upos: str, feats: str, language: str, first: bool) -> str:  # noqa: FBT001 - the key of a cache
    return lemma_with(shipped_exceptions(language), form, upos=upos, feats=feats, language=language, first=first)


def lemma_with(exceptions: Exceptions, form: str, *, upos: str, feats: str, language: str, first: bool) -> str:
    """Return the dictionary form by some exceptions to the rules; for training."""
    form = normalize("NFC", form)
    return exceptions.lemma(form, upos, feats, first=first) or rule_lemma(form, upos, feats, language, first=first)


def rule_lemma(form: str, upos: str, feats: str, language: str, *, first: bool) -> str:
    """Return the dictionary form by the rules alone; for training."""
    # Only English adjectives and their like keep a capital that says something: "American", "I".
    if language == "en" and first and upos == "ADJ" and form[1:].islower():
        form = form.lower()
    return _RULES[language](form, upos, features(feats), lookup_in(language))


def features(feats: str) -> Mapping[str, str]:
    """Return features by name.

    >>> features("Case=Nom|Number=Sing")
    {'Case': 'Nom', 'Number': 'Sing'}
    """
    return dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
