"""Who says what: the statements, grouped by speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import Excerpt, readable, unquoted
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, Tone, rest
from lagebild.model import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.cli.places import Places
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Entity, Party, Statement

_MAX_ROWS = 20

_TONES = {
    SpeechAct.ACCUSE: Tone.AGAINST,
    SpeechAct.CRITICIZE: Tone.AGAINST,
    SpeechAct.DENY: Tone.AGAINST,
    SpeechAct.REJECT: Tone.AGAINST,
    SpeechAct.THREATEN: Tone.AGAINST,
    SpeechAct.AGREE: Tone.FOR,
    SpeechAct.CONFIRM: Tone.FOR,
    SpeechAct.PRAISE: Tone.FOR,
    SpeechAct.PROMISE: Tone.FOR,
}


def statement_section(article: Article, wording: Wording) -> Section:
    """Return the section on statements; speakers stand in the order in which they first speak."""
    entities = {entity.id: entity for entity in article.entities}
    ordered = _by_speaker(article.statements)
    places = places_of(article, wording)
    rows = [
        Row(
            label=_name(article, statement.source, entities) or wording.phrases.not_named,
            detail=wording.acts[statement.act],
            quotes=_quotes(article, statement),
            notes=_notes(article, statement, entities, wording),
            place=_place(statement, places),
            tone=_TONES.get(statement.act, Tone.PLAIN),
        )
        for statement in ordered[:_MAX_ROWS]
    ]
    return Section(wording.phrases.statements, (*rows, *rest(len(ordered) - len(rows), wording)))


def _by_speaker(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements with those of one speaker side by side, as far as it is known who speaks.

    A "he" is not the "he" three paragraphs further on: such statements stay apart, in text order.
    """
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        speaker = statement.source.entity if statement.source else None
        groups.setdefault(speaker or statement.id, []).append(statement)
    return [statement for group in groups.values() for statement in group]


def _quotes(article: Article, statement: Statement) -> tuple[Excerpt, ...]:
    words = " … ".join(unquoted(span.of(article.text)) for span in statement.content or statement.cue)
    return (Excerpt(words),) if words else ()


def _place(statement: Statement, places: Places) -> str:
    pieces = statement.content or statement.cue
    return places.of(pieces[0]) if pieces else ""


def _notes(article: Article, statement: Statement, entities: Mapping[str, Entity], wording: Wording) -> tuple[str, ...]:
    phrases = wording.phrases
    about = ", ".join(readable(entities[entity].name) for entity in statement.about if entity in entities)
    addressee = _name(article, statement.addressee, entities)
    relayed_by = _name(article, statement.relayed_by, entities)
    notes = (
        wording.statement_kinds[statement.kind],
        addressee and phrases.addressee.format(name=addressee),
        about and phrases.about.format(names=about),
        relayed_by and phrases.relayed_by.format(name=relayed_by),
    )
    return tuple(note for note in notes if note)


def _name(article: Article, party: Party | None, entities: Mapping[str, Entity]) -> str | None:
    """Return the fullest name of somebody with the first of their offices, or the words that name them."""
    if party is None:
        return None
    entity = entities.get(party.entity or "")
    if entity is None:
        return readable(party.span.of(article.text))
    return ", ".join(readable(words) for words in (entity.name, *entity.roles[:1]))
