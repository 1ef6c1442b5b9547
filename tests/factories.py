"""Articles made by hand, for tests of the stages."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from lagebild.model import Article, Block, KnownFrom, Published, Role, Source, Span


def make_article(text: str, *, language: str = "de", published: date | None = date(2024, 6, 18)) -> Article:
    """Return an article whose page is its text, one paragraph a line."""
    blocks = []
    offset = 0
    for line in text.split("\n"):
        if line:
            span = Span(offset, offset + len(line))
            blocks.append(Block(Role.PARAGRAPH, line, page_span=span, span=span))
        offset += len(line) + 1
    return Article(
        id=f"sha256:{sha256(text.encode()).hexdigest()}",
        source=Source("test.txt"),
        page=text,
        text=text,
        blocks=tuple(blocks),
        language=language,
        published=Published(published.isoformat(), "day", KnownFrom.GIVEN) if published else Published(),
    )
