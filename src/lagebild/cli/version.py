"""``lagebild version``: what a record depends on."""

from __future__ import annotations

import platform

import click


@click.command()
def version() -> None:
    """Print the versions that a record depends on."""
    from lagebild.intake.lines.model import model_version  # noqa: PLC0415
    from lagebild.lexicon import lexicon_version  # noqa: PLC0415
    from lagebild.version import __version__  # noqa: PLC0415

    click.echo(f"lagebild {__version__}")
    click.echo(f"model {model_version()}")
    click.echo(f"lexicon {lexicon_version()}")
    click.echo(f"Python {platform.python_version()}")
