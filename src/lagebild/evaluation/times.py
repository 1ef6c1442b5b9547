"""The task on times, by the rules of TempEval-3 (UzZaman et al. 2013): extents, overlapping extents, values.

``strict`` counts expressions with the same extent, ``relaxed`` those that overlap, one to one; ``value`` counts
overlapping ones that have the same value too.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.scores import Counts
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.evaluation.timex import texts_of
from lagebild.stages.times import times_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.evaluation.timex import GoldText, GoldTime
    from lagebild.model import Analyzer, TimeExpression

_SHIPPED = Path(__file__).parent / "gold" / "times"
_SCORES = ("strict", "relaxed", "value")


def times_task(analyzer: str | None = None) -> Task:
    """Return the task for an analyzer, by default the embedded one."""
    return Task("times", "Times: extents and TIMEX3 values (TempEval-3).", partial(_run, analyzer), _SHIPPED)


def _run(analyzer: str | None, path: Path) -> Result:
    from lagebild.language.analyzers import analyzer_named  # noqa: PLC0415 - loads a model

    return measure_times(path, analyzer_named(analyzer))


def measure_times(path: Path, analyzer: Analyzer | None) -> Result:
    """Measure the stage on gold; the metrics stand behind the group of texts: ``de.articles.value``.

    Args:
        path: A file of gold, or a folder.
        analyzer: What reads the language; ``None`` to measure what is found without an analysis.

    Raises:
        EvaluationError: If there is no gold, or it is broken.
        LanguageError: If the analyzer cannot be used.
    """
    read = [(gold, _found_in(gold, analyzer)) for gold in texts_of(path)]
    metrics: dict[str, float] = {}
    for group in sorted({gold.group for gold, _ in read}):
        totals = [_counts(gold, found) for gold, found in read if gold.group == group]
        for number, score in enumerate(_SCORES):
            metrics[f"{group}.{score}"] = sum((counts[number] for counts in totals), start=Counts()).f1
    return Result(metrics, tuple(_case(gold, found) for gold, found in read))


def _found_in(gold: GoldText, analyzer: Analyzer | None) -> tuple[TimeExpression, ...]:
    analysis = analyzer.analyze([gold.text], languages=[gold.language])[0] if analyzer else None
    return times_in(gold.text, language=gold.language, published=gold.published, analysis=analysis)


def _counts(gold: GoldText, found: Sequence[TimeExpression]) -> tuple[Counts, Counts, Counts]:
    pairs = _pairs(gold.times, found)
    strict = sum(time.span == one.span for time, one in pairs)
    value = sum(time.value == one.value for time, one in pairs)
    return _f(strict, gold, found), _f(len(pairs), gold, found), _f(value, gold, found)


def _f(hits: int, gold: GoldText, found: Sequence[TimeExpression]) -> Counts:
    return Counts(hits, len(found) - hits, len(gold.times) - hits)


def _pairs(times: Sequence[GoldTime], found: Sequence[TimeExpression]) -> list[tuple[GoldTime, TimeExpression]]:
    """Return which expressions overlap, one to one; the same extent before another."""
    left = list(found)
    pairs = []
    for time in times:
        overlapping = [one for one in left if one.span.overlaps(time.span)]
        if overlapping:
            chosen = max(overlapping, key=lambda one: one.span == time.span)
            left.remove(chosen)
            pairs.append((time, chosen))
    return pairs


def _case(gold: GoldText, found: Sequence[TimeExpression]) -> Case:
    """Return what became of one text; its score is its own F1 of values, 1.0 where there is nothing to find."""
    pairs = _pairs(gold.times, found)
    paired = {id(time) for time, _ in pairs} | {id(one) for _, one in pairs}
    wrong = [f"{_quoted(gold, time)} {time.value}, not {one.value}" for time, one in pairs if time.value != one.value]
    missed = [f"{_quoted(gold, time)} {time.value}" for time in gold.times if id(time) not in paired]
    invented = [f"{_quoted(gold, one)} {one.value}" for one in found if id(one) not in paired]
    score = _counts(gold, found)[2].f1 if gold.times or found else 1.0
    marked = [("wrong", wrong), ("missed", missed), ("invented", invented)]
    return Case(gold.name, score, "; ".join(f"{word} {', '.join(these)}" for word, these in marked if these))


def _quoted(gold: GoldText, one: GoldTime | TimeExpression) -> str:
    return f"[{' '.join(one.span.of(gold.text).split())}]"
