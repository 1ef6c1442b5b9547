"""Who says it: the subject of a verb of saying."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.stages.statements.cues import IMPERSONAL
from lagebild.stages.statements.phrases import Phrase, fills, phrase_at

if TYPE_CHECKING:
    from lagebild.stages.statements.context import Context
    from lagebild.stages.statements.cues import Cue

_LONGEST_SUBJECT = 14
_SHORTEST_REST = 2
"""So few words may stand behind a verb that ends its clause: "… bezeichnete", "mitgeteilt hatte"."""
_FIRST_APPOSED = 2
"""The segment that a verb opens behind a name and an apposition."""


def subject_of(context: Context, cue: Cue) -> Phrase | None:
    """Return who says it, or ``None`` where the sentence does not name them or it is not sure."""
    if cue.is_passive or cue.verb.particle == IMPERSONAL:
        return None
    first = _first_of_clause(context, cue)
    if context.language == "de":
        return _german(context, cue, first)
    return _before(context, first, cue.finite) or _apposed(context, cue) or _english_behind(context, cue, first)


def _german(context: Context, cue: Cue, first: int) -> Phrase | None:
    is_final = cue.segment.stop - cue.last < _SHORTEST_REST
    if is_final and any(context.is_in(first, table) for table in ("subordinators", "complementizers")):
        return _nominative_at(context, first + 1, cue.pieces[0].start)
    # "Der Zeitung sagte er": a pronoun behind the verb is its subject.
    if cue.finite > first and not _is_subject_pronoun(context, cue.finite + 1):
        before = _before(context, first, cue.finite)
        if before is not None:
            return before
    if cue.finite == first:
        apposed = _apposed(context, cue)
        if apposed is not None or not _may_be_turned(context, cue):
            return apposed
    return _behind(context, cue)


def _may_be_turned(context: Context, cue: Cue) -> bool:
    """Tell whether the subject may stand behind a verb that opens its segment.

    It does at the end of a sentence («…, sagte Putin») and behind an adverbial («Nach dem Treffen, das …, sagte
    Putin, dass …»), but not in "Der Chef, der …, lobte die Leute: …", where it opens the sentence.
    """
    at = context.sentence.segments.index(cue.segment)
    is_late = cue.segment.stop >= context.sentence.body_end
    begins_with_subject = not context.is_in(0, "time_prepositions") and not context.is_in(0, "subordinators")
    return at < _FIRST_APPOSED or is_late or not begins_with_subject


def _first_of_clause(context: Context, cue: Cue) -> int:
    """Return the index of the first token of the clause, without "und" and adverbs before the subject."""
    first = cue.segment.start
    while first < cue.finite and (_is_adverbial(context, first) or _is_lead(context, first)):
        first += 1
    return first


def _is_lead(context: Context, index: int) -> bool:
    """Tell whether a token stands before the subject: "und", or the quotation in «"We are ready," Putin said»."""
    return context.is_in(index, "linkers") or context.sentence.tokens[index].quotation is not None


def _is_adverbial(context: Context, index: int) -> bool:
    return context.is_in(index, "adverbs") or index in context.times


def _is_subject_pronoun(context: Context, index: int) -> bool:
    return context.is_in(index, "pronouns") and not context.is_in(index, "determiners")


def _before(context: Context, first: int, stop: int) -> Phrase | None:
    while stop > first and _is_adverbial(context, stop - 1):
        stop -= 1
    if stop <= first or stop - first > _LONGEST_SUBJECT or context.is_in(first, "oblique"):
        return None
    return _joined_to_list(context, fills(context, first, stop))


def _joined_to_list(context: Context, phrase: Phrase | None) -> Phrase | None:
    """Return the phrase with those listed before it: "Die USA, Südkorea und andere Länder"."""
    if phrase is None or not phrase.is_several:
        return phrase
    first = phrase.first
    for segment in reversed(context.sentence.segments):
        if segment.stop == first - 1 and context.sentence.tokens[segment.stop].text == ",":
            if fills(context, segment.start, segment.stop) is None:
                break
            first = segment.start
    return Phrase(first, phrase.last, phrase.head_last, is_several=True)


def _apposed(context: Context, cue: Cue) -> Phrase | None:
    """Return the name that opens the sentence where an apposition follows it: "John Kirby, Sprecher für …, sagte"."""
    segments = context.sentence.segments
    at = segments.index(cue.segment)
    if at != _FIRST_APPOSED or context.sentence.mark_before(cue.segment) != ",":
        return None
    name = None if context.is_in(0, "oblique") else fills(context, segments[0].start, segments[0].stop)
    apposition = fills(context, segments[1].start, segments[1].stop)
    if name is None or apposition is None:
        return name
    has_entity = name.party(context).entity is not None
    return replace(name, last=apposition.last, head_last=name.head_last if has_entity else apposition.head_last)


def _behind(context: Context, cue: Cue) -> Phrase | None:
    index = cue.finite + 1
    while index < cue.segment.stop and _is_adverbial(context, index):
        index += 1
    return _nominative_at(context, index, cue.segment.stop)


def _nominative_at(context: Context, first: int, stop: int) -> Phrase | None:
    return None if context.is_in(first, "oblique") else phrase_at(context, first, stop)


def _english_behind(context: Context, cue: Cue, first: int) -> Phrase | None:
    """Return the subject of «…, said Putin»: the verb opens the last clause, or stands behind a quotation."""
    is_turned = cue.finite == first and cue.segment.start > 0 and cue.segment.stop >= context.sentence.body_end
    behind_quotation = context.sentence.tokens[max(cue.finite - 1, 0)].quotation or _is_behind_quotation(context, cue)
    return _behind(context, cue) if cue.finite == first and (is_turned or behind_quotation) else None


def _is_behind_quotation(context: Context, cue: Cue) -> bool:
    """Tell whether a quotation and a comma stand before the segment of a verb."""
    return cue.segment.start > 1 and context.sentence.tokens[cue.segment.start - 2].quotation is not None
