from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from lagebild.cli import wording as wording_module
from lagebild.cli.wording import UI_LANGUAGES, Phrases, ui_language, wording
from lagebild.model import LagebildError

if TYPE_CHECKING:
    from pathlib import Path


_TABLES_BY_MEMBER = [
    "known_from",
    "acts",
    "statement_kinds",
    "bounds",
    "modifiers",
    "entity_kinds",
    "statuses",
    "event_types",
    "cautions",
    "roles",
]


def _catalogue(language: str) -> dict[str, Any]:
    return tomllib.loads((files("lagebild.cli") / "wording" / f"{language}.toml").read_text(encoding="utf-8"))


def _leaves(table: dict[str, Any], path: str = "") -> dict[str, Any]:
    leaves: dict[str, Any] = {}
    for key, value in table.items():
        leaves |= _leaves(value, f"{path}{key}.") if isinstance(value, dict) else {f"{path}{key}": value}
    return leaves


def test_every_key_stands_in_both_catalogues() -> None:
    assert _leaves(_catalogue("de")).keys() == _leaves(_catalogue("en")).keys()


def test_a_phrase_has_the_same_gaps_in_both_catalogues() -> None:
    german, english = _leaves(_catalogue("de")), _leaves(_catalogue("en"))

    gaps = {
        key: (re.findall(r"\{\w+\}", str(german[key])), re.findall(r"\{\w+\}", str(english[key]))) for key in german
    }

    assert [key for key, (in_german, in_english) in gaps.items() if sorted(in_german) != sorted(in_english)] == []


def test_no_phrase_of_a_catalogue_is_unused() -> None:
    known = {field.name.rstrip("_") for field in fields(Phrases)}

    assert _catalogue("de")["phrases"].keys() == known


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_no_member_of_a_catalogue_is_unused(language: str) -> None:
    loaded = wording(language)
    content = _catalogue(language)

    for table in _TABLES_BY_MEMBER:
        assert {member.value for member in getattr(loaded, table)} == content[table].keys()


@pytest.mark.parametrize("language", UI_LANGUAGES)
def test_a_year_has_twelve_months_and_a_week_seven_days(language: str) -> None:
    assert len(wording(language).months) == 12
    assert len(wording(language).weekdays) == 7


def test_a_catalogue_that_lacks_a_key_is_named_with_the_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "fr.toml").write_text('decimal = ","\nquotes = ["«", "»"]\n', encoding="utf-8")
    monkeypatch.setattr(wording_module, "_CATALOGUES", tmp_path)

    with pytest.raises(LagebildError, match=r"fr\.toml: the catalogue lacks 'thousands'; add it"):
        wording("fr")


@pytest.mark.parametrize(
    ("environment", "system_locale", "language"),
    [
        ({"LANG": "de_DE.UTF-8"}, None, "de"),
        ({"LANG": "en_GB.UTF-8"}, "de_DE", "en"),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, None, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "de_AT", "LANG": "en_US"}, None, "de"),
        ({}, "German_Germany", "de"),
        ({}, None, "en"),
        ({"LANG": "fr_FR.UTF-8"}, None, "en"),
    ],
)
def test_the_report_speaks_german_to_german_locales_and_else_english(
    environment: dict[str, str], system_locale: str | None, language: str
) -> None:
    assert ui_language(environment, system_locale) == language
