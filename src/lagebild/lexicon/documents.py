"""Nouns for documents, and for those who speak for a body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_TABLES = (
    "documents",
    "judgments",
    "announcements",
    "making",
    "made_by",
    "spokespeople",
    "leaders",
    "impersonal",
    "views",
    "courts",
)


@dataclass(frozen=True, slots=True)
class Documents:
    """The words of a language around documents and those who speak for others.

    Args:
        words: The lemmas of each table of the word list.
        language: ISO 639-1 code.
    """

    words: Mapping[str, frozenset[str]]
    language: str

    def kind_of(self, table: str, lemma: str) -> str | None:
        """Return the noun of a table that a lemma is, or that a German compound ends with.

        >>> documents("de").kind_of("documents", "Presseerklärung")
        'erklärung'
        """
        lower = lemma.lower()
        if lower in self.words[table]:
            return lower
        if self.language != "de":
            return None
        return max((word for word in self.words[table] if lower.endswith(word)), key=len, default=None)


@cache
def documents(language: str) -> Documents:
    """Return the words around documents in a language.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return Documents({table: words_of("documents", table, language) for table in _TABLES}, language)
