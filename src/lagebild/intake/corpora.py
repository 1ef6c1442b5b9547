"""The articles of a corpus in JSON Lines: one object a line, with a name and one text."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, BinaryIO

from lagebild.expressions.publication import parse_given
from lagebild.intake.decoding import without_surrogates
from lagebild.intake.documents import fold_space
from lagebild.intake.fragments import language_code
from lagebild.intake.html import read_html
from lagebild.intake.kinds import TEXT_KEYS
from lagebild.intake.pages import MAX_PAGE_BYTES, Hints, Page
from lagebild.intake.plain import read_page_text, read_text, text_lines
from lagebild.model import Headline, IntakeError, Published, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.intake.pages import Outcome
    from lagebild.model import Article

_READERS = {"text": read_text, "html": read_html, "page_text": read_page_text}
_MEDIA_TYPES = {"text": "text/plain", "html": "text/html", "page_text": "text/plain"}
# What is read at once of the rest of an overlong line, only to be thrown away.
_SKIP_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class CorpusEntry:
    """One line of a corpus.

    Args:
        name: What its article is called.
        key: Which of the texts it has: ``text``, ``html`` or ``page_text``.
        content: That text.
        published: The publication date that it gives.
        language: The language that it gives, ISO 639-1, or ``None``.
        url: The address that it gives, or ``None``.
        headline: The headline that it gives, or ``None``.
    """

    name: str
    key: str
    content: str
    published: Published
    language: str | None = None
    url: str | None = None
    headline: str | None = None


def read_corpus(stream: BinaryIO, name: str, hints: Hints) -> Iterator[Outcome]:
    """Yield an article for each line of a corpus, in its order, or why it has none; empty lines are passed over.

    Args:
        stream: The corpus.
        name: What errors call it.
        hints: What the caller knows; what a line gives of itself stands above it.
    """
    is_empty = True
    for number, line in enumerate(_lines(stream), start=1):
        if line is not None and not line.strip():
            continue
        is_empty = False
        try:
            yield read_entry(parse_line(line, f"{name}, line {number}"), hints)
        except IntakeError as error:
            yield error
    if is_empty:
        yield IntakeError(name, "empty; give a corpus with one JSON object a line")


def read_entry(entry: CorpusEntry, hints: Hints) -> Article:
    """Return the article of one line of a corpus.

    Raises:
        IntakeError: If its text has no article.
    """
    page = Page(entry.name, entry.content, media_type=_MEDIA_TYPES[entry.key], url=entry.url)
    own = Hints(
        published=hints.published if entry.published.value is None else entry.published,
        language=entry.language or hints.language,
        headline=entry.headline,
    )
    article = _READERS[entry.key](page, own)
    return article if entry.headline is None else _with_headline(article, entry.headline)


def parse_line(line: bytes | None, where: str) -> CorpusEntry:
    """Return what a line of a corpus says.

    Args:
        line: The line, or ``None`` where it was too long to be kept.
        where: What errors call it.

    Raises:
        IntakeError: If the line is not a JSON object with a name and one text, or a value is none that its key takes.
    """
    if line is None:
        raise IntakeError(where, f"longer than {MAX_PAGE_BYTES // 1_000_000} MB; split its text")
    members = _members(line, where)
    keys = [key for key in TEXT_KEYS if members.get(key) is not None]
    if len(keys) != 1:
        raise IntakeError(where, f"{' and '.join(keys) or 'no text'}; give exactly one of {', '.join(TEXT_KEYS)}")
    name = _string(members, "name", where)
    if not name:
        raise IntakeError(where, "no name; give each line a name")
    return CorpusEntry(
        name=name,
        key=keys[0],
        content=_string(members, keys[0], where) or "",
        published=_published(members, where),
        language=_language(members, where),
        url=_string(members, "url", where),
        headline=fold_space(_string(members, "headline", where) or "") or None,
    )


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream, ``None`` for one that is too long to be kept."""
    while line := stream.readline(MAX_PAGE_BYTES):
        if len(line) < MAX_PAGE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_SKIP_BYTES)
        yield None


def _members(line: bytes, where: str) -> dict[str, Any]:
    try:
        members = json.loads(line.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        raise IntakeError(where, f"not UTF-8 at byte {error.start}; save the corpus as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise IntakeError(where, f"not JSON ({str(error)[:80]}); a corpus has one JSON object a line") from error
    if not isinstance(members, dict):
        raise IntakeError(where, "not a JSON object; a corpus has one JSON object a line")
    return members


def _string(members: dict[str, Any], key: str, where: str) -> str | None:
    value = members.get(key)
    if value is not None and not isinstance(value, str):
        raise IntakeError(where, f"{key} is no string; write it in quotation marks")
    return None if value is None else without_surrogates(value)


def _published(members: dict[str, Any], where: str) -> Published:
    value = _string(members, "published", where)
    if value is None:
        return Published()
    published = parse_given(value)
    if published is None:
        raise IntakeError(where, f"published is {value[:40]!r}; write it as 2024-06-18 or 2024-06-18T09:30:00+02:00")
    return published


def _language(members: dict[str, Any], where: str) -> str | None:
    value = _string(members, "language", where)
    if value is None:
        return None
    code = language_code(value)
    if code is None:
        raise IntakeError(where, f"language is {value[:40]!r}; write it as an ISO 639-1 code such as de or en")
    return code


def _with_headline(article: Article, headline: str) -> Article:
    """Return the article under the headline that was given; its block, where it has one, gets that role."""
    span = _headline_span(article.text, headline)
    blocks = tuple(
        replace(block, role=Role.HEADLINE) if span is not None and block.span == span else block
        for block in article.blocks
    )
    return replace(article, headline=Headline(headline, span), blocks=blocks)


def _headline_span(text: str, headline: str) -> Span | None:
    if text.startswith(headline):
        return Span(0, len(headline))
    return next((span for span in text_lines(text) if span.of(text) == headline), None)
