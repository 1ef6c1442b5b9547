"""What comes in: a page as received, and what the caller knows about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from lagebild.model import Article, IntakeError, Published, Source

Outcome = Article | IntakeError
"""What becomes of one page of many: a bad page must not stop the others."""

MAX_PAGE_BYTES = 10_000_000
"""A page larger than this is refused; the largest of 1,400 news pages that were measured has 3 MB."""

MAX_PAGE_LINES = 20_000
"""A page of more lines is refused; among the same pages none has 3,000."""

MAX_TEXT_CHARS = 1_000_000
"""A page whose text is longer is refused: that is a book, and the stages would take minutes."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller knows about the pages; it stands above what the pages say of themselves.

    Args:
        published: The publication date that was given, or an unknown one.
        language: ISO 639-1 code, or ``None`` to find out.
        headline: The title, or ``None`` to find out.
    """

    published: Published = field(default_factory=Published)
    language: str | None = None
    headline: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as received.

    Args:
        name: File name, URL or the name in a corpus.
        content: The bytes, or the text where the caller has it decoded.
        media_type: Such as ``text/html``, or ``None``.
        charset: The encoding that the transport declared, or ``None``.
        url: The address of the page, or ``None``.
        received: ISO 8601 time at which it was fetched or archived, or ``None``.

    Raises:
        IntakeError: If it is larger than `MAX_PAGE_BYTES`.
    """

    name: str
    content: bytes | str
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    received: str | None = None

    def __post_init__(self) -> None:
        if len(self.content) > MAX_PAGE_BYTES:
            raise IntakeError(self.name, f"larger than {MAX_PAGE_BYTES // 1_000_000} MB; split it into pages")

    def check_text(self, *, chars: int, lines: int) -> None:
        """Refuse a page whose text is too long to be a news page.

        Raises:
            IntakeError: If it has more than `MAX_TEXT_CHARS` characters or `MAX_PAGE_LINES` lines.
        """
        if chars > MAX_TEXT_CHARS:
            raise IntakeError(self.name, f"more than {MAX_TEXT_CHARS:,} characters of text; split it into pages")
        if lines > MAX_PAGE_LINES:
            raise IntakeError(self.name, f"more than {MAX_PAGE_LINES:,} lines; split it into pages")

    @property
    def id(self) -> str:
        """``sha256:`` and the digest of the content."""
        content = self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "surrogatepass")
        return f"sha256:{sha256(content).hexdigest()}"

    @property
    def source(self) -> Source:
        """The source of the article that will be read from it."""
        return Source(self.name, self.url, self.media_type, self.received)
