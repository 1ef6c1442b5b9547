"""Offices and titles in a passage, with what they tell about their holders."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.gazetteers import gazetteer
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.titles import Title, titles
from lagebild.stages.entities.names import Match, country_before
from lagebild.stages.entities.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lagebild.lexicon.gazetteers import Named
    from lagebild.stages.entities.passages import Passage

_SHORTEST_GERMAN_TITLE = 4
_LONGEST_GERMAN_TITLE = 30
_FORMER_PREFIXES = frozenset({"Ex", "Alt", "ex"})
_NEUTRAL_PREFIXES = frozenset({"Vize", "vice", "Vice"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office as a passage names it.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        role: As the record gives it.
        sectors: PLOVER sectors of the holder.
        country: ISO 3166-1 alpha-3 code of the country that it serves, or ``None``.
        is_safe: Whether what is said before it shows that a name must follow.
    """

    first: int
    last: int
    role: str
    sectors: tuple[str, ...] = ()
    country: str | None = None
    is_safe: bool = True


def office_at(passage: Passage, first: int, language: str, matches: Sequence[Match]) -> Office | None:
    """Return the office that begins at a word, with its country and what precedes it, or ``None``."""
    office = _german_office(passage, first) if language == "de" else _english_office(passage, first)
    if office is None:
        return None
    country, before = _country(passage, office, language, matches)
    office = replace(office, country=office.country or country, is_safe=_is_safe(passage, before, country, language))
    former = words_of("titles", "former", language)
    is_former = any(passage.word(index).lower() in former for index in (before - 1, first - 1))
    return replace(office, sectors=()) if is_former else office


def _german_office(passage: Passage, index: int) -> Office | None:
    word = passage.words[index]
    if index not in passage.capitals:
        return None
    prefix, _, last = word.rpartition("-")
    title = titles("de").get(word) or _german_title(last if prefix else word)
    if title is None:
        return None
    owner = gazetteer("de").get(prefix)
    country = owner.country if owner else None
    if not prefix or title.name.startswith(f"{prefix}-"):
        return Office(index, index + 1, title.name, title.sectors, country)
    return Office(index, index + 1, f"{prefix}-{title.name}", _sectors(title, prefix, owner), country)


def _sectors(title: Title, prefix: str, owner: Named | None) -> tuple[str, ...]:
    if prefix in _FORMER_PREFIXES:
        return ()
    if prefix in _NEUTRAL_PREFIXES:
        return title.sectors
    # A "Präsident" of a state rules it, one of a club or a bank does not.
    return (title.sectors or owner.sectors) if owner else ()


@per_lexicon(maxsize=20_000)
def _german_title(word: str) -> Title | None:
    """Return the title of a word, or of the end of a compound, whose sectors then are not known."""
    known = titles("de")
    if word in known:
        return known[word]
    for cut in range(max(2, len(word) - _LONGEST_GERMAN_TITLE), len(word) - _SHORTEST_GERMAN_TITLE + 1):
        title = known.get(word[cut:].capitalize())
        if title is not None:
            name = word if title.name.endswith("in") else word[:cut] + title.name.lower()
            sectors = title.sectors if "minister" in title.name.lower() else ()
            return Title(name, sectors)
    return None


def _english_office(passage: Passage, first: int) -> Office | None:
    for words, title in _english_titles().get(passage.words[first].lower(), ()):
        last = first + len(words)
        found = tuple(map(str.lower, passage.words[first:last]))
        if found == words and all(map(passage.touches, range(first, last - 1))):
            role = title.name if title.name.endswith(".") else " ".join(passage.words[first:last])
            return Office(first, last, role if title.is_office else "", title.sectors)
    return None


@per_lexicon
def _english_titles() -> Mapping[str, Sequence[tuple[tuple[str, ...], Title]]]:
    index: dict[str, list[tuple[tuple[str, ...], Title]]] = {}
    for title in titles("en").values():
        words = tuple(map(str.lower, words_in(title.name)))
        index.setdefault(words[0], []).append((words, title))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _country(passage: Passage, office: Office, language: str, matches: Iterable[Match]) -> tuple[str | None, int]:
    """Return the country that stands right before an office, and the index of the first word that belongs to it."""
    if not passage.owns(office.first - 1):
        return None, office.first
    for match in matches:
        if match.last == office.first and match.named and match.named.country:
            return match.named.country, match.first
        if office.first <= match.first < office.last and match.named:
            return match.named.country, office.first
    country = country_before(passage, office.first, language)
    return country, office.first - (country is not None)


def _is_safe(passage: Passage, before: int, country: str | None, language: str) -> bool:
    """Tell whether a single capitalised word behind the office must be a name.

    "mit Präsident Putin" and "der russische Präsident Putin" are safe; "traf der Präsident Journalisten" and
    "als Präsident Reformen" are not.
    """
    if language != "de" or country is not None:
        return True
    word = passage.word(before - 1)
    return word.lower() not in _unsafe_words() and not (word.islower() and word.endswith(("e", "en", "er", "em", "es")))


@cache
def _unsafe_words() -> frozenset[str]:
    articles = words_of("attribution", "determiners", "de") | words_of("attribution", "oblique", "de")
    return articles | {"als", "zum", "zur", "vom", "beim", "ist", "war", "wird", "wurde", "bleibt"}
