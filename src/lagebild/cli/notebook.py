"""The article as HTML for a notebook: what the report shows, in tables that read well in light, in dark, unstyled."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from lagebild.cli.contents import facts, findings, title
from lagebild.cli.marked_text import marked_text
from lagebild.cli.sections.rows import ANSWER_MARK, Tone
from lagebild.cli.sections.set_aside import set_aside_section
from lagebild.cli.wording import UI_LANGUAGES, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.cli.excerpts import Excerpt
    from lagebild.cli.sections.rows import Row, Section
    from lagebild.cli.wording import Wording
    from lagebild.model import Article

_OTHERWISE = "en"

# Text has the colour of the notebook. Lines under a word are at 3:1 (WCAG 1.4.11) on white and on #111. The background
# that Jupyter gives every second row would cut through cells that span rows. The class stands twice where Jupyter's own
# rules for tables must be outweighed.
_STYLE = """
.lagebild{max-width:62em;line-height:1.45}
.lagebild.lagebild table{border-collapse:collapse;table-layout:auto;width:100%;margin:0 0 1em;\
font-size:inherit;color:inherit}
.lagebild tr{background:none!important}
.lagebild.lagebild th,.lagebild.lagebild td{text-align:left;vertical-align:top;padding:.15em 1em .15em 0;border:0;\
color:inherit;font-weight:normal;line-height:inherit;white-space:normal}
.lagebild.lagebild th{width:22%;font-weight:600}
.lagebild.lagebild td.lagebild-detail,.lagebild.lagebild td.lagebild-place{width:1%;white-space:nowrap}
.lagebild.lagebild td.lagebild-place{text-align:right;padding-right:0}
.lagebild h4{margin:1em 0 .3em}
.lagebild-aside{opacity:.72}
.lagebild-against,.lagebild-for,.lagebild-caution{border-bottom:2px solid}
.lagebild-against{border-color:#d1495b}
.lagebild-for{border-color:#3a9b5c}
.lagebild-caution{border-color:#c98a1b;font-weight:600}
.lagebild summary{cursor:pointer;margin:.6em 0 .3em}
.lagebild-text{white-space:pre-wrap}
"""

_TONES = {Tone.AGAINST: "lagebild-against", Tone.FOR: "lagebild-for", Tone.CAUTION: "lagebild-caution"}


def article_html(article: Article, *, ui: Literal["de", "en"] | None = None) -> str:
    """Return what was read from an article as HTML, with nothing in it that would have to be fetched.

    Args:
        article: What was read.
        ui: The language of the words around it; by default the language of the article, English where it is neither.
    """
    words = wording(ui or (article.language if article.language in UI_LANGUAGES else _OTHERWISE))
    found = findings(article, words)
    aside = set_aside_section(article, words)
    parts = [
        f'<article class="lagebild" lang="{words.language}">',
        f"<style>{_STYLE}</style>",
        f"<h3{_lang(article, words)}>{escape(title(article))}</h3>",
        f'<p class="lagebild-aside">{escape(" · ".join(facts(article, words)))}</p>',
        "" if found else f"<p>{escape(words.phrases.nothing_found)}</p>",
        *(f"<h4>{escape(section.title)}</h4>{_table(section, article, words)}" for section in found),
        _folded(aside.title, _table(aside, article, words)) if aside.rows else "",
        _folded(
            words.phrases.text,
            f'<div class="lagebild-text"{_lang(article, words)}>{marked_text(article, words)}</div>',
        ),
        "</article>",
    ]
    return "".join(parts)


def _folded(summary: str, content: str) -> str:
    return f"<details><summary>{escape(summary)}</summary>{content}</details>"


def _lang(article: Article, words: Wording) -> str:
    """Return the attribute that tells the language of the page where it is not that of the words around it."""
    language = article.language or ""
    return "" if language == words.language else f' lang="{escape(language)}"'


def _table(section: Section, article: Article, words: Wording) -> str:
    has_labels = any(row.label for row in section.rows)
    has_details = any(row.detail for row in section.rows)
    lines = []
    for rows in _by_label(section.rows):
        for index, row in enumerate(rows):
            cells = [
                _label(row, len(rows)) if has_labels and index == 0 else "",
                _detail(row) if has_details else "",
                f"<td>{_body(row, article, words)}</td>",
                f'<td class="lagebild-place lagebild-aside">{escape(row.place)}</td>',
            ]
            lines.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(lines)}</table>"


def _by_label(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield the rows under each label, so that it stands once."""
    for _, group in groupby(rows, key=lambda row: (row.label, row.subject)):
        yield list(group)


def _label(row: Row, count: int) -> str:
    span = f' rowspan="{count}"' if count > 1 else ""
    return f'<th scope="row"{span}>{escape(row.label)}</th>' if row.label else f"<td{span}></td>"


def _detail(row: Row) -> str:
    tone = f' class="{_TONES[row.tone]}"' if row.tone in _TONES else ""
    under = f'<span aria-hidden="true">{ANSWER_MARK}</span>' if row.is_answer else ""
    return f'<td class="lagebild-detail">{under}<span{tone}>{escape(row.detail)}</span></td>'


def _body(row: Row, article: Article, words: Wording) -> str:
    notes = ", ".join(row.notes)
    parts = (
        escape(row.lead),
        ", ".join(_quoted(quote, article, words) for quote in row.quotes),
        f'<span class="lagebild-aside">({escape(notes)})</span>' if notes else "",
    )
    return " ".join(filter(None, parts))


def _quoted(excerpt: Excerpt, article: Article, words: Wording) -> str:
    opening, closing = words.quotes
    before, after = (
        f'<span class="lagebild-aside">{escape(context)}</span>' if context else ""
        for context in (excerpt.before, excerpt.after)
    )
    return f"<span{_lang(article, words)}>{before}{opening}{escape(excerpt.quote)}{closing}{after}</span>"
