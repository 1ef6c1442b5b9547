"""lagebild turns news pages into a record that can be checked: every finding is a span of its source text.

>>> import lagebild
>>> article = lagebild.read("Uschakow bestritt, dass die Vereinbarung aggressiv sei.", published="2024-06-18")
>>> article.language
'de'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lagebild.model import Article, Block, Caution, IntakeError, LagebildError, Role, Span, Stage
    from lagebild.pipeline import Pipeline, default_pipeline, read, read_all
    from lagebild.version import __version__

__all__ = [
    "Article",
    "Block",
    "Caution",
    "IntakeError",
    "LagebildError",
    "Pipeline",
    "Role",
    "Span",
    "Stage",
    "__version__",
    "default_pipeline",
    "read",
    "read_all",
]

_PIPELINE_NAMES = frozenset({"Pipeline", "default_pipeline", "read", "read_all"})


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Import a public name when it is first used, so that ``import lagebild`` costs nothing (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'lagebild' has no attribute {name!r}")
    if name == "__version__":
        return import_module("lagebild.version").__version__
    home = "lagebild.pipeline" if name in _PIPELINE_NAMES else "lagebild.model"
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
