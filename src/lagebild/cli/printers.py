"""The formats that ``lagebild read`` prints articles in."""

from __future__ import annotations

import json
import re
from io import StringIO
from typing import TYPE_CHECKING, Protocol, TextIO

from lagebild.cli.lines import finding_lines
from lagebild.model import LagebildError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console, RenderableType

    from lagebild.cli.wording import Wording
    from lagebild.model import Article


class Printer(Protocol):
    """What turns articles into text of one format."""

    def article(self, article: Article) -> str:
        """Return the text for one article."""

    def end_of_input(self, source: str) -> str:
        """Return what stands behind the articles of an input."""


class JsonPrinter:
    """Prints records as JSON Lines, for programs."""

    def article(self, article: Article) -> str:
        """Return the record of the article in one line."""
        return json.dumps(article.to_dict(), ensure_ascii=False) + "\n"

    def end_of_input(self, source: str) -> str:  # noqa: ARG002 - see Printer
        """Return nothing."""
        return ""


class FindingPrinter:
    """Prints one finding a line, for ``grep``.

    Args:
        why: Whether a line ends with why the finding is there.
    """

    def __init__(self, *, why: bool = False) -> None:
        self._why = why

    def article(self, article: Article) -> str:
        """Return the findings of the article."""
        return finding_lines(article, why=self._why)

    def end_of_input(self, source: str) -> str:  # noqa: ARG002 - see Printer
        """Return nothing."""
        return ""


class PicturePrinter:
    """Prints the report on one article as an SVG image.

    Args:
        wording: The catalogue.
        why: Whether to tell why statements are in the record.
    """

    def __init__(self, wording: Wording, *, why: bool = False) -> None:
        self._wording = wording
        self._why = why
        self._is_used = False

    def article(self, article: Article) -> str:
        """Return the picture.

        Raises:
            LagebildError: If there is a second article; two images in one file are none.
        """
        from lagebild.cli.picture import report_svg  # noqa: PLC0415 - rich is for reports alone

        if self._is_used:
            raise LagebildError(article.source.name, "is not the only article; give --format svg a page with one")
        self._is_used = True
        return report_svg(article, self._wording, why=self._why)

    def end_of_input(self, source: str) -> str:  # noqa: ARG002 - see Printer
        """Return nothing."""
        return ""


def console_for(stream: TextIO, *, no_color: bool) -> Console:
    """Return a console with the colours of a stream, and its width as far as reports are that narrow or wide.

    It does not write to the stream: rich would hide what goes wrong there.
    """
    from rich.console import Console  # noqa: PLC0415 - rich is for reports alone

    from lagebild.cli.report import MAX_WIDTH, MIN_WIDTH  # noqa: PLC0415 - rich is for reports alone

    shown = Console(file=stream)
    return Console(
        file=StringIO(),
        width=max(MIN_WIDTH, min(shown.width, MAX_WIDTH)),
        height=shown.height,
        force_terminal=shown.is_terminal,
        # None leaves it to rich, which knows NO_COLOR.
        no_color=True if no_color else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


class ReportPrinter:
    """Prints reports, for eyes.

    Args:
        console: What renders them; see `console_for`.
        wording: The catalogue.
        command_for: What prints the whole record of an input.
        why: Whether to tell why statements are in the record.
    """

    def __init__(
        self, console: Console, wording: Wording, command_for: Callable[[str], str], *, why: bool = False
    ) -> None:
        self._console = console
        self._wording = wording
        self._command_for = command_for
        self._why = why
        self._is_first = True

    def article(self, article: Article) -> str:
        """Return the report on one article, set apart from the one before."""
        from lagebild.cli.report import report  # noqa: PLC0415 - rich is for reports alone

        between = "" if self._is_first else f"\n{self._rule()}\n"
        self._is_first = False
        return between + self._rendered(report(article, self._wording, width=self._console.width, why=self._why))

    def end_of_input(self, source: str) -> str:
        """Return the hint at the whole record."""
        from lagebild.cli.report import whole_record_hint  # noqa: PLC0415 - rich is for reports alone

        return self._rendered(whole_record_hint(self._command_for(source), self._wording), soft_wrap=True)

    def _rule(self) -> str:
        # In a pipe, lines drawn for eyes are noise.
        return "─" * self._console.width + "\n" if self._console.is_terminal else ""

    def _rendered(self, content: RenderableType, *, soft_wrap: bool = False) -> str:
        with self._console.capture() as captured:
            self._console.print(content, soft_wrap=soft_wrap)
        return re.sub(r"[ ]+$", "", captured.get(), flags=re.MULTILINE)
