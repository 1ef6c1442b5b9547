"""What the markup around a line says about it."""

from __future__ import annotations

import numpy as np
import pytest

from lagebild.intake.documents import MarkupLine
from lagebild.intake.lines.markup import MARKUP_NAMES, in_body, markup_features

PARAGRAPH = MarkupLine("Der Rat hat die Schließung beschlossen.", "p", ("html", "body", "article", "p"), 0.0)
MENU = MarkupLine("Politik", "li", ("html", "body", "nav main-menu", "ul", "li", "a"), 1.0)
TITLE = MarkupLine("Der Rat tagt", "h1", ("html", "body", "article", "h1 headline"), 0.0)


def feature(line: MarkupLine, name: str, *, body: str = "", title: str = "") -> float:
    return float(markup_features([line], body=body, title=title)[0, MARKUP_NAMES.index(name)])


def test_every_column_has_its_own_name() -> None:
    assert len(set(MARKUP_NAMES)) == len(MARKUP_NAMES)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (PARAGRAPH, "tag_p"),
        (PARAGRAPH, "article"),
        (MENU, "tag_li"),
        (MENU, "nav"),
        (MENU, "list_path"),
        (MENU, "linked"),
        (TITLE, "tag_h1"),
        (TITLE, "title"),
        (TITLE, "inner_title"),
        (MarkupLine("x", "div", ("html", "div kommentare"), 0.0), "comment"),
        (MarkupLine("x", "div", ("html", "div vorspann"), 0.0), "lead"),
        (MarkupLine("x", "figcaption", ("html", "figure", "figcaption"), 0.0), "tag_caption"),
    ],
)
def test_elements_and_their_names_tell_what_a_line_is(line: MarkupLine, name: str) -> None:
    assert feature(line, name) == 1.0


def test_names_far_outside_are_not_the_innermost() -> None:
    assert feature(MENU, "nav") == 1.0
    assert feature(MENU, "inner_nav") == 0.0


def test_a_line_that_is_the_title_of_the_document_knows_it() -> None:
    assert feature(TITLE, "is_title", title="Der Rat tagt | Das Blatt") == 1.0
    assert feature(TITLE, "title_overlap", title="Der Rat tagt") == 1.0
    assert feature(TITLE, "is_title") == 0.0
    assert feature(MENU, "is_title", title="Politik heute") == 0.0


def test_what_the_extractor_took_for_the_body_is_marked() -> None:
    assert feature(PARAGRAPH, "in_body", body="Der Rat hat die Schließung beschlossen.") == 1.0
    assert feature(MENU, "in_body", body="Der Rat hat die Politik beschlossen.") == 0.0


def test_short_lines_are_in_the_body_as_whole_lines_only() -> None:
    body = "Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen.\n- Erstens\n| 17 |"

    assert in_body(["Der Rat", "Erstens", "17", "nach langer Sitzung die Schließung"], body) == [
        False,
        True,
        True,
        True,
    ]


def test_neighbours_are_seen() -> None:
    features = markup_features([TITLE, PARAGRAPH, PARAGRAPH], body="", title="")

    assert features[:, MARKUP_NAMES.index("tag_h1_-1")].tolist() == [-1, 1, 0]
    assert features[:, MARKUP_NAMES.index("same_tag_before")].tolist() == [0, 0, 1]
    assert features[:, MARKUP_NAMES.index("same_tag_after")].tolist() == [0, 1, 0]


def test_a_document_without_lines_has_no_rows() -> None:
    assert markup_features([], body="x", title="x").shape == (0, len(MARKUP_NAMES))


def test_a_line_with_thousands_of_elements_around_it_has_finite_features() -> None:
    line = MarkupLine("x " * 10_000, "div", ("div class-" * 20,) * 1_000, 0.5)

    assert np.isfinite(markup_features([line], body="x", title="x")).all()
