"""Articles from clean content, as feeds carry it: a title and the markup of the story alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lagebild.intake.assembly import Metadata, article_from
from lagebild.intake.decoding import without_surrogates
from lagebild.intake.documents import document_root, fold_space, read_lines
from lagebild.intake.pages import Page
from lagebild.model import STORY_ROLES, Block, IntakeError, Published, Role, Span
from lagebild.model.composition import compose
from lagebild.model.errors import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.intake.documents import MarkupLine
    from lagebild.intake.pages import Hints
    from lagebild.model import Article

MAX_ENTRIES = 20_000
"""So many entries are read from a feed; what has more is no feed of the news but an archive or an attack."""

_ROLE_BY_TAG = {
    **dict.fromkeys(["h1", "h2", "h3", "h4", "h5", "h6"], Role.CROSSHEAD),
    **dict.fromkeys(["li", "dt", "dd", "td", "th", "pre"], Role.LIST),
    "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION,
}
_MARKUP = re.compile(r"</?[a-z!][^<>]*>|&#?\w{1,32};", re.IGNORECASE)
# Shorter lines may be said twice on purpose, such as "Ja." in an interview.
_MIN_REPEAT_CHARS = 40
# More tags or lines are an attack: of 430 news pages none has more than 5,242 tags.
_MAX_PIECES = 50_000
_MAX_TITLE_CHARS = 1_000
_LANGUAGE_TAG = re.compile(r"([A-Za-z]{2})(?:[-_][\w-]{1,30})?$", re.ASCII)
# A line of content that is one link leads to another page.
_LINK_SHARE = 0.95


@dataclass(frozen=True, slots=True)
class Fragment:
    """The content of one article and what was said about it.

    Args:
        name: What the article's source is called.
        content: The story: HTML without a page around it, or plain text.
        is_html: Whether the content is HTML.
        headline: The title in plain text, or ``None``.
        published: When it was published.
        authors: Who wrote it.
        url: Its address, or ``None``.
        site: The name of the site, or ``None``.
        language: ISO 639-1 code that was declared, or ``None``.
        received: ISO 8601 time at which it was fetched or archived, or ``None``.
    """

    name: str
    content: str
    is_html: bool = True
    headline: str | None = None
    published: Published = field(default_factory=Published)
    authors: tuple[str, ...] = ()
    url: str | None = None
    site: str | None = None
    language: str | None = None
    received: str | None = None


def read_fragment(fragment: Fragment, hints: Hints) -> Article:
    """Return the article of a fragment. Its page is the headline and the lines of the content, one a line.

    Raises:
        IntakeError: If the content has no words.
    """
    headline = fold_space(without_surrogates(fragment.headline or "")) or None
    content = without_surrogates(fragment.content)
    if content.count("<" if fragment.is_html else "\n") > _MAX_PIECES:
        raise IntakeError(fragment.name, f"more than {_MAX_PIECES:,} tags or lines in one entry; split it")
    lines = list(_html_lines(content) if fragment.is_html else _plain_lines(content))
    if not any(role in STORY_ROLES for role, _ in lines):
        where = f"; read the page it links to: {fragment.url}" if fragment.url else ""
        raise IntakeError(fragment.name, f"no article text in the entry{where}")
    if headline is not None:
        lines.insert(0, (Role.HEADLINE, headline))
    text, blocks = compose(_blocks(lines))
    page = Page(
        fragment.name,
        f"{headline}\n{content}" if headline else content,
        media_type="text/html" if fragment.is_html else "text/plain",
        url=fragment.url,
        received=fragment.received,
    )
    metadata = Metadata(
        headline=headline,
        published=fragment.published,
        authors=fragment.authors,
        contributors=(),
        site=fragment.site,
        language=fragment.language,
    )
    return article_from(page, "\n".join(line for _, line in lines), text, blocks, hints=hints, metadata=metadata)


def text_of(markup: str) -> str:
    """Return a title or name without its markup and character references, white space folded, overlong ones cut.

    >>> text_of("<b>Ja</b> &amp; Nein"), text_of("1 < 2")
    ('Ja & Nein', '1 < 2')
    """
    markup = markup[:_MAX_TITLE_CHARS]
    if not _MARKUP.search(markup):
        return fold_space(markup)
    return " ".join(line.text for line in _markup_lines(markup))


def entry_names(page_name: str, ids: Sequence[str | None]) -> list[str]:
    """Return a name for each entry of a page: ``PAGE#ID``, with its position where the id is missing or taken.

    >>> entry_names("feed.xml", ["tag:a", None, "tag:a"])
    ['feed.xml#tag:a', 'feed.xml#2', 'feed.xml#tag:a-3']
    """
    names: dict[str, None] = {}
    for position, entry_id in enumerate(ids, start=1):
        name = f"{page_name}#{one_line(without_surrogates(entry_id or '')) or position}"
        while name in names:
            name = f"{name}-{position}"
        names[name] = None
    return list(names)


def absolute_url(link: str | None, base: str | None) -> str | None:
    """Return a link as a web address, completed by that of its page; ``None`` where it is none.

    >>> absolute_url("/a.html", "https://example.org/feed"), absolute_url("mailto:a@example.org", None)
    ('https://example.org/a.html', None)
    """
    try:
        url = urljoin(base or "", one_line(without_surrogates(link or "")))
    except ValueError:
        return None
    return url if link and url.lower().startswith(("http://", "https://")) else None


def language_code(tag: str | None) -> str | None:
    """Return the ISO 639-1 code of a language tag (BCP 47), or ``None``.

    >>> language_code("de-AT"), language_code("deutsch")
    ('de', None)
    """
    match = _LANGUAGE_TAG.match(tag or "")
    return match.group(1).lower() if match else None


def _markup_lines(markup: str) -> tuple[MarkupLine, ...]:
    return read_lines(document_root(f"<html><body>{without_surrogates(markup)}</body></html>"))


def _html_lines(markup: str) -> Iterator[tuple[Role, str]]:
    return ((_role(line), line.text) for line in _markup_lines(markup))


def _plain_lines(text: str) -> Iterator[tuple[Role, str]]:
    lines = (fold_space(line) for line in text.splitlines())
    return ((Role.PARAGRAPH, line) for line in lines if line)


def _role(line: MarkupLine) -> Role:
    tags = (step.split(" ", 1)[0] for step in reversed(line.path))
    role = next((_ROLE_BY_TAG[tag] for tag in tags if tag in _ROLE_BY_TAG), Role.PARAGRAPH)
    is_pointer = role is Role.PARAGRAPH and line.linked >= _LINK_SHARE
    return Role.RELATED if is_pointer else role


def _blocks(lines: Sequence[tuple[Role, str]]) -> list[Block]:
    """Return the blocks of a page of lines, those that say an earlier one again with its index."""
    blocks: list[Block] = []
    first_by_text: dict[str, int] = {}
    offset = 0
    for index, (role, line) in enumerate(lines):
        first = first_by_text.setdefault(line.casefold(), index)
        says_title = first < index and blocks[first].role is Role.HEADLINE
        says_again = first < index and role is not Role.LIST and len(line) >= _MIN_REPEAT_CHARS
        span = Span(offset, offset + len(line))
        repeats = first if says_title or says_again else None
        blocks.append(Block(Role.HEADLINE if says_title else role, line, page_span=span, repeats=repeats))
        offset = span.end + len("\n")
    return blocks
