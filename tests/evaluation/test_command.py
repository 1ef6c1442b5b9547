"""``lagebild evaluate``: what it prints, sets and refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from lagebild.cli.evaluate import evaluate
from lagebild.evaluation import floors, registry
from lagebild.evaluation.tasks import Case, Task
from lagebild.evaluation.tasks import Result as Measured

if TYPE_CHECKING:
    from pathlib import Path


class Stage:
    """A task whose score the test sets, on data and floors of its own."""

    def __init__(self, folder: Path) -> None:
        self.score = 0.8
        self.floors = folder / "floors.json"
        self.floors.write_text("{}", encoding="utf-8")
        self.data = folder / "gold.tsv"
        self.data.write_text("gold", encoding="utf-8")

    def run(self, path: Path) -> Measured:
        assert path == self.data
        return Measured({"f1": self.score, "recall": 0.5}, (Case("b", 0.9, "gut"), Case("a", 0.1, "schlecht")))


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    made = Stage(tmp_path)
    load, write = floors.load_floors, floors.write_floors
    monkeypatch.setattr(floors, "load_floors", lambda: load(made.floors))
    monkeypatch.setattr(floors, "write_floors", lambda rows: write(rows, made.floors))
    tasks = {
        "roles": Task("roles", "Roles of lines.", made.run, made.data),
        "sites": Task("sites", "Sites.", made.run),
    }
    monkeypatch.setattr(registry, "TASKS", tasks)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(evaluate, list(arguments))


@pytest.mark.usefixtures("stage")
def test_scores_are_printed_under_what_they_measure() -> None:
    result = run("roles")

    assert result.exit_code == 0
    assert [line.split() for line in result.stdout.splitlines()] == [
        ["Roles", "of", "lines."],
        ["f1", "0.8000"],
        ["recall", "0.5000"],
    ]


@pytest.mark.usefixtures("stage")
def test_the_worst_cases_are_printed_where_they_are_asked_for() -> None:
    assert run("roles", "--worst", "1").stdout.splitlines()[-1] == "0.100  a  schlecht"


@pytest.mark.usefixtures("stage")
def test_scores_are_json_where_that_is_asked_for() -> None:
    assert json.loads(run("roles", "--format", "json").stdout) == {"task": "roles", "f1": 0.8, "recall": 0.5}
    with_worst = json.loads(run("roles", "--format", "json", "--worst", "1").stdout)
    assert with_worst["worst"] == [{"name": "a", "score": 0.1, "detail": "schlecht"}]


@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["rolls"], "lagebild: rolls: no such task; take one of roles, sites"),
        (["sites"], "lagebild: sites: needs --data; its gold does not ship with lagebild"),
    ],
)
def test_what_cannot_be_measured_is_one_line_and_exit_code_2(arguments: list[str], problem: str) -> None:
    result = run(*arguments)

    assert (result.exit_code, result.stderr.splitlines()) == (2, [problem])


def test_data_of_ones_own_is_measured(stage: Stage) -> None:
    assert run("sites", "--data", str(stage.data)).exit_code == 0


def test_a_floor_is_set_then_kept_then_broken(stage: Stage) -> None:
    assert run("roles", "--update").exit_code == 0
    kept = run("gate")
    stage.score = 0.7
    broken = run("gate")

    assert (kept.exit_code, kept.stdout.split()) == (0, ["roles", "f1", "0.8000", "(floor", "0.8000)"])
    assert (broken.exit_code, broken.stderr) == (1, "roles: f1 is 0.7000, below its floor 0.8000\n")


def test_a_floor_goes_down_only_where_that_is_said(stage: Stage) -> None:
    run("roles", "--update")
    stage.score = 0.7

    refused = run("roles", "--update")
    assert (refused.exit_code, json.loads(stage.floors.read_text())["roles"]["metrics"]) == (2, {"f1": 0.8})
    assert refused.stderr == "lagebild: roles: f1 would go down; say --allow-regression if it must\n"
    assert run("roles", "--update", "--allow-regression").exit_code == 0
    assert json.loads(stage.floors.read_text())["roles"]["metrics"] == {"f1": 0.7}


def test_changed_data_breaks_the_gate(stage: Stage) -> None:
    run("roles", "--update")
    stage.data.write_text("other gold", encoding="utf-8")

    result = run("gate")
    assert result.exit_code == 1
    assert "the data has changed since the floor was set" in result.stderr


def test_the_gate_passes_over_a_task_whose_data_is_not_at_hand(stage: Stage) -> None:
    run("sites", "--data", str(stage.data), "--update")

    result = run("gate")
    assert result.exit_code == 0
    assert result.stdout.split(maxsplit=1) == ["sites", "not measured: give its data with --data\n"]
    assert run("gate", "--data", str(stage.data)).stdout.startswith("sites            f1 0.8000")


def test_floors_are_not_set_to_the_scores_of_another_analyzer(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    task = Task("parse", "Trees.", stage.run, stage.data)
    monkeypatch.setitem(registry.TASKS, "parse", task)
    monkeypatch.setitem(registry.ANALYZER_TASKS, "parse", lambda _: task)

    assert run("parse", "--analyzer", "spacy:x").exit_code == 0
    refused = run("parse", "--analyzer", "spacy:x", "--update")

    assert refused.exit_code == 2
    assert refused.stderr == ("lagebild: parse: its floors are those of the embedded analyzer; leave --analyzer out\n")
    assert stage.floors.read_text(encoding="utf-8") == "{}"
