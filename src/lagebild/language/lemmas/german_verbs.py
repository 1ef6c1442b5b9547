"""German infinitives: "aufgestanden" and "steht auf" belong to different verbs, as the treebanks have them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import forms_by_key
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_SHORTEST_VERB = 3


@cache
def _inseparable() -> frozenset[str]:
    return frozenset(load("german_verbs")["prefixes"]["inseparable"].split())


@cache
def _prefix_list() -> tuple[str, ...]:
    """Return what stands before verbs, also what is never parted from them; longer ones first."""
    separable = load("german_verbs")["prefixes"]["separable"].split()
    return tuple(sorted({*separable, *_inseparable()}, key=lambda prefix: (-len(prefix), prefix)))


@cache
def _infinitives(table: str) -> Mapping[str, str]:
    """Return the infinitive of each form of a table of strong verbs: ``past`` or ``participles``."""
    verbs = forms_by_key("german_verbs", table, "de")
    return {form: verb for verb, forms in verbs.items() for form in forms}


_ENDINGS = ("testen", "tetest", "test", "tet", "ten", "te", "est", "et", "en", "st", "e", "n", "t", "")
"""Of finite weak verbs, longer ones first."""


def verb_lemma(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return the infinitive, with the prefix that the form has."""
    lower = form.lower()
    kind = feats.get("VerbForm") or ("Fin" if "Person" in feats else None)
    if kind == "Inf" or (kind is None and _is_infinitive(lower, lookup)):
        return _without_zu(lower, lookup)
    if kind != "Fin":
        with_zu = _without_zu(lower, lookup)
        if with_zu != lower:
            return with_zu
        return _infinitive_of_participle(lower, lookup) or _listed(lower, lookup) or lower
    return _infinitive_of_finite(lower, lookup)


def _is_infinitive(word: str, lookup: Callable[[str], str | None]) -> bool:
    return word.endswith("n") and lookup(word) == word


def _listed(lower: str, lookup: Callable[[str], str | None]) -> str | None:
    found = lookup(lower)
    return (
        found if found and found.islower() and (found.endswith(("en", "ln", "rn", "tun")) or found == "sein") else None
    )


def _without_zu(lower: str, lookup: Callable[[str], str | None]) -> str:
    """Turn "aufzustellen" into "aufstellen", but not "aufzucken"."""
    for particle in _prefix_list():
        if lower.startswith(particle + "zu") and particle not in _inseparable():
            verb = lower[len(particle) + 2 :]
            if len(verb) > _SHORTEST_VERB and (_is_infinitive(particle + verb, lookup) or _is_infinitive(verb, lookup)):
                return particle + verb
    return lower


def _infinitive_of_participle(lower: str, lookup: Callable[[str], str | None]) -> str | None:
    """Return the infinitive of "abgefangen", "massiert", "basierend"."""
    if lower.endswith("end"):
        return lower[:-1]
    found = _strong_participle(lower) or _listed(lower, lookup)
    if found and found != lower:
        return found
    for prefix, rest in _prefixes(lower):
        if rest.startswith("ge") and prefix not in _inseparable():
            for verb in _verbs_of(rest, lookup):
                return prefix + verb
    for candidate in _weak_infinitives(lower, ("et", "t")):
        if _is_infinitive(candidate, lookup) or candidate.endswith("ieren"):
            return candidate
    return found


def _strong_participle(lower: str) -> str | None:
    """Return the infinitive of "abgebrochen", "gebrochen", "zerbrochen"."""
    for prefix, rest in _prefixes(lower):
        verb = _infinitives("participles").get(rest)
        if verb and (prefix or rest[:2] in {"ve", "em", "be", "ge", "er"}):
            return prefix + verb if prefix != "ge" else verb
        bare = _infinitives("participles").get(rest.removeprefix("ge"))
        if bare and rest.startswith("ge"):
            return prefix + bare
    return None


def _verbs_of(participle: str, lookup: Callable[[str], str | None]) -> Iterator[str]:
    """Yield infinitives of a participle in ge-."""
    found = _listed(participle, lookup)
    if found and found != participle and not found.startswith("ge"):
        yield found
    stem = participle[2:]
    for candidate in (stem if stem.endswith("en") else "", *_weak_infinitives(stem, ("et", "t"))):
        if candidate and _is_infinitive(candidate, lookup):
            yield candidate


def _weak_infinitives(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    for ending in endings:
        stem = word.removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _SHORTEST_VERB - 1:
            yield stem + "en"
            if stem.endswith(("el", "er", "u")):
                yield stem + "n"


def _infinitive_of_finite(lower: str, lookup: Callable[[str], str | None]) -> str:
    found = _strong(lower) or _listed(lower, lookup)
    # A finite form has no ge- of its own: "gehört" is from "gehören".
    if found and (found.startswith("ge") or not lower.startswith("ge")):
        return found
    for candidate in _weak_infinitives(lower, _ENDINGS):
        if _is_infinitive(candidate, lookup):
            return candidate
    for prefix, rest in _prefixes(lower):
        if prefix:
            found = _strong(rest) or _listed(rest, lookup)
            if found:
                return prefix + found
    return found or next(_weak_infinitives(lower, _ENDINGS), lower)


def _strong(lower: str) -> str | None:
    """Return the infinitive of a strong past, which dictionaries mistake for a noun: "stand", "standen"."""
    for prefix, rest in _prefixes(lower.replace("wuß", "wuss").replace("muß", "muss")):
        for ending in ("", "en", "st", "t", "n", "est", "et"):
            verb = _infinitives("past").get(rest.removesuffix(ending)) if rest.endswith(ending) else None
            if verb:
                return prefix + verb
    return None


def _prefixes(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take a prefix off, first none and then longer ones before shorter ones."""
    yield "", word
    for prefix in _prefix_list():
        if word.startswith(prefix) and len(word) >= len(prefix) + _SHORTEST_VERB:
            yield prefix, word[len(prefix) :]
            if prefix not in _inseparable():
                for inner in _inseparable() - {"ge"}:
                    if word.startswith(prefix + inner) and len(word) >= len(prefix + inner) + _SHORTEST_VERB:
                        yield prefix + inner, word[len(prefix + inner) :]
