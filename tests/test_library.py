"""What ``import lagebild`` gives: pages in, records out, the same every time."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lagebild
from lagebild import Article, IntakeError, Span
from lagebild.evaluation.spans import wrong_spans
from lagebild.intake.inputs import read_page
from lagebild.intake.kinds import Kind
from lagebild.intake.pages import Hints, Page
from lagebild.model import SpeechAct
from tests.pages import ENGLISH_PAGE, GERMAN_HTML, GERMAN_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = "Uschakow bestritt, dass die Vereinbarung aggressiv sei."
PAGES = {"German": GERMAN_PAGE, "English": ENGLISH_PAGE, "HTML": GERMAN_HTML}


def test_at_most_fifteen_names_are_public() -> None:
    assert len(lagebild.__all__) <= 15
    assert all(hasattr(lagebild, name) for name in lagebild.__all__)


def test_a_denial_names_who_denies() -> None:
    article = lagebild.read(SENTENCE, published="2024-06-18")

    (statement,) = article.statements
    assert statement.act is SpeechAct.DENY
    assert statement.source is not None
    assert statement.source.span.of(article.text) == "Uschakow"


def test_a_day_is_counted_from_the_publication() -> None:
    article = lagebild.read("The council met on Monday, officials said.", published="2024-06-18", language="en")

    (time,) = article.times
    assert (time.span.of(article.text), time.value) == ("Monday", "2024-06-17")


def test_a_path_is_read(tmp_path: Path) -> None:
    path = tmp_path / "seite.txt"
    path.write_text(GERMAN_PAGE, encoding="utf-8")

    for source in (path, str(path)):
        assert lagebild.read(source).source.name == "seite.txt"


@pytest.mark.parametrize("source", [SENTENCE, SENTENCE.encode(), SENTENCE.encode("utf-16")])
def test_text_and_bytes_are_read(source: str | bytes) -> None:
    assert lagebild.read(source).text == SENTENCE


@pytest.mark.parametrize("length", [200, 260, 900, 1_100])
def test_a_sentence_longer_than_a_file_name_is_a_text(length: int) -> None:
    text = ("Der Rat tagt. " * 100)[:length]

    assert lagebild.read(text).text == text


def test_a_missing_path_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"fehlt\.txt: no such file; check the path$"):
        lagebild.read(tmp_path / "fehlt.txt")


@pytest.mark.parametrize("source", ["", " \n ", b""])
def test_an_empty_text_is_an_error_with_the_way_out(source: str | bytes) -> None:
    with pytest.raises(IntakeError, match=r"^text: empty; give a file with a page or a text$"):
        lagebild.read(source)


def test_several_articles_are_for_read_all(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    path.write_text("".join(json.dumps({"name": name, "text": SENTENCE}) + "\n" for name in "ab"), encoding="utf-8")

    with pytest.raises(IntakeError, match=r"holds no single article; use lagebild\.read_all$"):
        lagebild.read(path)
    outcomes = list(lagebild.read_all(path))
    assert [outcome.source.name for outcome in outcomes if isinstance(outcome, Article)] == ["a", "b"]


def test_a_corpus_of_one_is_read() -> None:
    article = lagebild.read(json.dumps({"name": "a", "text": SENTENCE, "published": "2024-06-18"}))

    assert (article.source.name, article.text, article.published.value) == ("a", SENTENCE, "2024-06-18")


def test_a_bad_line_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    path.write_text(
        f"{json.dumps({'name': 'a', 'text': SENTENCE})}\nkaputt\n{json.dumps({'name': 'b', 'text': SENTENCE})}\n",
        encoding="utf-8",
    )

    kinds = [type(outcome) for outcome in lagebild.read_all(path)]
    assert kinds == [Article, IntakeError, Article]


@pytest.mark.parametrize("kind", ["text", Kind.TEXT])
def test_the_kind_can_be_said_in_words(kind: Kind | str) -> None:
    assert lagebild.read(GERMAN_HTML, kind=kind).text == GERMAN_HTML


def test_auto_is_the_kind_that_is_found_out() -> None:
    assert lagebild.read(GERMAN_HTML, kind="auto") == lagebild.read(GERMAN_HTML)


@pytest.mark.parametrize("kind", ["pdf", "HTML", ""])
def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(kind: str) -> None:
    with pytest.raises(
        IntakeError, match=r"no kind of input; take one of auto, html, page-text, text, jsonl, feed, warc$"
    ):
        lagebild.read(SENTENCE, kind=kind)


@pytest.mark.parametrize("published", ["18.06.2024", "2024-02-31", "gestern", "", "2024-06-18T25:00"])
def test_a_date_that_is_none_is_refused_with_the_form_it_has(published: str) -> None:
    with pytest.raises(IntakeError, match=r"no date; write it as 2024-06-18 or 2024-06-18T14:05$"):
        lagebild.read(SENTENCE, published=published)


def test_an_unsupported_language_is_read_as_far_as_the_pages_go() -> None:
    article = lagebild.read("El consejo se reunió el 2024-06-17 en la ciudad y decidió cerrar la piscina.")

    assert article.language == "es"
    assert article.text.startswith("El consejo")
    assert [warning.kind.value for warning in article.warnings] == ["language_unsupported", "no_publication_date"]


def test_the_record_is_json() -> None:
    record = lagebild.read(GERMAN_PAGE).to_dict()

    assert json.loads(json.dumps(record)) == record


def test_a_notebook_shows_the_words_of_the_article_escaped() -> None:
    shown = lagebild.read("Der Rat <script>alert(1)</script> tagt am 12. März 2031.", kind="text")._repr_html_()

    assert "12. März 2031" in shown
    assert "<script>" not in shown


def spans_in(value: object) -> Iterator[tuple[Span, str]]:
    if isinstance(value, dict):
        if value.get("quote") and value.get("start") is not None:
            yield Span(value["start"], value["end"]), value["quote"]
        for part in value.values():
            yield from spans_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans_in(part)


def assert_leads_back(article: Article) -> None:
    for span, quote in spans_in(article.to_dict()):
        on_page = article.page_span(span)
        assert on_page is not None
        piece = on_page.of(article.page)
        is_in_one_block = any(block.span is not None and block.span.covers(span) for block in article.blocks)
        assert piece == quote if is_in_one_block else (piece[0], piece[-1]) == (quote[0], quote[-1])


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_every_finding_leads_back_to_the_page(page: str) -> None:
    article = lagebild.read(page)

    assert len(list(spans_in(article.to_dict()))) >= 5
    assert_leads_back(article)


READ_TWICE = """
import json, sys
import lagebild
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        content = file.read()
    print(json.dumps(lagebild.read(content).to_dict()))
