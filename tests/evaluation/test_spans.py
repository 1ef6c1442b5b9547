"""The span property, and what breaks it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.evaluation.spans import SPANS_TASK, measure_spans, wrong_spans
from lagebild.model import Block, Headline, Role, Span

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = make_article("Der Rat tagt.\nEs war spät.")


def test_an_exact_record_has_nothing_wrong() -> None:
    assert list(wrong_spans(ARTICLE)) == []


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        (Block(Role.PARAGRAPH, "Der Rat", Span(0, 7), Span(1, 8)), "block 0 is not its slice of the text"),
        (Block(Role.PARAGRAPH, "Der Rat", Span(0, 6)), "block 0 is not its slice of the page"),
        (Block(Role.PARAGRAPH, "Der Rat", Span(0, 7), repeats=0), "block 0 repeats 0"),
        (Block(Role.PARAGRAPH, "Der Rat", Span(0, 7), repeats=-1), "block 0 repeats -1"),
    ],
)
def test_a_block_that_is_off_is_named(block: Block, problem: str) -> None:
    assert list(wrong_spans(replace(ARTICLE, blocks=(block,)))) == [problem]


def test_a_block_equals_its_slice_of_the_page_up_to_white_space() -> None:
    block = Block(Role.PARAGRAPH, "Der Rat", Span(0, 8))

    assert list(wrong_spans(replace(make_article("Der  Rat"), blocks=(block,)))) == []


def test_a_quote_that_is_off_by_one_is_named() -> None:
    article = replace(ARTICLE, headline=Headline("Der Rat", Span(1, 8)))

    assert list(wrong_spans(article)) == ["'Der Rat' is not at 1"]


def test_the_pages_of_a_folder_are_measured(tmp_path: Path) -> None:
    rows = [
        "# language: de",
        "headline\t\tDer Rat von Oberwieden schließt das Hallenbad am Lindenplatz",
        "paragraph\t\tDer Rat hat am 12. März 2031 nach langer Sitzung die Schließung des Hallenbads beschlossen.",
        "paragraph\t\t„Wir haben dieses Geld nicht“, sagte Bürgermeisterin Hella Brandhorst vor rund 250 Menschen.",
    ]
    (tmp_path / "seite.tsv").write_text("\n".join(rows), encoding="utf-8")
    result = measure_spans(tmp_path)

    assert result.metrics["pages_exact"] == 1.0
    assert result.metrics["spans_checked"] >= 6


def test_the_task_has_gold_that_ships() -> None:
    assert SPANS_TASK.shipped is not None
    assert SPANS_TASK.shipped.is_dir()
