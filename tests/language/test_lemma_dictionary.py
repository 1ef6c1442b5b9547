"""The word lists behind the lemmas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from lagebild.language.lemmas import dictionary
from lagebild.language.lemmas.dictionary import LANGUAGES, lookup_in

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_finds_what_simplemma_lists(language: str) -> None:
    words = StreamDictionaryFactory().get_dictionary(language)
    lookup = lookup_in(language)

    for form in list(words)[::997]:
        assert lookup(form) == words[form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_index_fits_the_installed_lists(language: str) -> None:
    assert (dictionary.DATA / f"simplemma-{language}.index").read_bytes() == dictionary.index_of(language)


@pytest.mark.parametrize("form", ["", "zzzzzz", "\ud800", "\U0010ffff", "ǃ"])
def test_what_is_not_listed_has_no_lemma(form: str) -> None:
    assert lookup_in("en")(form) is None


def test_another_release_of_a_list_is_read_by_simplemma_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zlib.crc32", lambda _: 0)

    lookup: Callable[[str], str | None] = lookup_in.__wrapped__("en")

    assert lookup("houses") == "house"
    assert lookup("\ud800") is None
