"""Versioned word lists and code books as data, with typed loaders."""

from lagebild.lexicon.lexicons import Lexicon, per_lexicon, use
from lagebild.lexicon.loading import alternation, lexicon_version, phrases_by_name, words_by_language

__all__ = [
    "Lexicon",
    "alternation",
    "lexicon_version",
    "per_lexicon",
    "phrases_by_name",
    "use",
    "words_by_language",
]
