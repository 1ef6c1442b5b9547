"""Names that the gazetteer makes safe: countries, cities, organizations, ministries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import forms_by_key, words_of
from lagebild.lexicon.gazetteers import Named, country_of_adjective, gazetteer, ministries
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.model import EntityKind
from lagebild.stages.entities.passages import is_name_like, words_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lagebild.stages.entities.passages import Passage

ADJECTIVE_ENDINGS = ("en", "er", "es", "em", "e")
"""Of German; no ending is one of a longer one that stands behind it."""

_NO_GENITIVE = ("x", "z", "ß")


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer in a passage.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        named: What it stands for, or ``None`` where it only looks like a name of the gazetteer.
    """

    first: int
    last: int
    named: Named | None


def find_names(passages: Sequence[Passage], language: str) -> list[list[Match]]:
    """Return the names in each passage, the longest where several begin at the same word, without overlaps."""
    found = [list(_matches(passage, language)) for passage in passages]
    if not any(_is_ambiguous(match) for matches in found for match in matches):
        return found
    signs = _signs_of_countries(passages, found, language)
    return [[match for match in matches if not _is_doubtful(match, signs)] for matches in found]


def _signs_of_countries(
    passages: Iterable[Passage], found: Iterable[Iterable[Match]], language: str
) -> frozenset[str | None]:
    named = (match.named.country for matches in found for match in matches if match.named and not match.named.ambiguous)
    adjectives = (
        country_before(passage, index, language) for passage in passages for index in range(1, len(passage.words) + 1)
    )
    return frozenset((*named, *adjectives))


def country_before(passage: Passage, index: int, language: str) -> str | None:
    """Return the country whose adjective stands right before a word.

    Args:
        passage: The words.
        index: Index of the word behind the adjective.
        language: ISO 639-1 code.
    """
    adjectives = country_of_adjective(language)
    word = passage.word(index - 1)
    if language == "de":
        return next((adjectives[stem] for stem in _stems(word.lower()) if stem in adjectives), None)
    pair = f"{passage.word(index - 2)} {word}" if index > 1 else word
    return adjectives.get(pair) or adjectives.get(word)


def _stems(word: str) -> Iterator[str]:
    return (word.removesuffix(ending) for ending in ADJECTIVE_ENDINGS if word.endswith(ending))


def _is_ambiguous(match: Match) -> bool:
    return match.named is not None and match.named.ambiguous


def _is_doubtful(match: Match, signs: Collection[str | None]) -> bool:
    return match.named is not None and match.named.ambiguous and match.named.country not in signs


def _matches(passage: Passage, language: str) -> Iterator[Match]:
    index = 0
    while index < len(passage.words):
        match = _match_at(passage, index, language)
        if match is None:
            index += 1
            continue
        index = match.last
        if match.named is None or not _is_another_name(passage, match, language):
            yield match


def _match_at(passage: Passage, first: int, language: str) -> Match | None:
    for words, named in _index(language).get(passage.words[first], ()):
        last = first + len(words)
        if passage.words[first:last] == words and all(map(passage.touches, range(first, last - 1))):
            return Match(first, last, named)
    return _ministry_at(passage, first, language)


@per_lexicon
def _index(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], Named | None]]]:
    index: dict[str, list[tuple[tuple[str, ...], Named | None]]] = {}
    for name, named in gazetteer(language).items():
        for written in _with_genitive(name) if language == "de" else (name,):
            words = words_in(written)
            index.setdefault(words[0], []).append((words, named))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _with_genitive(name: str) -> Iterable[str]:
    if name.endswith("s"):
        return name, name + "es"
    return (name,) if name.endswith(_NO_GENITIVE) else (name, name + "s")


def _is_another_name(passage: Passage, match: Match, language: str) -> bool:
    """Tell whether the words of a match are part of a name that the gazetteer lacks, or mean people."""
    if language == "de":
        return means_people(passage, match.first, language)
    if match.named is None or match.named.kind is not EntityKind.PLACE:
        return False
    before = passage.word(match.first - 1)
    # "Jack London", "Paris Hilton": in English only names are capitalised on both sides.
    goes_on = is_name_like(passage.word(match.last)) and passage.touches(match.last - 1)
    begun = is_name_like(before) and before.lower() not in _small_words() and passage.touches(match.first - 1)
    return goes_on or begun


def means_people(passage: Passage, index: int, language: str) -> bool:
    """Tell whether the name of a country means its people here.

    "die Polen", "den Schweden": countries whose names are also those of their people take no article.
    """
    before = passage.word(index - 1)
    return passage.word(index) in _inhabitants(language) and before.lower() in articles(language)


@cache
def _inhabitants(language: str) -> frozenset[str]:
    return frozenset(form for forms in forms_by_key("countries", "inhabitants", language).values() for form in forms)


@cache
def articles(language: str) -> frozenset[str]:
    """Return the words that stand before nouns: articles, possessives and demonstratives, in every case."""
    return words_of("attribution", "determiners", language) | words_of("attribution", "oblique", language)


@cache
def _small_words() -> frozenset[str]:
    return words_of("function_words", "words", "en")


def _ministry_at(passage: Passage, first: int, language: str) -> Match | None:
    if first not in passage.capitals:
        return None
    for words, sectors in _ministry_index(language).get(passage.words[first].rpartition("-")[2], ()):
        last = first + len(words)
        country = _ministry_country(passage, first, language)
        if country and _tail(passage.words[first:last]) == words:
            name = " ".join(passage.words[first:last]).removesuffix("s" if language == "de" else "")
            return Match(
                first, last, Named(f"ministry {name} {country}", name, EntityKind.ORGANIZATION, country, sectors)
            )
    return None


def _tail(words: tuple[str, ...]) -> tuple[str, ...]:
    return (words[0].rpartition("-")[2], *words[1:])


def _ministry_country(passage: Passage, first: int, language: str) -> str | None:
    prefix = passage.words[first].rpartition("-")[0]
    owner = gazetteer(language).get(prefix) or gazetteer(language).get(passage.word(first - 1).removesuffix("s"))
    return owner.country if owner else country_before(passage, first, language)


@per_lexicon
def _ministry_index(language: str) -> Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]]:
    index: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for name, sectors in ministries(language).items():
        for written in (name, name + "s") if language == "de" else (name,):
            words = words_in(written)
            index.setdefault(words[0], []).append((words, sectors))
    return index
