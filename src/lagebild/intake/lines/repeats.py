"""Which lines of a page say an earlier line again: the same words, cut or lengthened ones, another wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.intake.lines.similarity import Vocabulary, stems
from lagebild.intake.lines.surface import MAX_CHARS
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

# Menus, buttons, by-lines and legal lines come again by design; that says nothing about the story.
UNMARKED_ROLES = frozenset({Role.NAVIGATION, Role.LABEL, Role.LEGAL, Role.OTHER, Role.CREDIT})
_MIN_JACCARD = 0.6
# Fewer words than this are the same by chance ("vor 2 Stunden").
_MIN_STEMS = 3
# Two wordings of one cross-head share few words; in the gold they stand at most so many lines apart.
_MIN_WORDING_JACCARD = 0.3
_MAX_LINES_APART = 8
# A cut line begins as the whole one does, but for a word that was translated otherwise.
_MIN_CUT_SAME = 0.8
# A video's description inside the story says a sentence of its teaser again, or most of its words.
_MIN_SENTENCE_STEMS = 4
_MIN_SENTENCE_JACCARD = 0.45
_MIN_DESCRIPTION_CONTAINED = 0.6
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÄÖÜ\"„“»])")
_FIGURES = re.compile(r"\d+")
_CUT = re.compile(r"\s*(?:\.\.\.|…|\[…\])\s*$")
# Pages of more lines are lists, in which the search would take long and find nothing that matters.
_MAX_LINES = 3_000


def find_repeats(lines: Sequence[str], roles: Sequence[Role]) -> list[int | None]:
    """Return for each line the index of the earliest line that it says again, or ``None``.

    Args:
        lines: The lines of the page.
        roles: The role of each.
    """
    vocabulary = Vocabulary(lines[:_MAX_LINES])
    repeats: list[int | None] = [None] * len(lines)
    for number in range(min(len(lines), _MAX_LINES)):
        if roles[number] in UNMARKED_ROLES or not vocabulary.stem_sets[number]:
            continue
        original = _original(number, lines, roles, vocabulary)
        if original is not None:
            repeats[number] = repeats[original] if repeats[original] is not None else original
    return repeats


def _original(number: int, lines: Sequence[str], roles: Sequence[Role], vocabulary: Vocabulary) -> int | None:
    for other in vocabulary.sharing_lines(number):
        if roles[other] not in UNMARKED_ROLES and _says_again(number, other, lines, roles, vocabulary):
            return other
    return None


def _says_again(number: int, other: int, lines: Sequence[str], roles: Sequence[Role], vocabulary: Vocabulary) -> bool:
    pair = {roles[number], roles[other]}
    if pair == {Role.HEADLINE}:
        return True  # a page has one headline, however often it says it
    if pair & {Role.LIST, Role.COMMENT}:
        return lines[number] == lines[other] and len(vocabulary.stem_sets[number]) >= _MIN_STEMS
    overlap = vocabulary.overlap(number, other)
    if pair == {Role.CROSSHEAD}:
        return overlap.jaccard >= _MIN_WORDING_JACCARD and _is_other_wording(number, other, lines, roles, vocabulary)
    if pair == {Role.CAPTION, Role.TEASER}:
        return overlap.contained >= _MIN_DESCRIPTION_CONTAINED or share_sentence(
            sentences_of(lines[number]), sentences_of(lines[other])
        )
    is_long = len(vocabulary.stem_sets[number]) >= _MIN_STEMS
    return (is_long and overlap.jaccard >= _MIN_JACCARD) or _is_cut(lines[number], lines[other])


def _is_other_wording(
    number: int, other: int, lines: Sequence[str], roles: Sequence[Role], vocabulary: Vocabulary
) -> bool:
    """Tell whether two cross-heads can be wordings of one: they follow each other and are alone with their words.

    Where a third one shares them ("Vorteile beim Leasing", "Nachteile beim Leasing"), or their figures differ, they
    are titles of a series. Without this, three of four marks on real pages are wrong, and drop a title of the story.
    """
    ours, theirs = (frozenset(_FIGURES.findall(lines[index])) for index in (number, other))
    return (
        number - other <= _MAX_LINES_APART
        and Role.CROSSHEAD not in roles[other + 1 : number]
        and (ours == theirs or not ours or not theirs)
        and not any(roles[index] is Role.CROSSHEAD for index in _sharing_lines(number, other, vocabulary))
    )


def _sharing_lines(number: int, other: int, vocabulary: Vocabulary) -> set[int]:
    """Return the lines that share a word with one of two lines, other than these."""
    pair = {number, other}
    return {
        index for line in pair for later in (False, True) for index in vocabulary.sharing_lines(line, later=later)
    } - pair


def _is_cut(line: str, other: str) -> bool:
    """Tell whether one of the lines is the other one cut short."""
    short, long = sorted((stems(_CUT.sub("", line)), stems(_CUT.sub("", other))), key=len)
    is_marked = _CUT.search(line) is not None or _CUT.search(other) is not None
    same = sum(one == two for one, two in zip(short, long, strict=False))
    return is_marked and len(short) >= _MIN_STEMS and same >= _MIN_CUT_SAME * len(short)


def sentences_of(line: str) -> list[frozenset[str]]:
    """Return the stems of those sentences of a line that are long enough to be known again."""
    sentences = (frozenset(stems(part)) for part in _SENTENCE.split(line[:MAX_CHARS]))
    return [sentence for sentence in sentences if len(sentence) >= _MIN_SENTENCE_STEMS]


def share_sentence(
    ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]], *, min_jaccard: float = _MIN_SENTENCE_JACCARD
) -> bool:
    """Tell whether two descriptions of a video have a sentence in common, as those of one agency do.

    Args:
        ours: What `sentences_of` returned for one description.
        theirs: The same for the other one.
        min_jaccard: The share of words that two sentences must have in common to be the same.
    """
    return any(len(one & two) >= min_jaccard * len(one | two) for one in ours for two in theirs)
