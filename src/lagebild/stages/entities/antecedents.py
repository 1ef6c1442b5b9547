"""Which of those spoken of a noun or a pronoun means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.stages.entities.fitting import fit, may_bind
from lagebild.stages.entities.referents import ReferentKind
from lagebild.stages.entities.roles import LIKE_ROLE, fit_of_role, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.stages.entities.noun_phrases import NounPhrase
    from lagebild.stages.entities.pronouns import Pronoun
    from lagebild.stages.entities.referents import Referent
    from lagebild.stages.entities.salience import Memory, Trace
    from lagebild.stages.entities.scenes import Scene

_LEAST_OF_PRONOUN = 8.0
"""Salience below which a pronoun means nobody."""
_LEAST_OF_SORT = 15.0
"""Salience below which a noun that tells a sort alone means nobody."""
_QUOTED_OUTSIDE = 0.5
"""Share of the salience that a mention in a quotation has outside of it."""
_WHO_REPORTS = 1.6
"""Who reports, where a pronoun is the subject of what is reported: "the envoy answered that he would"."""
_TOLD = 0.1
"""Share of the salience that a mention in what is told has for who tells it: "the bank would wait, he said"."""
_SURE_FIT = 0.5
_LAST_SENTENCES = 1
_TOLD_CLAUSES = frozenset({"ccomp", "parataxis"})


def meant_by_role(phrase: NounPhrase, scene: Scene, memory: Memory, *, least: float, owner: object) -> Referent | None:
    """Return whom a noun means: who fits its role best, and of those the most salient.

    Args:
        phrase: The noun phrase.
        scene: The sentence.
        memory: Those spoken of so far.
        least: How well they have to fit.
        owner: The key of whom it serves, who is somebody else.
    """
    best, best_rank = None, (0.0, 0.0)
    for referent in _candidates(phrase, memory):
        role = fit_of_role(phrase, referent, scene.language) if referent.key != owner else 0.0
        if not role or role < least:
            continue
        trace = memory.trace(referent.key)
        value = trace.at(scene.number)
        is_vague = role < LIKE_ROLE
        if is_vague and (value < _LEAST_OF_SORT or not may_bind(phrase.head, scene, trace)):
            continue
        if (role, value) > best_rank:
            best, best_rank = referent, (role, value)
    return best


def _candidates(phrase: NounPhrase, memory: Memory) -> Iterator[Referent]:
    """Yield whom a noun may mean; one of no role may be a body's name, or the trade of a person: "the vicar"."""
    yield from memory.of_kind(kind_of(phrase))
    if phrase.noun is None:
        yield from (one for one in memory.of_kind(ReferentKind.PERSON) if phrase.word in one.roles)


def meant_by_pronoun(pronoun: Pronoun, scene: Scene, memory: Memory) -> Referent | None:
    """Return whom a personal or possessive pronoun means: the most salient who fits, or ``None`` for a thing."""
    is_quoted = scene.is_quoted(pronoun.index)
    reporting = _reporting_verb(pronoun, scene)
    tells = _tells_before(pronoun, scene)
    best, best_value = None, _LEAST_OF_PRONOUN
    for referent, degree in _fitting(pronoun, scene, memory):
        trace = memory.trace(referent.key)
        value = degree * _salience(trace, scene, pronoun.index if tells else None)
        value *= _QUOTED_OUTSIDE if trace.is_quoted and not is_quoted else 1.0
        if trace.sentence == scene.number and trace.governor is not None and trace.governor == reporting:
            value *= _WHO_REPORTS
        if value > best_value:
            best, best_value = referent, value
    return best


def _tells_before(pronoun: Pronoun, scene: Scene) -> bool:
    """Tell whether a pronoun is the subject of a verb of saying behind what is told: "the bank would wait, he said"."""
    verb = scene.governor(pronoun.index)
    if verb is None or not scene.is_speaker(pronoun.index):
        return False
    told = (at for at in scene.tree.dependents[verb] if at < pronoun.index)
    return scene.tree.bases[verb] in _TOLD_CLAUSES or any(scene.tree.bases[at] in _TOLD_CLAUSES for at in told)


def _salience(trace: Trace, scene: Scene, teller: int | None) -> float:
    """Return the salience of a mention; one in what is told before a teller counts little."""
    if teller is None or trace.sentence != scene.number or trace.index > teller:
        return trace.at(scene.number)
    return trace.earlier + _TOLD * (trace.value - trace.earlier)


def _reporting_verb(pronoun: Pronoun, scene: Scene) -> int | None:
    """Return the verb that reports the clause whose subject a pronoun is: "answered" of "answered that he would"."""
    verb = scene.governor(pronoun.index)
    is_clause = verb is not None and scene.is_subject(pronoun.index) and scene.words[verb].relation == "ccomp"
    return scene.words[verb].head if verb is not None and is_clause else None


def last_mentioned(pronoun: Pronoun, scene: Scene, memory: Memory) -> Referent | None:
    """Return whom "dieser" means: the last who was mentioned and fits."""
    best, best_spot = None, (False, scene.number - _LAST_SENTENCES, -1)
    for referent, degree in _fitting(pronoun, scene, memory):
        trace = memory.trace(referent.key)
        is_thing = referent.kind is ReferentKind.THING and scene.is_agent(pronoun.index)
        spot = (degree > _SURE_FIT, trace.sentence, trace.index)
        is_near = trace.sentence >= scene.number - _LAST_SENTENCES
        if is_near and not is_thing and spot > best_spot:
            best, best_spot = referent, spot
    return best


def _fitting(pronoun: Pronoun, scene: Scene, memory: Memory) -> Iterator[tuple[Referent, float]]:
    acts = scene.is_agent(pronoun.index)
    for referent in memory.recent(scene.number):
        degree = fit(pronoun, referent, scene, acts=acts)
        if degree and (pronoun.is_possessive or may_bind(pronoun.index, scene, memory.trace(referent.key))):
            yield referent, degree
