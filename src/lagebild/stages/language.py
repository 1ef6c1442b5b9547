"""The analysis of the article's language: sentences, words, trees, names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.model import Caution, CautionKind, Span, Stage

if TYPE_CHECKING:
    from lagebild.model import Analyzer, Article

LANGUAGES = frozenset({"de", "en"})
"""An article in another language gets no analysis."""

MAX_CHARS = 200_000
"""What stands behind is not analyzed; a hundred times the length of an article is none, and would take minutes."""


def language_stage(analyzer: Analyzer) -> Stage:
    """Return the stage that fills `Article.analysis` with what an analyzer reads."""

    def analyze(article: Article) -> Article:
        if article.language not in LANGUAGES:
            return replace(article, analysis=None)
        (analysis,) = analyzer.analyze([article.text[:MAX_CHARS]], languages=[article.language])
        return replace(article, analysis=analysis, warnings=(*article.warnings, *_truncated(article)))

    return Stage(
        "language",
        requires=frozenset({"text", "language"}),
        provides=frozenset({"analysis", "warnings"}),
        run=analyze,
    )


def _truncated(article: Article) -> tuple[Caution, ...]:
    if len(article.text) <= MAX_CHARS:
        return ()
    message = f"Only the first {MAX_CHARS:,} characters of the text were analyzed."
    return (Caution(CautionKind.TRUNCATED, message, (Span(MAX_CHARS, len(article.text)),)),)
