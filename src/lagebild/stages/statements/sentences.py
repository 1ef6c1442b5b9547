"""The sentences of a block, in which a quotation is one token, and their segments between commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.model import Span
from lagebild.stages.statements.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.stages.statements.quotations import Quotation

_ENDS = frozenset(".!?…")
_SEPARATORS = frozenset(",;:–—-")
_LONGEST_ORDINAL = 2
_LONGEST_SENTENCE = 250
"""Tokens; the longest sentence of 300 articles of Wikinews has 138. What is longer is a list or a lost stop."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a whole quotation.

    Args:
        text: As it is written.
        span: Where it stands.
        quotation: The quotation that it is, or ``None``.
    """

    text: str
    span: Span
    quotation: Quotation | None = None

    @property
    def lower(self) -> str:
        """The word in lower case; ``""`` for a quotation."""
        return "" if self.quotation else self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.quotation is None and self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.quotation is None and self.text[0].isupper()


@dataclass(frozen=True)
class Sentence:
    """A sentence.

    Args:
        tokens: Its tokens; the marks that end it are among them.
    """

    tokens: tuple[Token, ...]

    @cached_property
    def segments(self) -> tuple[range, ...]:
        """The indices of the tokens between commas, colons and dashes; none is empty."""
        segments, first = [], 0
        for index, token in enumerate(self.tokens):
            if token.text in _SEPARATORS or (token.text in _ENDS and index >= self.body_end):
                segments.append(range(first, index))
                first = index + 1
        segments.append(range(first, len(self.tokens)))
        return tuple(segment for segment in segments if segment)

    @cached_property
    def body_end(self) -> int:
        """Index behind the last token that is no mark at the end of the sentence."""
        end = len(self.tokens)
        while end and self.tokens[end - 1].text in _ENDS:
            end -= 1
        return end

    def lower(self, index: int) -> str:
        """Return the word at an index in lower case; ``""`` outside the sentence and for quotations."""
        return self.tokens[index].lower if 0 <= index < len(self.tokens) else ""

    def span(self, first: int, last: int) -> Span:
        """Return where the tokens from ``first`` up to, without, ``last`` stand."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def mark_before(self, segment: range) -> str:
        """Return the mark that parts a segment from the one before it; ``""`` at the start."""
        return self.tokens[segment.start - 1].text if segment.start else ""


@cache
def _token_pattern() -> re.Pattern[str]:
    return re.compile(r"\d+(?:[.,]\d+)*|(?:[A-Z]\.){2,}|\w+(?:[-'’]\w+)*|…|[^\w\s]")


def sentences_of(text: str, block: Span, language: str) -> list[Sentence]:
    """Return the sentences of a block."""
    tokens = list(_tokens(text, block))
    sentences, first = [], 0
    for index in range(len(tokens)):
        if _ends_sentence(text, tokens, index, language) or index - first >= _LONGEST_SENTENCE:
            sentences.append(Sentence(tuple(tokens[first : index + 1])))
            first = index + 1
    if first < len(tokens):
        sentences.append(Sentence(tuple(tokens[first:])))
    return sentences


def _tokens(text: str, block: Span) -> Iterator[Token]:
    start = block.start
    for quotation in find_quotations(text, block):
        yield from _plain_tokens(text, start, quotation.span.start)
        yield Token(quotation.span.of(text), quotation.span, quotation)
        start = quotation.span.end
    yield from _plain_tokens(text, start, block.end)


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _token_pattern().finditer(text, start, end):
        yield Token(match.group(), Span(*match.span()))


def _ends_sentence(text: str, tokens: Sequence[Token], index: int, language: str) -> bool:
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None or not (after.is_capitalised or after.quotation or after.text[0].isdigit()):
        return False
    if token.quotation:
        # «"Why?" Putin asked» goes on in English; in German the verb would come first, in lower case.
        last = token.quotation.inner.of(text).rstrip()[-1]
        return last in ".…" or (last in "!?" and language == "de")
    return token.text in _ENDS and not _is_abbreviated(tokens, index, language)


def _is_abbreviated(tokens: Sequence[Token], index: int, language: str) -> bool:
    """Tell whether a stop belongs to an abbreviation, an initial or a German ordinal number."""
    if tokens[index].text != "." or index == 0 or tokens[index - 1].span.end != tokens[index].span.start:
        return False
    word = tokens[index - 1].text
    is_ordinal = language == "de" and word.isdigit() and len(word) <= _LONGEST_ORDINAL
    return (
        is_ordinal
        or (len(word) == 1 and word.isupper())
        or word.lower() in words_of("attribution", "abbreviations", language)
    )
