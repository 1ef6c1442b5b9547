"""What the analysis of an article tells about its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.model import NameType
from lagebild.stages.entities.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Analysis, Name


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the analysis of an article tells about its names.

    Args:
        names: The names, in text order.
        nouns: Offsets of the words that are tagged as common nouns.
        bearers: The first and the last words of persons' names that have several.
    """

    names: Sequence[Name]
    nouns: frozenset[int]
    bearers: frozenset[str]


def evidence_of(analysis: Analysis, text: str) -> Evidence:
    """Return what an analysis tells about the names of a text."""
    names = [name for sentence in analysis.sentences for name in sentence.names]
    persons = [words_in(name.span.of(text)) for name in names if name.type is NameType.PERSON]
    words = (word for sentence in analysis.sentences for word in sentence.words)
    return Evidence(
        names,
        frozenset(word.span.start for word in words if word.upos == "NOUN"),
        frozenset(word for person in persons if len(person) > 1 for word in (person[0], person[-1])),
    )
