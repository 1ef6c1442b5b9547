"""Analyzers that do not tell who says what, completed by the embedded one, which does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.language.embedded import EmbeddedAnalyzer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Analysis, Analyzer


class AttributedAnalyzer:
    """An analyzer with the attributions that the embedded analyzer reads.

    Args:
        analyzer: What reads the sentences, words, trees and names.
    """

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._attributing = EmbeddedAnalyzer(attributions=True)

    @property
    def version(self) -> str:
        """Names and versions of both analyzers."""
        return f"{self._analyzer.version} {self._attributing.version}"

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        """Return one analysis a text; see `lagebild.model.Analyzer`."""
        read = self._analyzer.analyze(texts, languages=languages)
        attributed = self._attributing.analyze(texts, languages=languages)
        return [
            replace(one, attributions=other.attributions, produced_by=self.version)
            for one, other in zip(read, attributed, strict=True)
        ]
