"""The room for a cascade: a cheap filter may decide which sentences a costly analyzer reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.model import Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lagebild.language.splitting import Token


@dataclass(frozen=True, slots=True)
class Filter:
    """What decides which sentences of a text are read.

    Args:
        version: Its name with a digest of all that it decides by; part of every record, since what was not read is
            part of what a record means.
        select: Takes the sentences of a text as tokens, the text and its language, an ISO 639-1 code or ``None``; tells
            of each sentence whether it is read.
    """

    version: str
    select: Callable[[Sequence[Sequence[Token]], str, str | None], Sequence[bool]]


def unread(tokens: Sequence[Token]) -> Sentence:
    """Return a sentence that was not read: every token, and nothing that is not known."""
    words = tuple(Word(token.span, form, form, "X", "", None, "") for token in tokens for form in token.words)
    return Sentence(Span(tokens[0].span.start, tokens[-1].span.end), words, analyzed=False)
