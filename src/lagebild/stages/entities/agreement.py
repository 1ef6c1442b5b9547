"""One meaning for a name all over an article: what it names, and everywhere it stands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.model import NameType
from lagebild.stages.entities.names import ADJECTIVE_ENDINGS, Match
from lagebild.stages.entities.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from lagebild.stages.entities.genitives import Genitives
    from lagebild.stages.entities.passages import Passage
    from lagebild.stages.entities.readings import View

Key = tuple[str, ...]
"""The words of a name without their endings: the same for "der Roten Flotte" and "die Rote Flotte"."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Tells which names of an article are the same.

    Args:
        genitives: The genitives of the article.
        language: ISO 639-1 code.
    """

    genitives: Genitives
    language: str

    def of(self, passage: Passage, name: Reading | Match) -> Key:
        """Return the key of a name."""
        return self.key(passage.words[name.first : name.last])

    def key(self, words: Sequence[str]) -> Key:
        """Return the key of a name, given its words."""
        return (*map(self._stem, words[:-1]), self.genitives.plain(words[-1]))

    def beginnings(self, word: str) -> set[str]:
        """Return how the keys of names that begin with a word may begin."""
        return {self._stem(word), self.genitives.plain(word)}

    def _stem(self, word: str) -> str:
        endings = ADJECTIVE_ENDINGS if self.language == "de" else ()
        return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), word)


def agreed(views: Sequence[View], keys: Keys) -> list[View]:
    """Return the views with one type for a name, also where only another passage shows it.

    The majority tells the type, the first of them where none has it. A single word that is more often no name than a
    name is none, and so is one that stands in capitals only where everything may. A person's name is not looked for
    again here: `people` does that, by the family name.
    """
    votes = _votes(views, keys)
    lengths = _lengths(votes)
    unseen = [list(_unseen(view, votes, lengths, keys)) for view in views]
    for view, spots in zip(views, unseen, strict=True):
        for spot in spots:
            votes[keys.of(view.passage, spot)][None] += 1
    types = {key: _winner(key, vote) for key, vote in votes.items()}
    return [_settled(view, spots, types, keys) for view, spots in zip(views, unseen, strict=True)]


_Votes = dict[Key, Counter[NameType | None]]
"""How often the analysis gives a name each type, and how often it does not see it."""


def _votes(views: Iterable[View], keys: Keys) -> _Votes:
    votes: _Votes = {}
    calm: set[Key] = set()
    for view in views:
        for reading in view.readings:
            key = keys.of(view.passage, reading)
            votes.setdefault(key, Counter())[reading.type] += 1
            if not _is_loud(view.passage, reading):
                calm.add(key)
    return {key: vote for key, vote in votes.items() if key in calm}


def _is_loud(passage: Passage, reading: Reading) -> bool:
    """Tell whether a name stands in capitals in a passage that has no sentence: "EILMELDUNG"."""
    return " ".join(passage.words[reading.first : reading.last]).isupper() and not passage.has_sentence_end()


_Lengths = dict[str, set[int]]


def _lengths(names: Iterable[Key]) -> _Lengths:
    """Return how many words the names have, by their first word."""
    lengths: _Lengths = {}
    for key in names:
        lengths.setdefault(key[0], set()).add(len(key))
    return lengths


def _unseen(view: View, names: Container[Key], lengths: _Lengths, keys: Keys) -> Iterator[Match]:
    """Yield where names of the article stand that the analysis does not see there, the longest at each word."""
    passage = view.passage
    initials = {name[:2] for name in lengths}
    taken = {at for name in view.names() for at in range(name.first, name.last)}
    for first, word in enumerate(passage.words):
        if word[:2] not in initials and word[:1] not in initials:
            continue
        possible = {length for beginning in keys.beginnings(word) for length in lengths.get(beginning, ())}
        for length in sorted(possible, reverse=True):
            spot = Match(first, first + length, None)
            words = range(first, spot.last)
            if taken.isdisjoint(words) and all(map(passage.touches, words[:-1])) and keys.of(passage, spot) in names:
                taken.update(words)
                yield spot


def _winner(key: Key, vote: Counter[NameType | None]) -> NameType | None:
    is_doubtful = len(key) == 1 and not key[0].isupper()
    return max(vote, key=lambda kind: vote[kind] if kind or is_doubtful else 0)


def _settled(view: View, unseen: Iterable[Match], types: Mapping[Key, NameType | None], keys: Keys) -> View:
    names: tuple[Reading | Match, ...] = (*view.readings, *unseen)
    typed = [(name, types.get(keys.of(view.passage, name))) for name in names]
    settled = [Reading(name.first, name.last, kind) for name, kind in typed if kind]
    return replace(view, readings=sorted(settled, key=lambda reading: reading.first))
