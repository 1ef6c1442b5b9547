"""The analyzers by name: the embedded one, and adapters to those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import LanguageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lagebild.model import Analyzer

DEFAULT = "embedded"
CHOICES = "embedded, embedded:fast, embedded:quality, spacy:MODEL such as spacy:de_core_news_lg, stanza:LANGUAGE"
"""What can be asked for, in words."""

_EMBEDDED_MODELS = frozenset({"default", "fast", "quality"})


def analyzer_named(name: str | None) -> Analyzer:
    """Return an analyzer by its name, loaded and ready.

    Args:
        name: Such as ``embedded:fast``, ``spacy:de_core_news_lg`` or ``stanza:de``; ``None`` for the embedded one.

    Raises:
        LanguageError: If there is none of that name, or its package or model is not installed.
    """
    kind, _, model = (name or DEFAULT).partition(":")
    load = _LOADERS.get(kind)
    analyzer = load(model) if load else None
    if analyzer is None:
        raise LanguageError(name or DEFAULT, f"no such analyzer; take one of {CHOICES}")
    return analyzer


def attributing_analyzer_named(name: str | None) -> Analyzer:
    """Return an analyzer by its name that tells who says what, too.

    Args:
        name: As for `analyzer_named`.

    Raises:
        LanguageError: If there is none of that name, or its package or model is not installed.
    """
    from lagebild.language.attributed import AttributedAnalyzer  # noqa: PLC0415 - takes time to import
    from lagebild.language.embedded import ATTRIBUTED_SIZES, EmbeddedAnalyzer  # noqa: PLC0415 - the same

    kind, _, model = (name or DEFAULT).partition(":")
    size = model or "default"
    if kind == "embedded" and size in ATTRIBUTED_SIZES:
        return EmbeddedAnalyzer(size, attributions=True)
    return AttributedAnalyzer(analyzer_named(name))


def _embedded(model: str) -> Analyzer | None:
    if (model or "default") not in _EMBEDDED_MODELS:
        return None
    from lagebild.language.embedded import EmbeddedAnalyzer  # noqa: PLC0415 - takes time to import

    return EmbeddedAnalyzer(model or "default")


def _spacy(model: str) -> Analyzer | None:
    from lagebild.language.adapters.spacy import SpacyAnalyzer  # noqa: PLC0415 - an extra

    return SpacyAnalyzer.load(model) if model else None


def _stanza(language: str) -> Analyzer | None:
    from lagebild.language.adapters.stanza import StanzaAnalyzer  # noqa: PLC0415 - an extra

    return StanzaAnalyzer.load(language) if language else None


_LOADERS: dict[str, Callable[[str], Analyzer | None]] = {"embedded": _embedded, "spacy": _spacy, "stanza": _stanza}