"""


def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    names = []
    for name, page in PAGES.items():
        (tmp_path / name).write_text(page, encoding="utf-8")
        names.append(str(tmp_path / name))

    def printed(seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", READ_TWICE, *names]
        return subprocess.run(command, env=environment, check=True, capture_output=True).stdout

    first = printed("1")
    assert first.count(b"\n") == 3
    assert first == printed("2")


SAMPLES = Path(__file__).parents[1] / "samples"
GOOD = (
    (GERMAN_PAGE.encode(), Kind.PAGE_TEXT),
    (ENGLISH_PAGE.encode(), Kind.PAGE_TEXT),
    (GERMAN_PAGE.encode("utf-16"), Kind.TEXT),
    (GERMAN_HTML.encode(), Kind.HTML),
    ((SAMPLES / "feed-de.xml").read_bytes(), Kind.FEED),
    ((SAMPLES / "feed-en.json").read_bytes(), Kind.FEED),
    ((SAMPLES / "corpus.jsonl").read_bytes(), Kind.JSONL),
    (gzip.decompress((SAMPLES / "archive.warc.gz").read_bytes()), Kind.WARC),
)
PIECES = (
    b"",
    b"\x00",
    b"\xff\xfe",
    b"\r\n\r\n",
    b"<div><p>",
    b"</p></div>",
    b"<!--",
    b"]]>",
    b"&#x110000;",
    b'"',
    "\u202e\u2028😀".encode(),
    "„Nein“, sagte er am 31.02.2024 um 25:99 Uhr 1.000,5 Euro. ".encode(),
)


@st.composite
def broken_inputs(draw: st.DrawFn) -> tuple[bytes, Kind | None]:
    """Return a good input in which up to three stretches have been replaced, and how to read it."""
    content, kind = draw(st.sampled_from(GOOD))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 500)))
        content = content[:start] + draw(st.sampled_from(PIECES)) * draw(st.integers(1, 3)) + content[end:]
    return content, draw(st.sampled_from([kind, None]))


def outcomes_of(content: bytes, kind: Kind | None) -> list[Article | IntakeError]:
    try:
        outcomes = list(read_page(Page("seite", content), kind=kind, hints=Hints()))
    except IntakeError as error:
        return [error]
    chain = lagebild.default_pipeline()
    return [outcome if isinstance(outcome, IntakeError) else chain.run(outcome) for outcome in outcomes]


def assert_exact_or_one_line(outcomes: list[Article | IntakeError]) -> None:
    for outcome in outcomes:
        if isinstance(outcome, IntakeError):
            assert len(str(outcome).splitlines()) == 1
        else:
            assert list(wrong_spans(outcome)) == []
            assert_leads_back(outcome)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode), st.none() | st.sampled_from(Kind))
@settings(max_examples=80, deadline=None)
def test_any_bytes_in_any_mode_give_exact_records_or_one_error(content: bytes, kind: Kind | None) -> None:
    assert_exact_or_one_line(outcomes_of(content, kind))


@given(broken_inputs())
@settings(max_examples=120, deadline=None)
def test_broken_inputs_give_exact_records_or_one_error(broken: tuple[bytes, Kind | None]) -> None:
    assert_exact_or_one_line(outcomes_of(*broken))


@given(broken_inputs(), st.sampled_from(Kind))
@settings(max_examples=40, deadline=None)
def test_inputs_read_as_something_else_give_exact_records_or_one_error(
    broken: tuple[bytes, Kind | None], kind: Kind
) -> None:
    assert_exact_or_one_line(outcomes_of(broken[0], kind))


@given(broken_inputs())
@settings(max_examples=40, deadline=None)
def test_the_same_bytes_give_the_same_records_twice(broken: tuple[bytes, Kind | None]) -> None:
    def records() -> list[str]:
        outcomes = outcomes_of(*broken)
        return [json.dumps(one.to_dict()) if isinstance(one, Article) else str(one) for one in outcomes]

    assert records() == records()
