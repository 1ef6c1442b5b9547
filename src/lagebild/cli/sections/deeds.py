"""What happens: who does what to whom, and whether it took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import Excerpt, readable
from lagebild.cli.phrasing import time_in_words
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, rest

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Event, Participant

_MAX_ROWS = 12


def event_section(article: Article, wording: Wording) -> Section:
    """Return the section on events: when, whether it took place, who to whom, and the words that say so."""
    places = places_of(article, wording)
    times = {time.id: time_in_words(time, wording) for time in article.times}
    events = [event for event in article.events if event.same_as is None]
    rows = [
        Row(
            label=times.get(event.time or "") or "",
            detail=wording.statuses[event.status],
            lead=_deed(article, event, wording),
            quotes=(Excerpt(readable(event.evidence.of(article.text))),),
            place=places.of(event.evidence),
            notes=(" ".join((event.event_type, *event.modes)), _percent(event.confidence, wording)),
        )
        for event in events[:_MAX_ROWS]
    ]
    return Section(wording.phrases.events, (*rows, *rest(len(events) - len(rows), wording)))


def _deed(article: Article, event: Event, wording: Wording) -> str:
    actors = _names(article, event.actors)
    recipients = _names(article, event.recipients)
    parties = wording.phrases.towards.format(actors=actors, recipients=recipients) if recipients else actors
    deed = wording.event_types[event.event_type]
    return f"{parties}: {deed}" if parties else deed


def _names(article: Article, participants: tuple[Participant, ...]) -> str:
    names = {entity.id: readable(entity.name) for entity in article.entities}
    return ", ".join(names.get(participant.entity, participant.code) for participant in participants)


def _percent(share: float, wording: Wording) -> str:
    return wording.phrases.percent.format(number=round(100 * share))
