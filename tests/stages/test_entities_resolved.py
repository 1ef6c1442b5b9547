"""Whom nouns and pronouns mention, in sentences that the shipped analyzer reads."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.language.analyzers import analyzer_named
from lagebild.model import EntityKind, MentionForm
from lagebild.stages.entities import find_entities
from lagebild.stages.entities.spellings import sounds
from lagebild.stages.language import language_stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from lagebild.model import Article, Entity

    Read = Callable[..., Article]


@pytest.fixture(scope="module")
def read() -> Read:
    stage = language_stage(analyzer_named(None))

    def read_text(text: str, language: str = "de") -> Article:
        return find_entities(stage.run(make_article(text, language=language)))

    return read_text


def quotes_of(article: Article, name: str, form: MentionForm | None = None) -> list[str]:
    """Return how an entity is mentioned."""
    (entity,) = (entity for entity in article.entities if entity.name == name)
    mentions = (mention for mention in article.mentions if mention.entity == entity.id)
    return [mention.span.of(article.text) for mention in mentions if form in {None, mention.form}]


def mentioned_as(article: Article, form: MentionForm) -> list[str]:
    """Return the quotes of all mentions of a form."""
    return [mention.span.of(article.text) for mention in article.mentions if mention.form is form]


def entity_of(article: Article, quote: str) -> Entity:
    """Return the entity that the first mention with a quote mentions."""
    mention = next(mention for mention in article.mentions if mention.span.of(article.text) == quote)
    return next(entity for entity in article.entities if entity.id == mention.entity)


@pytest.mark.parametrize(
    ("text", "language", "name", "mentions"),
    [
        (
            "Präsident Wladimir Putin reist nach Nordkorea. Er sagte, der Besuch sei lange geplant.",
            "de",
            "Wladimir Putin",
            ["Wladimir Putin", "Er"],
        ),
        (
            "Außenministerin Annalena Baerbock traf Antony Blinken. Sie lobte seinen Einsatz.",
            "de",
            "Annalena Baerbock",
            ["Annalena Baerbock", "Sie"],
        ),
        (
            "Interior Minister Paula Hartog ruled out an early election. She denied the report.",
            "en",
            "Paula Hartog",
            ["Paula Hartog", "She"],
        ),
        (
            "Angela Merkel, die am Montag nach Paris reiste, lobte den Plan.",
            "de",
            "Angela Merkel",
            ["Angela Merkel", "die"],
        ),
        (
            "Microsoft said it would close the plant.",
            "en",
            "Microsoft",
            ["Microsoft", "it"],
        ),
        (
            "Gegenüber der Zeitung verteidigte Olaf Scholz seinen Kurs.",
            "de",
            "Olaf Scholz",
            ["Olaf Scholz", "seinen"],
        ),
    ],
)
def test_a_pronoun_means_the_one_who_is_on_the_readers_mind(
    read: Read, text: str, language: str, name: str, mentions: list[str]
) -> None:
    assert quotes_of(read(text, language), name) == mentions


@pytest.mark.parametrize(
    ("text", "language", "name", "noun"),
    [
        (
            "Der südkoreanische Verteidigungsminister Shin Won Sik warnte. Der Minister sprach von einer Gefahr.",
            "de",
            "Shin Won Sik",
            "Der Minister",
        ),
        (
            "Das Bundesverfassungsgericht wies die Klage ab. Das Gericht sah keinen Verstoß.",
            "de",
            "Bundesverfassungsgericht",
            "Das Gericht",
        ),
        (
            "Chief executive Tom Yates resigned on Friday. The chief executive gave no reason.",
            "en",
            "Tom Yates",
            "The chief executive",
        ),
        (
            "Ahmad Nuristani, der Vorsitzende der Wahlkommission, sagte nichts.",
            "de",
            "Ahmad Nuristani",
            "der Vorsitzende",
        ),
    ],
)
def test_a_noun_of_a_role_means_the_one_who_has_it(read: Read, text: str, language: str, name: str, noun: str) -> None:
    article = read(text, language)

    assert entity_of(article, noun).name == name
    assert noun in quotes_of(article, name, MentionForm.NOUN)


@pytest.mark.parametrize(
    ("text", "language", "mention", "name", "kind", "country", "sectors"),
    [
        (
            "Ein Sprecher des Kreml bestätigte den Termin.",
            "de",
            "Ein Sprecher",
            "Sprecher des Kreml",
            EntityKind.PERSON,
            "RUS",
            ("GOV",),
        ),
        (
            "A Pentagon official said two drones were lost.",
            "en",
            "official",
            "Pentagon official",
            EntityKind.PERSON,
            "USA",
            ("GOV", "MIL"),
        ),
        (
            "Nach dem Unfall sperrte die Polizei die Straße.",
            "de",
            "die Polizei",
            "Polizei",
            EntityKind.ORGANIZATION,
            None,
            ("COP",),
        ),
    ],
)
def test_somebody_with_an_office_who_is_not_named_is_typed(  # noqa: PLR0917 - a table
    read: Read,
    text: str,
    language: str,
    mention: str,
    name: str,
    kind: EntityKind,
    country: str | None,
    sectors: tuple[str, ...],
) -> None:
    entity = entity_of(read(text, language), mention)

    assert (entity.name, entity.kind, entity.country, entity.sectors) == (name, kind, country, sectors)


def test_a_plain_noun_is_no_mention(read: Read) -> None:
    article = read("Der Zug kam zu spät. Ein Fahrgast beschwerte sich über das Wetter.")

    assert article.mentions == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Olaf Scholz wusch sich die Hände.", "de"),
        ("In Kiew regnete es.", "de"),
        ("Südkorea klagt. Es gibt auch Sorgen.", "de"),
        ("It was raining in London when Microsoft closed.", "en"),
        ("Der Zug hielt in Ulm. Er war leer.", "de"),
    ],
)
def test_a_pronoun_that_means_nobody_is_no_mention(read: Read, text: str, language: str) -> None:
    assert mentioned_as(read(text, language), MentionForm.PRONOUN) == []


def test_a_capital_that_speaks_is_its_government_and_elsewhere_a_place(read: Read) -> None:
    article = read("Moskau wies die Vorwürfe zurück. In Moskau trafen sich Diplomaten. Kiew warf Moskau Angriffe vor.")

    moscow = [(entity.kind, entity.country, entity.sectors) for entity in article.entities if entity.name == "Moskau"]
    assert moscow == [(EntityKind.ORGANIZATION, "RUS", ("GOV",)), (EntityKind.PLACE, "RUS", ())]
    assert entity_of(article, "Kiew").kind is EntityKind.ORGANIZATION


def test_a_house_a_capital_and_the_words_for_a_government_are_one(read: Read) -> None:
    article = read("Der Kreml schwieg am Montag. Moskau erklärte später, die russische Regierung prüfe den Vorschlag.")

    (government,) = article.entities
    assert (government.name, government.country, government.sectors) == ("Kreml", "RUS", ("GOV",))
    assert [mention.span.of(article.text) for mention in article.mentions] == [
        "Kreml",
        "Moskau",
        "die russische Regierung",
    ]


def test_both_countries_are_the_two_that_were_named(read: Read) -> None:
    article = read("Russland und Nordkorea unterzeichneten einen Vertrag. Beide Länder sprachen von einem Erfolg.")

    both = entity_of(article, "Beide Länder")
    assert (both.name, both.kind) == ("Russland und Nordkorea", EntityKind.GROUP)


def test_both_countries_are_not_two_of_a_list(read: Read) -> None:
    article = read(
        "Die USA, Südkorea und andere Länder haben Nordkorea vorgeworfen, Waffen für Russlands Krieg zu liefern. "
        "Beide Länder wiesen die Vorwürfe ab."
    )

    assert entity_of(article, "Beide Länder").name in {"Nordkorea und Russland", "Russland und Nordkorea"}


def test_a_place_that_is_glued_to_a_name_is_no_part_of_it(read: Read) -> None:
    article = read("Wladimir Putin reist. Im Voraus dankte Putin Pyongyang für seine Hilfe.")

    assert quotes_of(article, "Wladimir Putin")[:2] == ["Wladimir Putin", "Putin"]
    assert entity_of(article, "Pyongyang").country == "PRK"


def test_an_adjective_before_a_body_tells_its_country(read: Read) -> None:
    article = read("Das teilten die südkoreanischen Joint Chiefs of Staff mit.")

    assert entity_of(article, "Joint Chiefs of Staff").country == "KOR"


def test_who_speaks_of_himself_in_a_quotation_is_the_speaker(read: Read) -> None:
    article = read('"I have not seen the letter," Fabrice Lemoine said on Monday.', "en")

    assert quotes_of(article, "Fabrice Lemoine") == ["I", "Fabrice Lemoine"]


def test_spellings_of_a_name_are_one_person(read: Read) -> None:
    article = read("Präsident Wolodymyr Selenskyj sprach in Berlin. Präsident Selenski lobte Kanzler Scholz.")

    assert quotes_of(article, "Wolodymyr Selenskyj") == ["Wolodymyr Selenskyj", "Selenski"]


def test_a_body_is_the_same_when_the_last_of_its_words_name_it(read: Read) -> None:
    article = read("The Agrarian League said it would leave the government. The League holds 14 seats.", "en")

    assert quotes_of(article, "Agrarian League") == ["Agrarian League", "it", "The League"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Zelenskyy", "Selenskyj", True),
        ("Lukaschenko", "Lukashenko", True),
        ("Tschernobyl", "Chernobyl", True),
        ("Schulz", "Schulze", False),
        ("Iran", "Irak", False),
    ],
)
def test_transliterations_sound_alike(one: str, other: str, is_same: bool) -> None:  # noqa: FBT001 - a table
    assert (sounds(one) == sounds(other)) is is_same


def test_without_an_analysis_only_names_are_found(read: Read) -> None:
    article = read("Präsident Putin reiste ab. Er sagte nichts.")

    assert {mention.form for mention in find_entities(replace(article, analysis=None)).mentions} == {MentionForm.NAME}


def test_mentions_stand_in_text_order_without_overlaps(read: Read) -> None:
    article = read(
        "Der Sprecher der US-Regierung, John Kirby, sagte am Montag, Moskaus Außenminister habe seinen Besuch abgesagt."
    )

    spans = [mention.span for mention in article.mentions]
    assert all(first.end <= second.start for first, second in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "language", "name", "noun"),
    [
        # The country or the city of the one who speaks.
        (
            "Verbandschef Lars Ohlendorf trat am Montag zurück. „Ich habe genug“, sagte der Berliner.",
            "de",
            "Lars Ohlendorf",
            "der Berliner",
        ),
        (
            'Federation president Marc Dubois opened the meeting. "We are ready," the Belgian said.',
            "en",
            "Marc Dubois",
            "the Belgian",
        ),
        # A trade that stood beside the name.
        (
            "The vicar, the Rev Thomas Alder, opened the box. On Monday the vicar said it was empty.",
            "en",
            "Thomas Alder",
            "the vicar",
        ),
        # The first part of a compound.
        (
            "Der neue Trainer kommt zum VfL Bochum. Das gab die Vereinsführung am Montag bekannt.",
            "de",
            "VfL Bochum",
            "die Vereinsführung",
        ),
        (
            "Die UNO schickt Helfer in die Stadt. Laut UNO-Angaben starben dort 60 Menschen.",
            "de",
            "Vereinte Nationen",
            "UNO-Angaben",
        ),
        # The party of the office that stood behind the name.
        (
            "Streit. Es sprach Ralf Kern, Geschäftsführer der SPD-Landtagsfraktion. Der SPD-Politiker war dagegen.",
            "de",
            "Ralf Kern",
            "Der SPD-Politiker",
        ),
    ],
)
def test_a_noun_tells_who_is_meant(read: Read, text: str, language: str, name: str, noun: str) -> None:
    assert any(noun in quote for quote in quotes_of(read(text, language), name, MentionForm.NOUN))


@pytest.mark.parametrize(
    "text",
    [
        "Council chairman Peter Marlow met the managers. The management had lied to everybody, he said.",
        "Peter Marlow opened an inquiry. The agency's chief, he said, must appear.",
    ],
)
def test_who_tells_something_is_nobody_of_whom_it_is_told(read: Read, text: str) -> None:
    assert quotes_of(read(text, "en"), "Peter Marlow") == ["Peter Marlow", "he"]
