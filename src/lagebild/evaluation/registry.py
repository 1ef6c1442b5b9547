"""The tasks by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.evaluation.roles import AGREEMENT_TASK, ROLES_TASK
from lagebild.evaluation.sites import SITE_TASKS
from lagebild.evaluation.spans import SPANS_TASK
from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from lagebild.evaluation.tasks import Task

TASKS: dict[str, Task] = {task.name: task for task in (ROLES_TASK, AGREEMENT_TASK, SPANS_TASK, *SITE_TASKS)}


def task_named(name: str) -> Task:
    """Return a task by its name.

    Raises:
        EvaluationError: If there is none of that name.
    """
    if name not in TASKS:
        raise EvaluationError(name, f"no such task; take one of {', '.join(sorted(TASKS))}")
    return TASKS[name]
