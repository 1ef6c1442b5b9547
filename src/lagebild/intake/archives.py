"""The pages of a web archive (WARC 1.0 and 1.1, ISO 28500)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from lagebild.expressions.publication import parse_given
from lagebild.intake.bodies import decoded_body
from lagebild.intake.feeds import read_feed
from lagebild.intake.html import read_html
from lagebild.intake.kinds import START_BYTES, Kind, kind_of
from lagebild.intake.pages import MAX_PAGE_BYTES, Page
from lagebild.intake.plain import read_page_text, read_text
from lagebild.intake.unpacking import MAX_DAMAGES, ArchiveBytes
from lagebild.model import Caution, CautionKind, IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastwarc.warc import WarcRecord

    from lagebild.intake.pages import Hints, Outcome

_READERS = {Kind.HTML: read_html, Kind.PAGE_TEXT: read_page_text, Kind.TEXT: read_text}
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
# Of these only feeds are read; the rest, such as site maps and data, is not meant for readers.
_FEED_TYPES = frozenset(
    [
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/xml",
        "text/xml",
        "application/json",
    ]
)
_PAGE_RECORDS = (WarcRecordType.response, WarcRecordType.resource)
_OK = 200
# The form in which nearly all crawlers write it; FastWARC takes others for wrong.
_SHA_1 = re.compile(r"sha1:[A-Z2-7]{32}")
# Enough to see whether one record was lost or the whole archive.
_MAX_NAMED = 5
_TRUNCATED = Caution(CautionKind.TRUNCATED, "The crawler stored only the start of the page.")


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a web archive.

    Args:
        is_whole: Whether all of it is there.
        is_page: Whether it is a page, or a document that may be a feed.
        uri: The address of the page.
        media_type: Such as ``text/html``.
        charset: What the server declared, or ``None``.
        received: ISO 8601 time of the capture, or ``None``.
        body: The page as the server meant it, at most one byte more than `MAX_PAGE_BYTES`.
        is_truncated: Whether the crawler stored only the start of it.
    """

    is_whole: bool
    is_page: bool = False
    uri: str = ""
    media_type: str = ""
    charset: str | None = None
    received: str | None = None
    body: bytes = b""
    is_truncated: bool = False


_LOST = Record(is_whole=False)


def read_warc(stream: BinaryIO, name: str, hints: Hints) -> Iterator[Outcome]:
    """Yield an article for each page of a web archive, or why it has none.

    Pages are the responses with status 200 and the resources that are HTML, plain text or a feed; everything else is
    passed over. Where the archive is cut or damaged, the records behind the damage still come out, and one error at the
    end says which were lost.

    Args:
        stream: The archive, plain or compressed with gzip; read once, from the front.
        name: What its articles are called: ``NAME#3`` for the third record.
        hints: What the caller knows about the pages.
    """
    lost: list[int] = []
    has_outcome = False
    for number, record in enumerate(read_records(stream), start=1):
        if not record.is_whole:
            lost.append(number)
        elif record.is_page:
            for outcome in _outcomes(record, f"{name}#{number}", hints):
                has_outcome = True
                yield outcome
    if lost:
        numbers = ", ".join(map(str, lost[:_MAX_NAMED])) + (" and more" if len(lost) > _MAX_NAMED else "")
        yield IntakeError(name, f"cut or broken at record {numbers}; the other records were read, get a whole copy")
    elif not has_outcome:
        yield IntakeError(name, "no pages in it: no response with status 200 is HTML, text or a feed; give another")


def read_records(stream: BinaryIO) -> Iterator[Record]:
    """Yield the records of a web archive in their order, also those behind a damage."""
    archive = ArchiveBytes(stream)
    for _ in range(MAX_DAMAGES):
        behind = archive.tell() + 1
        is_whole = True
        try:
            for warc_record in ArchiveIterator(archive, parse_http=False):
                behind = warc_record.stream_pos + 1
                record = _record(warc_record)
                is_whole = record.is_whole
                behind += warc_record.content_length if is_whole else 0
                yield record
        except OSError:
            yield _LOST
        else:
            if is_whole and not archive.is_at_damage:
                return
            if is_whole:
                yield _LOST
        if not archive.resume(behind):
            return


def _record(warc_record: WarcRecord) -> Record:
    """Return a record with its body, which must be read before the next record is asked for."""
    headers = warc_record.headers
    is_wanted = warc_record.record_type in _PAGE_RECORDS
    if is_wanted and _contradicts_digest(warc_record):
        return _LOST
    if is_wanted and warc_record.is_http:
        warc_record.parse_http()
    media_type = _media_type(warc_record) if is_wanted else ""
    is_page = media_type in _PAGE_TYPES | _FEED_TYPES and _is_ok(warc_record)
    body = warc_record.reader.read(MAX_PAGE_BYTES + 1) if is_page else b""
    length = len(body) + warc_record.reader.consume()
    if length < warc_record.content_length or headers.get("Content-Length") is None:
        return _LOST
    captured = parse_given(headers.get("WARC-Date") or "")
    return Record(
        is_whole=True,
        is_page=is_page,
        uri=(headers.get("WARC-Target-URI") or "").strip("<> "),
        media_type=media_type,
        charset=warc_record.http_charset if warc_record.is_http else None,
        received=captured.value if captured else None,
        body=_decoded(warc_record, body),
        is_truncated=headers.get("WARC-Truncated") is not None,
    )


def _contradicts_digest(warc_record: WarcRecord) -> bool:
    """Tell whether the record's digest shows that its bytes are others, such as those of a record behind a cut."""
    digest = warc_record.headers.get("WARC-Block-Digest") or ""
    is_known = _SHA_1.fullmatch(digest) and warc_record.content_length <= MAX_PAGE_BYTES
    return bool(is_known) and not warc_record.verify_block_digest()


def _media_type(warc_record: WarcRecord) -> str:
    value = warc_record.http_content_type if warc_record.is_http else warc_record.headers.get("Content-Type")
    return (value or "").partition(";")[0].strip().lower()


def _is_ok(warc_record: WarcRecord) -> bool:
    return not warc_record.is_http or warc_record.http_headers.status_code == _OK


def _decoded(warc_record: WarcRecord, body: bytes) -> bytes:
    if not warc_record.is_http or not body:
        return body
    headers = warc_record.http_headers
    return decoded_body(
        body,
        transfer_encoding=headers.get("Transfer-Encoding"),
        content_encoding=headers.get("Content-Encoding"),
    )


def _outcomes(record: Record, name: str, hints: Hints) -> Iterator[Outcome]:
    if record.uri.partition("?")[0].endswith("/robots.txt"):
        return
    try:
        page = Page(name, record.body, record.media_type, record.charset, record.uri or None, record.received)
        kind = kind_of(record.body[:START_BYTES], name=name, media_type=record.media_type)
        outcomes = list(read_feed(page, hints)) if kind is Kind.FEED else _articles(page, kind, hints)
    except IntakeError as error:
        outcomes = [error] if record.media_type in _PAGE_TYPES else []
    for outcome in outcomes:
        if isinstance(outcome, IntakeError):
            yield IntakeError(outcome.subject, f"{record.uri}: {outcome.problem}")
        else:
            yield replace(outcome, warnings=(*outcome.warnings, _TRUNCATED)) if record.is_truncated else outcome


def _articles(page: Page, kind: Kind, hints: Hints) -> list[Outcome]:
    is_page = page.media_type in _PAGE_TYPES and kind in _READERS
    return [_READERS[kind](page, hints)] if is_page else []
