"""What is found at one spot of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.model import MentionForm

if TYPE_CHECKING:
    from lagebild.model import Entity, Span


@dataclass(frozen=True, slots=True)
class Find:
    """An entity, still without its id, where it is mentioned; finds with the same key mention the same entity.

    Args:
        span: Where it is mentioned.
        key: What tells the entity from all others.
        entity: The entity as it is known here.
        form: How it is mentioned.
    """

    span: Span
    key: object
    entity: Entity
    form: MentionForm = MentionForm.NAME
