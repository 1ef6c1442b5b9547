"""What the language layer reads in a text: sentences, words, names (Universal Dependencies 2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lagebild.model.spans import Span
    from lagebild.model.statements import SpeechAct, StatementKind


class NameType(StrEnum):
    """What a name names; the classes of GermEval 2014."""

    PERSON = "PER"
    PLACE = "LOC"
    ORGANIZATION = "ORG"
    OTHER = "OTH"


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word. The words of a multiword token ("im" is "in" and "dem") share its span.

    Args:
        span: The token on the page, in characters of the text.
        form: The word itself; what stands in the text, unless it is part of a multiword token.
        lemma: Its dictionary form; the form itself where none is known.
        upos: Universal part of speech, such as ``VERB``.
        feats: Features in their CoNLL-U notation, ``Case=Nom|Number=Sing``; empty if there are none.
        head: Index in ``Sentence.words`` of the word that it depends on, ``None`` for the root.
        relation: The dependency relation to the head, with its subtype: ``nsubj:pass``; empty where no tree was read.
    """

    span: Span
    form: str
    lemma: str
    upos: str
    feats: str
    head: int | None
    relation: str

    def feature(self, name: str) -> str | None:
        """Return the value of a feature, or ``None``.

        >>> from lagebild.model import Span
        >>> Word(Span(0, 4), "käme", "kommen", "VERB", "Mood=Sub|VerbForm=Fin", None, "root").feature("Mood")
        'Sub'
        """
        pairs = (pair.partition("=") for pair in self.feats.split("|"))
        return next((value for key, _, value in pairs if key == name), None)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence.

    Args:
        span: Where it stands, in characters of the text.
        type: What it names.
    """

    span: Span
    type: NameType


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what it is made of.

    Args:
        span: From its first to behind its last character that is no white space.
        words: Its words in the order of the text; never empty.
        names: The names in it, in the order of the text; they do not overlap.
        analyzed: Whether it was read. If not, its words have their forms alone: no lemma of their own, part of speech
            ``X``, no features, no head, no relation; that it has no name then says nothing.
    """

    span: Span
    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    analyzed: bool = True

    def tokens(self) -> list[tuple[Word, ...]]:
        """Return the words grouped by token: one word, or those of a multiword token."""
        return [tuple(words) for _, words in groupby(self.words, key=lambda word: word.span)]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words that the writer attributes to somebody (Pareti 2015): who says what, as the sentences alone show it.

    Args:
        kind: How the words are reported.
        act: The speech act.
        cue: Where the saying is named, in pieces; empty if it is not.
        content: Where the words stand, in pieces.
        source: Where the one who says them is named, or ``None``.
        addressee: Where the one to whom it is said is named, or ``None``.
        relayed_by: Where the one who passes it on is named, or ``None``.
        about: Where those are named who are accused, praised, asked.
        confidence: How likely it is that this is a statement of this source, from 0 to 1.
    """

    kind: StatementKind
    act: SpeechAct
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: Span | None
    addressee: Span | None
    relayed_by: Span | None
    about: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """What an analyzer reads in a text. Every character that is no white space stands in one token of one sentence.

    Args:
        sentences: The sentences in the order of the text.
        produced_by: Name and version of the analyzer.
        attributions: Who says what, by the place of the cue or, without one, of the content.
    """

    sentences: tuple[Sentence, ...]
    produced_by: str
    attributions: tuple[Attribution, ...] = ()

    def sentence_of(self, span: Span) -> Sentence | None:
        """Return the first sentence that a span reaches into, or ``None``."""
        return next((sentence for sentence in self.sentences if sentence.span.overlaps(span)), None)


class Analyzer(Protocol):
    """Reads the language of texts."""

    @property
    def version(self) -> str:
        """Name and version of the analyzer, with a digest of its model; part of every record."""
        ...

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        """Return one analysis a text.

        Args:
            texts: Any texts, also empty ones.
            languages: The ISO 639-1 code of each text, or ``None`` where it is unknown.
        """
        ...


class Vectorizer(Protocol):
    """Turns sentences into vectors whose cosine tells how close their meanings are."""

    def vectors(self, sentences: Sequence[str]) -> Collection[Sequence[float]]:
        """Return one vector of unit length a sentence."""
        ...
