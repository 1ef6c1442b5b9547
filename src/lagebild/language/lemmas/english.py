"""English lemmas by rule, where no exception is listed; the conventions are those of UD English EWT."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NUMBER_WITH_COMMAS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECADE = re.compile(r"['’]?\d+s")
_ROMAN = re.compile(r"[IVXLCDM]{2,}")
_IRREGULAR = {"better": "good", "best": "good", "worse": "bad", "worst": "bad", "less": "less", "least": "least"}
_SIGNS = {"“": '"', "”": '"', "„": '"', "``": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‘’": "''", "’’": "''"}


def english_lemma(form: str, upos: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return the lemma of an English word.

    Args:
        form: The word.
        upos: Its part of speech.
        feats: Its features by name.
        lookup: Gives the lemma that a dictionary has for a form as it is written.
    """
    match upos:
        case "PUNCT" | "SYM" | "X" | "NUM":
            return _number(form) if upos == "NUM" else _SIGNS.get(form, form)
        case "PROPN" | "NOUN":
            return _noun(form, upos, feats, lookup)
        case "VERB" | "AUX":
            return _verb(form.lower(), feats, lookup)
        case "ADJ" | "ADV":
            return _adjective(form if upos == "ADJ" else form.lower(), feats, lookup)
        case _:
            return form.lower()


def _number(form: str) -> str:
    if _NUMBER_WITH_COMMAS.fullmatch(form):
        return form.replace(",", "")
    return form if _ROMAN.fullmatch(form) else form.lower()


def _noun(form: str, upos: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    written = form if upos == "PROPN" or _is_acronym(form, lookup) else form.lower()
    if feats.get("Number") not in {"Plur", "Ptan"}:
        return written
    lower = form.lower()
    if _DECADE.fullmatch(form):
        return form
    found = lookup(lower)
    if found is None or not found.islower():
        found = next(_singulars(lower), lower)
    if written == lower:
        return found
    if form.isupper() and len(form) > 1:
        return found.upper()
    # "MPs", "McDonalds": the letters that stay keep their case.
    shared = len(found) if lower.startswith(found) else _common(lower, found)
    return form[:shared] + found[shared:]


def _common(one: str, other: str) -> int:
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _is_acronym(form: str, lookup: Callable[[str], str | None]) -> bool:
    """Whether capitals are the way to write it: "CEO", "MPs", "iPod", but not "WAR"."""
    return any(letter.isupper() for letter in form[1:]) and lookup(form.lower()) is None


def _singulars(lower: str) -> Iterator[str]:
    if lower.endswith("ies") and len(lower) > len("ties"):
        yield lower[:-3] + "y"
    if lower.endswith(("shes", "ches", "xes", "sses", "zes")):
        yield lower[:-2]
    if lower.endswith("men"):
        yield lower[:-2] + "an"
    if lower.endswith("s") and not lower.endswith(("ss", "us")):
        yield lower[:-1]


def _verb(lower: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    if feats.get("VerbForm") == "Inf" or feats.get("Mood") == "Imp":
        return lower
    if _is_base(feats):
        return lower
    found = lookup(lower)
    # The dictionary holds some stems that are no words: "transmitt".
    if found and found != lower and lookup(found) == found:
        return found
    bases = list(_bases(lower))
    return next((base for base in bases if lookup(base) == base), found or (bases[0] if bases else lower))


def _is_base(feats: Mapping[str, str]) -> bool:
    """Whether it is a present without -s; "are" and "am" are exceptions."""
    if feats.get("VerbForm") != "Fin" or feats.get("Tense") != "Pres":
        return False
    return feats.get("Number") == "Plur" or feats.get("Person") in {"1", "2"}


def _bases(lower: str) -> Iterator[str]:
    """Yield what an unknown inflected verb may come from."""
    for ending in ("ing", "ed"):
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > len("us"):
            if stem[-1] == stem[-2] and stem[-1] not in "lsz":
                yield stem[:-1]
            if ending == "ed" and stem.endswith("i"):
                yield stem[:-1] + "y"
            yield from (stem, stem + "e")
    if lower.endswith("ies"):
        yield lower[:-3] + "y"
    if lower.endswith(("shes", "ches", "xes", "sses", "zes", "oes")):
        yield lower[:-2]
    if lower.endswith("s"):
        yield lower[:-1]


def _adjective(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    lower = form.lower()
    if feats.get("Degree") not in {"Cmp", "Sup"}:
        return form if form[:1].isupper() and not form.isupper() else lower
    found = _IRREGULAR.get(lower) or lookup(lower)
    if found and found != lower:
        return found
    stem = lower.removesuffix("er" if feats["Degree"] == "Cmp" else "est")
    if stem == lower:
        return lower
    bases = [stem[:-1] + "y" if stem.endswith("i") else stem, stem + "e"]
    if stem[-2:-1] == stem[-1:]:
        bases.insert(0, stem[:-1])
    return next((base for base in bases if lookup(base) == base), bases[0])
