"""The report as a picture, for a README."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console

from lagebild.cli.excerpts import readable
from lagebild.cli.report import report

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording
    from lagebild.model import Article

PICTURE_WIDTH = 100
"""Terminal cells a line; readable at the width of a page on GitHub."""

# Unless both sides are given, rich takes both from the terminal.
_ANY_HEIGHT = 1

# Rich's template fetches a font from a server; a picture must neither call home nor look different without a network.
_FETCHED_FONT = re.compile(r"@font-face \{[^}]*\}\s*")


def report_svg(article: Article, wording: Wording, *, why: bool = False) -> str:
    """Return the report on an article as an SVG image, the same for the same article on every machine.

    Args:
        article: What was read.
        wording: The catalogue.
        why: Whether to tell why statements are in the record.
    """
    # Everything that rich would else learn from the environment is said here.
    console = Console(
        file=StringIO(),
        record=True,
        width=PICTURE_WIDTH,
        height=_ANY_HEIGHT,
        force_terminal=True,
        color_system="truecolor",
        no_color=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.print(report(article, wording, width=PICTURE_WIDTH, why=why))
    svg = console.export_svg(title=f"lagebild read {readable(article.source.name)}", unique_id="lagebild")
    return _FETCHED_FONT.sub("", svg).replace("Fira Code, monospace", "monospace")
