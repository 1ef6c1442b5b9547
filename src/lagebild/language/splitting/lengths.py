"""Sentences that are too long to be read at once, cut where it hurts least."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.language.splitting.tokens import Token

# An encoder reads 512 pieces; German words are two pieces each, more or less. No sentence of the treebanks is as long.
MOST_TOKENS: Final = 200
MOST_CHARACTERS: Final = 1600

# Where a sentence is cut, best first; before the middle of a piece no place is good enough.
_PLACES: Final = (frozenset(";:"), frozenset(",–—|•"))


def within_limits(sentence: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield a sentence, or the pieces of one with more than `MOST_TOKENS` tokens or `MOST_CHARACTERS` characters."""
    start = 0
    while start < len(sentence):
        stop = _furthest(sentence, start)
        if stop < len(sentence):
            stop = _best_place(sentence, start, stop)
        yield sentence[start:stop]
        start = stop


def _furthest(sentence: Sequence[Token], start: int) -> int:
    stop = min(start + MOST_TOKENS, len(sentence))
    limit = sentence[start].span.start + MOST_CHARACTERS
    while stop > start + 1 and sentence[stop - 1].span.end > limit:
        stop -= 1
    return stop


def _best_place(sentence: Sequence[Token], start: int, stop: int) -> int:
    for signs in _PLACES:
        for index in range(stop, (start + stop) // 2, -1):
            if sentence[index - 1].words[0] in signs:
                return index
    return stop
