"""Who is reported to have said what: direct quotations and clearly marked indirect speech.

Conventions, after PARC 3.0 and PolNeAR:

- The source is the whole noun phrase with its article and title; it has an entity where its head is a mention. A
  pronoun is a source without an entity, and so are several sources together ("Moskau und Pjöngjang").
- The cue is the verb with its particle or auxiliary ("teilte … mit", "haben … vorgeworfen"), or "laut", "nach Angaben",
  "zufolge", "according to".
- The content of indirect speech begins with its complementizer ("dass", "that") and ends before the stop of the
  sentence; that of a denial ends before "sondern". The content of direct speech stands without its quotation marks.
- ``mixed`` is indirect speech with a quotation in it, or a quotation inside the writer's clause; ``reported`` names
  what is said with a noun ("wies alle Vorwürfe zurück").
- A sentence that goes on in Konjunktiv I, or is a bare quotation, has the source of the sentence before and no cue.
- The time is given where the clause of the cue has exactly one.

This first version prefers to leave out what it is not sure of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.model import EntityKind, Stage, Statement
from lagebild.stages.statements.context import Context
from lagebild.stages.statements.reading import read_sentence
from lagebild.stages.statements.sentences import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.model import Article, Mention
    from lagebild.stages.statements.context import Finding
    from lagebild.stages.statements.sentences import Sentence

_LANGUAGES = frozenset({"de", "en"})


def find_statements(article: Article) -> Article:
    """Return the article with its statements, in text order of what is said.

    An article in another language than German or English gets none.
    """
    if article.language not in _LANGUAGES:
        return replace(article, statements=())
    found = sorted(_findings(article, article.language), key=lambda finding: finding.content)
    return replace(article, statements=tuple(_statement(number, f) for number, f in enumerate(found, start=1)))


STAGE = Stage(
    "statements",
    requires=frozenset({"text", "blocks", "language", "mentions", "times"}),
    provides=frozenset({"statements"}),
    run=find_statements,
)
"""The stage that fills `Article.statements`."""


def _statement(number: int, finding: Finding) -> Statement:
    return Statement(
        id=f"s{number}",
        kind=finding.kind,
        act=finding.act,
        source=finding.source,
        cue=finding.cue,
        content=finding.content,
        time=finding.time,
        about=finding.about,
    )


def _findings(article: Article, language: str) -> Iterator[Finding]:
    surroundings = _Surroundings(article, language)
    for block in article.blocks:
        before: Finding | None = None
        for sentence in sentences_of(article.text, block.span, language) if block.span else ():
            found = read_sentence(surroundings.of(sentence), before)
            yield from found
            before = found[-1] if found else None


class _Surroundings:
    """What other stages have found, looked up sentence by sentence."""

    def __init__(self, article: Article, language: str) -> None:
        self._text = article.text
        self._language = language
        names = {entity.id: entity.name for entity in article.entities}
        kinds = {entity.id: entity.kind for entity in article.entities}
        owners = {mention.id for mention in article.mentions if _is_genitive(mention, names, article.text, language)}
        plain = [mention for mention in article.mentions if mention.id not in owners]
        self._entities = {mention.span.end: mention.entity for mention in plain}
        self._genitives = {mention.span.end: mention.entity for mention in article.mentions if mention.id in owners}
        self._persons = frozenset(m.span.end for m in plain if kinds.get(m.entity) is EntityKind.PERSON)
        self._mention_ends = {mention.span.start: mention.span.end for mention in article.mentions}
        self._times = {offset: time.id for time in article.times for offset in range(time.span.start, time.span.end)}

    def of(self, sentence: Sentence) -> Context:
        """Return the context of a sentence."""
        times = {
            index: self._times[token.span.start]
            for index, token in enumerate(sentence.tokens)
            if token.quotation is None and token.span.start in self._times
        }
        prepositions = words_of("attribution", "time_prepositions", self._language)
        governors = {index - 1: time for index, time in times.items() if sentence.lower(index - 1) in prepositions}
        return Context(
            sentence=sentence,
            text=self._text,
            language=self._language,
            entities=self._entities,
            genitives=self._genitives,
            persons=self._persons,
            mention_ends=self._mention_ends,
            times={**governors, **times},
        )


def _is_genitive(mention: Mention, names: dict[str, str], text: str, language: str) -> bool:
    """Tell whether a German mention is a genitive: "Putins" is one, "Scholz" and "Johannes" are none."""
    ends = language == "de" and mention.span.of(text).endswith("s")
    return ends and not names.get(mention.entity, "").endswith("s")
