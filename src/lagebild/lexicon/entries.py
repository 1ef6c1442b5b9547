"""What the entries of the word lists that users may add to must look like."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from lagebild.lexicon.forms import forms_by_key
from lagebild.lexicon.sectors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    _Check = Callable[[Any], str | None]

ADDABLE = ("organizations", "offices", "titles", "given_names")
"""The word lists that a user's lexicon may add to: those of names and offices."""

_HEAD = frozenset({"version", "source", "licence", "as_of"})
"""What a file says of itself. A user's file may leave it out."""

_LANGUAGES = ("de", "en")
_WIKIDATA_ID = re.compile(r"Q[1-9]\d*")


def problems(name: str, content: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the content of a file, each with the way out.

    Args:
        name: One of `ADDABLE`.
        content: The file, read from TOML.
    """
    tables: dict[str, Callable[[str, Mapping[str, Any]], Iterator[str]]] = _TABLES[name]
    for key, table in content.items():
        if key in _HEAD:
            continue
        if key not in tables:
            yield f"has no place for {key!r}; the tables are {', '.join(tables)}"
        elif not isinstance(table, dict):
            yield f"{key} is no table; write [{key}] above its entries"
        else:
            yield from tables[key](key, table)


def _organizations(table: str, entries: Mapping[str, Any]) -> Iterator[str]:
    for key, entry in entries.items():
        yield from _entry(f"[{table}.{key}]", entry, _ORGANIZATION, needs=("sectors",))


def _persons(table: str, entries: Mapping[str, Any]) -> Iterator[str]:
    for key, entry in entries.items():
        place = f"[{table}.{key}]"
        wrong = list(_entry(place, entry, _PERSON, needs=("offices",)))
        yield from wrong
        if not wrong:
            for number, office in enumerate(entry["offices"], start=1):
                yield from _office(f"{place}, office {number},", office)


def _office(place: str, office: Any) -> Iterator[str]:  # noqa: ANN401 - TOML
    wrong = list(_entry(place, office, _OFFICE, needs=("sectors",)))
    yield from wrong
    if not wrong and office.get("from", date.min) > office.get("until", date.max):
        yield f"{place} ends before it begins; correct from or until"


def _entry(place: str, entry: Any, checks: Mapping[str, _Check], needs: Iterable[str]) -> Iterator[str]:  # noqa: ANN401
    if not isinstance(entry, dict):
        yield f"{place} is no table; write its keys as {', '.join(checks)}"
        return
    for key, value in entry.items():
        problem = checks[key](value) if key in checks else f"is not known; the keys are {', '.join(checks)}"
        if problem:
            yield f"{key!r} of {place} {problem}"
    for key in needs:
        if key not in entry:
            yield f"{place} lacks {key!r}; add it"
    if not any(language in entry for language in _LANGUAGES):
        yield f"{place} has no name; add 'de' or 'en'"


def _names(value: Any) -> str | None:  # noqa: ANN401
    is_right = isinstance(value, list) and value and all(_is_phrase(name) for name in value)
    return None if is_right else 'is no list of names; write it as ["first name", "second name"]'


def _is_phrase(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, str) and bool(value.strip())


def _phrase(value: Any) -> str | None:  # noqa: ANN401
    return None if _is_phrase(value) else 'is no words; write them as "words"'


def _sectors(value: Any) -> str | None:  # noqa: ANN401
    if not isinstance(value, list) or not value or not all(map(_is_phrase, value)):
        return 'is no list of sectors; write it as ["GOV"]'
    wrong = [sector for sector in value if sector not in SECTORS]
    return f"has {wrong[0]!r}, no PLOVER sector; take of {' '.join(sorted(SECTORS))}" if wrong else None


def _country(value: Any) -> str | None:  # noqa: ANN401
    is_right = isinstance(value, str) and value in forms_by_key("countries", "names", "en")
    return None if is_right else f"is {value!r}, no country; take its ISO 3166-1 alpha-3 code, such as DEU"


def _wikidata(value: Any) -> str | None:  # noqa: ANN401
    is_right = isinstance(value, str) and _WIKIDATA_ID.fullmatch(value)
    return None if is_right else f"is {value!r}, no Wikidata id; write it as Q64"


def _day(value: Any) -> str | None:  # noqa: ANN401
    is_right = isinstance(value, date) and not isinstance(value, datetime)
    return None if is_right else "is no day; write it as 2024-06-18, without quotation marks"


def _offices(value: Any) -> str | None:  # noqa: ANN401
    is_right = isinstance(value, list) and value
    return None if is_right else 'is no list of offices; write it as [{ de = "…", sectors = ["GOV"] }]'


def _ministries(table: str, languages: Mapping[str, Any]) -> Iterator[str]:
    for language, words in languages.items():
        place = f"[{table}.{language}]"
        if not isinstance(words, dict):
            yield f'{place} is no table; write a line word = ["GOV"] for each'
        else:
            wrong = ((word, _sectors(sectors)) for word, sectors in words.items())
            yield from (f"{word!r} of {place} {problem}" for word, problem in wrong if problem)


def _titles(table: str, lists: Mapping[str, Any]) -> Iterator[str]:
    for key, words in lists.items():
        if not _is_phrase(words):
            yield f"{key!r} of [{table}] is no list of words; write one a line between three quotation marks"
        elif key not in {"none", "courtesy"} and not SECTORS.issuperset(key.split()):
            known = f"{' '.join(sorted(SECTORS))}, none, courtesy"
            yield f"{key!r} of [{table}] is no PLOVER sector; take of {known}"


def _word_lists(table: str, lists: Mapping[str, Any]) -> Iterator[str]:
    for key, words in lists.items():
        if not _is_phrase(words):
            yield f"{key!r} of [{table}] is no list of words; write them between three quotation marks"


_ORGANIZATION: Mapping[str, _Check] = {
    "sectors": _sectors,
    "country": _country,
    "wikidata": _wikidata,
    "de": _names,
    "en": _names,
}
_PERSON: Mapping[str, _Check] = {"de": _names, "en": _names, "wikidata": _wikidata, "as_of": _day, "offices": _offices}
_OFFICE: Mapping[str, _Check] = {
    "de": _phrase,
    "en": _phrase,
    "country": _country,
    "sectors": _sectors,
    "from": _day,
    "until": _day,
}
_TABLES: Mapping[str, dict[str, Callable[[str, Mapping[str, Any]], Iterator[str]]]] = {
    "organizations": {"organizations": _organizations, "ministries": _ministries},
    "offices": {"persons": _persons},
    "titles": {"de": _titles, "en": _titles, "former": _word_lists, "not_names": _word_lists},
    "given_names": {"words": _word_lists, "family_name_first": _word_lists, "particles": _word_lists},
}
