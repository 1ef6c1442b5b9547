"""The gold of statements: own articles and sentences, and corpora of quotations in the shape of uhh-lt's.

A corpus of quotations (german-news-quotation-attribution-2024) has spans of speaker, cue and quote, and no acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from lagebild.evaluation.gold_files import gold_files, gold_rows, language_of
from lagebild.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUOTATIONS = "quotations"
"""The group of a corpus of quotations, behind its language."""

FOLDS = 5
_HELD_OUT = 0


def fold_of(name: str) -> int:
    """Return the fold of a text, from 0 to `FOLDS` - 1, by its name."""
    return int(sha256(name.encode()).hexdigest(), 16) % FOLDS


def is_held_out(name: str) -> bool:
    """Tell whether nothing that ships is trained on the text of this name."""
    return fold_of(name) == _HELD_OUT


_OWN_SENTENCES = re.compile(r"own-[a-z]{2}-\d+")


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement of the gold.

    Args:
        kind: How the words are reported: ``direct``, ``indirect``, ``mixed``, ``reported``.
        act: The speech act, or ``None`` where the gold does not tell.
        source: Who says it, in the pieces that the gold has; empty where nobody is named.
        cue: The pieces of the cue.
        content: The pieces of what is said.
        entity: The fullest name that the text gives to the source; ``None`` where it gives none, or is not told.
        addressee: To whom it is said.
        relayed_by: Who passes it on.
        about: Who is accused, praised, asked.
    """

    kind: str
    act: str | None
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    entity: str | None = None
    addressee: tuple[Span, ...] = ()
    relayed_by: tuple[Span, ...] = ()
    about: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text whose statements are known.

    Args:
        name: What it is called.
        group: Its language and sort: ``de.articles``, ``de.sentences``, ``de.quotations``.
        language: ISO 639-1 code.
        text: The text.
        statements: Its statements, in the order of the text.
    """

    name: str
    group: str
    language: str
    text: str
    statements: tuple[GoldStatement, ...]


def texts_of(path: Path) -> list[GoldText]:
    """Return the texts of a file of JSON Lines, or of those of a folder.

    Raises:
        EvaluationError: If there is none, or a line is broken; it says which.
    """
    return [text for file in gold_files(path, ".jsonl") for text in _texts(file)]


def _texts(file: Path) -> Iterator[GoldText]:
    return gold_rows(file, lambda row: _quotations(row, file) if "quotations" in row else _own(row))


def _own(row: dict[str, Any]) -> GoldText:
    group = f"{row['language']}.{'sentences' if _OWN_SENTENCES.fullmatch(row['name']) else 'articles'}"
    statements = tuple(
        GoldStatement(
            kind=one["kind"],
            act=one["act"],
            source=_span(one["source"]),
            cue=_spans(one["cue"]),
            content=_spans(one["content"]),
            entity=one.get("entity"),
            addressee=_span(one.get("addressee")),
            relayed_by=_span(one.get("relayed_by")),
            about=_spans(one.get("about", [])),
        )
        for one in row["statements"]
    )
    return GoldText(row["name"], group, row["language"], row["text"], statements)


def _span(piece: dict[str, Any] | None) -> tuple[Span, ...]:
    return _spans([piece] if piece else [])


def _spans(pieces: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span(piece["start"], piece["end"]) for piece in pieces)


_KINDS = {"Direct": "direct", "Reported": "reported"}


def _quotations(row: dict[str, Any], file: Path) -> GoldText:
    language = language_of(file) or "de"
    statements = tuple(
        GoldStatement(
            kind=_KINDS.get(one["type"], "indirect"),
            act=None,
            source=tuple(Span(*pair) for pair in one["speaker"]),
            cue=tuple(Span(*pair) for pair in one["cue"]),
            content=tuple(Span(*pair) for pair in one["quote"]),
        )
        for one in row["quotations"]
    )
    return GoldText(row["name"], f"{language}.{QUOTATIONS}", language, row["text"], statements)
