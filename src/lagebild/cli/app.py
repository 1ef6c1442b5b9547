"""The commands of ``lagebild``."""

from __future__ import annotations

import click

from lagebild.cli.analyze import analyze
from lagebild.cli.evaluate import evaluate
from lagebild.cli.page_text import page_text
from lagebild.cli.read import read
from lagebild.cli.schema import schema
from lagebild.cli.version import version


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="lagebild")
def app() -> None:
    """Turn news pages into records that can be checked: every finding is a span of its source text."""


for command in (read, analyze, evaluate, page_text, schema, version):
    app.add_command(command)
