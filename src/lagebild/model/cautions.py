"""What a reader of the record should check before trusting it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class CautionKind(StrEnum):
    """What sort of doubt it is."""

    CONTRADICTION = "contradiction"
    AMBIGUOUS_TIME = "ambiguous_time"
    GARBLED_TEXT = "garbled_text"
    NO_PUBLICATION_DATE = "no_publication_date"
    LANGUAGE_UNSUPPORTED = "language_unsupported"
    TRUNCATED = "truncated"
    SEVERAL_ARTICLES = "several_articles"


@dataclass(frozen=True, slots=True)
class Caution:
    """One of the record's ``warnings``.

    Args:
        kind: What sort of doubt it is.
        message: What is doubtful, in one English sentence.
        spans: Where in ``Article.text`` it shows; empty where it concerns the whole page.
    """

    kind: CautionKind
    message: str
    spans: tuple[Span, ...] = ()
