"""Names as labels of tokens: B-PER begins a name, I-PER goes on with it, O is none (IOB2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import Name, NameType, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTSIDE = "O"
_TYPES: dict[str, NameType] = {str(kind): kind for kind in NameType}


def names_of(tokens: Iterable[tuple[Span, str]]) -> tuple[Name, ...]:
    """Return the names that labelled tokens spell, from their first to their last token.

    An I- that does not go on with a name of its type begins one, as the scorer of CoNLL 2003 has it.

    Args:
        tokens: The span and the label of each token, in the order of the text.

    Raises:
        ValueError: If a label is none.

    >>> names_of([(Span(0, 3), "B-PER"), (Span(4, 7), "I-PER"), (Span(8, 13), "O")])
    (Name(span=Span(start=0, end=7), type=<NameType.PERSON: 'PER'>),)
    """
    names: list[Name] = []
    open_type: NameType | None = None
    for span, label in tokens:
        place, kind = _parts(label)
        if kind is not None:
            if place == "I" and kind is open_type:
                names[-1] = Name(Span(names[-1].span.start, span.end), kind)
            else:
                names.append(Name(span, kind))
        open_type = kind
    return tuple(names)


def _parts(label: str) -> tuple[str, NameType | None]:
    if label == OUTSIDE:
        return OUTSIDE, None
    place, _, kind = label.partition("-")
    if place not in {"B", "I"} or kind not in _TYPES:
        raise ValueError(f"the label {label!r}; write B- or I- and one of {', '.join(_TYPES)}")
    return place, _TYPES[kind]
