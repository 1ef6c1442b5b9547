from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree, html
from tests.cli.samples import disputed_article, english_article, german_article, german_event
from tests.factories import make_article

import lagebild
from lagebild.cli.notebook import article_html
from lagebild.model import (
    Article,
    Caution,
    CautionKind,
    Entity,
    EntityKind,
    Headline,
    Party,
    Source,
    Span,
    SpeechAct,
    Statement,
    StatementKind,
)

EVIL = "<script>alert(\"1\")</script> & 'so' <b onclick=x>"


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _rows(shown: str) -> list[list[str]]:
    """Return the words of the cells of each row."""
    return [[_words(cell) for cell in row.iterchildren()] for row in html.fromstring(shown).iter("tr")]


def test_a_notebook_shows_headline_facts_and_sections() -> None:
    article = german_article()
    page = html.fromstring(replace(article, events=(german_event(article),))._repr_html_())

    assert [_words(heading) for heading in page.iter("h3")] == ["Lund besucht Halvar zum ersten Mal seit zwölf Jahren"]
    assert "seite.txt · Das Blatt · Deutsch · erschienen 11. März 2031 (angegeben)" in _words(page)
    assert [_words(heading) for heading in page.iter("h4", "summary")] == [
        "Wer was sagt",
        "Was geschieht",
        "Wann",
        "Zahlen",
        "Wer und wo",
        "Zu prüfen",
        "Beiseite",
        "Text",
    ]


def test_a_speaker_stands_once_beside_all_that_he_says() -> None:
    rows = _rows(german_article()._repr_html_())

    first = next(index for index, row in enumerate(rows) if row[0].startswith("Jana Weyde"))
    assert rows[first] == [
        "Jana Weyde, Beraterin des Präsidenten",
        "bestreitet",
        "»dass das Abkommen gegen andere gerichtet sei« (indirekt)",
        "Absatz 3",
    ]
    assert rows[first + 1] == [
        "bestätigt",
        "»dass es die Verträge ersetzen werde« (indirekt, an Reportern)",
        "Absatz 3",
    ]


def test_a_denial_stands_under_its_claim() -> None:
    rows = _rows(disputed_article()._repr_html_())

    claim = next(index for index, row in enumerate(rows) if "»Container mit Munition geliefert zu haben«" in row[1])
    assert rows[claim + 1][:2] == [
        "↳ zurückgewiesen",
        "Jana Weyde, Beraterin: »die Vorwürfe „absurd“« (teils wörtlich)",
    ]
    assert rows[claim + 2][:2] == ["↳ bestritten", "ein Sprecher des Hofes von Norby (wie oben)"]


def test_an_english_article_is_shown_in_english_words() -> None:
    shown = english_article()._repr_html_()

    assert "<h4>Who says what</h4>" in shown
    assert ["Jana Weyde", "denies", "“that the treaty was aimed at others” (indirect)", "para 2"] in _rows(shown)


def test_the_language_of_the_words_can_be_chosen() -> None:
    shown = lagebild.article_html(english_article(), ui="de")

    assert 'class="lagebild" lang="de"' in shown
    assert '<span lang="en">»that the treaty was aimed at others«</span>' in shown


def test_a_page_in_another_language_is_shown_in_english_words() -> None:
    shown = make_article("Le conseil se réunit.", language="fr")._repr_html_()

    assert "No statements, days, numbers or names found." in shown
    assert '<h3 lang="fr">' in shown


@pytest.mark.parametrize("article", [german_article(), disputed_article(), english_article()])
def test_a_notebook_fetches_nothing(article: Article) -> None:
    shown = article_html(article)

    assert not re.search(r"\b(?:src|href)=|url\(|@import|<script|<link", shown)


def test_words_of_a_page_are_never_markup() -> None:
    text = f"{EVIL} sagte Kim."
    span = Span(0, len(EVIL))
    statement = Statement(
        "s1", StatementKind.DIRECT, SpeechAct.STATE, Party(span, "e1"), (span,), (span,), Party(span), Party(span)
    )
    article = replace(
        make_article(text, language="de"),
        headline=Headline(EVIL),
        source=Source(EVIL),
        site=EVIL,
        authors=(EVIL,),
        entities=(Entity("e1", EVIL, EntityKind.PERSON, roles=(EVIL,)),),
        statements=(statement,),
        warnings=(Caution(CautionKind.GARBLED_TEXT, EVIL, (span,)),),
    )

    shown = article._repr_html_()

    assert "<script" not in shown
    assert "<b " not in shown
    assert set(re.findall(r"<(\w+)", shown)) <= {
        *("article", "style", "h3", "h4", "p", "table", "tr", "th", "td", "span", "details", "summary", "div", "mark"),
    }


def test_the_language_that_a_page_claims_is_no_markup_either() -> None:
    assert 'lang="&quot;&gt;&lt;b&gt;"' in make_article("Ein Satz.", language='"><b>')._repr_html_()
