from __future__ import annotations

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.web.robots import MAX_ROBOTS_BYTES, Rules, parse_robots

AGENT = "lagebild/0.1.0 (+https://pypi.org/project/lagebild/)"


def read(content: bytes) -> Rules:
    return parse_robots(content, user_agent=AGENT)


def test_a_rule_for_all_holds_for_us() -> None:
    rules = read(b"User-agent: *\nDisallow: /intern/\n")

    assert not rules.permit("https://news.example/intern/1")
    assert rules.permit("https://news.example/politik/1")


def test_our_own_rules_stand_above_those_for_all() -> None:
    rules = read(b"User-agent: *\nDisallow: /\n\nUser-agent: Lagebild\nDisallow: /intern/\n")

    assert rules.permit("https://news.example/politik/1")


def test_a_word_in_the_comment_of_the_user_agent_is_not_its_name() -> None:
    rules = read(b"User-agent: pypi\nDisallow: /\n")

    assert rules.permit("https://news.example/")


@pytest.mark.parametrize("name", ["lage", "bild", "lagebild-news", "ebi", "a*"])
def test_a_part_of_our_name_is_not_our_name(name: str) -> None:
    assert read(f"User-agent: {name}\nDisallow: /".encode()).permit("https://news.example/")


def test_a_user_agent_without_a_name_is_anybody() -> None:
    rules = parse_robots(b"User-agent: lagebild\nAllow: /\n\nUser-agent: *\nDisallow: /\n", user_agent="(somebody)")

    assert not rules.permit("https://news.example/")


def test_a_byte_order_mark_does_not_hide_the_first_line() -> None:
    rules = read(b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n")

    assert not rules.permit("https://news.example/")


def test_a_rule_that_is_cut_in_two_is_left_out() -> None:
    head = b"User-agent: *\nDisallow: /intern/\n"
    filler = b"#" * (MAX_ROBOTS_BYTES - len(head) - len(b"\nDisallow: /")) + b"\n"
    rules = read(head + filler + b"Disallow: /suche/\n")

    assert rules.permit("https://news.example/politik/1")
    assert not rules.permit("https://news.example/intern/1")


@pytest.mark.parametrize("name", ["LAGEBILD", "lagebild*", "lagebild/2.0", "lagebild # us", "*", "**"])
@pytest.mark.parametrize("field", ["User-agent:", " USER-AGENT :", "useragent: ", "User agent ", "User-Agent "])
def test_names_are_read_generously(field: str, name: str) -> None:
    rules = read(f"User-agent: Googlebot\n{field}{name}\nUser-agent: Bingbot\nDisallow: /intern/".encode())

    assert not rules.permit("https://news.example/intern/1")
    assert rules.permit("https://news.example/politik/1")


def test_a_group_of_others_ends_where_the_next_begins() -> None:
    rules = read(
        b"User-agent: Googlebot\nDisallow: /\n\nUser-agent: *\nDisallow: /intern/\nUser-agent: Bingbot\nDisallow: /\n"
    )

    assert rules.permit("https://news.example/politik/1")
    assert not rules.permit("https://news.example/intern/1")


@pytest.mark.parametrize("field", ["User-agent:", "useragent ", "user   agent\t", "\u00a0User-agent\u00a0:"])
def test_thousands_of_robots_with_thousands_of_rules_are_read_in_little_memory(field: str) -> None:
    robots = "".join(f"{field}{'*' * (number % 7)}a{number}\njunk\n" for number in range(10_000))
    content = (robots + "User-agent: *\n" + "Disallow: /a\n" * 15_000).encode()
    tracemalloc.start()

    assert not read(content).permit("https://news.example/a")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 50_000_000


def test_many_wildcards_are_matched_in_little_time() -> None:
    rules = read(b"User-agent: *\n" + b"Disallow: /" + b"*a" * 1_000 + b"b\n")
    begun = time.perf_counter()

    assert rules.permit("https://news.example/" + "a" * 7_000)
    assert time.perf_counter() - begun < 5


@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: f"User-agent: *\n{text}".encode("utf-8", "replace"))
)
def test_any_bytes_are_rules(content: bytes) -> None:
    assert read(content).permit("https://news.example/robots.txt")
