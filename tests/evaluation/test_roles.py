"""The scores of roles, on pages that were counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation.gold_pages import GoldPage
from lagebild.evaluation.roles import measure_agreement, measure_roles, read_blocks, score_pages
from lagebild.model import EvaluationError, Role

if TYPE_CHECKING:
    from pathlib import Path

NAVIGATION, HEADLINE, PARAGRAPH, TEASER = Role.NAVIGATION, Role.HEADLINE, Role.PARAGRAPH, Role.TEASER
LONG = "Ein Teaser, der so lang ist wie ein Satz der Geschichte und trotzdem von etwas ganz anderem erzählt."


def gold(*rows: tuple[Role, str], repeats: dict[int, int] | None = None) -> GoldPage:
    marks = repeats or {}
    return GoldPage(
        name="seite",
        language="de",
        lines=tuple(line for _, line in rows),
        blank_before=(False,) * len(rows),
        roles=tuple(role for role, _ in rows),
        repeats=tuple(marks.get(number) for number in range(len(rows))),
    )


PAGE = gold((NAVIGATION, "Start"), (HEADLINE, "Rat tagt"), (PARAGRAPH, "Es war spät."), (TEASER, LONG), repeats={3: 1})


def test_a_page_read_without_a_mistake_has_full_scores() -> None:
    metrics = score_pages([(PAGE, list(zip(PAGE.roles, PAGE.repeats, strict=True)))]).metrics

    assert set(metrics.values()) == {1.0}


def test_mistakes_are_counted() -> None:
    reading = [(NAVIGATION, None), (HEADLINE, None), (NAVIGATION, None), (PARAGRAPH, 2)]
    metrics = score_pages([(PAGE, reading)]).metrics

    # navigation 2/3, headline 1, paragraph 0, teaser 0
    assert metrics["role_macro_f1"] == pytest.approx((2 / 3 + 1) / 4)
    # Story lines: predicted 1 and 3, gold 1 and 2.
    assert (metrics["line_precision"], metrics["line_recall"]) == (0.5, 0.5)
    # Tokens: 2 of the headline shared, 18 of the teaser too many, 3 of the paragraph missing.
    assert metrics["token_f1"] == pytest.approx(4 / (4 + 18 + 3))
    assert metrics["repeat_f1"] == 0.0
    assert metrics["boilerplate_left_out"] == 0.0


def test_the_worst_page_says_what_was_taken_for_what() -> None:
    reading = [(NAVIGATION, None), (PARAGRAPH, None), (PARAGRAPH, None), (TEASER, 1)]
    (case,) = score_pages([(PAGE, reading)]).worst(1)

    assert case.detail == "headline>paragraph: Rat tagt"


def test_a_page_that_is_refused_is_all_other() -> None:
    assert read_blocks(gold((NAVIGATION, "Start"), (NAVIGATION, "Suche"))) == [(Role.OTHER, None)] * 2


def test_pages_that_are_not_held_out_are_not_measured(tmp_path: Path) -> None:
    (tmp_path / "seite.tsv").write_text("headline\t\tDer Rat tagt\n", encoding="utf-8")

    assert measure_roles(tmp_path).cases == ()


def test_readers_of_no_common_page_cannot_agree(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"holds no page that a second reader labelled; leave --data out$"):
        measure_agreement(tmp_path)
