"""The examples: gold pages as rows of numbers with their labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from lagebild.evaluation.gold_pages import annotated_pages, held_out_names, own_pages
from lagebild.intake.lines.model import ROLES, line_features
from lagebild.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray

    from lagebild.evaluation.gold_pages import GoldPage

# Own pages have a tenth of the lines of the others, and are closer to the page text that matters most.
OWN_PAGE_WEIGHT = 3.0
# Telling menus from odds and ends matters less than telling either from the story.
ROLE_WEIGHTS = {Role.NAVIGATION: 0.5, Role.LEGAL: 0.7, Role.LABEL: 0.7, Role.OTHER: 0.7}


@dataclass(frozen=True, slots=True)
class Example:
    """One gold page as a model sees it.

    Args:
        page: The page.
        features: One row a line; shape (lines, features).
        labels: Columns of ``ROLES``; shape (lines,).
        weight: How much its lines count.
    """

    page: GoldPage
    features: NDArray[np.float32]
    labels: NDArray[np.int64]
    weight: float

    @property
    def site(self) -> str:
        """What must not stand on both sides of a split: the host of a page, or the own page itself."""
        return self.page.name.split("-")[0] if self.page.document else self.page.name


def text_examples(pages: Path, *, held_out: bool) -> list[Example]:
    """Return the examples for page text: own pages, and the annotated pages of others without their markup.

    Args:
        pages: The folder with the HTML files of the annotated pages.
        held_out: Whether own pages that are held out for measuring are among them.
    """
    own = (page for page in own_pages() if held_out or page.name not in held_out_names())
    return [
        *(_example(page, use_markup=False, weight=OWN_PAGE_WEIGHT) for page in own),
        *_examples(annotated_pages(pages), use_markup=False),
    ]


def markup_examples(pages: Path) -> list[Example]:
    """Return the examples for HTML: the annotated pages of others with their markup."""
    return _examples(annotated_pages(pages), use_markup=True)


def _examples(pages: Iterable[GoldPage], *, use_markup: bool) -> list[Example]:
    return [_example(page, use_markup=use_markup, weight=1.0) for page in pages]


def _example(page: GoldPage, *, use_markup: bool, weight: float) -> Example:
    markup = page.document.markup if use_markup and page.document else None
    features = line_features(page.lines, blank_before=page.blank_before, markup=markup)
    labels = np.array([ROLES.index(role) for role in page.roles], dtype=np.int64)
    return Example(page, features, labels, weight)


def role_weights() -> NDArray[np.float32]:
    """Return how much the lines of each role count, in the order of ``ROLES``."""
    return np.array([ROLE_WEIGHTS.get(role, 1.0) for role in ROLES], dtype=np.float32)
