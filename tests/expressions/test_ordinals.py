from __future__ import annotations

import pytest

from lagebild.expressions.ordinals import ordinal_at


@pytest.mark.parametrize(
    ("text", "language", "end", "value"),
    [
        ("zweites Mal", "de", 7, 2),
        ("siebte", "de", 6, 7),
        ("dreizehnten Mal", "de", 11, 13),
        ("zwanzigster", "de", 11, 20),
        ("hundertste", "de", 10, 100),
        ("296. Folge", "de", 4, 296),
        ("drittgrößte Stadt", "de", 11, 3),
        ("second time", "en", 6, 2),
        ("twenty-first time", "en", 12, 21),
        ("33rd floor", "en", 4, 33),
        ("second-largest city", "en", 14, 2),
        ("third best", "en", 10, 3),
    ],
)
def test_an_ordinal_is_read_with_its_superlative(text: str, language: str, end: int, value: int) -> None:
    ordinal = ordinal_at(text, 0, language)

    assert ordinal is not None
    assert (ordinal.end, ordinal.value) == (end, value)


@pytest.mark.parametrize(
    ("text", "language"),
    [("zwei", "de"), ("3.", "de"), ("weitere", "de"), ("first-hand", "en"), ("21stone", "en"), ("one", "en")],
)
def test_other_words_are_no_ordinal(text: str, language: str) -> None:
    assert ordinal_at(text, 0, language) is None
