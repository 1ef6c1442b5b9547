"""The words of the report, in the languages of its readers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

import tomli

from lagebild.model import (
    Bound,
    CautionKind,
    EntityKind,
    EventStatus,
    EventType,
    KnownFrom,
    LagebildError,
    Role,
    SpeechAct,
    StatementKind,
    TimeModifier,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

UI_LANGUAGES = ("de", "en")
"""The languages that have a catalogue in ``cli/wording``."""

_CATALOGUES = files("lagebild.cli") / "wording"

# What POSIX reads to learn the language of messages, the strongest first (XBD 8.2).
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

_Key = TypeVar("_Key", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases that stand alone; words in braces are filled in."""

    day: str
    day_of_month: str
    day_alone: str
    weekday_and_day: str
    days_of_a_month: str
    days: str
    day_and_clock: str
    published: str
    not_published: str
    language_unknown: str
    authors: str
    contributors: str
    more_names: str
    more_rows: str
    found: str
    statements: str
    events: str
    times: str
    quantities: str
    entities: str
    warnings: str
    set_aside: str
    nothing_found: str
    paragraph: str
    not_named: str
    addressee: str
    relayed_by: str
    about: str
    denied: str
    rejected: str
    denied_by: str
    rejected_by: str
    as_above: str
    found_by: str
    found_by_rule: str
    found_by_network: str
    confidence: str
    text: str
    or_: str
    unresolved: str
    repeats: str
    ordinal: str
    percent: str
    from_to: str
    towards: str
    mentioned_once: str
    mentioned: str
    whole_record: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One catalogue.

    Args:
        language: ISO 639-1 code.
        decimal: What stands before the decimals of a number.
        thousands: What stands between groups of three digits.
        quotes: The opening and the closing quotation mark.
        months: Names, from January.
        weekdays: Short names, from Monday.
        phrases: The phrases that stand alone.
        magnitudes: Phrases for ``million``, ``billion`` and ``trillion``.
        languages: Names of languages by ISO 639-1 code.
        known_from: Where a publication date comes from.
        acts: What somebody does by saying it, as a verb.
        statement_kinds: How words are reported.
        bounds: Phrases around a number.
        modifiers: Phrases around a day.
        entity_kinds: What sort of thing an entity is.
        statuses: Whether an event took place.
        event_types: The types of PLOVER, as nouns.
        cautions: What to check, in a sentence.
        roles: What a block is on its page.
    """

    language: str
    decimal: str
    thousands: str
    quotes: tuple[str, str]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    phrases: Phrases
    magnitudes: Mapping[str, str]
    languages: Mapping[str, str]
    known_from: Mapping[KnownFrom, str]
    acts: Mapping[SpeechAct, str]
    statement_kinds: Mapping[StatementKind, str]
    bounds: Mapping[Bound, str]
    modifiers: Mapping[TimeModifier, str]
    entity_kinds: Mapping[EntityKind, str]
    statuses: Mapping[EventStatus, str]
    event_types: Mapping[EventType, str]
    cautions: Mapping[CautionKind, str]
    roles: Mapping[Role, str]


@cache
def wording(language: str) -> Wording:
    """Return the catalogue of a language, one of `UI_LANGUAGES`.

    Raises:
        LagebildError: If the catalogue lacks a key.
    """
    content = tomli.loads((_CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))
    try:
        return _wording_of(language, content)
    except KeyError as error:
        raise LagebildError(f"{language}.toml", f"the catalogue lacks {error}; add it") from error


def ui_language(environment: Mapping[str, str], system_locale: str | None) -> str:
    """Return the language of the report for somebody with these settings: German for German ones, else English.

    Args:
        environment: The environment variables.
        system_locale: What the system says where no variable is set, such as ``German_Germany`` on Windows.

    >>> ui_language({"LANG": "de_AT.UTF-8"}, None)
    'de'
    """
    settings = (environment.get(variable) for variable in _LOCALE_VARIABLES)
    setting = next((value for value in settings if value), system_locale or "")
    return "de" if setting.lower().startswith(("de", "german")) else "en"


def _wording_of(language: str, content: dict[str, Any]) -> Wording:
    opening, closing = content["quotes"]
    return Wording(
        language=language,
        decimal=content["decimal"],
        thousands=content["thousands"],
        quotes=(opening, closing),
        months=tuple(content["months"]),
        weekdays=tuple(content["weekdays"]),
        phrases=Phrases(**{field.name: content["phrases"][field.name.rstrip("_")] for field in fields(Phrases)}),
        magnitudes=content["magnitudes"],
        languages=content["languages"],
        known_from=_by_member(KnownFrom, content["known_from"]),
        acts=_by_member(SpeechAct, content["acts"]),
        statement_kinds=_by_member(StatementKind, content["statement_kinds"]),
        bounds=_by_member(Bound, content["bounds"]),
        modifiers=_by_member(TimeModifier, content["modifiers"]),
        entity_kinds=_by_member(EntityKind, content["entity_kinds"]),
        statuses=_by_member(EventStatus, content["statuses"]),
        event_types=_by_member(EventType, content["event_types"]),
        cautions=_by_member(CautionKind, content["cautions"]),
        roles=_by_member(Role, content["roles"]),
    )


def _by_member(members: type[_Key], table: dict[str, str]) -> dict[_Key, str]:
    return {member: table[member.value] for member in members}
