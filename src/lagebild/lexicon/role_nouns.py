"""Common nouns that mention somebody: officials, people, bodies, countries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import keys_by_form, words_of
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.loading import load
from lagebild.lexicon.titles import titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SHORTEST_HEAD = 4
"""Of a German compound; "Deutschland" is no "Land"."""
_LONGEST_HEAD = 24
_NO_HEADS = frozenset({"Land", "Mann", "Frau", "Herr", "Dorf", "Marke"})
"""Short nouns that many words only end with: "Deutschland", "Kaufmann", "Denkmarke"."""
_JOINED_HEADS = {"samt": "Amt", "srat": "Rat", "sbank": "Bank"}
"""Shorter heads count behind the "s" that joins a compound."""
_PERSON_TAILS = ("ist", "loge", "naut", "eur", "iker")
_SHORTEST_PERSON = 7
"""Shorter words that end so are things: "Likör"."""
_MASCULINE_TAILS = ("man", "boy", "father", "king")
_FEMININE_TAILS = ("woman", "girl", "mother", "queen")


class NounKind(StrEnum):
    """What sort of thing a noun mentions."""

    OFFICIAL = "official"
    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """What a common noun tells about whom it mentions.

    Args:
        head: The noun, or the last part of a German compound, in lower case and the masculine.
        kind: What sort of thing it mentions.
        sectors: PLOVER sectors.
        gender: ``Fem`` or ``Masc`` where the noun tells it of a person.
        prefix: What stands before the head in a compound, such as "Regierungs"; ``""`` if nothing.
    """

    head: str
    kind: NounKind
    sectors: tuple[str, ...] = ()
    gender: str | None = None
    prefix: str = ""


@per_lexicon(maxsize=50_000)
def role_noun(form: str, lemma: str, language: str) -> RoleNoun | None:
    """Return what a noun tells, or ``None`` where it has no role.

    Args:
        form: The word as it stands.
        lemma: Its dictionary form.
        language: ISO 639-1 code.

    Raises:
        LexiconError: If a word list cannot be loaded.

    >>> role_noun("Sozialministerium", "Sozialministerium", "de").sectors
    ('GOV',)
    """
    known = _nouns(language)
    if language != "de":
        return known.get(lemma.lower()) or known.get(form.lower()) or _english_tail(form.lower())
    words = [part for word in (lemma, form) for part in _german_words(word)]
    whole = next((known[word] for word in words if word in known), None)
    return (
        whole
        or next((found for word in words for found in _compounds(word, known)), None)
        or _german_tail(lemma.lower())
    )


def _german_tail(word: str) -> RoleNoun | None:
    """Return what "Astronaut" and its like tell."""
    is_person = len(word) >= _SHORTEST_PERSON and word.endswith(_PERSON_TAILS) and not word.endswith("geist")
    return RoleNoun(word, NounKind.PERSON) if is_person else None


def _german_words(word: str) -> tuple[str, ...]:
    """Return a word and the last part of one with a hyphen."""
    tail = word.rpartition("-")[2]
    return (word,) if tail == word else (word, tail[:1].upper() + tail[1:])


def _compounds(word: str, known: Mapping[str, RoleNoun]) -> Iterator[RoleNoun]:
    for cut in range(max(2, len(word) - _LONGEST_HEAD), len(word) - _SHORTEST_HEAD + 1):
        tail = word[cut:]
        noun = known.get(_JOINED_HEADS.get(tail, tail.capitalize()))
        if noun is not None and tail.capitalize() not in _NO_HEADS:
            yield RoleNoun(noun.head, noun.kind, noun.sectors, noun.gender, word[:cut])


def _english_tail(word: str) -> RoleNoun | None:
    """Return what "councilwoman" and its like tell."""
    for tails, gender in ((_FEMININE_TAILS, "Fem"), (_MASCULINE_TAILS, "Masc")):
        if word.endswith(tails) and word not in {"human", "woman", "german", "roman"}:
            return RoleNoun(word, NounKind.PERSON, (), gender)
    return None


@per_lexicon
def _nouns(language: str) -> Mapping[str, RoleNoun]:
    """Return the nouns by their forms: German ones as they are written, English ones in lower case."""
    nouns: dict[str, RoleNoun] = {}
    for noun, form in (*_regions(language), *_bodies(language), *_people(language), *_officials(language)):
        for written, gender in _forms(form, noun.kind, language):
            nouns[written] = RoleNoun(noun.head, noun.kind, noun.sectors, gender or noun.gender)
    for written, title in titles(language).items():
        head = _masculine(title.name, language)
        if title.is_office and " " not in written and head:
            gender = "Fem" if language == "de" and written.endswith(("in", "innen")) else None
            nouns.setdefault(written, RoleNoun(head, NounKind.OFFICIAL, title.sectors, gender or _of_tail(head)))
    return nouns


def _of_tail(word: str) -> str | None:
    noun = _english_tail(word)
    return noun.gender if noun else None


def _masculine(name: str, language: str) -> str:
    word = name.rpartition(" ")[2].lower()
    return word.removesuffix("in") if language == "de" else word


def _officials(language: str) -> Iterator[tuple[RoleNoun, str]]:
    return _by_sectors("officials", NounKind.OFFICIAL, language)


def _bodies(language: str) -> Iterator[tuple[RoleNoun, str]]:
    return _by_sectors("bodies", NounKind.BODY, language)


def _by_sectors(table: str, kind: NounKind, language: str) -> Iterator[tuple[RoleNoun, str]]:
    for key, words in load("role_nouns")[table].get(language, {}).items():
        for word in words.split():
            yield RoleNoun(_head(word), kind, () if key == "none" else tuple(key.split())), word


def _people(language: str) -> Iterator[tuple[RoleNoun, str]]:
    genders = {"feminine": "Fem", "masculine": "Masc", "none": None}
    for key, words in load("role_nouns")["people"].get(language, {}).items():
        for word in words.split():
            yield RoleNoun(_head(word), NounKind.PERSON, (), genders[key]), word


def _regions(language: str) -> Iterator[tuple[RoleNoun, str]]:
    for key, words in load("role_nouns")["regions"].get(language, {}).items():
        for word in words.split():
            yield RoleNoun(_head(word), NounKind(key)), word


def _head(word: str) -> str:
    return word.replace("-", " ").lower()


def _forms(word: str, kind: NounKind, language: str) -> Iterable[tuple[str, str | None]]:
    """Yield the written forms of a noun, each with the gender that it tells."""
    if language != "de":
        return [(word.replace("-", " ").lower(), None)]
    if kind not in {NounKind.PERSON, NounKind.OFFICIAL}:
        return [(word + ending, None) for ending in ("", "s", "es", "en", "n")]
    if word.endswith("er") and word[:-2].endswith(("t", "ig", "ändisch", "lich", "tisch", "iv", "al", "nell", "ell")):
        # "Beamter", "Verdächtiger": an adjective used as a noun.
        adjective = [(word[:-2] + ending, None) for ending in ("e", "en", "em", "er")]
        return [*adjective, (word[:-2] + "in", "Fem")]
    masculine = [(word + ending, None) for ending in ("", "s", "es", "en", "n", "e")]
    stem = word.removesuffix("e")
    return [*masculine, (stem + "in", "Fem"), (stem + "innen", "Fem")]


@cache
def synonyms(language: str) -> Mapping[str, frozenset[str]]:
    """Return the heads that may name the same office, by head.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    groups = [
        frozenset(map(_head, line.split()))
        for line in load("role_nouns")["synonyms"].get(language, "").strip().splitlines()
    ]
    heads = {head for group in groups for head in group}
    return {head: frozenset().union(*(group for group in groups if head in group)) for head in heads}


@lru_cache(maxsize=10_000)
def gender_of_body(name: str) -> str | None:
    """Return the grammatical gender of the German name of a body, as its first words' endings tell, or ``None``.

    Raises:
        LexiconError: If the word list cannot be loaded.

    >>> gender_of_body("Linkspartei"), gender_of_body("Polizeipräsidium Westpfalz"), gender_of_body("Airbus")
    ('Fem', 'Neut', None)
    """
    endings = load("role_nouns")["endings"]["de"]
    heads = name.lower().split()
    return next(
        (gender for word in heads for gender, ends in endings.items() if word.endswith(tuple(ends.split()))), None
    )


@cache
def pair_nouns(language: str) -> frozenset[str]:
    """Return the heads of nouns that may mean two things together, as "beide Länder" does.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return frozenset(map(_head, words_of("role_nouns", "pairs", language)))


def country_of_inhabitant(language: str) -> Mapping[str, str]:
    """Return the country by the word for one of its people.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return keys_by_form("countries", "inhabitants", language)
