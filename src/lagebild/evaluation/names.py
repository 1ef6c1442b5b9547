"""The task on names: spans and types against gold, by the rules of CoNLL 2003 (Tjong Kim Sang and De Meulder 2003).

A name counts where both its ends and its type are right. The score is the F1 over PER, LOC and ORG together; OTH
stands apart, since few agree on what it holds.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.gold_names import texts_of
from lagebild.evaluation.scores import Counts, counts_of
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.model import Name, NameType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.evaluation.gold_names import GoldText
    from lagebild.model import Analysis, Analyzer

SCORED_TYPES = (NameType.PERSON, NameType.PLACE, NameType.ORGANIZATION)
_SHIPPED = Path(__file__).parent / "gold" / "names" / "de_held_out.jsonl"


def names_task(analyzer: str | None = None) -> Task:
    """Return the task for an analyzer, by default the embedded one."""
    return Task("ner", "Names and their types (CoNLL 2003: exact spans).", partial(_run, analyzer), _SHIPPED)


def _run(analyzer: str | None, path: Path) -> Result:
    from lagebild.language.analyzers import analyzer_named  # noqa: PLC0415 - loads a model

    return measure_names(path, analyzer_named(analyzer))


def measure_names(path: Path, analyzer: Analyzer) -> Result:
    """Measure an analyzer on a file of gold, or on those of a folder; the metrics carry the name of their file.

    Raises:
        EvaluationError: If there is no gold, or a line is broken.
        LanguageError: If the analyzer cannot be used.
    """
    metrics: dict[str, float] = {}
    cases: list[Case] = []
    for file, texts in texts_of(path):
        languages = [gold.language for gold in texts]
        analyses = analyzer.analyze([gold.text for gold in texts], languages=languages)
        found = [names_in(analysis) for analysis in analyses]
        metrics |= {f"{file}.{metric}": value for metric, value in _metrics(name_counts(texts, found)).items()}
        cases += (_case(gold, names) for gold, names in zip(texts, found, strict=True))
    return Result(metrics, tuple(cases))


def names_in(analysis: Analysis) -> tuple[Name, ...]:
    """Return the names of all sentences."""
    return tuple(name for sentence in analysis.sentences for name in sentence.names)


def name_counts(texts: Iterable[GoldText], found: Iterable[Sequence[Name]]) -> dict[NameType, Counts]:
    """Return the counts of each type over some texts."""
    total = dict.fromkeys(NameType, Counts())
    for gold, names in zip(texts, found, strict=True):
        for kind in NameType:
            total[kind] += counts_of(_of_type(names, kind), _of_type(gold.names, kind))
    return total


def _of_type(names: Iterable[Name], kind: NameType) -> set[Name]:
    return {name for name in names if name.type is kind}


def _metrics(counts: dict[NameType, Counts]) -> dict[str, float]:
    scored = sum((counts[kind] for kind in SCORED_TYPES), start=Counts())
    # Gold without a type does not know it: a score of nothing would say otherwise.
    known = [kind for kind in NameType if counts[kind].hits + counts[kind].misses]
    return {
        "f1": scored.f1,
        "precision": scored.precision,
        "recall": scored.recall,
        **{f"f1_{kind.lower()}": counts[kind].f1 for kind in known},
    }


def _case(gold: GoldText, names: Sequence[Name]) -> Case:
    """Return what became of one text; its score is its own F1 over all types, 1.0 where there is no name to find."""
    missed, invented = set(gold.names) - set(names), set(names) - set(gold.names)
    score = counts_of(set(names), set(gold.names)).f1 if names or gold.names else 1.0
    marked = [("missed", missed), ("invented", invented)]
    detail = "; ".join(f"{word} {_quoted(gold, found)}" for word, found in marked if found)
    return Case(gold.name, score, detail)


def _quoted(gold: GoldText, names: Iterable[Name]) -> str:
    ordered = sorted(names, key=lambda name: (name.span, name.type))
    return ", ".join(f"{name.type} {' '.join(name.span.of(gold.text).split())}" for name in ordered)
