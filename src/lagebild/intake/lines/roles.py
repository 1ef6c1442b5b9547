"""The role of each line of a page, and which lines say an earlier one again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lagebild.intake.lines.model import ROLES, Markup, role_probabilities
from lagebild.intake.lines.repeats import find_repeats, sentences_of, share_sentence
from lagebild.intake.lines.similarity import Vocabulary
from lagebild.model import STORY_ROLES, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_STORY_COLUMNS = [ROLES.index(role) for role in ROLES if role in STORY_ROLES]
_HEADLINE = ROLES.index(Role.HEADLINE)
# A page has one headline: another line with its words is the headline again, one with other words is not.
_SAME_TITLE_JACCARD = 0.5
# Two sentences of about a dozen words that are the same but for a word or two.
_SAME_SENTENCE_JACCARD = 0.6
# Teasers of videos stand at the top; behind so many sentences of others the search would only take time.
_MAX_TEASER_SENTENCES = 200
_LIKELY, _FAINT = 0.5, 0.3
# The model has seen few pages of a handful of lines, and is unsure of all that stands on them.
_FAINT_ON_SHORT_PAGES = 0.1
_SHORT_PAGE_LINES = 10
_SENTENCE = re.compile(r"^.{30,}[.!?][\"“”»«’)]?$", re.DOTALL)
# Below this no line is enough of a headline; the page is then read without one.
_MIN_HEADLINE = 0.15
# Less than any probability, 0.0 included.
_EXCLUDED = -1.0


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a line is on its page.

    Args:
        role: Its role.
        repeats: Index of the earliest line that it says again, or ``None``.
    """

    role: Role
    repeats: int | None = None


def read_roles(
    lines: Sequence[str], *, blank_before: Sequence[bool], markup: Markup | None = None
) -> list[LineReading]:
    """Return what each line of a page is.

    Args:
        lines: The lines that are not empty, in page order.
        blank_before: For each line, whether an empty line stands before it.
        markup: What the markup says, for pages that have it.
    """
    if not lines:
        return []
    return readings_from(lines, role_probabilities(lines, blank_before=blank_before, markup=markup))


def readings_from(lines: Sequence[str], probabilities: NDArray[np.float32]) -> list[LineReading]:
    """Return what each line of a page is, given the probabilities of its roles.

    Args:
        lines: The lines, at least one.
        probabilities: One row a line, one column a role of `ROLES`; shape (lines, roles).
    """
    roles = with_descriptions(lines, decide(lines, probabilities))
    return [LineReading(role, repeat) for role, repeat in zip(roles, find_repeats(lines, roles), strict=True)]


def with_descriptions(lines: Sequence[str], roles: Sequence[Role]) -> list[Role]:
    """Return the roles, with ``caption`` for each paragraph that says a sentence of a teaser above it again.

    No story does that; it is the description of a video that stands in the story and has a teaser above it.
    """
    decided = list(roles)
    teased: list[frozenset[str]] = []
    for number, role in enumerate(roles):
        if role is Role.TEASER and len(teased) < _MAX_TEASER_SENTENCES:
            teased += sentences_of(lines[number])
        elif role is Role.PARAGRAPH and share_sentence(
            sentences_of(lines[number]), teased, min_jaccard=_SAME_SENTENCE_JACCARD
        ):
            decided[number] = Role.CAPTION
    return decided


def decide(lines: Sequence[str], probabilities: NDArray[np.float32]) -> list[Role]:
    """Return the most probable roles of which one is the headline.

    First comes the question whether a line belongs to the story at all, since that decides over the text; then which
    role it has on its side.

    Args:
        lines: The lines.
        probabilities: One row a line, one column a role of `ROLES`; shape (lines, roles).
    """
    is_story = _story_lines(lines, probabilities)
    allowed = np.zeros_like(probabilities, dtype=bool)
    allowed[:, _STORY_COLUMNS] = True
    allowed[~is_story] = ~allowed[~is_story]
    masked = np.where(allowed, probabilities, _EXCLUDED)
    _keep_one_headline(lines, probabilities, masked)
    return [ROLES[column] for column in masked.argmax(axis=1)]


def _story_lines(lines: Sequence[str], probabilities: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell which lines are more likely part of the story than not.

    Where none of these is a sentence, sentences that are only a little less likely count too: the pages of two or three
    lines that feeds and archives hold have nothing that the model could lean on.
    """
    story = probabilities[:, _STORY_COLUMNS].sum(axis=1)
    likely: NDArray[np.bool_] = story >= _LIKELY
    sentences = np.array([_SENTENCE.search(line) is not None for line in lines])
    if (likely & sentences).any():
        return likely
    faint = _FAINT_ON_SHORT_PAGES if len(lines) < _SHORT_PAGE_LINES else _FAINT
    likely |= sentences & (story >= faint)
    return likely


def _keep_one_headline(lines: Sequence[str], probabilities: NDArray[np.float32], masked: NDArray[np.float32]) -> None:
    best = int(probabilities[:, _HEADLINE].argmax())
    if probabilities[best, _HEADLINE] < _MIN_HEADLINE:
        masked[:, _HEADLINE] = _EXCLUDED
        return
    masked[best] = _EXCLUDED
    masked[best, _HEADLINE] = 1.0
    rows: list[int] = np.flatnonzero(masked.argmax(axis=1) == _HEADLINE).tolist()
    titles = [best, *(row for row in rows if row != best)]
    vocabulary = Vocabulary([lines[row] for row in titles])
    for number, row in enumerate(titles[1:], start=1):
        if vocabulary.overlap(number, 0).jaccard < _SAME_TITLE_JACCARD:
            masked[row, _HEADLINE] = _EXCLUDED
