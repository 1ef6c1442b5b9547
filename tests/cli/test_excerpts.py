from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from lagebild.cli.excerpts import Excerpt, cut, excerpt, fitted, readable, unquoted
from lagebild.model import Span


def _excerpt(text: str, quote: str) -> Excerpt:
    start = text.index(quote)
    return excerpt(text, Span(start, start + len(quote)))


def test_a_quote_is_shown_in_its_sentence() -> None:
    words = _excerpt("Kim kam. Putin reiste am Montag ab. Danach war Ruhe.", "Montag")

    assert words == Excerpt("Montag", "Putin reiste am ", " ab.")


def test_neither_a_date_nor_a_title_ends_a_sentence() -> None:
    words = _excerpt("Am 5. Juni traf Dr. Weyde den Präsidenten in Norby. Er schwieg.", "Präsidenten")

    assert words.before == "Am 5. Juni traf Dr. Weyde den "
    assert words.after == " in Norby."


def test_a_quote_that_ends_its_sentence_has_nothing_behind_it() -> None:
    words = _excerpt("“We will come on Monday.” Nobody answered.", "We will come on Monday.")

    assert words.after == "”"


def test_a_quote_is_not_shown_with_words_of_another_paragraph() -> None:
    words = _excerpt("Streit um Waffen\n\nIm Februar war es so weit\n\nSchluss", "Februar")

    assert (words.before, words.after) == ("Im ", " war es so weit")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("eins\n\tzwei", "eins zwei"),
        ("\x1b[31mrot\x07", "[31mrot"),
        ("gut\u202egelesen\u2066", "gutgelesen"),
        ("Ver\u00adtrag", "Vertrag"),
        ("👩‍🚀 fliegt", "👩‍🚀 fliegt"),
        ("", ""),
    ],
)
def test_readable_text_steers_no_terminal(text: str, shown: str) -> None:
    assert readable(text) == shown


@given(st.text())
def test_readable_text_has_no_control_characters(text: str) -> None:
    assert not any(unicodedata.category(char) == "Cc" for char in readable(text))


def test_quotation_marks_of_the_page_give_way_to_those_of_the_report() -> None:
    assert unquoted(" „sehr reichhaltig“ ") == "sehr reichhaltig"
    assert unquoted("“We don’t know.”") == "We don’t know."
    assert unquoted("»") == ""


def test_a_quotation_inside_a_quote_keeps_its_marks() -> None:
    assert unquoted('die Agenda sei "sehr reichhaltig"') == 'die Agenda sei "sehr reichhaltig"'
    assert unquoted("„Eins“ und „zwei“") == "„Eins“ und „zwei“"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert cut("Beide Führer planen eine Partnerschaft", 25) == "Beide Führer planen …"
    assert cut("Beide Führer planen eine", 24) == "Beide Führer planen eine"


def test_a_word_longer_than_the_line_is_cut_inside() -> None:
    assert cut("Rindfleischetikettierungsüberwachungsaufgabe", 20) == "Rindfleischetikett…"


def test_a_long_sentence_is_cut_on_both_sides_of_its_quote() -> None:
    words = Excerpt(
        "mehr als 4.200",
        "Das Ministerium warf Süderland vor, im Februar ",
        " Container mit Munition geliefert zu haben.",
    )

    shown = fitted(words, 50)

    assert shown == Excerpt("mehr als 4.200", "… im Februar ", " Container mit …")


def test_room_that_one_side_leaves_goes_to_the_other() -> None:
    words = Excerpt("Februar", "Im ", " schickte das Land etwa 6.700 Container nach Süderland, sagte das Ministerium.")

    assert fitted(words, 60) == Excerpt("Februar", "Im ", " schickte das Land etwa 6.700 Container nach …")


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(4, 80))
def test_a_cut_text_is_no_wider_than_asked(text: str, width: int) -> None:
    assert cell_len(cut(readable(text), width)) <= width


@given(st.text(), st.text(), st.text(), st.integers(20, 200))
def test_a_fitted_excerpt_is_no_wider_than_asked(before: str, quote: str, after: str, width: int) -> None:
    words = fitted(Excerpt(readable(quote), readable(before), readable(after)), width)

    assert cell_len(words.before + words.quote + words.after) <= width


@given(st.text("ab.! \n„“5", max_size=80), st.data())
def test_an_excerpt_holds_the_words_of_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert excerpt(text, Span(start, end)).quote == readable(text[start:end])


def test_a_hundred_thousand_characters_without_a_stop_are_cut_at_once() -> None:
    words = fitted(excerpt("x" * 100_000, Span(50_000, 99_000)), 60)

    assert cell_len(words.before + words.quote + words.after) <= 60
