"""The words of a passage that tell what it is about, in a form in which inflected words meet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.lexicon.loading import words_by_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.model import Span

# A word of four letters or more, or a number with its separators; shorter words are mostly grammar.
_WORD = re.compile(r"\d[\d.,]*\d|[^\W\d_]{4,}")

# Endings of inflection in German and English, and the most frequent of derivation, taken off one by one as long as four
# letters stay: the idea of the light stemmers of Savoy (2006), simpler, for comparing alone.
_ENDING = re.compile(r"(?<=\w{4})(?:ungen|ung|ing|ern|est|tet|te|en|er|es|em|et|st|ed|e|n|s|t)$")  # codespell:ignore te
_PARTICIPLE = re.compile(r"^ge(?=\w{4,}(?:t|en)$)")
_UNMARKED = str.maketrans("äöü", "aou")


def stem(word: str) -> str:
    """Return what inflected forms of a word have in common, good enough to compare words of one article.

    >>> [stem(word) for word in ("lieferten", "geliefert", "Lieferungen", "Vorwurf", "Vorwürfe", "attacked", "attacks")]
    ['lief', 'lief', 'lief', 'vorwurf', 'vorwurf', 'attack', 'attack']
    """
    rest = _PARTICIPLE.sub("", word.casefold().translate(_UNMARKED))
    shorter = _ENDING.sub("", rest)
    while shorter != rest:
        rest, shorter = shorter, _ENDING.sub("", shorter)
    return rest


def content_words(text: str, spans: Iterable[Span], *, language: str | None, without: Iterable[Span] = ()) -> set[str]:
    """Return the stems of the words in some spans of a text.

    Args:
        text: The text.
        spans: Where to look.
        language: ISO 639-1 code, or ``None``; decides which words are grammar.
        without: Where not to look: a word that touches one of these spans does not count.
    """
    grammar = words_by_language("function_words").get(language or "", frozenset())
    left_out = tuple(without)
    return {
        stem(match[0])
        for span in spans
        for match in _WORD.finditer(text, span.start, span.end)
        if match[0].lower() not in grammar
        and not any(match.start() < other.end and other.start < match.end() for other in left_out)
    }
