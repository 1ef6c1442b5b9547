"""Who did what to whom, after the PLOVER manual 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class EventType(StrEnum):
    """The sixteen types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class EventStatus(StrEnum):
    """Whether the event took place, as far as the text says."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    ALLEGED = "alleged"
    DENIED = "denied"
    DEMANDED = "demanded"
    POSSIBLE = "possible"
    NOT_HAPPENED = "not_happened"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in an event.

    Args:
        entity: The id of the entity.
        mention: The id of the mention in the evidence.
        code: Alpha-3 country code if there is one, a space, sectors.
    """

    entity: str
    mention: str
    code: str


@dataclass(frozen=True, slots=True)
class Event:
    """A deed, done, planned, claimed or denied.

    Args:
        id: Its name within the record, such as ``v1``.
        event_type: The PLOVER type.
        modes: PLOVER modes.
        contexts: PLOVER contexts.
        actors: Who does it; all parties where it is reciprocal.
        recipients: To whom it is done.
        trigger: The word that names the deed.
        evidence: The clause or sentence that says so.
        status: Whether it took place, as far as the text says.
        statement: The id of the statement it stands in, or ``None`` where the writer says it.
        time: The id of its time, or ``None``.
        place: The id of the mention of its place, or ``None``.
        quantities: The ids of the quantities that belong to it.
        same_as: The id of the earlier event that it tells again, or ``None``.
        confidence: Calibrated probability that the row is right, 0.0 to 1.0.
    """

    id: str
    event_type: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    trigger: Span
    evidence: Span
    status: EventStatus
    statement: str | None
    time: str | None
    place: str | None
    quantities: tuple[str, ...]
    same_as: str | None
    confidence: float
