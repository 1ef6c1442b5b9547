"""Words that an article tells twice: in the headline and in the text, as a quotation and once more in a caption."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.model import Party, Statement

_FEWEST_WORDS = 4
"""Fewer may be said twice in earnest."""


def without_repeats(statements: Iterable[Statement], text: str, language: str) -> list[Statement]:
    """Return the statements without those whose words are said before; of two, the one that names its source stays."""
    kept: list[Statement] = []
    for statement in statements:
        words = _words(statement, text)
        same = (
            number
            for number, other in enumerate(kept)
            if words == _words(other, text) and _may_be_one(statement.source, other.source, text, language)
        )
        number = next(same, None) if len(words) >= _FEWEST_WORDS else None
        if number is None:
            kept.append(statement)
        elif kept[number].source is None and statement.source is not None:
            kept[number] = statement
    return kept


def _may_be_one(one: Party | None, other: Party | None, text: str, language: str) -> bool:
    """Tell whether two sources may be the same: one is not named or is a pronoun, or they share entity or words."""
    if one is None or other is None:
        return True
    if one.entity and other.entity:
        return one.entity == other.entity
    pronouns = words_of("attribution", "pronouns", language)
    names = [party.span.of(text).lower() for party in (one, other)]
    return any(name in pronouns for name in names) or bool(set(names[0].split()) & set(names[1].split()))


def _words(statement: Statement, text: str) -> list[str]:
    return [word.lower() for span in statement.content for word in _word().findall(span.of(text))]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+")
