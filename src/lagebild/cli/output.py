"""Where output goes: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from lagebild.model.errors import LagebildError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Lone surrogates, which JSON may carry as escapes, have no UTF-8; this handler writes them as the same escapes again.
_DATA_ERRORS = "backslashreplace"


class Output:
    """An open stream with the name that errors give it.

    Args:
        stream: Where the text goes.
        name: What it is called.
    """

    def __init__(self, stream: TextIO, name: str) -> None:
        self.stream = stream
        self.is_empty = True
        self._name = name

    def write(self, text: str) -> None:
        """Write the text at once, so that whoever reads along sees it.

        Raises:
            LagebildError: If it cannot be written.
            BrokenPipeError: If nobody reads any more.
        """
        try:
            self.stream.write(text)
            self.stream.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            _abandon(self.stream)
            raise LagebildError(self._name, f"cannot be written ({error.strerror}); use --output FILE") from error
        self.is_empty = False


@contextmanager
def opened(path: Path | None, *, is_data: bool) -> Iterator[Output]:
    """Open the output; a file is written aside and renamed when all went well and something was written.

    Args:
        path: The file, or ``None`` for standard output.
        is_data: Whether programs read it: then it is UTF-8 and has Unix line ends, else what the terminal takes.

    Raises:
        LagebildError: If the file cannot be written.
    """
    if path is None:
        yield _standard_output(is_data=is_data)
    elif path.exists() and not path.is_file():
        # A pipe or device such as /dev/null must not be replaced by a file.
        with _open(path, "w") as stream:
            yield Output(stream, str(path))
    else:
        with _written_aside(path.resolve()) as output:
            yield output


def _standard_output(*, is_data: bool) -> Output:
    stream = sys.stdout
    if stream is None:
        raise LagebildError("standard output", "is closed; use --output FILE")
    if isinstance(stream, TextIOWrapper):
        if is_data:
            stream.reconfigure(encoding="utf-8", errors=_DATA_ERRORS, newline="\n")
        else:
            stream.reconfigure(errors="replace")
    return Output(stream, "standard output")


@contextmanager
def _written_aside(path: Path) -> Iterator[Output]:
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _open(aside, "x", name=path) as stream:
            output = Output(stream, str(path))
            yield output
        if not output.is_empty:
            _replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _open(path: Path, mode: str, *, name: Path | None = None) -> TextIO:
    try:
        return path.open(mode, encoding="utf-8", errors=_DATA_ERRORS, newline="\n")  # type: ignore[return-value]
    except OSError as error:
        problem = f"cannot be written ({error.strerror}); name a file in a folder that exists and is yours"
        raise LagebildError(str(name or path), problem) from error


def _replace(aside: Path, path: Path) -> None:
    with suppress(FileNotFoundError):
        shutil.copymode(path, aside)
    try:
        aside.replace(path)
    except OSError as error:
        raise LagebildError(str(path), f"cannot be replaced ({error.strerror}); name another file") from error


def _abandon(stream: TextIO) -> None:
    """Let what is buffered go nowhere: else the interpreter tries again at its end, and prints a traceback."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
