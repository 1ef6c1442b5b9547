"""What a token looks like in each language: one pattern, its alternatives in the order in which they are tried.

Every repetition is bounded or possessive, so that no text makes the search run back.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from lagebild.language.splitting.characters import APOSTROPHES, LETTER, PICTURES, WORD
from lagebild.lexicon.forms import words_of

_NAME_ENDINGS: Final = (
    "com net org info edu gov mil int biz eu de at ch uk fr it nl pl ru ua us ca au nz ie se dk fi es tv io"
    " doc docx pdf xls xlsx ppt txt htm html php jpg jpeg png gif mp3 mp4 zip exe csv xml"
)
_ENDING: Final = "|".join([*_NAME_ENDINGS.split(), *_NAME_ENDINGS.upper().split(), "Com", "Net", "Org"])
_IN_ADDRESS: Final = r"[^\s<>\"“”„»«]"
_SELECTORS: Final = r"[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"

# Nine of ten tokens: letters or digits with nothing behind them that could belong to them; signs that stand alone.
_PLAIN: Final = (
    rf"{LETTER}++(?=[\s,;!?)\"“”»«]|\Z)",
    r"[,.;](?=\s|\Z)",
    r"[\"“”„»«()\[\]]",
    r"-(?<=\w-)(?=\w)",
    r"\d++(?=\s|[,;)]\s|\Z)",
)
_ADDRESSES: Final = (
    rf"(?:https?|ftp)://{_IN_ADDRESS}*[\w/=&#~%-]",
    rf"www\.{_IN_ADDRESS}*[\w/=&#~%-]",
    r"[\w.+%-]{1,64}+@(?:[\w-]{1,63}+\.){1,8}[A-Za-z]{2,24}\b",
    rf"\w[\w-]{{0,62}}+(?:\.[\w-]{{1,62}}+){{0,6}}\.(?:{_ENDING})\b(?:/{_IN_ADDRESS}*[\w/])?",
    r"[A-Za-z][\w-]{1,62}+(?:\.[A-Za-z][\w-]{1,62}+){2,6}+(?![\w.])",
    r"[@#][^\W\d]\w*+",
)
_PICTURES: Final = (
    r"[\U0001f1e6-\U0001f1ff]{2}",
    rf"(?:[{PICTURES}]|[0-9#*]\ufe0f?\u20e3){_SELECTORS}*+(?:\u200d[{PICTURES}]{_SELECTORS}*+)*+",
    r"(?<![\w)])(?:[:;=8][-'^o]?[()DPp/|*]++|\^_+\^|<3)(?![\w/])",
)

_NUMBER: Final = r"\d+(?:[.,:'’]\d+)*+"
_SIGN: Final = r"(?:(?<![^\s(])[+−-])?"
_GENERAL_NUMBERS: Final = (rf"{_SIGN}{_NUMBER}{WORD}*+",)
# An ordinal keeps its stop ("18. Juni", "13./14. Juni", "der 3., 4. und 5."), except at the end of the sentence.
_GERMAN_NUMBERS: Final = (
    r"\d+[.,](?:--|[–-])(?!\w)",
    r"\d{1,2}\.(?:\d{1,2}\.)?(?=\s*[/–,)-]|\s+\S|[A-ZÄÖÜ][a-zä])|\d{3}\.(?=\s+\S)",
    rf"{_SIGN}{_NUMBER}(?:-{_NUMBER})*+{WORD}*+",
)
# Telephone numbers and dates are one token, "5pm" and "1990-95" are not.
_ENGLISH_NUMBERS: Final = (
    r"(?:\d{1,3}[-.])?\d{3}[-.]\d{3}[-.]\d{4}\b|\d{3}-\d{4}\b",
    r"\d{1,2}/\d{1,2}/\d{2,4}\b|\d\d/\d\d(?:\d\d)?\b|9/11\b|1/2\b",
    r"\d{1,3}0['’]s\b",
    rf"(?P<number_apostrophe>{_NUMBER}['’]s\b)",
    rf"(?:(?<![^\s(])\+)?(?:{_NUMBER}|(?<![^\s(])\.\d++)(?:(?:st|nd|rd|th|s|[A-Z])(?!\w))?",
)

_SHORT: Final = (
    rf"(?:{LETTER}{{1,2}}\.){{2,}}+",
    rf"{LETTER}(?:\.{LETTER})++(?!\w)",
    r"(?:US|CA|AU|HK|NZ|[ACRU])\$",
)
_STOPPED: Final = rf"(?P<stopped>{LETTER}++\.)(?!\.(?!\s|\Z))"
_APOSTROPHES: Final = (
    rf"(?P<apostrophe>{LETTER}{WORD}*+(?:[{APOSTROPHES}]{LETTER}{WORD}*+)++)",
    rf"(?P<bare_genitive>{LETTER}++(?<=[sxzßSXZ])['’](?=\s++{LETTER}))",
    rf"(?<!\w)[{APOSTROPHES}](?:(?:s|m|d|re|ve|ll|t|em|n)\b|\d\ds?\b)",
)
_MARKS: Final = (
    r"``|''|‘’|’’",
    r"…\.?|\.{2,}+",
    r"(?P<run>[=*_~+|<>#$^\\/•–—-])(?P=run)++",
)
_WORDS: Final = (rf"{LETTER}{WORD}*+(?:&{LETTER}{WORD}*+)++(?<=[A-Z])", rf"{LETTER}{WORD}*+", r"\S")


@cache
def token_pattern(language: str | None) -> re.Pattern[str]:
    """Return what finds one token after the other.

    It leaves open, by the name of the group, the tokens that may have to be cut further: ``stopped`` (letters and a
    stop), ``apostrophe``, ``number_apostrophe``, ``bare_genitive``. ``run`` is one token.
    """
    numbers: tuple[str, ...] = _GENERAL_NUMBERS
    special: tuple[str, ...] = _SHORT
    if language == "de":
        numbers = _GERMAN_NUMBERS
    if language == "en":
        numbers = _ENGLISH_NUMBERS
        special = (*_SHORT, rf"(?:{_english_prefixes()})-{WORD}++", r"[!?]{2,}+")
    return re.compile(
        "|".join((*_PLAIN, *_APOSTROPHES, *_ADDRESSES, *_PICTURES, *numbers, *special, _STOPPED, *_MARKS, *_WORDS))
    )


def _english_prefixes() -> str:
    return "|".join(
        f"[{prefix[0].upper()}{prefix[0]}]{prefix[1:]}"
        for prefix in sorted(words_of("contractions", "hyphen_prefixes", "en"))
    )
