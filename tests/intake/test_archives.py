from __future__ import annotations

import gzip
import io
import random
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from lagebild.intake.archives import read_records, read_warc
from lagebild.intake.pages import MAX_PAGE_BYTES, Hints
from lagebild.model import Article, CautionKind, IntakeError

SAMPLES = Path(__file__).parents[2] / "samples"
STORY = "<p>Die Fähre von Süderkoog fuhr am Dienstag trotz der Warnung der Hafenbehörde {}.</p>"
HTML = "text/html; charset=utf-8"


def page(number: int) -> bytes:
    title = f"<h1>Fähre {number} fährt trotz Warnung</h1>"
    return f"<!DOCTYPE html><html><body>{title}{STORY.format('aus')}{STORY.format(number)}</body></html>".encode()


def record(
    body: bytes,
    *,
    url: str = "https://bote.example/a",
    media_type: str = HTML,
    status: str = "200 OK",
    kind: str = "response",
    http: tuple[tuple[str, str], ...] = (),
    warc: tuple[tuple[str, str], ...] = (),
    compress: bool = True,
) -> bytes:
    """Return one record as crawlers write it, a gzip member of its own where it is compressed."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compress)
    headers = StatusAndHeaders(status, [("Content-Type", media_type), *http], protocol="HTTP/1.1")
    is_http = kind == "response"
    writer.write_record(
        writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=headers if is_http else None,
            warc_content_type="" if is_http else media_type,
            warc_headers_dict={"WARC-Date": "2024-06-18T10:00:00Z", **dict(warc)},
        )
    )
    return out.getvalue()


def records(count: int, *, compress: bool) -> list[bytes]:
    return [record(page(number), url=f"https://bote.example/{number}", compress=compress) for number in range(count)]


def read(archive: bytes) -> list[Article | IntakeError]:
    return list(read_warc(io.BytesIO(archive), "a.warc.gz", Hints()))


def urls(outcomes: list[Article | IntakeError]) -> list[str | None]:
    return [outcome.source.url for outcome in outcomes if isinstance(outcome, Article)]


def article_of(archive: bytes) -> Article:
    (outcome,) = read(archive)
    assert isinstance(outcome, Article), outcome
    return outcome


def error_of(archive: bytes) -> IntakeError:
    (outcome,) = read(archive)
    assert isinstance(outcome, IntakeError), outcome
    return outcome


def test_the_sample_gives_its_two_pages_and_passes_the_image_over() -> None:
    first, second = read((SAMPLES / "archive.warc.gz").read_bytes())

    assert isinstance(first, Article)
    assert (first.source.name, first.source.url) == ("a.warc.gz#1", "https://bote.example/schleuse")
    assert (first.source.media_type, first.source.received) == ("text/html", "2024-06-18T10:00:00Z")
    assert "bis Oktober gesperrt" in first.text
    assert first.language == "de"
    assert isinstance(second, Article)
    assert (second.source.name, second.language) == ("a.warc.gz#2", "en")


@pytest.mark.parametrize("compress", [True, False])
def test_plain_and_compressed_archives_are_read_alike(compress: bool) -> None:  # noqa: FBT001
    archive = b"".join(records(3, compress=compress))

    assert urls(read(archive)) == [f"https://bote.example/{number}" for number in range(3)]


def test_an_archive_compressed_as_a_whole_is_read() -> None:
    assert len(urls(read(gzip.compress(b"".join(records(3, compress=False)))))) == 3


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("cut", [0.1, 0.4, 0.9])
def test_of_a_record_that_is_cut_nothing_is_read_and_the_ones_before_come_out(compress: bool, cut: float) -> None:  # noqa: FBT001
    pieces = records(3, compress=compress)
    outcomes = read(pieces[0] + pieces[1] + pieces[2][: int(len(pieces[2]) * cut)])

    assert urls(outcomes) == ["https://bote.example/0", "https://bote.example/1"]
    assert isinstance(outcomes[2], IntakeError)
    assert "cut or broken at record 3" in outcomes[2].problem


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize(
    "garbage", [b"garbage \x00\x01" * 50, b"x", b"\x1f\x8b\x08\x00", b"\r\n" * 9 + b"HTTP/1.1 200 OK\r\n\r\n"]
)
def test_the_records_behind_garbage_come_out_too(compress: bool, garbage: bytes) -> None:  # noqa: FBT001
    pieces = records(3, compress=compress)
    outcomes = read(pieces[0] + garbage + pieces[1] + pieces[2])

    assert urls(outcomes) == [f"https://bote.example/{number}" for number in range(3)]
    assert isinstance(outcomes[-1], IntakeError)
    assert "cut or broken at record 2" in outcomes[-1].problem


@pytest.mark.parametrize("compress", [True, False])
@pytest.mark.parametrize("cut", [0.2, 0.5, 0.95])
def test_a_page_is_not_mixed_with_the_one_that_a_crawler_wrote_behind_a_cut(compress: bool, cut: float) -> None:  # noqa: FBT001
    pieces = records(4, compress=compress)
    outcomes = read(pieces[0] + pieces[1][: int(len(pieces[1]) * cut)] + pieces[2] + pieces[3])

    assert urls(outcomes) == ["https://bote.example/0", "https://bote.example/2", "https://bote.example/3"]
    assert isinstance(outcomes[-1], IntakeError)


def test_a_record_whose_digest_is_written_in_another_way_is_read() -> None:
    plain = record(page(1), compress=False)
    digest = plain[plain.index(b"WARC-Block-Digest: ") :].split(b"\r\n")[0]

    assert article_of(plain.replace(digest, b"WARC-Block-Digest: sha1:" + b"a9" * 20))
    assert article_of(plain.replace(digest + b"\r\n", b""))


def test_a_damaged_record_is_left_out_and_the_others_come_out() -> None:
    pieces = records(3, compress=True)
    damaged = bytearray(pieces[1])
    damaged[100:120] = b"\xff" * 20
    outcomes = read(pieces[0] + bytes(damaged) + pieces[2])

    assert urls(outcomes) == ["https://bote.example/0", "https://bote.example/2"]
    assert isinstance(outcomes[-1], IntakeError)


@pytest.mark.parametrize(
    "archive", [b"", b"Das ist kein Archiv.", b"\x1f\x8b", b"WARC/1.0\r\n", gzip.compress(b"Nein.", mtime=0)]
)
def test_what_is_no_archive_is_one_error(archive: bytes) -> None:
    assert error_of(archive).subject == "a.warc.gz"


@pytest.mark.parametrize(
    "other",
    [
        record(b"\x89PNG\r\n\x1a\n", media_type="image/png"),
        record(b"a { b: c }", media_type="text/css"),
        record(page(1), status="301 Moved Permanently"),
        record(page(1), status="404 Not Found"),
        record(b"User-agent: *\nDisallow: /a", url="https://bote.example/robots.txt", media_type="text/plain"),
        record(b'<?xml version="1.0"?><urlset><url/></urlset>', media_type="application/xml"),
        record(b'{"data": 1}', media_type="application/json"),
        record(b"a: b", kind="metadata", media_type="application/warc-fields"),
    ],
)
def test_what_is_no_page_is_passed_over_in_silence(other: bytes) -> None:
    outcomes = read(other + record(page(7)))

    assert len(outcomes) == 1
    assert isinstance(outcomes[0], Article)
    assert outcomes[0].source.name == "a.warc.gz#2"


def test_an_archive_without_pages_says_so() -> None:
    assert "no pages" in error_of(record(b"a { b: c }", media_type="text/css")).problem


@pytest.mark.parametrize("body", [b"", b"<html><body></body></html>", b"%PDF-1.7 \x00"])
def test_a_page_without_an_article_is_an_error_that_names_its_address(body: bytes) -> None:
    error = error_of(record(body))

    assert error.subject == "a.warc.gz#1"
    assert error.problem.startswith("https://bote.example/a: ")


def test_a_resource_and_a_plain_text_are_pages() -> None:
    resource, text = read(
        record(page(1), kind="resource", media_type="text/html")
        + record("Die Fähre fuhr am Dienstag trotz der Warnung.".encode(), media_type="text/plain; charset=utf-8")
    )

    assert isinstance(resource, Article)
    assert isinstance(text, Article)
    assert text.text == "Die Fähre fuhr am Dienstag trotz der Warnung."


def test_a_feed_in_an_archive_gives_its_entries() -> None:
    feed = (SAMPLES / "feed-de.xml").read_bytes()
    outcomes = read(record(feed, media_type="application/atom+xml"))

    assert len(outcomes) == 3
    assert isinstance(outcomes[0], Article)
    assert outcomes[0].source.name == "a.warc.gz#1#tag:bote.example,2024-06-18:schleuse"
    assert outcomes[0].source.received == "2024-06-18T10:00:00Z"


def test_the_charset_of_the_http_header_is_used() -> None:
    body = "<html><body><h1>Łódź</h1><p>Die Fähre fuhr am Dienstag nach Łódź, sagte ein Sprecher.</p></body></html>"

    assert (
        "nach Łódź" in article_of(record(body.encode("iso8859-2"), media_type='text/html; charset="ISO-8859-2"')).text
    )


def test_a_page_that_the_crawler_truncated_carries_a_warning() -> None:
    article = article_of(record(page(1), warc=(("WARC-Truncated", "length"),)))

    assert CautionKind.TRUNCATED in {warning.kind for warning in article.warnings}


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:99], body[99:])) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(page(1), mtime=0), (("Content-Encoding", "gzip"),)),
        (gzip.compress(page(1), mtime=0), (("Content-Encoding", "X-GZIP"),)),
        (zlib.compress(page(1)), (("Content-Encoding", "deflate"),)),
        (zlib.compress(page(1))[2:-4], (("Content-Encoding", "deflate"),)),
        (chunked(page(1)), (("Transfer-Encoding", "chunked"),)),
        (chunked(gzip.compress(page(1), mtime=0)), (("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))),
        (page(1), (("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))),
        (page(1), (("Content-Encoding", "br"),)),
        (page(1), (("Content-Encoding", "zstd"),)),
        (page(1), (("Content-Encoding", "unheard-of"),)),
    ],
)
def test_encodings_of_the_response_are_undone_where_they_are_true(
    body: bytes, headers: tuple[tuple[str, str], ...]
) -> None:
    (found,) = read_records(io.BytesIO(record(body, http=headers)))

    assert found.body == page(1)


def test_a_brotli_body_is_decoded() -> None:
    # "Hallo" as an uncompressed meta-block (RFC 7932, section 9.2).
    body = b"\x0b\x02\x80Hallo\x03"
    (found,) = read_records(io.BytesIO(record(body, http=(("Content-Encoding", "br"),))))

    assert found.body == b"Hallo"


def test_a_decompression_bomb_in_a_response_is_refused() -> None:
    bomb = gzip.compress(b"<p>a</p>" * 10_000_000)
    error = error_of(record(bomb, http=(("Content-Encoding", "gzip"),)))

    assert error.problem == "https://bote.example/a: larger than 10 MB; split it into pages"


def test_a_decompression_bomb_in_the_archive_is_left_out_and_the_other_records_come_out() -> None:
    begin = time.perf_counter()
    outcomes = read(record(b"<p>a</p>" * 40_000_000) + record(page(1)))

    assert len(urls(outcomes)) == 1
    assert isinstance(outcomes[-1], IntakeError)
    assert time.perf_counter() - begin < 10


def test_a_record_larger_than_a_page_may_be_is_an_error_and_the_next_comes_out() -> None:
    body = random.Random(1).randbytes(1_000) * (MAX_PAGE_BYTES // 1_000 + 1)
    first, second = read(record(body, compress=False) + record(page(1), compress=False))

    assert isinstance(first, IntakeError)
    assert "larger than 10 MB" in first.problem
    assert isinstance(second, Article)


@pytest.mark.parametrize("archive", [b"WARC/1." * 500_000, b"\x1f\x8b\x08" * 500_000, b"WARC/1.0\r\n\r\n" * 200_000])
def test_an_archive_of_nothing_but_beginnings_ends_soon(archive: bytes) -> None:
    begin = time.perf_counter()
    outcomes = read(archive)

    assert isinstance(outcomes[-1], IntakeError)
    assert time.perf_counter() - begin < 10


def test_names_do_not_change_when_an_archive_is_compressed() -> None:
    plain, packed = (read(b"".join(records(2, compress=compress))) for compress in (False, True))

    assert [outcome.source.name for outcome in plain if isinstance(outcome, Article)] == ["a.warc.gz#1", "a.warc.gz#2"]
    assert plain == packed


@given(st.binary() | st.binary().map(gzip.compress) | st.binary().map(lambda content: b"WARC/1.0\r\n" + content))
def test_any_bytes_give_outcomes_and_never_another_exception(archive: bytes) -> None:
    outcomes = read(archive)

    assert outcomes
    assert all(isinstance(outcome, Article | IntakeError) for outcome in outcomes)


@pytest.mark.parametrize("compress", [True, False])
def test_damaged_archives_give_outcomes(compress: bool) -> None:  # noqa: FBT001
    archive = b"".join(records(3, compress=compress))
    chance = random.Random(7)
    for _ in range(150):
        start, length = chance.randrange(len(archive)), chance.choice([0, 1, 20, 300])
        damaged = archive[:start] + chance.randbytes(chance.choice([0, 1, 8])) + archive[start + length :]
        outcomes = read(damaged)
        assert outcomes
        assert all(isinstance(outcome, Article | IntakeError) for outcome in outcomes)
