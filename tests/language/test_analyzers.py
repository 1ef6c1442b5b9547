"""Which analyzer a name stands for."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Self

import pytest

from lagebild.language.analyzers import analyzer_named
from lagebild.model import LanguageError


class StubEmbedded:
    """What stands in for the embedded analyzer, whose model takes time to load."""

    def __init__(self, model: str) -> None:
        self.version = model

    @classmethod
    def load(cls, model: str) -> Self:
        return cls(model)


@pytest.fixture(autouse=True)
def _embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("lagebild.language.embedded")
    module.__dict__["EmbeddedAnalyzer"] = StubEmbedded
    monkeypatch.setitem(sys.modules, "lagebild.language.embedded", module)


@pytest.mark.parametrize(
    ("name", "model"),
    [(None, "default"), ("embedded", "default"), ("embedded:fast", "fast"), ("embedded:quality", "quality")],
)
def test_the_embedded_analyzer_is_loaded_with_its_model(name: str | None, model: str) -> None:
    assert analyzer_named(name).version == model


@pytest.mark.parametrize("name", ["embeded", "embedded:slow", "spacy", "spacy:", "stanza", ":"])
def test_any_other_name_is_refused_with_the_choices(name: str) -> None:
    with pytest.raises(LanguageError) as caught:
        analyzer_named(name)

    assert str(caught.value) == (
        f"{name}: no such analyzer; take one of embedded, embedded:fast, embedded:quality, "
        "spacy:MODEL such as spacy:de_core_news_lg, stanza:LANGUAGE"
    )


@pytest.mark.skipif(importlib.util.find_spec("spacy") is not None, reason="spaCy is installed")
def test_without_spacy_the_error_says_how_to_install_it() -> None:
    with pytest.raises(LanguageError, match=r'^spacy:de_core_news_lg: .*pip install "lagebild\[spacy\]"$'):
        analyzer_named("spacy:de_core_news_lg")
