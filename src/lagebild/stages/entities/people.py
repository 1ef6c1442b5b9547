"""The persons of an article, gathered from all places where they are named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.person_names import is_common_noun, particles
from lagebild.model import Entity, EntityKind, Span
from lagebild.stages.entities.passages import is_name_like
from lagebild.stages.entities.persons import Sighting, full_names, introductions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lagebild.stages.entities.contexts import Context
    from lagebild.stages.entities.genitives import Genitives
    from lagebild.stages.entities.offices import Office


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom an article names.

    Args:
        name: The fullest name.
        words: Its words.
        family: The family name.
        family_first: Whether it is the first of the words.
        offices: What the article says of the person's offices.
    """

    name: str
    words: tuple[str, ...]
    family: str
    family_first: bool
    offices: tuple[Office, ...]

    def entity(self) -> Entity:
        """Return the person as an entity that has no id yet."""
        return Entity(
            id="",
            name=self.name,
            kind=EntityKind.PERSON,
            country=next((office.country for office in self.offices if office.country), None),
            sectors=_unique(sector for office in self.offices for sector in office.sectors),
            roles=_unique(office.role for office in self.offices if office.role),
        )


def find_people(contexts: Sequence[Context], genitives: Genitives) -> list[tuple[Span, Person]]:
    """Return where persons are named: where an office, a given name or the analysis shows it, and by family name."""
    known = {genitives.plain(sighting.family) for context in contexts for sighting in full_names(context)}
    seen = [[_plain(sighting, genitives) for sighting in introductions(context, known)] for context in contexts]
    safe = known | {sighting.family for sightings in seen for sighting in sightings if sighting.is_safe}
    seen = [[sighting for sighting in sightings if sighting.family in safe] for sightings in seen]
    people = _gather([sighting for sightings in seen for sighting in sightings])
    by_family: dict[str, Person] = {}
    for person in people.values():
        if len(person.family) > 1:  # "Christine K." is not every K
            by_family.setdefault(person.family, person)
    return [
        mention
        for context, sightings in zip(contexts, seen, strict=True)
        for mention in (*_introduced(context, sightings, people), *_again(context, sightings, by_family, genitives))
    ]


def _plain(sighting: Sighting, genitives: Genitives) -> Sighting:
    *before, last = sighting.words
    plain = genitives.plain(last)
    written = sighting.written[: len(sighting.written) - len(last) + len(plain)]
    return replace(sighting, words=(*before, plain), written=written)


def _gather(sightings: Sequence[Sighting]) -> dict[tuple[str, ...], Person]:
    """Return the persons by each name that introduces them; a part of a name means the first who bears it."""
    fuller = _fuller_names(sightings)
    people: dict[tuple[str, ...], Person] = {}
    for sighting in sorted(sightings, key=lambda sighting: sighting.words in fuller):
        name = _fullest(sighting.words, fuller)
        person = people.get(name, Person(sighting.written, name, sighting.family, sighting.family_first, ()))
        people[name] = replace(person, offices=person.offices + sighting.offices)
    return people | {sighting.words: people[_fullest(sighting.words, fuller)] for sighting in sightings}


def _fuller_names(sightings: Sequence[Sighting]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the longer name of the article by its part: a family name, or a given name that one person bears."""
    fuller: dict[tuple[str, ...], tuple[str, ...]] = {}
    bearers: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for sighting in sightings:
        words = sighting.words
        for cut in range(1, len(words)):
            fuller.setdefault(words[:cut] if sighting.family_first else words[cut:], words)
        if len(words) > 1 and not sighting.family_first:
            bearers.setdefault(words[:1], set()).add(words)
    only = {given: next(iter(names)) for given, names in bearers.items() if len(names) == 1}
    return only | fuller


def _fullest(name: tuple[str, ...], fuller: Mapping[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    while name in fuller:
        name = fuller[name]
    return name


def _introduced(
    context: Context, sightings: Iterable[Sighting], people: Mapping[tuple[str, ...], Person]
) -> Iterator[tuple[Span, Person]]:
    for sighting in sightings:
        yield context.passage.span(sighting.first, sighting.last), people[sighting.words]


def _again(
    context: Context, sightings: Iterable[Sighting], by_family: Mapping[str, Person], genitives: Genitives
) -> Iterator[tuple[Span, Person]]:
    covered = {index for sighting in sightings for index in range(sighting.first, sighting.last)}
    for index, word in enumerate(context.passage.words):
        if index in covered or index not in context.passage.capitals:
            continue
        person = by_family.get(word) or by_family.get(genitives.plain(word))
        if person is not None and _stands_alone(context, index):
            first, last = _extended(context, index, person, covered)
            covered.update(range(first, last))
            yield context.passage.span(first, last), person


def _extended(context: Context, index: int, person: Person, covered: Collection[int]) -> tuple[int, int]:
    """Return the range of words from a family name to the other words of the name that stand beside it."""
    passage = context.passage

    def goes_on(at: int) -> bool:
        return at not in covered and _is_part(passage.word(at), person)

    first, last = index, index + 1
    while not person.family_first and passage.touches(first - 1) and goes_on(first - 1):
        first -= 1
    while person.family_first and passage.touches(last - 1) and goes_on(last):
        last += 1
    return first, last


def _is_part(word: str, person: Person) -> bool:
    """Tell whether a word is one of a name's others: a given name, or a particle, which a sentence may begin with."""
    is_other = word in person.words and word != person.family
    return is_other or word.lower() in particles().intersection(person.words)


def _stands_alone(context: Context, index: int) -> bool:
    """Tell whether a family name names the person here, and is no common noun or part of a longer name."""
    word, before, after = (context.passage.word(index + step) for step in (0, -1, 1))
    if not context.may_be_name(index) or (context.passage.touches(index) and "-" in after and is_name_like(after)):
        return False
    if context.language == "en":
        return context.is_title_case or not context.goes_on(index + 1)
    articles = words_of("attribution", "determiners", "de") | words_of("attribution", "oblique", "de")
    return before.lower() not in articles or not is_common_noun(word, "de")


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
