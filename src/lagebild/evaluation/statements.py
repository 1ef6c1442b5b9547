"""The task on statements: who is reported to have said what.

A statement found and one of the gold are a pair where their contents (the cues, where there is no content) share half
of their characters or more, one to one, the closest first. ``statement`` counts pairs, ``attribution`` those whose
sources overlap too, ``content`` the characters of what is said, ``cue`` and ``source`` exact spans. ``act`` is the
mean over the acts of the F1 of each, on pairs of statements; ``direct`` the attribution of direct speech alone.
``resolved`` is the share of sources that are a pronoun or a role, in pairs with the same source, whose entity bears
the name that the gold gives. A corpus of quotations is compared in its own conventions
(`lagebild.evaluation.quotations`). Of the gold that ships only the texts are measured that nothing is trained on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.gold_statements import QUOTATIONS, is_held_out, texts_of
from lagebild.evaluation.quotations import as_quotations
from lagebild.evaluation.scores import Counts, counts_of
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import read_text
from lagebild.pipeline import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.evaluation.gold_statements import GoldStatement, GoldText
    from lagebild.model import Article, Span, Statement
    from lagebild.pipeline import Pipeline

SHIPPED_GOLD = Path(__file__).parent / "gold" / "statements"
_CLOSE = 0.5
_GENITIVE_ENDINGS = frozenset({"", "s", "es"})
"""Of German: "Gerichtes" and "Gericht" are the same word of a name."""

_ReadText = tuple["GoldText", "Article"]
_Pair = tuple["GoldStatement", "Statement"]


def statements_task(analyzer: str | None = None) -> Task:
    """Return the task for an analyzer, by default the embedded one."""
    description = "Statements: source, cue, content and act."
    return Task("statements", description, partial(_run, analyzer), SHIPPED_GOLD)


def _run(analyzer: str | None, path: Path) -> Result:
    return measure_statements(path, default_pipeline(analyzer))


def measure_statements(path: Path, pipeline: Pipeline) -> Result:
    """Measure a pipeline on a file of gold, or on those of a folder; the metrics stand behind the group of texts.

    Raises:
        EvaluationError: If there is no gold, or a line is broken.
    """
    texts = [gold for gold in texts_of(path) if path != SHIPPED_GOLD or is_held_out(gold.name)]
    articles = (read_text(Page(gold.name, gold.text), Hints(language=gold.language)) for gold in texts)
    return score_statements([_read(gold, pipeline.run(one)) for gold, one in zip(texts, articles, strict=True)])


def _read(gold: GoldText, article: Article) -> _ReadText:
    """Return a text and what was found in it, in the conventions of its gold."""
    if gold.group.endswith(QUOTATIONS):
        return gold, replace(article, statements=tuple(as_quotations(article)))
    return gold, article


def score_statements(read: Sequence[_ReadText]) -> Result:
    """Return the scores of texts and the articles with the statements that were found in them."""
    metrics: dict[str, float] = {}
    for group in sorted({gold.group for gold, _ in read}):
        of_group = [one for one in read if one[0].group == group]
        metrics |= {f"{group}.{name}": value for name, value in _metrics(of_group).items()}
    return Result(metrics, tuple(_case(gold, article.statements) for gold, article in read))


def _metrics(articles: Sequence[_ReadText]) -> dict[str, float]:
    read = [(gold, article.statements) for gold, article in articles]
    pairs = [(gold, found, _pairs(gold.statements, found)) for gold, found in read]
    directs = [(_direct(gold.statements), [one for one in found if one.kind == "direct"]) for gold, found in read]
    metrics = {
        "statement": _total(
            Counts(len(both), len(found) - len(both), len(gold.statements) - len(both)) for gold, found, both in pairs
        ),
        "attribution": _total(_attribution(gold.statements, found, both) for gold, found, both in pairs),
        "content": _total(counts_of(_characters(found), _characters(gold.statements)) for gold, found in read),
        "cue": _total(
            counts_of({one.cue for one in found if one.cue}, {one.cue for one in gold.statements if one.cue})
            for gold, found in read
        ),
        "source": _total(counts_of(_sources(found), set(_gold_sources(gold.statements))) for gold, found in read),
        "direct": _total(_attribution(gold, found, _pairs(gold, found)) for gold, found in directs),
    }
    acts = _act_scores([pair for _, _, both in pairs for pair in both])
    resolved = _resolved([(article, both) for (_, article), (_, _, both) in zip(articles, pairs, strict=True)])
    return metrics | {name: score for name, score in (("act", acts), ("resolved", resolved)) if score is not None}


def _total(counts: Iterable[Counts]) -> float:
    return sum(counts, start=Counts()).f1


def _direct(statements: Sequence[GoldStatement]) -> list[GoldStatement]:
    return [one for one in statements if one.kind == "direct"]


def _pairs(gold: Sequence[GoldStatement], found: Sequence[Statement]) -> list[_Pair]:
    """Return which statements are the same, one to one, the closest first."""
    scored = ((_overlap(_said(one), _said(other)), one, other) for one in gold for other in found)
    close = sorted((row for row in scored if row[0] >= _CLOSE), key=lambda row: -row[0])
    pairs: list[_Pair] = []
    for _, one, other in close:
        if all(one is not first and other is not second for first, second in pairs):
            pairs.append((one, other))
    return pairs


def _said(statement: GoldStatement | Statement) -> set[int]:
    return _offsets(statement.content or statement.cue)


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _overlap(one: set[int], other: set[int]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _attribution(gold: Sequence[GoldStatement], found: Sequence[Statement], pairs: Sequence[_Pair]) -> Counts:
    hits = sum(_same_source(one, other) for one, other in pairs)
    return Counts(hits, len(found) - hits, len(gold) - hits)


def _same_source(gold: GoldStatement, found: Statement) -> bool:
    if found.source is None or not gold.source:
        return found.source is None and not gold.source
    return any(found.source.span.overlaps(span) for span in gold.source)


def _characters(statements: Iterable[GoldStatement | Statement]) -> set[int]:
    return _offsets(span for one in statements for span in one.content)


def _sources(statements: Iterable[Statement]) -> set[tuple[Span, ...]]:
    return {(one.source.span,) for one in statements if one.source}


def _gold_sources(statements: Iterable[GoldStatement]) -> Iterable[tuple[Span, ...]]:
    return (one.source for one in statements if one.source)


def _act_scores(pairs: Sequence[_Pair]) -> float | None:
    """Return the mean over the acts of the gold of the F1 of each; ``None`` where the gold tells none."""
    told = [(str(one.act), str(other.act)) for one, other in pairs if one.act is not None]
    acts = sorted({act for act, _ in told})
    if not acts:
        return None
    both, first, second = Counter(told), Counter(act for act, _ in told), Counter(act for _, act in told)
    return sum(2 * both[act, act] / (first[act] + second[act]) for act in acts) / len(acts)


def _resolved(read: Iterable[tuple[Article, Sequence[_Pair]]]) -> float | None:
    """Return the share of pronouns and roles that are resolved; ``None`` where the gold has none that is told."""
    right = [
        _is_resolved(article, gold.entity, other.source.entity)
        for article, pairs in read
        for gold, other in pairs
        if gold.entity and other.source and _same_source(gold, other) and _is_described(article, gold)
    ]
    return sum(right) / len(right) if right else None


def _is_described(article: Article, gold: GoldStatement) -> bool:
    """Tell whether a source is one body or person with a name, and is a pronoun or a role without any name in it."""
    entity = gold.entity or ""
    words = " ".join(span.of(article.text) for span in gold.source)
    names = (name for sentence in (article.analysis.sentences if article.analysis else ()) for name in sentence.names)
    has_name = bool(_shared_words(words, entity)) or any(
        name.span.overlaps(span) for name in names for span in gold.source
    )
    return _SEVERAL not in entity and bool(_name_words(entity)) and not has_name


def _is_resolved(article: Article, name: str, entity: str | None) -> bool:
    found = next((one.name for one in article.entities if one.id == entity), "")
    return bool(_shared_words(found, name))


def _shared_words(one: str, other: str) -> set[str]:
    """Return the words of a name that another has too, be it as a genitive."""
    others = _name_words(other)
    return {word for word in _name_words(one) if any(_is_same_word(word, another) for another in others)}


def _name_words(name: str) -> set[str]:
    return {word for word in name.split() if word[:1].isupper()}


def _is_same_word(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return longer.startswith(shorter) and longer.removeprefix(shorter) in _GENITIVE_ENDINGS


_SEVERAL = " | "


def _case(gold: GoldText, found: Sequence[Statement]) -> Case:
    """Return what became of one text; its score is its own F1 of attribution, 1.0 where there is nothing to find."""
    pairs = _pairs(gold.statements, found)
    paired = {id(one) for pair in pairs for one in pair}
    missed = [_quoted(gold, one) for one in gold.statements if id(one) not in paired]
    invented = [_quoted(gold, one) for one in found if id(one) not in paired]
    wrong = [_quoted(gold, one) for one, other in pairs if not _same_source(one, other)]
    score = _attribution(gold.statements, found, pairs).f1 if gold.statements or found else 1.0
    marked = [("missed", missed), ("invented", invented), ("wrong source", wrong)]
    return Case(gold.name, score, "; ".join(f"{word} {' | '.join(these)}" for word, these in marked if these))


def _quoted(gold: GoldText, one: GoldStatement | Statement) -> str:
    return " … ".join(f"[{' '.join(span.of(gold.text).split())}]" for span in (*one.cue, *one.content))
