"""Which lines of a page say an earlier line again: the same words, cut or lengthened ones, another wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.intake.lines.similarity import Vocabulary, stems
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

# Menus, buttons and legal lines come again by design; that says nothing about the story.
UNMARKED_ROLES = frozenset({Role.NAVIGATION, Role.LABEL, Role.LEGAL, Role.OTHER})
_TITLES = frozenset({Role.HEADLINE, Role.CROSSHEAD})
# Two wordings of a title share fewer words than two copies of a sentence.
_MIN_JACCARD = 0.6
_MIN_TITLE_JACCARD = 0.4
# A cut line says the start of the whole one, word for word.
_MIN_CUT_STEMS = 4
# One sentence of a video's description said again makes it a repeat of the other description.
_MIN_SENTENCE_STEMS = 6
_MIN_SENTENCE_JACCARD = 0.6
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ\"„“»])")
_CUT = re.compile(r"\s*(?:\.\.\.|…|\[…\])\s*$")
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
    if roles[number] in {Role.LIST, Role.COMMENT} or roles[other] in {Role.LIST, Role.COMMENT}:
        return lines[number] == lines[other] and len(vocabulary.stem_sets[number]) >= _MIN_CUT_STEMS
    jaccard = vocabulary.overlap(number, other).jaccard
    if roles[number] in _TITLES and roles[other] is roles[number]:
        return jaccard >= _MIN_TITLE_JACCARD
    return (
        jaccard >= _MIN_JACCARD or _is_cut(lines[number], lines[other]) or _shares_sentence(number, other, lines, roles)
    )


def _is_cut(line: str, other: str) -> bool:
    """Tell whether one of the lines is the other one cut short."""
    short, long = sorted((_CUT.sub("", line), _CUT.sub("", other)), key=len)
    return (
        len(stems(short)) >= _MIN_CUT_STEMS and _CUT.search(line + "\n" + other) is not None and long.startswith(short)
    )


def _shares_sentence(number: int, other: int, lines: Sequence[str], roles: Sequence[Role]) -> bool:
    """Tell whether a caption says a sentence of a teaser again, as descriptions of one agency's videos do."""
    if {roles[number], roles[other]} != {Role.CAPTION, Role.TEASER}:
        return False
    sentences = [[frozenset(stems(part)) for part in _SENTENCE.split(lines[index])] for index in (number, other)]
    return any(
        len(one) >= _MIN_SENTENCE_STEMS and len(one & two) >= _MIN_SENTENCE_JACCARD * len(one | two)
        for one in sentences[0]
        for two in sentences[1]
    )
