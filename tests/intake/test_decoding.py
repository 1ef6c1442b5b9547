from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.decoding import decode, decode_bytes
from lagebild.intake.pages import Page

GERMAN = "Größere Verbände müssten „später“ übersetzen – für 5 €."
ENGLISH = "“We’ll go,” she said — naïve, perhaps."

REAL_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))


@pytest.mark.parametrize("text", [GERMAN, ENGLISH])
@pytest.mark.parametrize("codec", ["utf-8", "cp1252"])
def test_german_and_english_are_decoded_without_any_declaration(text: str, codec: str) -> None:
    assert decode_bytes(text.encode(codec)) == text


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_beats_what_is_declared_and_is_not_text(mark: bytes, codec: str) -> None:
    assert decode_bytes(mark + GERMAN.encode(codec), charset="iso-8859-1") == GERMAN


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_nul_bytes_show_utf_16_and_utf_32_without_a_mark(codec: str) -> None:
    assert decode_bytes(ENGLISH.encode(codec)) == ENGLISH


def test_a_single_nul_byte_does_not_make_a_text_utf_16() -> None:
    assert decode_bytes(b"Der Pr\xc3\xa4sident\x00 sprach.") == "Der Präsident\x00 sprach."


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert decode_bytes(b"\x84Nein\x93, 5 \x80", charset="ISO-8859-1") == "„Nein“, 5 €"


def test_the_transport_stands_above_the_document() -> None:
    page = '<meta charset="windows-1252"><p>Прага</p>'.encode("koi8-r")

    assert decode_bytes(page, charset="koi8-r").endswith("<p>Прага</p>")


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        "<meta charset=windows-1251 />",
        '<META http-equiv="Content-Type" content="text/html; charset=Windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?>',
        "<?xml version='1.0' encoding='cp1251' standalone='yes'?>",
    ],
)
def test_a_document_declares_its_own_charset(declaration: str) -> None:
    assert decode_bytes(f"{declaration}Москва".encode("cp1251")) == f"{declaration}Москва"


def test_a_declaration_far_down_is_not_looked_for() -> None:
    page = b" " * 3000 + b'<meta charset="windows-1251">' + "für".encode("cp1252")

    assert decode_bytes(page).endswith("für")


@pytest.mark.parametrize("charset", ["utf-8", "x-unknown", "utf-16", "hex", "idna", "", "shift_jis\x00", "Zürich"])
def test_a_declared_charset_that_fails_falls_through(charset: str) -> None:
    assert decode_bytes("Größe".encode("cp1252"), charset=charset) == "Größe"


def test_utf_8_that_a_server_declares_as_latin_1_is_utf_8() -> None:
    assert decode_bytes("Süderkoog".encode(), charset="iso-8859-1") == "Süderkoog"


def test_bytes_that_cp1252_leaves_undefined_become_replacement_characters() -> None:
    assert decode_bytes(b"caf\xe9 \x81\x8d") == "café \ufffd\ufffd"


def test_utf_8_that_was_cut_within_a_character_stays_utf_8() -> None:
    cut = "Die Häfen von Süderkoog wünschen Größe".encode()[:-4]

    assert decode_bytes(cut) == "Die Häfen von Süderkoog wünschen Gr\ufffd"


def test_utf_8_that_holds_a_replacement_character_is_utf_8() -> None:
    assert decode_bytes("a\ufffdb".encode()) == "a\ufffdb"


def test_a_page_that_came_as_text_loses_only_its_lone_surrogates() -> None:
    assert decode(Page("a", "Grüße\ud800 an\udfff\r\n\x00")) == "Grüße\ufffd an\ufffd\r\n\x00"


def test_the_charset_of_a_page_is_used() -> None:
    assert decode(Page("a", "Київ".encode("koi8-u"), charset="KOI8-U")) == "Київ"


@given(REAL_TEXT)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode_bytes(text.encode(), charset="utf-8") == text.removeprefix("\ufeff")


@given(st.binary(), st.none() | st.text() | st.sampled_from(["utf-8", "gbk", "iso-2022-jp", "big5", "euc-kr", "utf-7"]))
def test_any_bytes_have_a_text_that_can_be_written(content: bytes, charset: str | None) -> None:
    text = decode_bytes(content, charset=charset)

    assert decode_bytes(content, charset=charset) == text
    assert text.encode().decode() == text


@given(st.text(st.characters()))
def test_text_keeps_its_length(text: str) -> None:
    decoded = decode(Page("a", text))

    assert len(decoded) == len(text)
    assert decoded.encode().decode() == decoded
