"""What counts as a letter, a quotation mark, a bracket: pieces of patterns."""

from __future__ import annotations

from typing import Final

APOSTROPHES: Final = "'’`´"
# Signs before the first and behind the last word of a quotation or bracket.
OPENING: Final = "([{„‚“‘»«›‹\"'`¿¡"
CLOSING: Final = ")]}“”’‘»«›‹\"'"

# Emoji, flags and pictures; the sequences they form are spelled out where words are cut.
PICTURES: Final = r"\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"

# A letter is what is left: so every script, combining marks and invisible joiners stay inside their words.
_SIGNS: Final = (
    r"!-/:-@\[-\^`{-~"  # ASCII but "_"
    r"\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u055a-\u055f\u0589\u05be\u060c\u061b\u061f\u06d4\u0964\u0965"
    r"\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2101\u2103-\u2109\u2116\u2117\u2120-\u2122"
    r"\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d"
    r"\ue000-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufff8"
    r"\U0001f000-\U0001faff\U000f0000-\U0010fffd"
)
WORD: Final = rf"[^\s{_SIGNS}]"
LETTER: Final = rf"[^\s\d{_SIGNS}]"
# Letters whose case the look of a sentence may rest on: Latin, Greek, Cyrillic.
UPPER: Final = (
    r"A-ZÀ-ÖØ-Þ\u0100\u0106\u010c\u010e\u0110\u0112\u0118\u011a\u011e\u0130\u0141\u0143\u0147\u0150\u0152\u0158\u015a\u015e\u0160"
    r"\u0162\u0164\u016e\u0170\u0178\u0179\u017b\u017d\u0391-\u03a9\u0400-\u042f"
)
LOWER: Final = (
    r"a-zß-öø-ÿ\u0101\u0107\u010d\u010f\u0111\u0113\u0119\u011b\u011f\u0131\u0142\u0144\u0148\u0151\u0153\u0159\u015b\u015f\u0161"
    r"\u0163\u0165\u016f\u0171\u017a\u017c\u017e\u03ac-\u03ce\u0430-\u045f"
)
