from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.fragments import Fragment, absolute_url, entry_names, language_code, read_fragment, text_of
from lagebild.intake.pages import Hints
from lagebild.model import Article, IntakeError, KnownFrom, Published, Role

GERMAN = """
<p>Ministerin Haberkorn hat am Montag <b>bestritten</b>, davon gewusst zu haben.</p>
<h2>Opposition fordert Aufklärung</h2>
<ul><li><p>Baubeginn: 1998</p></li><li>Kosten: 41,5 Millionen Euro</li></ul>
<blockquote><p>„Wir haben nichts verschwiegen.“</p></blockquote>
<figure><img src="a.jpg"><figcaption>Die Schleuse Altenwehr.</figcaption></figure>
<p><a href="/mehr">Mehr zur Schleuse</a></p>
"""


def read(content: str, *, is_html: bool = True, headline: str | None = "Haberkorn weist Vorwürfe zurück") -> Article:
    return read_fragment(Fragment("a", content, is_html=is_html, headline=headline), Hints())


def test_tags_tell_the_roles_of_the_blocks() -> None:
    article = read(GERMAN)

    assert [(block.role, block.text) for block in article.blocks] == [
        (Role.HEADLINE, "Haberkorn weist Vorwürfe zurück"),
        (Role.PARAGRAPH, "Ministerin Haberkorn hat am Montag bestritten, davon gewusst zu haben."),
        (Role.CROSSHEAD, "Opposition fordert Aufklärung"),
        (Role.LIST, "Baubeginn: 1998"),
        (Role.LIST, "Kosten: 41,5 Millionen Euro"),
        (Role.QUOTE, "„Wir haben nichts verschwiegen.“"),
        (Role.CAPTION, "Die Schleuse Altenwehr."),
        (Role.RELATED, "Mehr zur Schleuse"),
    ]


def test_the_page_is_the_headline_and_the_lines_of_the_content() -> None:
    article = read("<p>The ferry sailed.</p>Nobody was hurt.", headline="Ferry sails")

    assert article.page == "Ferry sails\nThe ferry sailed.\nNobody was hurt."
    assert article.text == "Ferry sails\n\nThe ferry sailed.\n\nNobody was hurt."
    assert article.headline is not None
    assert article.headline.span == article.blocks[0].span


def test_the_lines_of_plain_text_are_paragraphs() -> None:
    article = read("The ferry sailed at 5 < 6.\n\n  Nobody was <hurt>. ", is_html=False, headline=None)

    assert [block.text for block in article.blocks] == ["The ferry sailed at 5 < 6.", "Nobody was <hurt>."]
    assert article.headline is None


def test_a_headline_that_the_content_says_again_is_a_repeat() -> None:
    article = read("<h1>Haberkorn weist  Vorwürfe zurück</h1><p>Sie bestritt alles.</p>")

    assert [(block.role, block.repeats) for block in article.blocks] == [
        (Role.HEADLINE, None),
        (Role.HEADLINE, 0),
        (Role.PARAGRAPH, None),
    ]
    assert article.text == "Haberkorn weist Vorwürfe zurück\n\nSie bestritt alles."


def test_a_long_line_said_twice_is_a_repeat_but_a_short_answer_or_a_list_item_is_not() -> None:
    sentence = "Die Häfen von Brookmünde und Süderkoog arbeiten zusammen."
    article = read(f"<p>{sentence}</p><p>Ja.</p><ul><li>{sentence}</li></ul><p>Ja.</p><p>{sentence}</p>", headline=None)

    assert [block.repeats for block in article.blocks] == [None, None, None, None, 0]


def test_what_is_known_of_an_article_is_kept() -> None:
    published = Published("2024-06-18", "day", KnownFrom.METADATA)
    fragment = Fragment(
        "feed#1",
        "<p>Die Fähre fuhr trotz der Warnung.</p>",
        published=published,
        authors=("Jana Weyde",),
        url="https://bote.example/a",
        site="Wendtaler Bote",
        received="2024-06-19T06:00:00Z",
    )
    article = read_fragment(fragment, Hints())

    assert article.published == published
    assert article.authors == ("Jana Weyde",)
    assert article.site == "Wendtaler Bote"
    assert article.language == "de"
    assert (article.source.name, article.source.url) == ("feed#1", "https://bote.example/a")
    assert article.source.received == "2024-06-19T06:00:00Z"


