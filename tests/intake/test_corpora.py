from __future__ import annotations

import io
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.corpora import read_corpus
from lagebild.intake.pages import Hints
from lagebild.model import Article, IntakeError, KnownFrom, Published, Role, Span

SAMPLES = Path(__file__).parents[2] / "samples"
TEXT = "Haberkorn bestreitet Vorwürfe\n\nDie Ministerin bestritt am Montag, davon gewusst zu haben."


def read(content: bytes, hints: Hints | None = None) -> list[Article | IntakeError]:
    return list(read_corpus(io.BytesIO(content), "corpus.jsonl", hints or Hints()))


def line(**members: Any) -> bytes:  # noqa: ANN401 - wrong types are what is tested
    return json.dumps({"name": "a", **members}, ensure_ascii=False).encode() + b"\n"


def article_of(content: bytes, hints: Hints | None = None) -> Article:
    (outcome,) = read(content, hints)
    assert isinstance(outcome, Article), outcome
    return outcome


def test_the_sample_gives_its_articles_in_order() -> None:
    outcomes = read((SAMPLES / "corpus.jsonl").read_bytes())

    assert [outcome.source.name for outcome in outcomes if isinstance(outcome, Article)] == [
        "de-1",
        "de-2",
        "en-1",
        "en-2",
    ]
    assert [outcome.language for outcome in outcomes if isinstance(outcome, Article)] == ["de", "de", "en", "en"]


def test_a_text_is_kept_character_for_character_and_gives_the_id() -> None:
    text = "  Erster Satz.\r\n\r\n\tZweiter Satz: „ja“.\n"
    article = article_of(line(text=text))

    assert article.text == text
    assert article.id == "sha256:" + sha256(text.encode()).hexdigest()


def test_html_and_page_text_are_read_as_such() -> None:
    story = "The ferry sailed on Tuesday with 214 passengers, its operator said."
    html = f"<html><body><h1>Ferry sails</h1><p>{story}</p></body></html>"
    page_text = f"Home\nLocal news\n\nFerry sails\n\n{story}"
    first, second = read(line(html=html) + line(page_text=page_text))

    assert isinstance(first, Article)
    assert (first.source.media_type, first.id) == ("text/html", "sha256:" + sha256(html.encode()).hexdigest())
    assert "<" not in first.text
    assert isinstance(second, Article)
    assert second.page == page_text
    assert "Local news" not in second.text


def test_what_a_line_gives_of_itself_stands_above_the_hints() -> None:
    hints = Hints(published=Published("2020-01-02", "day", KnownFrom.GIVEN), language="en")
    own, other = read(
        line(text=TEXT, published="2024-06-18T09:30", language="de-AT", url="https://a.example/b") + line(text=TEXT),
        hints,
    )

    assert isinstance(own, Article)
    assert own.published == Published("2024-06-18T09:30", "minute", KnownFrom.GIVEN)
    assert (own.language, own.source.url) == ("de", "https://a.example/b")
    assert isinstance(other, Article)
    assert (other.published.value, other.language) == ("2020-01-02", "en")


@pytest.mark.parametrize(
    ("headline", "span"),
    [
        ("Haberkorn bestreitet Vorwürfe", Span(0, 29)),
        ("Haberkorn bestreitet", Span(0, 20)),
        ("Die Ministerin bestritt am Montag, davon gewusst zu haben.", Span(31, 89)),
        ("am Montag", None),
        ("Ein anderer Titel", None),
    ],
)
def test_a_headline_has_a_span_where_the_text_begins_with_it_or_has_it_as_a_line(
    headline: str, span: Span | None
) -> None:
    article = article_of(line(text=TEXT, headline=headline))

    assert article.headline is not None
    assert (article.headline.text, article.headline.span) == (headline, span)
    assert article.text == TEXT


