from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lagebild.intake.web.targets import follow_reference, parse_target
from lagebild.model import FetchError


@pytest.mark.parametrize(
    ("url", "normalized"),
    [
        ("https://news.example", "https://news.example/"),
        ("  https://News.Example:443/a/../b?q=1#top\n", "https://news.example/b?q=1"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("http://straße.example/größe", "http://xn--strae-oqa.example/gr%C3%B6%C3%9Fe"),
        ("http://[2A00:1450::1]:80/", "http://[2a00:1450::1]/"),
        ("https://news.example/a b", "https://news.example/a%20b"),
    ],
)
def test_urls_are_normalized(url: str, normalized: str) -> None:
    assert parse_target(url).url == normalized


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "begin it with https://"),
        ("news.example/a", "begin it with https://"),
        ("file:///etc/passwd", "begin it with https://"),
        ("ftp://news.example/", "begin it with https://"),
        ("javascript:alert(1)", "begin it with https://"),
        ("https://", "names no host"),
        ("https:///path", "names no host"),
        ("https://:443/", "names no host"),
        ("https://[fe80::1%25eth0]/", "names no host"),
        ("https://news.example:99999/", "check host and port"),
        ("https://news.example:http/", "check host and port"),
        ("https://[::1/", "check host and port"),
        ("https://news example/", "check host and port|names no host"),
        ("https://news%20example/", "names no host"),
        ("https://news'example/", "names no host"),
        ("https://xn\u00fc--.example\u0000/", "check host and port"),
        ("https://news.example/" + "a" * 9_000, "longer than 8,000 characters"),
    ],
)
def test_what_is_no_address_of_a_page_is_one_clear_error(url: str, problem: str) -> None:
    with pytest.raises(FetchError, match=problem):
        parse_target(url)


@pytest.mark.parametrize(
    "url",
    ["https://anna:geheim@news.example/", "https://anna:geheim@news example/", "ftp://anna:geheim@news.example/"],
)
def test_an_error_does_not_tell_the_password(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse_target(url)

    assert "geheim" not in str(caught.value)


def test_credentials_are_refused() -> None:
    with pytest.raises(FetchError, match=r"https://news\.example/: holds a user name or password"):
        parse_target("https://anna:geheim@news.example/")


@given(st.text() | st.text().map("http://".__add__) | st.text(alphabet="/:@[]%?#\\.a1x ").map("https://".__add__))
@example("http://\ud800/")
@example("http://news.example\\@127.0.0.1/")
def test_any_text_is_a_target_or_a_clear_error(url: str) -> None:
    try:
        target = parse_target(url)
    except FetchError:
        return
    assert target.url.isascii()
    assert parse_target(target.url) == target


@given(st.text() | st.text(alphabet="/:@[]%?#\\.a1x ").map("//".__add__))
def test_any_location_is_a_target_or_a_clear_error(location: str) -> None:
    try:
        target = follow_reference(parse_target("https://news.example/a/b"), location)
    except FetchError:
        return
    assert target.scheme in {"http", "https"}


def test_a_backslash_does_not_hide_another_host() -> None:
    assert parse_target("http://news.example\\@127.0.0.1/").host == "news.example"
