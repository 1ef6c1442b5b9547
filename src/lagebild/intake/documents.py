"""The text of an HTML document in reading order, one line a block, with the markup each line stood in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator


# Elements that start a new line, as browsers lay them out (HTML Living Standard, section 15.3).
BLOCK_TAGS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre "
    "search section select summary table tbody td tfoot th thead tr ul".split()
)
# Elements whose text no reader sees.
SILENT_TAGS = frozenset("script style template noscript head svg math object embed canvas audio video iframe".split())

# Tab, line feed and carriage return are the control characters that documents may have.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class MarkupLine:
    """One line of a document's text and the markup around it.

    Args:
        text: The words, white space folded to single spaces.
        tag: The nearest block element, such as ``p``, ``h2`` or ``li``.
        path: The elements around the line, outermost first, each as ``tag`` or ``tag class id`` in lower case.
        linked: Share of the characters that stand in a link, 0.0 to 1.0.
    """

    text: str
    tag: str
    path: tuple[str, ...]
    linked: float


def document_root(markup: str) -> html.HtmlElement:
    """Return the root of a document; control characters, which end one for libxml2, count as spaces.

    Raises:
        lxml.etree.ParserError: If there is nothing to parse.
    """
    return html.document_fromstring(_CONTROL.sub(" ", markup).encode(), parser=html.HTMLParser(encoding="utf-8"))


def read_lines(root: html.HtmlElement) -> tuple[MarkupLine, ...]:
    """Return the lines of a document in reading order; elements that no reader sees are left out."""
    collector = _LineCollector()
    for event, element in _walk(root):
        if event == "open":
            collector.open(element)
        else:
            collector.close(element)
            if element is not root:
                collector.add(element.tail)
    collector.end_line()
    return tuple(collector.lines)


def fold_space(text: str) -> str:
    r"""Return the text with every run of white space as one space, ends stripped.

    >>> fold_space("  Kim\n  Jong\u00a0Un ")
    'Kim Jong Un'
    """
    return re.sub(r"\s+", " ", text).strip()


class _LineCollector:
    """Gathers text until a block boundary, then turns it into one `MarkupLine`."""

    def __init__(self) -> None:
        self.lines: list[MarkupLine] = []
        self._pieces: list[tuple[str, bool]] = []
        self._line_path: tuple[str, ...] = ()
        self._path: list[str] = []
        self._links = 0

    def open(self, element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str):
            return  # a comment or processing instruction
        if element.tag in BLOCK_TAGS or element.tag == "br":
            self.end_line()
        self._path.append(_describe(element))
        self._links += element.tag == "a"
        if _is_seen(element):
            self.add(element.text)

    def close(self, element: html.HtmlElement) -> None:
        if not isinstance(element.tag, str):
            return
        if element.tag in BLOCK_TAGS:
            self.end_line()
        self._path.pop()
        self._links -= element.tag == "a"

    def add(self, text: str | None) -> None:
        if not text:
            return
        if not self._pieces:
            self._line_path = tuple(self._path)
        self._pieces.append((text, self._links > 0))

    def end_line(self) -> None:
        text = fold_space("".join(piece for piece, _ in self._pieces))
        if text:
            linked = sum(len(fold_space(piece)) for piece, in_link in self._pieces if in_link)
            tags = (step.split(" ", 1)[0] for step in reversed(self._line_path))
            tag = next((tag for tag in tags if tag in BLOCK_TAGS), "body")
            self.lines.append(MarkupLine(text, tag, self._line_path, min(1.0, linked / len(text))))
        self._pieces = []


def _describe(element: html.HtmlElement) -> str:
    return fold_space(f"{element.tag} {element.get('class', '')} {element.get('id', '')}".lower())


def _is_seen(element: html.HtmlElement) -> bool:
    is_hidden = element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")
    return element.tag not in SILENT_TAGS and not is_hidden


def _walk(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield ``("open", element)`` and ``("close", element)`` in document order, without recursion."""
    stack: list[tuple[str, html.HtmlElement]] = [("open", root)]
    while stack:
        event, element = stack.pop()
        yield event, element
        if event == "open":
            stack.append(("close", element))
            if isinstance(element.tag, str) and _is_seen(element):
                stack.extend(("open", child) for child in reversed(element))
