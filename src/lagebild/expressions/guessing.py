"""Words whose part of speech and singular are guessed by their form, for texts that no analyzer has read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon import words_by_language
from lagebild.lexicon.forms import lines_of, words_of
from lagebild.model import Span, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
_LINE_END = re.compile(r"[\n.!?;:](?!\d)")
_LONGEST_PHRASE_CHARS = 120
_MOST_WORDS = 8
_SHORTEST_PLURAL_CHARS = 4
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em", "weise", "lich")
_OTHER = "X"


def guessed_words(text: str, start: int, language: str) -> list[Word]:
    """Return the words from an offset to the end of its line or sentence, with a part of speech guessed by their form.

    Those that can be nothing between a number and its noun have the part of speech ``X``.
    """
    end = start + _LONGEST_PHRASE_CHARS
    stop = _LINE_END.search(text, start, end)
    found = _TOKEN.finditer(text, start, stop.start() if stop else end)
    return [
        _guessed(Span(*match.span()), match[0], language) for match, _ in zip(found, range(_MOST_WORDS), strict=False)
    ]


def _guessed(span: Span, form: str, language: str) -> Word:
    if form[0].isdecimal():
        upos = "NUM"
    elif not form[0].isalpha():
        upos = "PUNCT"
    elif form.lower() in words_by_language("function_words")[language] or form.lower() in words_of(
        "number_words", "noun_stops", language
    ):
        upos = _OTHER
    elif language == "de":
        upos = "NOUN" if form[0].isupper() else "ADJ" if _may_be_german_adjective(form) else _OTHER
    else:
        upos = "NOUN" if _may_be_english_plural(form) else "ADJ"
    feats = "Number=Plur" if upos == "NOUN" and language == "en" else ""
    return Word(span, form, singular_of(form, language), upos, feats, None, "")


def _may_be_german_adjective(form: str) -> bool:
    return form.endswith(_ADJECTIVE_ENDINGS)


def _may_be_english_plural(form: str) -> bool:
    if form.lower() in _singulars("en"):
        return True
    return (
        len(form) >= _SHORTEST_PLURAL_CHARS
        and form.endswith("s")
        and not form.endswith(("ss", "ous", "us", "is"))
        and form not in words_of("number_words", "not_plurals", "en")
    )


def singular_of(form: str, language: str) -> str:
    """Return the singular that the lexicon knows of a form, or of the end of a German compound; else the form.

    >>> singular_of("Artilleriegranaten", "de"), singular_of("policemen", "en"), singular_of("counties", "en")
    ('artilleriegranate', 'policeman', 'county')
    """
    known, lower = _singulars(language), form.lower()
    if lower in known:
        return known[lower]
    if language == "de":
        cuts = (cut for cut in range(2, len(lower) - _SHORTEST_PLURAL_CHARS) if lower[cut:] in known)
        return next((lower[:cut] + known[lower[cut:]] for cut in cuts), lower)
    for ending, singular in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if lower.endswith(ending) and _may_be_english_plural(form):
            return lower.removesuffix(ending) + singular
    return lower


@cache
def _singulars(language: str) -> Mapping[str, str]:
    lines = (line.split(": ", 1) for line in lines_of("number_words", "singulars", language))
    return {plural: singular for singular, plurals in lines for plural in plurals.split()}
