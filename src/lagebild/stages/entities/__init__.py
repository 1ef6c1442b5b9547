"""Who and what is named: entities that a gazetteer, a title, a given name or the analysis of the language shows.

Names only are found (`MentionForm.NAME`), and what is not sure is left out. A mention is the name without its title; a
German genitive belongs to it ("Putins"), an English "'s" does not. A name that is part of a compound ("Ukraine-Krieg")
is no mention. What the gazetteer knows keeps its reading; where names overlap, the longer is the one. Who is named once
in full is found again by family name. A person is called by the fullest name of the article, what the gazetteer knows
by its first name there. Without an analysis, word lists and rules do what they can.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lagebild.model import Entity, Mention, MentionForm, Span, Stage
from lagebild.stages.entities.agreement import Keys
from lagebild.stages.entities.contexts import context_of
from lagebild.stages.entities.genitives import genitives_of
from lagebild.stages.entities.names import find_names
from lagebild.stages.entities.namings import with_analysis
from lagebild.stages.entities.passages import passages
from lagebild.stages.entities.people import find_people
from lagebild.stages.entities.readings import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    requires=frozenset({"text", "blocks", "language", "analysis"}),
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
    views = _views(article, language)
    genitives = genitives_of((view.passage for view in views), article.analysis, language)
    if article.analysis is not None:
        views = with_analysis(views, article.analysis, Keys(genitives, language))
    people = find_people([view.context for view in views], genitives)
    persons = [_Find(span, person, person.entity()) for span, person in people]
    taken = {offset for find in persons for offset in range(find.span.start, find.span.end)}
    others = [find for find in _others(views) if taken.isdisjoint(range(find.span.start, find.span.end))]
    return sorted([*persons, *others], key=lambda find: find.span)


def _views(article: Article, language: str) -> list[View]:
    parts = passages(article)
    names = find_names(parts, language)
    return [View(context_of(part, language, matches), matches) for part, matches in zip(parts, names, strict=True)]


def _others(views: Iterable[View]) -> Iterator[_Find]:
    """Yield what is no person."""
    for view in views:
        for match in view.matches:
            if match.named is not None:
                yield _Find(view.passage.span(match.first, match.last), match.named.key, _entity(match.named))


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
