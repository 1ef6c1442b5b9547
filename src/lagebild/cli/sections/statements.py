"""Who says what: the statements, grouped by speaker, and each claim beside its denials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.cli.answers import denials_by_claim
from lagebild.cli.content_words import content_words
from lagebild.cli.excerpts import Excerpt, readable, unquoted
from lagebild.cli.phrasing import why_in_words
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, Tone, rest
from lagebild.model import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lagebild.cli.places import Places
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Entity, Party, Statement

_MAX_ROWS = 20

# "Ein Sprecher" may be another one each time; "ein Sprecher des Kreml" hardly is.
_MIN_TELLING_WORDS = 2

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


@dataclass(frozen=True, slots=True)
class _View:
    """What the rows are made from.

    Args:
        article: The article.
        wording: The catalogue.
        entities: Its entities by their ids.
        places: The names of its places.
        why: Whether rows tell what found them.
    """

    article: Article
    wording: Wording
    entities: Mapping[str, Entity]
    places: Places
    why: bool


def statement_section(article: Article, wording: Wording, *, why: bool = False) -> Section:
    """Return the section on statements; speakers stand in the order in which they first speak.

    A denial that answers a claim stands under it, and no more among what the one who denies says.

    Args:
        article: The article.
        wording: The catalogue.
        why: Whether to tell what found each statement, and how sure it is.
    """
    entities = {entity.id: entity for entity in article.entities}
    rows = tuple(_rows(_View(article, wording, entities, places_of(article, wording), why)))
    shown = rows[:_MAX_ROWS]
    return Section(wording.phrases.statements, (*shown, *rest(len(rows) - len(shown), wording)))


def _rows(view: _View) -> Iterator[Row]:
    denials = denials_by_claim(view.article)
    answering = {denial.id for answers in denials.values() for denial in answers}
    told: set[str] = set()
    for speaker, statements in _by_speaker(view.article, answering).items():
        label = _name(view, statements[0].source) or view.wording.phrases.not_named
        for statement in statements:
            row = _row(view, statement, label, speaker)
            yield row
            for denial in denials.get(statement.id, ()):
                yield _answer(view, denial, row, is_told=denial.id in told)
                told.add(denial.id)


def _by_speaker(article: Article, answering: set[str]) -> dict[str, list[Statement]]:
    """Return the statements that answer none by who speaks, as far as that is known.

    A "he" is not the "he" three paragraphs further on: such statements stay apart, in text order.
    """
    groups: dict[str, list[Statement]] = {}
    for statement in article.statements:
        if statement.id not in answering:
            groups.setdefault(_speaker(article, statement), []).append(statement)
    return groups


def _speaker(article: Article, statement: Statement) -> str:
    """Return the same for all statements of one speaker: entity, or telling words, or the one place that names them."""
    party = statement.source
    if party is None:
        return statement.id
    if party.entity is not None:
        return party.entity
    telling = content_words(article.text, (party.span,), language=article.language)
    words = readable(party.span.of(article.text)).casefold()
    return f"words {words}" if len(telling) >= _MIN_TELLING_WORDS else f"place {party.span.start}"


def _row(view: _View, statement: Statement, label: str, speaker: str) -> Row:
    return Row(
        label=label,
        detail=view.wording.acts[statement.act],
        quotes=_quotes(view.article, statement),
        notes=_notes(view, statement),
        place=_place(statement, view.places),
        tone=_TONES.get(statement.act, Tone.PLAIN),
        # Of several that are not named, it is clear anyway that they need not be one.
        subject=speaker if statement.source else "",
    )


def _answer(view: _View, denial: Statement, claim: Row, *, is_told: bool) -> Row:
    """Return the row of a denial under its claim; what stands under an earlier claim is not quoted again."""
    name = _name(view, denial.source) or ""
    quotes = () if is_told else _quotes(view.article, denial)
    return Row(
        label=claim.label,
        detail=_denied(denial, view.wording, is_named=bool(name)),
        # A colon, for words such as "ein Sprecher" cannot be put in the dative that "von" would ask for.
        lead=f"{name}:" if name and quotes else name,
        quotes=quotes,
        notes=(view.wording.phrases.as_above,) if is_told else _notes(view, denial),
        place=_place(denial, view.places),
        tone=Tone.AGAINST,
        subject=claim.subject,
        is_answer=True,
    )


def _denied(denial: Statement, wording: Wording, *, is_named: bool) -> str:
    phrases = wording.phrases
    if denial.act is SpeechAct.DENY:
        return phrases.denied_by if is_named else phrases.denied
    return phrases.rejected_by if is_named else phrases.rejected


def _quotes(article: Article, statement: Statement) -> tuple[Excerpt, ...]:
    words = " … ".join(unquoted(span.of(article.text)) for span in statement.content or statement.cue)
    return (Excerpt(words),) if words else ()


def _place(statement: Statement, places: Places) -> str:
    pieces = statement.content or statement.cue
    return places.of(pieces[0]) if pieces else ""


def _notes(view: _View, statement: Statement) -> tuple[str, ...]:
    phrases = view.wording.phrases
    about = ", ".join(readable(view.entities[entity].name) for entity in statement.about if entity in view.entities)
    addressee = _name(view, statement.addressee)
    relayed_by = _name(view, statement.relayed_by)
    notes = (
        view.wording.statement_kinds[statement.kind],
        addressee and phrases.addressee.format(name=addressee),
        about and phrases.about.format(names=about),
        relayed_by and phrases.relayed_by.format(name=relayed_by),
        *(why_in_words(statement, view.wording) if view.why else ()),
    )
    return tuple(note for note in notes if note)


def _name(view: _View, party: Party | None) -> str | None:
    """Return the fullest name of somebody with the first of their offices, or the words that name them.

    Who is called by the office, as "Sprecher des Kreml", is not called by it twice.
    """
    if party is None:
        return None
    entity = view.entities.get(party.entity or "")
    if entity is None:
        return readable(party.span.of(view.article.text))
    offices = [role for role in entity.roles[:1] if role.lower() not in entity.name.lower()]
    return ", ".join(readable(words) for words in (entity.name, *offices))
