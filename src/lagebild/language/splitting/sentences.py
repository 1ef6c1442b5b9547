"""Where the sentences of a paragraph end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lagebild.language.splitting.abbreviations import Abbreviations, abbreviations
from lagebild.language.splitting.characters import CLOSING, LETTER, LOWER, OPENING, UPPER, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How far a look behind a stop reaches: further than any abbreviation, and no longer for a text without spaces.
_LOOK_BEHIND: Final = 40

_OPENERS: Final = rf"[{re.escape(OPENING)}–—-]*+"
# The stop, the quotation marks, brackets, footnotes ("[2]") and smileys that it closes, and what follows.
_STOP: Final = re.compile(
    rf"(?P<stop>[.!?…‼⁇⁈⁉。！？｡؟۔।॥]++)"
    rf"(?P<closers>[{re.escape(CLOSING)}]*+(?:\s?\[\d{{1,3}}\])*+(?:\s?[:;]-?[)(DP](?=\s|\Z))?)"
    rf"(?=(?P<space>\s++)(?P<openers>{_OPENERS}\s*+)(?P<follower>{WORD}*+)"
    rf"|{_OPENERS}(?P<glued>[{UPPER}][{LOWER}]++)(?![\w.@/])"
    r"|(?P<end>\Z)|(?<=[。！？｡]))"
)
_WIDE_STOPS: Final = frozenset("。！？｡")
# Behind these, a sentence in careless spelling may start with a small letter; behind "!", "?" and "…" it goes on.
_BEFORE_SMALL_LETTERS: Final = re.compile(r"(?:\.|[!?]{2,})\Z")
_GOES_ON: Final = frozenset(",;:)]%&/=.!?…")

_NUMBER: Final = re.compile(r"(?:\d{1,3}\.[/–-])?(\d+)\Z")
_LONGEST_ORDINAL: Final = 3
_ROMAN: Final = re.compile(r"[IVX]+\Z")
_INITIAL: Final = re.compile(rf"{LETTER}\Z")
_SHORT_PART: Final = re.compile(rf"{LETTER}{{1,2}}\.\Z")
_SHORT_PARTS: Final = re.compile(rf"(?:{LETTER}{{1,2}}\.)+{LETTER}{{1,2}}\Z")
_ENUMERATION: Final = re.compile(r"(?:\d{1,2}|[A-Za-z])\Z")
_ATTRIBUTE: Final = re.compile(rf"[{LOWER}]{{4,}}(?:e|e[nrsm])\Z")
_WHOLE_WORD: Final = re.compile(rf"{LETTER}{{3,}}\Z")
_TWO_SMALL_LETTERS: Final = re.compile(rf"[{LOWER}]{{2}}\Z")


def find_sentences(text: str, start: int, end: int, *, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each sentence in a paragraph.

    Args:
        text: The whole text.
        start: Where the paragraph starts, with a character that is no white space.
        end: Where it ends, behind such a character.
        language: ISO 639-1 code, or ``None`` where it is unknown.
    """
    known = abbreviations(language)
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if stop["end"] is None and _ends_sentence(stop, begin, known, language):
            yield begin, stop.end()
            begin = stop.end() if stop["space"] is None else stop.end("space")
    yield begin, end


def _ends_sentence(stop: re.Match[str], begin: int, known: Abbreviations, language: str | None) -> bool:
    before = stop.string[max(begin, stop.start() - _LOOK_BEHIND) : stop.start()]
    if before.endswith(("(", "[")):  # a doubt of the writer: "(!)"
        return False
    follower = stop["follower"]
    if follower is None:
        return stop["stop"][-1] in _WIDE_STOPS or _is_clear_without_space(before, stop["glued"], known)
    if not follower:
        return stop.string[stop.end("openers") : stop.end("openers") + 1] not in _GOES_ON
    words = [word.lstrip(OPENING) for word in before.split()[-2:]]
    if follower[0].islower():
        return _ends_before_small_letter(words, stop, known)
    return stop["stop"] != "." or _full_stop_ends(words, stop, known, language)


def _is_clear_without_space(before: str, glued: str, known: Abbreviations) -> bool:
    """Tell whether a stop without a space ends a sentence: in "ging.Er", not in "St.Gallen" or an address."""
    chunk = before.rsplit(maxsplit=1)[-1] if before and not before[-1].isspace() else ""
    if not _WHOLE_WORD.search(chunk) or re.search(r"[@/.]", chunk) or chunk in known.never_final:
        return False
    return _TWO_SMALL_LETTERS.search(chunk) is not None or glued.lower() in known.openers


def _ends_before_small_letter(words: Sequence[str], stop: re.Match[str], known: Abbreviations) -> bool:
    if stop["closers"] or not _BEFORE_SMALL_LETTERS.match(stop["stop"]):
        return False
    word = words[-1] if words else ""
    is_word = _WHOLE_WORD.match(word) is not None and not _ROMAN.match(word)
    return is_word and word not in known.never_final and word not in known.may_be_final


def _full_stop_ends(words: Sequence[str], stop: re.Match[str], known: Abbreviations, language: str | None) -> bool:
    follower = stop["follower"]
    governor, word = ("", "", *words)[-2:]
    if not governor and _ENUMERATION.match(word):  # "1. Die Stadt"
        return False
    if language == "de" and (number := _NUMBER.match(word)):
        return _number_ends(number[1], governor, follower, known)
    key = _abbreviation(word, governor)
    if key in known.never_final or (key in known.before_numbers and follower[0].isdigit()):
        return False
    is_short = _INITIAL.match(key) or _SHORT_PARTS.match(key)
    if is_short or key in known.may_be_final or (language == "de" and _ROMAN.match(word)):
        return follower.lower() in known.openers or bool(stop["closers"])
    return True


def _abbreviation(word: str, governor: str) -> str:
    """Return how the lexicon spells what may be an abbreviation: "z. B" is "z.b"."""
    if _INITIAL.match(word) and _SHORT_PART.match(governor):
        return (governor + word).lower()
    return word.lower() if "." in word else word


def _number_ends(number: str, governor: str, follower: str, known: Abbreviations) -> bool:
    """Tell whether a German number ends the sentence, or is an ordinal: "der 35. Kongress"."""
    if len(number) > _LONGEST_ORDINAL:
        return True
    if follower[0].isdigit() or follower in known.ordinal_nouns or follower.endswith(known.ordinal_endings):
        return False
    is_governed = governor.lower() in known.ordinal_governors or _ATTRIBUTE.match(governor) is not None
    return not is_governed or follower.lower() in known.openers
