"""What the report and the notebook show of an article: its title, what is known of its page, its sections in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import cut, readable
from lagebild.cli.phrasing import published_in_words
from lagebild.cli.sections.days import time_section
from lagebild.cli.sections.deeds import event_section
from lagebild.cli.sections.doubts import warning_section
from lagebild.cli.sections.entities import entity_section
from lagebild.cli.sections.numbers import quantity_section
from lagebild.cli.sections.statements import statement_section

if TYPE_CHECKING:
    from lagebild.cli.sections.rows import Section
    from lagebild.cli.wording import Wording
    from lagebild.model import Article

_OTHER_FINDINGS = (event_section, time_section, quantity_section, entity_section, warning_section)

_MAX_NAMES = 4
_MAX_NAME_CELLS = 40
_MAX_HEADLINE_CELLS = 300


def title(article: Article) -> str:
    """Return the headline, or the name of the page where it has none."""
    headline = readable(article.headline.text) if article.headline else ""
    return cut(headline or readable(article.source.name), _MAX_HEADLINE_CELLS)


def facts(article: Article, wording: Wording) -> tuple[str, ...]:
    """Return what is known of the page: its name, site, language, publication and people."""
    phrases = wording.phrases
    language = article.language
    known = (
        readable(article.source.name),
        readable(article.site or ""),
        wording.languages.get(language, language) if language else phrases.language_unknown,
        published_in_words(article.published, wording),
        _people(article.authors, phrases.authors, wording),
        _people(article.contributors, phrases.contributors, wording),
    )
    return tuple(filter(None, known))


def findings(article: Article, wording: Wording, *, why: bool = False) -> tuple[Section, ...]:
    """Return the sections on what was found that are not empty, the most telling first.

    Args:
        article: The article.
        wording: The catalogue.
        why: Whether to tell why statements are in the record.
    """
    sections = (
        statement_section(article, wording, why=why),
        *(find(article, wording) for find in _OTHER_FINDINGS),
    )
    return tuple(section for section in sections if section.rows)


def _people(names: tuple[str, ...], phrase: str, wording: Wording) -> str:
    if not names:
        return ""
    listed = ", ".join(cut(readable(name), _MAX_NAME_CELLS) for name in names[:_MAX_NAMES])
    left = len(names) - _MAX_NAMES
    return phrase.format(names=wording.phrases.more_names.format(names=listed, count=left) if left > 0 else listed)
