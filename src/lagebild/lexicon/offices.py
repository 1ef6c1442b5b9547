"""Who held which office when: heads of state and government, ministers, heads of international bodies."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.loading import layers, load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "ə": "a", "-": " ", "’": "'", "‘": "'"})
"""What Unicode does not take apart into a letter and a mark, and what is written in several ways."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held.

    Args:
        role: How it is called in the language of the text, such as "Bundeskanzlerin"; ``None`` where that is not told.
        country: ISO 3166-1 alpha-3 code of the country that it serves, or ``None`` for an international body.
        sectors: PLOVER sectors.
        first: The first day, or ``None`` where it is not told.
        last: The last day, or ``None`` where no end is known.
        checked: The day up to which it is known that an office without an end was held.
    """

    role: str | None
    country: str | None
    sectors: tuple[str, ...]
    first: date | None
    last: date | None
    checked: date

    def is_held_on(self, day: date) -> bool:
        """Tell whether it was held on a day; without a known end it goes on."""
        return (self.first or day) <= day <= (self.last or day)

    def is_assumed_on(self, day: date) -> bool:
        """Tell whether it is only taken to go on: no end is known, but the word list is older than the day."""
        return self.last is None and day > self.checked


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """Somebody who held offices.

    Args:
        key: The same in all languages.
        name: The name in the language of the text.
        wikidata: Wikidata id, or ``None``.
        offices: The offices, the weightier of two at the same time first.
    """

    key: str
    name: str
    wikidata: str | None
    offices: tuple[Office, ...]

    def office_on(self, day: date) -> Office | None:
        """Return the office held on a day, or ``None``."""
        return next((office for office in self.offices if office.is_held_on(day)), None)


def office_of(name: str, day: date, language: str) -> Office | None:
    """Return the office that the bearer of a name held on a day, or ``None``.

    Args:
        name: A whole name, or a family name that the word list knows as enough ("Putin"); without a genitive.
        day: The day that the text was published.
        language: ISO 639-1 code of the text.

    Raises:
        LexiconError: If the word list cannot be loaded.

    >>> from datetime import date
    >>> office_of("Frank-Walter Steinmeier", date(2008, 8, 8), "de").role
    'Bundesaußenminister'
    >>> office_of("Olaf Scholz", date(2004, 6, 1), "de") is None
    True
    """
    holder = holder_named(name, language, day=day)
    return holder.office_on(day) if holder else None


def holder_named(name: str, language: str, *, day: date | None = None) -> OfficeHolder | None:
    """Return who bears a name, in office or not, or ``None`` where the word list knows nobody.

    Args:
        name: As for `office_of`. Accents, hyphens and capitals do not matter.
        language: ISO 639-1 code of the text.
        day: Of several with the same name, the one in office on this day is meant; otherwise the one listed last.

    Raises:
        LexiconError: If the word list cannot be loaded.

    >>> holder_named("Selenskij", "de").name, holder_named("Kim Jong-un", "en").wikidata
    ('Wolodymyr Selenskyj', 'Q56226')
    """
    holders = _holders(language).get(_folded(name), ())
    in_office = [holder for holder in holders if day and holder.office_on(day)]
    return next(reversed([*holders, *in_office]), None)


@per_lexicon
def _holders(language: str) -> Mapping[str, tuple[OfficeHolder, ...]]:
    """Return the holders of offices by each of their names, folded."""
    holders: dict[str, tuple[OfficeHolder, ...]] = {}
    entries = {key: entry for layer in layers("offices", "persons") for key, entry in layer.items()}
    for key, entry in entries.items():
        names = entry.get(language) or entry.get("de") or entry["en"]
        offices = tuple(_office(office, entry, language) for office in entry["offices"])
        holder = OfficeHolder(key, names[0], entry.get("wikidata"), offices)
        for name in dict.fromkeys(map(_folded, names)):
            holders[name] = (*holders.get(name, ()), holder)
    return holders


def _office(office: Mapping[str, Any], entry: Mapping[str, Any], language: str) -> Office:
    return Office(
        office.get(language),
        office.get("country"),
        tuple(office["sectors"]),
        office.get("from"),
        office.get("until"),
        entry.get("as_of") or load("offices")["as_of"],
    )


def _folded(name: str) -> str:
    """Return a name without what is written in several ways.

    >>> _folded("Recep Tayyip Erdoğan"), _folded("Kim Jong-un"), _folded("Lech Wałęsa")
    ('recep tayyip erdogan', 'kim jong un', 'lech walesa')
    """
    letters = unicodedata.normalize("NFD", name.casefold().translate(_LETTERS))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
