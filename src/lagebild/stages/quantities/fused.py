"""Adjectives that are fused with a number: "siebenköpfig", "dreimalig", "dreijährig"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.cardinals import cardinal_of
from lagebild.expressions.units import YEARS
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load
from lagebild.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lagebild.stages.quantities.scenes import Draft, Scene

_FUSED = re.compile(r"(?P<stem>[^\W\d_]{3,})(?P<ending>e[mnrs]?)(?!\w)")


def fused_at(scene: Scene, start: int) -> Draft | None:
    """Return the adjective that is fused with a number: "siebenköpfige", "dreimalige", "dreijähriges"."""
    match = _FUSED.match(scene.text, start) if scene.language == "de" else None
    if match is None:
        return None
    stem = match["stem"].lower()
    for suffix, unit in _suffixes().items():
        value = cardinal_of(stem.removesuffix(suffix), "de") if stem.endswith(suffix) else None
        if value is not None and value > 1:
            if unit == YEARS:
                return _fused_age(scene, start, match.end(), value)
            return scene.draft(start, match.end(), value, unit, QuantityKind.COUNT)
    return None


def _fused_age(scene: Scene, start: int, end: int, value: float) -> Draft | None:
    following = scene.words.behind(end)
    if following is not None and following.form.lower() in words_of("number_words", "not_aged", "de"):
        return None
    return scene.draft(start, end, value, YEARS, QuantityKind.AGE)


@cache
def _suffixes() -> Mapping[str, str]:
    return {**load("number_words")["fused"], "jährig": YEARS}
