"""The command line: one module a command, and what people see."""

from __future__ import annotations

import sys

# What shells report for a process that the interrupt signal ended: 128 and the number of the signal.
_INTERRUPTED = 130
_FAILED = 2


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


def _run() -> int:
    # Nothing is imported before it is needed: help must come at once.
    import click  # noqa: PLC0415

    from lagebild.cli.app import app  # noqa: PLC0415
    from lagebild.model.errors import LagebildError  # noqa: PLC0415

    try:
        return int(app.main(prog_name="lagebild", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return _INTERRUPTED
    except LagebildError as error:
        click.echo(f"lagebild: {error}", err=True)
        return _FAILED
