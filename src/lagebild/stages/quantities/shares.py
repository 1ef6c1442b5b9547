"""Shares ("zwei Drittel", "one in five"), which are percent, and multiples ("doppelt so viele", "18-fold")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.amounts import amount_of, bound_before
from lagebild.expressions.cardinals import cardinal_of, ordinal_words
from lagebild.expressions.numbers import whole
from lagebild.expressions.surroundings import BLANK, left_of, word_before
from lagebild.expressions.units import unit_behind
from lagebild.lexicon.forms import words_of
from lagebild.lexicon.loading import load
from lagebild.model import Bound, QuantityKind, Span

if TYPE_CHECKING:
    from lagebild.stages.quantities.scenes import Draft, Scene

FOLD = "fold"
"""The unit of multiples."""

_TIMES = {"de": "mal", "en": "time"}

_WHOLE_PERCENT = 100
_DECIMALS = 2
_ARTICLE = {"de": re.compile(rf"(?:[Dd](?:ie|as)|[Dd]er){BLANK}\Z"), "en": re.compile(r"\Z(?!)")}
_NOT_BEHIND_HALF = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM"})
_BY = re.compile(rf"(?:um|an){BLANK}d(?:ie|as){BLANK}", re.IGNORECASE)
_OF_A = re.compile(rf"{BLANK}of{BLANK}an?(?={BLANK})")
_LETTERS = re.compile(r"[^\W\d_]+")
_EVERY = re.compile(rf"(?i:jede[rsnm]?){BLANK}(?P<stem>[^\W\d_]+?)e[mnrs]?(?!\w)")
_OF = {
    "de": re.compile(rf"(?P<of>{BLANK}von{BLANK})(?=[^\W_])"),
    "en": re.compile(rf"(?P<of>{BLANK}(?:in|out{BLANK}of){BLANK})(?=[^\W_])"),
}
_ONE = re.compile(r"(?:eine?[rsmn]?|one)(?!\w)", re.IGNORECASE)
_FOLD_BEHIND = {
    "de": re.compile(r"-?[Ff]ach(?P<ending>e[mnrs]?)?(?!\w)"),
    "en": re.compile(rf"(?:-|{BLANK})?fold(?!\w)"),
}
_TIMES_BEHIND = {
    "de": re.compile(rf"(?:-|{BLANK})?[Mm]al(?!\w)"),
    "en": re.compile(rf"{BLANK}times(?!\w)"),
}
_FUSED = re.compile(r"(?P<number>[^\W\d_]{3,}?)(?P<what>fache?[mnrs]?|mal)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Multiple:
    value: int | float
    end: int
    is_fold: bool
    upper: int | float | None = None


def share_at(scene: Scene, start: int) -> Draft | None:
    """Return the share that begins at an offset, in percent."""
    found = _parts(scene, start) or _half(scene, start) or _each(scene, start) or _of_a_number(scene, start)
    if found is None:
        return None
    value, end = found
    draft = scene.draft(_with_article(scene, start), end, value, "percent", QuantityKind.PERCENT)
    # "um die Hälfte" says by how much.
    is_by = draft.bound is Bound.ABOUT and _BY.match(scene.text, draft.span.start) is not None
    return replace(draft, span=Span(start, end), bound=Bound.EXACT) if is_by else draft


def multiple_at(scene: Scene, start: int) -> Draft | None:
    """Return the multiple, or the number of repetitions, that begins at an offset."""
    found = _multiple(scene, start)
    if found is None:
        return None
    if found.is_fold or _is_compared(scene, found.end):
        first = _with_article(scene, start)
        return scene.draft(first, found.end, found.value, FOLD, QuantityKind.COUNT, upper=found.upper)
    if _is_frequency(scene, found.end):
        return None
    draft = scene.draft(start, found.end, found.value, _TIMES[scene.language], QuantityKind.COUNT)
    # "turned around twice"
    return replace(draft, span=Span(start, found.end), bound=Bound.EXACT) if draft.bound is Bound.ABOUT else draft


def _percent(part: float, base: float) -> int | float:
    return whole(round(_WHOLE_PERCENT * part / base, _DECIMALS))


def _with_article(scene: Scene, start: int) -> int:
    """Return the offset of "die" in "etwa die Hälfte", which stands inside behind a word of bound alone."""
    article = left_of(_ARTICLE[scene.language], scene.text, start)
    if article is None or bound_before(scene.text, start - len(article[0]), scene.language) is None:
        return start
    return start - len(article[0])


def _parts(scene: Scene, start: int) -> tuple[int | float, int] | None:
    """Return "zwei Drittel", "a quarter", "two-thirds"."""
    match = _fraction(scene.language).match(scene.text, start)
    if match is None:
        return None
    number, base = match["number"].lower(), load("number_words")["shares"][scene.language][match["part"].lower()]
    part = int(number) if number.isdecimal() else 1 if match["one"] else cardinal_of(number, scene.language)
    # "a year and a half" is a time.
    if not part or (match["one"] and word_before(scene.text, start).lower() == "and"):
        return None
    if scene.language == "en" and not _stands_for_itself(scene, match.end(), is_one=part == 1):
        return None
    return (_percent(part, base), match.end()) if part < base else None


def _stands_for_itself(scene: Scene, end: int, *, is_one: bool) -> bool:
    """Tell whether "a third" is a share, not the number of a thing, and "a quarter" not that of a mile."""
    following = scene.words.behind(end)
    if following is not None and following.form.lower() == "of":
        return not _measures(scene, end)
    return not is_one or following is None or following.upos not in {"NOUN", "PROPN", "ADJ", "NUM", "VERB"}


def _measures(scene: Scene, end: int) -> bool:
    """Tell whether "of a mile", "of a million" stands behind a share."""
    of = _OF_A.match(scene.text, end)
    if of is None:
        return False
    scale = _LETTERS.match(scene.text, of.end() + 1)
    is_scale = scale is not None and scale[0].lower() in load("number_words")["scales"]["en"]
    return is_scale or unit_behind(scene.text, of.end()) is not None


def _half(scene: Scene, start: int) -> tuple[int | float, int] | None:
    (word,) = words_of("number_words", "halves_of_a_whole", scene.language)
    end = start + len(word)
    if scene.text[start:end].lower() != word.lower() or scene.text[end : end + 1].isalnum():
        return None
    before = word_before(scene.text, start).lower()
    if _is_ordinal(before, scene.language) or not _is_half_of_a_whole(scene, start, end, before):
        return None
    return _percent(1, 2), end


def _is_ordinal(word: str, language: str) -> bool:
    ordinals = ordinal_words(language)
    return word in ordinals or word.rstrip("enrsm") in ordinals


def _is_half_of_a_whole(scene: Scene, start: int, end: int, before: str) -> bool:
    if scene.language == "de":
        return True
    if scene.text[end : end + 1] == "-" or scene.text[start - 1 : start] == "-":
        return False
    following = scene.words.behind(end)
    is_bound = before == "by" or bound_before(scene.text, start, "en") is not None
    if following is None or (is_bound and following.upos not in _NOT_BEHIND_HALF):
        return is_bound
    return following.form.lower() in words_of("number_words", "behind_half", "en")


def _each(scene: Scene, start: int) -> tuple[int | float, int] | None:
    """Return "jeder fünfte", but not "jeder zweite Tag"."""
    match = _EVERY.match(scene.text, start) if scene.language == "de" else None
    base = ordinal_words("de").get(match["stem"].lower()) if match else None
    if match is None or base is None or base == 1:
        return None
    following = scene.words.behind(match.end())
    if following is not None and following.lemma.lower() in words_of("number_words", "not_counted", "de"):
        return None
    return _percent(1, base), match.end()


def _of_a_number(scene: Scene, start: int) -> tuple[int | float, int] | None:
    """Return "vier von zehn", "one in three", where the base is a round one."""
    number = scene.number_at(start)
    one = _ONE.match(scene.text, start) if number is None else None
    part, end = (number.value, number.end) if number else (1, one.end() if one else start)
    link = _OF[scene.language].match(scene.text, end) if end > start else None
    base = scene.number_at(link.end()) if link else None
    if base is None or str(base.value) not in words_of("number_words", "small_bases", "all") or part >= base.value:
        return None
    following = scene.words.behind(base.end)
    if following is not None and following.lemma.lower() in words_of("number_words", "not_counted", scene.language):
        return None
    return _percent(part, base.value), base.end


def _multiple(scene: Scene, start: int) -> _Multiple | None:
    """Return the multiple, or the number of repetitions, that begins at an offset, in any of its forms."""
    return _multiple_word(scene, start) or _fused_multiple(scene, start) or _counted_multiple(scene, start)


def _multiple_word(scene: Scene, start: int) -> _Multiple | None:
    match = _LETTERS.match(scene.text, start)
    word = match[0].lower() if match else ""
    value = load("number_words")["multiples"][scene.language].get(word)
    if match is None or value is None:
        return None
    is_compared = _is_compared(scene, match.end(), "compared_half" if value < 1 else "compared")
    is_sure = is_compared or word in words_of("number_words", "repetitions", scene.language)
    return _Multiple(value, match.end(), is_fold=is_compared) if is_sure else None


def _fused_multiple(scene: Scene, start: int) -> _Multiple | None:
    """Return "dreimal", "fünffache"; "dreifacher Vater" is none."""
    match = _FUSED.match(scene.text, start) if scene.language == "de" else None
    value = cardinal_of(match["number"], "de") if match else None
    if match is None or value is None or value == 1:
        return None
    if match["what"].lower() == "mal":
        return _Multiple(value, match.end(), is_fold=False)
    return None if _is_before_noun(scene, match.end()) else _Multiple(value, match.end(), is_fold=True)


def _counted_multiple(scene: Scene, start: int) -> _Multiple | None:
    """Return "1,5-Fache", "18-fold", "four times", "drei Mal"."""
    number = scene.number_at(start)
    if number is None:
        return None
    amount = amount_of(scene.text, scene.language, number)
    fold = _FOLD_BEHIND[scene.language].match(scene.text, amount.end)
    times = _TIMES_BEHIND[scene.language].match(scene.text, amount.end)
    if fold is not None:
        return _Multiple(amount.value, fold.end(), is_fold=True, upper=amount.upper)
    if times is None or not _is_compared(scene, times.end()):
        return None
    return _Multiple(amount.value, times.end(), is_fold=True, upper=amount.upper)


def _is_compared(scene: Scene, end: int, table: str = "compared") -> bool:
    following = scene.words.behind(end)
    return following is not None and following.form.lower() in words_of("number_words", table, scene.language)


def _is_frequency(scene: Scene, end: int) -> bool:
    following = scene.words.behind(end)
    return following is not None and following.form.lower() in words_of("number_words", "frequencies", scene.language)


def _is_before_noun(scene: Scene, end: int) -> bool:
    following = scene.words.behind(end)
    return following is not None and following.upos in {"NOUN", "PROPN", "ADJ"}


@cache
def _fraction(language: str) -> re.Pattern[str]:
    parts = "|".join(sorted(load("number_words")["shares"][language], key=len, reverse=True))
    article = {"de": r"eine?[mnrs]?", "en": r"an?|one"}[language]
    return re.compile(
        rf"(?P<number>(?P<one>{article})(?!\w)|[^\W\d_]+|\d{{1,2}})(?:-|{BLANK})(?P<part>{parts})(?![\w-])",
        re.IGNORECASE,
    )
