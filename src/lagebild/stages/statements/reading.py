"""The statements of one sentence: who says what, by verbs of saying, in passing, or in bare quotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.model import SpeechAct, StatementKind
from lagebild.stages.statements.asides import read_aside
from lagebild.stages.statements.clauses import following_clause, is_accusation, object_of, preceding_clause
from lagebild.stages.statements.context import Finding
from lagebild.stages.statements.cues import find_cues
from lagebild.stages.statements.phrases import phrase_at
from lagebild.stages.statements.speeches import attached_speeches, embedded_speeches, is_all_speech, long_speeches
from lagebild.stages.statements.subjects import subject_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from lagebild.model import Party
    from lagebild.stages.statements.context import Context
    from lagebild.stages.statements.cues import Cue
    from lagebild.stages.statements.phrases import Phrase


def read_sentence(context: Context, before: Finding | None) -> list[Finding]:
    """Return the statements of a sentence.

    Args:
        context: The sentence.
        before: The last statement of the sentence before in the same block, whose speech a quotation that is a
            sentence of its own goes on with; ``None`` if there is none.
    """
    found = _by_verbs(context)
    if not found:
        aside = read_aside(context)
        found = [aside] if aside else []
    return [*found, *(_continued(context, found, before) or _bare(context, found))]


def _by_verbs(context: Context) -> list[Finding]:
    found: list[Finding] = []
    done = 0
    for segment in context.sentence.segments:
        if segment.start < done:
            continue
        for cue in _by_trust(context, find_cues(context, segment)):
            subject = subject_of(context, cue)
            kind, contents = _contents(context, cue, subject, done)
            if contents:
                party = subject.party(context) if subject else _shared_party(context, cue, found)
                found.append(_finding(context, cue, party, kind, contents))
                done = max(done, segment.stop, *(content.stop for content in contents))
                break
    return found


def _by_trust(context: Context, cues: Sequence[Cue]) -> Iterable[Cue]:
    """Return the verbs of a segment, the one first to which what is said most likely belongs.

    In German that is the last ("er lachte und sagte, dass …"), in English the first ("he said he denied that …").
    """
    return reversed(cues) if context.language == "de" else cues


def _contents(context: Context, cue: Cue, subject: Phrase | None, done: int) -> tuple[StatementKind, tuple[range, ...]]:
    """Return what is said, in ranges of tokens, by the surest of the ways to say it, and how it is reported."""
    speeches = attached_speeches(context, cue, subject, done)
    if speeches:
        return StatementKind.DIRECT, speeches
    clause = following_clause(context, cue, subject) or preceding_clause(context, cue, subject, done)
    if clause is not None:
        return context.kind_of((clause,)), (clause,)
    speeches = embedded_speeches(context, cue)
    if speeches:
        return StatementKind.MIXED, speeches
    thing = object_of(context, cue, subject)
    return StatementKind.REPORTED, (thing,) if thing is not None else ()


def _finding(
    context: Context, cue: Cue, source: Party | None, kind: StatementKind, contents: tuple[range, ...]
) -> Finding:
    outside = [index for index in cue.segment if not any(index in content for content in contents)]
    return Finding(
        kind=kind,
        act=_act(context, cue, contents),
        source=source,
        cue=cue.spans(context),
        content=tuple(map(context.span, contents)),
        time=_only({context.times[index] for index in outside if index in context.times}),
        about=_about(context, cue, source, outside),
    )


def _act(context: Context, cue: Cue, contents: tuple[range, ...]) -> SpeechAct:
    """Return the act of a verb; who rejects an accusation denies."""
    is_denial = cue.verb.act is SpeechAct.REJECT and any(
        is_accusation(context, tokens) for tokens in (cue.segment, *contents)
    )
    return SpeechAct.DENY if is_denial else cue.verb.act


def _about(context: Context, cue: Cue, source: Party | None, outside: Iterable[int]) -> tuple[str, ...]:
    """Return who is accused: the only entity in the segment of the verb beside the source."""
    if cue.verb.act is not SpeechAct.ACCUSE:
        return ()
    spans = (context.sentence.tokens[index].span for index in outside)
    named = {
        context.entities[span.end]
        for span in spans
        if span.end in context.entities and not (source and source.span.covers(span))
    }
    accused = _only(named - {source.entity if source else None})
    return (accused,) if accused else ()


def _only(values: Collection[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _shared_party(context: Context, cue: Cue, earlier: Sequence[Finding]) -> Party | None:
    """Return who said the thing before, where "und" or "and" shows that the same person goes on."""
    before = context.sentence.lower(cue.finite - 1) if cue.finite else ""
    if cue.is_passive or not before or not context.is_in(cue.finite - 1, "linkers"):
        return None
    others = (subject_of(context, other) for other in find_cues(context, cue.segment) if other.finite < cue.finite)
    subject = next((other for other in others if other is not None), None)
    if subject is None and not earlier:
        subject = phrase_at(context, 0, cue.finite)
    return subject.party(context) if subject else earlier[-1].source if earlier else None


def _continued(context: Context, found: Sequence[Finding], before: Finding | None) -> list[Finding]:
    """Return what the source of the sentence before goes on to say, in a bare quotation or in Konjunktiv I."""
    if found or before is None or not context.sentence.segments:
        return []
    whole = range(context.sentence.body_end)
    if is_all_speech(context) and before.kind is StatementKind.DIRECT:
        return [Finding(StatementKind.DIRECT, SpeechAct.STATE, before.source, (), (context.span(whole),))]
    first = context.sentence.segments[0]
    if before.kind is not StatementKind.REPORTED and any(context.is_in(index, "reportative") for index in first):
        return [Finding(context.kind_of((whole,)), SpeechAct.STATE, before.source, (), (context.span(whole),))]
    return []


def _bare(context: Context, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the quotations without a verb of saying that are long enough to be speech."""
    taken = [span for finding in found for span in finding.content]
    for index in long_speeches(context):
        span = context.span(range(index, index + 1))
        if not any(other.overlaps(span) for other in taken):
            yield Finding(StatementKind.DIRECT, SpeechAct.STATE, None, (), (span,))
