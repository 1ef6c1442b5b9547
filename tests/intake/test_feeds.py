from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake import fragments
from lagebild.intake.feeds import read_feed
from lagebild.intake.pages import Hints, Page
from lagebild.model import Article, IntakeError, KnownFrom, Published, Role

SAMPLES = Path(__file__).parents[2] / "samples"
ENTRY = "<item><title>{title}</title><description>{text}</description></item>"


def read(content: bytes | str, *, url: str | None = None, hints: Hints | None = None) -> list[Article | IntakeError]:
    return list(read_feed(Page("feed.xml", content, url=url), hints or Hints()))


def articles(content: bytes | str, *, url: str | None = None, hints: Hints | None = None) -> list[Article]:
    outcomes = read(content, url=url, hints=hints)
    assert all(isinstance(outcome, Article) for outcome in outcomes), outcomes
    return [outcome for outcome in outcomes if isinstance(outcome, Article)]


def rss(*entries: str, head: str = "<title>Wendtaler Bote</title>") -> str:
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{"".join(entries)}</channel></rss>'


def error_of(content: bytes | str) -> IntakeError:
    (outcome,) = read(content)
    assert isinstance(outcome, IntakeError)
    return outcome


def test_an_atom_feed_gives_an_article_an_entry() -> None:
    first, second, third = articles((SAMPLES / "feed-de.xml").read_bytes())

    assert first.source.name == "feed.xml#tag:bote.example,2024-06-18:schleuse"
    assert first.source.url == "https://bote.example/schleuse"
    assert first.site == "Wendtaler Bote: Nachrichten"
    assert first.language == "de"
    assert first.authors == ("Jana Weyde",)
    assert first.published == Published("2024-06-18T09:30:00+02:00", "second", KnownFrom.METADATA)
    assert first.headline is not None
    assert first.headline.text == "Ministerin Haberkorn weist Vorwürfe zur Schleuse zurück"
    assert [block.role for block in first.blocks].count(Role.LIST) == 2
    assert second.authors == ("Tarik Brommer", "Elke Nissen")
    assert third.published.value == "2024-06-17"
    assert third.blocks[1].text.startswith("Im Kreis Wendtal heulen am Donnerstag um 11 Uhr")


def test_a_json_feed_gives_an_article_an_item() -> None:
    first, second = articles((SAMPLES / "feed-en.json").read_bytes())

    assert first.source.name == "feed.xml#ledger-2024-0618-ferry"
    assert first.language == "en"
    assert first.authors == ("Priya Hollis", "Owen Castellane")
    assert first.site == "The Marrow Bay Ledger"
    assert [block.role for block in first.blocks] == [
        Role.HEADLINE,
        Role.PARAGRAPH,
        Role.CROSSHEAD,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]
    assert second.published == Published("2024-06-17", "day", KnownFrom.METADATA)
    assert second.blocks[2].text == "Mayor Colm Abernathy promised $3.2 million for the roof."


def test_an_rss_feed_gives_the_full_content_and_not_the_summary() -> None:
    item = """<item xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <title>Ferry operator &lt;em&gt;denies&lt;/em&gt; &amp;amp; sails</title><link>/ferry</link>
      <guid isPermaLink="false">f-1</guid><dc:creator>Priya Hollis (priya@ledger.example)</dc:creator>
      <pubDate>Tue, 18 Jun 2024 00:30:00 +0200</pubDate><description>In short.</description>
      <content:encoded><![CDATA[<p>The operator denied it & sailed.</p>]]></content:encoded></item>"""
    (article,) = articles(rss(item), url="https://ledger.example/feed")

    assert article.page == "Ferry operator denies & sails\nThe operator denied it & sailed."
    assert article.source.name == "feed.xml#f-1"
    assert article.source.url == "https://ledger.example/ferry"
    assert article.authors == ("Priya Hollis",)
    assert article.published.value == "2024-06-18T00:30:00+02:00"


