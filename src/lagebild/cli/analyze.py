"""``lagebild analyze``: texts in, words and trees out."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lagebild.cli.read import exit_code, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.cli.output import Output
    from lagebild.cli.progress import Bar
    from lagebild.intake.pages import Outcome
    from lagebild.model import Analyzer, Article, IntakeError

_TEXT = "text"
_CORPUS = "jsonl"
# An analyzer is faster with many sentences at once, and a corpus of short texts has few in each.
_TEXTS_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked ``lagebild analyze`` for.

    Args:
        inputs: Files, URLs, or ``-``.
        kind: ``text`` or ``jsonl``; ``None`` to go by the name of each input.
        format: How to print: ``conllu``.
        analyzer: The name of the analyzer, or ``None`` for the embedded one.
        language: ISO 639-1 code, or ``None`` to find out.
        output: The file to write, or ``None`` for standard output.
    """

    inputs: tuple[str, ...]
    kind: str | None
    format: str
    analyzer: str | None
    language: str | None
    output: Path | None


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--as",
    "kind",
    type=click.Choice([_TEXT, _CORPUS]),
    help="What the input is; by default jsonl if its name ends so, else text.",
)
@click.option("--format", type=click.Choice(["conllu"]), default="conllu", show_default=True, help="How to print it.")
@click.option(
    "--analyzer", metavar="NAME", help="embedded, embedded:fast, embedded:quality, spacy:MODEL or stanza:LANGUAGE."
)
@click.option("--language", type=click.Choice(["de", "en"]), help="Its language, if you know better.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, once all is complete.")
def analyze(**options: object) -> None:
    """Print the words, trees and names of texts as CoNLL-U.

    INPUT is a file, a URL, or - for standard input: clean text, or a corpus with "name" and "text" a line. The exit
    code is 1 if some of them could not be read, 2 if none could.
    """
    click.get_current_context().exit(_analyze(Request(**options)))  # type: ignore[arg-type]


def _analyze(request: Request) -> int:
    from lagebild.cli.output import opened  # noqa: PLC0415 - keeps --help fast
    from lagebild.cli.progress import bar_over  # noqa: PLC0415
    from lagebild.language.analyzers import analyzer_named  # noqa: PLC0415

    # An analyzer that is not there is told before anything is written.
    analyzer = analyzer_named(request.analyzer)
    with (
        opened(request.output, is_data=True) as output,
        bar_over(len(request.inputs), is_terminal=sys.stderr is not None and sys.stderr.isatty()) as bar,
    ):
        return _print_all(request, analyzer, output, bar)


def _print_all(request: Request, analyzer: Analyzer, output: Output, bar: Bar) -> int:
    succeeded = failed = 0
    for source in request.inputs:
        bar.begin(source)
        for articles, errors in _batches(_outcomes(source, request)):
            for error in errors:
                bar.aside(partial(click.echo, f"lagebild: {error}", err=True))
            for text in _analyzed(articles, analyzer):
                show(text, output, bar)
            succeeded += len(articles)
            failed += len(errors)
        bar.end()
    return exit_code(succeeded, failed)


def _analyzed(articles: Sequence[Article], analyzer: Analyzer) -> Iterator[str]:
    """Yield the CoNLL-U of each article."""
    from lagebild.language.conllu import conllu_of  # noqa: PLC0415

    texts = [article.text for article in articles]
    analyses = analyzer.analyze(texts, languages=[article.language for article in articles]) if articles else []
    for article, analysis in zip(articles, analyses, strict=True):
        yield conllu_of(article.source.name, article.text, analysis)


def _batches(outcomes: Iterator[Outcome]) -> Iterator[tuple[list[Article], list[IntakeError]]]:
    """Yield articles and errors, some at a time."""
    from lagebild.model import Article  # noqa: PLC0415

    articles: list[Article] = []
    errors: list[IntakeError] = []
    for outcome in outcomes:
        if isinstance(outcome, Article):
            articles.append(outcome)
        else:
            errors.append(outcome)
        if len(articles) == _TEXTS_AT_ONCE:
            yield articles, errors
            articles, errors = [], []
    yield articles, errors


def _outcomes(source: str, request: Request) -> Iterator[Outcome]:
    from lagebild.intake.inputs import read_source  # noqa: PLC0415
    from lagebild.intake.kinds import Kind  # noqa: PLC0415
    from lagebild.intake.pages import Hints  # noqa: PLC0415
    from lagebild.model import IntakeError  # noqa: PLC0415

    kind = request.kind or (_CORPUS if source.endswith(f".{_CORPUS}") else _TEXT)
    try:
        yield from read_source(source, kind=Kind(kind), hints=Hints(language=request.language))
    except IntakeError as error:
        yield error
