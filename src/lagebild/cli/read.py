"""``lagebild read``: pages in, records out."""

from __future__ import annotations

import locale
import os
import shlex
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.cli.output import Output
    from lagebild.cli.printers import Printer
    from lagebild.cli.progress import Bar
    from lagebild.cli.wording import Wording
    from lagebild.intake.fetch import FetchPolicy
    from lagebild.intake.pages import Outcome

# The values of lagebild.intake.kinds.Kind, which is not imported for the sake of --help; a test compares them.
KINDS = ("html", "page-text", "text", "jsonl", "feed", "warc")
_AUTO = "auto"

_SOME_FAILED = 1
_ALL_FAILED = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked ``lagebild read`` for.

    Args:
        inputs: Files, URLs, or ``-``.
        kind: One of `KINDS`, or ``auto``.
        published: The publication date as it was given, or ``None``.
        language: ISO 639-1 code, or ``None``.
        analyzer: What reads the language, or ``None`` for the embedded analyzer.
        lexicon: A folder with word lists of the user, or ``None``.
        format: How to print: ``report``, ``json``, ``lines`` or ``svg``.
        ui: Language of the report, or ``None`` for that of the locale.
        why: Whether to tell why a finding is in the record.
        allow_private: Whether private addresses may be fetched.
        ignore_robots: Whether robots.txt is ignored.
        no_color: Whether the report stays without colours.
        output: The file to write, or ``None`` for standard output.
    """

    inputs: tuple[str, ...]
    kind: str
    published: str | None
    language: str | None
    analyzer: str | None
    lexicon: Path | None
    format: str
    ui: str | None
    why: bool
    allow_private: bool
    ignore_robots: bool
    no_color: bool
    output: Path | None


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--as", "kind", type=click.Choice([_AUTO, *KINDS]), default=_AUTO, help="What the input is.")
@click.option("--published", metavar="DATE", help="When it was published, such as 2024-06-18.")
@click.option("--language", type=click.Choice(["de", "en"]), help="Its language, if you know better.")
@click.option(
    "--analyzer", metavar="NAME", help="embedded, embedded:fast, embedded:quality, spacy:MODEL or stanza:LANGUAGE."
)
@click.option(
    "--lexicon", type=click.Path(path_type=Path), metavar="DIR", help="Add the word lists in DIR to those that ship."
)
@click.option(
    "--format",
    type=click.Choice(["report", "json", "lines", "svg"]),
    default="report",
    help="A report for eyes, JSON Lines, one finding a line for grep, or a picture of the report.",
)
@click.option("--ui", type=click.Choice(["de", "en"]), help="Language of the report; that of your locale by default.")
@click.option("--why", is_flag=True, help="Tell what found each statement, and how sure it is.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to FILE, once all is complete.")
@click.option("--no-color", is_flag=True, help="A report without colours; so does the variable NO_COLOR.")
@click.option("--allow-private", is_flag=True, help="Fetch from private and loopback addresses, too.")
@click.option("--ignore-robots", is_flag=True, help="Fetch what robots.txt asks robots not to fetch.")
def read(**options: object) -> None:
    """Read pages and print what they say.

    INPUT is a file, a URL, or - for standard input. Several are read one after another; the exit code is 1 if some
    of them could not be read, 2 if none could.
    """
    click.get_current_context().exit(_read(Request(**options)))  # type: ignore[arg-type]


def _read(request: Request) -> int:
    from lagebild.cli.output import opened  # noqa: PLC0415
    from lagebild.cli.progress import bar_over  # noqa: PLC0415
    from lagebild.lexicon.folders import lexicon_in  # noqa: PLC0415
    from lagebild.pipeline import default_pipeline, hints_from  # noqa: PLC0415

    # A wrong date or word list, and an analyzer that is not there, are told before anything is written.
    hints_from(published=request.published, language=request.language)
    default_pipeline(request.analyzer)
    if request.lexicon is not None:
        lexicon_in(request.lexicon)
    is_data = request.format != "report"
    with (
        opened(request.output, is_data=is_data) as output,
        bar_over(len(request.inputs), is_terminal=sys.stderr is not None and sys.stderr.isatty()) as bar,
    ):
        return _print_all(request, output, bar)


def _print_all(request: Request, output: Output, bar: Bar) -> int:
    from lagebild.model import Article  # noqa: PLC0415

    printer = _printer(request, output)
    failed = succeeded = 0
    for source in request.inputs:
        bar.begin(source)
        succeeded_before = succeeded
        for outcome in _outcomes(source, request):
            if isinstance(outcome, Article):
                succeeded += 1
                show(printer.article(outcome), output, bar)
            else:
                failed += 1
                bar.aside(partial(click.echo, f"lagebild: {outcome}", err=True))
        if succeeded > succeeded_before:
            show(printer.end_of_input(source), output, bar)
        bar.end()
    return exit_code(succeeded, failed)


def exit_code(succeeded: int, failed: int) -> int:
    """Return the exit code for how many pages could be read, and how many could not."""
    if not failed:
        return 0
    return _SOME_FAILED if succeeded else _ALL_FAILED


def _outcomes(source: str, request: Request) -> Iterator[Outcome]:
    """Yield what becomes of each page of an input; an input without any is an error, too."""
    from lagebild.model import IntakeError  # noqa: PLC0415
    from lagebild.pipeline import default_pipeline, read_all  # noqa: PLC0415

    is_empty = True
    try:
        outcomes = read_all(
            source,
            kind=request.kind,
            published=request.published,
            language=request.language,
            policy=_policy(request),
            pipeline=default_pipeline(request.analyzer),
            lexicon=request.lexicon,
        )
        for outcome in outcomes:
            is_empty = False
            yield outcome
    except IntakeError as error:
        yield error
        return
    if is_empty:
        yield IntakeError(source, "holds no article; check that it is what --as says")


def _policy(request: Request) -> FetchPolicy | None:
    """Return how URLs are fetched, or ``None`` for the usual way: the fetcher takes time to import."""
    if not (request.allow_private or request.ignore_robots):
        return None
    from lagebild.intake.fetch import FetchPolicy  # noqa: PLC0415

    return FetchPolicy(allow_private=request.allow_private, obey_robots=not request.ignore_robots)


def show(text: str, output: Output, bar: Bar) -> None:
    """Write the text, beside the progress bar where both go to a terminal."""
    if output.stream.isatty():
        bar.aside(lambda: output.write(text))
    else:
        output.write(text)


def _printer(request: Request, output: Output) -> Printer:
    from lagebild.cli.printers import FindingPrinter, JsonPrinter, PicturePrinter  # noqa: PLC0415

    if request.format == "json":
        return JsonPrinter()
    if request.format == "lines":
        return FindingPrinter(why=request.why)
    if request.format == "svg":
        return PicturePrinter(_wording(request.ui), why=request.why)
    return _report_printer(request, output)


def _report_printer(request: Request, output: Output) -> Printer:
    from lagebild.cli.printers import ReportPrinter, console_for  # noqa: PLC0415

    console = console_for(output.stream, no_color=request.no_color)
    return ReportPrinter(console, _wording(request.ui), partial(_whole_record_command, request), why=request.why)


def _wording(ui: str | None) -> Wording:
    from lagebild.cli.wording import ui_language, wording  # noqa: PLC0415

    return wording(ui or ui_language(os.environ, locale.getlocale()[0]))


def _whole_record_command(request: Request, source: str) -> str:
    """Return the command that prints the record of an input, with the options that its content depends on."""
    options = {"--as": request.kind if request.kind != _AUTO else None}
    options |= {"--published": request.published, "--language": request.language}
    options |= {"--analyzer": request.analyzer, "--lexicon": str(request.lexicon) if request.lexicon else None}
    given = [word for name, value in options.items() if value is not None for word in (name, value)]
    return shlex.join(["lagebild", "read", source, *given, "--format", "json"])
