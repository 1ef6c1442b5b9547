"""Texts with other quotation marks, as many sites have them, and with some of the marks lost; no offset moves."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from lagebild.expressions.quotations import quotations_in

if TYPE_CHECKING:
    from lagebild.evaluation.gold_statements import GoldText

_STYLES = ("„“", "„”", "»«", "«»", "“”", '""', "‚‘", "''")
_LOST = 0.12
"""Share of the marks that are lost."""


def restyled(gold: GoldText) -> GoldText | None:
    """Return a text with quotation marks of another style, always the same for a text; ``None`` if it has none."""
    random = Random(gold.name)  # noqa: S311 - a choice of style, no secret
    marks = random.choice(_STYLES)
    letters = list(gold.text)
    for quotation in quotations_in(gold.text):
        if quotation.span.start < quotation.inner.start:
            letters[quotation.span.start] = " " if random.random() < _LOST else marks[0]
        if quotation.inner.end < quotation.span.end:
            letters[quotation.inner.end] = " " if random.random() < _LOST else marks[1]
    text = "".join(letters)
    return replace(gold, text=text) if text != gold.text else None
