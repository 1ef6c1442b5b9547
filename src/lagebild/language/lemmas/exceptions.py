"""What the rules get wrong, as a list learned from treebanks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lagebild.language.lemmas.dictionary import DATA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FEATURE = {"VERB": "VerbForm", "AUX": "VerbForm", "NOUN": "Number", "ADJ": "Degree", "ADV": "Degree", "PRON": "Case"}
"""The feature that splits the forms of a part of speech best: "found" as an infinitive is not from "find"."""


class Exceptions:
    """Lemmas by part of speech, with or without a feature, and form.

    Args:
        language: The language of the words.
        lemmas: A lemma for keys such as `keys_of` gives.
    """

    def __init__(self, language: str, lemmas: Mapping[tuple[str, str], str]) -> None:
        self._language = language
        self._lemmas = lemmas

    def lemma(self, form: str, upos: str, feats: str, *, first: bool) -> str | None:
        """Return the lemma of a word, or ``None`` if the rules know it."""
        keys = keys_of(form, upos, feats, language=self._language, first=first)
        return next((lemma for key in keys if (lemma := self._lemmas.get(key))), None)


def keys_of(form: str, upos: str, feats: str, *, language: str, first: bool) -> Iterator[tuple[str, str]]:
    """Yield the keys of a word, narrow ones first.

    >>> list(keys_of("Found", "VERB", "Tense=Past|VerbForm=Fin", language="en", first=False))
    [('VERB.Fin', 'found'), ('VERB', 'found')]
    """
    lower = form.lower()
    is_mixed = not form.istitle() and not form.isupper()
    if upos == "PROPN" or (upos == "NOUN" and form != lower and (language == "de" or is_mixed)):
        yield upos, form
        return
    # Capitals mean something in "the White House" and in "CEO", but not in a headline's "People".
    if language == "en" and not first and form != lower and (upos == "ADJ" or (upos == "NOUN" and not form.istitle())):
        yield upos, form
    name = _FEATURE.get(upos)
    value = next((pair.partition("=")[2] for pair in feats.split("|") if name and pair.startswith(name + "=")), None)
    if value:
        yield f"{upos}.{value}", lower
    yield upos, lower


@cache
def shipped_exceptions(language: str) -> Exceptions:
    """Return the exceptions that ship for a language."""
    lines = (DATA / "lemmas.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.startswith(language + "\t"))
    return Exceptions(language, {(key, form): lemma for _, key, form, lemma in rows})
