"""Whom and what a text has spoken of so far, and what may be said of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model import Entity


class ReferentKind(StrEnum):
    """What sort of thing is spoken of."""

    PERSON = "person"
    BODY = "body"
    COUNTRY = "country"
    PLACE = "place"
    PAIR = "pair"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that a text speaks of.

    Args:
        key: What tells it from all others.
        kind: What sort of thing it is.
        entity: The entity, still without an id, or ``None`` for what the record has no place for.
        gender: ``Masc``, ``Fem`` or ``Neut``; ``None`` where nothing tells it.
        is_plural: Whether it is several.
        roles: The nouns that tell its role, in lower case and the masculine.
        parties: The keys of the parties that a person is said to belong to.
        is_named: Whether the text names it.
    """

    key: object
    kind: ReferentKind
    entity: Entity | None = None
    gender: str | None = None
    is_plural: bool = False
    roles: frozenset[str] = frozenset()
    parties: frozenset[object] = frozenset()
    is_named: bool = False

    @property
    def country(self) -> str | None:
        """The country that is known of it."""
        return self.entity.country if self.entity else None
