"""What entries must look like: those that ship, and those that users add."""

from __future__ import annotations

import tomllib

import pytest

from lagebild.lexicon.entries import ADDABLE, problems
from lagebild.lexicon.loading import load


@pytest.mark.parametrize("name", ADDABLE)
def test_what_ships_is_well_formed(name: str) -> None:
    assert list(problems(name, load(name))) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("organizations", "[firms.x]", "has no place for 'firms'; the tables are organizations, ministries"),
        ("organizations", 'organizations = "x"', "organizations is no table; write [organizations] above its entries"),
        (
            "organizations",
            "[organizations]\nx = 1",
            "[organizations.x] is no table; write its keys as sectors, country",
        ),
        ("organizations", '[organizations.x]\nde = ["X"]', "[organizations.x] lacks 'sectors'; add it"),
        ("organizations", '[organizations.x]\nsectors = ["BUS"]', "[organizations.x] has no name; add 'de' or 'en'"),
        (
            "organizations",
            '[organizations.x]\nsectors = ["BUS"]\nde = ["X"]\ncontry = "DEU"',
            "'contry' of [organizations.x] is not known; the keys are sectors, country, wikidata, de, en",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = ["FIRM"]\nde = ["X"]',
            "'sectors' of [organizations.x] has 'FIRM', no PLOVER sector; take of AGR BUS",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = "BUS"\nde = ["X"]',
            "'sectors' of [organizations.x] is no list of sectors; write it as [\"GOV\"]",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = [["BUS"]]\nde = ["X"]',
            "'sectors' of [organizations.x] is no list of sectors; write it as [\"GOV\"]",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = ["BUS"]\nde = "X"',
            "'de' of [organizations.x] is no list of names",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = ["BUS"]\nde = ["X", " "]',
            "'de' of [organizations.x] is no list of names",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = ["BUS"]\nde = ["X"]\ncountry = "DE"',
            "'country' of [organizations.x] is 'DE', no country; take its ISO 3166-1 alpha-3 code, such as DEU",
        ),
        (
            "organizations",
            '[organizations.x]\nsectors = ["BUS"]\nde = ["X"]\nwikidata = "64"',
            "'wikidata' of [organizations.x] is '64', no Wikidata id; write it as Q64",
        ),
        ("organizations", "[ministries]\nde = 1", '[ministries.de] is no table; write a line word = ["GOV"] for each'),
        (
            "organizations",
            '[ministries.de]\nAmt = ["X"]',
            "'Amt' of [ministries.de] has 'X', no PLOVER sector; take of AGR BUS",
        ),
        ("offices", '[persons.x]\nde = ["X"]', "[persons.x] lacks 'offices'; add it"),
        ("offices", '[persons.x]\nde = ["X"]\noffices = []', "'offices' of [persons.x] is no list of offices"),
        (
            "offices",
            '[persons.x]\nde = ["X"]\noffices = [{ de = "Rat" }]',
            "[persons.x], office 1, lacks 'sectors'; add it",
        ),
        (
            "offices",
            '[persons.x]\nde = ["X"]\noffices = [{ de = "Rat", sectors = ["GOV"], from = "2024-01-01" }]',
            "'from' of [persons.x], office 1, is no day; write it as 2024-06-18, without quotation marks",
        ),
        (
            "offices",
            (
                '[persons.x]\nde = ["X"]\n'
                'offices = [{ de = "Rat", sectors = ["GOV"], from = 2024-01-02, until = 2024-01-01 }]'
            ),
            "[persons.x], office 1, ends before it begins; correct from or until",
        ),
        ("titles", '[de]\nGOV = ["Ratsherr"]', "'GOV' of [de] is no list of words"),
        ("titles", '[de]\nAMT = "Ratsherr"', "'AMT' of [de] is no PLOVER sector; take of AGR BUS"),
        ("given_names", "[words]\nde = 1", "'de' of [words] is no list of words"),
    ],
)
def test_a_wrong_entry_is_told_with_the_way_out(name: str, content: str, problem: str) -> None:
    first = next(problems(name, tomllib.loads(content)))

    assert first.startswith(problem)