def test_what_the_caller_knows_wins() -> None:
    given_date = Published("2020-01-02", "day", KnownFrom.GIVEN)
    fragment = Fragment("a", "<p>Sie kam.</p>", published=Published("2024-06-18", "day", KnownFrom.METADATA))
    article = read_fragment(fragment, Hints(published=given_date, language="en"))

    assert article.published == given_date
    assert article.language == "en"


@pytest.mark.parametrize("content", ["", " \n ", "<p></p><img src='a.png'>", "<script>alert(1)</script>", "\x00"])
def test_content_without_words_is_an_error_that_names_the_page_to_read(content: str) -> None:
    with pytest.raises(IntakeError, match=r"feed#1: no article text.*https://bote\.example/a"):
        read_fragment(Fragment("feed#1", content, headline="Titel", url="https://bote.example/a"), Hints())


@pytest.mark.parametrize("content", ["<b>a" * 60_000, "<br>" * 60_000])
def test_content_with_endless_tags_is_refused(content: str) -> None:
    with pytest.raises(IntakeError, match="more than 50,000 tags"):
        read(content)


def test_control_characters_do_not_cut_the_content() -> None:
    assert read("<p>Vor\x00her</p><p>\x0cNach\ud800her</p>", headline=None).page == "Vor her\nNach\ufffdher"


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Putin &amp; Kim", "Putin & Kim"),
        ("<em>Putin</em>&nbsp;reist", "Putin reist"),
        ("AT&T wächst", "AT&T wächst"),
        ("1 < 2 und 3 > 2", "1 < 2 und 3 > 2"),
        ("  viel\n Raum ", "viel Raum"),
        ("<br/>", ""),
    ],
)
def test_markup_in_titles_becomes_text(markup: str, text: str) -> None:
    assert text_of(markup) == text


def test_names_of_entries_differ_where_their_ids_do_not() -> None:
    assert entry_names("f", ["a", "a", "", None, "b\nc"]) == ["f#a", "f#a-2", "f#3", "f#4", "f#b c"]


def test_names_of_entries_differ_where_an_id_looks_like_a_position() -> None:
    assert len(set(entry_names("f", ["2", "2", "3", None]))) == 4


@pytest.mark.parametrize(
    ("link", "base", "url"),
    [
        ("https://a.example/x", None, "https://a.example/x"),
        ("/x", "https://a.example/feed", "https://a.example/x"),
        ("x", None, None),
        ("javascript:alert(1)", "https://a.example", None),
        ("http://[", "https://a.example", None),
        ("", "https://a.example", None),
        (None, "https://a.example", None),
    ],
)
def test_only_web_addresses_are_links(link: str | None, base: str | None, url: str | None) -> None:
    assert absolute_url(link, base) == url


@pytest.mark.parametrize(("tag", "code"), [("de", "de"), ("EN-us", "en"), ("de_CH", "de"), ("eng", None), (None, None)])
def test_language_tags_become_codes(tag: str | None, code: str | None) -> None:
    assert language_code(tag) == code


@given(
    st.text(st.characters(), max_size=200)
    | st.lists(
        st.sampled_from(["<p>", "</p>", "<li>", "<a href='x'>", "</a>", "<h2>", "Ja.", " ", "&amp;", "<!--"])
    ).map("".join),
    st.booleans(),
    st.none() | st.text(st.characters(), max_size=20),
)
def test_every_block_stands_where_it_says(content: str, is_html: bool, headline: str | None) -> None:  # noqa: FBT001
    try:
        article = read(content, is_html=is_html, headline=headline)
    except IntakeError:
        return
    assert article.text.encode()
    for block in article.blocks:
        assert block.page_span.of(article.page) == block.text
        assert block.span is None or block.span.of(article.text) == block.text
