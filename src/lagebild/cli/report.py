"""The report on one article, made for eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.text import Text

from lagebild.cli.excerpts import cut, readable
from lagebild.cli.layout import laid_out
from lagebild.cli.phrasing import published_in_words
from lagebild.cli.sections.days import time_section
from lagebild.cli.sections.deeds import event_section
from lagebild.cli.sections.doubts import warning_section
from lagebild.cli.sections.entities import entity_section
from lagebild.cli.sections.numbers import quantity_section
from lagebild.cli.sections.set_aside import set_aside_section
from lagebild.cli.sections.statements import statement_section

if TYPE_CHECKING:
    from rich.console import RenderableType

    from lagebild.cli.sections.rows import Section
    from lagebild.cli.wording import Wording
    from lagebild.model import Article

MIN_WIDTH = 40
"""Narrower terminals get lines that they wrap themselves."""

MAX_WIDTH = 120
"""Longer lines are hard to read."""

_FINDINGS = (statement_section, event_section, time_section, quantity_section, entity_section, warning_section)

_MAX_NAMES = 4
_MAX_NAME_CELLS = 40
_MAX_HEADLINE_CELLS = 300


def report(article: Article, wording: Wording, *, width: int) -> RenderableType:
    """Return the report on an article: the answer first, then its evidence, then what was left aside.

    Args:
        article: What was read.
        wording: The catalogue.
        width: Terminal cells a line, from `MIN_WIDTH` to `MAX_WIDTH`.
    """
    found = [section for section in (find(article, wording) for find in _FINDINGS) if section.rows]
    aside = set_aside_section(article, wording)
    parts: list[RenderableType] = [_headline(article), _facts(article, wording, width)]
    if not found:
        parts += ["", Text(wording.phrases.nothing_found)]
    for section in [*found, aside] if aside.rows else found:
        parts += ["", _title(section), *laid_out(section, wording, width=width)]
    return Group(*parts)


def whole_record_hint(command: str, wording: Wording) -> Text:
    """Return the last words of a report: the command that prints the whole record, in one line to be copied."""
    return Text.assemble("\n", (wording.phrases.whole_record, "dim"), f"\n  {readable(command)}")


def _title(section: Section) -> Text:
    return Text(section.title.upper(), style="bold cyan")


def _headline(article: Article) -> Text:
    headline = readable(article.headline.text) if article.headline else ""
    return Text(cut(headline or readable(article.source.name), _MAX_HEADLINE_CELLS), style="bold")


def _facts(article: Article, wording: Wording, width: int) -> Text:
    phrases = wording.phrases
    language = article.language
    facts = [
        readable(article.source.name),
        readable(article.site or ""),
        wording.languages.get(language, language) if language else phrases.language_unknown,
        published_in_words(article.published, wording),
        _people(article.authors, phrases.authors, wording),
        _people(article.contributors, phrases.contributors, wording),
    ]
    return Text("\n".join(_flowing(facts, width)), style="dim")


def _flowing(facts: list[str], width: int) -> list[str]:
    """Return the facts that are not empty in lines that break between facts."""
    lines: list[str] = []
    for fact in filter(None, facts):
        if lines and cell_len(f"{lines[-1]} · {fact}") <= width:
            lines[-1] += f" · {fact}"
        else:
            lines.append(fact)
    return lines


def _people(names: tuple[str, ...], phrase: str, wording: Wording) -> str:
    if not names:
        return ""
    listed = ", ".join(cut(readable(name), _MAX_NAME_CELLS) for name in names[:_MAX_NAMES])
    left = len(names) - _MAX_NAMES
    return phrase.format(names=wording.phrases.more_names.format(names=listed, count=left) if left > 0 else listed)
