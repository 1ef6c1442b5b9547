"""What surrounds a line of a page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.lines.context import CONTEXT_NAMES, context_features, is_long, shifted, window_means
from lagebild.intake.lines.surface import SURFACE_NAMES, surface_features

LONG = "Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen, und die Eltern sind empört darüber."
PAGE = ["Zum Inhalt", "Der Rat tagt", LONG, "Eltern sind empört", LONG + " Das sagte sie.", "Impressum"]


def columns(name: str, lines: list[str] = PAGE, blanks: list[bool] | None = None) -> list[float]:
    features = context_features(lines, blank_before=blanks or [False] * len(lines))
    return [float(value) for value in features[:, CONTEXT_NAMES.index(name)]]


def test_every_column_has_its_own_name() -> None:
    assert len(set(CONTEXT_NAMES)) == len(CONTEXT_NAMES)


def test_a_line_of_running_text_is_long_and_has_function_words() -> None:
    lines = [
        LONG,
        "Der Rat tagt.",
        "Politik Wirtschaft Sport Kultur Wissen Reise Auto Rätsel Wetter Börse Immobilien Stellen",
    ]

    assert is_long(surface_features(lines)).tolist() == [True, False, False]


def test_neighbours_are_seen_and_the_outside_of_the_page_is_marked() -> None:
    lengths = [float(row[0]) for row in surface_features(PAGE)]

    assert columns("log_chars_-1") == [-1.0, *lengths[:-1]]
    assert columns("log_chars_+1") == [*lengths[1:], -1.0]
    assert columns("log_chars_+3") == [*lengths[3:], -1.0, -1.0, -1.0]


def test_the_position_of_a_line_is_known_from_both_ends() -> None:
    assert columns("position") == pytest.approx([0, 1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6])
    assert columns("log_before") == pytest.approx(np.log1p([0, 1, 2, 3, 4, 5]))
    assert columns("log_after") == pytest.approx(np.log1p([5, 4, 3, 2, 1, 0]))


def test_running_text_before_and_after_is_counted() -> None:
    assert columns("long_before") == pytest.approx(np.log1p([0, 0, 0, 1, 1, 2]))
    assert columns("long_after") == pytest.approx(np.log1p([2, 2, 1, 1, 0, 0]))
    assert columns("since_long")[3] == pytest.approx(np.log1p(1))
    assert columns("until_long")[1] == pytest.approx(np.log1p(1))


def test_empty_lines_before_and_after_are_seen() -> None:
    blanks = [False, True, False, True, False, False]

    assert columns("blank_before", blanks=blanks) == [0, 1, 0, 1, 0, 0]
    assert columns("blank_after", blanks=blanks) == [1, 0, 1, 0, 0, 1]


def test_a_line_that_stands_three_times_knows_it() -> None:
    assert columns("copies", ["Teilen", LONG, "Teilen", "Teilen"]) == pytest.approx(np.log1p([3, 1, 3, 3]))


def test_a_line_about_the_story_is_closer_to_it_than_a_menu() -> None:
    closeness = columns("closeness")

    assert closeness[3] > closeness[0] == closeness[5] == 0.0


def test_rows_are_moved_down_and_up() -> None:
    rows = np.array([[1], [2], [3]], dtype=np.float32)

    assert shifted(rows, 1).tolist() == [[-1], [1], [2]]
    assert shifted(rows, -2).tolist() == [[3], [-1], [-1]]
    assert shifted(rows, 7).tolist() == [[-1], [-1], [-1]]


def test_a_window_counts_what_is_outside_the_page_as_nothing() -> None:
    before, after = window_means(np.array([3, 6, 9], dtype=np.float32), 3)

    assert before.tolist() == [0.0, 1.0, 3.0]
    assert after.tolist() == [5.0, 3.0, 0.0]


@given(st.lists(st.tuples(st.text(min_size=1, max_size=60), st.booleans()), max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_page_has_finite_features(page: list[tuple[str, bool]]) -> None:
    features = context_features([line for line, _ in page], blank_before=[blank for _, blank in page])

    assert features.shape == (len(page), len(CONTEXT_NAMES))
    assert np.isfinite(features).all()
    assert features[:, : len(SURFACE_NAMES)].tolist() == surface_features([line for line, _ in page]).tolist()
