"""Words of the page as the report shows them: in one line, without control characters, cut to a width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from lagebild.model import Span

# What would move the cursor, colour the terminal or turn the direction of writing (ISO 6429 C0 and C1; UAX 9 embeddings
# and isolates): a page must not reach the reader's terminal with it. The soft hyphen and zero-width space show nothing.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " ")
_UNSEEN = dict.fromkeys([0xAD, 0x200B, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], "")
_TO_READABLE = _CONTROLS | _UNSEEN

_QUOTATION_MARKS = "\"'„“”‟«»‹›‚‘’‛"
_APOSTROPHES = "'’"

# A stop after two small letters or three of any size, so that neither "5. Juni" nor "Dr. Kim" ends a sentence.
_STOP = rf"(?:(?<=[a-zäöüß]{{2}}[.!?])|(?<=[^\W\d_]{{3}}[.!?]))[{_QUOTATION_MARKS})]*"
_SENTENCE_START = re.compile(rf"{_STOP}\s+")
_SENTENCE_END = re.compile(rf"{_STOP}(?=\s)")

# No screen shows more of a sentence on either side of a quote.
_MAX_CONTEXT = 300


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quote in its sentence.

    Args:
        quote: The words themselves.
        before: What stands before them in the sentence.
        after: What stands behind them in the sentence.
    """

    quote: str
    before: str = ""
    after: str = ""


def readable(text: str) -> str:
    r"""Return the text in one line, without characters that steer a terminal.

    >>> readable("Kim\n\x1b[31mreist\u202e")
    'Kim [31mreist'
    """
    return " ".join(text.translate(_TO_READABLE).split())


def unquoted(text: str) -> str:
    """Return the readable text without quotation marks around it, ready to be put in those of the report.

    Marks at an end stay where their partner may stand inside.

    >>> unquoted('"sehr reichhaltig"'), unquoted('sehr "reichhaltig"')
    ('sehr reichhaltig', 'sehr "reichhaltig"')
    """
    words = readable(text)
    inside = words.strip(_QUOTATION_MARKS + " ")
    return words if any(mark in inside for mark in _QUOTATION_MARKS if mark not in _APOSTROPHES) else inside


def excerpt(text: str, span: Span) -> Excerpt:
    """Return the words of a span in their sentence."""
    before = text[max(0, span.start - _MAX_CONTEXT) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _MAX_CONTEXT].partition("\n")[0]
    start = max((match.end() for match in _SENTENCE_START.finditer(before)), default=0)
    end = _SENTENCE_END.search(span.of(text)[-4:] + after)
    stop = len(after) if end is None else max(0, end.end() - len(span.of(text)[-4:]))
    return Excerpt(readable(span.of(text)), _with_edges(before[start:]), _with_edges(after[:stop]))


def cut(text: str, width: int) -> str:
    """Return the text shortened at a word to a number of terminal cells, with "…" where words are missing.

    >>> cut("Beide Führer planen eine Partnerschaft", 24)
    'Beide Führer planen …'
    """
    if cell_len(text[: 2 * width]) <= width and len(text) <= 2 * width:
        return text
    kept = _within(text, width - 2)
    if text[len(kept) : len(kept) + 1].isspace():
        return f"{kept.rstrip()} …"
    whole_words, _, _ = kept.rpartition(" ")
    # A single word fills most of the line: rather cut it than show next to nothing.
    return f"{whole_words.rstrip()} …" if len(whole_words) > len(kept) // 2 else f"{kept}…"


def fitted(words: Excerpt, width: int) -> Excerpt:
    """Return the excerpt shortened to a number of terminal cells; its quote is cut last.

    The width counts the words and not the quotation marks around the quote.
    """
    quote = cut(words.quote, width)
    room = width - cell_len(quote)
    before_cells, after_cells = cell_len(words.before), cell_len(words.after)
    for_before = max(room // 2, room - after_cells)
    before = words.before if before_cells <= for_before else _end_of(words.before, for_before)
    after = words.after if after_cells <= room - cell_len(before) else _start_of(words.after, room - cell_len(before))
    return Excerpt(quote, before, after)


def _with_edges(text: str) -> str:
    """Return the readable text; white space at its ends stays as one space."""
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + readable(text) + " " * text[-1].isspace()


def _within(text: str, width: int) -> str:
    kept = text[: max(1, width)]
    while len(kept) > 1 and cell_len(kept) > width:
        kept = kept[:-1]
    return kept


def _start_of(text: str, width: int) -> str:
    words = _within(text, width - 2).rpartition(" ")[0].rstrip()
    return f"{words} …" if width > len(" …") else ""


def _end_of(text: str, width: int) -> str:
    backwards = _within(text[::-1], width - 2)
    words = backwards.rpartition(" ")[0][::-1]
    return f"… {words.lstrip()}" if width > len("… ") else ""
