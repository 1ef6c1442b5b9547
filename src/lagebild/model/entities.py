"""Who and what is named: entities and the places where they are mentioned."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.model.spans import Span


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    FACILITY = "facility"
    GROUP = "group"
    PRODUCT = "product"
    DOCUMENT = "document"


class PlacePrecision(StrEnum):
    """How exactly a place is known."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    SITE = "site"


class MentionForm(StrEnum):
    """How an entity is mentioned."""

    NAME = "name"
    NOUN = "noun"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity lies on the map.

    Args:
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        geonames: GeoNames id, or ``None``.
        precision: How exactly the point is known.
    """

    latitude: float
    longitude: float
    geonames: int | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names.

    Args:
        id: Its name within the record, such as ``e1``.
        name: The fullest name that the article uses.
        kind: What sort of thing it is.
        country: ISO 3166-1 alpha-3 code, or ``None``.
        sectors: PLOVER sectors, such as ``GOV`` and ``MIL``.
        roles: Offices and titles that the article gives, as written.
        wikidata: Wikidata id, or ``None``.
        place: Where it lies, for places.
    """

    id: str
    name: str
    kind: EntityKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    wikidata: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is mentioned.

    Args:
        id: Its name within the record, such as ``m1``.
        entity: The id of the entity.
        span: Where it stands in ``Article.text``.
        form: How it is mentioned.
    """

    id: str
    entity: str
    span: Span
    form: MentionForm
