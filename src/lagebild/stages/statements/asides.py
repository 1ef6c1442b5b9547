"""Sources named in passing that the network overlooks: "Laut CNN hat er gewonnen"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import Attribution, Span, SpeechAct, StatementKind
from lagebild.stages.statements.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lagebild.model import Article, Sentence, Word

_PREPOSITION = "laut"
_LONGEST_SOURCE = 10


def asides(article: Article, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what is said "laut" somebody, in German sentences in which no finding has the preposition as its cue."""
    cues = [piece for finding in findings for piece in finding.attribution.cue]
    for sentence in article.analysis.sentences if article.analysis and article.language == "de" else ():
        for index, word in enumerate(sentence.words):
            is_free = not any(cue.overlaps(word.span) for cue in cues)
            if word.form.lower() == _PREPOSITION and is_free and _governs(sentence, index):
                yield from _aside(sentence, index)


def _governs(sentence: Sentence, index: int) -> bool:
    """Tell whether the word is a preposition here, and no adverb: "sprach laut"."""
    after = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    return after is not None and (sentence.words[index].upos == "ADP" or (not index and after.form[:1].isupper()))


def _aside(sentence: Sentence, index: int) -> Iterator[Finding]:
    words = sentence.words
    stop = next((at for at in range(index + 1, len(words)) if _ends_source(words[at])), None)
    if stop is None or not 1 < stop - index <= _LONGEST_SOURCE:
        return
    contents = tuple(_piece(words, index, stop))
    if contents:
        cue, source = words[index].span, _span(words[index + 1 : stop])
        yield Finding(
            Attribution(StatementKind.INDIRECT, SpeechAct.STATE, (cue,), contents, source, None, None, (), 1.0),
            "rule:aside",
        )


def _ends_source(word: Word) -> bool:
    is_verb = word.upos in {"VERB", "AUX"} and word.feature("VerbForm") not in {"Inf", "Part"}
    return is_verb or word.upos == "PUNCT"


def _piece(words: Sequence[Word], first: int, last: int) -> Iterator[Span]:
    """Yield what stands before and behind the aside, without the marks at its ends."""
    for piece in (words[:first], words[last:]):
        said = list(piece)
        while said and said[0].upos == "PUNCT":
            said.pop(0)
        while said and said[-1].upos == "PUNCT":
            said.pop()
        if said:
            yield _span(said)


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].span.start, words[-1].span.end)
