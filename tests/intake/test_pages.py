"""What a page as received is."""

from __future__ import annotations

import pytest

from lagebild.intake.pages import MAX_PAGE_BYTES, MAX_PAGE_LINES, MAX_TEXT_CHARS, Page
from lagebild.model import IntakeError, Source


def test_the_id_of_a_page_is_the_digest_of_its_bytes() -> None:
    # printf 'Kim' | sha256sum
    digest = "sha256:d25949ef9e762fe7cfb9cc5d125e8a7bbca56662abc51b9d0dc0d2265aa28dce"

    assert Page("a.txt", b"Kim").id == Page("b.txt", "Kim").id
    assert Page("a.txt", b"Kim").id == digest


def test_the_source_of_a_page_keeps_what_is_known_of_it() -> None:
    page = Page("a.html", b"x", "text/html", url="https://example.org/a", received="2031-03-12T14:05:00Z")

    assert page.source == Source("a.html", "https://example.org/a", "text/html", "2031-03-12T14:05:00Z")


def test_the_largest_page_is_taken() -> None:
    assert len(Page("a.txt", b"a" * MAX_PAGE_BYTES).content) == 10_000_000


@pytest.mark.parametrize("content", [b"a" * (MAX_PAGE_BYTES + 1), "a" * (MAX_PAGE_BYTES + 1)])
def test_a_larger_page_is_refused_with_the_way_out(content: bytes | str) -> None:
    with pytest.raises(IntakeError) as refused:
        Page("a.txt", content)

    assert str(refused.value) == "a.txt: larger than 10 MB; split it into pages"


def test_a_text_with_a_lone_surrogate_has_an_id() -> None:
    assert Page("a.txt", "\ud800").id.startswith("sha256:")


def test_the_text_of_a_long_page_is_taken() -> None:
    Page("a.txt", "").check_text(chars=MAX_TEXT_CHARS, lines=MAX_PAGE_LINES)


@pytest.mark.parametrize(
    ("chars", "lines", "problem"),
    [
        (MAX_TEXT_CHARS + 1, 1, "more than 1,000,000 characters of text; split it into pages"),
        (1, MAX_PAGE_LINES + 1, "more than 20,000 lines; split it into pages"),
    ],
)
def test_a_text_too_long_for_a_page_is_refused_with_the_way_out(chars: int, lines: int, problem: str) -> None:
    with pytest.raises(IntakeError) as refused:
        Page("a.txt", "").check_text(chars=chars, lines=lines)

    assert str(refused.value) == f"a.txt: {problem}"
