"""Who speaks behind what is no name: "seiner Ansicht nach", "UNO-Angaben", "ein Sprecher", "man"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.documents import documents
from lagebild.lexicon.gazetteers import gazetteer
from lagebild.lexicon.speech_verbs import acts_by_lemma
from lagebild.model import EntityKind
from lagebild.stages.statements.sentences import base, dependents, has, is_possessive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Entity, Sentence
    from lagebild.stages.statements.sentences import Mentions

_SENTENCES_BACK = 2
_SHORTEST_PART = 4


def owner_of_view(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return whose view or saying it is: "seiner Ansicht", "their demand"."""
    word = sentence.words[head]
    if word.upos != "NOUN" or not _is_view(word.lemma.lower(), mentions.language):
        return None
    owner = next((at for at in dependents(sentence, head) if is_possessive(sentence, at)), None)
    return mentions.of_phrase(sentence, owner) if owner is not None else body_in_compound(mentions, sentence, head)


def _is_view(lemma: str, language: str) -> bool:
    return lemma in acts_by_lemma(language) or documents(language).kind_of("views", lemma) is not None


def body_spoken_for(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return the body that a noun or a pronoun beside a spokesman means: "a spokesman for the council", "its chairman".

    Where a name stands there, the spokesman is told by it: "ein Sprecher des Kreml".
    """
    words = documents(mentions.language)
    lemma = sentence.words[head].lemma.lower()
    owner = next(_owners(sentence, head), None)
    if owner is None or mentions.is_named(sentence, owner):
        return None
    speaks = words.kind_of("spokespeople", lemma) is not None
    leads = lemma in words.words["leaders"] and sentence.words[owner].upos in {"PRON", "DET"}
    body = _as_body(mentions.of_phrase(sentence, owner)) if speaks or leads else None
    return body if body is not None and body.id in mentions.named else None


def body_of_spokesman(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return for whom somebody unnamed speaks: the body in the compound, or the subject of the sentence before."""
    words = documents(mentions.language)
    lemma = sentence.words[head].lemma.lower()
    if words.kind_of("spokespeople", lemma) is None or has(sentence, head, {"nmod"}):
        return None
    if lemma not in words.words["spokespeople"]:
        return body_in_compound(mentions, sentence, head)
    is_new = any("Definite=Ind" in sentence.words[at].feats for at in dependents(sentence, head))
    return _as_body(mentions.subject(mentions.number(sentence) - 1)) if is_new else None


def _owners(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the words that tell whose somebody is: "its spokesman", "a spokesman for the council"."""
    return (at for at in dependents(sentence, head) if is_possessive(sentence, at) or base(sentence, at) == "nmod")


def body_in_compound(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return the body of the article that the first part of a German compound names: "UNO-Angaben"."""
    if mentions.language != "de":
        return None
    part = _first_part(mentions, sentence, head)
    if not part:
        return None
    known = gazetteer("de").get(part.upper()) or gazetteer("de").get(part.capitalize())
    bodies = (one for one in mentions.entities.values() if one.kind is EntityKind.ORGANIZATION)
    found = [one for one in bodies if (known and known.name == one.name) or _ends_with(one.name, part)]
    return found[0] if len(found) == 1 else None


def _first_part(mentions: Mentions, sentence: Sentence, head: int) -> str:
    """Return what stands before the noun in a compound, in lower case: "uno" of "UNO-Angaben"; ``""`` if nothing."""
    parts = [sentence.words[at].form for at in dependents(sentence, head) if sentence.words[at].relation == "compound"]
    if parts:
        return parts[0].lower()
    lemma = sentence.words[head].lemma
    noun = documents(mentions.language).kind_of("spokespeople", lemma)
    return lemma.lower().removesuffix(noun).rstrip("-").removesuffix("s") if noun else ""


def _ends_with(name: str, part: str) -> bool:
    """Tell whether a word of a name is, or ends with, the first part of a compound."""
    return any(word == part or (len(part) >= _SHORTEST_PART and word.endswith(part)) for word in name.lower().split())


def body_that_acts(mentions: Mentions, sentence: Sentence, head: int) -> Entity | None:
    """Return the body that "man" means: the last subject of the sentence before the word, or of those right before."""
    if sentence.words[head].form.lower() not in documents(mentions.language).words["impersonal"]:
        return None
    before = [at for at in range(head) if base(sentence, at) == "nsubj"]
    inside = (mentions.maker(sentence, at) for at in reversed(before))
    number = mentions.number(sentence)
    earlier = (mentions.subject(one) for one in mentions.paragraph_before(number, _SENTENCES_BACK))
    return _as_body(next((entity for entity in (*inside, *earlier) if entity is not None), None))


def _as_body(entity: Entity | None) -> Entity | None:
    return entity if entity is not None and entity.kind is EntityKind.ORGANIZATION else None
