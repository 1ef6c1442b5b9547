"""The layout of a section: in columns where the width allows, else with labels on lines of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from lagebild.cli.excerpts import fitted
from lagebild.cli.sections.rows import ANSWER_MARK, Tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from lagebild.cli.excerpts import Excerpt
    from lagebild.cli.sections.rows import Row, Section
    from lagebild.cli.wording import Wording

_INDENT = 2
_GAP = 2
_MAX_LABEL = 34

# A body narrower than this breaks too many German compounds, and beside long labels it should not look squeezed.
_MIN_BODY = 34
_MIN_BODY_SHARE = 0.45

# Labels that take more of the width than this stand better on lines of their own than they push the places inline.
_LONG_LABEL_SHARE = 0.3

# A quote may fill this many lines of its column; the ragged ends of the lines cost about a word each.
_QUOTE_LINES = 2
_RAGGED_CELLS = 8
_MIN_QUOTE = 20

_TONES = {Tone.PLAIN: "", Tone.AGAINST: "red", Tone.FOR: "green", Tone.CAUTION: "bold yellow"}


@dataclass(frozen=True, slots=True)
class _Columns:
    """The widths of a section's columns, in terminal cells.

    Args:
        label: ``None`` where labels stand on lines of their own.
        detail: Zero where no row has one.
        body: What is left for quotes.
        place: ``None`` where the place stands behind the quotes.
    """

    label: int | None
    detail: int
    body: int
    place: int | None

    @property
    def indent(self) -> int:
        """How far the rows are indented."""
        return _INDENT if self.label is not None else 2 * _INDENT


def laid_out(section: Section, wording: Wording, *, width: int) -> Iterator[RenderableType]:
    """Yield the rows of a section, each no wider than the width."""
    columns = _columns(section, width)
    above: Row | None = None
    for row in section.rows:
        label = "" if row.shares_label_with(above) else row.label
        above = row
        style = "" if section.quiet else "bold"
        if columns.label is None and label:
            yield Padding(Text(label, style=style), (0, 0, 0, _INDENT))
        yield Padding(_line(row, Text(label, style=style), columns, wording), (0, 0, 0, columns.indent))


def _columns(section: Section, width: int) -> _Columns:
    """Return the first arrangement that leaves room for the body, else the one that leaves most."""
    label = min(_MAX_LABEL, _widest(row.label for row in section.rows))
    detail = _widest(_detail(row) for row in section.rows)
    beside = _widest(row.place for row in section.rows)
    arrangement = _Columns(None, detail, width, None)
    choices: list[tuple[int | None, int | None]] = [(label, beside), (label, None), (None, beside), (None, None)]
    if label > _LONG_LABEL_SHARE * width:
        choices[1], choices[2] = choices[2], choices[1]
    for label_width, place_width in choices:
        indent = _INDENT if label_width is not None else 2 * _INDENT
        taken = sum(cells + _GAP for cells in (label_width, detail, place_width) if cells)
        arrangement = _Columns(label_width, detail, width - indent - taken, place_width)
        if arrangement.body >= max(_MIN_BODY, _MIN_BODY_SHARE * width):
            break
    return arrangement


def _widest(texts: Iterator[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _line(row: Row, label: Text, columns: _Columns, wording: Wording) -> Table:
    table = Table.grid(padding=(0, _GAP), collapse_padding=True)
    cells: list[Text] = []
    if columns.label:
        table.add_column(width=columns.label)
        cells.append(label)
    if columns.detail:
        table.add_column(width=columns.detail, justify="right" if row.detail.isdecimal() else "left")
        cells.append(Text(_detail(row), style=_TONES[row.tone]))
    table.add_column(width=columns.body)
    cells.append(_body(row, columns, wording))
    if columns.place:
        table.add_column(width=columns.place, justify="right")
        cells.append(Text(row.place, style="dim"))
    table.add_row(*cells)
    return table


def _detail(row: Row) -> str:
    return f"{ANSWER_MARK}{row.detail}" if row.is_answer else row.detail


def _body(row: Row, columns: _Columns, wording: Wording) -> Text:
    room = _QUOTE_LINES * columns.body - _RAGGED_CELLS
    quotes = [_quoted(words, max(_MIN_QUOTE, room // len(row.quotes)), wording) for words in row.quotes]
    notes = ", ".join(row.notes)
    if columns.place is None:
        notes = "; ".join(filter(None, (notes, row.place)))
    parts = [Text(row.lead), Text(", ").join(quotes), Text(notes and f"({notes})", style="dim")]
    return Text(" ").join(part for part in parts if part)


def _quoted(words: Excerpt, width: int, wording: Wording) -> Text:
    opening, closing = wording.quotes
    shown = fitted(words, width)
    return Text.assemble((shown.before, "dim"), f"{opening}{shown.quote}{closing}", (shown.after, "dim"))
