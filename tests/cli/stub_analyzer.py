"""An analyzer that needs no model: what stands between white space is a word, and a text is one sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.model import Analysis, LanguageError, Name, NameType, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Sequence


class StubAnalyzer:
    """Takes every word for the child of the one before, and every "Kim" for a person.

    Args:
        version: What it calls itself.
    """

    def __init__(self, version: str = "stub") -> None:
        self.version = version
        self.calls: list[tuple[list[str], list[str | None]]] = []

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        """Return one analysis a text, and remember what was asked."""
        self.calls.append((list(texts), list(languages)))
        return [Analysis(_sentences(text), self.version) for text in texts]


def _sentences(text: str) -> tuple[Sentence, ...]:
    matches = list(re.finditer(r"\S+", text))
    if not matches:
        return ()
    words = tuple(
        Word(
            Span(*match.span()),
            match[0],
            match[0],
            "X",
            "",
            number - 1 if number else None,
            "dep" if number else "root",
        )
        for number, match in enumerate(matches)
    )
    names = tuple(Name(word.span, NameType.PERSON) for word in words if word.form == "Kim")
    return (Sentence(Span(matches[0].start(), matches[-1].end()), words, names),)


def analyzer_named(name: str | None) -> StubAnalyzer:
    """Stand in for ``lagebild.language.analyzers.analyzer_named``."""
    if name == "missing":
        raise LanguageError(name, "no such analyzer; take one of stub")
    return StubAnalyzer(name or "stub")


if __name__ == "__main__":
    from lagebild.cli import main
    from lagebild.language import analyzers

    analyzers.analyzer_named = analyzer_named
    main()
