"""The trained model of the lines' roles."""

from __future__ import annotations

import re

import numpy as np
import pytest

from lagebild.intake.documents import MarkupLine
from lagebild.intake.lines.context import CONTEXT_NAMES
from lagebild.intake.lines.markup import MARKUP_NAMES
from lagebild.intake.lines.model import ROLES, Markup, line_features, model_version, role_probabilities
from lagebild.model import Role

LINES = [
    "Zum Inhalt",
    "Der Rat tagt",
    "Es war spät, als der Rat die Schließung beschloss, und niemand im Saal blieb ruhig.",
]
MARKUP = Markup([MarkupLine(line, "p", ("html", "body", "p"), 0.0) for line in LINES])


@pytest.mark.parametrize("markup", [None, MARKUP])
def test_each_line_has_a_probability_for_each_role(markup: Markup | None) -> None:
    probabilities = role_probabilities(LINES, blank_before=[False] * 3, markup=markup)

    assert probabilities.shape == (3, 16)
    assert probabilities.min() >= 0.0
    assert probabilities.sum(axis=1) == pytest.approx(1.0, abs=1e-4)


def test_the_columns_are_all_roles() -> None:
    assert set(ROLES) == set(Role)


def test_the_model_sees_markup_beside_words() -> None:
    words = line_features(LINES, blank_before=[False] * 3)
    both = line_features(LINES, blank_before=[False] * 3, markup=MARKUP)

    assert words.shape == (3, len(CONTEXT_NAMES))
    assert both.shape == (3, len(CONTEXT_NAMES) + len(MARKUP_NAMES))


def test_the_same_lines_have_the_same_probabilities_bit_for_bit() -> None:
    first, second = (role_probabilities(LINES, blank_before=[False] * 3) for _ in range(2))

    assert np.array_equal(first, second)


def test_the_version_is_a_name_with_a_digest() -> None:
    assert re.fullmatch(r"lines-[0-9a-f]{12}", model_version())
