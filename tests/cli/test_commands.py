from __future__ import annotations

import json
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING

import jsonschema
import pytest
from click.testing import CliRunner
from tests.cli.samples import english_article, german_article

from lagebild.cli.app import app
from lagebild.lexicon import lexicon_version
from lagebild.model import IntakeError

if TYPE_CHECKING:
    from pathlib import Path

    from lagebild.model import Article


@pytest.mark.parametrize("article", [german_article(), english_article()], ids=["german", "english"])
def test_the_schema_that_is_printed_fits_the_records_that_are_printed(article: Article) -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    record = article.to_dict() | {"produced_by": {"lagebild": "0.1.0", "model": None, "lexicon": "0"}}
    jsonschema.validate(record, schema)


def test_version_names_what_a_record_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.intake.lines.model.model_version", lambda: "lines-0123456789ab")
    lines = CliRunner().invoke(app, ["version"]).stdout.splitlines()

    assert f"lagebild {version('lagebild')}" in lines
    assert "model lines-0123456789ab" in lines
    assert f"lexicon {lexicon_version()}" in lines
    assert f"Python {platform.python_version()}" in lines


@pytest.mark.parametrize("command", ["analyze", "evaluate", "page-text", "read", "schema", "version"])
def test_every_command_has_help_of_one_line_in_the_list(command: str) -> None:
    (line,) = (
        line for line in CliRunner().invoke(app, ["--help"]).stdout.splitlines() if line.split()[:1] == [command]
    )

    assert line.endswith(".")
    assert not line.endswith("...")


def test_page_text_prints_the_text_in_reading_order(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes("<title>Nein</title><h1>Lund besucht Halvar</h1><p>Zwölf <b>Jahre</b> später.</p>".encode())

    result = CliRunner().invoke(app, ["page-text", str(page)])

    assert result.stdout == "Lund besucht Halvar\nZwölf Jahre später.\n"


def test_page_text_reads_standard_input() -> None:
    assert CliRunner().invoke(app, ["page-text", "-"], input=b"<p>Eins<p>Zwei").stdout == "Eins\nZwei\n"


def test_page_text_names_the_file_that_is_missing(tmp_path: Path) -> None:
    missing = tmp_path / "missing.html"

    error = CliRunner().invoke(app, ["page-text", str(missing)]).exception

    assert isinstance(error, IntakeError)
    assert str(error) == (
        f"{missing}: cannot be opened (No such file or directory); name an HTML file, or - for standard input"
    )
