"""Articles from page text and from clean text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages import ENGLISH_PAGE, GERMAN_PAGE

from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import blanks_before, read_page_text, read_text, text_lines
from lagebild.model import Article, CautionKind, IntakeError, KnownFrom, Published, Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable


def clean(text: str, hints: Hints | None = None) -> Article:
    return read_text(Page("seite.txt", text), hints or Hints())


def dump(text: str, hints: Hints | None = None) -> Article:
    return read_page_text(Page("seite.txt", text), hints or Hints())


def outcome_of(text: str) -> Article | IntakeError:
    try:
        return dump(text)
    except IntakeError as error:
        return error


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", ()),
        (" \n\t\n", ()),
        ("Eins", (Span(0, 4),)),
        ("Eins\r\nZwei\rDrei", (Span(0, 4), Span(6, 10), Span(11, 15))),
        ("  Eins \n\n\u00a0Zwei\u2003", (Span(2, 6), Span(10, 14))),
        ("Ein\u2028Satz", (Span(0, 8),)),
    ],
)
def test_lines_are_told_by_line_feeds_and_returns(text: str, spans: tuple[Span, ...]) -> None:
    assert text_lines(text) == spans


def test_empty_lines_before_a_line_are_seen() -> None:
    text = "Eins\nZwei\n\nDrei\r\n \r\nVier"

    assert blanks_before(text, text_lines(text)) == [False, False, True, True]


def test_a_clean_text_is_kept_character_for_character() -> None:
    text = "\n Der Rat tagt\n\n\nEs war  spät, als die Sitzung endete, \tund niemand blieb. \n"

    assert clean(text).text == text


def test_nothing_of_a_clean_text_is_set_aside() -> None:
    article = clean(GERMAN_PAGE)

    assert [block.text for block in article.blocks] == GERMAN_PAGE.splitlines()
    assert all(block.span == block.page_span for block in article.blocks)


def test_titles_of_a_clean_text_stand_over_text_without_a_stop() -> None:
    long = "Es war spät, als die Sitzung des Rates endete. " * 4
    article = clean(f"Der Rat tagt\n{long}\nEltern sind empört\n{long}\nEin kurzer Satz steht da.\n{long}\nEnde")

    assert [block.role for block in article.blocks] == [
        Role.HEADLINE, Role.PARAGRAPH, Role.CROSSHEAD, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH,
    ]  # fmt: skip
    assert article.headline is not None
    assert article.headline.text == "Der Rat tagt"


def test_a_clean_text_may_have_no_headline() -> None:
    assert clean("Der Rat tagt.").headline is None


@pytest.mark.parametrize("text", ["", " \n\t ", "\r\n\r\n"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(IntakeError, match=r"^seite\.txt: empty; give a file with text$"):
        clean(text)


@pytest.mark.parametrize(
    ("page", "story"),
    [
        (GERMAN_PAGE, [4, 7, 8, 9, 10]),
        (ENGLISH_PAGE, [4, 7, 8, 9, 10]),
    ],
)
def test_the_story_of_a_page_is_its_text(page: str, story: list[int]) -> None:
    lines = page.splitlines()

    assert dump(page).text == "\n\n".join(lines[number] for number in story)


@pytest.mark.parametrize("page", [GERMAN_PAGE, ENGLISH_PAGE])
def test_every_line_around_the_story_has_its_role(page: str) -> None:
    roles = [block.role for block in dump(page).blocks]

    assert roles[4:] == [
        Role.HEADLINE, Role.CREDIT, Role.LABEL, *[Role.PARAGRAPH] * 4, Role.RELATED, Role.RELATED, Role.COMMENT,
        *[Role.LEGAL] * 3,
    ]  # fmt: skip


def test_every_line_of_a_page_is_a_block() -> None:
    page = "\r\n\r\n".join(GERMAN_PAGE.splitlines())

    assert [block.text for block in dump(page).blocks] == GERMAN_PAGE.splitlines()


@pytest.mark.parametrize(
    ("page", "author", "published"),
    [
        (GERMAN_PAGE, "Jana Weyde", Published("2031-03-12T14:05", "minute", KnownFrom.TEXT)),
        (ENGLISH_PAGE, "Jane Doe", Published("2031-03-12", "day", KnownFrom.TEXT)),
    ],
)
def test_by_line_and_date_line_are_read(page: str, author: str, published: Published) -> None:
    article = dump(page)

    assert (article.authors, article.published) == ((author,), published)


def test_what_the_caller_knows_stands_above_the_page() -> None:
    known = Published("2030-01-01", "day", KnownFrom.GIVEN)
    article = dump(GERMAN_PAGE, Hints(published=known, language="fr"))

    assert (article.published, article.language) == (known, "fr")
    assert [warning.kind for warning in article.warnings] == [CautionKind.LANGUAGE_UNSUPPORTED]


@pytest.mark.parametrize("text", ["", "Impressum", "Home\nMenü\nSuche\nImpressum\nDatenschutz\n© 2031 Das Blatt"])
def test_a_page_without_a_story_is_refused_with_the_way_out(text: str) -> None:
    with pytest.raises(IntakeError, match=r"^seite\.txt: no article text found; try --as text$"):
        dump(text)


def test_a_headline_said_twice_stands_in_the_text_once() -> None:
    lines = GERMAN_PAGE.splitlines()
    title = lines[4]
    article = dump("\n".join([*lines[:5], *lines[7:9], title, *lines[9:]]))

    assert article.text.count(title) == 1
    assert [block.repeats for block in article.blocks if block.text == title] == [None, 4]


@pytest.mark.parametrize("read", [read_text, read_page_text])
@pytest.mark.parametrize("text", ["x" * 1_000_001, "a\n" * 20_001, "a\r" * 20_001])
def test_a_book_is_refused_before_it_is_read(read: Callable[[Page, Hints], Article], text: str) -> None:
    with pytest.raises(IntakeError, match=r"^seite\.txt: more than .*; split it into pages$"):
        read(Page("seite.txt", text), Hints())


_LINE = st.sampled_from([*GERMAN_PAGE.splitlines(), "", " ", "😀", "„", "\u202eשלום", "x" * 5_000, "12.03.2031"])


@given(st.lists(_LINE, max_size=20), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
@settings(max_examples=40, deadline=None)
def test_blocks_are_slices_of_text_and_page_whatever_the_lines(lines: list[str], separator: str) -> None:
    page = separator.join(lines)
    outcome = outcome_of(page)
    if isinstance(outcome, IntakeError):
        assert "\n" not in str(outcome)
        return

    for block in outcome.blocks:
        assert block.page_span.of(page) == block.text
        assert block.span is None or block.span.of(outcome.text) == block.text
