"""The gold of page roles: own pages that ship whole, and pages of others as labels and hashes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from lagebild.intake.html import read_document
from lagebild.intake.pages import Page
from lagebild.model import EvaluationError, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from lagebild.intake.html import Document

GOLD = files("lagebild.evaluation") / "gold" / "pages"
_COLUMNS = 3
_HASH_CHARS = 8


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page whose lines a reader has labelled.

    Args:
        name: File name of the page.
        language: ISO 639-1 code, or ``None`` where the gold does not say.
        lines: The lines that are not empty.
        blank_before: For each line, whether an empty line stands before it.
        roles: The role of each line.
        repeats: For each line the index of the line that it says again, or ``None``.
        document: The page's markup, or ``None`` for page text.
    """

    name: str
    language: str | None
    lines: tuple[str, ...]
    blank_before: tuple[bool, ...]
    roles: tuple[Role, ...]
    repeats: tuple[int | None, ...]
    document: Document | None = None

    @property
    def text(self) -> str:
        """The page as text, empty lines where the page has them."""
        return "".join(
            ("\n" if blank and number else "") + line + "\n"
            for number, (line, blank) in enumerate(zip(self.lines, self.blank_before, strict=True))
        )


@cache
def held_out_names() -> frozenset[str]:
    """Return the names of the own pages that no model is trained on."""
    return frozenset((GOLD / "held_out.txt").read_text(encoding="utf-8").split())


def own_pages(folder: Traversable | None = None) -> Iterator[GoldPage]:
    """Yield the own pages in the order of their names.

    Args:
        folder: Where their ``.tsv`` files lie; those that ship by default.

    Raises:
        EvaluationError: If there is no such folder, or a file in it does not follow the codebook.
    """
    folder = folder or GOLD / "dumps"
    if not folder.is_dir():
        raise EvaluationError(str(folder), "no such folder; give one with the .tsv files of own pages")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".tsv"):
            yield _own_page(entry.name, entry.read_text(encoding="utf-8"))


def _own_page(name: str, content: str) -> GoldPage:
    lines: list[str] = []
    roles: list[Role] = []
    blanks: list[bool] = []
    repeats: list[int | None] = []
    marks: dict[str, int] = {}
    is_blank = False
    language = None
    for number, row in enumerate(content.split("\n"), start=1):
        if row.startswith("# "):
            language = language or row.partition("language: ")[2][:2] or None
        elif not row.strip():
            is_blank = True
        else:
            role, mark, text = _cells(name, number, row)
            repeats.append(_mark(marks, mark, len(lines), place=f"{name}:{number}"))
            lines.append(text.strip())
            roles.append(role)
            blanks.append(is_blank)
            is_blank = False
    return GoldPage(name, language, tuple(lines), tuple(blanks), tuple(roles), tuple(repeats))


def _cells(name: str, number: int, row: str) -> tuple[Role, str, str]:
    cells = row.split("\t")
    if len(cells) != _COLUMNS or cells[0] not in set(Role) or not cells[2].strip():
        raise EvaluationError(f"{name}:{number}", "write a role, a mark and a text, with tabs between")
    return Role(cells[0]), cells[1], cells[2]


def _mark(marks: dict[str, int], mark: str, line: int, *, place: str) -> int | None:
    if mark.startswith("="):
        if mark[1:] not in marks:
            raise EvaluationError(place, f"no earlier line is called {mark[1:]}")
        return marks[mark[1:]]
    if mark.startswith("#"):
        if mark[1:] in marks:
            raise EvaluationError(place, f"an earlier line is called {mark[1:]} already; take another name")
        marks[mark[1:]] = line
    elif mark:
        raise EvaluationError(place, f"the mark {mark} is neither #name nor =name")
    return None


def annotated_pages(folder: Path) -> Iterator[GoldPage]:
    """Yield the annotated pages of others that a folder holds.

    Args:
        folder: Where the HTML files lie.

    Raises:
        EvaluationError: If a page is there, but is not the one that was annotated.
    """
    for row in (GOLD / "annotated.jsonl").read_text(encoding="utf-8").splitlines():
        labels = json.loads(row)
        path = folder / labels["file"]
        if path.exists():
            yield _annotated_page(labels, path)


def _annotated_page(labels: dict[str, Any], path: Path) -> GoldPage:
    content = path.read_bytes()
    if sha256(content).hexdigest() != labels["sha256"]:
        raise EvaluationError(str(path), "is not the page that was annotated; get the file that the digest names")
    document = read_document(Page(path.name, content))
    lines = tuple(line.text for line in document.lines)
    if [line_hash(line) for line in lines] != labels["lines"]:
        raise EvaluationError(str(path), "its lines are read otherwise than when it was annotated; annotate it anew")
    return GoldPage(
        name=path.name,
        language=None,
        lines=lines,
        blank_before=(False,) * len(lines),
        roles=tuple(unpacked(labels["roles"])),
        repeats=tuple(labels["repeats"].get(str(number)) for number in range(len(lines))),
        document=document,
    )


def line_hash(line: str) -> str:
    """Return the digest under which a line's label is kept."""
    return sha256(line.encode()).hexdigest()[:_HASH_CHARS]


def unpacked(runs: list[tuple[str, int]]) -> Iterator[Role]:
    """Yield the role of each line from runs of one role and their lengths."""
    for role, count in runs:
        for _ in range(count):
            yield Role(role)


def second_readings() -> Iterator[tuple[str, tuple[Role, ...], dict[int, int]]]:
    """Yield name, roles and repeats of the pages that a second reader labelled blind."""
    for row in (GOLD / "second_reader.jsonl").read_text(encoding="utf-8").splitlines():
        reading = json.loads(row)
        repeats = {int(line): original for line, original in reading["repeats"].items()}
        yield reading["name"], tuple(unpacked(reading["roles"])), repeats
