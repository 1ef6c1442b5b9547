"""A user's lexicon: read from a folder, bound to a run, named in the record."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import lagebild
from lagebild.cli.app import app
from lagebild.lexicon import lexicon_version, use
from lagebild.lexicon.folders import lexicon_in
from lagebild.lexicon.gazetteers import gazetteer
from lagebild.lexicon.lexicons import bound_lexicon
from lagebild.lexicon.person_names import given_names
from lagebild.lexicon.titles import titles
from lagebild.model import LexiconError

if TYPE_CHECKING:
    from pathlib import Path

FLEET = """
[organizations.blaue_flotte]
sectors = ["REB"]
country = "NGA"
de = ["Blau|e Flotte"]
"""
TEXT = "Die Blaue Flotte griff am Montag zwei Schiffe an. Es war der erste Angriff der Blauen Flotte seit Jahren."


def _write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        (folder / f"{name}.toml").write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _write(tmp_path, organizations=FLEET)


def test_an_organization_is_added_with_all_its_endings(folder: Path) -> None:
    with use(lexicon_in(folder)):
        names = gazetteer("de")

    assert {name: named.sectors for name in ("Blaue Flotte", "Blauen Flotte") if (named := names[name])} == {
        "Blaue Flotte": ("REB",),
        "Blauen Flotte": ("REB",),
    }
    assert "Nato" in names
    assert "Blaue Flotte" not in gazetteer("de")


def test_the_same_key_replaces_the_whole_entry_that_ships(tmp_path: Path) -> None:
    _write(tmp_path, organizations='[organizations.nato]\nsectors = ["MIL"]\nde = ["Nordatlantikpakt"]')

    with use(lexicon_in(tmp_path)):
        names = gazetteer("de")

    assert "Nato" not in names
    pact = names["Nordatlantikpakt"]
    assert pact is not None
    assert (pact.sectors, pact.wikidata) == (("MIL",), None)


def test_a_name_of_the_user_outdoes_the_city_and_the_organization_that_ship(tmp_path: Path) -> None:
    _write(tmp_path, organizations='[organizations.x]\nsectors = ["BUS"]\nde = ["Genf", "Nato", "Air France"]')

    with use(lexicon_in(tmp_path)):
        meant = [gazetteer("de")[name] for name in ("Genf", "Nato", "Air France")]

    assert [named and named.key for named in meant] == ["organization x"] * 3


def test_titles_and_given_names_are_added(tmp_path: Path) -> None:
    _write(
        tmp_path,
        titles='[de]\nREB = """\nFlottenführer\nPräsident\n"""',
        given_names='[words]\nany = "Ylvara"',
    )

    with use(lexicon_in(tmp_path)):
        leader, president = titles("de")["Flottenführerin"], titles("de")["Präsidenten"]
        names = given_names("en")

    assert (leader.name, leader.sectors) == ("Flottenführerin", ("REB",))
    assert president.sectors == ("REB",)
    assert {"Ylvara", "Vladimir"} <= names
    assert titles("de")["Präsidenten"].sectors == ("GOV",)


def test_what_ships_comes_back_behind_the_run(folder: Path) -> None:
    with use(lexicon_in(folder)):
        assert bound_lexicon() is not None

    assert bound_lexicon() is None


def test_another_thread_reads_with_its_own_lexicon(folder: Path) -> None:
    seen: list[bool] = []
    with use(lexicon_in(folder)):
        thread = threading.Thread(target=lambda: seen.append("Blaue Flotte" in gazetteer("de")))
        thread.start()
        thread.join()
        seen.append("Blaue Flotte" in gazetteer("de"))

    assert seen == [False, True]


def test_a_lexicon_crosses_a_process_boundary(folder: Path) -> None:
    lexicon = lexicon_in(folder)
    with use(lexicon):
        gazetteer("de")
    with use(pickle.loads(pickle.dumps(lexicon))):
        names = gazetteer("de")

    assert "Blaue Flotte" in names


def test_the_version_names_the_lexicon_whatever_the_folder_is_called(tmp_path: Path) -> None:
    versions = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with use(lexicon_in(_write(tmp_path / name, organizations=FLEET))):
            versions.append(lexicon_version())

    shipped, plus, digest = versions[0].partition("+")
    assert versions[0] == versions[1]
    assert (shipped, plus, len(digest)) == (lexicon_version(), "+", 12)


def test_line_ends_do_not_change_the_version(tmp_path: Path) -> None:
    _write(tmp_path, organizations=FLEET)
    unix = lexicon_in(tmp_path)
    (tmp_path / "organizations.toml").write_bytes(FLEET.replace("\n", "\r\n").encode())

    assert lexicon_in(tmp_path) == unix


def test_a_changed_file_is_read_again(folder: Path) -> None:
    before = lexicon_in(folder)
    _write(folder, organizations=FLEET.replace("NGA", "GHA"))

    with use(lexicon_in(folder)):
        fleet = gazetteer("de")["Blaue Flotte"]

    assert fleet is not None
    assert fleet.country == "GHA"
    assert lexicon_in(folder) != before


def test_other_files_are_passed_over(folder: Path) -> None:
    (folder / "README.md").write_text("Ours.", encoding="utf-8")

    assert list(lexicon_in(folder).lists) == ["organizations"]


def test_the_head_of_a_shipped_file_may_be_copied(tmp_path: Path) -> None:
    _write(tmp_path, organizations=f'version = "7"\nsource = "ours"\nlicence = "CC0-1.0"\n{FLEET}')

    assert list(lexicon_in(tmp_path).lists) == ["organizations"]


@pytest.mark.parametrize(
    ("files", "subject", "problem"),
    [
        (
            {},
            "",
            "holds no word list; put one of organizations.toml, offices.toml, titles.toml, given_names.toml into it",
        ),
        (
            {"organisations": FLEET},
            "organisations.toml",
            "is no list that can be added to; name it one of organizations.toml",
        ),
        ({"organizations": "[x"}, "organizations.toml", "is not TOML ("),
        ({"organizations": "[firms.x]"}, "organizations.toml", "has no place for 'firms'"),
    ],
)
def test_a_wrong_folder_is_told_in_one_line(tmp_path: Path, files: dict[str, str], subject: str, problem: str) -> None:
    _write(tmp_path, **files)

    with pytest.raises(LexiconError) as refused:
        lexicon_in(tmp_path)
    assert refused.value.subject == str(tmp_path / subject)
    assert refused.value.problem.startswith(problem)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "organizations.toml").write_bytes('de = ["Blöße"]'.encode("latin-1"))

    with pytest.raises(LexiconError, match=r"organizations\.toml: is not UTF-8; save it as UTF-8$"):
        lexicon_in(tmp_path)


@pytest.mark.parametrize("name", ["fehlt", "seite.txt"])
def test_a_folder_that_is_none_is_refused_on_the_command_line(tmp_path: Path, name: str) -> None:
    page = tmp_path / "seite.txt"
    page.write_text(TEXT, encoding="utf-8")
    target = tmp_path / "records.jsonl"

    result = CliRunner().invoke(
        app, ["read", str(page), "--lexicon", str(tmp_path / name), "--output", str(target), "--format", "json"]
    )

    assert isinstance(result.exception, LexiconError)
    assert result.exception.subject == str(tmp_path / name)
    assert result.exception.problem.endswith("; give a folder with word lists")
    assert not target.exists()


_PRINT = """
import sys, lagebild
article = lagebild.read(sys.argv[1], kind="text", language="de", lexicon=sys.argv[2])
for entity in article.entities:
    print(entity.name, entity.country, *entity.sectors, sep="|")
