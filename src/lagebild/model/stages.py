"""What a stage of the pipeline is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from lagebild.model.articles import Article


@dataclass(frozen=True, slots=True)
class Stage:
    """One step from article to article; it adds its layers and changes nothing that stands.

    Args:
        name: What it is called in the pipeline.
        requires: Layers of the article that it reads, such as ``text``.
        provides: Layers of the article that it fills.
        run: The step itself.
    """

    name: str
    requires: frozenset[str]
    provides: frozenset[str]
    run: Callable[[Article], Article]
