"""What quantities of one sentence say about each other: a unit that they share, a thing that one of them describes."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.surroundings import BLANK, word_before
from lagebild.lexicon.forms import lines_of, words_of
from lagebild.model import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.stages.quantities.scenes import Draft

_ONE_PHRASE = re.compile(rf"{BLANK}(?:zu|und|oder|bis|auf|to|and|or){BLANK}(?:[^\W\d_]+{BLANK}){{0,2}}\Z|,{BLANK}\Z")
_SENTENCE_END = re.compile(r"[^\W\d_)\"”“»][.!?](?:\s|\Z)|\n")
_CARRIED = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.PERCENT})
_DESCRIBING = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.AGE})
_LONGEST_LINK_CHARS = 40
_LARGE = 1_000_000
_MOST_NEIGHBOURS = 4
"""A unit is not taken from further away, also in a sentence that does not end."""


def with_shared_units(text: str, language: str, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the quantities, those without a unit with that of another one that they share it with.

    A number in one phrase with the next one counts the same: "312 zu 245 Stimmen". Sums, measures and shares carry
    over the sentence: "von 45,6 auf 32,8 Prozent".
    """
    shared = list(drafts)
    for index in reversed(range(len(shared))):
        if _is_bare(shared[index]):
            shared[index] = _from_next(text, shared, index) or shared[index]
    for index, draft in enumerate(shared):
        if _is_bare(draft) and _may_measure(text, language, draft):
            shared[index] = _from_sentence(text, shared, index) or draft
    return shared


def _is_bare(draft: Draft) -> bool:
    return draft.kind is QuantityKind.COUNT and draft.unit is None


def _from_next(text: str, drafts: Sequence[Draft], index: int) -> Draft | None:
    draft = drafts[index]
    if index + 1 == len(drafts):
        return None
    following = drafts[index + 1]
    if following.unit is None or following.kind is QuantityKind.ORDINAL:
        return None
    if not _ONE_PHRASE.fullmatch(text, draft.span.end, following.span.start):
        return None
    return replace(draft, unit=following.unit, kind=following.kind)


def _may_measure(text: str, language: str, draft: Draft) -> bool:
    """Tell whether a bare number is one that a unit elsewhere in the sentence may belong to."""
    if isinstance(draft.value, float) or draft.value >= _LARGE:
        return True
    before = word_before(text, draft.span.start).lower()
    # "gets up at five" has no figures.
    return text[draft.start].isdecimal() and before in words_of("number_words", "before_measures", language)


def _from_sentence(text: str, drafts: Sequence[Draft], index: int) -> Draft | None:
    draft = drafts[index]
    nearby = drafts[max(0, index - _MOST_NEIGHBOURS) : index + _MOST_NEIGHBOURS + 1]
    others = (other for other in nearby if other.kind in _CARRIED and other.unit and _same_sentence(text, draft, other))
    near = min(others, key=lambda other: abs(other.start - draft.start), default=None)
    return replace(draft, unit=near.unit, kind=near.kind) if near else None


def _same_sentence(text: str, one: Draft, two: Draft) -> bool:
    first, second = sorted((one, two), key=lambda draft: draft.start)
    return not _SENTENCE_END.search(text, first.span.end - 1, second.span.start)


def described(text: str, language: str, drafts: Sequence[Draft]) -> list[int | None]:
    """Return, for each quantity, the index of the count whose thing it describes, or ``None``.

    It stands inside that count ("zwei [30-jährige] Männer"), or behind it with nothing but a link between
    ("drei Windräder mit je 4 Megawatt"), or in a list with one that does.
    """
    found: list[int | None] = []
    for index, draft in enumerate(drafts):
        found.append(_described(text, language, drafts, index, found) if draft.kind in _DESCRIBING else None)
    return found


def _described(
    text: str, language: str, drafts: Sequence[Draft], index: int, found: Sequence[int | None]
) -> int | None:
    if index == 0:
        return None
    draft, before = drafts[index], drafts[index - 1]
    if before.kind is draft.kind and found[index - 1] is not None and before.span.end < draft.span.start:
        in_a_list = _ONE_PHRASE.fullmatch(text, before.span.end, draft.span.start)
        return found[index - 1] if in_a_list else None
    if before.kind is not QuantityKind.COUNT or before.unit in {None, "fold", "mal", "time"}:
        return None
    if before.span.covers(draft.span):
        return index - 1
    link = text[before.span.end : draft.span.start]
    return index - 1 if len(link) <= _LONGEST_LINK_CHARS and _links(language).fullmatch(link) else None


@cache
def _links(language: str) -> re.Pattern[str]:
    phrases = "|".join(re.escape(line) for line in lines_of("number_words", "links", language))
    return re.compile(rf"(?:[ \u00a0,–-]|{phrases})*(?:{phrases})[ \u00a0]")
