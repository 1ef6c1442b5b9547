"""XML feeds are mended before a feed parser sees them.

feedparser reads whatever is XML, but a few inputs cost it a time that grows with the square of their length (an author
of 200 KB, 20,000 attributes), and others an error. libxml2 mends in linear time, and bounds the depth; what is left to
bound, such as the number of elements, is bounded here.
"""

from __future__ import annotations

import re
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from lxml import etree

from lagebild.intake.kinds import prolog_end
from lagebild.model import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TAGS = 150_000
"""feedparser reads 25,000 tags a second at worst; a thousand entries have some 20,000."""

# The XML parser hands over text in pieces that end at these, some 500,000 a second.
_PIECE_ENDS = (b"&", b"\n")
_MAX_PIECES = 1_500_000
_MAX_ATTRIBUTES = 32
# Names end long before; feedparser looks for e-mail addresses in them with an expression that is quadratic, and leaves
# half an address in the name where its last part has more than four letters. So none is left for it to find.
_MAX_PERSON_CHARS = 120
_MAIL = re.compile(r"(?:mailto:)?[^\s@<>()]{1,64}@[^\s@<>()]{1,255}")
_PERSON_TAGS = frozenset(
    ["author", "contributor", "creator", "editor", "email", "managingeditor", "name", "owner", "publisher", "webmaster"]
)
_ENTITY_DECLARATION = re.compile(r"<!entity", re.IGNORECASE)
_FIRST_ELEMENT = re.compile(r"<[a-z_]", re.IGNORECASE)
_AMPERSAND = re.compile(r"&(?:(#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)?", re.IGNORECASE)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
# What XML 1.0 allows no document to hold (section 2.2).
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CDATA_START, _CDATA_END = "<![CDATA[", "]]>"


def mended(text: str, *, name: str) -> bytes:
    """Return the document as well-formed XML in UTF-8, as far as it can be mended.

    Args:
        text: The document.
        name: What errors call it.

    Raises:
        IntakeError: If it declares entities, has too many tags or lines, or is no XML at all.
    """
    first = _FIRST_ELEMENT.search(text)
    if first and _ENTITY_DECLARATION.search(text, 0, first.start()):
        raise IntakeError(name, "declares XML entities, which can be an attack; remove the <!ENTITY> lines")
    pieces = list(_pieces(_NO_XML.sub(" ", text[prolog_end(text) :])))
    if sum(piece.count("<") for is_cdata, piece in pieces if not is_cdata) > MAX_TAGS:
        raise IntakeError(name, f"more than {MAX_TAGS:,} tags; split the feed")
    body = "".join(piece if is_cdata else _AMPERSAND.sub(_reference, piece) for is_cdata, piece in pieces)
    root = etree.fromstring(body.encode() or b" ", parser=_parser())
    if root is None:
        raise IntakeError(name, "no feed: not XML; try --as auto")
    _bound(root)
    document = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    if sum(document.count(end) for end in _PIECE_ENDS) > _MAX_PIECES:
        raise IntakeError(name, f"more than {_MAX_PIECES:,} lines and references; split the feed")
    return document


def _parser() -> etree.XMLParser:
    return etree.XMLParser(encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True)


def _pieces(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the text in pieces, each with whether it is a CDATA section, in which an ampersand is just that."""
    position = 0
    while (start := text.find(_CDATA_START, position)) >= 0:
        end = text.find(_CDATA_END, start)
        if end < 0:
            break
        yield False, text[position:start]
        position = end + len(_CDATA_END)
        yield True, text[start:position]
    yield False, text[position:]


def _reference(match: re.Match[str]) -> str:
    """Return a reference that XML knows for one that HTML knows, and an escaped ampersand for one that stands alone."""
    name = match.group(1)
    if name is None:
        return "&amp;"
    if name.startswith("#") or name in _XML_ENTITIES:
        return match.group()
    return escape(html5[f"{name};"]) if f"{name};" in html5 else f"&amp;{name};"


def _bound(root: etree._Element) -> None:
    for element in root.iter("*"):
        if len(element.attrib) > _MAX_ATTRIBUTES:
            element.attrib.clear()
        if element.text and _local_name(element) in _PERSON_TAGS:
            element.text = _MAIL.sub(" ", element.text[:_MAX_PERSON_CHARS]).strip(" ()<>")


def _local_name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
