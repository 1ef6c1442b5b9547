"""Which way from the day of publication an expression points, told by the tense around it."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from lagebild.expressions.surroundings import clause_around
from lagebild.lexicon.loading import load

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_VERB_CHARS = 5


class Direction(Enum):
    """Before or after the day of publication."""

    PAST = -1
    FUTURE = 1


def direction_at(text: str, start: int, end: int, language: str) -> Direction | None:
    """Return where the tense cue that stands nearest in the same clause points, or ``None`` without a cue.

    >>> direction_at("Er wird am Montag erwartet.", 11, 17, "de")
    <Direction.FUTURE: 1>
    """
    first, last = clause_around(text, start, end)
    nearest: tuple[int, Direction] | None = None
    for cue_start, cue_end, direction in _cues(text[first:last], language):
        distance = max(start - (first + cue_end), first + cue_start - end)
        if distance >= 0 and (nearest is None or distance < nearest[0]):
            nearest = distance, direction
    return nearest[1] if nearest else None


def _cues(clause: str, language: str) -> list[tuple[int, int, Direction]]:
    cues = [(match.start(), match.end(), Direction.FUTURE) for match in _future_phrases(language).finditer(clause)]
    for match in _WORD.finditer(clause):
        direction = cue_direction(match[0], language)
        if direction:
            cues.append((match.start(), match.end(), direction))
    return cues


@cache
def _future_phrases(language: str) -> re.Pattern[str]:
    phrases = _cue_table(language)["future_phrases"].strip().splitlines()
    return re.compile(rf"\b(?:{'|'.join(phrases) or '(?!)'})\b(?=\s[a-z])")


def cue_direction(word: str, language: str) -> Direction | None:
    """Return where a word alone points: an auxiliary, or a verb by its ending."""
    lower = word.lower()
    if lower in _listed("future", language):
        return Direction.FUTURE
    if lower in _listed("past", language) or _ends_in_past(word, language):
        return Direction.PAST
    return None


def _ends_in_past(word: str, language: str) -> bool:
    return (
        len(word) >= _SHORTEST_VERB_CHARS
        and word.islower()
        and word.endswith(tuple(_listed("past_endings", language)))
        and word not in _listed("not_past", language)
    )


def _cue_table(language: str) -> dict[str, str]:
    table: dict[str, str] = load(f"times_{language}")["cues"]
    return table


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    return frozenset(_cue_table(language)[name].split())
