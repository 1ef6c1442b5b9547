"""The analyzer that ships with the package."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.attributions import read_attributions
from lagebild.language.attributions.network import attribution_network, attribution_version
from lagebild.language.cascade import unread
from lagebild.language.iob import names_of
from lagebild.language.labelling import best_labels
from lagebild.language.lemmas import lemma_of
from lagebild.language.network import SIZES, network, version_of
from lagebild.language.pieces import SPACE
from lagebild.language.splitting import split
from lagebild.language.trees import best_tree
from lagebild.language.vocabulary import SHIPPED
from lagebild.model import Analysis, LanguageError, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from lagebild.language.cascade import Filter
    from lagebild.language.network import Pieces, Scores, SentenceStates
    from lagebild.language.splitting import Token

ATTRIBUTED_SIZES = tuple(size for size in SIZES if size != "fast")
"""The sizes that are deep enough for the network that reads who says what."""

_ROOT = "root"
_NEVER = -1e4


class EmbeddedAnalyzer:
    """Reads German and English with the encoder that ships; other languages as far as it goes.

    Args:
        size: ``fast``, ``default`` or ``quality``.
        models: The folder of the model files; those that ship, unless others were trained.
        only: Which sentences are read; all, unless a filter says so.
        attributions: Whether it reads who says what, too; the size must be one of `ATTRIBUTED_SIZES`.

    Raises:
        LanguageError: If there is no such size.
    """

    def __init__(
        self,
        size: str = "default",
        *,
        models: Path = SHIPPED,
        only: Filter | None = None,
        attributions: bool = False,
    ) -> None:
        sizes = ATTRIBUTED_SIZES if attributions else SIZES
        if size not in sizes:
            raise LanguageError(f"embedded:{size}", f"no such size; take one of {', '.join(sizes)}")
        self._size, self._models, self._only, self._attributions = size, models, only, attributions

    @property
    def version(self) -> str:
        """Name of the size and a digest of its files, and the versions of what it was told to do beside."""
        version = version_of(self._models, self._size)
        if self._attributions:
            version = f"{version} {attribution_version(self._models)}"
        return f"{version}+{self._only.version}" if self._only else version

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        """Return one analysis a text; see `lagebild.model.Analyzer`."""
        return [self._analysis(text, language) for text, language in zip(texts, languages, strict=True)]

    def pieces(self, text: str, language: str | None) -> list[list[Pieces]]:
        """Return, for each sentence and word of a text, the rows of the vocabulary that the network sees."""
        encoder = network(self._models, self._size)
        return [encoder.pieces(_spaced_words(text, sentence)) for sentence in split(text, language=language)]

    def _analysis(self, text: str, language: str | None) -> Analysis:
        # A text is read alone, never in a batch with others, so that it gives the same record in any company.
        tokens = split(text, language=language)
        if not tokens:
            return Analysis((), self.version)
        kept = self._only.select(tokens, text, language) if self._only else [True] * len(tokens)
        encoder = network(self._models, self._size)
        above = attribution_network(self._models) if self._attributions else None
        found = encoder.read([_spaced_words(text, sentence) for sentence in compress(tokens, kept)], above=above)
        scores = iter(found)
        read = _Reader(encoder.labels, language)
        sentences = [
            read.sentence(sentence, next(scores)) if is_kept else unread(sentence)
            for sentence, is_kept in zip(tokens, kept, strict=True)
        ]
        if above is None or language is None:
            return Analysis(tuple(sentences), self.version)
        attributions = read_attributions(text, sentences, _states(found), language=language, network=above)
        return Analysis(tuple(sentences), self.version, attributions)


def _states(scores: Sequence[Scores]) -> Iterator[SentenceStates]:
    return (one.states for one in scores if one.states is not None)


def _spaced_words(text: str, tokens: Sequence[Token]) -> list[str]:
    """Return the words as the network sees them: a mark before those that a space precedes, and between fused ones."""
    words = []
    for number, token in enumerate(tokens):
        start = token.span.start
        spaced = not number or not start or text[start - 1].isspace()
        if len(token.words) == 1:
            words.append(SPACE + token.words[0] if spaced else token.words[0])
            continue
        literal = "".join(token.words).lower() == token.span.of(text).lower()
        words.append(SPACE + token.words[0] if spaced else token.words[0])
        words.extend(part if literal else SPACE + part for part in token.words[1:])
    return words


class _Reader:
    """Turns the scores of sentences into words and names."""

    def __init__(self, labels: dict[str, list[str]], language: str | None) -> None:
        self._upos, self._names = labels["upos"], labels["names"]
        self._feats = [label.partition(" ")[2] for label in labels["feats"]]
        owners = [label.partition(" ")[0] for label in labels["feats"]]
        self._other_tags = np.array([[tag != owner for owner in owners] for tag in self._upos])
        self._relations = labels["relations"]
        self._root = self._relations.index(_ROOT)
        self._language = language

    def sentence(self, tokens: Sequence[Token], scores: Scores) -> Sentence:
        spans = [token.span for token in tokens for _ in token.words]
        forms = [form for token in tokens for form in token.words]
        names = best_labels(scores.linear["names"], self._names)
        return Sentence(
            span=Span(spans[0].start, spans[-1].end),
            words=tuple(self._words(spans, forms, scores)),
            names=names_of(zip(spans, names, strict=True)),
        )

    def _words(self, spans: list[Span], forms: list[str], scores: Scores) -> Iterator[Word]:
        heads = best_tree(scores.arcs)
        tags = scores.linear["upos"].argmax(axis=1)
        scores.linear["feats"][self._other_tags[tags]] = _NEVER
        tag_list = tags.tolist()
        bundles = scores.linear["feats"].argmax(axis=1).tolist()
        scores.relations[:, self._root] = _NEVER
        relations = scores.relations.argmax(axis=1).tolist()
        for index, (span, form, head) in enumerate(zip(spans, forms, heads, strict=True)):
            upos, feats = self._upos[tag_list[index]], self._feats[bundles[index]]
            yield Word(
                span=span,
                form=form,
                lemma=lemma_of(form, upos=upos, feats=feats, language=self._language, first=not index),
                upos=upos,
                feats=feats,
                head=head - 1 if head else None,
                relation=self._relations[relations[index]] if head else _ROOT,
            )
