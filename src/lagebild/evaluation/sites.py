"""The tasks on web pages: segments that must and must not appear, titles, authors, dates; bodies line by line.

The data is a folder with ``evaldata.json`` and ``html/``, in the form of trafilatura's own evaluation.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lagebild.evaluation.gold_pages import annotated_pages
from lagebild.evaluation.roles import read_blocks, score_pages
from lagebild.evaluation.scores import Counts, mean, segment_counts
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.intake.documents import fold_space
from lagebild.intake.html import page_text, read_html
from lagebild.intake.lines.roles import read_roles
from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import read_page_text
from lagebild.model import EvaluationError, IntakeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lagebild.model import Article, Role

_NAME_SEPARATOR = re.compile(r"\s*(?:[,;/&]|\bund\b|\band\b)\s*")


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page of such a set.

    Args:
        page: The page.
        gold: What its entry in ``evaldata.json`` says.
    """

    page: Page
    gold: dict[str, Any]


def site_pages(folder: Path) -> Iterator[SitePage]:
    """Yield the pages of a set, in its order.

    Raises:
        EvaluationError: If the folder holds no such set, or not all of it.
    """
    index = folder / "evaldata.json"
    if not index.exists():
        raise EvaluationError(str(folder), "holds no evaldata.json; give the folder of the set")
    for url, gold in json.loads(index.read_text(encoding="utf-8")).items():
        path = folder / "html" / gold["file"]
        if not path.is_file():
            raise EvaluationError(str(path), "no such page, though evaldata.json names it; complete the set")
        yield SitePage(Page(path.name, path.read_bytes(), "text/html", url=url), gold)


def _article_of_markup(page: Page) -> Article:
    return read_html(page, Hints())


def _article_of_text(page: Page) -> Article:
    return read_page_text(Page(page.name, page_text(page)), Hints())


def measure_segments(folder: Path, read: Callable[[Page], Article]) -> Result:
    """Measure segments that must and must not appear in the article, by language of the article."""
    by_language: dict[str, Counts] = {}
    cases = []
    for item in site_pages(folder):
        try:
            article = read(item.page)
            text, language = fold_space(article.text), article.language or "none"
        except IntakeError:
            text, language = "", "none"
        wanted = [fold_space(segment) for segment in item.gold["with"]]
        unwanted = [fold_space(segment) for segment in item.gold["without"]]
        counts = segment_counts(text, wanted=wanted, unwanted=unwanted)
        by_language[language] = by_language.get(language, Counts()) + counts
        missing = [segment for segment in wanted if segment not in text]
        kept = [segment for segment in unwanted if segment in text]
        cases.append(Case(item.page.name, counts.f1, f"misses {missing}, keeps {kept}"))
    total = sum(by_language.values(), Counts())
    by_name = {"all": total, **{name: by_language.get(name, Counts()) for name in ("de", "en")}}
    return Result({f"segment_f1_{name}": counts.f1 for name, counts in by_name.items()}, tuple(cases))


def measure_markup_segments(folder: Path) -> Result:
    """Measure segments in the articles of HTML pages."""
    return measure_segments(folder, _article_of_markup)


def measure_text_segments(folder: Path) -> Result:
    """Measure segments in the articles of the same pages without their markup."""
    return measure_segments(folder, _article_of_text)


def measure_metadata(folder: Path) -> Result:
    """Measure title, authors and publication date of HTML pages."""
    titles: list[float] = []
    authors: list[float] = []
    invented: list[float] = []
    days: list[float] = []
    cases = []
    for item in site_pages(folder):
        try:
            article = _article_of_markup(item.page)
        except IntakeError:
            continue
        gold_names = _gold_names(item.gold.get("author"))
        names = _names(", ".join(article.authors))
        if gold_names:
            authors.append(float(names == gold_names))
        elif "author" in item.gold:
            invented.append(float(bool(names)))
        if item.gold.get("title"):
            titles.append(float(_same_title(article, item.gold["title"])))
        if item.gold.get("date"):
            days.append(float((article.published.value or "")[:10] == item.gold["date"]))
        cases.append(Case(item.page.name, float(names == gold_names), f"{sorted(names)} for {sorted(gold_names)}"))
    return Result(
        {
            "title": mean(titles),
            "author_exact": mean(authors),
            "no_author_invented": 1.0 - mean(invented),
            "date": mean(days),
        },
        tuple(cases),
    )


def _gold_names(author: str | list[str] | None) -> frozenset[str]:
    """Return the names of the gold, which writes them as one string or as a list."""
    return _names(", ".join(author) if isinstance(author, list) else author or "")


def _names(text: str) -> frozenset[str]:
    return frozenset(name.casefold().strip() for name in _NAME_SEPARATOR.split(text) if name.strip())


def _same_title(article: Article, gold: str) -> bool:
    headline = fold_space(article.headline.text if article.headline else "").casefold()
    gold = fold_space(gold).casefold()
    return bool(headline) and (headline == gold or gold.startswith(headline) or headline.startswith(gold))


def measure_text_bodies(folder: Path) -> Result:
    """Measure the story lines of annotated pages without their markup. Shipped models have seen these pages."""
    return score_pages((page, read_blocks(page)) for page in annotated_pages(folder / "html"))


def measure_markup_bodies(folder: Path) -> Result:
    """Measure the story lines of annotated HTML pages. Shipped models have seen these pages."""
    return score_pages((page, _markup_roles(page)) for page in annotated_pages(folder / "html"))


def _markup_roles(page: Any) -> list[tuple[Role, int | None]]:  # noqa: ANN401 - a gold page with a document
    readings = read_roles(page.lines, blank_before=page.blank_before, markup=page.document.markup)
    return [(reading.role, reading.repeats) for reading in readings]


SITE_TASKS = (
    Task(
        "segments-html",
        "Segments that must and must not appear in the article of an HTML page.",
        measure_markup_segments,
    ),
    Task("segments-text", "The same pages without their markup.", measure_text_segments),
    Task("metadata", "Title, authors and date of HTML pages.", measure_metadata),
    Task("bodies-html", "Story lines of annotated HTML pages (models have seen them).", measure_markup_bodies),
    Task("bodies-text", "Story lines of annotated pages as text (models have seen them).", measure_text_bodies),
)
