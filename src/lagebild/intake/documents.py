"""The text of an HTML document in reading order, one line a block, with the markup each line stood in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import html

# Elements that start a new line, as browsers lay them out (HTML Living Standard, section 15.3).
BLOCK_TAGS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)
# Elements whose text no reader sees.
SILENT_TAGS = frozenset(["script", "style", "template", "noscript", "head", "svg", "math", "object", "embed", "canvas", "audio", "video", "iframe"])
# A document nested deeper than this is an attack or an accident; what lies below is not read.
MAX_DEPTH = 1_000


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


class _LineCollector:
    """Gathers text until a block boundary, then turns it into one `MarkupLine`."""

    def __init__(self) -> None:
        self.lines: list[MarkupLine] = []
        self._pieces: list[tuple[str, bool]] = []
        self._path: tuple[str, ...] = ()

    def add(self, text: str | None, path: list[str], *, in_link: bool) -> None:
        if not text:
            return
        if not self._pieces or not self._path:
            self._path = tuple(path)
        self._pieces.append((text, in_link))

    def end_line(self) -> None:
        text = fold_space("".join(piece for piece, _ in self._pieces))
        if text:
            linked = sum(len(fold_space(piece)) for piece, in_link in self._pieces if in_link)
            tag = next((step.split(" ", 1)[0] for step in reversed(self._path) if _is_block(step)), "body")
            self.lines.append(MarkupLine(text, tag, self._path, min(1.0, linked / len(text))))
        self._pieces = []
        self._path = ()


def fold_space(text: str) -> str:
    r"""Return the text with every run of white space as one space, ends stripped.

    >>> fold_space("  Kim\\n  Jong\\u00a0Un ")
    'Kim Jong Un'
    """
    return re.sub(r"\s+", " ", text).strip()


def _is_block(step: str) -> bool:
    return step.split(" ", 1)[0] in BLOCK_TAGS


def _describe(element: html.HtmlElement) -> str:
    names = f"{element.tag} {element.get('class', '')} {element.get('id', '')}"
    return fold_space(names.lower())


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "")


def _walk(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Yield ``("open", element)`` and ``("close", element)`` in document order, without recursion."""
    stack: list[tuple[str, html.HtmlElement]] = [("open", root)]
    while stack:
        event, element = stack.pop()
        yield event, element
        if event == "open":
            stack.append(("close", element))
            if isinstance(element.tag, str) and element.tag not in SILENT_TAGS and not _is_hidden(element):
                stack.extend(("open", child) for child in reversed(element))


def read_lines(root: html.HtmlElement) -> tuple[MarkupLine, ...]:
    """Return the lines of a document in reading order; elements that no reader sees are left out."""
    collector = _LineCollector()
    path: list[str] = []
    links = 0
    for event, element in _walk(root):
        is_element = isinstance(element.tag, str)
        if event == "open":
            if not is_element:
                continue
            is_line_break = element.tag in BLOCK_TAGS or element.tag == "br"
            if is_line_break:
                collector.end_line()
            path.append(_describe(element))
            links += element.tag == "a"
            if element.tag not in SILENT_TAGS and not _is_hidden(element):
                collector.add(element.text, path, in_link=links > 0)
        else:
            if is_element:
                if element.tag in BLOCK_TAGS:
                    collector.end_line()
                path.pop()
                links -= element.tag == "a"
            if element is not root:
                collector.add(element.tail, path, in_link=links > 0)
    collector.end_line()
    return tuple(collector.lines)
