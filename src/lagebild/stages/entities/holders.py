"""What is known of a person beside what the article says: the offices held on the day of publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lagebild.lexicon.offices import holder_named

if TYPE_CHECKING:
    from lagebild.model import Entity, Published

_DAY = len("2024-06-18")


def publication_day(published: Published) -> date | None:
    """Return the day on which an article was published, or ``None``."""
    return date.fromisoformat(published.value[:_DAY]) if published.value else None


def with_office_held(person: Entity, day: date | None, language: str) -> Entity:
    """Return a person with Wikidata id, and with country and sectors where the article gives none.

    The roles stay those that the article gives. Sectors come only from an office that is known to be held on the day.
    """
    holder = holder_named(person.name, language, day=day)
    if holder is None:
        return person
    office = holder.office_on(day) if day else None
    country = office.country if office else None
    sectors = office.sectors if office and day and not office.is_assumed_on(day) else ()
    return replace(
        person,
        wikidata=person.wikidata or holder.wikidata,
        country=person.country or country,
        sectors=person.sectors or sectors,
    )
