"""Articles from HTML pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pages import GERMAN_HTML

from lagebild.intake.html import page_text, read_document, read_html
from lagebild.intake.pages import Hints, Page
from lagebild.model import Article, IntakeError, KnownFrom, Published


def article_of(markup: str | bytes, **page: str) -> Article:
    return read_html(Page("seite.html", markup, **page), Hints())


def outcome_of(markup: str) -> Article | IntakeError:
    try:
        return article_of(markup)
    except IntakeError as error:
        return error


def in_head(extra: str) -> str:
    """Return the page with more in its head, and without its JSON-LD."""
    start, end = GERMAN_HTML.index("<script"), GERMAN_HTML.index("</script>")
    return GERMAN_HTML[:start] + extra + GERMAN_HTML[end + len("</script>") :]


def test_the_story_of_a_page_is_its_text() -> None:
    assert article_of(GERMAN_HTML).text == (
        "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz\n\n"
        "Der Rat von Oberwieden hat nach langer Sitzung die Schließung des Hallenbads beschlossen. Viele Eltern sind "
        "empört – und wütend.\n\n"
        "„Wir haben dieses Geld nicht“, sagte Bürgermeisterin Hella Brandhorst am Dienstagabend vor rund 250 Menschen "
        "im Rathaus.\n\n"
        "Das nächste Hallenbad liegt in Tannrode, 23 Kilometer entfernt. Die Schulen fürchten um den Unterricht."
    )


def test_every_line_a_reader_sees_is_a_block() -> None:
    blocks = article_of(GERMAN_HTML).blocks

    assert [block.text for block in blocks[:3]] == [
        "Startseite",
        "Politik",
        "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz",
    ]
    assert blocks[-1].text == "Impressum Datenschutz"
    assert not any("Versteckt" in block.text for block in blocks)


def test_blocks_point_into_the_text_of_the_document() -> None:
    article = article_of(GERMAN_HTML)

    assert article.page == page_text(Page("seite.html", GERMAN_HTML))
    assert all(block.page_span.of(article.page) == block.text for block in article.blocks)


def test_metadata_is_read_from_json_ld() -> None:
    article = article_of(GERMAN_HTML)

    assert article.published == Published("2031-03-12T14:05:00+01:00", "second", KnownFrom.METADATA)
    assert (article.authors, article.contributors) == (("Jana Weyde",), ("Karl Ott",))
    assert (article.site, article.language) == ("Das Blatt", "de")
    assert article.source.url == "https://blatt.example.org/hallenbad"


def test_the_address_that_was_fetched_stands_above_the_one_the_page_gives() -> None:
    assert article_of(GERMAN_HTML, url="https://example.org/kopie").source.url == "https://example.org/kopie"


def test_metadata_is_read_from_meta_elements() -> None:
    article = article_of(
        in_head(
            '<meta name="author" content="Jana Weyde"><meta property="og:site_name" content="Das Blatt">'
            '<meta property="article:published_time" content="2031-03-12T14:05:00+01:00">'
        )
    )

    assert (article.authors, article.site) == (("Jana Weyde",), "Das Blatt")
    assert article.published == Published("2031-03-12", "day", KnownFrom.METADATA)


@pytest.mark.parametrize("author", ["Redaktion", "Das Blatt", "dpa", "admin", "https://example.org/jana"])
def test_authors_that_are_none_are_not_invented(author: str) -> None:
    extra = f'<meta name="author" content="{author}"><meta property="og:site_name" content="Das Blatt">'

    assert article_of(in_head(extra)).authors == ()


def test_a_by_line_that_readers_see_names_the_author() -> None:
    page = in_head("").replace("</h1>", '</h1><p class="byline">Von Karl Ott</p>')

    assert article_of(page).authors == ("Karl Ott",)


def test_a_title_that_stands_only_in_the_head_is_the_headline_without_a_place() -> None:
    start, end = GERMAN_HTML.index("<h1>"), GERMAN_HTML.index("</h1>")
    article = article_of(GERMAN_HTML[:start] + GERMAN_HTML[end + len("</h1>") :])

    assert article.headline is not None
    assert article.headline.text == "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz"
    assert article.headline.span is None


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "utf-16"])
def test_a_page_is_read_in_its_own_encoding(charset: str) -> None:
    page = GERMAN_HTML.replace("utf-8", charset).replace("„", '"').replace("“", '"').encode(charset)

    assert "Viele Eltern sind empört" in article_of(page).text


@pytest.mark.parametrize("markup", ["", " ", "<!-- nichts -->", "\x00\x00", "<!DOCTYPE html>", "<?xml version='1.0'?>"])
def test_what_is_no_document_or_holds_no_article_is_one_error(markup: str) -> None:
    with pytest.raises(IntakeError) as refused:
        article_of(markup)

    assert str(refused.value).startswith("seite.html: no ")
    assert "\n" not in str(refused.value)


def test_a_menu_alone_is_no_article() -> None:
    with pytest.raises(IntakeError, match="no article text found; try --as text"):
        article_of("<html><body><nav><ul><li><a href=/>Start</a><li><a href=/p>Politik</a></ul></nav></body></html>")


def test_markup_that_is_broken_is_read_all_the_same() -> None:
    page = GERMAN_HTML.replace("</p>", "").replace("</article></main>", "</div></span>").replace("</html>", "<p")

    assert "Die Schulen fürchten um den Unterricht." in article_of(page).text


def test_control_characters_do_not_end_the_document() -> None:
    page = GERMAN_HTML.replace("langer Sitzung", "langer\x00 \x08Sitzung")

    assert "nach langer Sitzung die Schließung" in article_of(page).text


def test_a_page_too_large_for_the_extractor_is_read_without_it() -> None:
    page = GERMAN_HTML.replace("<footer>", "<!-- <p> -->" * 70_000 + "<footer>")
    document = read_document(Page("seite.html", page))

    assert document.markup.body == ""
    assert document.metadata.headline == "Der Rat von Oberwieden schließt das Hallenbad am Lindenplatz"
    assert len(document.lines) == 7


def test_the_text_of_a_page_has_one_line_a_block() -> None:
    assert page_text(Page("a.html", "<p>Eins<b> zwei</b></p><ul><li>Drei<li>Vier</ul>")) == "Eins zwei\nDrei\nVier"


@pytest.mark.parametrize("markup", ["<p>" + "wort " * 250_000 + "</p>", "<p>Satz</p>" * 20_001])
def test_a_book_is_refused_with_the_way_out(markup: str) -> None:
    with pytest.raises(IntakeError, match=r"^seite\.html: more than .*; split it into pages$"):
        article_of(markup)


_PIECES = st.sampled_from(
    [
        *"<p> </p> <div> </div> <!-- --> <script> </script> <td> &#x110000; &lt; < \x00 „".split(" "),
        "<h1>Der Rat</h1>",
        "<p>Der Rat hat nach langer Sitzung die Schließung des Hallenbads beschlossen, und die Eltern sind empört.</p>",
    ]
)


@given(st.lists(_PIECES, max_size=25).map("".join))
@settings(max_examples=40, deadline=None)
def test_any_markup_gives_exact_blocks_or_one_error(markup: str) -> None:
    outcome = outcome_of(markup)
    if isinstance(outcome, IntakeError):
        assert "\n" not in str(outcome)
        return

    for block in outcome.blocks:
        assert block.page_span.of(outcome.page) == block.text
        assert block.span is None or block.span.of(outcome.text) == block.text
