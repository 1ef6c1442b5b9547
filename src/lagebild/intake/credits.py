"""Who wrote and who helped, from the credit lines of a page."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from lagebild.intake.names import display_name, is_full_name, person_names
from lagebild.lexicon import alternation, phrases_by_name
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.model import Block

# By-lines stand by the headline; names further away belong to pictures, boxes and other stories.
_LINES_ABOVE = 3
_LINES_BELOW = 12
# A name alone on its line is a by-line only right below the headline.
_LINES_BELOW_FOR_BARE_NAMES = 4
# What ends the names of a by-line: a date, a separator, a word that begins something else.
_END_OF_NAMES = re.compile(
    r"\s*(?:[|·•»(–—:]|\s-\s|\d{1,4}[./-]|\b\d|\b(?:am|on|um|at|in|aus|from|für|for|illustration|fotos?|kommentare?|"
    r"kategorien?|stand|aktualisiert|updated|published|veröffentlicht|unter|under|montag|dienstag|mittwoch|donnerstag|"
    r"freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b).*$",
    re.IGNORECASE,
)
_MAX_LINE_CHARS = 200


@cache
def _author_cue() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\s|·•,]))(?:{_alternatives('author')})(?:\s*:\s*|\s+)(?P<names>\S.*)$", re.IGNORECASE
    )


@cache
def _contributor_lead() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?:{_alternatives('contributor')})\b\s*:?\s*(?P<names>.+)$", re.IGNORECASE)


@cache
def _contributor_tail() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?P<names>.+?)\s(?:{_alternatives('contributor_after')})\W*$", re.IGNORECASE)


def _alternatives(key: str) -> str:
    return alternation(phrases_by_name("bylines", "phrases")[key])


def authors_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the by-lines of a page's own story, in page order, each once.

    Lines that say "von" or "by" count first; a full name alone below the headline counts where there are none.
    """
    near = _credits(_near_headline(blocks, above=_LINES_ABOVE, below=_LINES_BELOW))
    far = [line for line in _credits(blocks) if _author_cue().match(line)]
    bare = _credits(_near_headline(blocks, above=1, below=_LINES_BELOW_FOR_BARE_NAMES))
    return (
        _distinct(_named_by_cue(line) for line in near)
        or _distinct(_named_by_cue(line) for line in far)
        or _distinct(_bare_names(line) for line in bare)
    )


def contributors_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the names in the lines that thank those who helped, in page order, each once."""
    return _distinct(_helpers(line) for line in _credits(blocks))


def _near_headline(blocks: Sequence[Block], *, above: int, below: int) -> Sequence[Block]:
    roles = (Role.HEADLINE, Role.STANDFIRST, Role.PARAGRAPH)
    position = next((number for role in roles for number, block in enumerate(blocks) if block.role is role), 0)
    return blocks[max(0, position - above) : position + below + 1]


def _credits(blocks: Iterable[Block]) -> list[str]:
    return [block.text[:_MAX_LINE_CHARS] for block in blocks if block.role is Role.CREDIT and block.repeats is None]


def _named_by_cue(line: str) -> tuple[str, ...]:
    match = _author_cue().search(line)
    if match is None or _helpers(line):
        return ()
    words = _END_OF_NAMES.sub("", match["names"]).strip(" .,;:-")
    return person_names(words) or _nickname(words)


def _nickname(words: str) -> tuple[str, ...]:
    """Return the one word that a by-line of a blog or forum names its author by."""
    name = None if " " in words else display_name(words)
    return (name,) if name else ()


def _bare_names(line: str) -> tuple[str, ...]:
    words = _END_OF_NAMES.sub("", line).split(",")[0].strip()
    return (words,) if is_full_name(words) else ()


def _helpers(line: str) -> tuple[str, ...]:
    match = _contributor_lead().match(line) or _contributor_tail().match(line)
    return person_names(match["names"]) if match else ()


def _distinct(names: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(names)))
