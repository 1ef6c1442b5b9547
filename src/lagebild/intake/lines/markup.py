"""What the markup around a line of a page says about it, as numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from lagebild.intake.documents import fold_space
from lagebild.intake.lines.context import shifted
from lagebild.intake.lines.similarity import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from lagebild.intake.documents import MarkupLine

_TAG_GROUPS = {
    "p": {"p"},
    "h1": {"h1"},
    "h2": {"h2"},
    "h3": {"h3", "h4", "h5", "h6"},
    "li": {"li", "dt", "dd"},
    "cell": {"td", "th"},
    "caption": {"figcaption", "figure"},
    "blockquote": {"blockquote"},
    "div": {"div", "section"},
    "form": {"option", "form", "fieldset", "select", "legend"},
    "time": {"address", "header", "summary"},
}
# Names that templates give to their elements, in English almost everywhere; German ones where they differ.
_PATH_HINTS = {
    "nav": r"nav|menu|breadcrumb|toolbar|pagination|pager|skip",
    "header": r"\bheader|masthead|topbar|site-?head",
    "footer": r"\bfooter|colophon|bottom",
    "aside": r"\baside|sidebar|rail|widget|secondary|column-right",
    "main": r"\bmain\b|content|entry|\bpost|story|artikel|beitrag|text\b|body",
    "article": r"\barticle\b",
    "paragraph_path": r"\bp\b",
    "figure": r"\bfigure|figcaption|caption|bild|image|img|photo|picture|gallery|media|video",
    "comment": r"comment|kommentar|discuss|respond|reply|forum",
    "related": r"related|recommend|teaser|more-|mehr|similar|also|promo|box|card|tile",
    "latest": r"latest|recent|popular|most|ticker|trending|archive|list",
    "share": r"share|social|facebook|twitter|print|tool",
    "author": r"author|autor|byline|writer|credit|source|quelle|copyright",
    "meta": r"meta|date|time|info|datum|published|stamp",
    "tag": r"\btag|categor|topic|keyword|label|kicker|rubrik|dachzeile|overline",
    "advert": r"\bad\b|\bads\b|advert|anzeige|sponsor|banner|newsletter|subscri|abo|paywall|shop|product",
    "consent": r"cookie|consent|privacy|legal|gdpr|modal|popup|overlay",
    "title": r"title|headline|heading|\bh1\b",
    "lead": r"lead|intro|summary|excerpt|abstract|teaser-text|standfirst|dek|subtitle|vorspann|description",
    "quote": r"quote|zitat|blockquote|embed|tweet",
    "list_path": r"\bul\b|\bol\b|\btable\b|\bdl\b",
    "form_path": r"\bform\b|search|login|input",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _PATH_HINTS.items()}
# How far around a line its markup still counts: the innermost elements say what it is, the outer ones where it stands.
_INNER_STEPS = 3
_FLAG_NAMES = ("linked", "depth", "in_body", "title_overlap", "is_title", "same_tag_before", "same_tag_after")
_COLUMNS = (
    *(f"tag_{name}" for name in _TAG_GROUPS),
    *_PATH_HINTS,
    *(f"inner_{name}" for name in _PATH_HINTS),
    *_FLAG_NAMES,
)
_NEIGHBOUR_COLUMNS = tuple(
    _COLUMNS.index(name) for name in (*(f"tag_{name}" for name in _TAG_GROUPS), "linked", "in_body")
)
_NEIGHBOURS = (-2, -1, 1, 2)
MARKUP_NAMES = (
    *_COLUMNS,
    *(f"{_COLUMNS[column]}_{offset:+d}" for offset in _NEIGHBOURS for column in _NEIGHBOUR_COLUMNS),
)
_MIN_INSIDE_CHARS = 25


def markup_features(lines: Sequence[MarkupLine], *, body: str, title: str) -> NDArray[np.float32]:
    """Return one row a line, one column a name of `MARKUP_NAMES`.

    Args:
        lines: The lines of the document.
        body: The text that a body extractor took for the article, one block a line; empty where there is none.
        title: The title that the document's metadata gives; empty where there is none.
    """
    if not lines:
        return np.zeros((0, len(MARKUP_NAMES)), dtype=np.float32)
    inside = in_body([line.text for line in lines], body)
    title_stems = frozenset(stems(title))
    columns = np.array(
        [
            [*_tags(line), *_hints(line), *_flags(line, is_inside, title_stems, title)]
            for line, is_inside in zip(lines, inside, strict=True)
        ],
        dtype=np.float32,
    )
    tags = [line.path for line in lines]
    columns[:, _COLUMNS.index("same_tag_before")] = [False, *(a == b for a, b in zip(tags[1:], tags, strict=False))]
    columns[:, _COLUMNS.index("same_tag_after")] = [*(a == b for a, b in zip(tags[1:], tags, strict=False)), False]
    neighbours = [shifted(columns[:, _NEIGHBOUR_COLUMNS], -offset) for offset in _NEIGHBOURS]
    return np.hstack([columns, *neighbours])


def in_body(lines: Sequence[str], body: str) -> list[bool]:
    """Tell for each line whether the body holds it: short lines as a whole line, longer ones anywhere."""
    body_lines = {fold_space(line).lstrip("-|* ").rstrip("| ") for line in body.split("\n")}
    whole = fold_space(body)
    return [line in body_lines or (len(line) >= _MIN_INSIDE_CHARS and line in whole) for line in lines]


def _tags(line: MarkupLine) -> list[float]:
    return [float(line.tag in group) for group in _TAG_GROUPS.values()]


def _hints(line: MarkupLine) -> list[float]:
    path = " ".join(line.path)
    inner = " ".join(line.path[-_INNER_STEPS:])
    whole_hits = [float(pattern.search(path) is not None) for pattern in _PATTERNS.values()]
    return whole_hits + [float(pattern.search(inner) is not None) for pattern in _PATTERNS.values()]


def _flags(line: MarkupLine, is_inside: bool, title_stems: frozenset[str], title: str) -> list[float]:  # noqa: FBT001
    own = frozenset(stems(line.text))
    overlap = len(own & title_stems) / len(own | title_stems) if own and title_stems else 0.0
    is_title = float(bool(title) and fold_space(line.text).casefold() in fold_space(title).casefold() and len(own) > 1)
    return [line.linked, float(np.log1p(len(line.path))), float(is_inside), overlap, is_title, 0.0, 0.0]
