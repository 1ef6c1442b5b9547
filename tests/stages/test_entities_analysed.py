"""What the names of the analysis add to the entities; the analyses are made by hand."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import Analysis, Article, EntityKind, MentionForm, Name, NameType, Sentence, Span, Word
from lagebild.stages.entities import find_entities

_MARKED = re.compile(r"\[([^]|]+)\|(PER|LOC|ORG|OTH)]")


def analysed(marked: str, *, genitives: str = "", nouns: str = "", language: str = "de") -> Article:
    """Return an article whose analysis names what is marked: "[Nordlink|ORG] schweigt"."""
    text = _MARKED.sub(r"\1", marked)
    names = []
    removed = 0
    for match in _MARKED.finditer(marked):
        start = match.start() - removed
        names.append(Name(Span(start, start + len(match[1])), NameType(match[2])))
        removed += len(match[0]) - len(match[1])
    words = tuple(
        Word(
            Span(*match.span()),
            match[0],
            match[0].removesuffix("s") if match[0] in genitives.split() else match[0],
            "NOUN" if match[0] in nouns.split() else "PROPN",
            "Case=Gen" if match[0] in genitives.split() else "Case=Nom",
            None,
            "root",
        )
        for match in re.finditer(r"\w+", text)
    )
    sentence = Sentence(Span(0, len(text)), words, tuple(names))
    return replace(make_article(text, language=language), analysis=Analysis((sentence,), "hand"))


def found(
    marked: str, *, genitives: str = "", nouns: str = "", language: str = "de"
) -> list[tuple[str, str, list[str]]]:
    """Return name, kind and mentions of each entity that is named."""
    article = find_entities(analysed(marked, genitives=genitives, nouns=nouns, language=language))
    named = {mention.entity for mention in article.mentions if mention.form is MentionForm.NAME}
    return [
        (entity.name, entity.kind.value, [m.span.of(article.text) for m in article.mentions if m.entity == entity.id])
        for entity in article.entities
        if entity.id in named
    ]


def test_names_that_nothing_else_knows_become_persons_organizations_and_places() -> None:
    assert found("In [Hamnvik|LOC] sprach [Ylva Brandt|PER] mit [Nordlink|ORG] über die [Amber Star|OTH].") == [
        ("Hamnvik", "place", ["Hamnvik"]),
        ("Ylva Brandt", "person", ["Ylva Brandt"]),
        ("Nordlink", "organization", ["Nordlink"]),
    ]


def test_what_the_gazetteer_knows_keeps_its_reading() -> None:
    article = find_entities(analysed("[Deutschland|ORG] und die [NATO|LOC] reden."))

    assert [(entity.name, entity.kind, entity.country) for entity in article.entities] == [
        ("Deutschland", EntityKind.COUNTRY, "DEU"),
        ("Nato", EntityKind.ORGANIZATION, None),
    ]
    assert all(entity.wikidata for entity in article.entities if entity.kind is EntityKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Die [Universität Moskau|ORG] schweigt.", [("Universität Moskau", "organization")]),
        ("Sie lebt in [Hauptstadt Kiew|LOC].", [("Kiew", "place")]),
        ("Der Rat der Vereinten [Nationen|ORG] tagt.", [("Vereinte Nationen", "organization")]),
        ("Der [Vertrag von Moskau|OTH] gilt.", [("Moskau", "place")]),
        ("Die [CDU/FDP|ORG] will das.", [("CDU", "organization"), ("FDP", "organization")]),
    ],
)
def test_of_two_names_that_overlap_the_longer_is_the_one_unless_the_gazetteer_knows_all_that_matters(
    marked: str, expected: list[tuple[str, str]]
) -> None:
    assert [(name, kind) for name, kind, _ in found(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "language", "mentions"),
    [
        ("Er traf [Präsidentin Ylva Brandt|PER].", "de", ["Ylva Brandt"]),
        ("Er traf [Frau Brandt|PER].", "de", ["Brandt"]),
        ("Er traf [Ylva von der Leuchte|PER].", "de", ["Ylva von der Leuchte"]),
        ("He met [Mr. Brandt|PER].", "en", ["Brandt"]),
        ("She read [the Brandt|PER]’s book.", "en", ["Brandt"]),
        ("Es kam [Benedikt XVI.|PER] mit Gefolge.", "de", ["Benedikt XVI."]),
        ("Es kam [Ylva Brandt.|PER]", "de", ["Ylva Brandt"]),
    ],
)
def test_a_mention_is_the_name_without_title_and_article(marked: str, language: str, mentions: list[str]) -> None:
    assert found(marked, language=language)[-1][2] == mentions


@pytest.mark.parametrize(
    ("marked", "role", "country"),
    [
        ("Der südkoreanische Verteidigungsminister [Bok Hadri|PER] kam.", "Verteidigungsminister", "KOR"),
        ("[Bok Hadri|PER], Sprecher für die US-Armee, kam.", "Sprecher", "USA"),
        ("[Hadri|PER] kam. Kanadas Außenminister [Bok Hadri|PER] ging.", "Außenminister", "CAN"),
    ],
)
def test_a_person_of_the_analysis_has_the_office_that_stands_beside_the_name(
    marked: str, role: str, country: str
) -> None:
    article = find_entities(analysed(marked))

    (person,) = (entity for entity in article.entities if entity.kind is EntityKind.PERSON)
    assert (person.name, person.roles, person.country) == ("Bok Hadri", (role,), country)


def test_family_name_and_given_name_alone_name_the_person_too() -> None:
    marked = "[Brandt|PER] warnt\n[Ylva Brandt|PER] kam. [Ylva|PER] ging, Brandts Mann und [Brandt|LOC] blieben."

    assert found(marked) == [("Ylva Brandt", "person", ["Brandt", "Ylva Brandt", "Ylva", "Brandts", "Brandt"])]


def test_a_given_name_that_two_bear_is_neither_of_them() -> None:
    marked = "[Ylva Brandt|PER] und [Ylva Storm|PER] kamen mit [Ylva|PER]."

    assert [name for name, _, _ in found(marked)] == ["Ylva Brandt", "Ylva Storm", "Ylva"]


def test_an_end_of_a_name_is_the_same_person() -> None:
    marked = "[von der Leuchte|PER] warnt\n[Ylva von der Leuchte|PER] kam, Leuchte sprach."

    assert found(marked) == [("Ylva von der Leuchte", "person", ["von der Leuchte", "Ylva von der Leuchte", "Leuchte"])]


def test_an_initial_is_no_family_name() -> None:
    assert found("[Ylva K.|PER] kam. Vitamin K hilft.") == [("Ylva K.", "person", ["Ylva K."])]


def test_a_genitive_is_another_mention_of_the_name() -> None:
    assert found("[Nordlinks|ORG] Netz ist gestört. [Nordlink|ORG] schweigt.") == [
        ("Nordlink", "organization", ["Nordlinks", "Nordlink"])
    ]


def test_the_analysis_tells_a_genitive_that_stands_alone() -> None:
    assert found("[Nordlinks|ORG] Netz ist gestört.", genitives="Nordlinks") == [
        ("Nordlink", "organization", ["Nordlinks"])
    ]
    assert found("[Peters|PER] Haus brannte. [Peters|PER] kam.") == [("Peters", "person", ["Peters", "Peters"])]


def test_the_cases_of_an_adjective_are_one_name() -> None:
    marked = "Ein Schiff der [Roten Flotte|ORG] sank. Die [Rote Flotte|ORG] schweigt."

    assert found(marked) == [("Rote Flotte", "organization", ["Roten Flotte", "Rote Flotte"])]


def test_an_abbreviation_in_brackets_means_the_name_before_it() -> None:
    marked = "Die [Behörde für Seewege|ORG] (BHS) warnt. Die BHS prüft."

    assert found(marked) == [("Behörde für Seewege", "organization", ["Behörde für Seewege", "BHS", "BHS"])]


def test_what_the_gazetteer_knows_of_an_abbreviation_holds_for_the_name_before_it() -> None:
    article = find_entities(analysed("Die [Internationale Agentur für Energie von Atomen|ORG] (IAEA) warnt."))

    (iaea,) = article.entities
    assert (iaea.wikidata, len(article.mentions)) == ("Q41984", 2)


def test_a_party_in_brackets_is_no_abbreviation_of_the_one_before() -> None:
    assert [name for name, _, _ in found("Das [Nordhaus|ORG] (SPD) bleibt. [Ylva Brandt|PER] (CDU) geht.")] == [
        "Nordhaus",
        "SPD",
        "Ylva Brandt",
        "CDU",
    ]


def test_the_majority_tells_what_a_name_names_and_the_first_where_there_is_none() -> None:
    assert found("[Hamnvik|ORG] ruft. In [Hamnvik|LOC] und um [Hamnvik|LOC] ist Ruhe.") == [
        ("Hamnvik", "place", ["Hamnvik", "Hamnvik", "Hamnvik"])
    ]
    assert found("[Hamnvik|ORG] ruft. In [Hamnvik|LOC] ist Ruhe.") == [
        ("Hamnvik", "organization", ["Hamnvik", "Hamnvik"])
    ]


def test_a_name_that_is_seen_once_is_found_again() -> None:
    assert found("Nordlink warnt\nDer Betreiber [Nordlink|ORG] warnt vor Nordlink-Ausfällen.") == [
        ("Nordlink", "organization", ["Nordlink", "Nordlink"])
    ]


def test_a_word_that_is_more_often_no_name_is_none() -> None:
    assert found("Die [Flotte|ORG] kam. Die Flotte ging, die Flotte ruht.") == []


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("Am [Montag|ORG] und im [März|PER].", "de"),
        ("The [May|PER] vote.", "en"),
        ("Er sagte [nordlink|ORG] ab.", "de"),
        ("Der [K|PER] und [2024|LOC].", "de"),
        ("Der [EU-Gipfel|ORG] und der [EU|ORG]-Gipfel.", "de"),
        ("Das [A B C D E F G H I|ORG] kam.", "de"),
        ("Die [Polen|LOC] feiern.", "de"),
        ("Eine [Russische|LOC] Zeitung.", "de"),
        ("Der [Präsident|PER] kam.", "de"),
        ("[EILMELDUNG|ORG]: Kabel gerissen\nMehr in Kürze.", "de"),
        ("Haus [Nord\nLink|ORG] ruht.", "de"),
    ],
)
def test_what_is_surely_no_name_is_left_out(marked: str, language: str) -> None:
    assert [name for name, _, _ in found(marked, language=language) if name != "EU"] == []


def test_a_noun_that_list_and_analysis_know_is_left_out() -> None:
    assert found("Die [Regierung|ORG] schweigt.", nouns="Regierung") == []


def test_capitals_count_where_sentences_stand() -> None:
    assert [name for name, _, _ in found("IHF WARNT\nDie [IHF|ORG] warnt.")] == ["IHF"]


def test_the_place_of_a_persons_name_is_the_person() -> None:
    marked = "Basketball: [Michael Jordan|PER] left. [Jordan|PER] smiled."

    assert found(marked, language="en") == [("Michael Jordan", "person", ["Michael Jordan", "Jordan"])]


def test_an_organization_is_no_person_though_its_name_begins_with_a_given_name() -> None:
    assert [(name, kind) for name, kind, _ in found("Die [Angela Reederei|ORG] half.")] == [
        ("Angela Reederei", "organization")
    ]
    assert found("Die [Angela Storm|OTH] sank.") == []


def test_a_title_before_an_organization_makes_no_person() -> None:
    assert [(name, kind) for name, kind, _ in found("So Sprecher [Nordlinks|ORG] heute.", genitives="Nordlinks")] == [
        ("Nordlink", "organization")
    ]


_PIECES = st.sampled_from(
    ["Präsident ", "Putin ", "[Putin|LOC]", "[Ylva Brandt|PER] ", "Ylva ", "Brandts ", "[Brandt|ORG] ",
     "[von der|PER] ", "[Kim Jong Un|ORG] ", "Kim ", "[Roten Flotte|ORG] ", "Rote Flotte ", "[IAEA|OTH]", " (RF) ",
     "[RF|LOC]", "\n", ". ",
     "[Moskau Nord|LOC] ", "Moskau ", "[EU|ORG]", "-Gipfel ", "[K.|PER] ", "(", ")", "[“|PER]", "Jordan ", "[a\nb|LOC]"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join), st.sampled_from(["de", "en"]))
def test_mentions_lie_in_blocks_without_overlaps_and_name_known_entities(marked: str, language: str) -> None:
    article = find_entities(analysed(marked, language=language))

    spans = [mention.span for mention in article.mentions]
    assert {mention.entity for mention in article.mentions} == {entity.id for entity in article.entities}
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(any(block.span and block.span.covers(span) for block in article.blocks) for span in spans)


def test_a_long_article_with_many_names_is_survived() -> None:
    marked = "".join(f"[Ylva Storm{n}|PER] von [Werft{n} Nord|ORG] in Storm{n}. " for n in range(3_000))

    assert len(find_entities(analysed(marked)).entities) == 6_000
