"""The body of an HTTP response without its transfer and content encodings."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

from lagebild.intake.pages import MAX_PAGE_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

# One byte more than a page may have, so that whoever makes a page of it sees that it is too large.
_MAX_BYTES = MAX_PAGE_BYTES + 1
# Servers stack one content encoding on a transfer encoding; more are a bomb in a bomb.
_MAX_ENCODINGS = 3


def decoded_body(body: bytes, *, transfer_encoding: str | None, content_encoding: str | None) -> bytes:
    r"""Return the body without its encodings, at most one byte more than `MAX_PAGE_BYTES`.

    Crawlers often store a body decoded, with the headers of the encoded one: a body that does not decode is taken as
    it is.

    Args:
        body: The body as received.
        transfer_encoding: The value of the header ``Transfer-Encoding``, or ``None``.
        content_encoding: The value of the header ``Content-Encoding``, or ``None``.

    >>> decoded_body(b"5\r\nHallo\r\n0\r\n\r\n", transfer_encoding="chunked", content_encoding="gzip")
    b'Hallo'
    """
    applied = [*_encodings(content_encoding), *_encodings(transfer_encoding)]
    for encoding in reversed(applied[-_MAX_ENCODINGS:]):
        decode = _DECODERS.get(encoding)
        if decode is None:
            continue
        try:
            body = decode(body) or body
        except (OSError, zlib.error):
            continue
    return body


def _encodings(value: str | None) -> list[str]:
    return [encoding.strip().lower() for encoding in (value or "").split(",")]


def _unzip(body: bytes) -> bytes:
    return zlib.decompressobj(wbits=47).decompress(body, _MAX_BYTES)


def _inflate(body: bytes) -> bytes:
    """Decode "deflate", which RFC 9110 defines with a zlib header and some servers send without."""
    try:
        return _unzip(body)
    except zlib.error:
        return zlib.decompressobj(wbits=-15).decompress(body, _MAX_BYTES)


def _unchunk(body: bytes) -> bytes:
    return ChunkedReader(io.BytesIO(body)).read(_MAX_BYTES)


def _unbrotli(body: bytes) -> bytes:
    return BrotliReader(io.BytesIO(body)).read(_MAX_BYTES)


def _unzstd(body: bytes) -> bytes:
    return ZstdReader(io.BytesIO(body)).read(_MAX_BYTES)


_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _unzip,
    "x-gzip": _unzip,
    "deflate": _inflate,
    "chunked": _unchunk,
    "br": _unbrotli,
    "zstd": _unzstd,
}
