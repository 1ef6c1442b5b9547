"""Countries, their cities and organizations as named in German and English news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import base_form, forms_by_key, inflected, keys_by_form, lines_of
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.loading import layers
from lagebild.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class Named:
    """What a name of a gazetteer stands for.

    Args:
        key: The same for all names of the same thing.
        name: How it is called in the language of the text.
        kind: What sort of thing it is.
        country: ISO 3166-1 alpha-3 code, or ``None``.
        sectors: PLOVER sectors.
        wikidata: Wikidata id, or ``None``.
        ambiguous: Whether the name counts only beside another sign of its country.
    """

    key: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    ambiguous: bool = False


@per_lexicon
def gazetteer(language: str) -> Mapping[str, Named | None]:
    """Return what each name means, by name in every written form but the genitive.

    Names that only look like one of a country ("Washington State") map to ``None``.

    Raises:
        LexiconError: If a word list cannot be loaded.
    """
    names: dict[str, Named | None] = {}
    # Organizations last: those of a user's lexicon outdo what ships.
    for forms, named in (*_cities(language), *_countries(language), *_organizations(language)):
        for form in forms:
            names.update(dict.fromkeys(inflected(form), named))
    names.update((name, None) for name in lines_of("countries", "not_countries", language) if name not in names)
    return names


def country_of_adjective(language: str) -> Mapping[str, str]:
    """Return the country by adjective: English ones as they stand, German ones as stems in lower case.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    return keys_by_form("countries", "adjectives", language)


@per_lexicon
def ministries(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the PLOVER sectors by the word for a ministry.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    tables = (layer.get(language, {}) for layer in layers("organizations", "ministries"))
    return {word: tuple(sectors) for table in tables for word, sectors in table.items()}


def _countries(language: str) -> Iterable[tuple[tuple[str, ...], Named]]:
    doubtful = forms_by_key("countries", "ambiguous", language)
    for code, forms in forms_by_key("countries", "names", language).items():
        for form in forms:
            ambiguous = form in doubtful.get(code, ())
            yield (form,), Named(f"country {code}", base_form(forms[0]), EntityKind.COUNTRY, code, ambiguous=ambiguous)


def _cities(language: str) -> Iterable[tuple[tuple[str, ...], Named]]:
    for code, cities in forms_by_key("countries", "cities", language).items():
        for forms in (tuple(city.split(" = ")) for city in cities):
            yield forms, Named(f"city {forms[0]}", forms[0], EntityKind.PLACE, code)


def _organizations(language: str) -> Iterable[tuple[tuple[str, ...], Named]]:
    entries = {key: entry for layer in layers("organizations", "organizations") for key, entry in layer.items()}
    for key, entry in entries.items():
        forms = tuple(entry.get(language, ()))
        if forms:
            yield (
                forms,
                Named(
                    f"organization {key}",
                    base_form(forms[0]),
                    EntityKind.ORGANIZATION,
                    entry.get("country"),
                    tuple(entry["sectors"]),
                    entry.get("wikidata"),
                ),
            )
