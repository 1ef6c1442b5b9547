"""Which kind of input some bytes are, told from the bytes themselves."""

from __future__ import annotations

import json
import re
import zlib
from enum import StrEnum
from typing import Any

from lagebild.intake.decoding import decode_bytes
from lagebild.model import IntakeError

START_BYTES = 65_536
"""How many bytes from the start `kind_of` needs at most."""

TEXT_KEYS = ("text", "html", "page_text")
"""The keys of which a corpus line has one."""

GZIP_MAGIC = b"\x1f\x8b"


class Kind(StrEnum):
    """The kinds of input, named as ``--as`` names them."""

    HTML = "html"
    PAGE_TEXT = "page-text"
    TEXT = "text"
    JSONL = "jsonl"
    FEED = "feed"
    WARC = "warc"


# Page text has menus, labels and credits around its story; four lines are too few for them.
_MIN_PAGE_LINES = 5
# Control characters that text has: tab, line feed, vertical tab, form feed, carriage return, escape.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
# Random bytes have 11 % and more of these characters; of 430 news pages none has 0.01 %.
_MAX_CONTROL_SHARE = 0.03
_SAVE = "save its text as HTML or plain text"
_UNPACK = "unpack it first"
_SIGNATURES = (
    (b"%PDF-", "a PDF document", _SAVE),
    (b"\x89PNG\r\n", "a PNG image", _SAVE),
    (b"\xff\xd8\xff", "a JPEG image", _SAVE),
    (b"GIF87a", "a GIF image", _SAVE),
    (b"GIF89a", "a GIF image", _SAVE),
    (b"PK\x03\x04", "a ZIP archive or an office document", _UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"\xfd7zXZ\x00", "XZ-compressed data", _UNPACK),
    (b"BZh91AY&SY", "bzip2-compressed data", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "Zstandard-compressed data", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"SQLite format 3\x00", "an SQLite database", _SAVE),
    (b"\x7fELF", "a program", _SAVE),
)
_WARC = re.compile(rb"\s*WARC/[01]\.\d+\r?\n")
_FEED_ROOTS = frozenset({"rss", "feed", "rdf"})
FEED_VERSION = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/", re.IGNORECASE)
_OBJECT = re.compile(r"\s*\{\s*")
_COLON = re.compile(r"\s*:\s*")
_COMMA = re.compile(r"\s*,\s*")
_PROLOG = re.compile(r"\s*(<!--|<\?|<!)")
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)")
_TAGS = (
    "a|article|aside|b|blockquote|body|br|div|em|figure|footer|form|h[1-6]|head|header|hr|html|img|li|link|main|meta|nav|"
    "ol|p|script|section|span|strong|style|table|title|ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s+html", re.IGNORECASE)
# Fewer tags than this in a text that begins without one may be quoted ones.
_MIN_TAGS = 3


def kind_of(start: bytes, *, name: str, media_type: str | None = None) -> Kind:
    """Return the kind of an input; its media type and name count only where the content leaves a doubt.

    Args:
        start: Its first bytes, `START_BYTES` of them or all.
        name: Its file name or URL.
        media_type: Such as ``text/html``, or ``None``.

    Raises:
        IntakeError: If the input is empty, or binary data such as an image.
    """
    start = start[:START_BYTES]
    if _is_archive(start, name):
        return Kind.WARC
    _refuse_signatures(start, name)
    text = decode_bytes(start).strip("\ufeff \t\r\n\f\v")
    if not text.strip():
        raise IntakeError(name, "empty; give a file with a page or a text")
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise IntakeError(name, "binary data, no text; save the page as HTML or plain text")
    hint = f"{media_type or ''} {name}".lower()
    return _json_kind(text, name, hint) or _markup_kind(text, name, hint) or _text_kind(text)


def _is_archive(start: bytes, name: str) -> bool:
    if not start.startswith(GZIP_MAGIC):
        return bool(_WARC.match(start))
    try:
        inside = zlib.decompressobj(wbits=31).decompress(start, START_BYTES)
    except zlib.error:
        inside = b""
    if _WARC.match(inside):
        return True
    raise IntakeError(name, "gzip-compressed, but no web archive; unpack it first")


def _refuse_signatures(start: bytes, name: str) -> None:
    for signature, thing, way_out in _SIGNATURES:
        if start.startswith(signature):
            raise IntakeError(name, f"{thing}, which lagebild does not read; {way_out}")


def _json_kind(text: str, name: str, hint: str) -> Kind | None:
    members = json_members(text.removeprefix("[").lstrip())
    if not members:
        return None
    is_object = text.startswith("{")
    version = members.get("version")
    if is_object and isinstance(version, str) and FEED_VERSION.match(version):
        return Kind.FEED
    is_corpus_line = "name" in members and any(key in members for key in TEXT_KEYS)
    if is_object and (is_corpus_line or "jsonl" in hint or "ndjson" in hint):
        return Kind.JSONL
    raise IntakeError(name, "JSON, but no JSON Feed and no corpus; a corpus has one object with name and text a line")


def json_members(text: str) -> dict[str, Any]:
    """Return the members of the JSON object that a text begins with, also where the text is cut off.

    The value of a member that is cut off is ``None``; a text that begins otherwise has no members.

    >>> json_members('{"name": "a", "text": "Der Präs')
    {'name': 'a', 'text': None}
    """
    decoder = json.JSONDecoder(strict=False)
    members: dict[str, Any] = {}
    opening = _OBJECT.match(text)
    try:
        while opening:
            key, position = decoder.raw_decode(text, opening.end())
            colon = _COLON.match(text, position)
            if not isinstance(key, str) or not colon:
                break
            members[key] = None
            members[key], position = decoder.raw_decode(text, colon.end())
            opening = _COMMA.match(text, position)
    except (ValueError, RecursionError):
        pass  # cut off, not JSON, or nested too deeply: what was read so far tells enough
    return members


def _markup_kind(text: str, name: str, hint: str) -> Kind | None:
    body = text[prolog_end(text) :]
    root = _ROOT.match(body)
    if root and root.group(1).lower() in _FEED_ROOTS:
        return Kind.FEED
    if _DOCTYPE.match(text) or _TAG.match(body):
        return Kind.HTML
    if root and text.startswith("<?xml"):
        raise IntakeError(name, f"XML with the root <{root.group(1)}>, no feed and no page; give a page or a feed")
    if sum(1 for _ in _TAG.finditer(text)) < _MIN_TAGS:
        return None
    return None if "text/plain" in hint or hint.endswith((".txt", ".md")) else Kind.HTML


def prolog_end(text: str) -> int:
    """Return where a document's root element begins: behind XML declaration, comments and document type.

    >>> prolog_end('<?xml version="1.0"?><!-- a feed --><rss/>')
    36
    """
    position = 0
    while opening := _PROLOG.match(text, position):
        closing = text.find(_closing(text, opening), opening.end())
        end = text.find(">", closing) if closing >= 0 else -1
        if end < 0:
            break
        position = end + 1
    return len(text) - len(text[position:].lstrip())


def _closing(text: str, opening: re.Match[str]) -> str:
    """Return what ends a declaration; a document type with an internal subset ends behind its bracket."""
    if opening.group(1) == "<!":
        return "]" if "[" in text[opening.end() : text.find(">", opening.end()) + 1] else ">"
    return "?>" if opening.group(1) == "<?" else "-->"


def _text_kind(text: str) -> Kind:
    lines = sum(1 for line in text.splitlines() if line.strip())
    return Kind.TEXT if lines < _MIN_PAGE_LINES else Kind.PAGE_TEXT
