"""German genitives: "Putins" names Putin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.person_names import given_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.model import Analysis, Word
    from lagebild.stages.entities.passages import Passage


@dataclass(frozen=True, slots=True)
class Genitives:
    """Takes the ending off words that are genitives in an article.

    Args:
        stems: The words that remain.
    """

    stems: frozenset[str] = frozenset()

    def plain(self, word: str) -> str:
        """Return a word without the ending of its genitive, or as it is."""
        stem = word.removesuffix("s")
        return stem if stem in self.stems else word


def genitives_of(passages: Iterable[Passage], analysis: Analysis | None, language: str) -> Genitives:
    """Return the genitives of an article: of words that stand there without the ending, or that the analysis tells."""
    if language != "de":
        return Genitives()
    words = {word for passage in passages for word in passage.words}
    return Genitives(frozenset(words | _told(analysis)) if analysis else frozenset(words))


def _told(analysis: Analysis) -> set[str]:
    names = [word for sentence in analysis.sentences for word in sentence.words if word.upos == "PROPN"]
    # "Peters" that is once no genitive is a name that ends so.
    others = {word.form for word in names if not _is_genitive(word)} | given_names("de")
    return {word.lemma for word in names if _is_genitive(word) and word.form not in others}


def _is_genitive(word: Word) -> bool:
    return word.feature("Case") == "Gen" and word.form == f"{word.lemma}s"
