"""The command line as a process of its own: exit codes, encodings, closed pipes, interrupts."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUBBED = [sys.executable, "-m", "tests.cli.stub_command"]
POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="signals and pseudo terminals of POSIX")
TIMEOUT_S = 60


def _environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return kept | variables


def _run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = _environment(**variables)
    return subprocess.run(
        [*STUBBED, *arguments], cwd=ROOT, env=environment, capture_output=True, check=False, timeout=TIMEOUT_S
    )


def test_an_error_is_one_line_and_exit_code_2() -> None:
    result = _run("read", "bad.txt")

    assert result.returncode == 2
    assert result.stdout == b""
    assert result.stderr.splitlines() == [b"lagebild: bad.txt: no article text found; try --as text"]


def test_success_is_exit_code_0_and_a_mixture_1() -> None:
    assert _run("read", "a.txt").returncode == 0
    assert _run("read", "a.txt", "bad.txt").returncode == 1


def test_wrong_usage_is_no_traceback() -> None:
    result = _run("read", "a.txt", "--nonsense")

    assert result.returncode == 2
    assert b"No such option" in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_date_that_is_none_is_told_in_one_line() -> None:
    result = _run("read", "a.txt", "--published", "gestern")

    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(b"lagebild: gestern: no date; write it as 2024-06-18")


def test_a_folder_is_refused_with_the_way_out(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from lagebild.cli import main; main()", "read", str(tmp_path)]
    result = subprocess.run(command, capture_output=True, check=False, timeout=TIMEOUT_S)

    assert result.returncode == 2
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith(f"lagebild: {tmp_path}: a folder; name its files")


@pytest.mark.parametrize(
    "variables",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"LC_ALL": "de_DE.UTF-8"},
    ],
)
def test_records_are_utf_8_in_every_locale(variables: dict[str, str]) -> None:
    result = _run("read", "a.txt", "--format", "json", **variables)

    record = json.loads(result.stdout.decode("utf-8"))
    assert record["article"]["headline"]["quote"] == "Lund besucht Halvar zum ersten Mal seit zwölf Jahren"
    assert "zwölf".encode() in result.stdout


def test_a_report_survives_a_terminal_that_knows_ascii_alone() -> None:
    result = _run("read", "a.txt", PYTHONIOENCODING="ascii")

    assert result.returncode == 0
    assert b"seit zw?lf Jahren" in result.stdout


def test_the_same_page_gives_the_same_bytes_in_two_processes() -> None:
    arguments = ("read", "a.txt", "b.txt", "--format", "json")

    assert _run(*arguments, PYTHONHASHSEED="1").stdout == _run(*arguments, PYTHONHASHSEED="2").stdout


@pytest.mark.parametrize("form", ["report", "json", "lines"])
def test_a_reader_who_goes_away_is_no_error_to_talk_about(form: str) -> None:
    process = subprocess.Popen(
        [*STUBBED, "read", "many", "--format", form],
        cwd=ROOT,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()

    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(TIMEOUT_S) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        command = [*STUBBED, "read", "a.txt"]
        result = subprocess.run(
            command, cwd=ROOT, env=_environment(), stdout=full, stderr=subprocess.PIPE, check=False, timeout=TIMEOUT_S
        )

    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(b"lagebild: standard output: cannot be written")


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    target = tmp_path / "missing" / "record.json"

    result = _run("read", "a.txt", "--output", str(target))

    assert result.returncode == 2
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith(f"lagebild: {target}: cannot be written")


@POSIX_ONLY
def test_a_device_is_written_to_and_not_replaced() -> None:
    before = Path("/dev/null").stat()

    assert _run("read", "a.txt", "--output", "/dev/null").returncode == 0
    assert Path("/dev/null").stat().st_rdev == before.st_rdev
    assert not Path("/dev/null").is_file()


def _heed_interrupts() -> None:
    """Undo what a shell does to jobs in the background, whose children ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@POSIX_ONLY
def test_an_interrupt_is_exit_code_130_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*STUBBED, "read", "a.txt", "slow", "--output", str(tmp_path / "report.txt")],
        cwd=ROOT,
        env=_environment(),
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,  # noqa: PLW1509 - no threads here
    )
    deadline = time.monotonic() + TIMEOUT_S
    while not any(path.stat().st_size for path in tmp_path.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)

    _, errors = process.communicate(timeout=TIMEOUT_S)
    assert process.returncode == 130
    assert errors.strip() == b""
    assert list(tmp_path.iterdir()) == []


@POSIX_ONLY
@pytest.mark.parametrize(("inputs", "is_shown"), [(["a.txt", "b.txt", "c.txt"], True), (["a.txt"], False)])
def test_a_bar_is_shown_on_a_terminal_for_several_inputs(inputs: list[str], *, is_shown: bool) -> None:
    ours, theirs = os.openpty()
    process = subprocess.Popen(
        [*STUBBED, "read", *inputs, "--format", "json"],
        cwd=ROOT,
        env=_environment(TERM="xterm", COLUMNS="80"),
        stdout=subprocess.PIPE,
        stderr=theirs,
    )
    os.close(theirs)
    output, _ = process.communicate(timeout=TIMEOUT_S)
    shown = _drained(ours)

    assert len(output.splitlines()) == len(inputs)
    assert (b"/3" in shown) is is_shown


def _drained(terminal: int) -> bytes:
    pieces = []
    try:
        while piece := os.read(terminal, 65_536):
            pieces.append(piece)
    except OSError:
        pass  # the other end is closed
    finally:
        os.close(terminal)
    return b"".join(pieces)


def test_help_comes_without_the_heavy_libraries() -> None:
    heavy = ["feedparser", "lxml", "numpy", "onnxruntime", "rich", "trafilatura", "urllib3"]
    code = f"""
import sys
from lagebild.cli.app import app
app(["read", "--help"], standalone_mode=False)
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=TIMEOUT_S)

    assert result.stderr.strip() == b"[]"
