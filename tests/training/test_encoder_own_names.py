"""Whether names keep their places when sentences are split as we do."""

from __future__ import annotations

from lagebild.training.encoder.examples import Example
from lagebild.training.encoder.own_names import split_as_we_do


def test_a_name_with_hyphens_is_split_and_stays_one_name() -> None:
    example = Example(
        source="x",
        document="1",
        language="de",
        words=("Die", "Richard-Wagner-Straße", "im", "Dorf", "."),
        spaced=(True, True, True, True, False),
        names=("O", "B-LOC", "O", "O", "O"),
    )
    (found,) = split_as_we_do(example)

    assert found.words == ("Die", "Richard", "-", "Wagner", "-", "Straße", "in", "dem", "Dorf", ".")
    assert found.names == ("O", "B-LOC", "I-LOC", "I-LOC", "I-LOC", "I-LOC", "O", "O", "O", "O")
    assert found.spaced[:6] == (True, True, False, False, False, False)


def test_two_names_that_touch_stay_two() -> None:
    example = Example(
        source="x",
        document="1",
        language="en",
        words=("Reuters", "London"),
        spaced=(True, True),
        names=("B-ORG", "B-LOC"),
        other_known=False,
    )
    (found,) = split_as_we_do(example)

    assert (found.names, found.other_known) == (("B-ORG", "B-LOC"), False)
