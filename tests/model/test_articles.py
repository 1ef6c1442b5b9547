"""The article leads its spans back to the page as received."""

from __future__ import annotations

from lagebild.model import Article, Block, Role, Source, Span
from lagebild.model.composition import compose
from tests.factories import make_article
from tests.model.test_records import full_article

PAGE = "Menü\n  Lund besucht Halvar  \nAnzeige\nPräsident Lund reist am Mittwoch."


def _article() -> Article:
    spans = [(Role.NAVIGATION, 0, 4), (Role.HEADLINE, 7, 26), (Role.LABEL, 29, 36), (Role.PARAGRAPH, 37, 70)]
    text, blocks = compose([Block(role, PAGE[start:end], page_span=Span(start, end)) for role, start, end in spans])
    return Article("sha256:0", Source("page.txt"), PAGE, text, blocks)


def test_a_span_of_the_text_leads_back_to_the_page() -> None:
    article = _article()
    start = article.text.index("Mittwoch")

    span = article.page_span(Span(start, start + 8))

    assert span is not None
    assert span.of(PAGE) == "Mittwoch"


def test_a_span_over_two_blocks_covers_what_lies_between_them_in_the_page() -> None:
    article = _article()

    span = article.page_span(Span(0, len(article.text)))

    assert span is not None
    assert span.of(PAGE) == "Lund besucht Halvar  \nAnzeige\nPräsident Lund reist am Mittwoch."


def test_an_article_without_blocks_leads_nowhere() -> None:
    article = Article("sha256:0", Source("page.txt"), "", "", ())

    assert article.page_span(Span(0, 0)) is None


def test_a_notebook_shows_the_findings_marked_in_the_text() -> None:
    shown = full_article()._repr_html_()

    assert ">Montag</mark>" in shown
    assert 'title="bestreitet (indirekt)"' in shown


def test_a_notebook_shows_markup_of_a_page_as_text() -> None:
    shown = make_article("<script>alert(1)</script> & so weiter")._repr_html_()

    assert "<script>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; so weiter" in shown
