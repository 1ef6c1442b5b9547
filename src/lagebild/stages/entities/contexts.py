"""What is known of a passage before persons are looked for in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.gazetteers import gazetteer
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.stages.entities.offices import Office, office_at
from lagebild.stages.entities.passages import is_title_case

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.lexicon.gazetteers import Named
    from lagebild.stages.entities.names import Match
    from lagebild.stages.entities.passages import Passage


@dataclass(frozen=True, slots=True)
class Context:
    """A passage with its names of the gazetteer and its offices.

    Args:
        passage: The words.
        language: ISO 639-1 code.
        names: What is no person, by the index of each word that belongs to it; ``None`` where the record has no place
            for it.
        offices: The offices, by the index of their first words.
        in_office: Indices of all words of offices.
        is_title_case: Whether capitals tell nothing, as in an English headline.
        persons: The persons whom the analysis names: the index behind the last word by that of the first.
        others: Where the analysis names something else than a person: the indices of the first words.
    """

    passage: Passage
    language: str
    names: Mapping[int, Named | None]
    offices: Mapping[int, Office]
    in_office: frozenset[int]
    is_title_case: bool
    persons: Mapping[int, int] = field(default_factory=dict)
    others: frozenset[int] = frozenset()

    def may_be_name(self, index: int) -> bool:
        """Tell whether a word may be part of a person's name."""
        word = self.passage.word(index)
        return (
            index in self.passage.capitals
            and not any(map(str.isdigit, word))
            and index not in self.names
            and index not in self.in_office
            and word not in words_of_no_name(self.language)
            and word.lower() not in words_of("function_words", "words", self.language)
        )

    def goes_on(self, index: int) -> bool:
        """Tell whether a word may be the next part of the name that ends before it."""
        return self.passage.touches(index - 1) and self.may_be_name(index)

    def owner_at(self, index: int) -> Named | None:
        """Return the country or organization that a word, or the first part of a compound, names."""
        prefix = self.passage.word(index).partition("-")[0]
        return self.names.get(index) or gazetteer(self.language).get(prefix)


def context_of(passage: Passage, language: str, matches: Sequence[Match]) -> Context:
    """Return the context of a passage, given its names of the gazetteer."""
    offices: dict[int, Office] = {}
    index = 0
    while index < len(passage.words):
        may_be_office = language != "de" or index in passage.capitals
        office = office_at(passage, index, language, matches) if may_be_office else None
        if office is not None:
            offices[index] = office
        index = office.last if office else index + 1
    return Context(
        passage,
        language,
        {index: match.named for match in matches if match.named for index in range(match.first, match.last)},
        offices,
        frozenset(index for office in offices.values() for index in range(office.first, office.last)),
        is_title_case=language == "en" and is_title_case(passage),
    )


@per_lexicon
def words_of_no_name(language: str) -> frozenset[str]:
    """Return capitalised words that are no part of a person's name."""
    return words_of("titles", "not_names", language)
