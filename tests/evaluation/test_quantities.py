"""The task on quantities, and the gold that it reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from lagebild.evaluation.quantities import (
    GoldQuantities,
    gold_of,
    measure_quantities,
    quantities_task,
    score_quantities,
)
from lagebild.model import Bound, EvaluationError, Quantity, QuantityKind, Span

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Drei Panzer mit je 50 Tonnen und zwei Boote"


def counted(name: str, start: int, end: int, value: float, unit: str | None) -> Quantity:
    return Quantity(name, Span(start, end), value, Bound.EXACT, None, unit, None, QuantityKind.COUNT)


TANKS = counted("0", 0, 11, 3, "panzer")
TONS = Quantity("1", Span(19, 28), 50, Bound.EXACT, None, "t", "0", QuantityKind.MEASURE)
BOATS = counted("2", 33, 43, 2, "boot")
GOLD = GoldQuantities("wikinews-1", "de", TEXT, (TANKS, TONS, BOATS))


def row(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a line
    item = {"start": 0, "end": 11, "quote": "Drei Panzer", "value": 3, "bound": "exact", "upper": None}
    quantity = {**item, "unit": "panzer", "of": None, "kind": "count", **changes}
    return {"name": "wikinews-1", "language": "de", "text": TEXT, "quantities": [quantity]}


def written(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_the_metrics_ask_for_more_and_more() -> None:
    wrong_unit, too_long = counted("q2", 33, 43, 2, "boote"), counted("q3", 0, 15, 3, "panzer")

    # Of three, one is right in all, one has another unit, one is too long; nothing says whom the tons describe.
    found = (too_long, Quantity("q1", TONS.span, 50, Bound.EXACT, None, "t", None, TONS.kind), wrong_unit)
    assert score_quantities([(GOLD, found)]).metrics == {
        "de.articles.value_f1": 2 / 3,
        "de.articles.full_f1": 1 / 3,
        "de.articles.thing_f1": 0.0,
        "de.articles.of_f1": 0.0,
    }


def test_what_is_right_in_all_has_full_scores() -> None:
    result = score_quantities([(GOLD, GOLD.quantities)])

    assert set(result.metrics.values()) == {1.0}
    assert [(case.score, case.detail) for case in result.cases] == [(1.0, "")]


def test_own_texts_are_scored_apart_from_articles() -> None:
    own = GoldQuantities("en-own-001", "en", "", ())

    assert [gold.group for gold in (GOLD, own)] == ["de.articles", "en.own"]


def test_a_case_tells_what_was_missed_and_invented() -> None:
    (case,) = score_quantities([(GOLD, (TANKS, TONS, counted("q3", 33, 37, 2, None)))]).cases

    assert case.score == 2 / 3
    assert case.detail == "missed [zwei Boote] count exact 2 boot; invented [zwei] count exact 2 -"


def test_a_text_without_quantities_is_right_where_none_is_found() -> None:
    (case,) = score_quantities([(GoldQuantities("de-own-1", "de", "Nichts.", ()), ())]).cases

    assert case.score == 1.0


def test_the_gold_is_read_as_it_is_annotated(tmp_path: Path) -> None:
    (gold,) = gold_of(written(tmp_path / "de_quantities.jsonl", row()))

    assert (gold.name, gold.language, gold.quantities) == ("wikinews-1", "de", (TANKS,))


@pytest.mark.parametrize("changes", [{"quote": "Vier Panzer"}, {"bound": "roughly"}, {"kind": "weight"}])
def test_a_broken_line_is_named(tmp_path: Path, changes: dict[str, Any]) -> None:
    file = written(tmp_path / "de_quantities.jsonl", row(), row(**changes))

    with pytest.raises(EvaluationError, match=r"^de_quantities.jsonl:2: is no gold .*; see the codebook$"):
        list(gold_of(file))


def test_the_shipped_gold_can_be_read() -> None:
    shipped = quantities_task().shipped
    assert shipped is not None

    texts = [gold for file in sorted(shipped.glob("*.jsonl")) for gold in gold_of(file)]
    assert {gold.group for gold in texts} == {"de.articles", "de.own", "en.articles", "en.own"}


def test_the_stage_is_measured_without_an_analyzer_too(tmp_path: Path) -> None:
    measured = measure_quantities(written(tmp_path / "de_quantities.jsonl", row()), None)

    assert measured.metrics["de.articles.value_f1"] == 0.5
