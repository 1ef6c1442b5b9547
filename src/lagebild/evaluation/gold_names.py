"""The gold of names: texts with spans as JSON Lines, or tokens with IOB labels.

Of IOB files the second column is the token and the third its label, as in GermEval 2014 (Benikova et al. 2014),
Universal NER and Wikigold. Labels such as LOCderiv ("deutsch") and ORGpart ("EU-weit") name nothing here, and MISC is
what others call OTH.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lagebild.evaluation.detokenizing import aligned_tokens, detokenized
from lagebild.evaluation.gold_files import gold_files, gold_rows, language_of
from lagebild.language.iob import OUTSIDE, names_of
from lagebild.model import EvaluationError, Name, NameType, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_JSON = ".jsonl"
_SUFFIXES = (_JSON, ".tsv", ".iob2", ".iob")
_PARTIAL = ("deriv", "part")
_TEXT = "# text = "
# Stands alone where a document begins, in the form of CoNLL 2003.
_DOCUMENT_START = "-DOCSTART-"


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text whose names are known.

    Args:
        name: What it is called.
        text: The text.
        language: ISO 639-1 code, or ``None`` where it is unknown.
        names: Its names, in the order of the text.
    """

    name: str
    text: str
    language: str | None
    names: tuple[Name, ...]


def texts_of(path: Path) -> Iterator[tuple[str, list[GoldText]]]:
    """Yield the name of each file at a path without its suffix, and its texts.

    Raises:
        EvaluationError: If there is none, or a line is broken; it says which.
    """
    for file in gold_files(path, *_SUFFIXES):
        yield file.stem, list(_json_texts(file) if file.suffix == _JSON else _iob_texts(file))


def _json_texts(file: Path) -> Iterator[GoldText]:
    def read(row: dict[str, Any]) -> GoldText:
        names = tuple(sorted(_json_names(row), key=lambda name: name.span))
        return GoldText(row["name"], row["text"], row.get("language") or language_of(file), names)

    return gold_rows(file, read)


def _json_names(row: dict[str, Any]) -> Iterator[Name]:
    for item in row["names"]:
        span = Span(item["start"], item["end"])
        if span.of(row["text"]) != item["quote"]:
            raise ValueError(f"{item['quote']!r} is not at {span.start}")
        yield Name(span, NameType(item["type"]))


def _iob_texts(file: Path) -> Iterator[GoldText]:
    text: str | None = None
    tokens: list[tuple[str, str]] = []
    count = 0
    for number, line in enumerate([*file.read_text(encoding="utf-8").split("\n"), ""], start=1):
        if line.startswith("#"):
            text = line.removeprefix(_TEXT) if line.startswith(_TEXT) else text
        elif line.strip() and _DOCUMENT_START not in line:
            tokens.append(_token(line, place=f"{file.name}:{number}"))
        elif tokens:
            count += 1
            yield _gold_text(f"{file.stem}:{count}", text, tokens, language_of(file))
            text, tokens = None, []


def _token(line: str, *, place: str) -> tuple[str, str]:
    """Return form and label of a line."""
    try:
        _, form, label, *_ = line.split("\t")
        label = _plain(label)
        names_of([(Span(0, 0), label)])
    except ValueError as error:
        raise EvaluationError(place, f"is no number, token and IOB label with tabs between ({error})") from error
    return form, label


def _plain(label: str) -> str:
    return OUTSIDE if label.endswith(_PARTIAL) else label.replace("MISC", NameType.OTHER)


def _gold_text(name: str, text: str | None, tokens: list[tuple[str, str]], language: str | None) -> GoldText:
    forms = [form for form, _ in tokens]
    spans = aligned_tokens(text, forms) if text is not None else None
    if text is None or spans is None:
        text, spans = detokenized(forms)
    return GoldText(name, text, language, names_of(zip(spans, (label for _, label in tokens), strict=True)))
