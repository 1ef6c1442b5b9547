"""The trained network that reads who says what, in its files.

They are the encoder's upper layers, the reader of texts and that of windows, and for the act once more upper layers,
which read sentences with the parts of a statement marked in them, and the scorer of acts behind them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from lagebild.sessions import session

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

    from lagebild.language.attributions.marking import MarkedSentence
    from lagebild.language.attributions.windows import Window

UPPER, TEXTS, WINDOWS, MARKED, ACTS = FILES = tuple(
    f"attributions-{part}.onnx" for part in ("upper", "texts", "windows", "marked", "acts")
)
"""The files."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the network says of a window, in probabilities.

    Args:
        roles: Of each word and role; shape (words, roles).
        others: Of each word and other part; shape (words, parts).
        acts: Of each act; shape (acts,).
        kinds: Of each kind; shape (kinds,).
    """

    roles: NDArray[np.float32]
    others: NDArray[np.float32]
    acts: NDArray[np.float32]
    kinds: NDArray[np.float32]


class AttributionNetwork:
    """The files, loaded.

    Args:
        models: The folder that they stand in.
    """

    def __init__(self, models: Path) -> None:
        self._upper: InferenceSession = session((models / UPPER).read_bytes())
        self._texts: InferenceSession = session((models / TEXTS).read_bytes())
        self._windows: InferenceSession = session((models / WINDOWS).read_bytes())
        self._marked: InferenceSession = session((models / MARKED).read_bytes())
        self._acts: InferenceSession = session((models / ACTS).read_bytes())

    def word_states(
        self, shared: NDArray[np.float32], present: NDArray[np.bool_], pooling: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """Return a state a word; see `lagebild.language.network.Above`."""
        feeds = {"shared": shared, "present": present, "pooling": pooling}
        states: NDArray[np.float32] = self._upper.run(["states"], feeds)[0]
        return states

    def anchors(
        self, states: NDArray[np.float32], features: NDArray[np.int64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the words of a text as they stand in it, shape (words, width), and how likely each is an anchor.

        Args:
            states: The state of each word; shape (words, width).
            features: The features of each word; shape (words, features).
        """
        words, anchors = self._texts.run(["words", "anchors"], {"states": states[None], "features": features[None]})
        return words[0], anchors[0]

    def parts(self, words: NDArray[np.float32], window: Window, acts: NDArray[np.int64]) -> Parts:
        """Return which parts the words of a window play.

        Args:
            words: The words of the text, as `anchors` returns them.
            window: The window.
            acts: The act that the lemma of each word of the window names, from 1, or 0; shape (words,).
        """
        feeds = {
            "anchor": words[window.anchor][None],
            "words": words[window.first : window.last][None],
            "relations": window.relations[None],
            "acts": acts[None],
        }
        roles, others, acts, kinds = self._windows.run(["roles", "others", "act", "kind"], feeds)
        return Parts(roles[0], others[0], acts[0], kinds[0])

    def acts(self, sentences: Sequence[MarkedSentence]) -> NDArray[np.float32]:
        """Return how likely each act is that of a statement; shape (acts,).

        Args:
            sentences: The sentences that it stands in.
        """
        states = [
            self._marked.run(
                ["states"],
                {
                    "shared": one.pieces[None],
                    "present": np.ones((1, len(one.pieces)), np.bool_),
                    "pooling": one.pooling[None],
                    "parts": one.parts[None],
                    "listed": one.listed[None],
                },
            )[0][0]
            for one in sentences
        ]
        feeds = {
            "states": np.concatenate(states),
            "parts": np.concatenate([one.parts for one in sentences]),
            "listed": np.concatenate([one.listed for one in sentences]),
        }
        acts: NDArray[np.float32] = self._acts.run(["acts"], feeds)[0]
        return acts


@cache
def attribution_network(models: Path) -> AttributionNetwork:
    """Return the network of a folder of models; it is loaded once in a process."""
    return AttributionNetwork(models)


@cache
def attribution_version(models: Path) -> str:
    """Return the name of the network and a digest over its files."""
    data = b"".join((models / file).read_bytes() for file in FILES)
    return f"attributions-{sha256(data).hexdigest()[:12]}"
