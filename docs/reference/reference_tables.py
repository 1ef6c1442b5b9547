"""What cog writes into the pages of the reference, taken from the code."""

from __future__ import annotations

import inspect
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import click

import lagebild.model as nouns
from lagebild.cli.app import app
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_HELP_WIDTH = 100
_NOUN_BY_DEFINITION = {
    "article": "Article",
    "block": "Block",
    "quantity": "Quantity",
    "time": "TimeExpression",
    "reading": "TimeReading",
    "entity": "Entity",
    "mention": "Mention",
    "statement": "Statement",
    "party": "Party",
    "event": "Event",
    "participant": "Participant",
    "warning": "Caution",
}
_NOUN_BY_FIELD = {
    "produced_by": "ProducedBy",
    "source": "Source",
    "published": "Published",
    "headline": "Headline",
    "place": "Place",
}
_SPAN_FIELDS = {
    "start": "Offset of the first character in `article.text`.",
    "end": "Offset behind the last character.",
    "quote": "The characters between the two.",
}
# What the record says in other words than the nouns of the model.
_FIELDS = {
    "record": {
        "schema": "Version of the record's shape.",
        "produced_by": "The versions that the record depends on.",
        "article": "What was read.",
        "quantities": "Numbers with what they count or measure.",
        "times": "Days, hours, durations and sets.",
        "entities": "Who and what is named.",
        "mentions": "Where they are named.",
        "statements": "Who says what.",
        "events": "Who did what to whom.",
        "warnings": "What to check before trusting the record.",
    },
    "block": {
        "start": "Offset in `article.text`; null where the block was set aside.",
        "end": "Offset behind its last character; null where it was set aside.",
        "page_start": "Offset of its first character in the text of the page.",
        "page_end": "Offset behind its last character there.",
        "repeats": "Index of the earlier block that it says again, or null.",
    },
    "article.headline": {
        "start": "Offset in `article.text`; null where the headline stands outside.",
        "end": "Offset behind its last character; null where it stands outside.",
        "quote": "Its words.",
    },
}


def commands() -> str:
    """Return the help of all commands, each under a title."""
    root = click.Context(app, info_name="lagebild", terminal_width=_HELP_WIDTH, **app.context_settings)
    parts = [f"## lagebild\n\n```text\n{root.get_help()}\n```"]
    for name in app.list_commands(root):
        context = click.Context(app.commands[name], info_name=name, parent=root, terminal_width=_HELP_WIDTH)
        parts.append(f"## lagebild {name}\n\n```text\n{context.get_help()}\n```")
    return "\n\n".join(parts)


def errors(top: type[nouns.LagebildError] = nouns.LagebildError, depth: int = 0) -> str:
    """Return the tree of errors as a nested list."""
    line = f"{'    ' * depth}- `{top.__name__}`: {(inspect.getdoc(top) or '').splitlines()[0]}"
    return "\n".join([line, *(errors(below, depth + 1) for below in top.__subclasses__())])


def lexicons() -> str:
    """Return a table of the word lists."""
    folder = files("lagebild.lexicon") / "data"
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    rows = [(f"`{name}.toml`", *(load(name)[key] for key in ("version", "source", "licence"))) for name in names]
    return _table(("file", "version", "source", "licence"), rows)


def fields() -> str:
    """Return a table of the fields of each part of a record."""
    schema = json.loads((files("lagebild.model") / "record.schema.json").read_text(encoding="utf-8"))
    parts = {"record": schema, **schema["$defs"]}
    return "\n\n".join(f"### {name}\n\n{_fields_table(name, part)}" for name, part in parts.items())


def _fields_table(name: str, part: Mapping[str, Any]) -> str:
    rows = [(f"`{path}`", _type(value), text) for path, value, text in _rows(name, part, path="")]
    return _table(("field", "type", "meaning"), rows)


def _rows(name: str, part: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any], str]]:
    noun = _NOUN_BY_FIELD.get(name.rpartition(".")[2]) if "." in name else _NOUN_BY_DEFINITION.get(name)
    known = _SPAN_FIELDS | (_arguments(noun) if noun else {}) | _FIELDS.get(name, {})
    for field, value in part["properties"].items():
        yield path + field, value, known.get(field, value.get("description", ""))
        inner = _inner(value)
        if inner is not None:
            yield from _rows(f"{name}.{field}", inner, f"{path}{field}.")


def _inner(value: Mapping[str, Any]) -> Mapping[str, Any] | None:
    return next((option for option in (value, *value.get("anyOf", ())) if "properties" in option), None)


def _arguments(noun: str) -> dict[str, str]:
    """Return what the docstring of a noun says of each of its fields, in the words of JSON."""
    section = (inspect.getdoc(getattr(nouns, noun)) or "").partition("Args:\n")[2].partition("\n\n")[0]
    items = re.findall(r"^    (\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE)
    return {name: re.sub(r"\s+", " ", text).replace("``", "`").replace("`None`", "null") for name, text in items}


def _type(value: Mapping[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})"
    if "anyOf" in value:
        return " or ".join(map(_type, value["anyOf"]))
    if "enum" in value:
        return ", ".join("null" if item is None else f"`{item}`" for item in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    if value["type"] == "array":
        return f"list of {_type(value['items'])}"
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    return value.get("format") or " or ".join(types)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(_line(cells) for cells in (head, ["---"] * len(head), *rows))


def _line(cells: Sequence[str]) -> str:
    escaped = (" ".join(cell.split()).replace("|", "&#124;") for cell in cells)
    return f"| {' | '.join(escaped)} |"
