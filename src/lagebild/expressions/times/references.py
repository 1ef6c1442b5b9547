"""Words that point to the past, the present or the future without a place on the calendar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.expressions.times.scene import FoundTime, Scene, span_of, unresolved
from lagebild.model import TimeType

if TYPE_CHECKING:
    from lagebild.expressions.times.rules import Match


# "Zur Zeit der Wahl" is the time of the election.
_OF_THEN = re.compile(r"zur Zeit de[rs]\b", re.IGNORECASE)


def formerly(match: Match, scene: Scene) -> FoundTime | None:
    """Read "früher" where it is an adverb of its own and compares nothing."""
    span = span_of(match)
    compares = scene.text[match.end : match.end + 4].strip().startswith(("als", "oder"))
    if compares or not scene.grammar.is_adverb(span):
        return None
    return FoundTime(span, TimeType.DATE, "R", (unresolved("PAST_REF"),))


def reference(match: Match, scene: Scene) -> FoundTime | None:
    """Read "damals", "derzeit", "in Zukunft"."""
    if _OF_THEN.match(scene.text, match.start):
        return None
    value = match.get("reference") or match.get("reference_noun") or match.get("reference_time")
    return FoundTime(span_of(match), TimeType.DATE, "R", (unresolved(str(value)),))
