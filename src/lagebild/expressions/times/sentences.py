"""Whether two places of a text are in one sentence."""

from __future__ import annotations

import re

# A sentence goes on behind "18. Juni" and "2:30 p.m. on".
_SENTENCE_END = re.compile(r"[^\W\d_][.!?][\"“”»«]?\s+(?=[\"„“»«]?[^\W\d_a-zäöüß])|\n")
_LONGEST_SENTENCE_CHARS = 400


def in_one_sentence(text: str, end: int, start: int) -> bool:
    """Tell whether no sentence ends between two places.

    Args:
        text: The text.
        end: Offset behind the last character of what stands first.
        start: Offset of the first character of what follows.

    >>> text = "Er kam am Montag. Dienstag ging er."
    >>> in_one_sentence(text, 16, 18), in_one_sentence(text, 6, 10)
    (False, True)
    """
    if start - end > _LONGEST_SENTENCE_CHARS:
        return False
    return not _SENTENCE_END.search(text, max(0, end - 1), start + 1)
