"""Who and what is mentioned: by name, by a noun such as "der Minister", by a pronoun.

**Names** (`MentionForm.NAME`) are what a gazetteer, a title, a given name or the analysis of the language shows; what
is not sure is left out. A mention is the name without its title; a German genitive belongs to it ("Putins"), an
English "'s" does not. A name that is part of a compound ("Ukraine-Krieg") is no mention. What the gazetteer knows
keeps its reading; where names overlap, the longer is the one. Who is named once in full is found again by family
name, and in another spelling ("Selenskyj", "Zelensky"). A person is called by the fullest name of the article, what
the gazetteer knows by its first name there. Without an analysis, word lists and rules do what they can, and only
names are found.

**Nouns** (`MentionForm.NOUN`) that tell an office, a sort of person or body, or a country, mention the one spoken of
before whose role, gender, number, country and sort they fit. The mention is article, modifiers and noun, without what
follows, without a name or possessive before it, and without an article that is one with its preposition ("im"). Who
has an office and is not named ("ein Sprecher des Kreml", "die Polizei") is an entity called by those words, with the
country and the sectors of whom it serves. "Beide Länder" are an entity of the kind group, called by both names. A
noun beside a name is a mention if it is set apart from it: "Peter Vane, the late chairman".

**Pronouns** (`MentionForm.PRONOUN`): personal, possessive, relative and demonstrative ones that mean an entity. "Ich"
in a quotation is the one who speaks; "wir", "man", reflexives and an "es" that stands for nothing are no mentions.

**A capital, or a house such as the Kremlin, that stands for its government** is that government: an organization of
the country with the sector GOV, one entity for all its names ("Moskau", "Kreml", "die russische Regierung"), called
as it is first. A capital stands for it as the subject of a verb of saying or doing, as the one who is told or
accused, behind "laut", and as the owner of an office ("Moskaus Außenminister"). Elsewhere ("in Moskau") it is the
place, another entity.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.model import Entity, EntityKind, Mention, Stage
from lagebild.stages.entities.agreement import Keys
from lagebild.stages.entities.contexts import context_of
from lagebild.stages.entities.finds import Find
from lagebild.stages.entities.genitives import genitives_of
from lagebild.stages.entities.governments import government_key, house_of
from lagebild.stages.entities.holders import publication_day, with_office_held
from lagebild.stages.entities.names import find_names
from lagebild.stages.entities.namings import with_analysis
from lagebild.stages.entities.passages import passages
from lagebild.stages.entities.people import find_people
from lagebild.stages.entities.readings import View
from lagebild.stages.entities.resolving import resolved
from lagebild.stages.entities.spellings import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from lagebild.lexicon.gazetteers import Named
    from lagebild.model import Article
    from lagebild.stages.entities.genitives import Genitives

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


def _found(article: Article, language: str) -> list[Find]:
    views = _views(article, language)
    genitives = genitives_of((view.passage for view in views), article.analysis, language)
    if article.analysis is not None:
        views = with_analysis(views, article.analysis, Keys(genitives, language))
    day = publication_day(article.published)
    names = [_known(find, day, language) for find in joined(_names(views, genitives))]
    if article.analysis is None:
        return names
    return resolved(article, article.analysis, names, language)


def _names(views: Sequence[View], genitives: Genitives) -> list[Find]:
    people = find_people([view.context for view in views], genitives)
    persons = [Find(span, ("person", *person.words), person.entity()) for span, person in people]
    taken = {offset for find in persons for offset in range(find.span.start, find.span.end)}
    others = [find for find in _others(views) if taken.isdisjoint(range(find.span.start, find.span.end))]
    return sorted([*persons, *others], key=lambda find: find.span)


def _known(find: Find, day: date | None, language: str) -> Find:
    """Return a find with what the lexicon knows of a person."""
    is_person = find.entity.kind is EntityKind.PERSON
    return replace(find, entity=with_office_held(find.entity, day, language)) if is_person else find


def _views(article: Article, language: str) -> list[View]:
    parts = passages(article)
    names = find_names(parts, language)
    return [View(context_of(part, language, matches), matches) for part, matches in zip(parts, names, strict=True)]


def _others(views: Iterable[View]) -> Iterator[Find]:
    """Yield what is no person."""
    for view in views:
        for match in view.matches:
            if match.named is not None:
                entity = _entity(match.named)
                house = house_of(entity, view.context.language)
                key = government_key(house) if house else match.named.key
                yield Find(view.passage.span(match.first, match.last), key, entity)


def _entity(named: Named) -> Entity:
    return Entity("", named.name, named.kind, named.country, named.sectors, wikidata=named.wikidata)


def _numbered(finds: Sequence[Find]) -> tuple[tuple[Entity, ...], tuple[Mention, ...]]:
    first: dict[object, Entity] = {}
    for find in finds:
        if find.key not in first:
            first[find.key] = replace(find.entity, id=f"e{len(first) + 1}")
    return tuple(first.values()), tuple(_mentions(finds, first))


def _mentions(finds: Iterable[Find], entities: dict[object, Entity]) -> Iterable[Mention]:
    for number, find in enumerate(finds, start=1):
        yield Mention(f"m{number}", entities[find.key].id, find.span, find.form)
