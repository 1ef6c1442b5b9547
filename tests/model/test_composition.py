"""The text of an article is put together from the blocks of its page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lagebild.model import STORY_ROLES, Block, Role, Span
from lagebild.model.composition import compose


def _block(role: Role, text: str, *, repeats: int | None = None) -> Block:
    return Block(role, text, page_span=Span(0, len(text)), repeats=repeats)


def test_only_the_storys_blocks_stand_in_the_text() -> None:
    text, blocks = compose(
        [
            _block(Role.NAVIGATION, "Menü"),
            _block(Role.HEADLINE, "Lund besucht Halvar"),
            _block(Role.TEASER, "Etwas anderes geschah."),
            _block(Role.PARAGRAPH, "Präsident Lund reist am Mittwoch."),
        ]
    )

    assert text == "Lund besucht Halvar\n\nPräsident Lund reist am Mittwoch."
    assert [block.span for block in blocks] == [None, Span(0, 19), None, Span(21, 54)]


def test_a_block_that_is_said_again_stands_in_the_text_once() -> None:
    text, blocks = compose(
        [_block(Role.HEADLINE, "Lund besucht Halvar"), _block(Role.HEADLINE, "Lund besucht Halvar", repeats=0)]
    )

    assert text == "Lund besucht Halvar"
    assert blocks[1].span is None


def test_a_caption_that_repeats_a_teaser_stays_because_the_teaser_is_left_out() -> None:
    text, _ = compose([_block(Role.TEASER, "Lund reist."), _block(Role.CAPTION, "Lund reist.", repeats=0)])

    assert text == "Lund reist."


def test_the_second_of_two_captions_of_one_teaser_is_left_out() -> None:
    text, _ = compose(
        [
            _block(Role.TEASER, "Lund reist."),
            _block(Role.CAPTION, "Lund reist.", repeats=0),
            _block(Role.CAPTION, "Lund reist", repeats=1),
        ]
    )

    assert text == "Lund reist."


@given(st.lists(st.tuples(st.sampled_from(Role), st.text(min_size=1))))
def test_every_placed_block_is_its_slice_of_the_text(pieces: list[tuple[Role, str]]) -> None:
    text, blocks = compose([_block(role, words) for role, words in pieces])

    for block in blocks:
        assert (block.span is None) == (block.role not in STORY_ROLES)
        assert block.span is None or block.span.of(text) == block.text
