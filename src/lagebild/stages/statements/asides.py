"""Sources named in passing: "laut …", "nach Angaben …", "… zufolge", "so …", "wie … mitteilte", "according to …"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.model import Party, SpeechAct
from lagebild.stages.statements.context import Finding
from lagebild.stages.statements.cues import find_cues
from lagebild.stages.statements.phrases import fills, phrase_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lagebild.model import Span
    from lagebild.stages.statements.context import Context
    from lagebild.stages.statements.phrases import Phrase

_LONGEST_SAYING = 4
"""Words from "nach" to the noun, as in "nach ersten eigenen Angaben"."""
_SO = "so"
_AS = "wie"
_AFTER = "nach"


@dataclass(frozen=True, slots=True)
class _Aside:
    """Words that name a source in passing; ``tokens`` are all that does not belong to what is said."""

    tokens: range
    source: Party | None
    cue: tuple[Span, ...]
    act: SpeechAct = SpeechAct.STATE


def read_aside(context: Context) -> Finding | None:
    """Return the statement of a sentence that names its source in passing, or ``None``."""
    aside = next(_asides(context), None)
    contents = tuple(_around(context, aside.tokens)) if aside else ()
    if aside is None or not contents:
        return None
    spans = tuple(map(context.span, contents))
    return Finding(context.kind_of(contents), aside.act, aside.source, aside.cue, spans)


def _asides(context: Context) -> Iterator[_Aside]:
    readers = _GERMAN if context.language == "de" else _ENGLISH
    for segment in context.sentence.segments:
        for index in segment:
            for read in readers:
                aside = read(context, segment, index)
                if aside is not None:
                    yield aside


def _around(context: Context, aside: range) -> Iterator[range]:
    """Yield what is said before and behind an aside: all of the sentence, or the subordinate clause it stands in."""
    sentence = context.sentence
    segment = next(segment for segment in sentence.segments if aside.start in segment)
    is_inner = segment.start > 0 and any(context.is_in(segment.start, t) for t in ("relatives", "subordinators"))
    whole = segment if is_inner else range(sentence.body_end)
    for piece in (range(whole.start, aside.start), range(aside.stop, whole.stop)):
        content = _trimmed(context, piece)
        if any(_says_something(context, index) for index in content):
            yield content


def _says_something(context: Context, index: int) -> bool:
    token = context.sentence.tokens[index]
    is_small = any(context.is_in(index, table) for table in ("linkers", "adverbs", "relatives", "subordinators"))
    return token.quotation is not None or (token.is_word and not is_small)


def _trimmed(context: Context, piece: range) -> range:
    tokens = context.sentence.tokens
    first, last = piece.start, piece.stop
    while first < last and not (tokens[first].is_word or tokens[first].quotation):
        first += 1
    while first < last and tokens[last - 1].text in {",", ";", ":", "–", "—", "-"}:
        last -= 1
    return range(first, last)


def _laut(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "laut X" and "gemäß X"."""
    if not context.is_in(index, "according"):
        return None
    phrase = phrase_at(context, index + 1, segment.stop)
    return _aside(context, range(index, index + 1), phrase)


def _aside(context: Context, cue: range, phrase: Phrase | None) -> _Aside | None:
    if phrase is None or context.is_in(phrase.first, "pronouns"):
        return None
    tokens = range(min(cue.start, phrase.first), max(cue.stop, phrase.last))
    return _Aside(tokens, phrase.party(context), (context.sentence.span(cue.start, cue.stop),))


