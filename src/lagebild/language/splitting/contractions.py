"""Tokens that are several words: "im" is "in dem", "don't" is "do n't"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.language.splitting.characters import APOSTROPHES
from lagebild.lexicon.forms import lines_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENGLISH_CLITIC = re.compile(rf"n[{APOSTROPHES}]t\Z|[{APOSTROPHES}](?:s|m|d|re|ve|ll)\Z", re.IGNORECASE)


@cache
def multiword(language: str | None) -> Mapping[str, tuple[str, ...]]:
    """Return the words of each fused form in its three spellings: lower case, first letter capital, all capitals.

    >>> multiword("de")["Im"], multiword("de")["ZUR"]
    (('In', 'dem'), ('ZU', 'DER'))
    """
    words: dict[str, tuple[str, ...]] = {}
    for form, _, parts in (line.partition(": ") for line in lines_of("contractions", "multiword", language or "")):
        first, *others = parts.split()
        words[form] = (first, *others)
        words[form.capitalize()] = (first.capitalize(), *others)
        words[form.upper()] = tuple(parts.upper().split())
    return words


def without_clitic(form: str) -> tuple[str, ...]:
    """Return an English form as the word and what leans on it.

    >>> without_clitic("don't"), without_clitic("CHINA'S"), without_clitic("O'Neill")
    (('do', "n't"), ('CHINA', "'S"), ("O'Neill",))
    """
    clitic = _ENGLISH_CLITIC.search(form)
    if not clitic or not clitic.start():
        return (form,)
    return form[: clitic.start()], clitic.group()
