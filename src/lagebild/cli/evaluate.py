"""``lagebild evaluate``: measure against gold, and hold the scores to their floors."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lagebild.evaluation.tasks import Result, Task

GATE = "gate"


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked ``lagebild evaluate`` for.

    Args:
        task: The name of the task.
        data: The gold, or ``None`` for what ships.
        analyzer: The name of the analyzer to measure, or ``None`` for the embedded one.
        worst: How many cases to print.
        form: How to print: ``table`` or ``json``.
        update: Whether to set the floors.
        allow_regression: Whether that may lower one.
    """

    task: str
    data: Path | None
    analyzer: str | None
    worst: int
    form: str
    update: bool
    allow_regression: bool


@click.command()
@click.argument("task", metavar="TASK")
@click.option("--data", type=click.Path(path_type=Path), help="The gold; what ships with lagebild if left out.")
@click.option(
    "--analyzer", metavar="NAME", help="The analyzer that parse, ner, quantities, statements and times read with."
)
@click.option("--worst", type=click.IntRange(0), default=0, metavar="N", help="Print the N worst cases.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.option("--update", is_flag=True, help="Set the floors of the task to this result.")
@click.option("--allow-regression", is_flag=True, help="Let --update lower a floor.")
def evaluate(**options: object) -> None:
    """Measure a task against gold, and hold scores to their floors.

    TASK is one of roles, agreement, spans, segments-html, segments-text, metadata, bodies-html, bodies-text, parse,
    ner, quantities, statements, times.

    TASK gate measures every task that has a floor and whose data is at hand, and fails where one is not kept.
    """
    from lagebild.model import LagebildError  # noqa: PLC0415 - keeps --help fast

    request = Request(**options)  # type: ignore[arg-type]
    try:
        if request.task == GATE:
            _gate(request.data)
        else:
            _measure(request)
    except LagebildError as error:
        click.echo(f"lagebild: {error}", err=True)
        sys.exit(2)


def _measure(request: Request) -> None:
    from lagebild.evaluation.floors import load_floors, updated, write_floors  # noqa: PLC0415 - keeps --help fast
    from lagebild.evaluation.registry import task_named  # noqa: PLC0415
    from lagebild.model import EvaluationError  # noqa: PLC0415

    task = task_named(request.task, analyzer=request.analyzer)
    if request.update and request.analyzer is not None:
        raise EvaluationError(task.name, "its floors are those of the embedded analyzer; leave --analyzer out")
    path = _data_of(task, request.data)
    result = task.run(path)
    if request.form == "json":
        cases = [asdict(case) for case in result.worst(request.worst)]
        click.echo(json.dumps({"task": task.name, **result.metrics, **({"worst": cases} if cases else {})}))
    else:
        _print_table(task, result, request.worst)
    if request.update:
        floors = updated(load_floors(), task, path, result, allow_regression=request.allow_regression)
        write_floors(floors.values())


def _print_table(task: Task, result: Result, worst: int) -> None:
    click.echo(task.description)
    for metric, value in result.metrics.items():
        click.echo(f"  {metric:24} {value:.4f}")
    for case in result.worst(worst):
        click.echo(f"{case.score:.3f}  {case.name}  {case.detail}")


def _data_of(task: Task, data: Path | None) -> Path:
    from lagebild.model import EvaluationError  # noqa: PLC0415 - keeps --help fast

    path = data or task.shipped
    if path is None:
        raise EvaluationError(task.name, "needs --data; its gold does not ship with lagebild")
    return path


def _gate(data: Path | None) -> None:
    from lagebild.evaluation.floors import load_floors, violations  # noqa: PLC0415 - keeps --help fast
    from lagebild.evaluation.registry import task_named  # noqa: PLC0415

    floors = load_floors()
    broken: list[str] = []
    for name in sorted(floors):
        task = task_named(name)
        path = task.shipped or data
        if path is None:
            click.echo(f"{name:16} not measured: give its data with --data")
            continue
        result = task.run(path)
        broken += violations(task, path, result, floors)
        click.echo(f"{name:16} {_kept(result, floors[name].metrics)}")
    for line in broken:
        click.echo(line, err=True)
    sys.exit(1 if broken else 0)


def _kept(result: Result, floors: dict[str, float]) -> str:
    scores = result.metrics
    return "  ".join(f"{name} {scores.get(name, 0.0):.4f} (floor {lowest:.4f})" for name, lowest in floors.items())