def _nach(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "nach Angaben X", "nach eigenen Angaben", "nach Medienberichten"."""
    sentence = context.sentence
    if sentence.lower(index) != _AFTER:
        return None
    for noun in range(index + 1, min(index + 1 + _LONGEST_SAYING, segment.stop)):
        if context.is_in(noun, "reports"):
            return _aside(context, range(index, index + 1), phrase_at(context, index + 1, noun + 1))
        if context.is_in(noun, "sayings"):
            return _by_saying(context, segment, range(index, noun + 1))
    return None


def _by_saying(context: Context, segment: range, cue: range) -> _Aside | None:
    """Return the aside of "nach Angaben", whose source is a genitive, or stands behind "von", or is not named."""
    sentence = context.sentence
    first = cue.stop + (sentence.lower(cue.stop) == "von")
    phrase = phrase_at(context, first, segment.stop) if _is_named(context, cue, first) else None
    if phrase is not None:
        return _aside(context, range(cue.start, first), phrase)
    if context.is_in(cue.stop, "attributes"):
        return None
    owner = range(cue.start + 1, cue.stop - 1)
    if owner and all(sentence.tokens[index].is_capitalised for index in owner):
        # "nach Putins Angaben": the source stands between.
        cues = (sentence.span(cue.start, cue.start + 1), sentence.span(cue.stop - 1, cue.stop))
        return _Aside(cue, Party(sentence.span(owner.start, owner.stop), _owner(context, owner)), cues)
    return _Aside(cue, None, (sentence.span(cue.start, cue.stop),))


def _is_named(context: Context, cue: range, first: int) -> bool:
    """Tell whether a source follows: "von X", "der Polizei", "politischer Beobachter"."""
    is_bare = context.sentence.lower(first).endswith("er") and context.language == "de"
    return first > cue.stop or context.is_in(first, "genitives") or is_bare


def _owner(context: Context, owner: range) -> str | None:
    return context.genitives.get(context.sentence.tokens[owner.stop - 1].span.end)


def _zufolge(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "X zufolge", "Angaben X zufolge", "eigenen Angaben zufolge"."""
    if not context.is_in(index, "behind"):
        return None
    starts = (start for start in segment if start < index and (start == segment.start or _may_open(context, start)))
    phrase = next((phrase for start in starts if (phrase := fills(context, start, index))), None)
    if phrase is None or not context.is_in(phrase.head_last - 1, "sayings"):
        return _aside(context, range(index, index + 1), phrase)
    sentence = context.sentence
    tokens = range(phrase.first, index + 1)
    if phrase.last == phrase.head_last:
        return _Aside(tokens, None, (sentence.span(phrase.first, index + 1),))
    cues = (sentence.span(phrase.first, phrase.head_last), sentence.span(index, index + 1))
    return _Aside(tokens, Party(sentence.span(phrase.head_last, phrase.last)), cues)


def _may_open(context: Context, index: int) -> bool:
    """Tell whether a word in the middle of a clause may open the phrase before "zufolge"."""
    is_noun = context.is_in(index, "sayings") or context.is_in(index, "reports")
    is_adjective = context.sentence.lower(index).endswith("en") and not context.is_in(index, "auxiliaries")
    return (
        is_noun
        or context.is_in(index, "oblique")
        or (is_adjective and not context.sentence.tokens[index].is_capitalised)
    )


def _so(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "…, so Putin"."""
    sentence = context.sentence
    if index != segment.start or index == 0 or sentence.lower(index) != _SO:
        return None
    phrase = phrase_at(context, index + 1, segment.stop)
    is_all = phrase is not None and (phrase.last == segment.stop or context.is_adjunct(phrase.last))
    return _aside(context, range(index, index + 1), phrase) if is_all else None


def _wie(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "…, wie die Polizei mitteilte"."""
    if index != segment.start or context.sentence.lower(index) != _AS:
        return None
    cue = next((cue for cue in find_cues(context, segment) if cue.last == segment.stop), None)
    if cue is None or cue.is_passive:
        return None
    phrase = phrase_at(context, index + 1, cue.finite)
    return _Aside(segment, phrase.party(context) if phrase else None, cue.spans(context), cue.verb.act)


def _according_to(context: Context, segment: range, index: int) -> _Aside | None:
    """Read "according to X"."""
    sentence = context.sentence
    if sentence.lower(index) != "according" or sentence.lower(index + 1) != "to":
        return None
    cue = range(index, index + 2)
    phrase = fills(context, index + 2, segment.stop)
    if phrase is None or len(segment) == len(context.sentence.tokens):
        phrase = phrase_at(context, index + 2, segment.stop)
    return _aside(context, cue, phrase)


_GERMAN: tuple[Callable[[Context, range, int], _Aside | None], ...] = (_so, _wie, _laut, _nach, _zufolge)
_ENGLISH: tuple[Callable[[Context, range, int], _Aside | None], ...] = (_according_to,)
