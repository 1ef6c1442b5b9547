"""The progress bar on standard error, for people who wait for many pages."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

# A name longer than this would push the bar off a terminal of 80 columns.
_NAME_WIDTH = 40


class Bar:
    """A progress bar that gives way while something is printed.

    Args:
        progress: The bar of rich, or ``None`` to show nothing.
        task: What it counts.
    """

    def __init__(self, progress: Progress | None, task: TaskID | None) -> None:
        self._progress = progress
        self._task = task

    def begin(self, source: str) -> None:
        """Show which input is being read."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=source[-_NAME_WIDTH:])

    def end(self) -> None:
        """Count one input as read."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def aside(self, write: Callable[[], None]) -> None:
        """Write to the terminal where the bar stands."""
        if self._progress is None:
            write()
            return
        self._progress.stop()
        try:
            write()
        finally:
            self._progress.start()


@contextmanager
def bar_over(inputs: int, *, is_terminal: bool) -> Iterator[Bar]:
    """Show a bar over the inputs if there are several and somebody may be looking."""
    if inputs < 2 or not is_terminal:  # noqa: PLR2004 - several are two
        yield Bar(None, None)
        return
    from rich.console import Console  # noqa: PLC0415 - rich is not needed for one page
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Bar(progress, progress.add_task("", total=inputs))