def test_an_rdf_feed_is_read() -> None:
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="a"><title>Bote</title></channel>
      <item rdf:about="b"><title>Sirenen</title><description>Am Donnerstag heulen die Sirenen.</description></item>
      </rdf:RDF>"""
    (article,) = articles(feed)

    assert article.site == "Bote"
    assert article.text == "Sirenen\n\nAm Donnerstag heulen die Sirenen."


def test_a_json_feed_of_version_1_0_has_one_author_and_numbers_for_ids() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "title": "Bote",
        "author": {"name": "Jana Weyde"},
        "items": [{"id": 7, "content_text": "Die Sirenen heulen."}],
    }
    (article,) = articles(json.dumps(feed))

    assert article.authors == ("Jana Weyde",)
    assert article.source.name == "feed.xml#7"


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("info@bote.example", ()),
        ("weyde@bote.example (Jana Weyde)", ("Jana Weyde",)),
        ("Jana Weyde &lt;weyde@bote.online&gt;", ("Jana Weyde",)),
        ("Jana Weyde und Tarik Brommer", ("Jana Weyde", "Tarik Brommer")),
    ],
)
def test_authors_are_names_and_no_addresses(author: str, names: tuple[str, ...]) -> None:
    item = f"<item><title>a</title><author>{author}</author><description>Die Sirenen heulen.</description></item>"
    (article,) = articles(rss(item))

    assert article.authors == names


def test_the_given_date_wins_over_the_feed() -> None:
    given_date = Published("2020-01-02", "day", KnownFrom.GIVEN)
    outcomes = articles((SAMPLES / "feed-de.xml").read_bytes(), hints=Hints(published=given_date))

    assert {article.published for article in outcomes} == {given_date}


def test_an_entry_without_an_id_is_named_by_its_position() -> None:
    first, second = articles(rss(ENTRY.format(title="a", text="Eins kam."), ENTRY.format(title="b", text="Zwei kam.")))

    assert (first.source.name, second.source.name) == ("feed.xml#1", "feed.xml#2")


def test_an_entry_without_text_is_an_error_and_the_others_come_out() -> None:
    link = "<item><title>Nur ein Titel</title><link>https://bote.example/x</link></item>"
    first, second = read(rss(link, ENTRY.format(title="a", text="Die Sirenen heulen.")))

    assert isinstance(first, IntakeError)
    assert "https://bote.example/x" in str(first)
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    ("charset", "declared"), [("cp1252", "iso-8859-1"), ("utf-8", "utf-8"), ("utf-16", "utf-16"), ("cp1252", "utf-8")]
)
def test_feeds_are_decoded_by_the_rule_of_all_pages(charset: str, declared: str) -> None:
    feed = rss(ENTRY.format(title="Größe", text="Die Häfen öffnen.")).replace("?>", f" encoding='{declared}'?>", 1)
    (article,) = articles(feed.encode(charset))

    assert article.text == "Größe\n\nDie Häfen öffnen."


def test_references_that_only_html_knows_are_understood() -> None:
    (article,) = articles(rss(ENTRY.format(title="Gr&ouml;&szlig;e &nix; & mehr", text="F&uuml;r&nbsp;alle.")))

    assert article.page == "Größe &nix; & mehr\nFür alle."


def test_a_prefix_that_is_not_declared_does_not_hide_the_content() -> None:
    item = "<item><title>a</title><content:encoded>Die Sirenen heulen.</content:encoded></item>"
    (article,) = articles(rss(item))

    assert article.text == "a\n\nDie Sirenen heulen."


def test_a_feed_that_was_cut_in_half_gives_the_entries_before_the_cut() -> None:
    feed = (SAMPLES / "feed-de.xml").read_bytes()
    outcomes = read(feed[: feed.index(b"<id>tag:bote.example,2024-06-17:haefen")])

    assert isinstance(outcomes[0], Article)
    assert outcomes[0].source.name.endswith("schleuse")


@pytest.mark.parametrize(
    ("feed", "says"),
    [
        ("", "no feed"),
        ("Das ist kein Feed.", "no feed"),
        ("<html><body><p>Hallo</p></body></html>", "no entries found"),
        (rss(), "no entries found"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{', "no JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1"}', "no list of items"),
        ("[1, 2]", "no list of items"),
        ('{"items": ' + "[" * 200_000, "nested too deeply"),
        ('{"items": ' + "9" * 5_000, "no JSON Feed"),
    ],
)
def test_what_is_no_feed_is_one_error(feed: str, says: str) -> None:
    assert says in error_of(feed).problem


def test_entities_that_could_explode_are_refused() -> None:
    lines = "".join(f"<!ENTITY a{n + 1} '&a{n};&a{n};&a{n};&a{n};'>" for n in range(30))
    feed = f'<?xml version="1.0"?>\n<!DOCTYPE rss [<!ENTITY a0 "ha">{lines}]><rss><channel><item><title>&a30;</title>'

    assert "declares XML entities" in error_of(feed).problem


def test_a_story_about_entities_is_no_attack() -> None:
    (article,) = articles(rss(ENTRY.format(title="XML", text="<![CDATA[Man schreibt &lt;!ENTITY a 'b'&gt; davor.]]>")))

    assert article.blocks[1].text == "Man schreibt <!ENTITY a 'b'> davor."


ATTRIBUTES = " ".join(f"a{n}='b'" for n in range(50_000))
BOMBS = {
    "author": rss(f"<item><title>a</title><description>Ja.</description><author>{'a' * 1_000_000}</author></item>"),
    "attributes": rss(f"<item {ATTRIBUTES}><description>Ja.</description></item>"),
    "depth": rss(f"<item><description>Ja.</description>{'<a>' * 60_000}{'</a>' * 60_000}</item>"),
    "html depth": rss(ENTRY.format(title="a", text="&lt;b&gt;" * 45_000 + "Ja.")),
    "entries": rss("<item/>" * 1_000_000),
    "lines": rss(ENTRY.format(title="a", text="\n" * 3_000_000)),
    "number": rss(ENTRY.format(title="a", text="&#" + "9" * 200_000 + ";")),
    "unclosed": rss(ENTRY.format(title="a", text="<![CDATA[" * 200_000)),
    "comments": "<!-- a -->" * 200_000 + "<rss/>",
    "items": '{"version": "https://jsonfeed.org/version/1", "items": [' + "{}," * 200_000 + "{}]}",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_soon_in_articles_or_errors(name: str) -> None:
    begin = time.perf_counter()
    outcomes = read(BOMBS[name])

    assert outcomes
    assert time.perf_counter() - begin < 10


def test_entries_beyond_the_limit_are_not_read_and_said_to_be_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.intake.feeds.MAX_ENTRIES", 1)
    first, last = read((SAMPLES / "feed-en.json").read_bytes())

    assert isinstance(first, Article)
    assert isinstance(last, IntakeError)
    assert "more than 1 entries" in last.problem
    assert fragments.MAX_ENTRIES > 1_000


PIECES = [
    *["<rss>", "<item>", "</item>", "<title>", "<description>", "<updated/>", "<author>a@b.de", "<a b='", "<!--"],
    *["Ja.", "<![CDATA[", "]]>", "&amp;", "&", "{", '"items":', "[", "]", "\x00", "é"],
]


@given(st.binary(max_size=300) | st.lists(st.sampled_from(PIECES)).map(lambda pieces: "".join(pieces).encode()))
def test_any_bytes_give_outcomes_and_never_another_exception(content: bytes) -> None:
    outcomes = read(content)

    assert outcomes
    assert all(isinstance(outcome, Article | IntakeError) for outcome in outcomes)


@pytest.mark.parametrize("name", ["feed-de.xml", "feed-en.json"])
def test_damaged_feeds_give_outcomes_whose_spans_hold(name: str) -> None:
    feed = (SAMPLES / name).read_bytes()
    chance = random.Random(name)
    for _ in range(200):
        start, length = chance.randrange(len(feed)), chance.choice([0, 1, 20, 300])
        for outcome in read(feed[:start] + chance.randbytes(chance.choice([0, 1, 8])) + feed[start + length :]):
            if isinstance(outcome, Article):
                assert all(block.page_span.of(outcome.page) == block.text for block in outcome.blocks)
