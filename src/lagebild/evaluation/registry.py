"""The tasks by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.evaluation.names import names_task
from lagebild.evaluation.quantities import quantities_task
from lagebild.evaluation.roles import AGREEMENT_TASK, ROLES_TASK
from lagebild.evaluation.sites import SITE_TASKS
from lagebild.evaluation.spans import SPANS_TASK
from lagebild.evaluation.statements import statements_task
from lagebild.evaluation.times import times_task
from lagebild.evaluation.treebanks import parse_task
from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lagebild.evaluation.tasks import Task

ANALYZER_TASKS: dict[str, Callable[[str | None], Task]] = {
    "parse": parse_task,
    "ner": names_task,
    "quantities": quantities_task,
    "statements": statements_task,
    "times": times_task,
}
"""The tasks that measure an analyzer, made for one of any name."""

TASKS: dict[str, Task] = {
    task.name: task
    for task in (
        ROLES_TASK,
        AGREEMENT_TASK,
        SPANS_TASK,
        *SITE_TASKS,
        *(made_for(None) for made_for in ANALYZER_TASKS.values()),
    )
}


def task_named(name: str, *, analyzer: str | None = None) -> Task:
    """Return a task by its name.

    Args:
        name: What the command line calls it.
        analyzer: The name of the analyzer that it measures, ``None`` for the embedded one.

    Raises:
        EvaluationError: If there is none of that name, or it measures no analyzer though one is given.
    """
    if name not in TASKS:
        raise EvaluationError(name, f"no such task; take one of {', '.join(sorted(TASKS))}")
    if analyzer is None:
        return TASKS[name]
    if name not in ANALYZER_TASKS:
        raise EvaluationError(
            name, f"measures no analyzer; leave --analyzer out, or take {' or '.join(ANALYZER_TASKS)}"
        )
    return ANALYZER_TASKS[name](analyzer)
