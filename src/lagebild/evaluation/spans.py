"""The task on spans: every quote of a record equals its slice of the text, and every block its place in the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from lagebild.evaluation.gold_pages import GOLD, own_pages
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.model import Article, IntakeError
from lagebild.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Iterator


def measure_spans(folder: Path) -> Result:
    """Measure how many of the spans in the records of own pages are exact."""
    cases = []
    checked = 0
    for page in own_pages(folder):
        try:
            article = read(page.text.encode(), kind="page-text", language=page.language)
        except IntakeError:
            continue
        wrong = list(wrong_spans(article))
        checked += len(list(_quoted(article.to_dict()))) + len(article.blocks)
        cases.append(Case(page.name, float(not wrong), "; ".join(wrong)))
    exact = sum(case.score for case in cases) / len(cases) if cases else 0.0
    return Result({"pages_exact": exact, "spans_checked": float(checked)}, tuple(cases))


def wrong_spans(article: Article) -> Iterator[str]:
    """Yield what is wrong with each span of an article's record that is not exact."""
    for item in _quoted(article.to_dict()):
        if item["start"] is not None and article.text[item["start"] : item["end"]] != item["quote"]:
            yield f"{item['quote']!r} is not at {item['start']}"
    for number, block in enumerate(article.blocks):
        if block.span is not None and block.span.of(article.text) != block.text:
            yield f"block {number} is not its slice of the text"
        if block.page_span.of(article.page).split() != block.text.split():
            yield f"block {number} is not its slice of the page"
        if block.repeats is not None and not 0 <= block.repeats < number:
            yield f"block {number} repeats {block.repeats}"


def _quoted(value: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any part of a record
    """Yield every part of a record that has offsets and a quote."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value
        for item in value.values():
            yield from _quoted(item)
    elif isinstance(value, list):
        for item in value:
            yield from _quoted(item)


_DUMPS = Path(str(GOLD / "dumps"))
SPANS_TASK = Task("spans", "Every quote equals its slice, every block its place in the page.", measure_spans, _DUMPS)
