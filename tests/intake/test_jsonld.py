"""What a page's JSON-LD tells, as publishers write it and as they break it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from lagebild.intake.jsonld import LinkedData, read_linked_data

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Der Rat  tagt",
    "datePublished": "2031-03-12T14:05:00+01:00",
    "author": {"@type": "Person", "name": "Jana Weyde"},
    "inLanguage": "de-DE",
    "publisher": {"@type": "Organization", "name": "Das Blatt"},
}
READ = LinkedData(
    headline="Der Rat tagt",
    published="2031-03-12T14:05:00+01:00",
    authors=("Jana Weyde",),
    language="de-DE",
    publisher="Das Blatt",
)


def linked_data(*scripts: object) -> LinkedData:
    texts = [script if isinstance(script, str) else json.dumps(script) for script in scripts]
    markup = "".join(f'<script type="application/ld+json">{text}</script>' for text in texts)
    return read_linked_data(html.document_fromstring(f"<html><head>{markup}</head><body><p>x</p></body></html>"))


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Das Blatt"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": ["WebPage"], "mainEntityOfPage": {"@graph": [[ARTICLE]]}},
        ARTICLE | {"@type": ["Thing", "ReportageNewsArticle"]},
        ARTICLE | {"@type": "BlogPosting"},
    ],
)
def test_the_article_is_found_wherever_it_stands(data: object) -> None:
    assert linked_data(data) == READ


def test_the_first_of_two_articles_is_the_pages() -> None:
    assert linked_data(ARTICLE, ARTICLE | {"headline": "Ganz anders"}) == READ


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jana Weyde", ("Jana Weyde",)),
        (["Jana Weyde", {"@type": "Person", "name": "Karl Ott"}], ("Jana Weyde", "Karl Ott")),
        ({"@type": "Organization", "name": "Jana Weyde Verlag"}, ()),
        ({"@type": ["NewsMediaOrganization"], "name": "Das Blatt"}, ()),
        ({"name": "Redaktion"}, ()),
        ({"@type": "Person"}, ()),
        ({"@type": "Person", "name": ["Jana"]}, ()),
        ([None, 7, [], {}], ()),
        ("https://example.org/jana", ()),
    ],
)
def test_authors_are_persons_with_names(author: object, names: tuple[str, ...]) -> None:
    assert linked_data(ARTICLE | {"author": author}).authors == names


def test_contributors_are_kept_apart_from_authors() -> None:
    data = linked_data(ARTICLE | {"contributor": [{"@type": "Person", "name": "Karl Ott"}]})

    assert (data.authors, data.contributors) == (("Jana Weyde",), ("Karl Ott",))


def test_a_name_stands_in_for_a_missing_headline() -> None:
    assert linked_data({"@type": "Article", "name": "Der Rat tagt"}).headline == "Der Rat tagt"


@pytest.mark.parametrize(
    "script",
    [
        f"<!-- {json.dumps(ARTICLE)} -->",
        f"{json.dumps(ARTICLE)};",
        json.dumps(ARTICLE).replace("tagt", "tagt\t"),
    ],
)
def test_what_publishers_wrap_around_their_json_is_taken_off(script: str) -> None:
    assert linked_data(script) == READ


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "42",
        '"NewsArticle"',
        "[" * 100_000,
        '{"@type": "NewsArticle", "headline": ',
        '{"@type": null}',
        '{"@type": {"@id": "NewsArticle"}}',
        '{"@graph": "nonsense"}',
        '{"headline": "Ohne Typ"}',
        "9" * 10_000,
        '{"@type": "Product", "name": "Laubbläser"}',
    ],
)
def test_nonsense_tells_nothing(script: str) -> None:
    assert linked_data(script) == LinkedData()


def test_broken_json_does_not_hide_the_next_script() -> None:
    assert linked_data('{"@type": "NewsArticle", ', ARTICLE) == READ


@pytest.mark.parametrize("value", [None, 7, True, [], {}, ["Der Rat"], {"@value": "Der Rat"}, "  "])
def test_a_value_that_is_no_text_is_absent(value: object) -> None:
    keys = ("headline", "datePublished", "inLanguage")

    data = linked_data(ARTICLE | dict.fromkeys(keys, value))
    assert (data.headline, data.published, data.language) == (None, None, None)


def test_an_article_behind_thousands_of_objects_is_not_the_pages() -> None:
    assert linked_data([{"@type": "Product"}] * 2_000 + [ARTICLE]) == LinkedData()


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["Article", "Jana Weyde", "x"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["@type", "@graph", "mainEntity", "author", "publisher", "name"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(_JSON)
@settings(max_examples=80, deadline=None)
def test_whatever_the_json_holds_names_are_text(data: object) -> None:
    found = linked_data(data)

    assert all(isinstance(name, str) and name for name in (*found.authors, *found.contributors))
