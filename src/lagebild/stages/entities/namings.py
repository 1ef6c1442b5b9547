"""What the names of an article stand for: those of the analysis beside those of the gazetteer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.gazetteers import Named, gazetteer
from lagebild.model import EntityKind, NameType
from lagebild.stages.entities.abbreviations import abbreviation_behind
from lagebild.stages.entities.agreement import agreed
from lagebild.stages.entities.evidence import evidence_of
from lagebild.stages.entities.names import Match
from lagebild.stages.entities.readings import Reading, View, view_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from lagebild.model import Analysis
    from lagebild.stages.entities.agreement import Key, Keys
    from lagebild.stages.entities.passages import Passage

_KINDS = {NameType.PLACE: EntityKind.PLACE, NameType.ORGANIZATION: EntityKind.ORGANIZATION}


def with_analysis(views: Iterable[View], analysis: Analysis, keys: Keys) -> list[View]:
    """Return the views with what the analysis names: persons in the contexts, the others among the matches.

    Args:
        views: The passages, with the matches of the gazetteer.
        analysis: What the language layer reads in the text.
        keys: Tells which names of the article are the same.
    """
    views = list(views)
    evidence = evidence_of(analysis, views[0].passage.text if views else "")
    seen = [_with_abbreviations(view_of(view.context, view.matches, evidence)) for view in views]
    settled = agreed(_without_glued_places(seen, keys), keys)
    meanings = _meanings(settled, keys)
    return [_merged(view, meanings, keys) for view in settled]


def _without_glued_places(views: Sequence[View], keys: Keys) -> list[View]:
    """Return the views with persons set apart from a place that was taken for the end of their name.

    "Putin Pyongyang" is one where the article names Putin without it.
    """
    persons = {
        keys.of(view.passage, reading)[-1]
        for view in views
        for reading in view.readings
        if reading.type is NameType.PERSON and _glued_place(view, reading) is None
    }
    return [_apart(view, keys, persons) for view in views]


def _apart(view: View, keys: Keys, persons: Collection[str]) -> View:
    readings: list[Reading] = []
    matches = list(view.matches)
    for reading in view.readings:
        place = _glued_place(view, reading)
        if place is None or keys.key(view.passage.words[reading.first : reading.last - 1])[-1] not in persons:
            readings.append(reading)
            continue
        readings.append(replace(reading, last=reading.last - 1))
        matches.append(Match(reading.last - 1, reading.last, place))
    return replace(view, readings=readings, matches=sorted(matches, key=lambda match: match.first))


def _glued_place(view: View, reading: Reading) -> Named | None:
    """Return the city or country that the last word of a person's name is."""
    if reading.type is not NameType.PERSON or reading.last - reading.first < _GLUED:
        return None
    named = gazetteer(view.context.language).get(view.passage.words[reading.last - 1])
    return named if named and named.kind in {EntityKind.PLACE, EntityKind.COUNTRY} else None


_GLUED = 2


def _with_abbreviations(view: View) -> View:
    """Return the view with the abbreviations in brackets that the analysis does not see."""
    taken = {name.first for name in view.names()}
    added = [Reading(at, at + 1, NameType.ORGANIZATION) for _, at in _abbreviated(view) if at not in taken]
    return replace(view, readings=sorted((*view.readings, *added), key=lambda reading: reading.first))


def _abbreviated(view: View) -> Iterator[tuple[Reading | Match, int]]:
    """Yield the names that an abbreviation in brackets follows, with its index."""
    for name in view.names():
        if not _may_be_abbreviated(name):
            continue
        at = abbreviation_behind(view.passage, name.first, name.last)
        if at is not None:
            yield name, at


def _may_be_abbreviated(name: Reading | Match) -> bool:
    if isinstance(name, Reading):
        return name.type in _KINDS
    return name.named is not None and name.named.kind is EntityKind.ORGANIZATION


def _meanings(views: Sequence[View], keys: Keys) -> Mapping[Key, Named]:
    meanings: dict[Key, Named] = {}
    for view in views:
        for reading in view.readings:
            if reading.type in _KINDS:
                key, written = keys.of(view.passage, reading), _written(view.passage, reading, keys)
                # "Internationale Behörde" and not "Internationalen Behörde", in whichever order they stand.
                if key not in meanings or len(written) < len(meanings[key].name):
                    meanings[key] = Named(f"name {' '.join(key)}", written, _KINDS[reading.type])
    for view in views:
        for name, at in _abbreviated(view):
            _tie(meanings, view, name, at, keys)
    return meanings


def _tie(meanings: dict[Key, Named], view: View, name: Reading | Match, at: int, keys: Keys) -> None:
    """Let a name and its abbreviation mean the same: what the gazetteer knows of either, or else the name."""
    known = next((match.named for match in view.matches if match.first == at), None)
    short = keys.key(view.passage.words[at : at + 1])
    if isinstance(name, Reading):
        key = keys.of(view.passage, name)
        meanings[key] = known or meanings[key]
        meanings[short] = meanings[key]
    elif name.named and not known:
        meanings[short] = name.named


def _written(passage: Passage, name: Reading, keys: Keys) -> str:
    """Return a name as it stands in the text, without the ending of a genitive."""
    last = passage.words[name.last - 1]
    text = passage.span(name.first, name.last).of(passage.text)
    return text[: len(text) - len(last) + len(keys.genitives.plain(last))]


def _merged(view: View, meanings: Mapping[Key, Named], keys: Keys) -> View:
    own = [
        Match(reading.first, reading.last, meanings.get(keys.of(view.passage, reading)))
        for reading in view.readings
        if reading.type is not NameType.PERSON
    ]
    read = {index for reading in view.readings for index in range(reading.first, reading.last)}
    known = [match for match in view.matches if read.isdisjoint(range(match.first, match.last))]
    # A single word may yet be somebody's family name.
    fixed = [*known, *(match for match in own if match.last - match.first > 1)]
    context = replace(
        view.context,
        names={index: match.named for match in fixed for index in range(match.first, match.last)},
        persons={name.first: name.last for name in view.readings if name.type is NameType.PERSON},
        others=frozenset(match.first for match in own),
    )
    return View(context, sorted((*known, *own), key=lambda match: match.first), view.readings)
