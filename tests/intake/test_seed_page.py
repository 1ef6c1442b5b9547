"""The page that lagebild was asked to read first, where it is at hand; it does not ship with the project.

The environment variable ``LAGEBILD_SEED`` names its file. Of its lines only the first 20 characters stand here.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import lagebild
from lagebild import Article, Role
from lagebild.evaluation.spans import wrong_spans

SEED = Path(os.environ.get("LAGEBILD_SEED") or "no such file")
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="LAGEBILD_SEED names no file")

PARAGRAPH, CROSSHEAD, TEASER = Role.PARAGRAPH, Role.CROSSHEAD, Role.TEASER
LINES = (
    ("zum Inhalt", Role.NAVIGATION),
    ("Putins seltener Besu", Role.HEADLINE),
    ("Der russische Präsid", Role.STANDFIRST),
    ('Lächerlich": Kongres', TEASER),
    ('Lächerlich": Kongres', TEASER),
    ("Putins seltener Besu", Role.HEADLINE),
    ("Die strömenden Straß", PARAGRAPH),
    ("Die Welt wird auf Pu", PARAGRAPH),
    ("Nachdem er in Nordko", PARAGRAPH),
    ("In einer Pressekonfe", PARAGRAPH),
    ("Uschakow bestritt, d", PARAGRAPH),
    ("Luftbilder von Plane", PARAGRAPH),
    ("John Kirby, Sprecher", PARAGRAPH),
    ("Die USA, Südkorea un", PARAGRAPH),
    ("Putins Besuch erwide", PARAGRAPH),
    ("Dieser Besuch erfolg", PARAGRAPH),
    ("Am Dienstag schossen", PARAGRAPH),
    ("'wachsendes Partners", CROSSHEAD),
    ("Letztes Wochenende f", PARAGRAPH),
    ('"Unser Volk steht fe', PARAGRAPH),
    ("In einem Artikel für", PARAGRAPH),
    ("Er kommentierte, das", PARAGRAPH),
    ("Dieses Treffen finde", PARAGRAPH),
    ("Dieser Gipfel folgte", PARAGRAPH),
    ("Putin lehnte diese A", PARAGRAPH),
    ("Nordkorea schmückt S", Role.CAPTION),
    ("Putins Besuch in Nor", PARAGRAPH),
    ("Letzter Monat teilte", PARAGRAPH),
    ("Zwischen August und ", PARAGRAPH),
    ("Putin tritt wieder a", CROSSHEAD),
    ("Beide Moskau und Pyo", PARAGRAPH),
    ("Als auf Befürchtunge", PARAGRAPH),
    ("Putin kehrt wieder a", CROSSHEAD),
    ("Putin trat letztmals", PARAGRAPH),
    ("Seine jüngste Reise ", PARAGRAPH),
    ("Letzter Monat besuch", PARAGRAPH),
    ("Russland war neuerdi", PARAGRAPH),
    ("Der US-Nationaler Si", PARAGRAPH),
    ("Die Verbesserung der", PARAGRAPH),
    ("Diese Begegnung mit ", PARAGRAPH),
    ("Russland hatte zuvor", PARAGRAPH),
    ("Allerdings scheint R", PARAGRAPH),
    ("Zusätzliche Berichte", Role.CREDIT),
    ("still_20719608_8542.", Role.LABEL),
    ("Wladimir Putin und K", Role.CAPTION),
    ("Lesen Sie auch:", Role.RELATED),
    ("Kommentare", Role.COMMENT),
    ("Aktuelles", Role.LATEST),
    ("Rodrigo Duterte, der", TEASER),
    ("Der ehemalige philip", TEASER),
    ("In einer Überraschun", TEASER),
    ("Mitglieder Öffentlic", Role.LABEL),
)
SECOND_TEASER, SECOND_HEADLINE, VIDEO_CAPTION, SECOND_WORDING = 4, 5, 25, 32


@pytest.fixture(scope="module")
def article() -> Article:
    return lagebild.read(SEED, kind="page-text", published="2024-06-18")


def test_every_line_has_its_role(article: Article) -> None:
    assert [(block.text[:20], block.role) for block in article.blocks] == list(LINES)


def test_every_repeat_is_marked_and_nothing_else(article: Article) -> None:
    repeats = {number: block.repeats for number, block in enumerate(article.blocks) if block.repeats is not None}

    assert repeats == {SECOND_TEASER: 3, SECOND_HEADLINE: 1, VIDEO_CAPTION: 3, SECOND_WORDING: 29}


def test_what_is_said_again_stands_in_the_text_once(article: Article) -> None:
    in_text = {number for number, block in enumerate(article.blocks) if block.span is not None}

    assert not in_text & {SECOND_TEASER, SECOND_HEADLINE, SECOND_WORDING}
    # The teaser that the caption repeats is not in the text, so the caption is.
    assert VIDEO_CAPTION in in_text


def test_the_story_of_the_other_politician_is_set_aside(article: Article) -> None:
    record = article.to_dict()

    assert "Duterte" not in article.text
    assert not any("Duterte" in entity["name"] for entity in record["entities"])


def test_those_who_helped_are_named(article: Article) -> None:
    assert article.contributors == ("Mariya Knight", "Yoonjung Seo", "Betsy Klein", "Paul P. Murphy")
    assert article.authors == ()


def test_the_headline_is_the_first_line_of_the_text(article: Article) -> None:
    assert article.headline is not None
    assert article.headline.span is not None
    assert article.headline.span.start == 0
    assert article.headline.text.endswith("dem Land bei.")


def test_no_span_is_off_by_one(article: Article) -> None:
    assert list(wrong_spans(article)) == []
    assert article.page == SEED.read_bytes().decode()
