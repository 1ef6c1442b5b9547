"""Which lines of a page say an earlier one again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.lines.repeats import UNMARKED_ROLES, find_repeats
from lagebild.model import Role

TEXT = (Role.PARAGRAPH, "Es war spät, als der Bürgermeister endlich sprach.")


def repeats_of(*page: tuple[Role, str]) -> list[int | None]:
    return find_repeats([line for _, line in page], [role for role, _ in page])


def test_a_headline_that_comes_again_repeats_the_first() -> None:
    title = (Role.HEADLINE, "Der Rat von Oberwieden schließt das Hallenbad")

    assert repeats_of(title, TEXT, title) == [None, None, 0]


def test_a_headline_in_other_words_repeats_the_first() -> None:
    page = (
        (Role.HEADLINE, "Gestrandeter Wal kehrt nach 31 Stunden ins Meer zurück"),
        TEXT,
        (Role.HEADLINE, "Ein gestrandeter Wal wurde nach 31 Stunden zurück in das Meer geführt"),
    )

    assert repeats_of(*page) == [None, None, 0]


@pytest.mark.parametrize(
    "cut",
    ["Eine Taucherin berichtet vom beschädigten Kabel in der...", "Eine Taucherin berichtet vom beschädigten Kabel …"],
)
def test_a_cut_teaser_and_then_the_whole_one_are_the_same(cut: str) -> None:
    whole = (
        "Eine Taucherin berichtet vom beschädigten Kabel in der Vintersee. "
        + "Warum Fischer keine Schuld trifft, erklärt sie. " * 4
    )

    assert repeats_of((Role.TEASER, cut), (Role.TEASER, whole)) == [None, 0]
    assert repeats_of((Role.TEASER, whole), (Role.TEASER, cut)) == [None, 0]


def test_a_line_that_begins_like_another_but_is_not_cut_is_none() -> None:
    short = "Eine Taucherin berichtet vom beschädigten Kabel"
    long = short + " in der Vintersee. " + "Warum Fischer keine Schuld trifft, erklärt sie. " * 4

    assert repeats_of((Role.TEASER, short), (Role.TEASER, long)) == [None, None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ein Eigentümer ohne Telefon", "Der Eigner ohne Telefon"),
        ("Das Land der Esel und der Server", "Land von Eseln und Servern"),
        ("Sieben Stunden im Karsk", "7 Stunden in Karsk"),
        ("Who stood on the bridge?", "Who was standing at the bridge"),
        ("Bakers against dairymen", "Dairymen against bakers"),
        ("Märkte unter Verdacht", "Märkte unter Verdacht"),
    ],
)
def test_two_wordings_of_a_cross_head_near_each_other_are_one(first: str, second: str) -> None:
    assert repeats_of((Role.CROSSHEAD, first), TEXT, TEXT, (Role.CROSSHEAD, second)) == [None, None, 1, 0]


@pytest.mark.parametrize(
    "titles",
    [
        ("Windows 7:", "Windows 8:"),
        ("Die Zutaten", "Die Zubereitung"),
        ("Vorteile beim Leasing", "Nachteile beim Leasing", "Fazit zum Leasing"),
        ("Pros", "Cons", "Pros", "Cons"),
        ("Summary", "Summary", "Summary"),
    ],
)
def test_titles_of_a_series_are_no_repeats(titles: tuple[str, ...]) -> None:
    assert repeats_of(*((Role.CROSSHEAD, title) for title in titles)) == [None] * len(titles)


def test_cross_heads_far_from_each_other_are_two() -> None:
    title = (Role.CROSSHEAD, "Märkte unter Verdacht")
    between = [(Role.PARAGRAPH, f"{word} spricht.") for word in "Anna Berta Clara Dora Emil Fritz Gerda Hans".split()]

    assert repeats_of(title, *between, title) == [None] * 10


def test_a_caption_that_says_a_teasers_sentence_again_repeats_it() -> None:
    sentence = "Es ist die erste Reise der Ministerpräsidentin nach Tamar seit mehr als zwei Jahrzehnten."
    page = (
        (
            Role.TEASER,
            f"Kabel, Kohle, Kaffee: worum es geht. {sentence} Der Abgeordnete Muster spricht im Studio darüber.",
        ),
        TEXT,
        (Role.CAPTION, f"Tamar schmückt die Straßen mit Fahnen. {sentence} Eine Reporterin berichtet vom Hafen."),
    )

    assert repeats_of(*page) == [None, None, 0]


def test_a_caption_about_something_else_repeats_no_teaser() -> None:
    page = (
        (Role.TEASER, "Die Ministerpräsidentin reist nach Tamar. Der Abgeordnete Muster spricht im Studio."),
        (Role.CAPTION, "Tamar schmückt die Straßen mit Fahnen. Eine Reporterin berichtet vom Hafen."),
    )

    assert repeats_of(*page) == [None, None]


@pytest.mark.parametrize("role", sorted(UNMARKED_ROLES))
def test_menus_and_the_like_are_never_marked(role: Role) -> None:
    line = (role, "Politik Wirtschaft Wissenschaft Sport Kultur")

    assert repeats_of(line, TEXT, line) == [None, None, None]
    assert repeats_of(line, (Role.TEASER, line[1])) == [None, None]


@pytest.mark.parametrize("role", [Role.LIST, Role.COMMENT])
def test_rows_and_comments_repeat_only_word_for_word(role: Role) -> None:
    row = (role, "Grüne Linke Freie Wähler Bürgerliste")

    assert repeats_of(row, row) == [None, 0]
    assert repeats_of(row, (role, row[1] + " 17")) == [None, None]
    assert repeats_of((role, "Bravo!"), (role, "Bravo!")) == [None, None]


def test_the_third_time_repeats_the_first() -> None:
    teaser = (Role.TEASER, "Ein Datenkabel zwischen zwei Inseln wurde am Samstag durchtrennt.")

    assert repeats_of(teaser, teaser, TEXT, teaser) == [None, 0, None, 0]


def test_ten_thousand_copies_of_a_line_are_survived() -> None:
    line = (Role.PARAGRAPH, "Ein Datenkabel zwischen zwei Inseln wurde am Samstag durchtrennt.")

    assert len(repeats_of(*[line] * 10_000)) == 10_000


_LINES = st.tuples(
    st.sampled_from(Role),
    st.sampled_from(["Taucher findet Kabel und Anker", "Taucher findet...", "", "Anker", "Bischof predigt"]),
)


@given(st.lists(_LINES, max_size=10))
@settings(max_examples=80, deadline=None)
def test_a_line_repeats_an_earlier_line_that_repeats_none(page: list[tuple[Role, str]]) -> None:
    repeats = repeats_of(*page)

    for number, original in enumerate(repeats):
        if original is not None:
            assert original < number
            assert repeats[original] is None
            assert not {page[number][0], page[original][0]} & UNMARKED_ROLES
