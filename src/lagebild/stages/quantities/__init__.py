"""The layer ``quantities``: numbers with what they count or measure, and how far to take them at their word."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.cardinals import ordinal_words
from lagebild.expressions.numbers import number_words
from lagebild.lexicon.forms import lines_of, words_of
from lagebild.lexicon.loading import load
from lagebild.model import Article, Quantity, QuantityKind, Stage
from lagebild.stages.quantities.ages import decade_at
from lagebild.stages.quantities.counts import number_draft_at
from lagebild.stages.quantities.fused import fused_at
from lagebild.stages.quantities.numerals import numeral_at
from lagebild.stages.quantities.ranks import ordinal_draft_at, rank_at, scaled_at
from lagebild.stages.quantities.scenes import Scene, taken_by
from lagebild.stages.quantities.shares import multiple_at, share_at
from lagebild.stages.quantities.sharing import described, with_shared_units
from lagebild.stages.quantities.words import words_of_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.stages.quantities.scenes import Draft

LANGUAGES = frozenset({"de", "en"})
"""An article in another language gets no quantities."""

_HEAD_CHARS = 3
# "high-five" has no number.
_START = re.compile(r"(?<![^\W\d_]-)(?<!\w)[^\W\d_]+|(?<!\d)\d|[#½¼¾⅓⅔⅛]")
_READERS = (scaled_at, rank_at, decade_at, share_at, multiple_at, ordinal_draft_at, fused_at, numeral_at)


def find_quantities(article: Article) -> Article:
    """Return the article with its quantities; what its times cover is none."""
    language = article.language
    if language not in LANGUAGES:
        return replace(article, quantities=())
    words = words_of_text(article.text, language, article.analysis)
    taken = taken_by(article.text, language, [time.span for time in article.times])
    drafts = list(_drafts(Scene(article.text, language, words, taken)))
    drafts = with_shared_units(article.text, language, drafts)
    return replace(article, quantities=tuple(_named(article.text, language, drafts)))


STAGE = Stage(
    name="quantities",
    requires=frozenset({"text", "times", "language", "analysis"}),
    provides=frozenset({"quantities"}),
    run=find_quantities,
)
"""The stage for the pipeline."""


def _named(text: str, language: str, drafts: list[Draft]) -> Iterator[Quantity]:
    for index, (draft, thing) in enumerate(zip(drafts, described(text, language, drafts), strict=True), 1):
        of = None if thing is None else f"q{thing + 1}"
        yield Quantity(f"q{index}", draft.span, draft.value, draft.bound, draft.upper, draft.unit, of, draft.kind)


def _drafts(scene: Scene) -> Iterator[Draft]:
    """Yield what is found from left to right; none overlaps another, unless it describes what that one counts."""
    reached = 0
    last: Draft | None = None
    for match in _START.finditer(scene.text):
        if match.start() < reached or not _may_begin(match[0], scene.language):
            continue
        draft = _draft_at(scene, match.start(), last)
        if draft is None or scene.is_taken(draft.span.start, draft.span.end) or not _fits(draft, last):
            continue
        reached = draft.reached
        yield draft
        last = draft


def _draft_at(scene: Scene, start: int, last: Draft | None) -> Draft | None:
    for read in _READERS:
        draft = read(scene, start)
        if draft is not None:
            return draft
    return number_draft_at(scene, start, last)


def _fits(draft: Draft, last: Draft | None) -> bool:
    if last is None or draft.span.start >= last.span.end:
        return True
    is_inside = last.span.covers(draft.span) and draft.span.end <= last.span.end and draft.span != last.span
    return is_inside and last.kind is QuantityKind.COUNT and draft.kind in {QuantityKind.MEASURE, QuantityKind.AGE}


def _may_begin(written: str, language: str) -> bool:
    return not written[0].isalpha() or written[:_HEAD_CHARS].lower() in _heads(language)


@cache
def _heads(language: str) -> frozenset[str]:
    """Return what the words begin with that a quantity may begin with."""
    numbers, units = load("number_words"), load("units")
    words = [
        *number_words(language),
        *ordinal_words(language),
        *numbers["plural_numerals"][language],
        *numbers["multiples"][language],
        *(line for table in ("several", "rank_signs") for line in lines_of("number_words", table, language)),
        *(
            word
            for table in ("ranks", "halves_of_a_whole", "rank_signs")
            for word in words_of("number_words", table, language)
        ),
        *(word for names in units["scales_before"].values() for word in names.split()),
        *(numbers["decades"].get(language, ())),
        *("jede", "ein", "one"),
    ]
    return frozenset(word[:_HEAD_CHARS].lower().strip() for word in words)
