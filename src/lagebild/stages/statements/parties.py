"""Those who take part in a statement, tied to the entities of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import EntityKind, Party
from lagebild.stages.statements.documents import maker_of_document
from lagebild.stages.statements.sentences import Mentions, base, head_of
from lagebild.stages.statements.stand_ins import body_of_spokesman, body_spoken_for, body_that_acts, owner_of_view

if TYPE_CHECKING:
    from lagebild.model import Article, Entity, Span

_STANDING_FOR = (maker_of_document, owner_of_view, body_of_spokesman, body_that_acts)
"""Ways in which a source that mentions nobody stands for somebody."""


class Parties:
    """Finds the entity that a phrase names.

    Args:
        article: The article, with its mentions and its analysis.
    """

    def __init__(self, article: Article) -> None:
        self._analysis = article.analysis
        self._mentions = Mentions(article)

    def party(self, span: Span | None) -> Party | None:
        """Return who is named in a span, or ``None`` for no span."""
        return None if span is None else Party(span, _id(self._entity(span, stands_for=False)))

    def source(self, span: Span | None) -> Party | None:
        """Return who is named in the span of a source, or stands behind it, or ``None`` for no span."""
        return None if span is None else Party(span, _id(self._entity(span, stands_for=True)))

    def _entity(self, span: Span, *, stands_for: bool) -> Entity | None:
        sentence = self._analysis.sentence_of(span) if self._analysis else None
        if sentence is None:
            return None
        head, inside = head_of(sentence, span)
        if head is None or any(base(sentence, at) == "conj" and sentence.words[at].head == head for at in inside):
            return None
        last = self._mentions.name_at_end(sentence, inside)
        if last is not None and last.kind is EntityKind.PERSON:
            return last
        names_person = any(self._mentions.is_person_named(sentence, at) for at in inside)
        entity = body_spoken_for(self._mentions, sentence, head) if stands_for and not names_person else None
        entity = entity or self._mentions.of_phrase(sentence, head, inside) or last
        if entity is not None or not stands_for:
            return entity
        found = (standing_for(self._mentions, sentence, head) for standing_for in _STANDING_FOR)
        return next((one for one in found if one is not None), None)


def _id(entity: Entity | None) -> str | None:
    return entity.id if entity is not None else None
