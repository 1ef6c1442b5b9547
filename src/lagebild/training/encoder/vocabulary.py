"""The part of the vocabulary that German and English need."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from lagebild.language.pieces import segmenter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.training.encoder.base import Base

SPECIAL = 4
"""``<s>``, ``<pad>``, ``</s>`` and ``<unk>`` come first."""

_LETTERS = re.compile("[▁ -ɏͰ-ϿЀ-ӿḀ-ỿ -➿🌀-🫿]{1,2}")
"""One character of the Latin, Greek or Cyrillic script, a mark or an emoji, alone or behind the sign of a space."""


def needed_rows(base: Base, words: Iterable[str]) -> list[int]:
    """Return the rows of the vocabulary that words need, and those of single characters; in ascending order.

    Args:
        base: The pretrained encoder with its full vocabulary.
        words: Words of the languages; each is cut as it stands within a text, behind a space and behind none.
    """
    cut = segmenter(base.pieces, base.scores, unknown=base.unknown, special=SPECIAL)
    used: Counter[int] = Counter()
    for word in words:
        used.update(cut("▁" + word))
        used.update(cut(word))
    characters = {row for row, piece in enumerate(base.pieces) if _is_character(piece)}
    return sorted({*range(SPECIAL), *used, *characters})


def _is_character(piece: str) -> bool:
    return _LETTERS.fullmatch(piece) is not None and len(piece.replace("▁", "")) <= 1
