"""Which words of a by-line are the name of a person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake.names import display_name, is_full_name, person_names, without_opening


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Von Jana Weyde", ("Jana Weyde",)),
        ("By Jane Doe and John Roe", ("Jane Doe", "John Roe")),
        ("Yoonjung Seo, Ute Fels und Paul P. Murphy", ("Yoonjung Seo", "Ute Fels", "Paul P. Murphy")),
        ("Anna Berg & Max Tal", ("Anna Berg", "Max Tal")),
        ("Anna Berg / Max Tal | Ute Fels", ("Anna Berg", "Max Tal", "Ute Fels")),
        ("Anna Berg sowie Max Tal", ("Anna Berg", "Max Tal")),
        ("Anna Berg, Anna Berg", ("Anna Berg",)),
        ("Text: Ursula von der Weide", ("Ursula von der Weide",)),
        ("by Ludwig van Aalst", ("Ludwig van Aalst",)),
        ("Von Prof. Dr. Karla Brandt", ("Prof. Dr. Karla Brandt",)),
        ("Von J. R. Stone", ("J. R. Stone",)),
        ("Von Jean-Luc O’Hara", ("Jean-Luc O’Hara",)),
        ("Von Łukasz Żurek und Şule Öz", ("Łukasz Żurek", "Şule Öz")),
    ],
)
def test_full_names_are_found(line: str, names: tuple[str, ...]) -> None:
    assert person_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Von der Redaktion",
        "dpa",
        "Reuters Staff",
        "The Associated Press",
        "Online Redaktion",
        "Team Politik",
        "Facebook Twitter Instagram",
        "Von unserer Reporterin",
        "Zeige alle Beiträge",
        "admin",
        "18. Juni 2024",
        "jana weyde",
        "Weyde",
        "A. B.",
        "www.example.org",
        "Jana123 Weyde",
        "Musterblatt GmbH",
        "",
    ],
)
def test_what_is_no_full_name_is_none(line: str) -> None:
    assert person_names(line) == ()


def test_an_agency_beside_a_name_is_left_out() -> None:
    assert person_names("Von Jana Weyde, dpa und Reuters") == ("Jana Weyde",)


@pytest.mark.parametrize(
    ("name", "is_name"),
    [
        ("Jana Weyde", True),
        ("Paul P. Murphy", True),
        ("Ursula von der Leyen", True),
        ("Vincent van Gogh", True),
        ("Dr. Weyde", False),
        ("von Weyde", False),
        ("Jana Weyde Berg Tal Fels Bach", False),
        ("X" * 61 + " Weyde", False),
    ],
)
def test_titles_and_particles_make_no_full_name(name: str, is_name: bool) -> None:  # noqa: FBT001
    assert is_full_name(name) is is_name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Jana Weyde", "Jana Weyde"),
        ("  von Jana \n Weyde ", "Jana Weyde"),
        ("By Jane Doe", "Jane Doe"),
        ("flerche", "flerche"),
        ("Madonna.", "Madonna"),
        ("Redaktion", None),
        ("Editorial Team", None),
        ("jana@example.org", None),
        ("https://example.org/jana", None),
        ("zeitung.example.de", None),
        ("<b>Jana</b>", None),
        ("user4711", None),
        ("---", None),
        ("", None),
        ("ein Satz, der viel zu lange ist für einen Namen", None),
    ],
)
def test_a_name_from_metadata_is_cleaned_or_refused(name: str, shown: str | None) -> None:
    assert display_name(name) == shown


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Von Jana Weyde", "Jana Weyde"),
        ("VON JANA WEYDE", "JANA WEYDE"),
        ("Ein Gastbeitrag von Jana Weyde", "Jana Weyde"),
        ("Written by: Jane Doe", "Jane Doe"),
        ("Vonnegut Kurt", "Vonnegut Kurt"),
        ("Byron Lord", "Byron Lord"),
    ],
)
def test_only_whole_opening_words_are_cut_off(line: str, rest: str) -> None:
    assert without_opening(line) == rest


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_every_name_found_is_a_full_name_once(line: str) -> None:
    names = person_names(line)

    assert len(set(names)) == len(names)
    assert all(is_full_name(name) for name in names)


@pytest.mark.parametrize("line", ["A " * 50_000, "," * 100_000, " " * 100_000 + "x", "Von " * 30_000, "'" * 100_000])
def test_a_line_without_end_is_survived(line: str) -> None:
    assert person_names(line) == ()
    assert display_name(line) is None
