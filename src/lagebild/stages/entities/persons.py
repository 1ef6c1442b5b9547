"""Persons that a title, an apposition, a given name or the analysis makes safe."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.person_names import family_name_first, given_names, is_common_noun, particles
from lagebild.stages.entities.appositions import office_behind
from lagebild.stages.entities.passages import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from lagebild.stages.entities.contexts import Context
    from lagebild.stages.entities.offices import Office

_LONGEST_NAME = 5
_LONGEST_RUN = 3
_SAINTS = frozenset({"San", "Santa", "Saint", "Sankt", "St", "Los", "El"})
_PATRONYMICS = ("witsch", "vich", "wna", "vna")
COURTESIES = frozenset({"Dr", "Prof", "Frau", "Herr", "Herrn"})
"""German words between an office and a name, or before a name, that are part of neither."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A person's name in a passage.

    Args:
        first: Index of its first word.
        last: Index behind its last word.
        words: The words of the name, with a German genitive.
        written: The name as it stands in the text.
        family_first: Whether the family name is the first word, and not the last.
        offices: What the passage says beside it of the person's offices.
        is_safe: Whether it is a name by itself, and not only if another sighting says so.
    """

    first: int
    last: int
    words: tuple[str, ...]
    written: str
    family_first: bool = False
    offices: tuple[Office, ...] = ()
    is_safe: bool = True

    @property
    def family(self) -> str:
        """The family name."""
        return self.words[0 if self.family_first else -1]


def full_names(context: Context) -> list[Sighting]:
    """Return the persons who are named with a given name or a listed name, without their offices."""
    return list(_scan(context, _full_name))


def introductions(context: Context, known: Collection[str]) -> list[Sighting]:
    """Return all persons that a passage introduces, in text order, with their offices.

    Args:
        context: The passage.
        known: Family names that stand in full names of the article.
    """
    return list(_scan(context, lambda context, index: _introduction(context, index, known)))


def _scan(context: Context, read: Callable[[Context, int], Sighting | None]) -> Iterator[Sighting]:
    behind = 0
    for index in sorted(context.passage.capitals.union(context.offices, context.persons)):
        sighting = read(context, index) if index >= behind else None
        if sighting is not None:
            yield sighting
            behind = sighting.last


def _introduction(context: Context, index: int, known: Collection[str]) -> Sighting | None:
    office = context.offices.get(index)
    if office is not None:
        return _titled(context, office, known)
    sighting = _full_name(context, index) or _pair(context, index, known)
    if sighting is None:
        return None
    behind = office_behind(context, sighting.last)
    is_safe = behind is not None or sighting.is_safe
    return replace(sighting, offices=(behind,) if behind else (), is_safe=is_safe) if is_safe else None


def _titled(context: Context, office: Office, known: Collection[str]) -> Sighting | None:
    start = office.last
    while context.passage.word(start) in COURTESIES and context.passage.between(start - 1) in {" ", ". "}:
        start += 1
    if not context.passage.touches(start - 1):
        return None
    sighting = _full_name(context, start) or _unlisted_name(context, start, known, is_safe=office.is_safe)
    if sighting is None:
        return None
    behind = office_behind(context, sighting.last)
    return replace(sighting, offices=(office, behind) if behind else (office,))


def _seen(context: Context, first: int, last: int) -> Sighting:
    passage = context.passage
    return Sighting(first, last, passage.words[first:last], passage.span(first, last).of(passage.text))


def _full_name(context: Context, index: int) -> Sighting | None:
    return _listed(context, index) or _analysed(context, index) or _with_given_name(context, index)


def _analysed(context: Context, first: int) -> Sighting | None:
    return _seen(context, first, context.persons[first]) if first in context.persons else None


def _listed(context: Context, first: int) -> Sighting | None:
    if first >= len(context.passage.words) or first in context.names:
        return None
    for words in _listed_names().get(context.passage.words[first], ()):
        last = first + len(words)
        found = context.passage.words[first:last]
        if _is_form_of(found, words) and all(map(context.passage.touches, range(first, last - 1))):
            return replace(_seen(context, first, last), words=words, family_first=True)
    return None


def _is_form_of(found: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return found in {words, (*words[:-1], words[-1] + "s")}


@per_lexicon
def _listed_names() -> Mapping[str, Sequence[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(family_name_first()):
        words = words_in(name)
        index.setdefault(words[0], []).append(words)
    return index


def _with_given_name(context: Context, first: int) -> Sighting | None:
    passage = context.passage
    known = given_names(context.language)
    if passage.word(first) not in known or first in context.names:
        return None
    if passage.word(first - 1) in _SAINTS and passage.touches(first - 1):
        return None
    last = first + 1
    while last - first < _LONGEST_NAME and passage.touches(last - 1) and _is_inner(passage.word(last), known):
        last += 1
    has_family = last - first < _LONGEST_NAME and context.goes_on(last) and not _is_inner(passage.words[last], known)
    last += has_family
    # "Jim Himes" has a family name, "Mary Jane" two given names that may be all of it, "Ursula von" is cut.
    is_whole = has_family or (last - first > 1 and passage.words[last - 1] in known)
    return _seen(context, first, last) if is_whole else None


def _is_inner(word: str, known: Collection[str]) -> bool:
    is_initial = len(word) == 1 and word.isupper()
    return word in known or word in particles() or is_initial or (word.istitle() and word.endswith(_PATRONYMICS))


def _unlisted_name(context: Context, first: int, known: Collection[str], *, is_safe: bool) -> Sighting | None:
    """Return the name behind a title whose first word is no known given name."""
    passage = context.passage
    if not _may_be_unlisted(context, first, known):
        return None
    if passage.words[first] in known or context.is_title_case:
        return _seen(context, first, first + 1) if passage.words[first] in known else None
    last = first + 1
    longest = _LONGEST_RUN if context.language == "en" else _LONGEST_RUN - 1
    while last - first < longest and passage.touches(last - 1) and _may_be_unlisted(context, last, known):
        last += 1
    return replace(_seen(context, first, last), is_safe=is_safe or last - first > 1)


def _may_be_unlisted(context: Context, index: int, known: Collection[str]) -> bool:
    if index in context.others and context.passage.words[index] not in known:
        return False
    return context.may_be_name(index) and not is_common_noun(context.passage.words[index], context.language)


def _pair(context: Context, first: int, known: Collection[str]) -> Sighting | None:
    """Return two words that are a name if an apposition follows."""
    if context.passage.touches(first - 1) and _may_be_unlisted(context, first - 1, known):
        return None
    is_pair = (
        _may_be_unlisted(context, first, known)
        and context.goes_on(first + 1)
        and _may_be_unlisted(context, first + 1, known)
    )
    return replace(_seen(context, first, first + 2), is_safe=False) if is_pair else None
