"""The chain of stages: built, checked and run over the articles of an input."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.intake.inputs import is_address, read_page, read_source
from lagebild.intake.pages import Hints, Page
from lagebild.lexicon import lexicon_version, use
from lagebild.model import Article, IntakeError, PipelineError, ProducedBy, Stage
from lagebild.stages import entities, quality, quantities, statements, times
from lagebild.stages.language import language_stage
from lagebild.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.metadata import EntryPoint

    from lagebild.intake.fetch import FetchPolicy
    from lagebild.intake.kinds import Kind
    from lagebild.intake.pages import Outcome
    from lagebild.lexicon import Lexicon

INTAKE_LAYERS = frozenset(
    {"page", "text", "blocks", "language", "headline", "published", "authors", "contributors", "site", "warnings"}
)
"""What an article has before the first stage."""

ENTRY_POINT_GROUP = "lagebild.stages"
"""Distributions add stages by entry points of this group, each naming a `Stage`."""

BUILT_IN_STAGES = (times.STAGE, quantities.STAGE, entities.STAGE, statements.STAGE, quality.STAGE)
"""What runs behind the stage ``language``, which depends on the analyzer."""

_MAX_PATH_CHARS = 1_000
_FILE_NAME = re.compile(r"\S*[/\\]\S*|\S+\.[A-Za-z][A-Za-z0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A checked chain of stages.

    Args:
        stages: The stages in the order in which they run.
        lexicon: What a user adds to the word lists that ship, or ``None``.

    Raises:
        PipelineError: If a stage requires a layer that nothing before it provides, or two stages share a name.
    """

    stages: tuple[Stage, ...]
    lexicon: Lexicon | None = None

    def __post_init__(self) -> None:
        provided = set(INTAKE_LAYERS)
        names: set[str] = set()
        for stage in self.stages:
            if stage.name in names:
                raise PipelineError(stage.name, "stands twice in the pipeline; give one of the two another name")
            missing = stage.requires - provided
            if missing:
                layers = ", ".join(sorted(missing))
                raise PipelineError(stage.name, f"requires {layers}; put a stage before it that provides this")
            names.add(stage.name)
            provided |= stage.provides

    def run(self, article: Article) -> Article:
        """Return the article with the layers of all stages and the versions that they depend on."""
        with use(self.lexicon):
            for stage in self.stages:
                article = stage.run(article)
            versions = _versions(article.analysis and article.analysis.produced_by, lexicon_version())
        return replace(article, produced_by=versions)


@cache
def _versions(analyzer: str | None, lexicon: str) -> ProducedBy:
    from lagebild.intake.lines.model import model_version  # noqa: PLC0415 - reads the model files

    models = [model_version(), *([analyzer] if analyzer else [])]
    return ProducedBy(__version__, " ".join(models), lexicon)


@cache
def default_pipeline(analyzer: str | None = None) -> Pipeline:
    """Return the built-in stages and those that installed distributions add, by the names of their entry points.

    Args:
        analyzer: What reads the language, such as ``embedded:fast`` or ``spacy:de_core_news_lg``; ``None`` for the
            embedded analyzer at its default size.

    Raises:
        LanguageError: If there is no such analyzer.
        PipelineError: If an entry point names something else than a `Stage`, or the chain does not fit together.
    """
    from lagebild.language.analyzers import attributing_analyzer_named  # noqa: PLC0415 - brings numpy with it

    points = sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name)
    first = language_stage(attributing_analyzer_named(analyzer))
    return Pipeline((first, *BUILT_IN_STAGES, *map(_loaded, points)))


def _loaded(point: EntryPoint) -> Stage:
    try:
        stage = point.load()
    except (ImportError, AttributeError) as error:
        raise PipelineError(point.name, f"cannot be loaded ({error}); repair or remove its distribution") from error
    if not isinstance(stage, Stage):
        raise PipelineError(point.name, f"the entry point {point.value} is no lagebild.Stage")
    return stage


