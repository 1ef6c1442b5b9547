"""The documentation says what the code does: its examples run, its links resolve, nothing public is left out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest

import lagebild
import lagebild.model
from lagebild.cli.app import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
GUIDES = sorted([*(DOCS / "tutorial").glob("*.md"), *(DOCS / "how-to").glob("*.md"), ROOT / "README.md"])

_FENCE = re.compile(
    r"^(?P<note><!-- needs the network -->\n)?```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
_CODE_SPAN = re.compile(r"`[^`\n]+`")
_LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
_TITLE = re.compile(r"^#+ (?P<title>.+)$", re.MULTILINE)
_WEB = ("http://", "https://", "mailto:")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _python_blocks(page: Path) -> list[tuple[str, int, bool]]:
    """Return the Python of a page with the number of the line above it, and whether it needs the network."""
    text = _read(page)
    return [
        (match["code"], text.count("\n", 0, match.start("code")), match["note"] is not None)
        for match in _FENCE.finditer(text)
        if match["language"] == "python"
    ]


def _prose(page: Path) -> str:
    return _CODE_SPAN.sub("", _FENCE.sub("", _read(page)))


def _anchors(page: Path) -> set[str]:
    titles = (match["title"].lower() for match in _TITLE.finditer(_FENCE.sub("", _read(page))))
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", title).strip()) for title in titles}


@pytest.mark.parametrize("page", GUIDES, ids=_name)
def test_the_python_of_a_guide_runs(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {"__name__": "docs"}

    for code, line, needs_network in _python_blocks(page):
        compiled = compile("\n" * line + code, str(page), "exec")
        if not needs_network:
            exec(compiled, names)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "NOTICE.md"], ids=_name)
def test_every_relative_link_resolves(page: Path) -> None:
    broken = []
    for match in _LINK.finditer(_prose(page)):
        target, _, anchor = match["target"].partition("#")
        if match["target"].startswith(_WEB):
            continue
        path = (page.parent / target).resolve() if target else page
        if not path.exists() or (anchor and anchor not in _anchors(path)):
            broken.append(match["target"])

    assert broken == []


def test_a_page_of_the_site_links_nothing_outside_of_it() -> None:
    targets = [
        (page.parent / match["target"].partition("#")[0]).resolve()
        for page in PAGES
        for match in _LINK.finditer(_prose(page))
        if not match["target"].startswith(_WEB)
    ]

    assert targets
    assert [target for target in targets if not target.is_relative_to(DOCS)] == []


def test_every_page_stands_in_the_navigation() -> None:
    listed = set(re.findall(r"[\w/-]+\.md", _read(ROOT / "mkdocs.yml")))

    assert listed == {page.relative_to(DOCS).as_posix() for page in PAGES}


@pytest.mark.parametrize("name", sorted({*lagebild.model.__all__, *lagebild.__all__}))
def test_every_public_name_stands_in_the_glossary(name: str) -> None:
    rows = [row for row in _read(DOCS / "glossary.md").splitlines() if row.startswith("|")]

    assert any(f"`{name}`" in row.split("|")[1] for row in rows)


@pytest.mark.parametrize("name", [name for name in lagebild.__all__ if name != "__version__"])
def test_every_public_name_stands_in_the_python_reference(name: str) -> None:
    assert f"::: lagebild.{name}\n" in _read(DOCS / "reference" / "python.md")


@pytest.mark.parametrize("name", sorted(app.commands))
def test_every_command_and_option_stands_in_the_reference(name: str) -> None:
    page = _read(DOCS / "reference" / "command-line.md")
    _, title, section = page.partition(f"\n## lagebild {name}\n")
    section = section.partition("\n## ")[0]
    options = [
        option
        for parameter in app.commands[name].params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    ]

    assert title
    assert [option for option in options if option not in section] == []


def test_every_room_and_contract_stands_in_the_page_on_rooms() -> None:
    page = _read(DOCS / "explanation" / "rooms.md")
    rooms = {path.name for path in (ROOT / "src" / "lagebild").iterdir() if (path / "__init__.py").exists()}
    settings = tomllib.loads(_read(ROOT / "pyproject.toml"))["tool"]["importlinter"]

    assert [room for room in sorted(rooms) if f"`{room}/`" not in page] == []
    assert [contract["name"] for contract in settings["contracts"] if contract["name"] not in page] == []


def test_every_decision_says_context_decision_and_consequences() -> None:
    records = sorted((DOCS / "decisions").glob("0*.md"))
    parts = ("**Context.**", "**Decision.**", "**Consequences.**")

    assert records
    assert [_name(record) for record in records if not all(part in _read(record) for part in parts)] == []
