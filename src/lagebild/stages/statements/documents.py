"""Who made a document that is a source: "laut der Studie", "in einer Erklärung"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.documents import documents
from lagebild.model import EntityKind
from lagebild.stages.statements.sentences import base, dependents, is_possessive, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Entity, Sentence, Word
    from lagebild.stages.statements.sentences import Mentions

_OBJECTS = frozenset({"obj", "nsubj"})
_BY = frozenset({"obl", "nmod"})


def maker_of_document(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return the person or body that a document stands for, or ``None`` where the text does not say who made it.

    That is who is named as its maker beside the word, here or where the text speaks of it before; the only court of the
    text for a judgment; the subject of the sentence before for what a sentence brings up as an announcement.
    """
    word = sentence.words[head]
    words = documents(mentions.language)
    if word.upos not in {"NOUN", "PROPN"} or words.kind_of("documents", word.lemma) is None:
        return None
    maker = _maker_beside(mentions, sentence, head)
    if maker is not None:
        return maker
    number = mentions.number(sentence)
    if _is_new(sentence, head):
        is_announcement = words.kind_of("announcements", word.lemma) is not None
        return mentions.subject(number - 1) if is_announcement else None
    maker = next(_makers_before(mentions, number, word), None)
    is_judgment = words.kind_of("judgments", word.lemma) is not None
    return _only_court(mentions, sentence) if maker is None and is_judgment else maker


def _is_new(sentence: Sentence, head: int) -> bool:
    """Tell whether a document is brought up: "in einer Erklärung"."""
    return any("Definite=Ind" in sentence.words[at].feats for at in dependents(sentence, head))


def _maker_beside(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    found = (
        mentions.maker(sentence, at) for at in (*_owners(mentions, sentence, head), *_makers(mentions, sentence, head))
    )
    return next((entity for entity in found if entity is not None), None)


def _owners(mentions: Mentions, sentence: Sentence, head: int) -> Iterator[int]:
    """Yield whose a document is: "Studie des Ministeriums", "the bank's report", "ihr Bericht"."""
    words = documents(mentions.language).words
    made_by = words["made_by"]
    for at in dependents(sentence, head):
        is_owner = base(sentence, at) == "nmod" and preposition(sentence, at) in {None, *made_by}
        if is_owner or is_possessive(sentence, at):
            yield at
        elif base(sentence, at) == "acl" and sentence.words[at].lemma in words["making"]:
            agents = (by for by in dependents(sentence, at) if base(sentence, by) == "obl")
            yield from (by for by in agents if preposition(sentence, by) in made_by)


def _makers(mentions: Mentions, sentence: Sentence, head: int) -> Iterator[int]:
    """Yield who makes a document known: "das Amt legte einen Bericht vor", "the bank said in a statement"."""
    words = documents(mentions.language)
    above = sentence.words[head].head
    if above is None or not _is_new(sentence, head):
        return
    is_made = base(sentence, head) == "obj" and _lemma(sentence, above) in words.words["making"]
    is_announced = (
        base(sentence, head) == "obl" and words.kind_of("announcements", sentence.words[head].lemma) is not None
    )
    if is_made or is_announced:
        yield from (at for at in dependents(sentence, above) if sentence.words[at].relation == "nsubj")


def _lemma(sentence: Sentence, verb: int) -> str:
    """Return the lemma of a verb with its particle: "vorlegen" for "legt … vor"."""
    lemma = sentence.words[verb].lemma
    particle = next(
        (sentence.words[at].form for at in dependents(sentence, verb) if sentence.words[at].relation == "compound:prt"),
        "",
    )
    return lemma if lemma.startswith(particle) else particle + lemma


def _makers_before(mentions: Mentions, number: int, document: Word) -> Iterator[Entity]:
    """Yield who made the documents of the same name before, the last first."""
    grammatical = document.feature("Number")
    for sentence in reversed(mentions.sentences[:number]):
        for head, word in enumerate(sentence.words):
            if word.lemma == document.lemma and word.feature("Number") == grammatical:
                maker = _maker_beside(mentions, sentence, head)
                if maker is not None:
                    yield maker


def _only_court(mentions: Mentions, sentence: Sentence) -> Entity | None:
    """Return the only court that the text names before a sentence."""
    words = documents(mentions.language).words["courts"]
    bodies = (one for one in mentions.before(sentence) if one.kind is EntityKind.ORGANIZATION)
    courts = [one for one in bodies if _is_court(one, words)]
    return courts[0] if len(courts) == 1 else None


def _is_court(entity: Entity, courts: frozenset[str]) -> bool:
    return any(word.endswith(tuple(courts)) for word in entity.name.lower().split())
