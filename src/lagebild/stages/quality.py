"""What a reader of the record should check before trusting it.

The warnings that the intake has put on the article stay; those of this stage follow, unless the page has them already.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.times.conflicts import conflicts
from lagebild.lexicon.forms import words_of
from lagebild.model import Caution, CautionKind, Span, Stage

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from lagebild.model import Article, TimeExpression

_LANGUAGES = {"de": "German", "en": "English"}


def find_cautions(article: Article) -> Article:
    """Return the article with the warnings of this stage behind those that it has."""
    contradicting = list(conflicts(article.text, article.times))
    added = (
        *_contradictions(article, contradicting),
        *_ambiguous_times(article, {time.id for pair in contradicting for time in pair}),
        *_garbled_text(article),
        *_no_publication_date(article),
        *_language_unsupported(article),
    )
    known = {caution.kind for caution in article.warnings if not caution.spans}
    return replace(article, warnings=article.warnings + tuple(c for c in added if c.spans or c.kind not in known))


STAGE = Stage(
    "quality",
    requires=frozenset({"text", "blocks", "language", "published", "times"}),
    provides=frozenset({"warnings"}),
    run=find_cautions,
)
"""The stage that adds to `Article.warnings`."""


def _ambiguous_times(article: Article, contradicted: Container[str]) -> Iterator[Caution]:
    spans = tuple(time.span for time in article.times if time.alternatives and time.id not in contradicted)
    if spans:
        message = "Some times can be understood in several ways; see their alternatives."
        yield Caution(CautionKind.AMBIGUOUS_TIME, message, spans)


def _contradictions(article: Article, pairs: Iterable[tuple[TimeExpression, TimeExpression]]) -> Iterator[Caution]:
    for first, second in pairs:
        message = f"{first.span.of(article.text)!r} and {second.span.of(article.text)!r} contradict each other."
        yield Caution(CautionKind.CONTRADICTION, message, (first.span, second.span))


def _no_publication_date(article: Article) -> Iterator[Caution]:
    if article.published.value is None:
        message = "The publication date is unknown, so times that are counted from it are not resolved."
        yield Caution(CautionKind.NO_PUBLICATION_DATE, message)


def _language_unsupported(article: Article) -> Iterator[Caution]:
    if article.language not in _LANGUAGES:
        problem = f"{article.language!r} is not supported" if article.language else "is unknown"
        message = f"The language {problem}; only German and English pages are read in full."
        yield Caution(CautionKind.LANGUAGE_UNSUPPORTED, message)


def _garbled_text(article: Article) -> Iterator[Caution]:
    if article.language not in _LANGUAGES:
        return
    spans = tuple(
        span
        for block in article.blocks
        if block.span is not None
        for span in _garbled_spans(article.text, block.span, article.language)
    )
    if spans:
        message = f"Some words are no {_LANGUAGES[article.language]}, as machine translation leaves them."
        yield Caution(CautionKind.GARBLED_TEXT, message, spans)


def _garbled_spans(text: str, block: Span, language: str) -> Iterator[Span]:
    """Yield broken forms, words said twice, and calendar words of the other language, in text order."""
    broken, doubled = words_of("garbled", "broken", language), words_of("garbled", "doubled", language)
    before: re.Match[str] | None = None
    for match in _word().finditer(text, block.start, block.end):
        word = match.group()
        is_repeat = word in doubled and before is not None and before.group() == word and _touch(text, before, match)
        if is_repeat and before is not None:
            yield Span(before.start(), match.end())
        elif word in broken or _is_foreign(text, before, match, language):
            yield Span(match.start(), match.end())
        # "und und und": three of a word are a figure of speech, and one finding.
        before = None if is_repeat else match


def _touch(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    return text[before.end() : match.start()] in {" ", "\xa0"}


def _is_foreign(text: str, before: re.Match[str] | None, match: re.Match[str], language: str) -> bool:
    """Tell whether a word is a calendar word of the other language and no part of a name.

    Names hold on to capitalised words ("Black Friday", "Freddie Freitag") or to some words behind ("Sunday Times").
    """
    if match.group() not in words_of("garbled", "foreign", language) or before is None:
        return False
    behind = _word().match(text, match.end() + 1)
    is_name = behind is not None and behind.group() in words_of("garbled", "names", language)
    return not before.group()[0].isupper() and _touch(text, before, match) and not is_name


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:[-'’]\w+)*")
