"""The token: a stretch of the text that is one word or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of the text without white space, as Universal Dependencies cuts it.

    Args:
        span: Where it stands, in characters of the text.
        words: The one form that stands there, or the forms of a multiword token: ``("in", "dem")`` for "im".
    """

    span: Span
    words: tuple[str, ...]
