"""Treebanks and name corpora as examples."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.training.encoder.examples import Example

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK_SENTENCES = 20
"""Where a source does not say what its documents are, so many sentences in a row count as one."""

_SUBTYPES = frozenset(
    "nsubj:pass csubj:pass aux:pass compound:prt acl:relcl obl:agent obl:arg expl:pv nmod:poss det:poss".split()
)
_COLUMNS = 10
_PUD_DOCUMENT = re.compile(r"[nw]\d\d\d\d\d")


def treebank(path: Path, *, language: str) -> list[Example]:
    """Return the sentences of a CoNLL-U file."""
    examples = []
    document = ""
    for number, lines in enumerate(sentences_of(path)):
        comments = dict(line[2:].partition(" = ")[::2] for line in lines if line.startswith("# "))
        document = comments.get("newdoc id", document)
        pud = _PUD_DOCUMENT.match(comments.get("sent_id", ""))
        name = pud.group() if pud else document or f"block-{number // _BLOCK_SENTENCES}"
        examples.append(_tree(lines, source=path.stem, document=name, language=language))
    return examples


def _tree(lines: list[str], *, source: str, document: str, language: str) -> Example:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    words = [row for row in rows if row[0].isdigit()]
    return Example(
        source=source,
        document=document,
        language=language,
        words=tuple(row[1] for row in words),
        spaced=tuple(_spaced(rows)),
        upos=tuple(row[3] for row in words),
        feats=tuple("" if row[5] == "_" else row[5] for row in words),
        heads=tuple(int(row[6]) for row in words),
        relations=tuple(known_relation(row[7]) for row in words),
    )


def known_relation(relation: str) -> str:
    """Return a relation with the subtypes that the project keeps.

    >>> known_relation("nsubj:pass"), known_relation("nmod:tmod")
    ('nsubj:pass', 'nmod')
    """
    return relation if relation in _SUBTYPES else relation.partition(":")[0]


def _spaced(rows: list[list[str]]) -> Iterator[bool]:
    """Yield whether the encoder sees a space before each word; it does between the parts of "im", not of "don't"."""
    space, parts_end, literal = True, 0, False
    for row in rows:
        first, _, last = row[0].partition("-")
        if last:
            parts_end = int(last)
            parts = [part[1] for part in rows if part[0].isdigit() and int(first) <= int(part[0]) <= parts_end]
            literal = "".join(parts).lower() == row[1].lower()
            after = "SpaceAfter=No" not in row[-1]
            inside = False
        elif first.isdigit():
            is_part = int(first) <= parts_end
            yield (space if not is_part or not inside else not literal)
            if is_part:
                inside = True
                space = after
            else:
                space = "SpaceAfter=No" not in row[-1]


def tagged_text(path: Path, *, language: str) -> list[Example]:
    """Return sentences of ``word##UPOS``, where the parts of a multiword token follow it."""
    examples = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        pairs = [token.rpartition("##")[::2] for token in line.split()]
        words = [(word, tag) for word, tag in pairs if word and tag != "_"]
        examples.append(
            Example(
                source=path.name.removesuffix(".txt"),
                document=f"block-{number // _BLOCK_SENTENCES}",
                language=language,
                words=tuple(word for word, _ in words),
                spaced=tuple(_guessed_spaces([word for word, _ in words])),
                upos=tuple(tag for _, tag in words),
            )
        )
    return examples


_OPENING, _CLOSING = set("([{„‚»"), set(",.;:!?)]}…”%«'’") | {"...", "''", "n't"}


def _guessed_spaces(words: list[str]) -> Iterator[bool]:
    """Yield whether a space precedes each word of a text that has lost its spaces."""
    quoted, opened = False, True
    for word in words:
        closes = word == '"' and quoted
        yield not (opened or closes or word in _CLOSING or word.startswith("'")) or word == words[0]
        opened = word in _OPENING or (word == '"' and not quoted)
        if word == '"':
            quoted = not quoted


def name_corpus(path: Path, *, language: str, other_known: bool = True) -> list[Example]:
    """Return the sentences of a file with one word a line in its second column and its IOB2 label in the third.

    Args:
        path: The file.
        language: ISO 639-1 code.
        other_known: Whether the file marks names that are neither person, place nor organization as we do.
    """
    examples = []
    document = ""
    for number, lines in enumerate(sentences_of(path)):
        comments = dict(line[2:].partition(" = ")[::2] for line in lines if line.startswith("# "))
        document = comments.get("newdoc id", document)
        pud = _PUD_DOCUMENT.match(comments.get("sent_id", ""))
        rows = [line.split("\t") for line in lines if "\t" in line and line[0].isdigit()]
        words = [row[1] for row in rows]
        examples.append(
            Example(
                source=path.stem,
                document=pud.group() if pud else document or f"block-{number // _BLOCK_SENTENCES}",
                language=language,
                words=tuple(words),
                spaced=tuple(_guessed_spaces(words)),
                names=tuple(_iob2([_class_of(row[2]) for row in rows])),
                other_known=other_known,
            )
        )
    return examples


_CLASSES = {"MISC": "OTH"}


def _class_of(label: str) -> str:
    """Return the label in our classes; parts and derivations of names are no names."""
    prefix, _, name = label.partition("-")
    if not name or name.endswith(("deriv", "part")):
        return "O"
    return f"{prefix}-{_CLASSES.get(name, name)}"


def _iob2(labels: list[str]) -> Iterator[str]:
    before = "O"
    for label in labels:
        starts = label.startswith("I-") and before[2:] != label[2:]
        yield "B" + label[1:] if starts else label
        before = label


def with_names(trees: list[Example], named: list[Example]) -> list[Example]:
    """Return the trees with the names of the same sentences in another file."""
    known = {(example.document, example.words): example for example in named}
    found = [(tree, known.get((tree.document, tree.words))) for tree in trees]
    return [replace(tree, names=match.names, other_known=match.other_known) if match else tree for tree, match in found]


def sentences_of(path: Path) -> Iterator[list[str]]:
    """Yield the lines of each sentence of a file in which empty lines divide sentences."""
    lines: list[str] = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            if stripped := line.rstrip("\n"):
                lines.append(stripped)
            elif lines:
                yield lines
                lines = []
    if lines:
        yield lines
