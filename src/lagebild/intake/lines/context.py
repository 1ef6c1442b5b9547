"""What surrounds a line of a page, as numbers: neighbours, density, position, subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from lagebild.intake.lines.similarity import Vocabulary
from lagebild.intake.lines.surface import CUE_NAMES, SURFACE_NAMES, surface_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_NEIGHBOUR_COLUMNS = tuple(
    SURFACE_NAMES.index(name)
    for name in (
        "log_chars", "function_share", "ends_with_stop", "capital_word_share", "digit_share", "calendar", "by_line",
        *(f"cue_{cue}_share" for cue in CUE_NAMES),
    )
)  # fmt: skip
_WINDOWS = (3, 8, 20)
# A line of running text: long, with function words, ended by a stop.
_LONG_CHARS = 80
_LONG_FUNCTION_SHARE = 0.15

POSITION_NAMES = (
    "position", "log_before", "log_after", "log_lines", "long_share", "long_before", "long_after", "since_long",
    "until_long", "text_before", "blank_before", "blank_after", "blank_share",
)  # fmt: skip
SUBJECT_NAMES = ("closeness", "earlier_jaccard", "earlier_contained", "later_jaccard", "later_contained", "copies")
CONTEXT_NAMES = (
    *SURFACE_NAMES,
    *(f"{SURFACE_NAMES[column]}_{offset:+d}" for offset in _NEIGHBOURS for column in _NEIGHBOUR_COLUMNS),
    *(f"{kind}_{side}_{window}" for window in _WINDOWS for side in ("before", "after") for kind in ("length", "long")),
    *POSITION_NAMES,
    *SUBJECT_NAMES,
)


def context_features(lines: Sequence[str], *, blank_before: Sequence[bool]) -> NDArray[np.float32]:
    """Return one row a line, one column a name of `CONTEXT_NAMES`.

    Args:
        lines: The lines that are not empty, in page order.
        blank_before: For each line, whether an empty line stands before it.
    """
    surface = surface_features(lines)
    long = is_long(surface)
    return np.hstack(
        [
            surface,
            *(shifted(surface[:, _NEIGHBOUR_COLUMNS], -offset) for offset in _NEIGHBOURS),
            *_densities(surface[:, SURFACE_NAMES.index("log_chars")], long),
            _positions(lines, long, blank_before),
            _subjects(lines, long),
        ]
    ).astype(np.float32)


def is_long(surface: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell which lines are running text, from their surface features."""
    chars = surface[:, SURFACE_NAMES.index("log_chars")] >= np.log1p(_LONG_CHARS)
    words = surface[:, SURFACE_NAMES.index("function_share")] >= _LONG_FUNCTION_SHARE
    return np.asarray(chars & words)


def shifted(columns: NDArray[np.float32], by: int) -> NDArray[np.float32]:
    """Return the rows moved down by a number of lines; rows from outside the page are -1."""
    moved = np.full_like(columns, -1.0)
    if by > 0:
        moved[by:] = columns[:-by]
    elif by < 0:
        moved[:by] = columns[-by:]
    return moved


def window_means(values: NDArray[np.float32], window: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the mean over the window before each row and the one behind it; outside the page counts as 0."""
    sums = np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
    rows = np.arange(len(values))
    before = sums[rows] - sums[np.maximum(rows - window, 0)]
    after = sums[np.minimum(rows + 1 + window, len(values))] - sums[rows + 1]
    return (before / window).astype(np.float32), (after / window).astype(np.float32)


def _densities(log_chars: NDArray[np.float32], long: NDArray[np.bool_]) -> list[NDArray[np.float32]]:
    columns: list[NDArray[np.float32]] = []
    for window in _WINDOWS:
        lengths = window_means(log_chars, window)
        longs = window_means(long.astype(np.float32), window)
        for side in (0, 1):
            columns += [lengths[side][:, None], longs[side][:, None]]
    return columns


def _positions(lines: Sequence[str], long: NDArray[np.bool_], blank_before: Sequence[bool]) -> NDArray[np.float32]:
    count = len(lines)
    rows = np.arange(count)
    chars = np.array([len(line) for line in lines], dtype=np.float64)
    blanks = np.array(blank_before, dtype=np.float64)
    long_before = np.concatenate([[0], np.cumsum(long)[:-1]]) if count else np.zeros(0)
    columns = [
        rows / max(count, 1),
        np.log1p(rows),
        np.log1p(count - 1 - rows),
        np.full(count, np.log1p(count)),
        np.full(count, long.mean() if count else 0.0),
        np.log1p(long_before),
        np.log1p(long.sum() - long_before - long),
        _since(long),
        _since(long[::-1])[::-1],
        (np.cumsum(chars) - chars) / max(chars.sum(), 1.0),
        blanks,
        np.append(blanks[1:], 1.0) if count else blanks,
        np.full(count, blanks.mean() if count else 0.0),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _since(flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the logarithm of the distance to the last row before that is flagged."""
    rows = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, rows, -1_000))
    earlier = np.concatenate([[-1_000], last[:-1]]) if len(flags) else last
    distance: NDArray[np.float64] = np.log1p(np.minimum(rows - earlier, 1_000))
    return distance


def _subjects(lines: Sequence[str], long: NDArray[np.bool_]) -> NDArray[np.float32]:
    vocabulary = Vocabulary(lines)
    core = frozenset(np.flatnonzero(long).tolist())
    counts = vocabulary.counts(core)
    copies: dict[str, int] = {}
    for line in lines:
        copies[line] = copies.get(line, 0) + 1
    rows = []
    for number, line in enumerate(lines):
        earlier = vocabulary.best_overlap(number)
        later = vocabulary.best_overlap(number, later=True)
        closeness = vocabulary.closeness_to(number, counts, core=core)
        rows.append(
            [closeness, earlier.jaccard, earlier.contained, later.jaccard, later.contained, np.log1p(copies[line])]
        )
    return np.array(rows, dtype=np.float32).reshape(len(lines), len(SUBJECT_NAMES))
