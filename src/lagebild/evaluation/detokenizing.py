"""Text from tokens whose white space is lost, as a writer would set it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSING = frozenset(", . ; : ! ? ) ] } % … ” ’ ''".split())
_OPENING = frozenset("( [ { „ ‚ ``".split())
# These begin a quotation where none is open, and end it where one is: “ ends a German one and begins an English one.
_TURNING = frozenset("\" “ ' » «".split())
_FAMILIES = {"„": "“", "”": "“", "«": "»"}
_CLITIC = re.compile(r"(?:['’](?:s|re|ve|ll|d|m|t)|n['’]t)", re.IGNORECASE)


def detokenized(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """Return the text that the tokens make, and where each stands in it.

    >>> detokenized(["Er", "sagte", ":", "„", "Nein", "“", "."])[0]
    'Er sagte: „Nein“.'
    """
    text = ""
    spans = []
    open_marks: set[str] = set()
    is_glued = True
    for token in tokens:
        family = _FAMILIES.get(token, token)
        is_end = token in _CLOSING or (token in _TURNING and _ends(family, text, open_marks))
        if not (is_glued or is_end or _CLITIC.fullmatch(token)):
            text += " "
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        is_glued = token in _OPENING or (token in _TURNING and not is_end)
        (open_marks.add if is_glued else open_marks.discard)(family)
    return text, spans


def _ends(family: str, text: str, open_marks: set[str]) -> bool:
    """Tell whether a mark ends something: a quotation, or the genitive of a word in s."""
    return family in open_marks or (family == "'" and text.endswith("s"))


def aligned_tokens(text: str, tokens: Sequence[str]) -> list[Span] | None:
    """Return where the tokens stand in a text that they cover but for its white space, or ``None``.

    >>> aligned_tokens("Nein.", ["Nein", "."])
    [Span(start=0, end=4), Span(start=4, end=5)]
    """
    spans = []
    end = 0
    for token in tokens:
        start = text.find(token, end)
        if start < 0 or text[end:start].strip():
            return None
        end = start + len(token)
        spans.append(Span(start, end))
    return None if text[end:].strip() else spans
