"""The adapter to Stanza (https://stanfordnlp.github.io/stanza), which speaks Universal Dependencies already.

Install it with ``lagebild[stanza]``.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from lagebild.model import Analysis, LanguageError, Name, NameType, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PROCESSORS = "tokenize,mwt,pos,lemma,depparse,ner"
_TYPES = {
    "PER": NameType.PERSON,
    "PERSON": NameType.PERSON,
    "LOC": NameType.PLACE,
    "GPE": NameType.PLACE,
    "FAC": NameType.PLACE,
    "ORG": NameType.ORGANIZATION,
}
# English models know the classes of OntoNotes, in which numbers and days are entities, too; they are no names.
_NO_NAMES = frozenset("CARDINAL DATE MONEY ORDINAL PERCENT QUANTITY TIME".split())


class StanzaAnalyzer:
    """Reads texts with the models of Stanza for one language, and whatever it is given as that.

    Args:
        pipeline: A ``stanza.Pipeline`` that tokenizes, tags, lemmatizes, parses and finds names.
        version: Name and version, as records have it.
    """

    def __init__(self, pipeline: Any, version: str) -> None:  # noqa: ANN401 - Stanza is not there where types are checked
        self._pipeline = pipeline
        self.version = version

    @classmethod
    def load(cls, language: str) -> StanzaAnalyzer:
        """Return the adapter for a language whose models are on this computer; nothing is downloaded.

        Raises:
            LanguageError: If Stanza or a model is not installed.
        """
        name = f"stanza:{language}"
        try:
            import stanza  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise LanguageError(name, 'Stanza is not installed; run pip install "lagebild[stanza]"') from error
        try:
            pipeline = stanza.Pipeline(language, processors=_PROCESSORS, download_method=None, verbose=False)
        except Exception as error:  # what it raises differs by version: its own, FileNotFoundError, ValueError
            problem = f"no models for it are installed; run python -c \"import stanza; stanza.download('{language}')\""
            raise LanguageError(name, problem) from error
        return cls(pipeline, f"{name}-{version('stanza')}")

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:  # noqa: ARG002
        """Return one analysis a text; see `lagebild.model.Analyzer`. The languages are not looked at."""
        return [
            Analysis(tuple(sentences_of(self._pipeline(text))) if text.strip() else (), self.version) for text in texts
        ]


def sentences_of(document: Any) -> Iterator[Sentence]:  # noqa: ANN401 - see StanzaAnalyzer
    """Yield the sentences of a ``stanza.Document``."""
    for sentence in document.sentences:
        words = tuple(_words(sentence.tokens))
        span = Span(words[0].span.start, words[-1].span.end)
        yield Sentence(span, words, tuple(_names(sentence.ents)))


def _words(tokens: Iterable[Any]) -> Iterator[Word]:
    for token in tokens:
        span = Span(token.start_char, token.end_char)
        for word in token.words:
            yield Word(
                span=span,
                form=word.text,
                lemma=word.lemma or word.text,
                upos=word.upos,
                feats=word.feats or "",
                head=word.head - 1 if word.head else None,
                relation=word.deprel,
            )


def _names(entities: Iterable[Any]) -> Iterator[Name]:
    for entity in entities:
        if entity.type not in _NO_NAMES:
            yield Name(Span(entity.start_char, entity.end_char), _TYPES.get(entity.type, NameType.OTHER))
