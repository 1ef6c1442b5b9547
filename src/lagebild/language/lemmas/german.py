"""German lemmas by rule, where no exception is listed; the conventions are those of UD German GSD."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.language.lemmas.german_verbs import verb_lemma

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_SHORTEST_HEAD = 4
"""Shorter words at the end of an unknown word are chance more often than the head of a compound."""

_ENDINGS = re.compile(r"(?<=..)e[mnrs]?$")
_ORDINAL_OR_NUMBER = re.compile(r"[\d.,]*\d[\d.,]*")
_PLURAL = re.compile(r"(?<=....)(?:(?:(?<=heit)|(?<=ion)|(?<=keit)|(?<=schaft)|(?<=tät)|(?<=ung))en|(?<=leute)n)$")
_ADJECTIVAL = re.compile(r"(?:isch|ig|lich|bar|los|sam|haft|iv|al|ell|frei|reich|voll|end|[et]n?t|t)$")
_ROMAN = re.compile(r"[IVXLCDM]+\.?")
_IRREGULAR = {
    "besser": "gut", "best": "gut", "höher": "hoch", "höchst": "hoch", "näher": "nah", "nächst": "nah", "größt": "groß",
    "mehr": "mehr", "meist": "meist", "weiter": "weit", "letzter": "letzt",
}  # fmt: skip
_UMLAUTS = str.maketrans("äöü", "aou")
_SIE = {"sie", "ihnen", "ihrer"}


def german_lemma(form: str, upos: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return the lemma of a German word.

    Args:
        form: The word.
        upos: Its part of speech.
        feats: Its features by name.
        lookup: Gives the lemma that a dictionary has for a form as it is written.
    """
    if upos in {"PUNCT", "SYM", "X"} or (upos == "NUM" and _ROMAN.fullmatch(form)):
        return form
    match upos:
        case "PROPN" | "NOUN":
            return _noun(form, feats, lookup) if upos == "NOUN" else _name(form, feats)
        case "VERB" | "AUX":
            return verb_lemma(form, feats, lookup)
        case "ADJ" | "ADV":
            return _adjective(form, feats, lookup) if upos == "ADJ" else _adverb(form, feats, lookup)
        case "PRON" | "DET":
            return _pronoun(form, feats, lookup)
        case _:
            return form.lower()


def _name(form: str, feats: Mapping[str, str]) -> str:
    """Take off the -s of a genitive: a name keeps every other letter."""
    if feats.get("Case") != "Gen" or len(form) < _SHORTEST_HEAD:
        return form
    if form[-1] in "'’":
        return form[:-1]
    return form[:-1] if form[-1] == "s" and form[-2] not in "sxzßui'’" else form


