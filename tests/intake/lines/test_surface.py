"""What a line looks like by itself."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.lines.surface import MAX_CHARS, SURFACE_NAMES, function_words, surface_features


def feature(line: str, name: str) -> float:
    return float(surface_features([line])[0, SURFACE_NAMES.index(name)])


def test_every_column_has_its_own_name() -> None:
    assert len(set(SURFACE_NAMES)) == len(SURFACE_NAMES)


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ends_with_stop", "Der Rat tagte bis Mitternacht."),
        ("ends_with_stop", "„Wir haben dieses Geld nicht.“"),
        ("ends_cut", "Ein Datenkabel zwischen zwei Mitgliedern von..."),
        ("ends_cut", "The council voted to close … more"),
        ("ends_with_colon", "Lesen Sie auch:"),
        ("starts_with_quote", "„Ein schwarzer Tag“"),
        ("starts_with_quote", "'Growing partnership'"),
        ("quoted_whole", "„wachsende Partnerschaft“"),
        ("starts_lower", "zum Inhalt"),
        ("starts_with_digit", "17 Kommentare"),
        ("starts_with_bullet", "• Die Schule bleibt offen"),
        ("address", "redaktion@example.org"),
        ("address", "https://example.org/artikel"),
        ("handle", "Folgen Sie @dasblatt"),
        ("file_name", "rathaus_0815_cropped.JPG"),
        ("clock", "09:14 Uhr"),
        ("clock", "9 p.m. local time"),
        ("calendar", "Stand: 12. März 2031"),
        ("calendar", "June 18, 2024"),
        ("ago", "vor 3 Stunden"),
        ("ago", "5 hours ago"),
        ("separators", "Startseite › Politik › Inland"),
        ("copyright", "© 2031 Das Blatt"),
        ("question", "Was nun?"),
        ("ends_in_credit", "Der Rat im Saal. Foto: Jana Weyde"),
        ("ends_in_credit", "The council in session. Photo by Jane Doe"),
        ("one_word", "Politik"),
        ("by_line", "Von Jana Weyde"),
        ("by_line", "By Jane Doe"),
        ("money", "Ab 9,99 € im Monat"),
        ("all_caps", "ANZEIGE"),
    ],
)
def test_a_line_shows_what_it_is_made_of(name: str, line: str) -> None:
    assert feature(line, name) == 1.0


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("ends_with_stop", "Eltern sind empört"),
        ("ends_cut", "Der Rat tagte."),
        ("by_line", "Vonnegut las"),
        ("by_line", "Byron read"),
        ("one_word", "Zwei Wörter"),
        ("file_name", "Der Rat tagt. Jpg gibt es nicht"),
        ("all_caps", "Anzeige"),
        ("money", "Die Eurozone wächst"),
    ],
)
def test_a_line_does_not_show_what_it_has_not(name: str, line: str) -> None:
    assert feature(line, name) == 0.0


def test_function_words_of_both_languages_are_counted() -> None:
    assert feature("Der Rat und das Volk", "function_share") == pytest.approx(3 / 5)
    assert feature("the council and the people", "function_share") == pytest.approx(3 / 5)
    assert {"der", "und", "the", "and"} <= function_words()


def test_lengths_are_counted_in_characters_and_words() -> None:
    assert feature("Der Rat tagt", "log_chars") == pytest.approx(math.log(13))
    assert feature("Der Rat tagt", "log_words") == pytest.approx(math.log(4))


def test_a_cue_covers_a_share_of_its_line() -> None:
    whole, part = feature("lesen sie auch", "cue_related_share"), feature("lesen sie auch das da", "cue_related_share")

    assert 0.0 < part < whole <= 1.0


def test_no_lines_have_no_rows() -> None:
    assert surface_features([]).shape == (0, len(SURFACE_NAMES))


def test_what_stands_behind_the_first_thousands_of_characters_tells_nothing() -> None:
    start = "wort " * (MAX_CHARS // 5)

    assert surface_features([start]).tolist() == surface_features([start + "© 2031?" * 100_000]).tolist()


@given(st.lists(st.text(max_size=80), max_size=6))
@settings(max_examples=60, deadline=None)
def test_any_lines_have_finite_features_each_by_itself(lines: list[str]) -> None:
    features = surface_features(lines)

    assert features.shape == (len(lines), len(SURFACE_NAMES))
    assert np.isfinite(features).all()
    assert all((surface_features([line])[0] == row).all() for line, row in zip(lines, features, strict=True))
