"""Names of countries, cities and organizations."""

from __future__ import annotations

import pytest

from lagebild.lexicon.forms import forms_by_key, inflected
from lagebild.lexicon.gazetteers import gazetteer, ministries
from lagebild.lexicon.loading import load


@pytest.mark.parametrize(
    ("name", "language", "country", "sectors"),
    [
        ("Auswärtigen Amt", "de", "DEU", ("GOV",)),
        ("Bundesamt für Verfassungsschutz", "de", "DEU", ("SPY",)),
        ("IG Metall", "en", "DEU", ("LAB",)),
        ("Werchowna Rada", "de", "UKR", ("LEG",)),
        ("Blaue Haus", "de", "KOR", ("GOV",)),
        ("Self-Defense Forces", "en", "JPN", ("MIL",)),
        ("al-Shabaab", "en", "SOM", ("REB",)),
        ("Weltklimarat", "de", None, ("IGO",)),
        ("Süddeutschen Zeitung", "de", "DEU", ("MED",)),
        ("Rheinmetall", "en", "DEU", ("BUS",)),
        ("DGB", "de", "DEU", ("LAB",)),
    ],
)
def test_an_organization_has_its_country_and_sectors(
    name: str, language: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    named = gazetteer(language)[name]

    assert named is not None
    assert (named.country, named.sectors) == (country, sectors)


@pytest.mark.parametrize(
    "name", ["Die Zeit", "Bund", "Verdi", "Modem", "Welt", "Stern", "Focus", "Der Standard", "IRA"]
)
def test_a_word_that_more_often_means_something_else_is_no_name(name: str) -> None:
    assert name not in gazetteer("de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_name_belongs_to_two_organizations_or_to_an_organization_and_a_place(language: str) -> None:
    places = {
        form
        for table in ("names", "cities")
        for listed in forms_by_key("countries", table, language).values()
        for name in listed
        for form in inflected(name)
    }
    bearers: dict[str, set[str]] = {}
    for key, entry in load("organizations")["organizations"].items():
        for name in entry.get(language, ()):
            for form in inflected(name):
                bearers.setdefault(form, set()).add(key)

    assert len(bearers) > 1_000
    assert {name: keys for name, keys in bearers.items() if len(keys) > 1} == {}
    assert bearers.keys() & places == set()


def test_no_wikidata_id_stands_for_two_things() -> None:
    entries = [*load("organizations")["organizations"].values(), *load("offices")["persons"].values()]
    ids = [entry["wikidata"] for entry in entries if "wikidata" in entry]

    assert len(ids) == len(set(ids))


def test_a_ministry_has_sectors() -> None:
    assert ministries("en")["Ministry of State Security"] == ("GOV", "SPY")
