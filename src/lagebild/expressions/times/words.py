"""The words that time expressions are made of, with their classes, as the lexicon lists them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any

from lagebild.lexicon.forms import inflected
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("de", "en")
"""The languages whose words for times are known."""

Value = str | int | float
"""What a word of a class stands for: the number of a month, a unit, a part of the day."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The classes of all words of a language.

    Args:
        words: Classes and their values by the word as it is written.
        lowered: The same by the word in lower case, for sentence starts and capitals.
        phrases: By the first word in lower case, the words of each phrase, the longest first.
    """

    words: Mapping[str, Mapping[str, Value]]
    lowered: Mapping[str, Mapping[str, Value]]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of one of `LANGUAGES`.

    Raises:
        LexiconError: If the lexicon cannot be read.
    """
    words: dict[str, dict[str, Value]] = defaultdict(dict)
    lowered: dict[str, dict[str, Value]] = defaultdict(dict)
    phrases: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for name, table in load(f"times_{language}")["words"].items():
        for form, value in _entries(table):
            for written in _spellings(form, always=name in _IN_ANY_CASE):
                words[written].setdefault(name, value)
            lowered[form.lower()].setdefault(name, value)
            if " " in form:
                parts = tuple(form.lower().split())
                phrases[parts[0]].add(parts)
    return Vocabulary(
        dict(words),
        dict(lowered),
        {first: tuple(sorted(found, key=_length, reverse=True)) for first, found in phrases.items()},
    )


def _length(parts: tuple[str, ...]) -> tuple[int, int]:
    return len(parts), sum(map(len, parts))


_IN_ANY_CASE = frozenset({"weekday", "month", "unit", "units"})
"""Machines that translate write these as they like."""


def _entries(table: Mapping[str, Any] | str) -> Iterator[tuple[str, Value]]:
    """Yield each form of a class with its value; the words of a class of one string stand for nothing else."""
    if isinstance(table, str):
        table = {"": table}
    for key, forms in table.items():
        for form in forms.split():
            for written in inflected(form.replace("_", " ")):
                yield written, _value(key)


def _value(key: str) -> Value:
    try:
        return int(key)
    except ValueError:
        return key


def _spellings(form: str, *, always: bool) -> Iterator[str]:
    yield form
    if always:
        yield form.lower()


@cache
def listed(table: str, name: str, language: str) -> frozenset[str]:
    """Return one of the lists of words beside the classes."""
    return frozenset(load(f"times_{language}")[table][name].split())


def words_of_numbers(language: str) -> frozenset[str]:
    """Return words behind which four figures are a number and no year: "Flug 1549"."""
    return listed("not_before_year", "words", language)


def words_before_weekdays(language: str) -> frozenset[str]:
    """Return words, in lower case, that may stand with a capital before a weekday: all others make a name of it."""
    return listed("before_weekday", "words", language)


def words_before_years(language: str) -> frozenset[str]:
    """Return words, in lower case, behind which four figures are a year however long ago: "um 1250"."""
    return listed("not_before_year", "but_behind", language)


@cache
def endings_of_numbers(language: str) -> tuple[str, ...]:
    """Return endings of such words in lower case, as those of streets."""
    return tuple(load(f"times_{language}")["not_before_year"]["endings"].split())


@cache
def no_lengths() -> frozenset[str]:
    """Return first parts of German nouns, in lower case, that make no length with a unit: "Feiertage"."""
    return listed("no_lengths", "beginnings", "de")


@cache
def lasting_endings() -> tuple[str, ...]:
    """Return endings of German nouns, in lower case, that last: "zehnjährige Haftstrafe" is no age."""
    return tuple(load("times_de")["lasting"]["endings"].split())


def words_before_attributes(language: str) -> frozenset[str]:
    """Return words, in lower case, between which and a plural four figures tell its year: "the 2014 protests"."""
    return listed("not_before_year", "attribute_behind", language)


def is_counted(word: str, language: str) -> bool:
    """Tell whether a word is one of the things that are counted in thousands."""
    return word.lower() in _counted(language)[0]


def counts(word: str, language: str) -> bool:
    """Tell whether four figures in front of a word are a number and no year.

    >>> counts("Euro", "de"), counts("killed", "en")
    (True, False)
    """
    things, no_plurals = _counted(language)
    plural = language == "en" and word.islower() and word.endswith("s") and word not in no_plurals
    return plural or word.lower() in things


@cache
def _counted(language: str) -> tuple[frozenset[str], frozenset[str]]:
    table = load(f"times_{language}")["counted"]
    return frozenset(table["words"].lower().split()), frozenset(table["no_plurals"].split())


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The verbs that tell where a clause points.

    Args:
        perfect: Lemmas that make a past of a participle: "haben", "sein".
        since: Prepositions behind which a day is past: "seit".
        of: Those that make a day the attribute of what was on it: "die Wahl vom Sonntag".
        of_day: Prepositions behind a noun that a time describes: "die Welt von morgen".
        until: Prepositions behind which today is a day: "bis heute".
        states: Lemmas of verbs whose present tells a state: "leben", "gelten".
        events: Lemmas of verbs whose present tells what happens on the day: "spielen", "beginnen".
        still: Adverbs that make a state of any verb: "noch".
        after: Prepositions of what has been when something is: "nach".
        ahead_of: Prepositions of what is still to come: "für die Wahl am Sonntag gemeldet".
        happened: Endings of nouns, in lower case, for what is spoken of when it is over: "Unfall".
        coming: Endings of nouns, in lower case, for what is announced: "Konzert".
        tellings: Lemmas of verbs that name a source: "wie die Polizei mitteilt".
        with_be: Lemmas of verbs that make their past with "sein": "soll eingebrochen sein".
        onto: Prepositions of the day that something is put on: "auf".
        planned: Participles, in lower case, of what is put on a day: "verschoben".
        of_past: Words behind which "früher" stands for the past: "wie früher".
        today: Endings of nouns, in lower case, for what is on one day: "Sitzung"; "heutig" before others is nowadays.
    """

    perfect: frozenset[str]
    since: frozenset[str]
    of: frozenset[str]
    of_day: frozenset[str]
    until: frozenset[str]
    states: frozenset[str]
    events: frozenset[str]
    still: frozenset[str]
    after: frozenset[str]
    ahead_of: frozenset[str]
    happened: frozenset[str]
    coming: frozenset[str]
    tellings: frozenset[str]
    with_be: frozenset[str]
    onto: frozenset[str]
    planned: frozenset[str]
    of_past: frozenset[str]
    today: frozenset[str]


@cache
def tense_words(language: str) -> TenseWords:
    """Return the verbs of a language that tell where a clause points."""
    names = tuple(field.name for field in fields(TenseWords))
    return TenseWords(*(listed("tense", name, language) for name in names))


@cache
def nouns_with_cases(name: str, language: str) -> tuple[str, ...]:
    """Return one of the lists of nouns of `TenseWords`, in lower case, with the endings of their cases."""
    return tuple(
        f"{noun}{case}" for noun in listed("tense", name, language) for case in ("", "s", "es", "n", "en", "e")
    )


@cache
def numbers_of(name: str, language: str) -> Mapping[str, int]:
    """Return the numbers of the words of a class, such as ``weekday`` or ``month``, by the word in lower case."""
    found = {word: classes.get(name) for word, classes in vocabulary(language).lowered.items()}
    return {word: number for word, number in found.items() if isinstance(number, int)}
