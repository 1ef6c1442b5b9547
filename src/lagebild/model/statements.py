"""Who is reported to have said what, after PARC and PolNeAR (source, cue, content)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class StatementKind(StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    REPORTED = "reported"


class SpeechAct(StrEnum):
    """What somebody does by saying it."""

    STATE = "state"
    ACCUSE = "accuse"
    DENY = "deny"
    CONFIRM = "confirm"
    DEMAND = "demand"
    PROMISE = "promise"
    PLAN = "plan"
    THREATEN = "threaten"
    REJECT = "reject"
    PRAISE = "praise"
    CRITICIZE = "criticize"
    ASK = "ask"
    AGREE = "agree"
    FEAR = "fear"


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part in a statement.

    Args:
        span: Where the text names them.
        entity: The id of the entity, or ``None`` where it is not known.
    """

    span: Span
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody is reported to have said.

    Args:
        id: Its name within the record, such as ``s1``.
        kind: How the words are reported.
        act: The speech act.
        source: Who says it, or ``None`` where nobody is named.
        cue: Where the saying is named, verbs with their auxiliaries, in pieces for "teilte … mit"; empty if it is not.
        content: Where the words stand.
        addressee: To whom it is said, or ``None``.
        relayed_by: Who passes it on, or ``None``.
        time: The id of the time when it was said, or ``None``.
        about: The ids of the entities accused, praised, asked.
        found_by: What found it: ``network``, or ``rule:`` and the name of the rule; empty where it is not said.
        confidence: Calibrated probability that statement and source are right, 0.0 to 1.0; ``None`` for rules.
    """

    id: str
    kind: StatementKind
    act: SpeechAct
    source: Party | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    addressee: Party | None = None
    relayed_by: Party | None = None
    time: str | None = None
    about: tuple[str, ...] = ()
    found_by: str = ""
    confidence: float | None = None