def test_the_line_of_the_headline_gets_its_role() -> None:
    text = "Bote vom Dienstag\nHaberkorn bestreitet Vorwürfe\nSie bestritt es."
    article = article_of(line(text=text, headline="Haberkorn bestreitet Vorwürfe"))

    assert article.blocks[1].role is Role.HEADLINE


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"{\n", "not JSON"),
        (b"Putin reist.\n", "not JSON"),
        (b'["name", "text"]\n', "not a JSON object"),
        (b"\xff\xfe{\x00\n", "not UTF-8 at byte 0"),
        (b'{"a": ' + b"[" * 200_000 + b"\n", "not JSON"),
        (b'{"a": ' + b"9" * 5_000 + b"}\n", "not JSON"),
        (b'{"text": "a"}\n', "no name"),
        (line(name="", text="a"), "no name"),
        (line(name=7, text="a"), "name is no string"),
        (line(), "no text; give exactly one of text, html, page_text"),
        (line(text=None), "no text"),
        (line(text="a", html="b"), "text and html; give exactly one"),
        (line(text=["a"]), "text is no string"),
        (line(text="a", url=1), "url is no string"),
        (line(text="a", headline=True), "headline is no string"),
        (line(text="a", published="18.6.2024"), "published is '18.6.2024'; write it as 2024-06-18"),
        (line(text="a", published=20240618), "published is no string"),
        (line(text="a", language="deutsch"), "language is 'deutsch'"),
    ],
)
def test_a_wrong_line_is_an_error_with_its_number_and_the_others_come_out(content: bytes, says: str) -> None:
    first, second, third = read(line(text="Eins kam.") + b"\n" + content + line(text="Zwei kam."))

    assert isinstance(first, Article)
    assert isinstance(second, IntakeError)
    assert second.subject == "corpus.jsonl, line 3"
    assert says in second.problem
    assert isinstance(third, Article)


def test_a_line_whose_text_has_no_words_is_an_error() -> None:
    (outcome,) = read(line(text=" \n "))

    assert isinstance(outcome, IntakeError)


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \r\n"])
def test_an_empty_corpus_is_one_error(content: bytes) -> None:
    (outcome,) = read(content)

    assert isinstance(outcome, IntakeError)
    assert "empty" in outcome.problem


def test_a_byte_order_mark_windows_line_ends_and_a_missing_last_one_are_survived() -> None:
    content = b"\xef\xbb\xbf" + line(text="Eins kam.").replace(b"\n", b"\r\n") + line(text="Zwei kam.").rstrip()

    assert [outcome.text for outcome in read(content) if isinstance(outcome, Article)] == ["Eins kam.", "Zwei kam."]


def test_a_corpus_that_was_cut_gives_the_lines_before_the_cut() -> None:
    first, second = read((line(text="Eins kam.") + line(text="Zwei kam."))[:-8])

    assert isinstance(first, Article)
    assert isinstance(second, IntakeError)


def test_a_lone_surrogate_becomes_a_replacement_character() -> None:
    article = article_of(b'{"name": "a", "text": "Ja\\ud800."}')

    assert article.text == "Ja\ufffd."


class CountingStream(io.BytesIO):
    """Remembers how much was asked for at once."""

    largest = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        self.largest = max(self.largest, size if size is not None else -1)
        return super().readline(size)


def test_an_overlong_line_is_passed_over_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.intake.corpora.MAX_PAGE_BYTES", 1_000)
    monkeypatch.setattr("lagebild.intake.corpora._SKIP_BYTES", 500)
    stream = CountingStream(line(text="a" * 5_000) + line(text="Zwei kam."))
    first, second = read_corpus(stream, "corpus.jsonl", Hints())

    assert isinstance(first, IntakeError)
    assert (first.subject, "longer than" in first.problem) == ("corpus.jsonl, line 1", True)
    assert isinstance(second, Article)
    assert stream.largest == 1_000


PIECES = [b'{"name": "a", ', b'"text": ', b'"Ja. ', b'"}', b"\n", b"\xff", b"null", b"[", b"\\ud800"]


@given(st.lists(st.sampled_from(PIECES)).map(b"".join) | st.binary())
def test_any_bytes_give_outcomes_and_never_another_exception(content: bytes) -> None:
    outcomes = read(content)

    assert outcomes
    assert all(isinstance(outcome, Article | IntakeError) for outcome in outcomes)


@given(st.text(min_size=1).filter(str.strip), st.none() | st.text(max_size=10))
def test_any_text_keeps_its_characters_and_its_spans(text: str, headline: str | None) -> None:
    (outcome,) = read(line(text=text, headline=headline))

    if isinstance(outcome, IntakeError):
        return
    assert outcome.text == text
    assert all(block.page_span.of(text) == block.text for block in outcome.blocks)
    if outcome.headline is not None and outcome.headline.span is not None:
        assert outcome.headline.span.of(text) == outcome.headline.text
