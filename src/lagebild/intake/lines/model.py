"""The trained model that gives each line of a page a probability for each role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from lagebild.intake.lines.context import context_features
from lagebild.intake.lines.markup import markup_features
from lagebild.model import Role
from lagebild.sessions import session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from lagebild.intake.documents import MarkupLine

ROLES = tuple(Role)
"""The columns of the model's output."""

TEXT_MODEL, MARKUP_MODEL = "lines-text", "lines-markup"
_MODELS = files("lagebild.intake.lines") / "models"


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup of a page says about its lines.

    Args:
        lines: The lines with the elements around them.
        body: The text that a body extractor took for the article; empty where there is none.
        title: The title in the page's metadata; empty where there is none.
    """

    lines: Sequence[MarkupLine]
    body: str = ""
    title: str = ""


def line_features(
    lines: Sequence[str], *, blank_before: Sequence[bool], markup: Markup | None = None
) -> NDArray[np.float32]:
    """Return what the model sees of a page: one row a line."""
    context = context_features(lines, blank_before=blank_before)
    if markup is None:
        return context
    return np.hstack([context, markup_features(markup.lines, body=markup.body, title=markup.title)])


def role_probabilities(
    lines: Sequence[str], *, blank_before: Sequence[bool], markup: Markup | None = None
) -> NDArray[np.float32]:
    """Return one row a line, one column a role of `ROLES`; shape (lines, roles).

    The sum of each row is 1.
    """
    features = line_features(lines, blank_before=blank_before, markup=markup)
    session = _session(TEXT_MODEL if markup is None else MARKUP_MODEL)
    probabilities: NDArray[np.float32] = session.run(["probabilities"], {"features": features[None]})[0][0]
    return probabilities


@cache
def _session(name: str) -> InferenceSession:
    return session(_model_bytes(name))


@cache
def model_version() -> str:
    """Return the names of the models and a digest over their files."""
    digest = sha256(_model_bytes(TEXT_MODEL) + _model_bytes(MARKUP_MODEL)).hexdigest()[:12]
    return f"lines-{digest}"


@cache
def _model_bytes(name: str) -> bytes:
    return (_MODELS / f"{name}.onnx").read_bytes()
