"""What stands behind a person's name and tells the office: "John Kirby, Sprecher für …", "Jim Himes (R-CT)"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.gazetteers import gazetteer
from lagebild.model import EntityKind
from lagebild.stages.entities.offices import Office

if TYPE_CHECKING:
    from lagebild.stages.entities.contexts import Context

_LONGEST_LEAD = 4
"""Words between the comma and the office, as in "Russia's long-serving and outspoken foreign minister"."""
_LONGEST_LINK = 2
"""Words between the office and whom it serves, as in "Sprecher für die"."""
_LINKS = frozenset(["der", "des", "die", "das", "den", "von", "für", "im", "in", "of", "for", "the", "to"])


def office_behind(context: Context, last: int) -> Office | None:
    """Return the office that an apposition or a note in brackets gives, or ``None``.

    Args:
        context: The passage.
        last: Index behind the last word of the name.
    """
    return _bracketed(context, last) or _appositive(context, last)


def _bracketed(context: Context, last: int) -> Office | None:
    end = context.passage.ends[last - 1]
    match = _party_note().match(context.passage.text, end)
    if match is None:
        return None
    if match["state"]:
        return Office(last, last, "", ("LEG",), "USA")
    party = gazetteer(context.language).get(match["party"])
    return Office(last, last, "", party.sectors, party.country) if party else None


@cache
def _party_note() -> re.Pattern[str]:
    return re.compile(r" \((?:[RDI]-(?P<state>[A-Z][A-Za-z.]{1,5})|(?P<party>[^\W\d_]{2,12}))\)")


def _appositive(context: Context, last: int) -> Office | None:
    passage = context.passage
    if passage.between(last - 1) != ", ":
        return None
    for index in range(last, min(last + _LONGEST_LEAD + 1, len(passage.words))):
        office = context.offices.get(index)
        if office is not None:
            # "Jim Himes, Präsident Biden und andere" is a list: the title belongs to the next name.
            return None if context.goes_on(office.last) else _serving(context, office)
        if not passage.owns(index) or not _may_lead(context, index):
            return None
    return None


def _may_lead(context: Context, index: int) -> bool:
    return context.passage.words[index][:1].islower() or index in context.names or context.language == "en"


def _serving(context: Context, office: Office) -> Office:
    """Return the office with the country, and the sectors, of whom it serves."""
    passage = context.passage
    index = office.last
    while index - office.last < _LONGEST_LINK and passage.touches(index - 1) and passage.word(index) in _LINKS:
        index += 1
    owner = context.owner_at(index) if passage.touches(index - 1) else None
    if owner is None:
        return office
    is_body = owner.kind is EntityKind.ORGANIZATION
    sectors = office.sectors or (owner.sectors if is_body else ())
    return replace(office, sectors=sectors, country=office.country or owner.country)
