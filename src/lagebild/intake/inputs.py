"""Where pages come from: a file, a URL, standard input or the caller's own bytes; what they are; their articles."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from lagebild.intake.kinds import START_BYTES, Kind, kind_of
from lagebild.intake.pages import MAX_PAGE_BYTES, Page
from lagebild.model import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.intake.fetch import FetchPolicy
    from lagebild.intake.pages import Hints, Outcome
    from lagebild.model import Article

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_STREAMED = frozenset({Kind.JSONL, Kind.WARC})


def is_address(source: str) -> bool:
    """Tell whether the words are meant as an address; the fetcher refuses those that are not of the web."""
    return _ADDRESS.match(source) is not None


def read_source(
    source: str, *, kind: Kind | None, hints: Hints, policy: FetchPolicy | None = None
) -> Iterator[Outcome]:
    """Yield what becomes of each page of a file, a URL or standard input.

    Args:
        source: A path, an http(s) URL, or ``-``.
        kind: What it is, or ``None`` to find out.
        hints: What the caller knows about the pages.
        policy: How URLs are fetched; the default policy if ``None``.

    Raises:
        IntakeError: If nothing can be read from it at all.
    """
    if is_address(source):
        from lagebild.intake.fetch import DEFAULT_POLICY, fetch  # noqa: PLC0415 - files need no network code

        fetched = fetch(source, policy=policy or DEFAULT_POLICY)
        if fetched.page is not None:
            yield from read_page(fetched.page, kind=kind, hints=hints)
    elif source == STANDARD_INPUT:
        yield from _read_stream(sys.stdin.buffer, source, kind=kind, hints=hints)
    else:
        with _opened(source) as stream:
            yield from _read_stream(stream, Path(source).name, kind=kind, hints=hints)


def _opened(source: str) -> BinaryIO:
    path = Path(source)
    try:
        if path.is_dir():
            raise IntakeError(source, f"a folder; name its files, such as {source.rstrip('/')}/*.html")
        return path.open("rb")
    except FileNotFoundError:
        raise IntakeError(source, "no such file; check the path") from None
    except (OSError, ValueError) as error:
        raise IntakeError(source, f"cannot be opened ({error}); check the path and its rights") from error


def _read_stream(stream: BinaryIO, name: str, *, kind: Kind | None, hints: Hints) -> Iterator[Outcome]:
    try:
        start = stream.read(START_BYTES)
        kind = kind or kind_of(start, name=name)
        if kind in _STREAMED:
            yield from _read_records(_Rejoined(start, stream), name, kind=kind, hints=hints)
        else:
            content = start + stream.read(MAX_PAGE_BYTES + 1 - len(start))
            yield from read_page(Page(name, content, _MEDIA_TYPES.get(kind)), kind=kind, hints=hints)
    except OSError as error:
        raise IntakeError(name, f"cannot be read ({error}); check the file") from error


_MEDIA_TYPES = {
    Kind.HTML: "text/html",
    Kind.PAGE_TEXT: "text/plain",
    Kind.TEXT: "text/plain",
}


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes have been looked at, from its beginning; standard input cannot be wound back."""

    def __init__(self, start: bytes, stream: BinaryIO) -> None:
        self._start = start
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = len(buffer)
        chunk, self._start = self._start[:size], self._start[size:]
        chunk = chunk or self._stream.read(size)
        buffer[: len(chunk)] = chunk
        return len(chunk)


def read_page(page: Page, *, kind: Kind | None, hints: Hints) -> Iterator[Outcome]:
    """Yield what becomes of a page, or of the entries of a feed, archive or corpus.

    Raises:
        IntakeError: If nothing can be read from it at all.
    """
    start = _bytes_of(page.content[:START_BYTES])[:START_BYTES]
    kind = kind or kind_of(start, name=page.name, media_type=page.media_type)
    if kind in _STREAMED:
        yield from _read_records(io.BytesIO(_bytes_of(page.content)), page.name, kind=kind, hints=hints)
    elif kind is Kind.FEED:
        from lagebild.intake.feeds import read_feed  # noqa: PLC0415 - feedparser is slow to import

        yield from read_feed(page, hints)
    else:
        yield _read_single(page, kind, hints)


def _bytes_of(content: bytes | str) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _read_records(stream: BinaryIO | io.RawIOBase, name: str, *, kind: Kind, hints: Hints) -> Iterator[Outcome]:
    buffered = io.BufferedReader(stream) if isinstance(stream, io.RawIOBase) else stream
    if kind is Kind.WARC:
        from lagebild.intake.archives import read_warc  # noqa: PLC0415 - FastWARC is for archives alone

        return read_warc(buffered, name, hints)
    from lagebild.intake.corpora import read_corpus  # noqa: PLC0415 - for corpora alone

    return read_corpus(buffered, name, hints)


def _read_single(page: Page, kind: Kind, hints: Hints) -> Article:
    if kind is Kind.HTML:
        from lagebild.intake.html import read_html  # noqa: PLC0415 - lxml is for markup alone

        return read_html(page, hints)
    from lagebild.intake.plain import read_page_text, read_text  # noqa: PLC0415 - see above

    return read_text(page, hints) if kind is Kind.TEXT else read_page_text(page, hints)
