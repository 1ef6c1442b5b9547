"""lagebild turns news pages into a record that can be checked: every finding is a span of its source text.

>>> import lagebild
>>> article = lagebild.read("Uschakow bestritt, dass die Vereinbarung aggressiv sei.", published="2024-06-18")
>>> article.language
'de'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lagebild.cli.notebook import article_html
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
    "article_html",
    "default_pipeline",
    "read",
    "read_all",
]

_HOMES = {
    "__version__": "lagebild.version",
    "article_html": "lagebild.cli.notebook",
    **dict.fromkeys(("Pipeline", "default_pipeline", "read", "read_all"), "lagebild.pipeline"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Import a public name when it is first used, so that ``import lagebild`` costs nothing (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'lagebild' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "lagebild.model")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
