"""Abbreviations that an article introduces in brackets: "Internationale Atomenergiebehörde (IAEA)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.stages.entities.passages import Passage

_LONGEST = 8
_FEWEST_CAPITALS = 2


def abbreviation_behind(passage: Passage, first: int, last: int) -> int | None:
    """Return the index of the word in brackets that abbreviates the name before it, or ``None``.

    Args:
        passage: The words.
        first: Index of the first word of the name.
        last: Index behind its last word.
    """
    is_bracketed = passage.between(last - 1) == " (" and passage.text.startswith(")", passage.ends[last])
    return last if is_bracketed and _abbreviates(passage.words[last], "".join(passage.words[first:last])) else None


def _abbreviates(short: str, name: str) -> bool:
    """Tell whether a word is made of letters of a name, in their order, from the first on.

    >>> _abbreviates("IAEA", "InternationaleAtomenergiebehörde"), _abbreviates("CDU", "MaxMustermann")
    (True, False)
    """
    if len(short) > _LONGEST or sum(map(str.isupper, short)) < _FEWEST_CAPITALS:
        return False
    letters = iter(name.lower())
    return short[0] == name[0] and all(letter in letters for letter in short.lower())
