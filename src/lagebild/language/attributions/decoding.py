"""From the scores of the network to statements: which anchors count, and which spans their words make."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from lagebild.language.attributions.roles import KINDS, OTHERS, ROLES
from lagebild.model import Attribution, Span, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from lagebild.language.attributions.network import Parts
    from lagebild.language.attributions.windows import Window
    from lagebild.language.attributions.words import TextWords

ANCHOR = 0.2
"""A word may be an anchor from this probability on."""
_KEPT = 0.25
"""A statement is kept from this confidence on; the best on articles that were annotated after the training."""
_CALIBRATION = (-6.55, 0.26, 4.85, 1.52)
"""Log odds that statement and source are right: a constant, and the weights of the anchor's log odds and of the mean
probabilities of content and source; a logistic regression on 642 statements of a fold that was left out."""
_OTHER = 0.35
_SAME = 0.7
"""Two anchors whose contents and cues share so much are one statement."""
_ACTS = tuple(SpeechAct)
_WINDOW = 0.5
"""What the window says of the act counts half as much as what the marked sentences say."""
_CONTENT, _SOURCE = ROLES.index("content"), ROLES.index("source")
_HOLE = 4
"""So many words without a part may lie within what is said."""
_MAYBE = 0.2
"""A word names the source from this probability on, where no word does so likelier than not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement in words instead of spans.

    Args:
        anchor: Index of the anchor.
        pieces: The pieces of each role and other part, as ranges of words.
        acts: How likely each act is, as its window tells; shape (acts,).
        attribution: The statement.
    """

    anchor: int
    pieces: Mapping[str, Sequence[range]]
    acts: NDArray[np.float32]
    attribution: Attribution

    def said(self) -> set[int]:
        """Return the words of its cue and content."""
        return {index for role in ("cue", "content") for piece in self.pieces[role] for index in piece}


def draft_of(words: TextWords, window: Window, parts: Parts, probability: float) -> Draft | None:
    """Return what an anchor says, or ``None`` if it says nothing, of nobody."""
    pieces = _pieces(words, window, parts)
    if not pieces["content"] and not (pieces["cue"] and pieces["about"]):
        return None
    spans = {name: tuple(_span(words, piece) for piece in ranges) for name, ranges in pieces.items()}
    first = {name: found[0] if found else None for name, found in spans.items()}
    attribution = Attribution(
        kind=KINDS[int(parts.kinds.argmax())],
        act=_ACTS[int(parts.acts.argmax())],
        cue=spans["cue"],
        content=spans["content"],
        source=first["source"],
        addressee=first["addressee"],
        relayed_by=first["relayed_by"],
        about=spans["about"],
        confidence=round(_confidence(window, parts, pieces, probability), 2),
    )
    return Draft(window.anchor, pieces, parts.acts, attribution)


def with_act(draft: Draft, acts: NDArray[np.float32]) -> Attribution:
    """Return the statement with the act that is likeliest by its marked sentences and, with less weight, its window.

    Args:
        draft: The statement.
        acts: How likely each act is, as its sentences tell; shape (acts,).
    """
    return replace(draft.attribution, act=_ACTS[int((_WINDOW * draft.acts + acts).argmax())])


def _confidence(window: Window, parts: Parts, pieces: Mapping[str, Sequence[range]], probability: float) -> float:
    def mean(role: str) -> float:
        sure = [parts.roles[at - window.first, ROLES.index(role)] for piece in pieces[role] for at in piece]
        return float(sum(sure)) / len(sure) if sure else 0.0

    constant, of_anchor, of_content, of_source = _CALIBRATION
    anchor_odds = math.log(probability / (1 - min(probability, _SUREST)))
    odds = constant + of_anchor * anchor_odds + of_content * mean("content") + of_source * mean("source")
    return 1 / (1 + math.exp(-odds))


_SUREST = 0.9999


def chosen(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts that are sure enough and do not tell a surer one again, in the order of their anchors."""
    kept: list[Draft] = []
    sure = [draft for draft in drafts if draft.attribution.confidence >= _KEPT]
    for draft in sorted(sure, key=lambda one: -one.attribution.confidence):
        if not any(_is_same(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda one: one.anchor)


def _is_same(draft: Draft, surer: Draft) -> bool:
    if any(draft.anchor in piece for piece in surer.pieces["cue"]):
        return True
    one, other = draft.said(), surer.said()
    return len(one & other) >= _SAME * len(one | other)


def _pieces(words: TextWords, window: Window, parts: Parts) -> dict[str, list[range]]:
    likeliest = _filled(parts.roles.argmax(axis=1))
    _find_source(likeliest, parts)
    _finish_source(words, window, likeliest)
    pieces = {role: list(_runs(words, window, likeliest == number)) for number, role in enumerate(ROLES) if role}
    pieces |= {part: list(_runs(words, window, parts.others[:, number] > _OTHER)) for number, part in enumerate(OTHERS)}
    if len(pieces["source"]) > 1:
        # A source stands in one place: where the network is surest of it.
        sure = parts.roles[:, _SOURCE]
        pieces["source"] = [max(pieces["source"], key=lambda run: float(sum(sure[at - window.first] for at in run)))]
    return pieces


def _filled(likeliest: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the roles with the small holes in what is said filled: a few words that play no part."""
    filled = likeliest.copy()
    end = None
    for index, role in enumerate(likeliest.tolist()):
        if role == _CONTENT:
            if end is not None and index - end <= _HOLE:
                filled[end:index] = _CONTENT
            end = index + 1
        elif role:
            end = None
    return filled


def _find_source(likeliest: NDArray[np.int64], parts: Parts) -> None:
    """Where no word is likeliest to name the source, give the part to those that may, if there are some."""
    sure = parts.roles[:, _SOURCE]
    if (likeliest == _SOURCE).any() or sure.max() < _MAYBE:
        return
    first = last = int(sure.argmax())
    while first and sure[first - 1] > _MAYBE / 2:
        first -= 1
    while last + 1 < len(sure) and sure[last + 1] > _MAYBE / 2:
        last += 1
    likeliest[first : last + 1] = _SOURCE


def _finish_source(words: TextWords, window: Window, likeliest: NDArray[np.int64]) -> None:
    """Where the source ends with an article or adjective, give the part to the words up to their noun."""
    ends = [at for at in range(len(likeliest) - 1) if likeliest[at] == _SOURCE != likeliest[at + 1]]
    for end in ends:
        head = words.heads[window.first + end] - window.first
        if words.words[window.first + end].upos in _BEFORE_NOUNS and end < head <= end + _LONGEST_NOUN:
            likeliest[end + 1 : head + 1] = _SOURCE


_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM"})
_LONGEST_NOUN = 4
"""Words from an article to its noun."""


def _runs(words: TextWords, window: Window, chosen_words: NDArray[np.bool_]) -> Iterator[range]:
    """Yield the ranges of words that are chosen side by side in one line, without the marks at their ends."""
    labelled = zip(range(window.first, window.last), chosen_words.tolist(), strict=True)
    for (is_chosen, _), group in groupby(labelled, key=lambda pair: (pair[1], words.lines[pair[0]])):
        if is_chosen:
            indices = [index for index, _ in group]
            run = _trimmed(words, range(indices[0], indices[-1] + 1))
            if run:
                yield run


def _trimmed(words: TextWords, run: range) -> range:
    first, last = run.start, run.stop
    while first < last and _is_mark(words.words[first].form) and words.words[first].form not in _OPENING:
        first += 1
    while first < last and _is_mark(words.words[last - 1].form) and words.words[last - 1].form not in _CLOSING:
        last -= 1
    return range(first, last)


_OPENING = frozenset("([„“\"»«'‚‘›‹”")
_CLOSING = frozenset(")]“”\"«»'’‘‹›!?…") | {"..."}


def _is_mark(form: str) -> bool:
    return not any(map(str.isalnum, form))


def _span(words: TextWords, piece: range) -> Span:
    return Span(words.words[piece.start].span.start, words.words[piece.stop - 1].span.end)
