"""What somebody says instead of what he denies: "bestritt, dass der Pakt aggressiv sei, sondern …"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.model import Span, SpeechAct, StatementKind
from lagebild.stages.statements.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lagebild.model import Attribution


def apart_from_denials(attributions: Iterable[Attribution], text: str) -> list[Finding]:
    """Return the attributions as findings; what a denial goes on to assert is a statement of its own."""
    return [finding for attribution in attributions for finding in _parted(attribution, text)]


def _parted(attribution: Attribution, text: str) -> Iterator[Finding]:
    last = attribution.content[-1] if attribution.content else None
    turn = _turn().search(text, last.start, last.end) if last and attribution.act is SpeechAct.DENY else None
    if last is None or turn is None:
        yield Finding(attribution)
        return
    yield Finding(replace(attribution, content=(*attribution.content[:-1], Span(last.start, turn.start()))))
    kind = StatementKind.INDIRECT if attribution.kind is StatementKind.REPORTED else attribution.kind
    asserted = Span(turn.end(), last.end)
    yield Finding(
        replace(attribution, act=SpeechAct.STATE, kind=kind, cue=(), content=(asserted,), about=()), "rule:instead"
    )


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(r",? (?:sondern|but rather|but instead) (?!auch\b)")
