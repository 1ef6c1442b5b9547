"""Whether words are cut as the encoder learned them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.pieces import MAX_PIECES_PER_WORD, segmenter
from lagebild.language.vocabulary import SHIPPED, UNKNOWN, vocabulary

_PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "a", "b", "ab", "▁ab"]
_SCORES = [0.0, 0, 0, 0, -2, -3, -3, -4, -5]


def _cut(word: str) -> tuple[int, ...]:
    return segmenter(_PIECES, _SCORES, unknown=3, special=4)(word)


def test_the_likeliest_pieces_are_taken() -> None:
    assert _cut("▁ab") == (8,)
    assert _cut("abab") == (7, 7)
    assert _cut("ba") == (6, 5)


def test_a_character_that_no_piece_covers_is_unknown() -> None:
    assert _cut("aXb") == (5, UNKNOWN, 6)


def test_special_rows_are_not_text() -> None:
    assert _cut("<s>") == (UNKNOWN, UNKNOWN, UNKNOWN)


def test_a_word_without_end_is_cut() -> None:
    assert len(_cut("ba" * 10_000)) == MAX_PIECES_PER_WORD


def test_common_words_are_one_piece_in_the_vocabulary_that_ships() -> None:
    cut = vocabulary(SHIPPED).cut

    assert [len(cut(f"▁{word}")) for word in ("Regierung", "government", "und", "Berlin")] == [1, 1, 1, 1]


@settings(deadline=None)  # the first example loads the vocabulary
@given(st.text(max_size=40))
def test_every_text_is_cut_into_rows_of_the_vocabulary(word: str) -> None:
    words = vocabulary(SHIPPED)

    assert all(0 <= row < len(words.values) for row in words.cut(word))
