"""Names that the analysis sees, cut to the words of a passage, without what is surely none."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.expressions.times.words import numbers_of
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.gazetteers import gazetteer
from lagebild.lexicon.person_names import is_common_noun, particles
from lagebild.model import NameType
from lagebild.stages.entities.contexts import words_of_no_name
from lagebild.stages.entities.names import articles, country_before, means_people
from lagebild.stages.entities.persons import COURTESIES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from lagebild.model import Name, Span
    from lagebild.stages.entities.contexts import Context
    from lagebild.stages.entities.evidence import Evidence
    from lagebild.stages.entities.names import Match
    from lagebild.stages.entities.passages import Passage

_LONGEST_NAME = 8
_DIVIDERS = frozenset(";:\n")
"""None of these stands between words of one name."""
_LAST_MARKS = frozenset({".", "!", ")", "]"})
"""A name may end with one of these: "Ylva K.", "Frankfurt (Oder)"."""
_LONGEST_ABBREVIATION = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A name that the analysis sees in a passage.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        type: What it names.
    """

    first: int
    last: int
    type: NameType


@dataclass(frozen=True, slots=True)
class View:
    """A passage with the names that are seen in it.

    Args:
        context: The passage.
        matches: What the gazetteer knows.
        readings: What the analysis sees beyond that.
    """

    context: Context
    matches: Sequence[Match]
    readings: Sequence[Reading] = ()

    @property
    def passage(self) -> Passage:
        """The words."""
        return self.context.passage

    def names(self) -> tuple[Reading | Match, ...]:
        """Return what is seen, by whatever means."""
        return (*self.readings, *self.matches)


def view_of(context: Context, matches: Sequence[Match], evidence: Evidence) -> View:
    """Return a passage with the names that the gazetteer does not know, or knows in part only.

    Args:
        context: The passage.
        matches: What the gazetteer knows in it.
        evidence: What the analysis tells about the names of the article.
    """
    passage = context.passage
    if not passage.words:
        return View(context, matches)
    begin = bisect_right(evidence.names, passage.starts[0], key=lambda name: name.span.end)
    end = bisect_left(evidence.names, passage.ends[-1], key=lambda name: name.span.start)
    names = evidence.names[begin:end]
    context = replace(context, passage=_with_last_marks(passage, names))
    cut = [reading for reading in (_cut(context, name) for name in names) if reading]
    found = [reading for reading in cut if _may_name(context, reading, evidence)]
    known = {index: match for match in matches if match.named for index in range(match.first, match.last)}
    return View(context, matches, [one for one in found if _is_new(one, known, context, evidence.bearers)])


def _with_last_marks(passage: Passage, names: Iterable[Name]) -> Passage:
    """Return the passage with the mark that a name ends with as part of its last word."""
    ends = list(passage.ends)
    for name in names:
        _, last = _words_at(passage, name.span) or (0, 0)
        mark = passage.text[ends[last - 1] : name.span.end] if last else ""
        # The stop behind a longer word ends the sentence.
        if mark in _LAST_MARKS and (mark != "." or len(passage.words[last - 1]) <= _LONGEST_ABBREVIATION):
            ends[last - 1] = name.span.end
    return replace(passage, ends=tuple(ends))


def _cut(context: Context, name: Name) -> Reading | None:
    """Return a name without the titles and small words at its ends; ``None`` where it is part of a longer word."""
    words = _words_at(context.passage, name.span)
    if words is None:
        return None
    first, last = words
    while first < last and _is_before_name(context, first, name.type):
        first += 1
    while first < last and context.passage.words[last - 1] in _small_words(context.language):
        last -= 1
    return Reading(first, last, name.type) if first < last else None


def _words_at(passage: Passage, span: Span) -> tuple[int, int] | None:
    first, last = bisect_left(passage.starts, span.start), bisect_right(passage.ends, span.end)
    is_cut = (first > 0 and passage.ends[first - 1] > span.start) or (
        last < len(passage.words) and passage.starts[last] < span.end
    )
    return None if is_cut or "\n" in span.of(passage.text) else (first, last)


def _is_before_name(context: Context, index: int, kind: NameType) -> bool:
    word = context.passage.words[index]
    if kind is not NameType.PERSON:
        return word in _small_words(context.language)
    is_title = index in context.in_office or word in COURTESIES
    is_small = word in articles(context.language) or (
        word in _small_words(context.language) and word not in particles()
    )
    return is_title or is_small


def _small_words(language: str) -> frozenset[str]:
    return words_of("function_words", "words", language)


def _may_name(context: Context, reading: Reading, evidence: Evidence) -> bool:
    words = context.passage.words[reading.first : reading.last]
    gaps = "".join(map(context.passage.between, range(reading.first, reading.last - 1)))
    written = "".join(words)
    if len(words) > _LONGEST_NAME or _DIVIDERS.intersection(gaps) or written.islower():
        return False
    if len(written) == 1 or not any(map(str.isalpha, written)):
        return False
    return len(words) > 1 or (_may_be_single(context, reading) and not _is_noun(context, reading, evidence))


def _may_be_single(context: Context, reading: Reading) -> bool:
    """Tell whether a word may be a name by itself: no weekday, no adjective of a country, no "EU-Gipfel"."""
    passage, language = context.passage, context.language
    word = passage.words[reading.first]
    days = (*numbers_of("month", language), *numbers_of("weekday", language))
    if word.lower() in {*days, *_small_words(language)}:
        return False
    if country_before(passage, reading.last, language) or means_people(passage, reading.first, language):
        return False
    prefix, _, head = word.rpartition("-")
    return not (is_common_noun(head, language) and gazetteer(language).get(prefix))


def _is_noun(context: Context, reading: Reading, evidence: Evidence) -> bool:
    word, language = context.passage.words[reading.first], context.language
    if reading.type is NameType.PERSON:
        return is_common_noun(word, language) or word in words_of_no_name(language)
    # The list has names in it too ("Bild"), so the analysis must say the same.
    is_tagged = context.passage.starts[reading.first] in evidence.nouns
    return is_tagged and word in words_of("common_nouns", "words", language)


def _is_new(reading: Reading, matches: Mapping[int, Match], context: Context, bearers: Container[str]) -> bool:
    """Tell whether a name says more than the gazetteer: the longer of two names that overlap is the one.

    A name of a place is no longer by a common noun ("Hauptstadt Kiew"), and one of something else hides nothing. The
    name of a place is that of a person where the article has the whole name too: "Michael Jordan … Jordan".
    """
    words = range(reading.first, reading.last)
    known = {matches[index] for index in words if index in matches}
    left = [index for index in words if index not in matches]
    is_within = all(reading.first <= match.first and match.last <= reading.last for match in known)
    if not known or not is_within:
        return not known
    if not left:
        return reading.type is NameType.PERSON and context.passage.words[reading.first] in bearers
    if reading.type is NameType.PLACE:
        return not all(is_common_noun(context.passage.words[index], context.language) for index in left)
    return reading.type is not NameType.OTHER
