"""Which line around the story tells when it was published."""

from __future__ import annotations

import pytest

from lagebild.intake.published import published_in_blocks
from lagebild.model import Block, KnownFrom, Published, Role, Span


def page_of(*lines: tuple[Role, str]) -> list[Block]:
    return [Block(role, text, page_span=Span(0, len(text))) for role, text in lines]


TITLE = (Role.HEADLINE, "Der Rat tagt bis Mitternacht")
TEXT = (Role.PARAGRAPH, "Es war spät, als die Sitzung endete.")


@pytest.mark.parametrize(
    ("line", "language", "published"),
    [
        ((Role.LABEL, "Stand: 12. März 2031 | 14:05"), "de", Published("2031-03-12T14:05", "minute", KnownFrom.TEXT)),
        ((Role.LABEL, "12.03.2031"), "de", Published("2031-03-12", "day", KnownFrom.TEXT)),
        ((Role.LABEL, "Published June 18, 2024"), "en", Published("2024-06-18", "day", KnownFrom.TEXT)),
        ((Role.CREDIT, "Von Jana Weyde, 18. Juni 2024"), "de", Published("2024-06-18", "day", KnownFrom.TEXT)),
        ((Role.LABEL, "18 June 2024"), None, Published("2024-06-18", "day", KnownFrom.TEXT)),
    ],
)
def test_a_date_line_below_the_headline_tells_it(
    line: tuple[Role, str], language: str | None, published: Published
) -> None:
    assert published_in_blocks(page_of(TITLE, line, TEXT), language=language) == published


def test_a_date_line_above_the_headline_tells_it() -> None:
    blocks = page_of((Role.LABEL, "18.06.2024"), TITLE, TEXT)

    assert published_in_blocks(blocks, language="de") == Published("2024-06-18", "day", KnownFrom.TEXT)


def test_the_date_below_the_headline_stands_above_the_one_over_it() -> None:
    blocks = page_of((Role.LABEL, "19.06.2024"), TITLE, (Role.LABEL, "18.06.2024"), TEXT)

    assert published_in_blocks(blocks, language="de") == Published("2024-06-18", "day", KnownFrom.TEXT)


def test_the_nearer_of_two_dates_above_the_headline_tells_it() -> None:
    blocks = page_of((Role.LABEL, "20.06.2024"), (Role.LABEL, "18.06.2024"), TITLE, TEXT)

    assert published_in_blocks(blocks, language="de") == Published("2024-06-18", "day", KnownFrom.TEXT)


def test_without_a_headline_the_first_paragraph_is_the_place_to_look() -> None:
    blocks = page_of(*[(Role.NAVIGATION, "Politik")] * 30, TEXT, (Role.LABEL, "18.06.2024"))

    assert published_in_blocks(blocks, language="de") == Published("2024-06-18", "day", KnownFrom.TEXT)


def test_a_date_far_from_the_headline_belongs_to_something_else() -> None:
    blocks = page_of((Role.LABEL, "17.06.2024"), *[TEXT] * 6, TITLE, *[TEXT] * 7, (Role.LABEL, "18.06.2024"))

    assert published_in_blocks(blocks, language="de") is None


@pytest.mark.parametrize("role", [Role.PARAGRAPH, Role.LATEST, Role.COMMENT, Role.TEASER, Role.RELATED])
def test_a_date_in_another_role_is_not_the_storys(role: Role) -> None:
    assert published_in_blocks(page_of(TITLE, (role, "18.06.2024"), TEXT), language="de") is None


@pytest.mark.parametrize("line", ["18. Juni", "gestern, 14:05 Uhr", "05/06/2024", "31.02.2024", "Lesezeit: 3 Minuten"])
def test_what_fixes_no_day_tells_nothing(line: str) -> None:
    assert published_in_blocks(page_of(TITLE, (Role.LABEL, line), TEXT), language="de") is None


def test_a_page_without_lines_tells_nothing() -> None:
    assert published_in_blocks([], language="de") is None
