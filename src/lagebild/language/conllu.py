"""Analyses as CoNLL-U, the file format of Universal Dependencies (https://universaldependencies.org/format.html).

On top of the standard, MISC of a surface token carries ``NER=B-PER`` and ``TokenRange=start:end``, in characters of
the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.language.iob import OUTSIDE, names_of
from lagebild.model import Analysis, LanguageError, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Name

_COLUMNS = 10
_BETWEEN_PARAGRAPHS = "\n\n"
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# A form or a name must not end its line or its column.
_BREAKS = re.compile(r"[\t\n\r]+")
_DOCUMENT = re.compile(r"#\s*newdoc\b(?!_)(?:\s+id\s*=\s*(.*\S))?")
_PARAGRAPH = re.compile(r"#\s*newpar\b(?!_)")

_Row = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a CoNLL-U file.

    Args:
        name: What ``# newdoc id`` says, or the name of the file.
        text: Its raw text, to which the spans of the analysis refer.
        analysis: What its lines say.
    """

    name: str
    text: str
    analysis: Analysis


def conllu_of(name: str, text: str, analysis: Analysis) -> str:
    """Return the analysis of a text as CoNLL-U; nothing for a text without a sentence.

    Args:
        name: What the document is called.
        text: The text that was analyzed.
        analysis: What was read in it.
    """
    name = _one_line(name)
    parts = []
    end = 0
    for number, sentence in enumerate(analysis.sentences, start=1):
        document = f"# newdoc id = {name}\n" if number == 1 else ""
        paragraph = "# newpar\n" if _BLANK_LINE.search(text, end, sentence.span.start) else ""
        head = f"# sent_id = {name}-{number}\n# text = {_one_line(sentence.span.of(text))}\n"
        parts.append(f"{document}{paragraph}{head}{''.join(_token_lines(text, sentence))}\n")
        end = sentence.span.end
    return "".join(parts)


def _token_lines(text: str, sentence: Sentence) -> Iterator[str]:
    number = 1
    for token in sentence.tokens():
        misc = _misc(text, token[0].span, sentence.names)
        if len(token) > 1:
            surface = _one_line(token[0].span.of(text))
            yield "\t".join([f"{number}-{number + len(token) - 1}", surface, *"_______", misc]) + "\n"
            misc = "_"
        for word in token:
            yield _word_line(number, word, misc)
            number += 1


def _word_line(number: int, word: Word, misc: str) -> str:
    form, lemma = _one_line(word.form), _one_line(word.lemma)
    head = "_" if not word.relation else 0 if word.head is None else word.head + 1
    columns = [number, form, lemma, word.upos, "_", word.feats or "_", head, word.relation or "_", "_", misc]
    return "\t".join(map(str, columns)) + "\n"


def _misc(text: str, token: Span, names: Sequence[Name]) -> str:
    name = next((name for name in names if name.span.overlaps(token)), None)
    place = "B" if name and token.start <= name.span.start else "I"
    ner = f"NER={place}-{name.type}|" if name else ""
    space = "SpaceAfter=No|" if text[token.end : token.end + 1].strip() else ""
    return f"{ner}{space}TokenRange={token.start}:{token.end}"


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)


def read_conllu(text: str, *, name: str = "CoNLL-U") -> list[Document]:
    """Return the documents of a CoNLL-U file.

    The raw text is put together from the tokens: no space where MISC says ``SpaceAfter=No``, one between sentences, an
    empty line before ``# newpar``. Empty nodes are left out. Without ``# newdoc``, all is one document.

    Args:
        text: The content of the file.
        name: What errors, and documents without a name of their own, are called.

    Raises:
        LanguageError: If a line is broken; it says which.
    """
    documents: list[_DocumentReader] = []
    for comments, rows in _blocks(text, name):
        started = next((match for line in comments if (match := _DOCUMENT.match(line))), None)
        if started or not documents:
            documents.append(_DocumentReader((started and started[1]) or name, place=name))
        documents[-1].add(rows, is_paragraph=any(_PARAGRAPH.match(line) for line in comments))
    return [document.finished() for document in documents]


