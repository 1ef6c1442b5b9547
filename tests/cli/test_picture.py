from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree
from tests.cli.samples import german_article

from lagebild.cli.picture import report_svg
from lagebild.cli.wording import wording

if TYPE_CHECKING:
    import pytest


def test_a_picture_is_the_same_in_every_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    first = report_svg(german_article(), wording("de"))
    for variable, value in {"COLUMNS": "40", "NO_COLOR": "1", "TERM": "dumb", "COLORTERM": ""}.items():
        monkeypatch.setenv(variable, value)

    assert report_svg(german_article(), wording("de")) == first


def test_a_picture_shows_the_report_and_fetches_nothing() -> None:
    svg = report_svg(german_article(), wording("de"))

    words = " ".join(str(etree.fromstring(svg.encode()).xpath("string()")).split())
    assert "WER WAS SAGT" in words
    assert "url(http" not in svg
    assert "src:" not in svg
