"""Which denials answer which claims, told from the record alone, and rather not at all than wrongly.

A denial answers a claim of somebody else in two cases:

- **The same matter.** Most content words of the shorter of the two stand in the other, two words at least. Names and
  days do not count: two statements about one country on one day need not be about one thing.
- **A reply.** The claim is about the one who denies, or about the government or army for which they speak; or the
  denial is about the one who claims; or a brief denial follows blame at once, in the same paragraph. Then one common
  word is enough. None is needed where the denial follows in the same paragraph, or is too brief to have a matter of its
  own ("die Vorwürfe", "absurd"); a brief one answers the last paragraph in which such claims stand.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.cli.content_words import content_words
from lagebild.model import EntityKind, MentionForm, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.model import Article, Entity, Party, Statement

_BLAMING = frozenset({SpeechAct.ACCUSE, SpeechAct.CRITICIZE})
_ASSERTING = frozenset({SpeechAct.STATE, SpeechAct.CONFIRM, SpeechAct.FEAR})
_WANTING = frozenset({SpeechAct.DEMAND, SpeechAct.ASK, SpeechAct.PLAN, SpeechAct.PROMISE})

# What is asserted is said to be untrue, what is wanted or offered is turned down, blame may be either. Who turns down a
# coalition does not contradict all who say something of it: there, rejections answer assertions in replies alone.
_SAME_MATTER = {SpeechAct.DENY: _BLAMING | _ASSERTING, SpeechAct.REJECT: _BLAMING | _WANTING}
_REPLY = {SpeechAct.DENY: _BLAMING | _ASSERTING, SpeechAct.REJECT: _BLAMING | _ASSERTING | _WANTING}

# The government of a state and its army answer for the state and for each other (sectors of PLOVER).
_STATE_SECTORS = frozenset({"GOV", "MIL"})

# Strict by choice: in the news of the gold of statements, which was looked at while these rules were written, 7 of 82
# denials find a claim, all 7 rightly. Let rejections answer assertions of the same matter: of 4 more, 3 are wrong.
_MIN_SHARE = 0.6
_MIN_WORDS = 2
_MIN_WORDS_OF_A_REPLY = 1
_BRIEF = 2


@dataclass(frozen=True, slots=True)
class _Saying:
    """A statement with what is compared.

    Args:
        statement: The statement.
        words: The stems of its content words.
        start: Where it begins.
        index: Its place among all statements in the order of the text.
        block: The index of its block among those of the text.
    """

    statement: Statement
    words: frozenset[str]
    start: int
    index: int
    block: int

    @property
    def is_brief(self) -> bool:
        """Whether it is too short to have a matter of its own."""
        return len(self.words) <= _BRIEF


def denials_by_claim(article: Article) -> dict[str, tuple[Statement, ...]]:
    """Return the denials and rejections that answer a claim, in text order, by the id of the claim.

    One denial may answer several claims, and several a claim. Claims without a denial are left out.
    """
    sayings = _sayings(article)
    entities = {entity.id: entity for entity in article.entities}
    answers: dict[str, tuple[Statement, ...]] = {}
    for denial in sayings:
        candidates = [claim for claim in sayings if _may_answer(article.text, denial, claim)]
        for claim in _answered(denial, candidates, entities):
            answers[claim.statement.id] = (*answers.get(claim.statement.id, ()), denial.statement)
    return answers


def _sayings(article: Article) -> list[_Saying]:
    starts = [block.span.start for block in article.blocks if block.span is not None]
    without = [
        *(mention.span for mention in article.mentions if mention.form is MentionForm.NAME),
        *(time.span for time in article.times),
    ]
    sayings = []
    for index, statement in enumerate(sorted(article.statements, key=_start)):
        words = content_words(article.text, statement.content, language=article.language, without=without)
        start = _start(statement)
        sayings.append(_Saying(statement, frozenset(words), start, index, bisect_right(starts, start)))
    return sayings


def _start(statement: Statement) -> int:
    source = (statement.source.span,) if statement.source else ()
    return min((span.start for span in statement.content or statement.cue or source), default=0)


def _may_answer(text: str, denial: _Saying, claim: _Saying) -> bool:
    """Return whether somebody turns down what somebody else said; not if one of the two tells the other."""
    return (
        claim.statement.act in _REPLY.get(denial.statement.act, ())
        and not _is_same_speaker(text, denial.statement.source, claim.statement.source)
        and not any(
            one.start < other.end and other.start < one.end
            for one in denial.statement.content
            for other in claim.statement.content
        )
    )


def _is_same_speaker(text: str, one: Party | None, other: Party | None) -> bool:
    if one is None or other is None:
        return False
    if one.entity is None and other.entity is None:
        return one.span.of(text).casefold() == other.span.of(text).casefold()
    return one.entity == other.entity


def _answered(denial: _Saying, candidates: Sequence[_Saying], entities: Mapping[str, Entity]) -> list[_Saying]:
    replied = [claim for claim in candidates if _is_reply(denial, claim, entities)]
    same_matter = [
        claim
        for claim in candidates
        if _is_same_matter(denial, claim, _MIN_WORDS_OF_A_REPLY if claim in replied else _MIN_WORDS)
        and (claim in replied or claim.statement.act in _SAME_MATTER[denial.statement.act])
    ]
    if same_matter:
        return same_matter
    before = [claim for claim in replied if claim.start < denial.start]
    block = max((claim.block for claim in before), default=0) if denial.is_brief else denial.block
    return [claim for claim in before if claim.block == block]


def _is_same_matter(denial: _Saying, claim: _Saying, min_words: int) -> bool:
    shared = len(denial.words & claim.words)
    return shared >= min_words and shared >= _MIN_SHARE * min(len(denial.words), len(claim.words))


def _is_reply(denial: _Saying, claim: _Saying, entities: Mapping[str, Entity]) -> bool:
    return (
        _speaks_for_any(denial.statement.source, claim.statement.about, entities)
        or _speaks_for_any(claim.statement.source, denial.statement.about, entities)
        or _follows_at_once(denial, claim)
    )


def _follows_at_once(denial: _Saying, claim: _Saying) -> bool:
    return (
        denial.is_brief
        and claim.statement.act in _BLAMING
        and (claim.index, claim.block) == (denial.index - 1, denial.block)
    )


def _speaks_for_any(party: Party | None, ids: Sequence[str], entities: Mapping[str, Entity]) -> bool:
    speaker = entities.get(party.entity or "") if party else None
    return speaker is not None and any(
        other == speaker.id or (other in entities and _are_one_state(speaker, entities[other])) for other in ids
    )


def _are_one_state(one: Entity, other: Entity) -> bool:
    return (
        one.country is not None
        and one.country == other.country
        and all(
            entity.kind is EntityKind.COUNTRY or not _STATE_SECTORS.isdisjoint(entity.sectors)
            for entity in (one, other)
        )
    )
