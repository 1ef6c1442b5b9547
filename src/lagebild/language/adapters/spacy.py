"""The adapter to spaCy (https://spacy.io), for models that parse; install it with ``lagebild[spacy]``."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from lagebild.language.adapters import clearnlp, tiger
from lagebild.language.adapters.drafts import Draft, Node
from lagebild.model import Analysis, LanguageError, Name, NameType, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PARAGRAPH = re.compile(r"(?:(?!\n[^\S\n]*\n)[\s\S])+")
_TYPES = {
    "PER": NameType.PERSON,
    "PERSON": NameType.PERSON,
    "LOC": NameType.PLACE,
    "GPE": NameType.PLACE,
    "FAC": NameType.PLACE,
    "ORG": NameType.ORGANIZATION,
}
# OntoNotes marks numbers and days as entities, too; they are no names.
_NO_NAMES = frozenset("CARDINAL DATE MONEY ORDINAL PERCENT QUANTITY TIME".split())


class SpacyAnalyzer:
    """Reads texts with a model of spaCy.

    A model knows one language and reads whatever it is given as that; contractions such as "im" stay one word.

    Args:
        pipeline: The model, as ``spacy.load`` returns it.
    """

    def __init__(self, pipeline: Any) -> None:  # noqa: ANN401 - spaCy is not there where types are checked
        self._pipeline = pipeline
        meta = pipeline.meta
        self.version = f"spacy:{meta['lang']}_{meta['name']}-{meta['version']}"
        self._to_universal = _conversion_for(_parser_labels(pipeline))

    @classmethod
    def load(cls, model: str) -> SpacyAnalyzer:
        """Return the adapter for a model that is installed.

        Raises:
            LanguageError: If spaCy or the model is not, or the model does not parse.
        """
        name = f"spacy:{model}"
        try:
            import spacy  # noqa: PLC0415 - an extra
        except ImportError as error:
            raise LanguageError(name, 'spaCy is not installed; run pip install "lagebild[spacy]"') from error
        try:
            pipeline = spacy.load(model)
        except OSError as error:
            raise LanguageError(name, f"the model is not installed; run python -m spacy download {model}") from error
        if "parser" not in pipeline.pipe_names:
            raise LanguageError(name, "the model does not parse; take one such as de_core_news_lg")
        return cls(pipeline)

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:  # noqa: ARG002
        """Return one analysis a text; see `lagebild.model.Analyzer`. The languages are not looked at."""
        # No sentence goes over an empty line, which spaCy does not know.
        pieces = [(number, match) for number, text in enumerate(texts) for match in _PARAGRAPH.finditer(text)]
        sentences: list[list[Sentence]] = [[] for _ in texts]
        docs = self._pipeline.pipe(match[0] for _, match in pieces)
        for (number, match), doc in zip(pieces, docs, strict=True):
            sentences[number] += sentences_of(doc, self._to_universal, offset=match.start())
        return [Analysis(tuple(found), self.version) for found in sentences]


def sentences_of(doc: Any, to_universal: Callable[[Draft], None], *, offset: int = 0) -> Iterator[Sentence]:  # noqa: ANN401
    """Yield the sentences of a ``spacy.tokens.Doc``.

    Args:
        doc: What a model has read.
        to_universal: Turns a tree of its scheme.
        offset: Where its text begins.
    """
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        if tokens:
            draft = Draft(_nodes(tokens))
            to_universal(draft)
            words = tuple(_word(token, node, offset) for token, node in zip(tokens, draft.nodes, strict=True))
            span = Span(words[0].span.start, words[-1].span.end)
            yield Sentence(span, words, tuple(_names(sent.ents, span, offset)))


def conversion_named(scheme: str) -> Callable[[Draft], None]:
    """Return what turns trees of a scheme: ``tiger``, ``clearnlp`` or ``ud``."""
    return {"tiger": tiger.to_universal, "clearnlp": clearnlp.to_universal, "ud": _keep}[scheme]


def _conversion_for(labels: Iterable[str]) -> Callable[[Draft], None]:
    known = set(labels)
    if known >= tiger.LABELS:
        return conversion_named("tiger")
    return conversion_named("clearnlp" if known >= clearnlp.LABELS else "ud")


def _parser_labels(pipeline: Any) -> Sequence[str]:  # noqa: ANN401 - see SpacyAnalyzer
    return pipeline.get_pipe("parser").labels  # type: ignore[no-any-return]


def _keep(draft: Draft) -> None:
    for node in draft.nodes:
        node.relation = node.label
    draft.finish()


def _nodes(tokens: Sequence[Any]) -> list[Node]:
    indexes = {token.i: number for number, token in enumerate(tokens)}
    root = next((indexes[token.i] for token in tokens if token.head.i == token.i), 0)
    head_of = partial(_head, indexes=indexes, root=root)
    return [
        Node(
            form=token.text,
            lemma=token.lemma_ or token.text,
            upos=token.pos_ or "X",
            tag=token.tag_,
            feats=str(token.morph),
            head=head_of(token),
            label=token.dep_,
            name=str(_TYPES.get(token.ent_type_, "")),
        )
        for token in tokens
    ]


def _head(token: Any, *, indexes: dict[int, int], root: int) -> int | None:  # noqa: ANN401 - see SpacyAnalyzer
    """Return the index of the head; over white space, which may have dependents, to the next word."""
    head = token.head
    while head.i not in indexes and head.head.i != head.i:
        head = head.head
    if indexes[token.i] == root:
        return None
    return indexes.get(head.i, root)


def _word(token: Any, node: Node, offset: int) -> Word:  # noqa: ANN401 - see SpacyAnalyzer
    span = Span(offset + token.idx, offset + token.idx + len(token))
    return Word(span, node.form, node.lemma, node.upos, node.feats, node.head, node.relation)


def _names(entities: Iterable[Any], sentence: Span, offset: int) -> Iterator[Name]:
    for entity in entities:
        words = entity.text.strip()
        if words and entity.label_ not in _NO_NAMES:
            start = offset + entity.start_char + entity.text.index(words)
            span = Span(start, min(start + len(words), sentence.end))
            yield Name(span, _TYPES.get(entity.label_, NameType.OTHER))
