"""Who and what the shipped analyzer lets the record name, in cases that are safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.factories import make_article

from lagebild.language.analyzers import analyzer_named
from lagebild.stages.entities import find_entities
from lagebild.stages.language import language_stage

if TYPE_CHECKING:
    from lagebild.model import Stage


@pytest.fixture(scope="module")
def language() -> Stage:
    return language_stage(analyzer_named(None))


@pytest.mark.parametrize(
    ("text", "language_of_text", "expected"),
    [
        ("Angela Merkel sprach am Montag in Berlin.", "de", {("Angela Merkel", "person"), ("Berlin", "place")}),
        ("Die NATO traf sich in Brüssel.", "de", {("Nato", "organization"), ("Brüssel", "place")}),
        (
            "Der Konzern Rheinmetall baut in Düsseldorf.",
            "de",
            {("Rheinmetall", "organization"), ("Düsseldorf", "place")},
        ),
        ("Angela Merkel met Tim Cook of Apple in London.", "en", {("Angela Merkel", "person"), ("London", "place")}),
    ],
)
def test_well_known_names_are_found(
    language: Stage, text: str, language_of_text: str, expected: set[tuple[str, str]]
) -> None:
    article = find_entities(language.run(make_article(text, language=language_of_text)))

    assert expected <= {(entity.name, entity.kind.value) for entity in article.entities}


def test_a_name_of_the_page_is_said_once_with_all_its_mentions(language: Stage) -> None:
    text = "Siemens baut ab\nDer Konzern Siemens streicht Stellen in Erlangen. Siemens nannte keine Zahl."
    article = find_entities(language.run(make_article(text)))

    (siemens,) = (entity for entity in article.entities if entity.name == "Siemens")
    assert [mention.span.start for mention in article.mentions if mention.entity == siemens.id] == [0, 28, 66]
