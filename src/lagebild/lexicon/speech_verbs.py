"""Verbs of saying, with the speech act that they name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.loading import load
from lagebild.model import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of saying.

    Args:
        lemma: Its infinitive.
        act: What somebody does who says it so.
        finite: Forms of the third person.
        participle: The past participle, or ``""``.
        particle: What the finite form needs behind it, such as "mit" for "mitteilen"; ``""`` if nothing.
        joined: Finite forms with the particle in front, as at the end of a subordinate clause.
    """

    lemma: str
    act: SpeechAct
    finite: tuple[str, ...]
    participle: str
    particle: str
    joined: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeechVerbs:
    """All verbs of saying of a language, by the form that the text has.

    Args:
        finite: The verbs by finite form; several where the particle tells them apart.
        participles: The verb by participle.
        joined: The verb by finite form with its particle in front.
    """

    finite: Mapping[str, tuple[SpeechVerb, ...]]
    participles: Mapping[str, SpeechVerb]
    joined: Mapping[str, SpeechVerb]


@cache
def speech_verbs(language: str) -> SpeechVerbs:
    """Return the verbs of saying of a language; none for a language without a list.

    Raises:
        LexiconError: If the word list cannot be loaded.
    """
    verbs = list(_read(language))
    finite: dict[str, tuple[SpeechVerb, ...]] = {}
    for verb in sorted(verbs, key=lambda verb: not verb.particle):
        for form in verb.finite:
            finite[form] = (*finite.get(form, ()), verb)
    return SpeechVerbs(
        finite,
        {verb.participle: verb for verb in verbs if verb.participle},
        {form: verb for verb in verbs for form in verb.joined},
    )


@cache
def acts_by_lemma(language: str) -> Mapping[str, SpeechAct]:
    """Return the act that a verb or noun of saying, thinking or intending names, by its lemma: "vorwerfen", "vorwurf".

    Where a lemma has several, the verbs of saying decide, then the first list.

    Raises:
        LexiconError: If a word list cannot be loaded.
    """
    acts: dict[str, SpeechAct] = {}
    for act, lemmas in load("cue_lemmas").get(language, {}).items():
        for lemma in lemmas.split():
            acts.setdefault(lemma, SpeechAct(act))
    return acts | {verb.lemma: verb.act for verb in _read(language)}


def _read(language: str) -> Iterable[SpeechVerb]:
    for act, lines in load("speech_verbs").get(language, {}).items():
        for line in lines.strip().splitlines():
            lemma, _, columns = line.partition(": ")
            finite, participle, particle, joined = [*(column.strip() for column in columns.split("|")), "", ""][:4]
            yield SpeechVerb(lemma, SpeechAct(act), tuple(finite.split()), participle, particle, tuple(joined.split()))
