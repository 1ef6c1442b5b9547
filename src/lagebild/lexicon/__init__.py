"""Versioned word lists and code books as data, with typed loaders."""

from lagebild.lexicon.loading import alternation, lexicon_version, phrases_by_name, words_by_language

__all__ = ["alternation", "lexicon_version", "phrases_by_name", "words_by_language"]
