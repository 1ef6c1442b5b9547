"""Quotations that somebody is reported to have said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.stages.statements.context import Context
    from lagebild.stages.statements.cues import Cue
    from lagebild.stages.statements.phrases import Phrase
    from lagebild.stages.statements.quotations import Quotation

_SHORTEST_SPEECH = 4
"""A shorter quotation inside a clause may be a title or a name ("sagte der „Bild“-Zeitung")."""
_SHORTEST_UNATTRIBUTED = 8
_FEWEST_FUNCTION_WORDS = 3
"""A quotation without a verb of saying that is shorter, or has fewer, may be a title, a slogan or scare quotes."""


def attached_speeches(context: Context, cue: Cue, subject: Phrase | None, done: int) -> tuple[range, ...]:
    """Return the quotations beside the segment of a verb of saying: «„…“, sagte er», «Er sagte: „…“».

    Args:
        context: The sentence.
        cue: The verb of saying.
        subject: Who says it, or ``None``.
        done: Index behind the last token that belongs to another statement.
    """
    opening = min(cue.finite, subject.first) if subject else cue.finite
    before = [index for index in _before(context, cue, opening) if index >= done]
    return tuple(range(index, index + 1) for index in (*before, *_behind(context, cue)))


def _before(context: Context, cue: Cue, opening: int) -> Iterator[int]:
    """Yield the quotation right before the verb, or before its subject, if nothing else stands in its segment."""
    at = opening - 1
    while at > 0 and context.sentence.tokens[at].text in {",", "–", "—", "-"}:
        at -= 1
    is_first = at == 0 or any(segment.start == at for segment in context.sentence.segments)
    if at >= 0 and opening >= cue.segment.start and context.sentence.tokens[at].quotation and is_first:
        yield at


def _behind(context: Context, cue: Cue) -> Iterator[int]:
    """Yield the quotations that open the segments behind the verb's, as long as they are all of them."""
    segments = context.sentence.segments
    for segment in segments[segments.index(cue.segment) + 1 :]:
        if not context.sentence.tokens[segment.start].quotation:
            return
        is_introduced = context.sentence.mark_before(segment) == ":" or len(segment) == 1
        if is_introduced:
            yield segment.start
        if len(segment) > 1:
            return


def embedded_speeches(context: Context, cue: Cue) -> tuple[range, ...]:
    """Return the quotations inside the segment of a verb of saying: «nannte den Plan „absurd“»."""
    tokens = context.sentence.tokens
    if cue.is_passive:
        return ()
    return tuple(
        range(index, index + 1)
        for index in cue.segment
        if (quotation := tokens[index].quotation) and _is_said(context, cue, index, quotation)
    )


def _is_said(context: Context, cue: Cue, index: int, quotation: Quotation) -> bool:
    if word_count(context.text, quotation) >= _SHORTEST_SPEECH:
        return True
    before = context.sentence.tokens[index - 1] if index else None
    is_name = before is None or before.is_capitalised or context.is_in(index - 1, "oblique")
    return not is_name and cue.verb.lemma in words_of("attribution", "naming", context.language)


def word_count(text: str, quotation: Quotation) -> int:
    """Return how many words a quotation has."""
    return len(quotation.inner.of(text).split())


def long_speeches(context: Context) -> list[int]:
    """Return the indices of quotations that are speech even if no verb of saying stands beside them."""
    return [
        index
        for index, token in enumerate(context.sentence.tokens)
        if token.quotation and _is_speech(context, token.quotation)
    ]


def _is_speech(context: Context, quotation: Quotation) -> bool:
    words = quotation.inner.of(context.text).lower().split()
    small = sum(word in words_of("function_words", "words", context.language) for word in words)
    return len(words) >= _SHORTEST_UNATTRIBUTED and small >= _FEWEST_FUNCTION_WORDS


def is_all_speech(context: Context) -> bool:
    """Tell whether a sentence is one quotation and nothing else."""
    tokens = context.sentence.tokens[: context.sentence.body_end]
    return len(tokens) == 1 and tokens[0].quotation is not None
