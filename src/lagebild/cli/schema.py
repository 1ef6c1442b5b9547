"""``lagebild schema``: the shape of a record."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from importlib.resources import files  # noqa: PLC0415 - slow to import

    from lagebild.cli.output import opened  # noqa: PLC0415

    with opened(None, is_data=True) as output:
        output.write((files("lagebild.model") / "record.schema.json").read_text(encoding="utf-8"))
