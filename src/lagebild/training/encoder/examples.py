"""What the encoder learns from: sentences with the layers that their source has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

SPACED = "▁"


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence. A layer that the source does not have is empty.

    Args:
        source: The name of the source.
        document: The document it stands in; documents are never divided between training and measuring.
        language: ISO 639-1 code.
        words: Syntactic words.
        spaced: Whether the encoder sees a space before each word.
        upos: A part of speech a word.
        feats: Features a word, in CoNLL-U notation.
        heads: The head of each word, as its index plus one; 0 for the root.
        relations: The relation of each word to its head.
        names: An IOB2 label a word.
        other_known: Whether names of the class OTH are marked too.
    """

    source: str
    document: str
    language: str
    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    upos: tuple[str, ...] = field(default=())
    feats: tuple[str, ...] = field(default=())
    heads: tuple[int, ...] = field(default=())
    relations: tuple[str, ...] = field(default=())
    names: tuple[str, ...] = field(default=())
    other_known: bool = True

    def without_words(self, dropped: set[int]) -> Example:
        """Return the sentence without some words, which must be leaves of the tree."""
        kept = [index for index in range(len(self.words)) if index not in dropped]
        moved = {0: 0, **{old + 1: new + 1 for new, old in enumerate(kept)}}
        return replace(
            self,
            words=tuple(self.words[index] for index in kept),
            spaced=tuple(self.spaced[index] for index in kept),
            upos=_taken(self.upos, kept),
            feats=_taken(self.feats, kept),
            heads=tuple(moved[self.heads[index]] for index in kept) if self.heads else (),
            relations=_taken(self.relations, kept),
            names=_taken(self.names, kept),
        )


def _taken(layer: tuple[str, ...], kept: list[int]) -> tuple[str, ...]:
    return tuple(layer[index] for index in kept) if layer else ()
