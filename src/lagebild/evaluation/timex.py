"""The gold of times: texts as JSON Lines, or TimeML documents as those of KRAUTS and TempEval-3."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from lagebild.evaluation.gold_files import language_of
from lagebild.expressions.calendar import iso_day
from lagebild.model import EvaluationError, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

_JSON, _TIMEML = ".jsonl", ".tml"
_OWN = re.compile(r"own-")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time expression of the gold.

    Args:
        span: Its extent.
        type: The TIMEX3 type.
        value: The TIMEX3 value.
    """

    span: Span
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text whose times are known.

    Args:
        name: What it is called.
        group: Its language, and whether it is an article or was written for the gold: ``de.articles``, ``en.own``.
        language: ISO 639-1 code.
        published: The day from which its times are counted, or ``None``.
        text: The text.
        times: Its times, in the order of the text.
    """

    name: str
    group: str
    language: str
    published: date | None
    text: str
    times: tuple[GoldTime, ...]


def texts_of(path: Path, *, language: str = "de") -> list[GoldText]:
    """Return the texts of a file, or of a folder: its files of JSON Lines, and all TimeML documents below it.

    Args:
        path: A file of JSON Lines, a TimeML document, or a folder.
        language: The language of TimeML documents whose folder does not name it.

    Raises:
        EvaluationError: If there is none, or one is broken; it says which.
    """
    files = [path] if path.is_file() else [*sorted(path.glob(f"*{_JSON}")), *sorted(path.rglob(f"*{_TIMEML}"))]
    texts = [text for file in files for text in _texts(file, language)]
    if not texts:
        raise EvaluationError(str(path), f"holds no file that ends with {_JSON} or {_TIMEML}; check the path")
    return texts


def _texts(file: Path, language: str) -> Iterator[GoldText]:
    if file.suffix == _TIMEML:
        yield _document(file, language)
        return
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield _row(json.loads(line), language_of(file) or language)
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(f"{file}:{number}", f"is no line of gold times ({error})") from error


def _row(row: dict[str, Any], language: str) -> GoldText:
    times = tuple(GoldTime(Span(one["start"], one["end"]), one["type"], one["value"]) for one in row["times"])
    published = iso_day(row["published"]) if row["published"] else None
    group = f"{language}.{'own' if _OWN.match(row['name']) else 'articles'}"
    return GoldText(row["name"], group, language, published, row["text"], times)


def _document(file: Path, language: str) -> GoldText:
    try:
        root = etree.fromstring(file.read_bytes())
    except etree.XMLSyntaxError as error:
        raise EvaluationError(str(file), f"is no XML ({error})") from error
    created, body = root.find(".//DCT/TIMEX3"), root.find(".//TEXT")
    if created is None or body is None:
        raise EvaluationError(str(file), "is no TimeML document: DCT or TEXT is missing")
    text, times = _spans(body)
    return GoldText(file.name, f"{language}.timeml", language, iso_day(created.get("value", "")), text, tuple(times))


def _spans(body: etree._Element) -> tuple[str, list[GoldTime]]:
    """Return the text of an element with its expressions; those without words, TimeML's anchors, are left out."""
    pieces: list[str] = [body.text or ""]
    times: list[GoldTime] = []
    length = len(pieces[0])
    for element in body.iterchildren():
        inner = "".join(map(str, element.itertext()))
        if element.tag == "TIMEX3" and inner:
            times.append(GoldTime(Span(length, length + len(inner)), element.get("type", ""), element.get("value", "")))
        pieces += [inner, element.tail or ""]
        length += len(inner) + len(pieces[-1])
    return "".join(pieces), times
