"""Offices and titles that make the name behind them a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import base_form, inflected
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.loading import layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_GERMAN_ENDINGS = ("", "s", "es", "en", "n")
_NO_SECTOR = frozenset({"none", "courtesy"})


@dataclass(frozen=True, slots=True)
class Title:
    """An office, as it is called and what its holder belongs to.

    Args:
        name: The office in the nominative.
        sectors: PLOVER sectors.
        is_office: Whether it is more than a courtesy, such as "Mr.".
    """

    name: str
    sectors: tuple[str, ...]
    is_office: bool = True


@per_lexicon
def titles(language: str) -> Mapping[str, Title]:
    """Return the office by its written form: German in every case and gender, English in lower case.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return {
        written: Title(name, () if key in _NO_SECTOR else tuple(key.split()), is_office=key != "courtesy")
        for layer in layers("titles", language)
        for key, lines in layer.items()
        for form in lines.strip().splitlines()
        for written, name in (_german_forms(form) if language == "de" else [(form.lower(), form)])
    }


def _german_forms(form: str) -> Iterable[tuple[str, str]]:
    name = base_form(form)
    if "|" in form:
        return [(written, name) for written in inflected(form)]
    masculine = [(name + ending, name) for ending in _GERMAN_ENDINGS]
    return masculine if name.endswith("in") else [*masculine, (name + "in", name + "in")]
