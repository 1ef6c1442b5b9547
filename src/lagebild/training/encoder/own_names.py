"""The names that were annotated for the project, as examples."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.language.iob import names_of
from lagebild.language.splitting import split
from lagebild.model import Span
from lagebild.training.encoder.examples import Example

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lagebild.language.splitting import Token

GOLD = Path(__file__).parents[2] / "evaluation" / "gold" / "names"
SOURCE = "own"
GERMAN = "de_news*.jsonl"
ENGLISH = "en_gum.jsonl"


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated text.

    Args:
        name: The document.
        text: Its text.
        names: Where names stand, and their types.
    """

    name: str
    text: str
    names: tuple[tuple[Span, str], ...]

    def labels(self, spans: Iterable[Span | None]) -> Iterator[str]:
        """Yield the label of each word; one that a name covers in part belongs to it, as does one without a span."""
        before: object = None
        for span in spans:
            name = before if span is None else next((pair for pair in self.names if pair[0].overlaps(span)), None)
            yield f"{'I' if name is before else 'B'}-{name[1]}" if isinstance(name, tuple) else "O"
            before = name


def annotated(pattern: str) -> list[Annotated]:
    """Return the annotated texts of the files whose names match a pattern, in the order of the files."""
    lines = [line for file in sorted(GOLD.glob(pattern)) for line in file.read_text(encoding="utf-8").splitlines()]
    return [_annotated(json.loads(line)) for line in lines]


def _annotated(row: dict[str, str | list[dict[str, str | int]]]) -> Annotated:
    names = [name for name in row["names"] if isinstance(name, dict)]
    found = tuple((Span(int(name["start"]), int(name["end"])), str(name["type"])) for name in names)
    return Annotated(str(row["name"]), str(row["text"]), found)


def own_names() -> list[Example]:
    """Return the sentences of the German articles, one document an article."""
    return [example for article in annotated(GERMAN) for example in _sentences(article, SOURCE, "de")]


def split_as_we_do(example: Example) -> list[Example]:
    """Return a sentence with names in the words that our own splitting finds; sources differ in hyphens and stops."""
    pairs = list(zip(example.words, example.spaced, strict=True))
    text = "".join(" " * spaced + word for word, spaced in pairs)
    ends = list(accumulate(len(word) + spaced for word, spaced in pairs))
    spans = [Span(end - len(word), end) for end, word in zip(ends, example.words, strict=True)]
    names = tuple((name.span, str(name.type)) for name in names_of(zip(spans, example.names, strict=True)))
    sentences = _sentences(Annotated(example.document, text, names), example.source, example.language)
    return [replace(sentence, other_known=example.other_known) for sentence in sentences]


def _sentences(article: Annotated, source: str, language: str) -> Iterator[Example]:
    for tokens in split(article.text, language=language):
        yield Example(
            source=source,
            document=article.name,
            language=language,
            words=tuple(word for token in tokens for word in token.words),
            spaced=tuple(_spaced(article.text, tokens)),
            names=tuple(article.labels(token.span for token in tokens for _ in token.words)),
        )


def _spaced(text: str, tokens: Sequence[Token]) -> Iterator[bool]:
    for number, token in enumerate(tokens):
        yield not number or text[token.span.start - 1].isspace()
        yield from [True] * (len(token.words) - 1)


def with_own_names(trees: Sequence[Example]) -> list[Example]:
    """Return English trees with the names of the documents that were annotated; they have one sentence a line."""
    documents = {document.name: document for document in annotated(ENGLISH)}
    ends = dict.fromkeys(documents, 0)
    found = []
    for tree in trees:
        document = documents.get(tree.document)
        if document is None:
            found.append(tree)
            continue
        spans = _word_spans(document.text, tree.words, ends[tree.document])
        ends[tree.document] = max((span.end for span in spans if span), default=ends[tree.document])
        found.append(replace(tree, names=tuple(document.labels(spans))))
    return found


_NEAR = 4
"""How many characters may lie between two words: white space, or letters of a part that the text writes otherwise."""


def _word_spans(text: str, words: Sequence[str], start: int) -> list[Span | None]:
    """Return where each word stands, ``None`` for a part of a token that the text writes otherwise."""
    spans: list[Span | None] = []
    for word in words:
        place = text.find(word, start, start + len(word) + _NEAR)
        spans.append(Span(place, place + len(word)) if place >= 0 else None)
        start = place + len(word) if place >= 0 else start
    return spans
