"""Who held which office when."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest

from lagebild.lexicon.lexicons import Lexicon, use
from lagebild.lexicon.loading import load
from lagebild.lexicon.offices import OfficeHolder, holder_named, office_of

SUMMER_2024 = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("name", "day", "language", "role", "country", "sectors"),
    [
        ("Wladimir Putin", SUMMER_2024, "de", "Präsident", "RUS", ("GOV",)),
        ("Vladimir Putin", SUMMER_2024, "en", "President", "RUS", ("GOV",)),
        ("Wladimir Putin", date(2010, 3, 1), "de", "Ministerpräsident", "RUS", ("GOV",)),
        ("Ursula von der Leyen", date(2015, 3, 1), "de", "Bundesverteidigungsministerin", "DEU", ("GOV", "MIL")),
        ("Ursula von der Leyen", SUMMER_2024, "en", "President of the European Commission", None, ("IGO",)),
        ("Hassan Nasrallah", SUMMER_2024, "en", "Hezbollah leader", "LBN", ("REB",)),
    ],
)
def test_an_office_is_that_of_the_day(
    name: str, day: date, language: str, role: str, country: str | None, sectors: tuple[str, ...]
) -> None:
    office = office_of(name, day, language)

    assert office is not None
    assert (office.role, office.country, office.sectors) == (role, country, sectors)


@pytest.mark.parametrize(
    ("day", "role"),
    [
        (date(2005, 11, 21), None),
        (date(2005, 11, 22), "Bundeskanzlerin"),
        (date(2021, 12, 8), "Bundeskanzlerin"),
        (date(2021, 12, 9), None),
    ],
)
def test_the_first_and_the_last_day_count(day: date, role: str | None) -> None:
    office = office_of("Angela Merkel", day, "de")

    assert (office.role if office else None) == role


@pytest.mark.parametrize("name", ["Selenskyj", "Wolodymyr Selenskij", "Wladimir Selenskij", "Wolodymyr Selensky"])
def test_a_name_is_known_in_its_spellings(name: str) -> None:
    holder = holder_named(name, "de")

    assert holder is not None
    assert (holder.name, holder.wikidata) == ("Wolodymyr Selenskyj", "Q3874799")


@pytest.mark.parametrize("name", ["Recep Tayyip Erdogan", "RECEP TAYYIP ERDOĞAN", "Recep Tayyip Erdogăn"])
def test_accents_and_capitals_do_not_matter(name: str) -> None:
    holder = holder_named(name, "de")

    assert holder is not None
    assert holder.name == "Recep Tayyip Erdoğan"


@pytest.mark.parametrize("name", ["Kim Jong Un", "Kim Jong-un", "Kim Jong-Un"])
def test_hyphens_do_not_matter(name: str) -> None:
    holder = holder_named(name, "en")

    assert holder is not None
    assert holder.name == "Kim Jong Un"


@pytest.mark.parametrize("name", ["Scholz", "Powell", "Maria Putin", "Putins", "Johnson", ""])
def test_a_name_that_may_be_somebody_else_s_is_not_known(name: str) -> None:
    assert office_of(name, SUMMER_2024, "de") is None


def test_who_is_out_of_office_is_still_known() -> None:
    holder = holder_named("Angela Merkel", "de")

    assert holder is not None
    assert holder.wikidata == "Q567"
    assert holder.office_on(SUMMER_2024) is None


def test_an_office_that_goes_on_is_only_assumed_once_the_list_is_older() -> None:
    checked = load("offices")["as_of"]
    later = checked + timedelta(days=1)
    office = office_of("Wladimir Putin", later, "de")

    assert office is not None
    assert office.is_assumed_on(later)
    assert not office.is_assumed_on(checked)


def test_an_office_with_an_end_is_never_assumed() -> None:
    office = office_of("Joe Biden", SUMMER_2024, "en")

    assert office is not None
    assert not office.is_assumed_on(date(2030, 1, 1))


def test_another_language_than_german_and_english_gets_the_german_names_and_no_role() -> None:
    office = office_of("Angela Merkel", date(2010, 1, 1), "fr")

    assert office is not None
    assert (office.role, office.country) == (None, "DEU")


def _with(*persons: tuple[str, dict[str, object]]) -> Lexicon:
    return Lexicon("test", {"offices": {"persons": dict(persons)}})


OSLUND = {"de": ["Ylva Oslund"], "offices": [{"de": "Bürgermeisterin", "sectors": ["GOV"], "from": date(2020, 1, 1)}]}


def test_a_user_s_lexicon_adds_holders_of_offices() -> None:
    with use(_with(("oslund", OSLUND))):
        office = office_of("Ylva Oslund", SUMMER_2024, "en")
        merkel = holder_named("Angela Merkel", "de")

    assert office is not None
    assert (office.role, office.sectors) == (None, ("GOV",))
    assert merkel is not None
    assert office_of("Ylva Oslund", SUMMER_2024, "en") is None


def test_the_same_key_replaces_the_entry_that_ships() -> None:
    with use(_with(("putin", {"de": ["Wladimir Putin"], "offices": [{"de": "Gast", "sectors": ["CVL"]}]}))):
        office = office_of("Wladimir Putin", SUMMER_2024, "de")
        short = office_of("Putin", SUMMER_2024, "de")

    assert office is not None
    assert office.role == "Gast"
    assert short is None


def test_of_two_with_the_same_name_the_one_in_office_is_meant() -> None:
    first = {"de": ["Ylva Oslund"], "offices": [{"de": "Senatorin", "sectors": ["LEG"], "until": date(2019, 12, 31)}]}
    with use(_with(("first", first), ("second", OSLUND))):
        early = holder_named("Ylva Oslund", "de", day=date(2015, 1, 1))
        late = holder_named("Ylva Oslund", "de", day=SUMMER_2024)
        unknown = holder_named("Ylva Oslund", "de")

    assert [_key(early), _key(late), _key(unknown)] == ["first", "second", "second"]


def _key(holder: OfficeHolder | None) -> str | None:
    return holder.key if holder else None


_SINGLE = ("President", "Prime Minister", "Chancellor", "Foreign Minister", "Foreign Secretary", "Secretary of State")


def test_nobody_holds_an_office_of_one_beside_somebody_else() -> None:
    terms = [
        (office["country"], office["en"], office.get("from", date.min), office.get("until", date.max), key)
        for key, entry in load("offices")["persons"].items()
        for office in entry["offices"]
        if office["en"] in _SINGLE and "country" in office
    ]
    overlaps = [
        (one, other)
        for one, other in combinations(sorted(terms), 2)
        if one[:2] == other[:2] and other[2] < one[3] and one[2] < other[3]
    ]

    assert len(terms) > 300
    assert overlaps == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_two_persons_that_ship_share_a_name(language: str) -> None:
    keys: dict[str, set[str]] = {}
    for entry in load("offices")["persons"].values():
        for name in entry.get(language) or entry["de"]:
            holder = holder_named(name, language)
            assert holder is not None
            keys.setdefault(name, set()).add(holder.name)

    assert len(keys) > 600
    assert [name for name, holders in keys.items() if len(holders) > 1] == []
