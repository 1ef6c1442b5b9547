"""The task on treebanks: gold text goes through an analyzer, and its trees are held against those of the gold."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.gold_files import gold_files, language_of
from lagebild.evaluation.parsing import METRICS, parsing_counts, wrong_words
from lagebild.evaluation.scores import Counts
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.language.conllu import read_conllu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.language.conllu import Document
    from lagebild.model import Analysis, Analyzer, Sentence, Word

_SUFFIX = ".conllu"
_SHIPPED = Path(__file__).parent / "gold" / "trees" / "de_news.conllu"


def parse_task(analyzer: str | None = None) -> Task:
    """Return the task for an analyzer, by default the embedded one."""
    return Task("parse", "Words, tags and trees of treebanks (CoNLL 2018).", partial(_run, analyzer), _SHIPPED)


def _run(analyzer: str | None, path: Path) -> Result:
    from lagebild.language.analyzers import analyzer_named  # noqa: PLC0415 - loads a model

    return measure_trees(path, analyzer_named(analyzer))


def measure_trees(path: Path, analyzer: Analyzer) -> Result:
    """Measure an analyzer on a CoNLL-U file, or on those of a folder; the metrics carry the name of their file.

    Raises:
        EvaluationError: If there is none.
        LanguageError: If a file is broken, or the analyzer cannot be used.
    """
    metrics: dict[str, float] = {}
    cases: list[Case] = []
    for file in gold_files(path, _SUFFIX):
        documents = read_conllu(file.read_text(encoding="utf-8"), name=file.name)
        languages = [language_of(file)] * len(documents)
        analyses = analyzer.analyze([document.text for document in documents], languages=languages)
        counts = _counts(documents, analyses)
        metrics |= {f"{file.stem}.{name}": counts[name].f1 for name in METRICS}
        for document, analysis in zip(documents, analyses, strict=True):
            cases += _cases(file.stem, document, analysis)
    return Result(metrics, tuple(cases))


def _counts(documents: Sequence[Document], analyses: Sequence[Analysis]) -> dict[str, Counts]:
    total = dict.fromkeys(METRICS, Counts())
    for document, analysis in zip(documents, analyses, strict=True):
        found = parsing_counts(document.text, document.analysis, analysis)
        total = {name: counts + found[name] for name, counts in total.items()}
    return total


def _cases(file: str, document: Document, analysis: Analysis) -> Iterator[Case]:
    """Yield one case a gold sentence; its score is the part of its words that have the right head and relation."""
    gold = document.analysis
    wrong = wrong_words(document.text, gold, analysis)
    for number, (sentence, words) in enumerate(zip(gold.sentences, wrong, strict=True), start=1):
        mistakes = "; ".join(_mistake(sentence, word, guess, analysis) for word, guess in words)
        text = " ".join(sentence.span.of(document.text).split())
        score = 1 - len(words) / len(sentence.words)
        yield Case(f"{file}:{document.name}:{number}", score, f"{mistakes} | {text}" if mistakes else text)


def _mistake(gold: Sentence, word: Word, guess: Word | None, analysis: Analysis) -> str:
    expected = f"{word.form} {_attachment(gold, word)}"
    if guess is None:
        return f"{expected} > no such word"
    parsed = next(sentence for sentence in analysis.sentences if sentence.span.covers(guess.span))
    return f"{expected} > {_attachment(parsed, guess)}"


def _attachment(sentence: Sentence, word: Word) -> str:
    return word.relation if word.head is None else f"{word.relation}({sentence.words[word.head].form})"
