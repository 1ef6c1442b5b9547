"""The words of a sentence, cut as the treebanks of Universal Dependencies cut them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lagebild.language.splitting.abbreviations import abbreviations
from lagebild.language.splitting.characters import APOSTROPHES
from lagebild.language.splitting.contractions import multiword, without_clitic
from lagebild.language.splitting.patterns import token_pattern
from lagebild.language.splitting.tokens import Token
from lagebild.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ROMAN: Final = re.compile(r"[IVX]{1,6}\Z")
_VOWEL: Final = re.compile(r"[aeiouyäöüAEIOUYÄÖÜ\u00c0-\U0010ffff]")

# How far ahead the number of "No. 5" may stand, and how far back the mark that an apostrophe closes.
_LOOK_AHEAD: Final = 8
_LOOK_BEHIND: Final = 80
_OPEN_QUOTATION: Final = re.compile(r"(?<!\w)['‚‘]\w")


def find_words(text: str, start: int, end: int, *, language: str | None) -> list[Token]:
    """Return the tokens of one sentence.

    Args:
        text: The whole text.
        start: Where the sentence starts.
        end: Where it ends.
        language: ISO 639-1 code, or ``None`` where it is unknown.
    """
    several = multiword(language)
    tokens = []
    for match in token_pattern(language).finditer(text, start, end):
        cut = _CUTS.get(match.lastgroup)
        form = match.group()
        if cut:
            at = match.start()
            for words in cut(match, language):
                length = sum(map(len, words))
                tokens.append(Token(Span(at, at + length), several.get("".join(words), words)))
                at += length
        else:
            tokens.append(Token(Span(*match.span()), several.get(form) or (form,)))
    return tokens


def _at_stop(match: re.Match[str], language: str | None) -> Sequence[tuple[str, ...]]:
    form = match.group()
    behind = match.string[match.end() : min(match.endpos, match.end() + _LOOK_AHEAD)]
    return [(form,)] if _keeps_its_stop(form[:-1], behind, language) else [(form[:-1],), (".",)]


def _keeps_its_stop(word: str, behind: str, language: str | None) -> bool:
    known = abbreviations(language)
    if word in known.never_final or word in known.may_be_final:
        return True
    if word in known.before_numbers and behind.lstrip()[:1].isdigit():
        return True
    is_short = len(word) == 1 or not _VOWEL.search(word)
    return bool(behind) and (is_short or (language == "de" and _ROMAN.match(word) is not None))


def _at_apostrophe(match: re.Match[str], language: str | None) -> Sequence[tuple[str, ...]]:
    form = match.group()
    if language == "en":
        return [without_clitic(form)]
    if language != "de":
        return [(form,)]
    if form[-2] in APOSTROPHES and form[-1] in "sS":
        return [(form[:-2],), (form[-2:],)]
    return [(part,) for part in without_clitic(form)]


def _at_bare_genitive(match: re.Match[str], language: str | None) -> Sequence[tuple[str, ...]]:
    form = match.group()
    opened = _OPEN_QUOTATION.search(match.string, max(0, match.start() - _LOOK_BEHIND), match.start() + 1)
    if opened or language not in {"de", "en"}:
        return [(form[:-1],), (form[-1],)]
    return [(form,)] if language == "de" else [(form[:-1], form[-1])]


_CUTS: Final[dict[str | None, Callable[[re.Match[str], str | None], Sequence[tuple[str, ...]]]]] = {
    "stopped": _at_stop,
    "apostrophe": _at_apostrophe,
    "number_apostrophe": _at_apostrophe,
    "bare_genitive": _at_bare_genitive,
}