def read_all(  # noqa: PLR0913 - all but the source are optional and named
    source: str | Path,
    *,
    kind: Kind | str | None = None,
    published: str | None = None,
    language: str | None = None,
    policy: FetchPolicy | None = None,
    pipeline: Pipeline | None = None,
    lexicon: str | Path | None = None,
) -> Iterator[Outcome]:
    """Yield the article, or the error, of each page of a file, a URL or standard input (``-``).

    Args:
        source: A path, an http(s) URL, or ``-``.
        kind: What the input is, as ``--as`` of the command line; ``None`` to find out.
        published: ISO 8601 date, or date and time, of the publication, where it is known.
        language: ISO 639-1 code, where it is known.
        policy: How URLs are fetched.
        pipeline: The stages to run; the default ones if ``None``.
        lexicon: A folder with word lists of your own, which are added to those that ship.

    Raises:
        IntakeError: If nothing can be read from the source at all, or the date is none.
        LexiconError: If the folder holds no word lists, or a wrong one.
    """
    chain = _chain(pipeline, lexicon)
    hints = hints_from(published=published, language=language)
    for outcome in read_source(str(source), kind=_kind(kind), hints=hints, policy=policy):
        yield outcome if isinstance(outcome, IntakeError) else chain.run(outcome)


def read(  # noqa: PLR0913 - all but the source are optional and named
    source: str | Path | bytes,
    *,
    kind: Kind | str | None = None,
    published: str | None = None,
    language: str | None = None,
    policy: FetchPolicy | None = None,
    pipeline: Pipeline | None = None,
    lexicon: str | Path | None = None,
) -> Article:
    """Return the article of one page.

    Args:
        source: A path, an http(s) URL, or the page itself as text or bytes.
        kind: What the page is, as ``--as`` of the command line; ``None`` to find out.
        published: ISO 8601 date, or date and time, of the publication, where it is known.
        language: ISO 639-1 code, where it is known.
        policy: How URLs are fetched.
        pipeline: The stages to run; the default ones if ``None``.
        lexicon: A folder with word lists of your own, which are added to those that ship.

    Raises:
        IntakeError: If the page cannot be read, or the source holds more than one.
        LexiconError: If the folder holds no word lists, or a wrong one.
    """
    known = _kind(kind)
    chain = _chain(pipeline, lexicon)
    hints = hints_from(published=published, language=language)
    if isinstance(source, Path) or (isinstance(source, str) and (is_address(source) or _is_path(source))):
        outcomes = read_source(str(source), kind=known, hints=hints, policy=policy)
        name = str(source)
    else:
        name = "text"
        outcomes = read_page(Page(name, source), kind=known, hints=hints)
    first = next(outcomes, None)
    if isinstance(first, IntakeError):
        raise first
    if first is None or next(outcomes, None) is not None:
        raise IntakeError(name, "holds no single article; use lagebild.read_all")
    return chain.run(first)


def _chain(pipeline: Pipeline | None, lexicon: str | Path | None) -> Pipeline:
    chain = pipeline or default_pipeline()
    if lexicon is None:
        return chain
    from lagebild.lexicon.folders import lexicon_in  # noqa: PLC0415 - few runs have a lexicon of their own

    return replace(chain, lexicon=lexicon_in(lexicon))


def hints_from(*, published: str | None, language: str | None) -> Hints:
    """Return hints from words as users write them.

    Raises:
        IntakeError: If the date is none.
    """
    from lagebild.expressions.publication import parse_given  # noqa: PLC0415 - brings the time grammar with it

    if published is None:
        return Hints(language=language)
    known = parse_given(published)
    if known is None:
        raise IntakeError(published, "no date; write it as 2024-06-18 or 2024-06-18T14:05")
    return Hints(published=known, language=language)


def _kind(kind: Kind | str | None) -> Kind | None:
    from lagebild.intake.kinds import Kind  # noqa: PLC0415 - the annotation alone needs no import

    if kind is None or kind == "auto":
        return None
    if kind not in set(Kind):
        raise IntakeError(str(kind), f"no kind of input; take one of auto, {', '.join(Kind)}")
    return Kind(kind)


def _is_path(source: str) -> bool:
    """Tell whether a string means a file: one that is there, or one word that is written as the name of a file."""
    if not source or len(source) > _MAX_PATH_CHARS or "\n" in source or "\0" in source:
        return False
    try:
        return _FILE_NAME.fullmatch(source) is not None or Path(source).exists()
    except OSError:  # a sentence can be longer than a file name may be
        return False
