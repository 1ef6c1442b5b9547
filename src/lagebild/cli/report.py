"""The report on one article, made for eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from lagebild.cli.contents import facts, findings, title
from lagebild.cli.excerpts import readable
from lagebild.cli.layout import laid_out
from lagebild.cli.sections.set_aside import set_aside_section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from lagebild.cli.sections.rows import Section
    from lagebild.cli.wording import Wording
    from lagebild.model import Article

MIN_WIDTH = 40
"""Narrower terminals get lines that they wrap themselves."""

MAX_WIDTH = 120
"""Longer lines are hard to read."""


def report(article: Article, wording: Wording, *, width: int, why: bool = False) -> RenderableType:
    """Return the report on an article: the answer first, then its evidence, then what was left aside.

    Args:
        article: What was read.
        wording: The catalogue.
        width: Terminal cells a line, from `MIN_WIDTH` to `MAX_WIDTH`.
        why: Whether to tell why statements are in the record.
    """
    found = findings(article, wording, why=why)
    aside = set_aside_section(article, wording)
    parts: list[RenderableType] = [
        Text(title(article), style="bold"),
        Text("\n".join(_flowing(facts(article, wording), width)), style="dim"),
    ]
    if not found:
        parts += ["", Text(wording.phrases.nothing_found)]
    for section in [*found, aside] if aside.rows else found:
        parts += ["", _heading(section), *laid_out(section, wording, width=width)]
    return Group(*parts)


def whole_record_hint(command: str, wording: Wording) -> Text:
    """Return the last words of a report: the command that prints the whole record, in one line to be copied."""
    return Text.assemble("\n", (wording.phrases.whole_record, "dim"), f"\n  {readable(command)}")


def _heading(section: Section) -> Text:
    return Text(section.title.upper(), style="bold cyan")


def _flowing(known: Iterable[str], width: int) -> list[str]:
    """Return the facts in lines that break between facts."""
    lines: list[str] = []
    for fact in known:
        if lines and cell_len(f"{lines[-1]} · {fact}") <= width:
            lines[-1] += f" · {fact}"
        else:
            lines.append(fact)
    return lines
