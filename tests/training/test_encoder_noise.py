"""Whether worsened sentences keep trees that are trees."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from lagebild.training.encoder.examples import Example
from lagebild.training.encoder.noise import worsened

_SENTENCE = Example(
    source="own",
    document="1",
    language="de",
    words=("„", "Die", "Tür", "ist", "für", "alle", "offen", "“", ",", "sagte", "er", "."),
    spaced=(True, False, True, True, True, True, True, False, False, True, True, False),
    upos=("PUNCT", "DET", "NOUN", "AUX", "ADP", "PRON", "ADJ", "PUNCT", "PUNCT", "VERB", "PRON", "PUNCT"),
    feats=("",) * 12,
    heads=(7, 3, 7, 7, 6, 7, 10, 7, 7, 0, 10, 10),
    relations=("punct", "det", "nsubj", "cop", "case", "obl", "ccomp", "punct", "punct", "root", "nsubj", "punct"),
    names=("O",) * 12,
)


def _worsened(seed: int) -> Example:
    return worsened(_SENTENCE, Random(seed), rate=1.0)


def test_nothing_is_worsened_at_a_rate_of_zero() -> None:
    assert worsened(_SENTENCE, Random(1), rate=0.0) == _SENTENCE


@given(st.integers(0, 10_000))
def test_every_layer_has_one_value_a_word(seed: int) -> None:
    example = _worsened(seed)

    layers = (example.spaced, example.upos, example.feats, example.heads, example.relations, example.names)
    assert {len(layer) for layer in layers} == {len(example.words)}


@given(st.integers(0, 10_000))
def test_the_subject_still_hangs_on_the_verb(seed: int) -> None:
    example = _worsened(seed)
    words = [word.lower() for word in example.words]

    assert words[example.heads[words.index("er")] - 1] == "sagte"


def test_umlauts_quotation_marks_and_capitals_get_lost() -> None:
    sentences = {" ".join(_worsened(seed).words) for seed in range(200)}

    assert any("Tuer" in sentence for sentence in sentences)
    assert any("T?r" in sentence for sentence in sentences)
    assert any("DIE TÜR" in sentence for sentence in sentences)
    assert "Die Tür ist für alle offen , sagte er ." in sentences
    assert any(sentence.endswith("er") for sentence in sentences)
