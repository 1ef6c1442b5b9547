"""The layer ``quantities``: numbers with what they count or measure, and how far to take them at their word."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import Amount, amount_of, bound_before
from lagebild.expressions.calendar import LANGUAGES
from lagebild.expressions.nouns import counted_noun, names_an_era, number_lexicon
from lagebild.expressions.numbers import Number, numbers_in, whole
from lagebild.expressions.ordinals import ordinals_in
from lagebild.expressions.surroundings import BLANK, left_of
from lagebild.expressions.units import YEARS, age_around, money_before, money_suffix_end, unit_behind
from lagebild.model import Article, Bound, Quantity, QuantityKind, Span, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# "ein bis zwei Männer": the lower number is no number word of the grammar, and the upper one alone would be wrong.
_ONE_OR = re.compile(rf"(?<!\w)(?:eine?[mnrs]?|one){BLANK}(?:bis|oder|to|or){BLANK}\Z", re.IGNORECASE)
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(rf"(?:§|(?<!\w)(?P<word>[^\W\d_]+)\.?){BLANK}?\Z")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A quantity without its id; ``reached`` is where to look for the next one."""

    span: Span
    value: int | float
    bound: Bound
    upper: int | float | None
    unit: str | None
    kind: QuantityKind
    reached: int


def find_quantities(article: Article) -> Article:
    """Return the article with its quantities; what its times cover is none."""
    language = article.language
    if language not in LANGUAGES:
        return replace(article, quantities=())
    times = [time.span for time in article.times]
    drafts = [*_counted(article.text, language, times), *_ordered(article.text, language, times)]
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    return replace(article, quantities=tuple(_named(drafts)))


STAGE = Stage(
    name="quantities",
    requires=frozenset({"text", "times", "language"}),
    provides=frozenset({"quantities"}),
    run=find_quantities,
)
"""The stage for the pipeline."""


def _named(drafts: Iterable[_Draft]) -> Iterator[Quantity]:
    """Give the quantities their ids; a measure inside the span of a count describes the thing counted."""
    count: tuple[Span, str] | None = None
    for index, draft in enumerate(drafts, 1):
        name = f"q{index}"
        described = draft.kind is QuantityKind.MEASURE and count and count[0].covers(draft.span)
        of = count[1] if described and count else None
        yield Quantity(name, draft.span, draft.value, draft.bound, draft.upper, draft.unit, of, draft.kind)
        if draft.kind is QuantityKind.COUNT:
            count = draft.span, name


def _ordered(text: str, language: str, times: Sequence[Span]) -> Iterator[_Draft]:
    for ordinal in ordinals_in(text, language):
        if not _overlaps(ordinal.span, times):
            unit = ordinal.noun.of(text).lower()
            span = ordinal.span
            yield _Draft(span, ordinal.value, Bound.EXACT, None, unit, QuantityKind.ORDINAL, span.end)


def _counted(text: str, language: str, times: Sequence[Span]) -> Iterator[_Draft]:
    reached = 0
    for number in numbers_in(text, language):
        if number.start < reached or _overlaps(Span(number.start, number.end), times):
            continue
        draft = _draft(text, language, number)
        if draft is not None and not _overlaps(draft.span, times):
            reached = draft.reached
            yield draft


def _overlaps(span: Span, times: Sequence[Span]) -> bool:
    # The times are in text order and none lies inside another.
    index = bisect_right(times, span.end - 1, key=lambda time: time.start) - 1
    return index >= 0 and times[index].overlaps(span)


def _draft(text: str, language: str, number: Number) -> _Draft | None:
    if left_of(_ONE_OR, text, number.start):
        return None
    amount = amount_of(text, language, number)
    age = age_around(text, amount.start, amount.end, language)
    if age is not None:
        return _bounded(text, language, amount, Span(*age), YEARS, QuantityKind.AGE)
    return _money(text, language, amount) or _measured(text, language, amount) or _count(text, language, amount)


def _money(text: str, language: str, amount: Amount) -> _Draft | None:
    money = money_before(text, amount.start, amount.end)
    if money is None:
        return None
    end = money_suffix_end(text, amount.end)
    scaled = replace(
        amount,
        start=money.edge,
        end=end,
        value=whole(amount.value * money.factor),
        upper=None if amount.upper is None else whole(amount.upper * money.factor),
    )
    return _bounded(text, language, scaled, Span(money.edge, end), money.symbol, QuantityKind.MONEY)


def _measured(text: str, language: str, amount: Amount) -> _Draft | None:
    unit = unit_behind(text, amount.end)
    if unit is None:
        return None
    return _bounded(text, language, amount, Span(amount.start, unit.edge), unit.symbol, unit.kind)


def _count(text: str, language: str, amount: Amount) -> _Draft | None:
    if text[amount.end : amount.end + 1].isalnum() or names_an_era(text, amount.end):
        return None
    if _is_numbered(text, language, amount):
        return None
    noun = counted_noun(text, amount.end, language) if _can_count(amount) else None
    bound = bound_before(text, amount.start, language)
    if bound is None and _PLAIN_YEAR.fullmatch(text, amount.start, amount.end):
        return None
    if noun is not None:
        unit = noun.of(text).lower()
        return _bounded(text, language, amount, Span(amount.start, noun.end), unit, QuantityKind.COUNT)
    stands_alone = amount.number.in_figures and (bound is not None or amount.number.scale > 1)
    if not stands_alone or text[amount.end : amount.end + 1] == "-":
        return None
    return _bounded(text, language, amount, Span(amount.start, amount.end), None, QuantityKind.COUNT)


def _can_count(amount: Amount) -> bool:
    # Nobody counts 10.04 things; that is a version or a mark.
    return isinstance(amount.value, int) or amount.number.scale > 1


def _is_numbered(text: str, language: str, amount: Amount) -> bool:
    """Tell whether a word before the number makes a place in an order of it: "Artikel 5", "§ 12", "A 7"."""
    match = left_of(_NUMBERED, text, amount.start)
    if match is None:
        return False
    word = match["word"]
    return word is None or (len(word) == 1 and word.isupper()) or word.lower() in number_lexicon("numbered", language)


def _bounded(text: str, language: str, amount: Amount, span: Span, unit: str | None, kind: QuantityKind) -> _Draft:
    found = bound_before(text, span.start, language)
    bound = Bound.BETWEEN if amount.upper is not None else Bound.EXACT
    if found is not None and (found[0] is not Bound.BETWEEN or amount.upper is not None):
        span = Span(found[1], span.end)
        bound = found[0] if amount.upper is None else bound
    reached = amount.end if kind is QuantityKind.COUNT else span.end
    return _Draft(span, amount.value, bound, amount.upper, unit, kind, reached)
