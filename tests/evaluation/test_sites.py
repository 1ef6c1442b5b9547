"""The tasks on web pages, on a set of one page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.factories import make_article
from tests.pages import GERMAN_HTML

from lagebild.evaluation.sites import (
    measure_markup_segments,
    measure_metadata,
    measure_segments,
    measure_text_segments,
    site_pages,
)
from lagebild.model import EvaluationError, IntakeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lagebild.evaluation.tasks import Result
    from lagebild.intake.pages import Page
    from lagebild.model import Article

GOLD: dict[str, Any] = {
    "file": "hallenbad.html",
    "with": ["nach langer Sitzung die  Schließung", "Die Schulen fürchten", "Das steht nirgends"],
    "without": ["Impressum", "Startseite"],
    "title": "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz",
    "author": "Jana Weyde",
    "date": "2031-03-12",
}


def site(tmp_path: Path, **changes: object) -> Path:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "hallenbad.html").write_text(GERMAN_HTML, encoding="utf-8")
    index = {"https://blatt.example.org/hallenbad": GOLD | changes}
    (tmp_path / "evaldata.json").write_text(json.dumps(index), encoding="utf-8")
    return tmp_path


def test_the_pages_of_a_set_come_with_their_addresses(tmp_path: Path) -> None:
    (item,) = site_pages(site(tmp_path))

    assert (item.page.name, item.page.url) == ("hallenbad.html", "https://blatt.example.org/hallenbad")


def test_segments_are_looked_for_in_the_article_whatever_their_white_space(tmp_path: Path) -> None:
    text = "Der Rat hat nach langer\nSitzung die Schließung beschlossen. Die Schulen fürchten. Startseite"
    result = measure_segments(site(tmp_path), lambda _: make_article(text))

    # 2 of 3 wanted, 1 of 2 unwanted
    scores = {"segment_f1_all": 4 / 6, "segment_f1_de": 4 / 6, "segment_f1_en": 0.0}
    assert result.metrics == pytest.approx(scores)
    assert result.worst(1)[0].detail == "misses ['Das steht nirgends'], keeps ['Startseite']"


def test_a_page_that_is_refused_misses_all_its_segments(tmp_path: Path) -> None:
    def refuse(page: Page) -> Article:
        raise IntakeError(page.name, "no article")

    assert measure_segments(site(tmp_path), refuse).metrics["segment_f1_all"] == 0.0


@pytest.mark.parametrize("measure", [measure_markup_segments, measure_text_segments])
def test_pages_are_read_with_and_without_their_markup(tmp_path: Path, measure: Callable[[Path], Result]) -> None:
    (case,) = measure(site(tmp_path, **{"with": ["nach langer Sitzung"], "without": []})).cases

    assert (case.name, case.score) == ("hallenbad.html", 1.0)


@pytest.mark.parametrize("author", ["Jana Weyde", "JANA WEYDE", ["Jana Weyde"]])
def test_metadata_is_measured(tmp_path: Path, author: str | list[str]) -> None:
    metrics = measure_metadata(site(tmp_path, author=author)).metrics

    assert (metrics["title"], metrics["author_exact"], metrics["date"]) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("author", [None, ""])
def test_an_author_where_the_gold_has_none_is_invented(tmp_path: Path, author: str | None) -> None:
    assert measure_metadata(site(tmp_path, author=author)).metrics["no_author_invented"] == 0.0


def test_a_folder_without_an_index_is_no_set(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"holds no evaldata\.json; give the folder of the set$"):
        measure_metadata(tmp_path)


def test_a_set_that_lacks_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"hallenbad2\.html: no such page, though evaldata\.json names it"):
        measure_metadata(site(tmp_path, file="hallenbad2.html"))
