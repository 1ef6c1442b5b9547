"""``lagebild page-text``: the text that the blocks of an HTML page are counted in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from lagebild.intake.pages import Page


@click.command()
@click.argument("file")
def page_text(file: str) -> None:
    """Print the text of an HTML page.

    FILE is a page, or - for standard input. Its text comes in reading order; the offsets page_start and page_end of a
    record's blocks count its characters.
    """
    from lagebild.cli.output import opened  # noqa: PLC0415
    from lagebild.intake.html import page_text as text_of  # noqa: PLC0415

    page = _page(file)
    with opened(None, is_data=True) as output:
        output.write(f"{text_of(page)}\n")


def _page(file: str) -> Page:
    from lagebild.intake.pages import MAX_PAGE_BYTES, Page  # noqa: PLC0415
    from lagebild.model import IntakeError  # noqa: PLC0415

    # One byte more than a page may have, so that a larger one is refused and never held in memory.
    limit = MAX_PAGE_BYTES + 1
    if file == "-":
        return Page(file, sys.stdin.buffer.read(limit), media_type="text/html")
    try:
        with Path(file).open("rb") as stream:
            return Page(file, stream.read(limit), media_type="text/html")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise IntakeError(file, f"cannot be opened ({reason}); name an HTML file, or - for standard input") from error
