"""What a line of a page looks like by itself, as numbers."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from lagebild.lexicon import alternation, phrases_by_name, words_by_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Longer lines tell nothing more about their role, and one of 100 MB must not stop a run.
MAX_CHARS = 4_000

_PATTERNS: dict[str, re.Pattern[str]] = {
    "ends_with_stop": re.compile(r"[.!?][\"'“”’»«)\]]*$"),
    "ends_cut": re.compile(r"(?:\.\.\.|…|\[…\])\s*\S{0,8}$"),
    "ends_with_colon": re.compile(r":$"),
    "ends_with_quote": re.compile(r"[\"“”»«’][.,]?$"),
    "starts_with_quote": re.compile(r"^[\"„“»«‚'‘]"),
    "starts_lower": re.compile(r"^[a-zäöüß]"),
    "starts_with_digit": re.compile(r"^\d"),
    "starts_with_bullet": re.compile(r"^[•·*▪►▶‣–—+>»›→-]\s"),
    "address": re.compile(r"https?://|www\.|\w@\w|\b\w+\.(?:de|com|org|net|at|ch|eu|uk)\b"),
    "handle": re.compile(r"(?:^|\s)[@#]\w"),
    "file_name": re.compile(r"\w\.(?:jpe?g|png|gif|webp|svg|mp4|pdf|mp3|avif)\b", re.IGNORECASE),
    "clock": re.compile(
        r"\b\d{1,2}[:.]\d{2}(?:\s?(?:uhr|[ap]\.?m\.?)|\b)|\b\d{1,2}\s?(?:uhr|[ap]\.?m\.?\b)", re.IGNORECASE
    ),
    "calendar": re.compile(
        r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[A-Za-zä]{3,9}\.?)\s?(?:\d{2,4})?|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
        r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}"
        r"|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{4}",
        re.IGNORECASE,
    ),
    "ago": re.compile(
        r"\bvor \d+ (?:min|stund|tag|woch|monat|jahr)|\b\d+ (?:min\w*|h\w*|days?|weeks?|months?|years?) ago",
        re.IGNORECASE,
    ),
    "separators": re.compile(r"\s[|/·•›»>–-]\s"),
    "copyright": re.compile(r"©|\(c\)|copyright", re.IGNORECASE),
    "ends_in_parentheses": re.compile(r"[)\]]$"),
    "question": re.compile(r"\?"),
    "quoted_whole": re.compile(r"^[\"„“»«‚'‘].*[\"“”»«’]\W*$"),
    "quotes": re.compile(r"[\"„“”»«]"),
    "ends_in_credit": re.compile(
        r"(?:foto|fotos|bild|grafik|quelle|photo|image|picture|credit|©)s?\b[^.!?]{0,60}$", re.IGNORECASE
    ),
    "one_word": re.compile(r"^\S+$"),
    "by_line": re.compile(r"^(?:von|by|text|foto|photo|bild|quelle|source|autor|author)\b[: ]", re.IGNORECASE),
    "money": re.compile(r"[€$£]|\b(?:EUR|USD|CHF|Euro)\b"),
}
CUE_NAMES = tuple(phrases_by_name("page_cues", "cues"))
SURFACE_NAMES = (
    "log_chars", "log_words", "word_length", "function_share", "capital_word_share", "upper_share", "digit_share",
    "comma_rate", "sentences", "second_person", "first_person", "all_caps", *_PATTERNS,
    *(f"cue_{name}" for name in CUE_NAMES), *(f"cue_{name}_share" for name in CUE_NAMES),
)  # fmt: skip


@cache
def _cue_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<!\w)(?:{alternation(phrases)})(?!\w)")
        for phrases in phrases_by_name("page_cues", "cues").values()
    )


@cache
def function_words() -> frozenset[str]:
    """Return the function words of all languages together: the language is not known yet when lines are told apart."""
    return frozenset().union(*words_by_language("function_words").values())


@cache
def _persons(person: str) -> frozenset[str]:
    return frozenset(phrases_by_name("function_words", "persons")[person])


def surface_features(lines: Sequence[str]) -> NDArray[np.float32]:
    """Return one row a line, one column a name of `SURFACE_NAMES`."""
    if not lines:
        return np.zeros((0, len(SURFACE_NAMES)), dtype=np.float32)
    return np.array([_surface(line[:MAX_CHARS]) for line in lines], dtype=np.float32)


def _surface(line: str) -> list[float]:
    words = WORD.findall(line)
    lower = [word.lower() for word in words]
    count = len(words) or 1
    chars = len(line) or 1
    patterns = [float(pattern.search(line) is not None) for pattern in _PATTERNS.values()]
    return [
        math.log1p(len(line)),
        math.log1p(len(words)),
        sum(map(len, words)) / count,
        sum(word in function_words() for word in lower) / count,
        sum(word[0].isupper() for word in words) / count,
        sum(map(str.isupper, line)) / chars,
        sum(map(str.isdigit, line)) / chars,
        line.count(",") / count,
        math.log1p(len(re.findall(r"[.!?](?=\s+[A-ZÄÖÜ\"„“»])", line))),
        sum(word in _persons("second") for word in words) / count,
        sum(word in _persons("first") for word in lower) / count,
        float(line.isupper()),
        *patterns,
        *_cues(line.lower()),
    ]


def _cues(lower: str) -> list[float]:
    found: list[float] = []
    shares: list[float] = []
    for pattern in _cue_patterns():
        covered = sum(match.end() - match.start() for match in pattern.finditer(lower))
        found.append(float(covered > 0))
        shares.append(covered / len(lower) if lower else 0.0)
    return found + shares