def _noun(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    return _small_noun(form, feats, lookup) if form.islower() else _capital_noun(form, feats, lookup)


def _capital_noun(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    if _is_nominative(form, feats):
        return form
    if feats.get("Number") == "Plur" and _PLURAL.search(form):
        return _PLURAL.sub("", form)
    found = _listed_noun(form, lookup)
    if found is None and feats.get("Number") == "Plur" and form.endswith("n"):
        found = _listed_noun(form[:-1], lookup)
    found = found or _compound(form, lookup)
    if found == form and form.endswith("s") and feats.get("Number") == "Plur" and lookup(form[:-1]) == form[:-1]:
        return form[:-1]  # "Jobs" is listed beside "Job"
    return _unknown_noun(form, feats) if found is None else _weak(form, found, feats, lookup)


def _small_noun(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Tell slips of the keyboard ("problem") from words that stand for a noun ("manches")."""
    written = form.capitalize()
    found = lookup(form)
    if lookup(written) == written or not found or found[0].isupper():
        return _capital_noun(written, feats, lookup)
    return found


def _weak(form: str, found: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return "-e" for a noun made of an adjective: the dictionary has "Vorsitzender", "Toter", "Studierend"."""
    if not _ENDINGS.search(form):
        return found
    stem = _ENDINGS.sub("", form)
    participle = found.lower().removesuffix("d")
    if found == form + "s" or (found == stem + "er" and form != found):
        return stem + "e"
    if found == form and feats.get("Gender") != "Neut" and lookup((stem + "e").capitalize()) == found.capitalize():
        return stem + "e"
    return stem + "e" if found == stem and found.endswith("end") and lookup(participle) == participle else found


def _is_nominative(form: str, feats: Mapping[str, str]) -> bool:
    """Feminine nouns stay as they are in the singular, and so does "das Herumsitzen", whatever a dictionary says."""
    if feats.get("Number") != "Sing" or not form[0].isupper() or (form.isupper() and len(form) > 1):
        return False
    if feats.get("Gender") == "Fem":
        return not form.endswith("n") or form.endswith(("in", "ion", "on"))
    return feats.get("Gender") == "Neut" and form.endswith("en") and feats.get("Case") != "Gen"


def _listed_noun(form: str, lookup: Callable[[str], str | None]) -> str | None:
    if form.isupper() and len(form) < _SHORTEST_HEAD:
        return form
    written = form if form[0].isupper() and not form.isupper() else form.capitalize()
    found = lookup(written)
    return found if found and found[0].isupper() else None


def _compound(form: str, lookup: Callable[[str], str | None]) -> str | None:
    """Look up the longest listed noun at the end."""
    for start in range(2, len(form) - _SHORTEST_HEAD + 1):
        head = form[start:]
        if head[0] == "-":
            continue
        found = lookup(head.capitalize() if form[start - 1] != "-" else head)
        if found and found[0].isupper():
            return form[:start] + (found.lower() if head[0].islower() else found)
    return None


def _unknown_noun(form: str, feats: Mapping[str, str]) -> str:
    if form.endswith(("'s", "’s")):
        return form[:-2]
    if form.endswith("0ern"):
        return form[:-1]
    if feats.get("Number") == "Sing" and feats.get("Case") == "Gen" and form.endswith("s") and form[-2:-1] != "s":
        return form[:-1]
    if feats.get("Number") == "Plur":
        for ending, lemma in (("innen", "in"), ("s", "")):
            if form.endswith(ending) and len(form) > len(ending) + 2:
                return form.removesuffix(ending) + lemma
    return form


def _adjective(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    """Return the bare positive; participles that are used as adjectives stay participles ("bestellt")."""
    lower = form.lower()
    if _ORDINAL_OR_NUMBER.fullmatch(form) or _is_of_a_city(form, lookup):
        return form
    if feats.get("Degree") in {"Cmp", "Sup"}:
        return _compared(lower, feats, lookup)
    if "Case" not in feats:
        return lower if lookup(lower) or not form.istitle() else form
    stem = _ENDINGS.sub("", lower)
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    if lookup(lower) == lower and lookup(stem) is None:
        return lower  # super
    return next((found for found in _stems(lower, lookup) if _is_stem_of(found, stem)), stem)


def _is_of_a_city(form: str, lookup: Callable[[str], str | None]) -> bool:
    """Whether it never changes: "Rosenheimer", "1960er"."""
    if not form.endswith("er") or form[0].islower():
        return False
    town, listed = form[:-2], lookup(form.lower())
    if form[0].isdecimal():
        return True
    if listed == town.lower():
        return False
    if listed is None and (lookup(town.lower()) or _ADJECTIVAL.search(town)):
        return False
    return listed is None or (lookup(town) is not None and (listed != form.lower() or len(town) > _SHORTEST_HEAD))


def _stems(lower: str, lookup: Callable[[str], str | None]) -> Iterator[str]:
    """Yield what the dictionary knows, which tells "dunkel" from "dunkl-" and "vage" from "vag-"."""
    for form in (lower, _ENDINGS.sub("e", lower)):
        found = lookup(form)
        if found:
            yield found


def _is_stem_of(found: str, stem: str) -> bool:
    if found == stem + "e":
        return True
    vowel_lost = stem[:-1] + "e" + stem[-1:]
    return found in {stem, vowel_lost} or (stem == "hoh" and found == "hoch")


def _compared(lower: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    stem = _ENDINGS.sub("", lower) if "Case" in feats else re.sub("(?<=st)en$", "", lower)
    if stem in _IRREGULAR:
        return _IRREGULAR[stem]
    bare = stem.removesuffix("er") if feats["Degree"] == "Cmp" else re.sub("(?:(?<=[dtszßxui])e)?st$", "", stem)
    for candidate in (bare, bare.translate(_UMLAUTS), bare + "e", bare[:-1] + "e" + bare[-1:]):
        if len(candidate) > 1 and lookup(candidate) == candidate:
            return candidate
    return bare


def _adverb(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    lower = form.lower()
    if feats.get("Degree") in {"Cmp", "Sup"}:
        return lookup(lower) or lower
    return lower


def _pronoun(form: str, feats: Mapping[str, str], lookup: Callable[[str], str | None]) -> str:
    lower = form.lower()
    if feats.get("Poss") == "Yes" and lower.startswith("ihr"):
        return "Ihr" if feats.get("Polite") == "Form" else "ihr"
    if lower in _SIE or (lower == "ihr" and feats.get("Case") == "Dat"):
        return "Sie" if feats.get("Polite") == "Form" else "sie"
    found = lookup(lower)
    return found if found and found.islower() else lower
