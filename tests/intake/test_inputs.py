"""Where pages come from, and what happens where they cannot be read."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest
from tests.pages import GERMAN_HTML, GERMAN_PAGE

from lagebild.intake.inputs import is_address, read_page, read_source
from lagebild.intake.kinds import Kind
from lagebild.intake.pages import MAX_PAGE_BYTES, Hints, Page
from lagebild.model import Article, IntakeError

if TYPE_CHECKING:
    from pathlib import Path

    from lagebild.intake.pages import Outcome

TEXT = "Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen."


def outcomes_of(source: str | Path, kind: Kind | None = None) -> list[Outcome]:
    return list(read_source(str(source), kind=kind, hints=Hints()))


def article_of(source: str | Path, kind: Kind | None = None) -> Article:
    (outcome,) = outcomes_of(source, kind)
    assert isinstance(outcome, Article)
    return outcome


def refusal_of(source: str | Path, kind: Kind | None = None) -> str:
    with pytest.raises(IntakeError) as refused:
        outcomes_of(source, kind)
    assert "\n" not in str(refused.value)
    return str(refused.value)


class Stdin(io.TextIOWrapper):
    """A standard input that cannot be wound back."""

    def __init__(self, content: bytes) -> None:
        stream = io.BytesIO(content)
        stream.seekable = lambda: False  # type: ignore[method-assign]
        super().__init__(stream)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://example.org/", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("seite.html", False),
        ("ftp://example.org", True),
        ("file:///etc/passwd", True),
        ("-", False),
        ("", False),
    ],
)
def test_an_address_is_told_from_the_name_of_a_file(source: str, expected: bool) -> None:  # noqa: FBT001
    assert is_address(source) is expected


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("seite.html", GERMAN_HTML, "text/html"),
        ("seite.txt", GERMAN_PAGE, "text/plain"),
        ("text.txt", TEXT, "text/plain"),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, content: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    article = article_of(path)

    assert "nach langer Sitzung die Schließung des Hallenbads" in article.text
    assert (article.source.name, article.source.media_type) == (name, media_type)


def test_a_file_is_read_as_what_the_caller_says(tmp_path: Path) -> None:
    path = tmp_path / "seite.html"
    path.write_text(GERMAN_HTML, encoding="utf-8")

    assert article_of(path, Kind.TEXT).text == GERMAN_HTML


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(TEXT.encode()))

    assert article_of("-").text == TEXT


def test_a_corpus_comes_through_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(json.dumps({"name": str(number), "text": TEXT}) + "\n" for number in range(2_000))
    monkeypatch.setattr(sys, "stdin", Stdin(lines.encode()))
    names = [outcome.source.name for outcome in outcomes_of("-") if isinstance(outcome, Article)]

    assert names == [str(number) for number in range(2_000)]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "fehlt.html"

    assert refusal_of(path) == f"{path}: no such file; check the path"


def test_a_folder_is_no_page(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == f"{tmp_path}: a folder; name its files, such as {tmp_path}/*.html"


@pytest.mark.parametrize("source", ["a\0b", "x" * 300])
def test_a_name_that_no_file_can_have_is_refused(source: str) -> None:
    assert "cannot be opened" in refusal_of(source)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "seite.txt").write_text(TEXT, encoding="utf-8")

    assert "cannot be opened" in refusal_of(tmp_path / "seite.txt" / "innen.txt")


def test_a_file_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "seite.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    # The rights of a file do not stop the superuser, as whom tests run in containers.
    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert refusal_of(path).endswith("cannot be opened ([Errno 13] Permission denied); check the path and its rights")


def test_a_file_that_breaks_off_while_it_is_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Broken())))
    assert refusal_of("-") == "-: cannot be read ([Errno 5] Input/output error); check the file"


@pytest.mark.parametrize("kind", [None, Kind.TEXT, Kind.HTML, Kind.PAGE_TEXT])
def test_an_empty_file_is_refused(tmp_path: Path, kind: Kind | None) -> None:
    path = tmp_path / "leer.txt"
    path.touch()

    assert refusal_of(path, kind).startswith("leer.txt: ")


def test_a_page_of_the_largest_size_is_not_cut_and_a_larger_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_bytes(b"wort\n" * (MAX_PAGE_BYTES // 5) + b"x")

    assert refusal_of(path, Kind.TEXT) == "lang.txt: larger than 10 MB; split it into pages"


def test_a_corpus_may_be_larger_than_a_page(tmp_path: Path) -> None:
    path = tmp_path / "korpus.jsonl"
    line = json.dumps({"name": "a", "text": TEXT, "rest": "x" * 3_000_000}) + "\n"
    path.write_text(line * 8, encoding="utf-8")

    assert path.stat().st_size > MAX_PAGE_BYTES
    assert len(outcomes_of(path)) == 8


@pytest.mark.parametrize("kind", [Kind.FEED, Kind.JSONL, Kind.WARC])
def test_what_is_no_page_of_its_kind_is_one_error(kind: Kind) -> None:
    (outcome,) = read_page(Page("seite", "Der Rat tagt."), kind=kind, hints=Hints())

    assert isinstance(outcome, IntakeError)
    assert str(outcome).startswith("seite")


def test_a_page_that_came_as_text_is_read() -> None:
    (outcome,) = read_page(Page("seite", GERMAN_HTML), kind=None, hints=Hints(language="de"))

    assert isinstance(outcome, Article)
    assert outcome.source.name == "seite"


def test_an_address_that_is_not_of_the_web_is_refused_as_one() -> None:
    with pytest.raises(IntakeError, match=r"^ftp://bote\.example/a: .*http"):
        next(read_source("ftp://bote.example/a", kind=None, hints=Hints()))
