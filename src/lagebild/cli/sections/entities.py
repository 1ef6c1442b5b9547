"""Who and where: the entities that the article names most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lagebild.cli.excerpts import readable
from lagebild.cli.sections.rows import Row, Section, rest

if TYPE_CHECKING:
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Entity

_MAX_ROWS = 8
_MAX_ROLES = 3


def entity_section(article: Article, wording: Wording) -> Section:
    """Return the section on entities, the most mentioned first."""
    counts = Counter(mention.entity for mention in article.mentions)
    # Sorting is stable: among equals the order of the text stays.
    ranked = sorted(article.entities, key=lambda entity: -counts[entity.id])
    rows = [_row(entity, counts[entity.id], wording) for entity in ranked[:_MAX_ROWS]]
    return Section(wording.phrases.entities, (*rows, *rest(len(ranked) - len(rows), wording)))


def _row(entity: Entity, count: int, wording: Wording) -> Row:
    code = " ".join(filter(None, (entity.country, *entity.sectors)))
    roles = ", ".join(readable(role) for role in entity.roles[:_MAX_ROLES])
    return Row(
        label=readable(entity.name),
        detail=wording.entity_kinds[entity.kind],
        lead=" · ".join(filter(None, (roles, code))),
        place=_mentioned(count, wording),
    )


def _mentioned(count: int, wording: Wording) -> str:
    phrases = wording.phrases
    return phrases.mentioned_once if count == 1 else phrases.mentioned.format(count=count)
