"""What holds for the splits of any text."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.splitting import split
from lagebild.language.splitting.lengths import MOST_TOKENS

LANGUAGES = st.sampled_from(["de", "en", "fr", None])
# Pieces that meet the rules more often than letters drawn at random.
PIECES = st.sampled_from(
    "im am Am 18. Dr. z. B. U.S. don't cannot geht's s' 's ' \" „ “ » « ( ) [2] . .. … ! ? , ; : - – -- / co- 3,5 1. $5"
    " 5pm % § https://a.de/b x@y.de spiegel.de #a @b :-) 👨\u200d👩 \u00ad \u0301 。 Er er Haus XIV. aa.Bb".split()
) | st.sampled_from(["\n", "\n\n", "\t", "\r\n", "\u2028", " "])
TEXTS = st.text() | st.lists(PIECES | st.just(" ")).map("".join)


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_every_sign_stands_in_one_token_in_order(text: str, language: str | None) -> None:
    tokens = [token for sentence in split(text, language=language) for token in sentence]

    assert "".join(token.span.of(text) for token in tokens) == "".join(text.split())


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_no_sentence_is_empty_or_too_long(text: str, language: str | None) -> None:
    assert all(1 <= len(sentence) <= MOST_TOKENS for sentence in split(text, language=language))


@settings(deadline=None)
@given(TEXTS, LANGUAGES)
def test_a_token_of_one_word_has_the_form_in_the_text(text: str, language: str | None) -> None:
    tokens = [token for sentence in split(text, language=language) for token in sentence]

    assert all(token.words == (token.span.of(text),) for token in tokens if len(token.words) == 1)


@settings(deadline=None)
@given(TEXTS, TEXTS, LANGUAGES)
def test_what_follows_a_blank_line_changes_nothing_before_it(first: str, second: str, language: str | None) -> None:
    alone = split(first, language=language)

    assert split(f"{first}\n\n{second}", language=language)[: len(alone)] == alone


@pytest.mark.parametrize("language", ["de", "en", None])
@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "'",
        ".",
        ". ",
        "a.",
        "a. ",
        "Wort ",
        "a",
        "a-",
        "a@",
        "it's",
        "s' ",
        "http://",
        "1.",
        "aa.Bb",
        "co-",
        "(",
        "\n",
        "a\n",
        " ",
        "👨\u200d",
    ],
)
def test_the_work_grows_with_the_length_of_the_text(piece: str, language: str | None) -> None:
    # Quadratic work on this length takes minutes; linear work a fraction of a second.
    started = process_time()
    split(piece * 10_000, language=language)

    assert process_time() - started < 10
