"""``lagebild analyze``: what it prints, in which order, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.stub_analyzer import StubAnalyzer

from lagebild.cli.app import app
from lagebild.language.conllu import read_conllu
from lagebild.model import LanguageError

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 60


@pytest.fixture
def analyzer(monkeypatch: pytest.MonkeyPatch) -> StubAnalyzer:
    made = StubAnalyzer()

    def analyzer_named(name: str | None) -> StubAnalyzer:
        if name == "missing":
            raise LanguageError(name, "no such analyzer; take one of stub")
        return made

    monkeypatch.setattr("lagebild.language.analyzers.analyzer_named", analyzer_named)
    return made


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["analyze", *arguments], input=given)


def corpus(path: Path, *rows: dict[str, str]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("analyzer")
def test_a_text_is_printed_with_its_own_offsets(tmp_path: Path) -> None:
    file = tmp_path / "reise.txt"
    file.write_text("  Kim kommt\nmorgen.\n", encoding="utf-8")

    result = run(str(file), "--as", "text", "--format", "conllu")

    assert result.exit_code == 0
    assert result.stdout == (
        "# newdoc id = reise.txt\n"
        "# sent_id = reise.txt-1\n"
        "# text = Kim kommt morgen.\n"
        "1\tKim\tKim\tX\t_\t_\t0\troot\t_\tNER=B-PER|TokenRange=2:5\n"
        "2\tkommt\tkommt\tX\t_\t_\t1\tdep\t_\tTokenRange=6:11\n"
        "3\tmorgen.\tmorgen.\tX\t_\t_\t2\tdep\t_\tTokenRange=12:19\n"
        "\n"
    )


def test_a_corpus_is_printed_in_its_order_with_the_language_of_each_text(
    analyzer: StubAnalyzer, tmp_path: Path
) -> None:
    rows = [
        {"name": "a", "text": "Der Präsident wird am Mittwoch in die Hauptstadt reisen."},
        {"name": "b", "text": "Ja.", "language": "en"},
        {"name": "c", "text": "The president will travel to the capital on Wednesday."},
    ]

    result = run(corpus(tmp_path / "x.jsonl", *rows))

    assert [document.name for document in read_conllu(result.stdout)] == ["a", "b", "c"]
    assert analyzer.calls == [([row["text"] for row in rows], ["de", "en", "en"])]


def test_a_language_that_is_given_stands_above_the_one_that_is_found(analyzer: StubAnalyzer, tmp_path: Path) -> None:
    run(corpus(tmp_path / "x.jsonl", {"name": "a", "text": "Der Präsident kommt."}), "--language", "en")

    assert analyzer.calls[0][1] == ["en"]


def test_many_texts_are_analyzed_some_at_a_time(analyzer: StubAnalyzer, tmp_path: Path) -> None:
    result = run(corpus(tmp_path / "x.jsonl", *({"name": str(n), "text": "Ja"} for n in range(70))), "--language", "de")

    assert [len(texts) for texts, _ in analyzer.calls] == [32, 32, 6]
    assert len(read_conllu(result.stdout)) == 70


@pytest.mark.usefixtures("analyzer")
def test_standard_input_is_a_text_unless_told_otherwise() -> None:
    assert "# newdoc id = -\n" in run("-", given="Kim kommt morgen.").stdout
    assert "# newdoc id = a\n" in run("-", "--as", "jsonl", given='{"name": "a", "text": "Kim"}').stdout


@pytest.mark.usefixtures("analyzer")
def test_a_line_that_is_broken_is_named_and_the_others_are_printed(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    file.write_text('{"name": "a", "text": "Ja."}\nnein\n{"name": "c", "text": "Ja."}\n', encoding="utf-8")

    result = run(str(file))

    assert result.exit_code == 1
    assert [document.name for document in read_conllu(result.stdout)] == ["a", "c"]
    assert result.stderr.startswith("lagebild: x.jsonl, line 2: not JSON")


@pytest.mark.usefixtures("analyzer")
def test_a_file_that_is_missing_is_exit_code_2(tmp_path: Path) -> None:
    result = run(str(tmp_path / "missing.txt"))

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"lagebild: {tmp_path / 'missing.txt'}: no such file; check the path\n"


@pytest.mark.usefixtures("analyzer")
def test_an_analyzer_that_is_not_there_is_told_before_anything_is_written(tmp_path: Path) -> None:
    output = tmp_path / "out.conllu"

    result = run("-", "--analyzer", "missing", "--output", str(output), given="Ja.")

    assert isinstance(result.exception, LanguageError)
    assert not output.exists()


@pytest.mark.usefixtures("analyzer")
def test_the_output_goes_to_a_file(tmp_path: Path) -> None:
    output = tmp_path / "out.conllu"

    result = run("-", "--output", str(output), given="Ja.")

    assert result.stdout == ""
    assert output.read_text(encoding="utf-8").startswith("# newdoc id = -\n")


def test_an_error_of_the_analyzer_is_one_line_and_exit_code_2() -> None:
    command = [sys.executable, "-m", "tests.cli.stub_analyzer", "analyze", "-", "--analyzer", "missing"]
    result = subprocess.run(command, cwd=ROOT, input=b"Ja.", capture_output=True, check=False, timeout=TIMEOUT_S)

    assert result.returncode == 2
    assert result.stderr == b"lagebild: missing: no such analyzer; take one of stub\n"


def test_a_reader_who_goes_away_is_no_error_to_talk_about(tmp_path: Path) -> None:
    rows = [{"name": str(number), "text": "Kim kommt. " * 200} for number in range(200)]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.cli.stub_analyzer", "analyze", corpus(tmp_path / "x.jsonl", *rows)],
        cwd=ROOT,
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


def test_help_comes_without_the_heavy_libraries() -> None:
    code = """
import sys
from lagebild.cli.app import app
app(["analyze", "--help"], standalone_mode=False)
print([name for name in ("lxml", "numpy", "onnxruntime", "rich", "spacy") if name in sys.modules], file=sys.stderr)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=TIMEOUT_S)

    assert result.stderr.strip() == b"[]"
