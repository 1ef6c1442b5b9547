from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.kinds import Kind, json_members, kind_of, prolog_end
from lagebild.model import IntakeError

CLEAN_TEXT = "Putin reist nach Nordkorea.\n\nUschakow bestritt, dass die Vereinbarung aggressiv sei."
PAGE_TEXT = (
    "zum Inhalt\nStartseite\nPolitik\nPutin reist nach Nordkorea\nVon Jana Weyde\nDer Präsident reist.\nKommentare"
)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        ("<!DOCTYPE html><html><body><p>Hallo</p></body></html>", Kind.HTML),
        ("\ufeff\n<!-- Seite --><html lang=de>", Kind.HTML),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "x"><html>', Kind.HTML),
        ("<p>Ein Absatz ohne Seite.</p>", Kind.HTML),
        ("Warning: mysql\n<br/><b>x</b> <div>Seite</div>", Kind.HTML),
        ('<?xml version="1.0"?><rss version="2.0"><channel>', Kind.FEED),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        ("<!-- a <html> page? --><?xml-stylesheet href='a'?><!DOCTYPE rss [ <!-- > --> ]><rss>", Kind.FEED),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', Kind.FEED),
        ('<a:feed xmlns:a="http://www.w3.org/2005/Atom">', Kind.FEED),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": []}', Kind.FEED),
        ('{"items": [{}], "version": "http://www.jsonfeed.org/version/1"}', Kind.FEED),
        ('{"name": "a", "text": "Der Präsident"}\n{"name": "b"}', Kind.JSONL),
        ('{"page_text": "a\\nb", "name": "a"}', Kind.JSONL),
        ("WARC/1.0\r\nWARC-Type: warcinfo\r\n", Kind.WARC),
        (CLEAN_TEXT, Kind.TEXT),
        (PAGE_TEXT, Kind.PAGE_TEXT),
        ("He wrote <b>no</b> and left.", Kind.TEXT),
        ("{nicht JSON} sagte er.", Kind.TEXT),
        ("Wenn a < b, dann b > a.", Kind.TEXT),
    ],
)
def test_the_content_tells_the_kind(start: str, kind: Kind) -> None:
    assert kind_of(start.encode(), name="-") is kind


@pytest.mark.parametrize("name", ["page.html", "feed.xml", "corpus.jsonl", "a.warc.gz", "https://example.org/a.txt"])
def test_a_name_does_not_overrule_the_content(name: str) -> None:
    assert kind_of(PAGE_TEXT.encode(), name=name, media_type="text/html") is Kind.PAGE_TEXT


QUOTING_TEXT = "How to write HTML:\nuse <b>, <p> and <br> with care."


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [("a.txt", None, Kind.TEXT), ("a", "text/plain", Kind.TEXT), ("a", None, Kind.HTML), ("a", "text/html", Kind.HTML)],
)
def test_name_and_media_type_break_a_tie(name: str, media_type: str | None, kind: Kind) -> None:
    assert kind_of(QUOTING_TEXT.encode(), name=name, media_type=media_type) is kind


def test_a_corpus_with_a_wrong_first_line_is_a_corpus_by_its_name() -> None:
    assert kind_of(b'{"id": 1, "text": "a"}\n', name="corpus.jsonl") is Kind.JSONL


def test_a_corpus_whose_first_line_is_longer_than_the_start_is_seen() -> None:
    line = '{"name": "a", "text": "' + "Putin reist. " * 10_000

    assert kind_of(line.encode()[:65_536], name="-") is Kind.JSONL


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "cp1252"])
def test_the_encoding_does_not_hide_the_kind(codec: str) -> None:
    assert kind_of("<!DOCTYPE html><p>Größe</p>".encode(codec), name="-") is Kind.HTML


def test_a_compressed_archive_is_an_archive_even_where_it_is_cut() -> None:
    archive = gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n" + bytes(range(256)) * 50, mtime=0)

    assert kind_of(archive[:200], name="a.gz") is Kind.WARC


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(
    ("start", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
        (_zip(), "unpack it first"),
        (gzip.compress(b"<html>", mtime=0), "unpack it first"),
        (b"\x1f\x8b", "unpack it first"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\x00" * 5000, "binary data"),
        (b'{"id": 1, "title": "a"}', "a corpus has one object with name and text a line"),
        (b'[{"name": "a", "text": "b"}]', "a corpus has one object with name and text a line"),
        (b'<?xml version="1.0"?><urlset xmlns="x"><url/></urlset>', "XML with the root <urlset>"),
    ],
)
def test_what_is_no_page_is_named_with_the_way_out(start: bytes, says: str) -> None:
    with pytest.raises(IntakeError, match="file.bin: .*" + says):
        kind_of(start, name="file.bin")


def test_members_are_read_from_json_that_is_cut_off() -> None:
    assert json_members('{"name": "a", "ok": [1, {"b": 2}], "text": "Der Prä') == {
        "name": "a",
        "ok": [1, {"b": 2}],
        "text": None,
    }


def test_deep_nesting_ends_the_reading_of_members() -> None:
    assert json_members('{"name": "a", "x": ' + "[" * 100_000) == {"name": "a", "x": None}


@pytest.mark.parametrize("text", ["<!-- a", "<!DOCTYPE x [ ]", "<?xml", "<!", "plain", ""])
def test_a_prolog_without_its_end_is_no_prolog(text: str) -> None:
    assert prolog_end(text) == 0


@given(st.binary(max_size=300), st.text(max_size=20))
def test_any_bytes_have_a_kind_or_an_error(start: bytes, name: str) -> None:
    with suppress(IntakeError):
        assert kind_of(start, name=name) in Kind


@given(
    st.lists(
        st.sampled_from(['{"name":', '"text"', "<rss", "<!--", "-->", "<!", "[", "]>", "<?", "?>", "<p>", ":", "a\n"])
    )
)
def test_any_mixture_of_markup_has_a_kind_or_an_error(pieces: list[str]) -> None:
    with suppress(IntakeError):
        assert kind_of("".join(pieces).encode(), name="-") in Kind
