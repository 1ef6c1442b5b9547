"""The sentences of an article with those whom their words mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import EntityKind, MentionForm

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from lagebild.model import Article, Entity, Mention, Sentence, Span

_BESIDE = frozenset({"flat", "appos", "compound", "name"})
"""Relations of a name to the office that stands before it: "Präsident Wladimir Putin"."""
_NOT_BESIDE = frozenset({"nmod", "conj"})
_NONE = -1
_MAKERS = frozenset({EntityKind.PERSON, EntityKind.ORGANIZATION})


class Mentions:
    """Tells whom the words of an article mention.

    Args:
        article: The article, with its mentions and its analysis.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.language = article.language or ""
        self.sentences: Sequence[Sentence] = article.analysis.sentences if article.analysis else ()
        self.entities = {entity.id: entity for entity in article.entities}
        self._numbers = {sentence.span.start: number for number, sentence in enumerate(self.sentences)}
        self.named = frozenset(one.entity for one in article.mentions if one.form is MentionForm.NAME)
        self._first = {one.entity: one.span.start for one in sorted(article.mentions, key=lambda one: -one.span.start)}
        self._mentions: dict[int, Mention] = {}
        # Of mentions within each other the shorter is the surer: it is written last.
        for mention in sorted(article.mentions, key=lambda one: one.span.start - one.span.end):
            self._mentions |= dict.fromkeys(range(mention.span.start, mention.span.end), mention)

    def before(self, sentence: Sentence) -> list[Entity]:
        """Return who is mentioned before a sentence."""
        start = sentence.span.start
        return [entity for key, entity in self.entities.items() if self._first.get(key, start) < start]

    def number(self, sentence: Sentence) -> int:
        """Return which sentence of the text one is, from 0."""
        return self._numbers[sentence.span.start]

    def paragraph_before(self, number: int, most: int) -> Iterator[int]:
        """Yield the sentences of the same paragraph before one, the last first, and in any case the last."""
        for earlier in range(number - 1, max(-1, number - 1 - most), -1):
            gap = self.text[self.sentences[earlier].span.end : self.sentences[earlier + 1].span.start]
            if earlier < number - 1 and "\n" in gap:
                return
            yield earlier

    def at(self, sentence: Sentence, index: int) -> Entity | None:
        """Return whom a word mentions."""
        mention = self._mentions.get(sentence.words[index].span.start)
        return self.entities.get(mention.entity) if mention is not None else None

    def is_named(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a word is part of a name of somebody."""
        mention = self._mentions.get(sentence.words[index].span.start)
        return mention is not None and mention.form is MentionForm.NAME

    def is_person_named(self, sentence: Sentence, index: int) -> bool:
        """Tell whether a word is part of the name of a person."""
        entity = self.at(sentence, index)
        return entity is not None and entity.kind is EntityKind.PERSON and self.is_named(sentence, index)

    def of_phrase(self, sentence: Sentence, head: int, inside: Sequence[int] | range | None = None) -> Entity | None:
        """Return whom a phrase mentions: its head, or a name that stands close to it."""
        within = range(len(sentence.words)) if inside is None else inside
        found = (self.at(sentence, index) for index in (head, *_names_beside(sentence, head, within)))
        return next((entity for entity in found if entity is not None), None)

    def name_at_end(self, sentence: Sentence, inside: Sequence[int]) -> Entity | None:
        """Return who is named by the last words of a phrase beside an office: "director of the museum, Ylva Brandt"."""
        last = next((at for at in reversed(inside) if sentence.words[at].upos != "PUNCT"), None)
        mention = None if last is None else self._mentions.get(sentence.words[last].span.start)
        if mention is None or mention.form is not MentionForm.NAME:
            return None
        head, words = head_of(sentence, mention.span)
        if head is None or base(sentence, head) in _NOT_BESIDE or has(sentence, head, {"case"}):
            return None
        entity = self.entities.get(mention.entity) if set(words).issubset(inside) else None
        is_person = entity is not None and entity.kind is EntityKind.PERSON
        return entity if is_person or _is_close(sentence, head, inside) else None

    def maker(self, sentence: Sentence, index: int) -> Entity | None:
        """Return the person or body that a word's phrase mentions."""
        entity = self.of_phrase(sentence, index)
        return entity if entity is not None and entity.kind in _MAKERS else None

    def subject(self, number: int) -> Entity | None:
        """Return the person or body that is the subject of a sentence's main clause."""
        sentence = self.sentences[number] if 0 <= number < len(self.sentences) else None
        root = next((at for at, word in enumerate(sentence.words) if word.head is None), None) if sentence else None
        return None if sentence is None or root is None else self.subject_of(sentence, root)

    def subject_of(self, sentence: Sentence, verb: int) -> Entity | None:
        """Return the person or body that is the subject of a verb."""
        found = (
            self.maker(sentence, at)
            for at in dependents(sentence, verb)
            if base(sentence, at) == "nsubj" and sentence.words[at].relation != "nsubj:pass"
        )
        return next((entity for entity in found if entity is not None), None)


def head_of(sentence: Sentence, span: Span) -> tuple[int | None, list[int]]:
    """Return the word of a span on which the others depend, and all of its words."""
    inside = [index for index, word in enumerate(sentence.words) if span.covers(word.span)]
    return next((index for index in inside if _head(sentence, index) not in inside), None), inside


def dependents(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the words that depend on a word, in text order."""
    return (at for at, word in enumerate(sentence.words) if word.head == head)


def base(sentence: Sentence, index: int) -> str:
    """Return the relation of a word to its head, without its subtype."""
    return sentence.words[index].relation.partition(":")[0]


def preposition(sentence: Sentence, index: int) -> str | None:
    """Return the lemma of the preposition of a word, in lower case, or ``None``."""
    cases = (sentence.words[at].lemma.lower() for at in dependents(sentence, index) if base(sentence, at) == "case")
    return next(cases, None)


def is_possessive(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a possessive: "its director", "the bank's director"."""
    return sentence.words[index].relation in {"det:poss", "nmod:poss"}


def has(sentence: Sentence, head: int, relations: Container[str]) -> bool:
    """Tell whether a word has a dependent of one of some relations, without their subtypes."""
    return any(base(sentence, at) in relations for at in dependents(sentence, head))


def _is_close(sentence: Sentence, index: int, inside: Sequence[int]) -> bool:
    """Tell whether a word depends on the head of a phrase, or on the same word as it."""
    head = next((at for at in inside if _head(sentence, at) not in inside), None)
    return head is not None and sentence.words[index].head in {head, sentence.words[head].head}


def _head(sentence: Sentence, index: int) -> int:
    head = sentence.words[index].head
    return _NONE if head is None else head


def _names_beside(sentence: Sentence, head: int, inside: Sequence[int] | range) -> Iterator[int]:
    """Yield the words that name what the head calls by its office, the nearest first."""
    for index in inside:
        if sentence.words[index].head == head and base(sentence, index) in _BESIDE:
            yield index
            yield from _names_beside(sentence, index, inside)
