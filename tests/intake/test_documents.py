"""Which lines a reader sees of an HTML document, in which order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from lagebild.intake.documents import MarkupLine, read_lines


def lines_of(markup: str) -> tuple[MarkupLine, ...]:
    return read_lines(html.document_fromstring(markup))


def texts_of(markup: str) -> list[str]:
    return [line.text for line in lines_of(markup)]


def test_every_block_is_a_line() -> None:
    markup = "<h1>Der Rat tagt</h1><p>Es war spät.</p><ul><li>Eins</li><li>Zwei</li></ul>"

    assert texts_of(markup) == ["Der Rat tagt", "Es war spät.", "Eins", "Zwei"]


def test_inline_elements_stay_in_their_line() -> None:
    assert texts_of("<p>Der <b>neue</b> <a href=/x>Vertrag</a><i>s</i>text</p>") == ["Der neue Vertragstext"]


def test_a_line_break_starts_a_line() -> None:
    assert texts_of("<p>By Jane Doe<br>18 June 2024<br/></p>") == ["By Jane Doe", "18 June 2024"]


def test_text_around_a_nested_block_keeps_its_order() -> None:
    assert texts_of("<div>davor<p>darin</p>danach</div>ganz am Ende") == ["davor", "darin", "danach", "ganz am Ende"]


def test_each_cell_of_a_table_is_a_line() -> None:
    markup = "<table><tr><th>Partei<th>Sitze<tr><td>Grüne<td>17</table>"

    assert texts_of(markup) == ["Partei", "Sitze", "Grüne", "17"]


def test_entities_are_characters() -> None:
    assert texts_of("<p>M&uuml;nchen &amp; Kiew&nbsp;&#8211; &bdquo;Nein&ldquo;</p>") == ["München & Kiew – „Nein“"]


def test_a_comment_is_no_text_and_what_follows_it_is() -> None:
    assert texts_of("<p>Eins<!-- Geheim --> zwei<?php geheim ?> drei</p>") == ["Eins zwei drei"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = 'Geheim';</script>",
        "<style>p { color: red }</style>",
        "<noscript>Geheim</noscript>",
        "<template><p>Geheim</p></template>",
        "<div hidden><p>Geheim</p></div>",
        '<div style="color: red; display: none">Geheim</div>',
        "<svg><text>Geheim</text></svg>",
        "<iframe>Geheim</iframe>",
    ],
)
def test_what_no_reader_sees_is_left_out_and_what_follows_is_not(hidden: str) -> None:
    assert texts_of(f"<body><p>davor</p>{hidden}danach<p>Ende</p></body>") == ["davor", "danach", "Ende"]


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    assert texts_of("<div><p>Eins <b>zwei<p>Drei</i></div></div><p>Vier") == ["Eins zwei", "Drei", "Vier"]


def test_a_line_knows_its_block_and_the_elements_around_it() -> None:
    (line,) = lines_of('<main><div class="Article Body" id="Top"><h2>Der <b>Streit</b></h2></div></main>')

    assert line.tag == "h2"
    assert line.path == ("html", "body", "main", "div article body top", "h2")


def test_text_that_stands_in_no_block_belongs_to_the_body() -> None:
    (line,) = lines_of("<span>Nur so</span>")

    assert (line.tag, line.path) == ("body", ("html", "body", "span"))


@pytest.mark.parametrize(
    ("markup", "linked"),
    [
        ("<p>Kein Link</p>", 0.0),
        ("<p><a href=/>Ganz</a></p>", 1.0),
        ("<p>Halb<a href=/>Halb</a></p>", 0.5),
        ("<p><a href=/><b>Ganz</b></a></p>", 1.0),
    ],
)
def test_the_share_of_a_line_in_links_is_measured(markup: str, linked: float) -> None:
    (line,) = lines_of(markup)

    assert line.linked == linked


def test_two_hundred_nested_elements_are_read() -> None:
    assert texts_of("<div>" * 200 + "tief" + "</div>" * 200 + "<p>Ende</p>") == ["tief", "Ende"]


def test_a_document_nested_deeper_than_libxml2_goes_is_survived() -> None:
    assert lines_of("<div>" * 5_000 + "tief" + "</div>" * 5_000) == ()


_FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<br>",
        "<a href=x>",
        "</a>",
        "Wort ",
        " ",
        "\n",
        "&amp;",
        "<!-- x -->",
        "<td>",
    ]
)


@given(st.lists(_FRAGMENTS, min_size=1, max_size=30).map("".join))
@settings(max_examples=60, deadline=None)
def test_lines_have_folded_text_and_a_share_between_none_and_all(markup: str) -> None:
    for line in lines_of(f"<html><body>{markup}</body></html>"):
        assert line.text == " ".join(line.text.split()) != ""
        assert 0.0 <= line.linked <= 1.0
        assert line.path[0] == "html"
