from __future__ import annotations

import json
import re
import stat
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.cli import stub_command
from tests.cli.samples import disputed_article

from lagebild.cli.app import app
from lagebild.cli.read import KINDS
from lagebild.intake.fetch import FetchPolicy
from lagebild.intake.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lagebild.intake.pages import Outcome

pytestmark = pytest.mark.usefixtures("_stub_library")


def _read(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["read", *arguments])


def _asked_for(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict[str, Any]:
    """Return what the library is asked for by a command."""
    asked: dict[str, Any] = {}

    def read_all(source: str, **options: object) -> Iterator[Outcome]:
        asked.update(options, source=source)
        return stub_command.read_all(source)

    monkeypatch.setattr("lagebild.pipeline.read_all", read_all)
    assert _read(*arguments).exit_code == 0
    return asked


def test_the_kinds_that_can_be_asked_for_are_those_that_can_be_read() -> None:
    assert set(KINDS) == {str(kind) for kind in Kind}


def test_a_page_becomes_a_report() -> None:
    result = _read("seite.txt", "--ui", "de")

    assert result.exit_code == 0
    assert result.stdout.startswith("Lund besucht Halvar zum ersten Mal seit zwölf Jahren\nseite.txt · Das Blatt")
    assert "WER WAS SAGT" in result.stdout
    assert result.stderr == ""


def test_the_report_follows_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    assert "WER WAS SAGT" in _read("seite.txt").stdout


def test_the_report_is_english_elsewhere() -> None:
    assert "WHO SAYS WHAT" in _read("seite.txt").stdout


def test_the_report_ends_with_the_command_for_the_whole_record() -> None:
    result = _read("eine seite.txt", "--as", "page-text", "--language", "de")

    last_line = result.stdout.splitlines()[-1]
    assert last_line == "  lagebild read 'eine seite.txt' --as page-text --language de --format json"


def test_the_command_for_the_whole_record_is_never_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    url = "https://example.org/" + "a-long-headline-" * 8

    assert _read(url).stdout.splitlines()[-1] == f"  lagebild read {url} --format json"


def test_a_piped_report_has_neither_colours_nor_boxes_nor_trailing_space() -> None:
    text = _read("a.txt", "b.txt").stdout

    assert not re.search(r"[\x1b\u2500-\u257f]", text)
    assert not re.search(r" $", text, flags=re.MULTILINE)


def test_colours_can_be_forced_and_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    assert "\x1b[31m" in _read("a.txt").stdout
    assert "\x1b[31m" not in _read("a.txt", "--no-color").stdout

    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[31m" not in _read("a.txt").stdout


def test_json_is_one_object_a_line_in_the_order_of_the_inputs() -> None:
    result = _read("a.txt", "b.txt", "--format", "json")

    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["article"]["source"]["name"] for record in records] == ["a.txt", "b.txt"]
    assert list(records[0])[:3] == ["schema", "produced_by", "article"]
    assert "zwölf" in result.stdout


def test_lines_are_one_finding_each() -> None:
    lines = _read("a.txt", "--format", "lines").stdout.splitlines()

    assert (
        "a.txt\tstatements\t511\t555\tdeny indirect Jana Weyde\tdass das Abkommen gegen andere gerichtet sei" in lines
    )
    assert all(line.count("\t") == 5 for line in lines)


def test_a_line_tells_why_on_request() -> None:
    lines = _read("a.txt", "--format", "lines", "--why").stdout.splitlines()

    assert all(line.count("\t") == 6 for line in lines)


@pytest.mark.parametrize("form", ["report", "svg"])
def test_a_report_tells_why_on_request(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.setattr("lagebild.pipeline.read_all", lambda _, **__: iter([disputed_article()]))

    # A picture has spaces that do not break, a report breaks lines.
    shown = _read("a.txt", "--why", "--format", form).stdout.replace("&#160;", " ")
    assert "confidence 0.86" in " ".join(shown.split())
    assert "confidence" not in _read("a.txt", "--format", form).stdout


def test_a_picture_is_an_image_of_one_report() -> None:
    assert _read("a.txt", "--format", "svg").stdout.startswith("<svg ")

    refused = CliRunner().invoke(app, ["read", "a.txt", "b.txt", "--format", "svg"])
    assert str(refused.exception) == "b.txt: is not the only article; give --format svg a page with one"


@pytest.mark.parametrize(
    ("inputs", "exit_code"),
    [
        (["a.txt"], 0),
        (["bad.txt"], 2),
        (["missing.txt"], 2),
        (["empty.jsonl"], 2),
        (["mixed.jsonl"], 1),
        (["a.txt", "bad.txt"], 1),
        (["bad.txt", "a.txt"], 1),
        (["bad.txt", "missing.txt"], 2),
    ],
)
def test_the_exit_code_tells_whether_all_some_or_none_were_read(inputs: list[str], exit_code: int) -> None:
    assert _read(*inputs, "--format", "json").exit_code == exit_code


def test_the_good_ones_are_printed_beside_the_bad_one() -> None:
    result = _read("a.txt", "bad.txt", "b.txt", "--format", "json")

    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == "lagebild: bad.txt: no article text found; try --as text\n"


def test_an_error_of_the_library_is_one_line() -> None:
    result = _read("missing.txt")

    assert result.stderr == "lagebild: missing.txt: cannot be opened (No such file or directory); check the name\n"


def test_an_input_without_articles_is_an_error() -> None:
    assert _read("empty.jsonl").stderr == "lagebild: empty.jsonl: holds no article; check that it is what --as says\n"


def test_what_the_caller_knows_reaches_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _asked_for(monkeypatch, "a.txt", "--as", "page-text", "--published", "2024-06-18", "--language", "de")

    assert asked["kind"] == "page-text"
    assert (asked["published"], asked["language"]) == ("2024-06-18", "de")
    assert asked["policy"] is None


def test_without_options_the_library_is_left_to_find_out(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _asked_for(monkeypatch, "a.txt")

    assert asked["kind"] == "auto"
    assert (asked["published"], asked["language"]) == (None, None)


def test_the_fetcher_is_freed_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _asked_for(monkeypatch, "a.txt", "--allow-private", "--ignore-robots")

    assert asked["policy"] == FetchPolicy(allow_private=True, obey_robots=False)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["a.txt", "--as", "pdf"], "'pdf' is not one of 'auto', 'html'"),
        (["a.txt", "--nonsense"], "No such option"),
        ([], "Missing argument 'INPUT...'"),
    ],
)
def test_wrong_usage_is_told_with_exit_code_2(arguments: list[str], complaint: str) -> None:
    result = _read(*arguments)

    assert result.exit_code == 2
    assert complaint in result.stderr


def test_output_is_written_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "record.jsonl"

    result = _read("a.txt", "--format", "json", "--output", str(target))

    assert result.stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["article"]["source"]["name"] == "a.txt"
    assert [path.name for path in tmp_path.iterdir()] == ["record.jsonl"]


def test_a_file_stays_as_it_was_where_nothing_could_be_read(tmp_path: Path) -> None:
    target = tmp_path / "record.jsonl"
    target.write_text("old", encoding="utf-8")

    assert _read("bad.txt", "--output", str(target)).exit_code == 2
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["record.jsonl"]


def test_a_file_keeps_its_mode_when_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "record.jsonl"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)

    _read("a.txt", "--output", str(target))

    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_text(encoding="utf-8").startswith("Lund besucht")


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "record.jsonl"
    link = tmp_path / "latest.jsonl"
    link.symlink_to(target)

    _read("a.txt", "--output", str(link))

    assert link.is_symlink()
    assert target.exists()
