"""Where saying is named: the verbs of saying in a segment, with particle or auxiliary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.lexicon.speech_verbs import SpeechVerb
    from lagebild.model import Span
    from lagebild.stages.statements.context import Context

IMPERSONAL = "es"
"""The particle of a verb whose subject is nobody: "heißt es"."""
_LONGEST_GAP = 3
"""Words between an English auxiliary and its verb, as in "has repeatedly and publicly denied"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in a sentence.

    Args:
        verb: The verb.
        segment: The segment that it stands in.
        finite: Index of its finite part, beside which the subject stands.
        pieces: Indices of its parts, each a range.
        is_passive: Whether somebody else than the subject says it.
    """

    verb: SpeechVerb
    segment: range
    finite: int
    pieces: tuple[range, ...]
    is_passive: bool = False

    @property
    def last(self) -> int:
        """Index behind its last part."""
        return self.pieces[-1].stop

    def spans(self, context: Context) -> tuple[Span, ...]:
        """Return where it stands."""
        return tuple(context.sentence.span(piece.start, piece.stop) for piece in self.pieces)


def find_cues(context: Context, segment: range) -> list[Cue]:
    """Return the verbs of saying in a segment; none where the saying is negated."""
    if any(context.is_in(index, "negations") for index in segment):
        return []
    return list(_german(context, segment) if context.language == "de" else _english(context, segment))


def _german(context: Context, segment: range) -> Iterator[Cue]:
    verbs = speech_verbs("de")
    auxiliary = next((index for index in segment if context.is_in(index, "auxiliaries")), None)
    passive = next((index for index in segment if context.is_in(index, "passives")), None)
    for index in segment:
        lower = context.sentence.tokens[index].text
        if lower in verbs.participles and passive is not None:
            yield Cue(verbs.participles[lower], segment, passive, _pieces(passive, index), is_passive=True)
        elif lower in verbs.participles and auxiliary is not None:
            yield Cue(verbs.participles[lower], segment, auxiliary, _pieces(auxiliary, index))
        elif lower in verbs.finite and not _is_infinitive(context, segment, index):
            yield from _finite(context, segment, index)
        elif lower in verbs.joined and index == segment[-1]:
            yield Cue(verbs.joined[lower], segment, index, (range(index, index + 1),))


def _pieces(first: int, second: int) -> tuple[range, ...]:
    low, high = sorted((first, second))
    if high == low + 1:
        return (range(low, high + 1),)
    return range(low, low + 1), range(high, high + 1)


def _is_infinitive(context: Context, segment: range, index: int) -> bool:
    if not context.sentence.tokens[index].text.endswith("n"):
        return False
    return any(context.is_in(other, "modals") for other in segment if other != index)


def _finite(context: Context, segment: range, index: int) -> Iterator[Cue]:
    """Yield the verb that a finite form belongs to: the one whose particle follows, else the one without."""
    piece = range(index, index + 1)
    for verb in speech_verbs("de").finite[context.sentence.tokens[index].text]:
        if not verb.particle:
            yield Cue(verb, segment, index, (piece,))
            return
        particle = _particle(context, segment, index, verb.particle)
        if particle is not None:
            yield Cue(verb, segment, index, (piece, range(particle, particle + 1)))
            return


def _particle(context: Context, segment: range, index: int, particle: str) -> int | None:
    """Return where the particle of a verb stands: at the end of its segment, or behind the verb for "heißt es"."""
    if particle == IMPERSONAL:
        return index + 1 if context.sentence.lower(index + 1) == IMPERSONAL else None
    # "Er gab bekannt „…“": a quotation may follow the particle in the same segment.
    words = [other for other in segment if context.sentence.tokens[other].is_word]
    return words[-1] if words[-1] > index and context.sentence.lower(words[-1]) == particle else None


def _english(context: Context, segment: range) -> Iterator[Cue]:
    verbs = speech_verbs("en").finite
    for index in segment:
        lower = context.sentence.lower(index)
        for verb in verbs.get(lower, ()):
            first = _english_beginning(context, segment, index)
            is_passive = context.is_in(first, "passives")
            if _is_english_verb(context, index, verb) and (not is_passive or first < index):
                last = index + 1 + bool(verb.particle)
                yield Cue(verb, segment, first, (range(first, last),), is_passive=is_passive)


def _english_beginning(context: Context, segment: range, index: int) -> int:
    """Return where the auxiliary of a verb stands, or the verb itself."""
    for before in range(index - 1, max(segment.start, index - _LONGEST_GAP) - 1, -1):
        if context.is_in(before, "auxiliaries") or context.is_in(before, "passives"):
            return before
        if not context.is_in(before, "adverbs"):
            break
    return index


def _is_english_verb(context: Context, index: int, verb: SpeechVerb) -> bool:
    """Tell whether a word is a finite verb here, and no noun, infinitive or adjective."""
    sentence = context.sentence
    lower, before = sentence.lower(index), sentence.lower(index - 1)
    if verb.particle and sentence.lower(index + 1) != verb.particle:
        return False
    if context.is_in(index - 1, "modals"):
        return False
    if lower in speech_verbs("en").nouns or lower == verb.lemma:
        is_named = index > 0 and sentence.tokens[index - 1].span.end in context.entities
        return is_named or context.is_in(index - 1, "pronouns") or context.is_in(index - 1, "auxiliaries")
    return not (context.is_in(index - 1, "determiners") or before in {"of", "by"})
