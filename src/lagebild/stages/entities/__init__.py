"""Who and what is named: entities that a gazetteer, a title or a given name makes safe.

This first version finds names only (`MentionForm.NAME`), and leaves out what it is not sure of. A mention is the name
without its title; a German genitive belongs to it ("Putins"), an English "'s" does not. A name that is part of a
compound ("Ukraine-Krieg") is no mention. Who is named once in full is found again by family name. A person is called
by the fullest name of the article, what the gazetteer knows by its first name there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.model import Entity, Mention, MentionForm, Span, Stage
from lagebild.stages.entities.contexts import context_of
from lagebild.stages.entities.names import find_names
from lagebild.stages.entities.passages import passages
from lagebild.stages.entities.people import find_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.lexicon.gazetteers import Named
    from lagebild.model import Article

_LANGUAGES = frozenset({"de", "en"})


def find_entities(article: Article) -> Article:
    """Return the article with its entities, by first mention, and their mentions, in text order.

    An article in another language than German or English gets none.
    """
    if article.language not in _LANGUAGES:
        return replace(article, entities=(), mentions=())
    entities, mentions = _numbered(_found(article, article.language))
    return replace(article, entities=entities, mentions=mentions)


STAGE = Stage(
    "entities",
    requires=frozenset({"text", "blocks", "language"}),
    provides=frozenset({"entities", "mentions"}),
    run=find_entities,
)
"""The stage that fills `Article.entities` and `Article.mentions`."""


@dataclass(frozen=True, slots=True)
class _Find:
    """An entity, still without its id, where it is named; finds with the same key name the same entity."""

    span: Span
    key: object
    entity: Entity


def _found(article: Article, language: str) -> list[_Find]:
    parts = passages(article)
    names = find_names(parts, language)
    contexts = [context_of(part, language, matches) for part, matches in zip(parts, names, strict=True)]
    persons = [_Find(span, person, person.entity()) for span, person in find_people(contexts)]
    taken = {offset for find in persons for offset in range(find.span.start, find.span.end)}
    others = [
        _Find(part.span(match.first, match.last), match.named.key, _entity(match.named))
        for part, matches in zip(parts, names, strict=True)
        for match in matches
        if match.named is not None and part.starts[match.first] not in taken
    ]
    return sorted([*persons, *others], key=lambda find: find.span)


def _entity(named: Named) -> Entity:
    return Entity("", named.name, named.kind, named.country, named.sectors, wikidata=named.wikidata)


def _numbered(finds: Sequence[_Find]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    first: dict[object, Entity] = {}
    for find in finds:
        first.setdefault(find.key, replace(find.entity, id=f"e{len(first) + 1}"))
    return tuple(first.values()), tuple(_mentions(finds, first))


def _mentions(finds: Iterable[_Find], entities: dict[object, Entity]) -> Iterable[Mention]:
    for number, find in enumerate(finds, start=1):
        yield Mention(f"m{number}", entities[find.key].id, find.span, MentionForm.NAME)
