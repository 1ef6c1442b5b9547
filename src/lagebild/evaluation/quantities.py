"""The task on quantities: spans, values and units of the stage ``quantities`` against gold.

Gold is one text a line, in the shape that ``gold/quantities/CODEBOOK.md`` describes. Texts that were written for the
gold fit it better than news does, so they are scored apart from the articles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lagebild.evaluation.gold_files import gold_files, gold_rows, language_of
from lagebild.evaluation.scores import Counts, counts_of
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import read_text
from lagebild.model import Bound, Quantity, QuantityKind, Span
from lagebild.stages import quantities, times
from lagebild.stages.language import language_stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from lagebild.model import Analyzer

    _View = Callable[[Sequence[Quantity]], Iterator[object]]

_SHIPPED = Path(__file__).parent / "gold" / "quantities"
_OWN = "-own-"


@dataclass(frozen=True, slots=True)
class GoldQuantities:
    """A text whose quantities are known.

    Args:
        name: What it is called.
        language: ISO 639-1 code.
        text: The text.
        quantities: Its quantities, in the order of the text.
    """

    name: str
    language: str
    text: str
    quantities: tuple[Quantity, ...]

    @property
    def group(self) -> str:
        """Its language, and whether it is an article or was written for the gold: ``de.articles``, ``en.own``."""
        return f"{self.language}.{'own' if _OWN in self.name else 'articles'}"


def quantities_task(analyzer: str | None = None) -> Task:
    """Return the task for an analyzer, by default the embedded one."""
    description = "Quantities: span and value, unit and bound, the thing counted (exact spans)."
    return Task("quantities", description, partial(_run, analyzer), _SHIPPED)


def _run(analyzer: str | None, path: Path) -> Result:
    from lagebild.language.analyzers import analyzer_named  # noqa: PLC0415 - loads a model

    return measure_quantities(path, analyzer_named(analyzer))


def measure_quantities(path: Path, analyzer: Analyzer | None) -> Result:
    """Measure the stage on a file of gold, or on those of a folder.

    Args:
        path: The file, or the folder.
        analyzer: What reads the language; ``None`` to measure what the stage finds without an analysis.

    Raises:
        EvaluationError: If there is no gold, or a line is broken.
        LanguageError: If the analyzer cannot be used.
    """
    texts = [gold for file in gold_files(path, ".jsonl") for gold in gold_of(file)]
    return score_quantities([(gold, found_in(gold, analyzer)) for gold in texts])


def found_in(gold: GoldQuantities, analyzer: Analyzer | None) -> tuple[Quantity, ...]:
    """Return what the stages find in the text of the gold."""
    article = read_text(Page(gold.name, gold.text), Hints(language=gold.language))
    stages = (times.STAGE, quantities.STAGE)
    for stage in (language_stage(analyzer), *stages) if analyzer else stages:
        article = stage.run(article)
    return article.quantities


def score_quantities(read: Sequence[tuple[GoldQuantities, Sequence[Quantity]]]) -> Result:
    """Return the scores of texts and what was found in them.

    The metrics stand behind the group, as in ``de.articles.value_f1``: ``value_f1`` asks for the span and the value
    (and the upper one), ``full_f1`` for bound, unit and kind too, ``thing_f1`` for the span and the noun of what is
    counted or ordered, ``of_f1`` for both spans where one quantity describes the thing of another.
    """
    metrics: dict[str, float] = {}
    for group in sorted({gold.group for gold, _ in read}):
        of_group = [(gold.quantities, found) for gold, found in read if gold.group == group]
        counts = {name: _counts(of_group, view) for name, view in _VIEWS.items()}
        # Gold without such a thing does not know it: a score of nothing would say otherwise.
        metrics |= {f"{group}.{name}": one.f1 for name, one in counts.items() if one.hits + one.misses}
    return Result(metrics, tuple(_case(gold, found) for gold, found in read))


def _counts(pairs: Iterable[tuple[Sequence[Quantity], Sequence[Quantity]]], view: _View) -> Counts:
    return sum((counts_of(set(view(found)), set(view(gold))) for gold, found in pairs), start=Counts())


def _values(found: Sequence[Quantity]) -> Iterator[object]:
    return ((one.span, one.value, one.upper) for one in found)


def _whole(found: Sequence[Quantity]) -> Iterator[object]:
    return ((one.span, one.value, one.upper, one.bound, one.unit, one.kind) for one in found)


def _things(found: Sequence[Quantity]) -> Iterator[object]:
    things = (QuantityKind.COUNT, QuantityKind.ORDINAL)
    return ((one.span, one.unit) for one in found if one.kind in things and one.unit)


def _described(found: Sequence[Quantity]) -> Iterator[object]:
    spans = {one.id: one.span for one in found}
    return ((one.span, spans[one.of]) for one in found if one.of)


_VIEWS: dict[str, _View] = {"value_f1": _values, "full_f1": _whole, "thing_f1": _things, "of_f1": _described}


def _case(gold: GoldQuantities, found: Sequence[Quantity]) -> Case:
    """Return what became of one text; its score is its own ``full_f1``, 1.0 where there is nothing to find."""
    expected, predicted = set(_whole(gold.quantities)), set(_whole(found))
    score = counts_of(predicted, expected).f1 if predicted or expected else 1.0
    missed = [_in_words(gold.text, one) for one in gold.quantities if next(_whole([one])) not in predicted]
    invented = [_in_words(gold.text, one) for one in found if next(_whole([one])) not in expected]
    marked = [("missed", missed), ("invented", invented)]
    return Case(gold.name, score, "; ".join(f"{word} {', '.join(these)}" for word, these in marked if these))


def _in_words(text: str, one: Quantity) -> str:
    upper = "" if one.upper is None else f"..{one.upper}"
    quote = " ".join(one.span.of(text).split())
    return f"[{quote}] {one.kind} {one.bound} {one.value}{upper} {one.unit or '-'}"


def gold_of(file: Path) -> Iterator[GoldQuantities]:
    """Yield the texts of a file of gold.

    Raises:
        EvaluationError: If a line is broken; it says which.
    """

    def read(row: dict[str, Any]) -> GoldQuantities:
        language = str(row.get("language") or language_of(file))
        return GoldQuantities(row["name"], language, row["text"], tuple(_gold_quantities(row)))

    return gold_rows(file, read)


def _gold_quantities(row: dict[str, Any]) -> Iterator[Quantity]:
    for number, item in enumerate(row["quantities"]):
        span = Span(item["start"], item["end"])
        if span.of(row["text"]) != item["quote"]:
            raise ValueError(f"{item['quote']!r} is not at {span.start}")
        of = None if item["of"] is None else str(item["of"])
        bound, kind = Bound(item["bound"]), QuantityKind(item["kind"])
        yield Quantity(str(number), span, item["value"], bound, item["upper"], item["unit"], of, kind)
