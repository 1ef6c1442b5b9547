"""Who and what is named, in German and English."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import make_article

from lagebild.model import EntityKind, MentionForm
from lagebild.stages.entities import STAGE, find_entities

if TYPE_CHECKING:
    from lagebild.model import Article, Entity


def read(text: str, language: str = "de") -> Article:
    return find_entities(make_article(text, language=language))


def entity_named(article: Article, name: str) -> Entity:
    (entity,) = (entity for entity in article.entities if entity.name == name)
    return entity


def quotes_of(article: Article, name: str) -> list[str]:
    entity = entity_named(article, name)
    return [mention.span.of(article.text) for mention in article.mentions if mention.entity == entity.id]


def names_of(article: Article) -> list[str]:
    return [entity.name for entity in article.entities]


def test_a_title_and_an_adjective_tell_office_and_country_of_a_person() -> None:
    article = read("Der russische Präsident Putin reiste ab.")

    (putin,) = article.entities
    assert (putin.name, putin.kind, putin.country) == ("Putin", EntityKind.PERSON, "RUS")
    assert (putin.sectors, putin.roles) == (("GOV",), ("Präsident",))
    assert quotes_of(article, "Putin") == ["Putin"]


@pytest.mark.parametrize(
    ("text", "language", "name", "country", "sectors", "role"),
    [
        ("US-Außenminister Antony Blinken kam.", "de", "Antony Blinken", "USA", ("GOV",), "US-Außenminister"),
        ("Außenministerin Annalena Baerbock sprach.", "de", "Annalena Baerbock", "DEU", ("GOV",), "Außenministerin"),
        ("Frankreichs Präsident Macron reist.", "de", "Macron", "FRA", ("GOV",), "Präsident"),
        ("John Kirby, Sprecher für die US-Sicherheitsbehörden, kam.", "de", "John Kirby", "USA", ("GOV",), "Sprecher"),
        ("Der Abgeordnete Jim Himes (R-CT) spricht.", "de", "Jim Himes", "USA", ("LEG",), "Abgeordneter"),
        ("Mit dem CDU-Chef Hakan Muster sprach er.", "de", "Hakan Muster", "DEU", ("PTY",), "CDU-Chef"),
        ("Der frühere US-Präsident Donald Trump kam.", "de", "Donald Trump", "USA", (), "US-Präsident"),
        ("President Biden visited Berlin.", "en", "Biden", "USA", ("GOV",), "President"),
        ("U.S. Secretary of State Antony Blinken left.", "en", "Antony Blinken", "USA", ("GOV",), "Secretary of State"),
        ("Ukraine’s President Volodymyr Zelensky left.", "en", "Volodymyr Zelensky", "UKR", ("GOV",), "President"),
        ("Sergey Lavrov, Russia's foreign minister, left.", "en", "Sergey Lavrov", "RUS", ("GOV",), "foreign minister"),
        ("John Kirby, a spokesman for the White House, left.", "en", "John Kirby", "USA", ("GOV",), "spokesman"),
        ("Former President Donald Trump left.", "en", "Donald Trump", None, (), "President"),
        ("Gen. Mark Milley left.", "en", "Mark Milley", None, ("MIL",), "Gen."),
    ],
)
def test_a_person_has_the_office_that_stands_beside_the_name(
    text: str, language: str, name: str, country: str | None, sectors: tuple[str, ...], role: str
) -> None:
    person = entity_named(read(text, language), name)

    assert (person.kind, person.country, person.sectors, person.roles) == (EntityKind.PERSON, country, sectors, (role,))


@pytest.mark.parametrize(("year", "country", "sectors"), [(2020, "FRA", ("GOV",)), (2004, None, ()), (2095, "FRA", ())])
def test_the_office_held_on_the_day_of_publication_tells_country_and_sectors(
    year: int, country: str | None, sectors: tuple[str, ...]
) -> None:
    text = "Emmanuel Macron reist nach Berlin."
    article = find_entities(make_article(text, published=date(year, 8, 8)))

    person = entity_named(article, "Emmanuel Macron")
    assert (person.country, person.sectors, person.roles) == (country, sectors, ())


def test_later_mentions_by_family_name_belong_to_the_same_person() -> None:
    article = read(
        "Kanzler Olaf Scholz traf Präsident Emmanuel Macron.\nScholz’ Plan und Macrons Rede: Scholz schwieg."
    )

    assert quotes_of(article, "Olaf Scholz") == ["Olaf Scholz", "Scholz", "Scholz"]
    assert quotes_of(article, "Emmanuel Macron") == ["Emmanuel Macron", "Macrons"]


def test_an_english_mention_ends_before_the_possessive() -> None:
    article = read("President Vladimir Putin left. Putin’s aides stayed; Putin's guards too.", "en")

    assert quotes_of(article, "Vladimir Putin") == ["Vladimir Putin", "Putin", "Putin"]


def test_a_headline_may_name_the_family_before_the_text_names_the_person() -> None:
    article = read("Putins seltener Besuch\nWladimir Putin kam am Montag.")

    assert quotes_of(article, "Wladimir Putin") == ["Putins", "Wladimir Putin"]


def test_two_persons_of_one_family_stay_two() -> None:
    article = read("President Joe Biden and his son Hunter Biden, a lawyer, left. Biden smiled.", "en")

    assert quotes_of(article, "Joe Biden") == ["Joe Biden", "Biden"]
    assert quotes_of(article, "Hunter Biden") == ["Hunter Biden"]


def test_a_family_name_may_come_first() -> None:
    article = read("Er sprach mit Kim Jong Un. Kims Rede am Kim Il-Sung-Platz dauerte; Kim lachte.")

    assert quotes_of(article, "Kim Jong Un") == ["Kim Jong Un", "Kims", "Kim"]


def test_a_name_with_particles_is_one_name() -> None:
    article = read("EU-Kommissionspräsidentin Ursula von der Leyen kam. Später ging von der Leyen.")

    assert quotes_of(article, "Ursula von der Leyen") == ["Ursula von der Leyen", "von der Leyen"]


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag führte der Präsident Gespräche.",
        "Am Montag führte der russische Präsident Friedensgespräche.",
        "Als Präsident Reformen anzustoßen ist schwer.",
        "Gestern traf der Minister Montag und Dienstag Gäste.",
        "Der Präsident Russlands kam.",
        "Der Außenminister und der Sprecher kamen.",
    ],
)
def test_a_german_noun_behind_a_title_is_no_person(text: str) -> None:
    assert [entity.name for entity in read(text).entities if entity.kind is EntityKind.PERSON] == []


@pytest.mark.parametrize(
    "text", ["General Motors cut jobs.", "The UN General Assembly met.", "The Justice Department sued."]
)
def test_an_english_body_whose_name_begins_with_a_title_is_no_person(text: str) -> None:
    assert [entity.name for entity in read(text, "en").entities if entity.kind is EntityKind.PERSON] == []


@pytest.mark.parametrize(
    ("text", "language", "name", "quotes"),
    [
        ("Russlands Armee und Russland selbst.", "de", "Russland", ["Russlands", "Russland"]),
        ("In den Vereinigten Staaten und den USA.", "de", "USA", ["Vereinigten Staaten", "USA"]),
        ("Das Weiße Haus und der Zaun des Weißen Hauses.", "de", "Weißes Haus", ["Weiße Haus", "Weißen Hauses"]),
        ("Der Rat der Vereinten Nationen und die UN.", "de", "Vereinte Nationen", ["Vereinten Nationen", "UN"]),
        ("Kiew, also Kyjiw.", "de", "Kiew", ["Kiew", "Kyjiw"]),
        ("The U.S. and the United States.", "en", "United States", ["U.S.", "United States"]),
        ("Papua New Guinea is far.", "en", "Papua New Guinea", ["Papua New Guinea"]),
        ("The White House’s lawn.", "en", "White House", ["White House"]),
    ],
)
def test_the_forms_of_a_name_are_one_entity(text: str, language: str, name: str, quotes: list[str]) -> None:
    assert quotes_of(read(text, language), name) == quotes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Ukraine-Krieg und die Russland-Sanktionen dauern an.", "de"),
        ("Die russische Armee zog ab.", "de"),
        ("Die Polen und die Schweden feiern.", "de"),
        ("New Mexico and New England are cold.", "en"),
        ("Jack London wrote; Paris Fashion is loud.", "en"),
        ("The state of Georgia votes.", "en"),
    ],
)
def test_what_only_looks_like_a_name_of_a_country_or_city_is_none(text: str, language: str) -> None:
    named = [entity.name for entity in read(text, language).entities if entity.kind is not EntityKind.PERSON]

    assert named == []


def test_an_ambiguous_country_counts_beside_another_sign_of_it() -> None:
    assert names_of(read("Georgia and its capital Tbilisi vote.", "en")) == ["Georgia", "Tbilisi"]


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Das südkoreanische Verteidigungsministerium erklärte dies.", "de", "Verteidigungsministerium", "KOR"),
        ("Der Sprecher von Russlands Außenministerium kam.", "de", "Außenministerium", "RUS"),
        ("The Russian Defense Ministry said so.", "en", "Defense Ministry", "RUS"),
    ],
)
def test_a_ministry_is_an_organization_of_the_country_named_before_it(
    text: str, language: str, name: str, country: str
) -> None:
    ministry = entity_named(read(text, language), name)

    assert (ministry.kind, ministry.country) == (EntityKind.ORGANIZATION, country)


def test_a_ministry_of_no_country_is_left_out() -> None:
    assert names_of(read("Das Verteidigungsministerium erklärte dies.")) == []


def test_entities_stand_by_first_mention_and_mentions_in_text_order() -> None:
    article = read("China und Japan warnen Nordkorea. Japan wartet.")

    assert [(entity.id, entity.name) for entity in article.entities] == [
        ("e1", "China"),
        ("e2", "Japan"),
        ("e3", "Nordkorea"),
    ]
    assert [(mention.id, mention.entity, mention.span.of(article.text)) for mention in article.mentions] == [
        ("m1", "e1", "China"),
        ("m2", "e2", "Japan"),
        ("m3", "e3", "Nordkorea"),
        ("m4", "e2", "Japan"),
    ]


def test_an_article_in_another_language_has_no_entities() -> None:
    article = read("Le président Emmanuel Macron a quitté Moscou pour China.", "fr")

    assert (article.entities, article.mentions) == ((), ())


def test_the_stage_says_what_it_needs_and_gives() -> None:
    assert STAGE.name == "entities"
    assert STAGE.requires == {"text", "blocks", "language", "analysis"}
    assert STAGE.provides == {"entities", "mentions"}


_PIECES = st.sampled_from(
    ["Präsident ", "President ", "Putin", "Wladimir ", "Kim Jong Un", "’s ", "s ", ", ", "(R-CT)", "U.S. ", "von der ",
     "Sprecher für ", "Weißen Hauses", "\n", "🙂", "\u202e", "Außenministerium ", "al-Omair", ". ",
     "\u0130", "russische "]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(_PIECES, max_size=30).map("".join)), st.sampled_from(["de", "en"]))
def test_mentions_lie_in_blocks_without_overlaps_and_name_known_entities(text: str, language: str) -> None:
    article = read(text, language)

    ids = {entity.id for entity in article.entities}
    spans = [mention.span for mention in article.mentions]
    assert {mention.entity for mention in article.mentions} == ids
    assert all(mention.form is MentionForm.NAME and mention.span.of(text).strip() for mention in article.mentions)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(any(block.span and block.span.covers(span) for block in article.blocks) for span in spans)


@pytest.mark.parametrize(
    "text", ["", "A" * 100_000, "Präsident " * 10_000, "Angela von " * 9_000, "Kim Jong " * 10_000]
)
@pytest.mark.parametrize("language", ["de", "en"])
def test_endless_text_is_survived(text: str, language: str) -> None:
    assert read(text, language).text == text


def test_a_secretary_general_belongs_to_no_party_unless_one_is_named() -> None:
    article = read("Generalsekretärin Ruth Amberlain und SPD-Generalsekretär Kevin Kühnert kamen.")

    assert [(entity.name, entity.sectors) for entity in article.entities] == [
        ("Ruth Amberlain", ()),
        ("Kevin Kühnert", ("PTY",)),
    ]
