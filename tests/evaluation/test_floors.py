"""Floors: no score goes down silently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lagebild.evaluation.floors import FLOORS, Floor, load_floors, updated, violations, write_floors
from lagebild.evaluation.registry import TASKS
from lagebild.evaluation.tasks import Result, Task, digest_of
from lagebild.model import EvaluationError


def nothing(_: Path) -> Result:
    raise AssertionError("floors measure nothing themselves")


TASK = Task("roles", "Roles.", nothing)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "gold.tsv"
    path.write_text("gold", encoding="utf-8")
    return path


@pytest.fixture
def floors(data: Path) -> dict[str, Floor]:
    return {"roles": Floor("roles", digest_of(data), {"f1": 0.8, "recall": 0.7})}


def test_a_result_at_or_above_its_floors_violates_nothing(data: Path, floors: dict[str, Floor]) -> None:
    assert violations(TASK, data, Result({"f1": 0.8, "recall": 0.9, "other": 0.0}), floors) == []


def test_a_result_below_a_floor_is_named(data: Path, floors: dict[str, Floor]) -> None:
    lines = violations(TASK, data, Result({"f1": 0.79, "recall": 0.7}), floors)

    assert lines == ["roles: f1 is 0.7900, below its floor 0.8000"]


def test_a_metric_that_is_gone_is_below_its_floor(data: Path, floors: dict[str, Floor]) -> None:
    assert violations(TASK, data, Result({"f1": 0.8}), floors) == ["roles: recall is 0.0000, below its floor 0.7000"]


def test_the_last_digits_may_differ_between_processors(data: Path, floors: dict[str, Floor]) -> None:
    assert violations(TASK, data, Result({"f1": 0.7996, "recall": 0.7}), floors) == []


def test_changed_data_is_refused(data: Path, floors: dict[str, Floor]) -> None:
    data.write_text("other gold", encoding="utf-8")
    (line,) = violations(TASK, data, Result({"f1": 1.0, "recall": 1.0}), floors)

    assert line == "roles: the data has changed since the floor was set; measure anew and set it with --update"


def test_a_task_without_floors_violates_none(data: Path) -> None:
    assert violations(TASK, data, Result({"f1": 0.0}), {}) == []


def test_a_floor_goes_up(data: Path, floors: dict[str, Floor]) -> None:
    new = updated(floors, TASK, data, Result({"f1": 0.91234, "recall": 0.7, "other": 1.0}))

    assert new["roles"].metrics == {"f1": 0.9123, "recall": 0.7}


def test_a_floor_does_not_go_down_silently(data: Path, floors: dict[str, Floor]) -> None:
    with pytest.raises(EvaluationError, match=r"^roles: f1 would go down; say --allow-regression if it must$"):
        updated(floors, TASK, data, Result({"f1": 0.79, "recall": 0.9}))


def test_a_floor_does_not_sink_step_by_step(data: Path, floors: dict[str, Floor]) -> None:
    for _ in range(10):
        floors = updated(floors, TASK, data, Result({"f1": 0.7996, "recall": 0.7}))

    assert floors["roles"].metrics == {"f1": 0.8, "recall": 0.7}


def test_a_metric_that_is_gone_would_go_down(data: Path, floors: dict[str, Floor]) -> None:
    with pytest.raises(EvaluationError, match="recall would go down"):
        updated(floors, TASK, data, Result({"f1": 0.9}))


def test_a_floor_goes_down_where_that_is_said(data: Path, floors: dict[str, Floor]) -> None:
    new = updated(floors, TASK, data, Result({"f1": 0.5, "recall": 0.7}), allow_regression=True)

    assert new["roles"].metrics == {"f1": 0.5, "recall": 0.7}


def test_new_data_has_new_floors(data: Path, floors: dict[str, Floor]) -> None:
    data.write_text("harder gold", encoding="utf-8")
    new = updated(floors, TASK, data, Result({"f1": 0.5, "recall": 0.4}))

    assert new["roles"] == Floor("roles", digest_of(data), {"f1": 0.5, "recall": 0.4})


def test_a_new_task_has_its_first_metric_as_floor_and_the_others_keep_theirs(
    data: Path, floors: dict[str, Floor]
) -> None:
    new = updated(floors, Task("spans", "Spans.", nothing), data, Result({"exact": 1.0, "checked": 9.0}))

    assert new["spans"].metrics == {"exact": 1.0}
    assert new["roles"] == floors["roles"]


def test_what_is_written_is_read_again(tmp_path: Path, floors: dict[str, Floor]) -> None:
    path = tmp_path / "floors.json"
    write_floors(floors.values(), path)

    assert load_floors(path) == floors
    assert [entry.name for entry in tmp_path.iterdir() if "floors" in entry.name] == ["floors.json"]


def test_a_crash_while_writing_leaves_the_old_file(
    tmp_path: Path, floors: dict[str, Floor], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "floors.json"
    path.write_text("{}", encoding="utf-8")

    def break_off(self: Path, content: str, **_: str) -> int:
        self.write_bytes(content[:10].encode())
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "write_text", break_off)
    with pytest.raises(OSError, match="no space left"):
        write_floors(floors.values(), path)
    assert path.read_bytes() == b"{}"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"roles": {}}', '{"roles": 7}'])
def test_a_broken_file_is_refused_with_the_way_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(EvaluationError, match=r"restore it from version control$"):
        load_floors(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        load_floors(tmp_path / "floors.json")


def test_the_floors_that_ship_belong_to_tasks() -> None:
    floors = load_floors()

    assert floors.keys() <= TASKS.keys()
    assert json.loads(FLOORS.read_text(encoding="utf-8")).keys() == floors.keys()
