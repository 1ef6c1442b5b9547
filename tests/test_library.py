"""What ``import lagebild`` gives: pages in, records out, the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lagebild
from lagebild import Article, IntakeError, LagebildError, Span
from lagebild.evaluation.spans import wrong_spans
from lagebild.intake.inputs import read_page
from lagebild.intake.kinds import Kind
from lagebild.intake.pages import Hints, Page
from lagebild.model import SpeechAct
from tests.pages import ENGLISH_PAGE, GERMAN_HTML, GERMAN_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


_GERMAN_LINES = st.lists(st.sampled_from(GERMAN_PAGE.splitlines()), max_size=12).map("\n".join)
_MARKUP = st.lists(
    st.sampled_from(
        [*GERMAN_HTML.splitlines(), "<p>", "</div>", "<!--", "]]>", "&#0;", "<item><title>Der Rat</title></item>"]
    ),
    max_size=25,
).map("\n".join)
_CORPUS = st.lists(
    st.fixed_dictionaries(
        {"name": st.text(max_size=5)}, optional={"text": _GERMAN_LINES, "html": _MARKUP, "page_text": _GERMAN_LINES}
    ),
    max_size=3,
).map(lambda rows: "\n".join(json.dumps(row) for row in rows))
_TEXTS = (_GERMAN_LINES | _MARKUP | _CORPUS | st.text(max_size=200)).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)
_BYTES = st.binary(max_size=200) | _TEXTS | st.tuples(_TEXTS, st.binary(max_size=5), _TEXTS).map(b"".join)


@given(_BYTES, st.none() | st.sampled_from(Kind))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_exact_records_or_one_error_in_one_line(content: bytes, kind: Kind | None) -> None:
    try:
        outcomes = list(read_page(Page("seite", content), kind=kind, hints=Hints()))
    except LagebildError as error:
        outcomes = [IntakeError(error.subject, error.problem)]

    for outcome in outcomes:
        if isinstance(outcome, IntakeError):
            assert len(str(outcome).splitlines()) == 1
        else:
            article = lagebild.default_pipeline().run(outcome)
            assert list(wrong_spans(article)) == []
            assert_leads_back(article)


@given(_TEXTS, st.none() | st.sampled_from([Kind.HTML, Kind.PAGE_TEXT, Kind.TEXT]))
@settings(max_examples=50, deadline=None)
def test_the_same_bytes_give_the_same_record_twice(content: bytes, kind: Kind | None) -> None:
    def record() -> str:
        try:
            return json.dumps(lagebild.read(content, kind=kind).to_dict())
        except IntakeError as error:
            return str(error)

    assert record() == record()
