"""What is said: the clause, or the words of a clause, that belong to a verb of saying."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.speech_verbs import speech_verbs
from lagebild.model import SpeechAct
from lagebild.stages.statements.cues import find_cues

if TYPE_CHECKING:
    from lagebild.stages.statements.context import Context
    from lagebild.stages.statements.cues import Cue
    from lagebild.stages.statements.phrases import Phrase

_BUT = "sondern"
_IF = "wenn"
_WITH_INFINITIVE = frozenset(
    {
        SpeechAct.ACCUSE,
        SpeechAct.AGREE,
        SpeechAct.ASK,
        SpeechAct.CONFIRM,
        SpeechAct.DEMAND,
        SpeechAct.DENY,
        SpeechAct.FEAR,
        SpeechAct.PLAN,
        SpeechAct.PROMISE,
        SpeechAct.REJECT,
        SpeechAct.THREATEN,
    }
)
"""The acts whose verbs say what is meant with "zu"; with "sagen" it would be a purpose."""
_WITH_TO = _WITH_INFINITIVE - {SpeechAct.ACCUSE, SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.FEAR}
_WITH_OBJECT = frozenset({SpeechAct.DENY, SpeechAct.REJECT})
"""The acts whose verbs say what is meant with a noun alone: "wies alle Vorwürfe zurück"."""

_LONGEST_ADDRESSEE = 8
"""Words between an English verb of saying and "that", as in "told reporters in Washington on Monday that"."""
_SHORTEST_CLAUSE = 3
_SHORTEST_MAIN_CLAUSE = 2


def following_clause(context: Context, cue: Cue, subject: Phrase | None) -> range | None:
    """Return the tokens of the clause behind a verb of saying that says what is said, or ``None``."""
    return _german(context, cue) if context.language == "de" else _english(context, cue, subject)


def preceding_clause(context: Context, cue: Cue, subject: Phrase | None, done: int) -> range | None:
    """Return the tokens of what stands before «…, sagte Putin» or «…, Putin said», or ``None``.

    Args:
        context: The sentence.
        cue: The verb of saying.
        subject: Who says it; without one the verb is not trusted.
        done: Index behind the last token that belongs to another statement.
    """
    segment = cue.segment
    if subject is None or not done < segment.start or context.sentence.mark_before(segment) != ",":
        return None
    first = cue.finite if context.language == "de" else min(cue.finite, subject.first)
    if segment.start != first or subject.first < segment.start or not _is_aside(context, cue, subject):
        return None
    content = range(done, segment.start - 1)
    is_open = any(context.is_in(done, table) for table in ("subordinators", "relatives", "complementizers"))
    return None if is_open and not _has_subjunctive(context, content) else content


def _is_aside(context: Context, cue: Cue, subject: Phrase) -> bool:
    """Tell whether a segment only says who speaks, and perhaps when, where and to whom, and the sentence ends there."""
    last = max(cue.last, subject.last)
    is_last = cue.segment.stop >= context.sentence.body_end
    return is_last and (last == cue.segment.stop or context.is_adjunct(last))


def object_of(context: Context, cue: Cue, subject: Phrase | None) -> range | None:
    """Return the tokens of the noun phrase that somebody denies or rejects, or ``None``."""
    if cue.verb.act not in _WITH_OBJECT or cue.is_passive or subject is None:
        return None
    first = max(cue.pieces[0].stop, subject.last if subject.first > cue.finite else 0)
    last = cue.pieces[1].start if len(cue.pieces) > 1 else cue.segment.stop
    while first < last and context.is_in(first, "adverbs"):
        first += 1
    while first < last and (last - 1 in context.times or context.is_in(last - 1, "adverbs")):
        last -= 1
    return range(first, last) if first < last and _is_object(context, first) else None


def _is_object(context: Context, first: int) -> bool:
    is_article = context.is_in(first, "determiners") or context.is_in(first, "oblique")
    return is_article or context.language == "en" or context.sentence.tokens[first].is_capitalised


def is_accusation(context: Context, tokens: range) -> bool:
    """Tell whether a word for an accusation stands among some tokens."""
    return any(context.sentence.lower(index) in speech_verbs(context.language).accusations for index in tokens)


def _german(context: Context, cue: Cue) -> range | None:
    following = _segment_behind(context, cue.segment)
    if following is None or context.sentence.mark_before(following) not in {",", ":"}:
        return None
    if _is_marked(context, cue, following.start):
        return range(following.start, _end(context, cue, following))
    if _is_infinitive(context, cue, following):
        return following
    if _is_subordinate(context, following):
        return None
    content = range(following.start, _end(context, cue, following))
    is_reported = _has_subjunctive(context, content)
    is_accused = cue.verb.act is SpeechAct.ACCUSE and not cue.is_passive
    return content if is_reported or is_accused else None


def _is_marked(context: Context, cue: Cue, first: int) -> bool:
    """Tell whether a clause begins with "dass" or "ob", or with a question word behind a verb of asking."""
    is_question = cue.verb.act is SpeechAct.ASK and context.is_in(first, "questions")
    return is_question or context.is_in(first, "complementizers")


def _segment_behind(context: Context, segment: range) -> range | None:
    segments = context.sentence.segments
    at = segments.index(segment) + 1
    return segments[at] if at < len(segments) else None


def _is_subordinate(context: Context, segment: range) -> bool:
    """Tell whether a segment is a subordinate or relative clause of the writer, or goes on with the main clause."""
    first = segment.start
    if context.is_in(first, "linkers") or (
        context.is_in(first, "subordinators") and context.sentence.lower(first) != _IF
    ):
        return True
    if context.is_in(first, "time_prepositions") or context.is_in(first, "attributes"):
        # "in der Stadt sei" is a clause of its own, "in der er lebe" is a relative one.
        is_pronoun = context.sentence.lower(first + 2) in words_of("function_words", "words", "de")
        return context.is_in(first + 1, "relatives") and is_pronoun
    # "das sei gut" has its verb in the second place; "der gekommen sei" has it at the end.
    is_final = len(segment) > _SHORTEST_MAIN_CLAUSE and context.is_in(segment[-1], "subjunctives")
    return context.is_in(first, "relatives") and (is_final or not _has_subjunctive(context, segment))


def _has_subjunctive(context: Context, tokens: range) -> bool:
    return any(context.is_in(index, "subjunctives") for index in tokens)


def _is_infinitive(context: Context, cue: Cue, segment: range) -> bool:
    """Tell whether a segment is "…, nach Berlin zu reisen" behind a verb that takes one; "um … zu" is a purpose."""
    if cue.verb.act not in _WITH_INFINITIVE or context.is_in(segment.start, "subordinators"):
        return False
    last = context.sentence.lower(segment[-1])
    return (context.sentence.lower(segment[-1] - 1) == "zu" and last.endswith("n")) or bool(_joined_zu().match(last))


@cache
def _joined_zu() -> re.Pattern[str]:
    return re.compile(
        r"(?:ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu|zurück)zu\w+n$"
    )


def _end(context: Context, cue: Cue, first: range) -> int:
    """Return the index behind the last token of what is said that begins with a segment."""
    segments = context.sentence.segments
    end = first.stop
    if context.is_in(cue.segment.start, "subordinators") and cue.segment is not first:
        # "Als er sagte, dass er komme, lachten alle": the main clause follows.
        return end
    for segment in segments[segments.index(first) + 1 :]:
        is_correction = cue.verb.act is SpeechAct.DENY and context.sentence.lower(segment.start) == _BUT
        if is_correction or _speaks_on(context, segment):
            break
        end = segment.stop
    return min(end, context.sentence.body_end)


def _speaks_on(context: Context, segment: range) -> bool:
    """Tell whether a segment goes on with a verb of saying: "…, aber betonte: …", "…, adding that …"."""
    if not context.is_in(segment.start, "linkers"):
        return False
    return any(cue.finite - segment.start in {1, 2} for cue in find_cues(context, segment))


def _english(context: Context, cue: Cue, subject: Phrase | None) -> range | None:
    first = _english_clause_start(context, cue, subject)
    if first is None:
        return None
    end = _end(context, cue, cue.segment) if first in cue.segment else None
    return range(first, end) if end is not None and first < end else None


def _english_clause_start(context: Context, cue: Cue, subject: Phrase | None) -> int | None:
    rest = range(cue.last, cue.segment.stop)
    that = next((index for index in rest[:_LONGEST_ADDRESSEE] if context.is_in(index, "complementizers")), None)
    if that is not None and (context.sentence.lower(that) == "that" or cue.verb.act is SpeechAct.ASK):
        return that
    if cue.verb.act is SpeechAct.ACCUSE:
        return next((index + 1 for index in rest[:-1] if context.sentence.lower(index) in {"of", "for"}), None)
    if cue.verb.act in _WITH_TO and subject is not None:
        to = next((index for index in rest[:_LONGEST_ADDRESSEE] if context.sentence.lower(index) == "to"), None)
        if to is not None:
            return to
    return _bare_clause_start(context, cue) if cue.verb.lemma == "say" else None


def _bare_clause_start(context: Context, cue: Cue) -> int | None:
    """Return where the clause behind "said" begins that has no "that"."""
    first = cue.last
    while first < cue.segment.stop and (first in context.times or context.is_in(first, "adverbs")):
        first += 1
    if cue.segment.stop - first < _SHORTEST_CLAUSE:
        return None
    token = context.sentence.tokens[first]
    is_start = any(context.is_in(first, table) for table in ("determiners", "pronouns")) or token.is_capitalised
    return first if is_start or context.sentence.lower(first) == "there" else None
