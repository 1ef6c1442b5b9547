"""The gold of page roles, as it ships and as it may be broken."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation import gold_pages
from lagebild.evaluation.gold_pages import (
    GoldPage,
    annotated_pages,
    held_out_names,
    line_hash,
    own_pages,
    second_readings,
    unpacked,
)
from lagebild.intake.plain import blanks_before, text_lines
from lagebild.model import EvaluationError, Role

if TYPE_CHECKING:
    from pathlib import Path

TSV = """\
# language: de; made: by hand
navigation\t\tZum Inhalt

headline\t#h\tDer Rat tagt
paragraph\t\tEs war spät.

headline\t=h\tDer Rat tagt
"""
HTML = "<html><body><nav>Start</nav><h1>Der Rat tagt</h1><p>Es war spät.</p></body></html>"


def own_page(tmp_path: Path, content: str) -> GoldPage:
    (tmp_path / "seite.tsv").write_text(content, encoding="utf-8")
    (page,) = own_pages(tmp_path)
    return page


def test_a_page_is_read_line_by_line(tmp_path: Path) -> None:
    page = own_page(tmp_path, TSV)

    assert (page.name, page.language) == ("seite.tsv", "de")
    assert page.lines == ("Zum Inhalt", "Der Rat tagt", "Es war spät.", "Der Rat tagt")
    assert page.roles == (Role.NAVIGATION, Role.HEADLINE, Role.PARAGRAPH, Role.HEADLINE)
    assert page.blank_before == (False, True, False, True)
    assert page.repeats == (None, None, None, 1)
    assert page.text == "Zum Inhalt\n\nDer Rat tagt\nEs war spät.\n\nDer Rat tagt\n"


def test_other_files_of_the_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# kein Gold", encoding="utf-8")

    assert list(own_pages(tmp_path)) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("titel\t\tDer Rat tagt", "write a role, a mark and a text, with tabs between"),
        ("headline\tDer Rat tagt", "write a role, a mark and a text, with tabs between"),
        ("headline\t\tDer Rat\ttagt", "write a role, a mark and a text, with tabs between"),
        ("headline\t\t ", "write a role, a mark and a text, with tabs between"),
        ("headline\t=x\tDer Rat tagt", "no earlier line is called x"),
        ("headline\t#h\tDer Rat tagt", "an earlier line is called h already; take another name"),
        ("headline\th\tDer Rat tagt", "the mark h is neither #name nor =name"),
    ],
)
def test_a_row_that_does_not_follow_the_codebook_is_refused_with_its_place(
    tmp_path: Path, row: str, problem: str
) -> None:
    with pytest.raises(EvaluationError) as refused:
        own_page(tmp_path, f"{TSV}{row}\n")

    assert str(refused.value) == f"seite.tsv:8: {problem}"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no such folder; give one with the \.tsv files of own pages$"):
        list(own_pages(tmp_path / "fehlt"))


def test_the_pages_that_ship_are_many_and_in_both_languages() -> None:
    pages = list(own_pages())

    assert len(pages) >= 60
    assert {page.language for page in pages} >= {"de", "en"}
    assert {role for page in pages for role in page.roles} == set(Role)


def test_the_pages_that_ship_are_read_back_line_by_line() -> None:
    for page in own_pages():
        spans = text_lines(page.text)
        assert tuple(span.of(page.text) for span in spans) == page.lines
        assert tuple(blanks_before(page.text, spans))[1:] == page.blank_before[1:]


def test_repeats_that_ship_point_to_earlier_lines_that_repeat_nothing() -> None:
    for page in own_pages():
        for number, original in enumerate(page.repeats):
            if original is not None:
                assert original < number
                assert page.repeats[original] is None


def test_pages_held_out_of_training_ship_in_both_languages() -> None:
    held_out = [page for page in own_pages() if page.name in held_out_names()]

    assert len(held_out) == len(held_out_names()) >= 10
    assert {page.language for page in held_out} >= {"de", "en"}


def test_what_a_second_reader_labelled_belongs_to_the_pages_that_ship() -> None:
    sizes = {page.name: len(page.lines) for page in own_pages()}
    of_own = [(name, len(roles)) for name, roles, _ in second_readings() if name in sizes]

    assert len(of_own) >= 5
    assert all(sizes[name] == count for name, count in of_own)


def test_runs_of_roles_are_unpacked() -> None:
    assert list(unpacked([("navigation", 2), ("headline", 1)])) == [Role.NAVIGATION, Role.NAVIGATION, Role.HEADLINE]


@pytest.fixture
def annotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with one page of others, and make its labels the gold."""
    folder = tmp_path / "html"
    folder.mkdir()
    (folder / "seite.html").write_text(HTML, encoding="utf-8")
    labels = {
        "file": "seite.html",
        "sha256": sha256(HTML.encode()).hexdigest(),
        "lines": [line_hash(line) for line in ("Start", "Der Rat tagt", "Es war spät.")],
        "roles": [["navigation", 1], ["headline", 1], ["paragraph", 1]],
        "repeats": {"2": 1},
    }
    (tmp_path / "annotated.jsonl").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    monkeypatch.setattr(gold_pages, "GOLD", tmp_path)
    return folder


def test_labels_meet_the_lines_of_the_page_that_was_annotated(annotated: Path) -> None:
    (page,) = annotated_pages(annotated)

    assert page.lines == ("Start", "Der Rat tagt", "Es war spät.")
    assert page.roles == (Role.NAVIGATION, Role.HEADLINE, Role.PARAGRAPH)
    assert page.repeats == (None, None, 1)
    assert page.document is not None


def test_a_page_that_is_not_at_hand_is_passed_over(annotated: Path) -> None:
    (annotated / "seite.html").unlink()

    assert list(annotated_pages(annotated)) == []


def test_another_page_under_the_same_name_is_refused(annotated: Path) -> None:
    (annotated / "seite.html").write_text(HTML + " ", encoding="utf-8")

    with pytest.raises(EvaluationError, match="is not the page that was annotated"):
        list(annotated_pages(annotated))


def test_lines_that_are_read_otherwise_than_when_they_were_annotated_are_refused(
    annotated: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gold_pages, "line_hash", lambda line: line)

    with pytest.raises(EvaluationError, match=r"annotate it anew$"):
        list(annotated_pages(annotated))


def test_the_labels_that_ship_hold_no_words_of_others() -> None:
    for row in (gold_pages.GOLD / "annotated.jsonl").read_text(encoding="utf-8").splitlines():
        labels = json.loads(row)
        assert labels.keys() == {"file", "sha256", "lines", "roles", "repeats"}
        assert all(len(line) == 8 and int(line, 16) >= 0 for line in labels["lines"])
        assert sum(count for _, count in labels["roles"]) == len(labels["lines"])