shipped = lagebild.read(sys.argv[1], kind="text", language="de")
print(shipped.produced_by.lexicon, article.produced_by.lexicon)
"""


def test_a_record_is_read_with_the_lexicon_and_names_it(folder: Path) -> None:
    command = [sys.executable, "-c", _PRINT, TEXT, str(folder)]
    printed = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()

    assert printed[0] == "Blaue Flotte|NGA|REB"
    shipped, with_lexicon = printed[-1].split()
    assert with_lexicon == f"{shipped}+{lexicon_in(folder).digest}"


def test_records_with_and_without_the_lexicon_do_not_disturb_each_other(folder: Path) -> None:
    before = lagebild.read(TEXT, kind="text", language="de")
    with_lexicon = lagebild.read(TEXT, kind="text", language="de", lexicon=folder)
    after = lagebild.read(TEXT, kind="text", language="de")

    assert "NGA" in [entity.country for entity in with_lexicon.entities]
    assert after == before


def test_the_error_of_a_bad_lexicon_is_one_line_and_exit_code_two(tmp_path: Path) -> None:
    page = tmp_path / "seite.txt"
    page.write_text(TEXT, encoding="utf-8")
    command = [sys.executable, "-c", "from lagebild.cli import main; main()", "read", str(page), "--lexicon", "fehlt"]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=tmp_path)

    assert result.returncode == 2
    assert (
        result.stderr == "lagebild: fehlt: cannot be read (No such file or directory); give a folder with word lists\n"
    )
