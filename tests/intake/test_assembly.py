"""How an article is put together."""

from __future__ import annotations

import pytest

from lagebild.intake.assembly import Metadata, article_from, headline_in
from lagebild.intake.pages import Hints, Page
from lagebild.model import Article, Block, CautionKind, Headline, IntakeError, KnownFrom, Published, Role, Span
from lagebild.model.composition import compose

GERMAN = "Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen."
DATED = (Role.LABEL, "12.03.2031")
GIVEN = Published("2030-01-01", "day", KnownFrom.GIVEN)
FROM_METADATA = Published("2030-02-02", "day", KnownFrom.METADATA)
FROM_TEXT = Published("2031-03-12", "day", KnownFrom.TEXT)


def assembled(*lines: tuple[Role, str], hints: Hints | None = None, metadata: Metadata | None = None) -> Article:
    blocks = []
    offset = 0
    for role, line in lines:
        blocks.append(Block(role, line, page_span=Span(offset, offset + len(line))))
        offset += len(line) + 1
    text, placed = compose(blocks)
    page_text = "\n".join(line for _, line in lines)
    page = Page("seite.txt", page_text, url="https://example.org/seite" if metadata is None else None)
    return article_from(page, page_text, text, placed, hints=hints or Hints(), metadata=metadata or Metadata())


@pytest.mark.parametrize("role", [Role.STANDFIRST, Role.PARAGRAPH, Role.LIST, Role.QUOTE])
def test_a_line_that_tells_something_makes_an_article(role: Role) -> None:
    assert assembled((role, GERMAN)).text == GERMAN


@pytest.mark.parametrize("role", [Role.HEADLINE, Role.CROSSHEAD, Role.CAPTION, Role.TEASER, Role.COMMENT, Role.OTHER])
def test_titles_and_pictures_alone_make_none(role: Role) -> None:
    with pytest.raises(IntakeError, match=r"^seite\.txt: no article text found; try --as text$"):
        assembled((role, GERMAN))


@pytest.mark.parametrize(
    ("hints", "metadata", "published"),
    [
        (Hints(published=GIVEN), Metadata(published=FROM_METADATA), GIVEN),
        (Hints(), Metadata(published=FROM_METADATA), FROM_METADATA),
        (Hints(), Metadata(likely_published=FROM_METADATA), FROM_TEXT),
        (Hints(), Metadata(), FROM_TEXT),
    ],
)
def test_the_date_that_was_given_wins_then_that_of_the_metadata(
    hints: Hints, metadata: Metadata, published: Published
) -> None:
    lines = ((Role.HEADLINE, "Der Rat tagt"), DATED, (Role.PARAGRAPH, GERMAN))

    assert assembled(*lines, hints=hints, metadata=metadata).published == published


def test_a_likely_date_is_taken_where_the_page_shows_none() -> None:
    article = assembled((Role.PARAGRAPH, GERMAN), metadata=Metadata(likely_published=FROM_METADATA))

    assert article.published == FROM_METADATA


def test_a_date_that_nothing_fixes_is_unknown() -> None:
    assert assembled((Role.PARAGRAPH, GERMAN)).published == Published(None, None, None)


@pytest.mark.parametrize(
    ("text", "hint", "declared", "language"),
    [
        (GERMAN, "en", "fr", "en"),
        (GERMAN, None, "fr", "de"),
        ("12.03.2031", None, "fr", "fr"),
        ("12.03.2031", None, None, None),
    ],
)
def test_the_language_is_what_was_said_then_what_is_read_then_what_is_declared(
    text: str, hint: str | None, declared: str | None, language: str | None
) -> None:
    article = assembled((Role.PARAGRAPH, text), hints=Hints(language=hint), metadata=Metadata(language=declared))

    assert article.language == language


@pytest.mark.parametrize(("language", "named"), [("fr", "fr"), (None, "not known")])
def test_an_unsupported_language_is_a_warning(language: str | None, named: str) -> None:
    (warning,) = assembled((Role.PARAGRAPH, "12"), hints=Hints(language=language)).warnings

    assert warning.kind is CautionKind.LANGUAGE_UNSUPPORTED
    assert warning.message == f"The language is {named}; only blocks and dates in figures were read."


def test_a_supported_language_is_none() -> None:
    assert assembled((Role.PARAGRAPH, GERMAN)).warnings == ()


def test_the_headline_on_the_page_stands_above_the_one_in_the_metadata() -> None:
    lines = ((Role.HEADLINE, "Der Rat tagt"), (Role.PARAGRAPH, GERMAN))

    assert assembled(*lines, metadata=Metadata(headline="Anders")).headline == Headline("Der Rat tagt", Span(0, 12))


def test_a_headline_from_the_metadata_stands_nowhere_in_the_text() -> None:
    assert assembled((Role.PARAGRAPH, GERMAN), metadata=Metadata(headline="Anders")).headline == Headline(
        "Anders", None
    )


def test_a_block_with_the_words_of_the_known_headline_is_its_place() -> None:
    lines = ((Role.CROSSHEAD, "Der Rat tagt"), (Role.PARAGRAPH, GERMAN))

    assert assembled(*lines, hints=Hints(headline="Der Rat tagt")).headline == Headline("Der Rat tagt", Span(0, 12))


def test_no_blocks_have_no_headline() -> None:
    assert headline_in((), None) is None


def test_the_address_of_the_page_stands_above_the_one_in_its_metadata() -> None:
    assert assembled((Role.PARAGRAPH, GERMAN)).source.url == "https://example.org/seite"
    assert assembled((Role.PARAGRAPH, GERMAN), metadata=Metadata(url="https://x.org/")).source.url == "https://x.org/"


def test_authors_come_from_the_by_line_or_else_from_the_metadata() -> None:
    lines = ((Role.HEADLINE, "Der Rat tagt"), (Role.CREDIT, "Von Jana Weyde"), (Role.PARAGRAPH, GERMAN))

    assert assembled(*lines, metadata=Metadata(authors=("Karl Ott",))).authors == ("Jana Weyde",)
    assert assembled(*lines[::2], metadata=Metadata(authors=("Karl Ott",))).authors == ("Karl Ott",)
