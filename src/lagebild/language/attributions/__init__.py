"""Who says what in a text, read by a network on the encoder's states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lagebild.language.attributions.decoding import ANCHOR, chosen, draft_of, with_act
from lagebild.language.attributions.features import acts_in, listed_acts, word_features
from lagebild.language.attributions.marking import marked_sentences
from lagebild.language.attributions.windows import window_of
from lagebild.language.attributions.words import text_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.language.attributions.network import AttributionNetwork
    from lagebild.language.network import SentenceStates
    from lagebild.model import Attribution, Sentence


def read_attributions(
    text: str,
    sentences: Sequence[Sentence],
    states: Iterable[SentenceStates],
    *,
    language: str,
    network: AttributionNetwork,
) -> tuple[Attribution, ...]:
    """Return the statements of a text.

    Args:
        text: The text.
        sentences: Its sentences.
        states: What was read of each sentence that was analyzed.
        language: ISO 639-1 code.
        network: What reads them.
    """
    words = text_words(text, sentences, language)
    found = iter(states)
    rows = [next(found) if sentence.analyzed else None for sentence in sentences]
    known = next((row for row in rows if row is not None), None)
    if known is None:
        return ()
    blank = np.zeros((1, known.words.shape[1]), np.float32)
    of_words = [
        blank.repeat(len(sentence.words), axis=0) if row is None else row.words
        for row, sentence in zip(rows, sentences, strict=True)
    ]
    features = word_features(words)
    placed, anchors = network.anchors(np.concatenate(of_words), features)
    drafts = []
    for anchor in np.flatnonzero(anchors >= ANCHOR).tolist():
        window = window_of(words, anchor)
        draft = draft_of(
            words, window, network.parts(placed, window, acts_in(features, window)), float(anchors[anchor])
        )
        if draft is not None:
            drafts.append(draft)
    listed = listed_acts(features)
    kept = ((draft, marked_sentences(words, draft.pieces, listed, rows)) for draft in chosen(drafts))
    return tuple(with_act(draft, network.acts(marked) if marked else draft.acts) for draft, marked in kept)