def _blocks(text: str, name: str) -> Iterator[tuple[list[str], list[_Row]]]:
    """Yield comments and rows of each sentence."""
    comments: list[str] = []
    rows: list[_Row] = []
    for number, line in enumerate([*text.removeprefix("\ufeff").split("\n"), ""], start=1):
        content = line.removesuffix("\r")
        if content.startswith("#") and not rows:
            comments.append(content)
        elif content.strip():
            cells = content.split("\t")
            if len(cells) != _COLUMNS:
                raise _broken(name, number, f"has {len(cells)} columns; write {_COLUMNS} with tabs between")
            rows.append((number, cells))
        elif rows:
            yield comments, rows
            comments, rows = [], []


class _DocumentReader:
    """Puts text and analysis of one document together.

    Args:
        name: What the document is called.
        place: What the file is called.
    """

    def __init__(self, name: str, *, place: str) -> None:
        self._name = name
        self._place = place
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._sentences: list[Sentence] = []

    def finished(self) -> Document:
        return Document(self._name, "".join(self._pieces), Analysis(tuple(self._sentences), produced_by=self._place))

    def add(self, rows: list[_Row], *, is_paragraph: bool) -> None:
        """Add the sentence of some rows."""
        if is_paragraph and self._pieces:
            self._gap = _BETWEEN_PARAGRAPHS
        words: list[Word] = []
        labels: list[tuple[Span, str]] = []
        size = sum(cells[0].isdecimal() for _, cells in rows)
        covered = 0
        for line, cells in rows:
            if "." in cells[0]:
                continue
            first, last = self._numbers(line, cells[0], expected=len(words) + 1, size=size)
            if first > covered:
                covered = last
                labels.append((self._token(cells), _label(cells[9])))
            if cells[0].isdecimal():
                words.append(self._word(line, cells, labels[-1][0], size))
        self._sentences.append(self._sentence(rows, words, labels))

    def _sentence(self, rows: list[_Row], words: list[Word], labels: list[tuple[Span, str]]) -> Sentence:
        if not words:
            raise _broken(self._place, rows[0][0], "begins a sentence without words; leave it out")
        try:
            names = names_of(labels)
        except ValueError as error:
            raise _broken(self._place, rows[0][0], f"begins a sentence with {error}") from None
        return Sentence(Span(words[0].span.start, words[-1].span.end), tuple(words), names)

    def _numbers(self, line: int, cell: str, *, expected: int, size: int) -> tuple[int, int]:
        first, _, last = cell.partition("-")
        last = last or first
        if not (first.isdecimal() and last.isdecimal()):
            raise _broken(self._place, line, f"begins with {cell!r}; begin it with the number of a word")
        if not int(first) == expected <= int(last) <= size:
            raise _broken(self._place, line, f"is numbered {cell}; word {expected} of {size} comes next")
        return int(first), int(last)

    def _token(self, cells: list[str]) -> Span:
        """Add a token to the text and return where it stands."""
        start = self._length + len(self._gap)
        self._pieces += (self._gap, cells[1])
        self._length = start + len(cells[1])
        self._gap = "" if "SpaceAfter=No" in cells[9].split("|") else " "
        return Span(start, self._length)

    def _word(self, line: int, cells: list[str], span: Span, size: int) -> Word:
        _, form, lemma, upos, _, feats, head, relation, _, _ = cells
        if not (head.isdecimal() and int(head) <= size):
            raise _broken(self._place, line, f"has the head {head!r}; give the number of a word of the sentence, or 0")
        return Word(
            span=span,
            form=form,
            lemma=form if lemma == "_" else lemma,
            upos=upos,
            feats="" if feats == "_" else feats,
            head=int(head) - 1 if head != "0" else None,
            relation=relation,
        )


def _label(misc: str) -> str:
    return next((item[4:] for item in misc.split("|") if item.startswith("NER=")), OUTSIDE)


def _broken(name: str, line: int, problem: str) -> LanguageError:
    return LanguageError(f"{name}:{line}", problem)
