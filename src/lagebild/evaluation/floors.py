"""Floors: scores that must not go down silently, each beside a digest of the data it was measured on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.tasks import digest_of
from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.evaluation.tasks import Result, Task

FLOORS = Path(__file__).parent / "floors.json"
# Scores of the same model may differ in the last digits between processors.
TOLERANCE = 0.0005


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest scores that a task may have.

    Args:
        task: The name of the task.
        digest: Digest of the data.
        metrics: The floors by metric.
    """

    task: str
    digest: str
    metrics: dict[str, float]


def load_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """Return the floors by the name of their task.

    Raises:
        EvaluationError: If the file is missing or broken.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {name: Floor(name, row["digest"], row["metrics"]) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(str(path), f"cannot be read ({error}); restore it from version control") from error


def violations(task: Task, data: Path, result: Result, floors: dict[str, Floor]) -> list[str]:
    """Return in words what a result falls short of; empty where the floors hold, or where the task has none."""
    floor = floors.get(task.name)
    if floor is None:
        return []
    if floor.digest != digest_of(data):
        return [f"{task.name}: the data has changed since the floor was set; measure anew and set it with --update"]
    return [
        f"{task.name}: {metric} is {result.metrics.get(metric, 0.0):.4f}, below its floor {lowest:.4f}"
        for metric, lowest in sorted(floor.metrics.items())
        if result.metrics.get(metric, 0.0) < lowest - TOLERANCE
    ]


def updated(
    floors: dict[str, Floor], task: Task, data: Path, result: Result, *, allow_regression: bool = False
) -> dict[str, Floor]:
    """Return the floors with those of a task set to a result.

    A task that has floors keeps their metrics; a new one gets the first metric of the result. A score that is lower
    within `TOLERANCE` leaves its floor where it is, or floors would sink step by step.

    Raises:
        EvaluationError: If a floor would go down on the same data, and that is not allowed.
    """
    old = floors.get(task.name)
    digest = digest_of(data)
    names = old.metrics if old else list(result.metrics)[:1]
    metrics = {name: round(result.metrics.get(name, 0.0), 4) for name in names}
    if old and old.digest == digest and not allow_regression:
        lower = [name for name, value in metrics.items() if value < old.metrics[name] - TOLERANCE]
        if lower:
            raise EvaluationError(task.name, f"{', '.join(lower)} would go down; say --allow-regression if it must")
        metrics = {name: max(value, old.metrics[name]) for name, value in metrics.items()}
    return {**floors, task.name: Floor(task.name, digest, metrics)}


def write_floors(floors: Iterable[Floor], path: Path = FLOORS) -> None:
    """Write the floors, aside first, so that a crash leaves the old file."""
    rows = {
        floor.task: {"digest": floor.digest, "metrics": floor.metrics}
        for floor in sorted(floors, key=lambda floor: floor.task)
    }
    aside = path.with_suffix(".new")
    aside.write_text(json.dumps(rows, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    aside.replace(path)
