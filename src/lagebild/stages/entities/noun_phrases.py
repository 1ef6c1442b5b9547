"""Noun phrases that may mention somebody: "der russische Präsident", "a spokesman for the Kremlin", "beide Länder"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from lagebild.lexicon.gazetteers import country_of_adjective, gazetteer
from lagebild.lexicon.lexicons import per_lexicon
from lagebild.lexicon.role_nouns import NounKind, RoleNoun, country_of_inhabitant, role_noun
from lagebild.lexicon.titles import titles
from lagebild.model import EntityKind
from lagebild.stages.entities.names import ADJECTIVE_ENDINGS
from lagebild.stages.entities.trees import features

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.lexicon.gazetteers import Named
    from lagebild.model import Word
    from lagebild.stages.entities.scenes import Scene

_MODIFIERS = frozenset({"det", "amod", "nummod", "compound", "advmod", "punct", "flat"})
_OWNING = frozenset({"of", "for", "von", "für", "des", "at", "in", "from", "bei", "aus"})
_BOTH = frozenset({"beide", "beiden", "beider", "both"})
_PARTS = frozenset({"compound", "flat", "fixed"})
_USED_AS_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_TWO = frozenset({"zwei", "two"})
_LONGEST_TITLE = 3
_SUBJECT = "Nom"
_PEOPLES = ("sh", "ch", "ese")
"""English adjectives that mean several as nouns: "the French"."""
_ANYBODY = "person"


class Beginning(StrEnum):
    """What stands at the beginning of a noun phrase."""

    DEFINITE = "definite"
    INDEFINITE = "indefinite"
    POSSESSIVE = "possessive"
    BARE = "bare"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun with the words before it that belong to it.

    Args:
        first: Index of the first word that is no name and no possessive.
        head: Index of the noun.
        word: The noun, as in a dictionary, in lower case.
        noun: What the noun tells, or ``None`` where it has no role.
        beginning: What it begins with.
        owner: Index of the word that tells whose it is, or ``None``.
        adjective: The country that an adjective names, or a noun for one of its people.
        gender: ``Masc``, ``Fem`` or ``Neut``, or ``None``.
        is_plural: Whether it means several.
        is_served: Whether the owner is told by a name or a noun, and not by a pronoun.
        compound: What the gazetteer knows of the first part of a compound, or ``None``.
    """

    first: int
    head: int
    word: str
    noun: RoleNoun | None
    beginning: Beginning
    owner: int | None
    adjective: str | None
    gender: str | None
    is_plural: bool
    is_served: bool
    compound: Named | None

    @property
    def country(self) -> str | None:
        """The country that it names, or that the one whom it serves is of."""
        return self.adjective or (self.compound.country if self.compound else None)


def noun_phrases(scene: Scene) -> Iterator[NounPhrase]:
    """Yield the noun phrases of a sentence that are no names, by their nouns in text order."""
    for index, word in enumerate(scene.words):
        if word.upos in _USED_AS_NOUNS and index not in scene.names and _is_noun(scene, word):
            yield _phrase(scene, index)


def _is_noun(scene: Scene, word: Word) -> bool:
    if word.relation in _PARTS and word.head is not None and scene.words[word.head].upos in _NOMINAL:
        return False
    return word.upos == "NOUN" or (
        word.form[:1].isupper()
        and (role_noun(word.form, word.lemma, scene.language) is not None or _is_inhabitant(scene, word))
    )


def _is_inhabitant(scene: Scene, word: Word) -> bool:
    """Tell whether a word means a person by the country or the city: "the Belgian", "der Berliner", where one acts."""
    if word.relation != "nsubj" or word.head is None or not _is_of_place(word.form, scene.language):
        return False
    index = next(at for at in scene.tree.dependents[word.head] if scene.words[at] is word)
    article = scene.tree.dependent(index, "det")
    is_one = article == index - 1 and features(scene.words[article].feats).get("Definite") == "Def"
    return is_one and scene.is_agent(index)


@per_lexicon(maxsize=20_000)
def _is_of_place(form: str, language: str) -> bool:
    if form in country_of_inhabitant(language):
        return True
    if language == "en":
        return country_of_word(form, language) is not None and not form.endswith(_PEOPLES)
    city = gazetteer(language).get(form.removesuffix("er")) if form.endswith("er") else None
    return city is not None and city.kind is EntityKind.PLACE


def _phrase(scene: Scene, head: int) -> NounPhrase:
    word = scene.words[head]
    first = _first(scene, head)
    noun = _noun(scene, first, head)
    owner = _owner(scene, head) if noun else None
    return NounPhrase(
        first,
        head,
        word.lemma.lower(),
        noun,
        _beginning(scene, head),
        owner,
        _country(scene, range(first, head), word) if noun else None,
        _gender(scene, range(first, head), noun, word),
        _is_plural(scene, range(first, head), word),
        owner is not None and scene.words[owner].upos in _NOMINAL,
        _served(scene, head) if noun or scene.language == "de" else None,
    )


def _noun(scene: Scene, first: int, head: int) -> RoleNoun | None:
    """Return what the noun tells; an English one with the words that make it an office: "foreign minister"."""
    word = scene.words[head]
    noun = role_noun(word.form, word.lemma, scene.language)
    if noun is None and _is_inhabitant(scene, word):
        return RoleNoun(_ANYBODY, NounKind.PERSON)
    if noun is None or scene.language == "de":
        return noun
    for begin in range(max(first, head - _LONGEST_TITLE + 1), head):
        title = " ".join(scene.words[at].form.lower() for at in range(begin, head + 1))
        if title in titles("en"):
            return replace(noun, head=title, sectors=titles("en")[title].sectors or noun.sectors)
    return noun


def _first(scene: Scene, head: int) -> int:
    first = head
    while first and _belongs(scene, first - 1, head) and first - 1 not in scene.names:
        first -= 1
    while first < head and not _may_begin(scene, first):
        first += 1
    return first


def _may_begin(scene: Scene, index: int) -> bool:
    """Tell whether a word may begin a phrase: no comma, no hyphen, no article that is part of a preposition ("im")."""
    word = scene.words[index]
    is_fused = index > 0 and scene.words[index - 1].span == word.span
    return word.upos not in {"PUNCT", "ADV"} and not is_fused


def _belongs(scene: Scene, index: int, head: int) -> bool:
    """Tell whether a word before a noun is one of its modifiers, or one of theirs."""
    words = scene.words
    at: int | None = index
    while at is not None and at < head:
        if words[at].relation not in _MODIFIERS:
            return False
        at = words[at].head
    return at == head


def _beginning(scene: Scene, head: int) -> Beginning:
    words = scene.words
    kinds = {_beginning_of(words[at]) for at in scene.tree.dependents[head] if at < head}
    for beginning in (Beginning.BOTH, Beginning.POSSESSIVE, Beginning.INDEFINITE, Beginning.DEFINITE):
        if beginning in kinds:
            return beginning
    return Beginning.BARE


def _beginning_of(word: Word) -> Beginning:
    feats = features(word.feats)
    if word.form.lower() in _BOTH or word.form.lower() in _TWO:
        return Beginning.BOTH
    if word.relation in {"det:poss", "nmod:poss"} or feats.get("Poss"):
        return Beginning.POSSESSIVE
    if not word.relation.startswith("det"):
        return Beginning.BARE
    if feats.get("Definite") == "Def" or feats.get("PronType") == "Dem":
        return Beginning.DEFINITE
    return Beginning.INDEFINITE


def _owner(scene: Scene, head: int) -> int | None:
    for at in scene.tree.dependents[head]:
        word = scene.words[at]
        relation = scene.tree.bases[at]
        if relation == "nmod" and _is_owner(scene, at):
            return at
        if word.relation in {"det:poss", "nmod:poss"} or (relation == "compound" and at in scene.names):
            return at
    return None


def _is_owner(scene: Scene, index: int) -> bool:
    case = scene.tree.dependent(index, "case")
    return case is None or scene.words[case].lemma.lower() in _OWNING


def _country(scene: Scene, before: range, noun: Word) -> str | None:
    words = [scene.words[at] for at in before if scene.words[at].upos in {"ADJ", "PROPN"}]
    adjective = next((code for word in words if (code := country_of_word(word.form, scene.language))), None)
    return adjective or country_of_inhabitant(scene.language).get(noun.form) or _country_of_one(scene, noun)


def _country_of_one(scene: Scene, noun: Word) -> str | None:
    return country_of_word(noun.form, scene.language) if scene.language == "en" and noun.form[:1].isupper() else None


def _served(scene: Scene, head: int) -> Named | None:
    """Return what the gazetteer knows of the first part of a compound: "US" of "US-Präsident"."""
    parts = (
        scene.words[at] for at in scene.tree.dependents[head] if scene.words[at].relation == "compound" and at < head
    )
    known = (gazetteer(scene.language).get(part.form) for part in parts)
    return next((named for named in known if named), None)


@lru_cache(maxsize=20_000)
def country_of_word(word: str, language: str) -> str | None:
    """Return the country whose adjective a word is, or ``None``."""
    adjectives = country_of_adjective(language)
    if language != "de":
        return adjectives.get(word)
    lower = word.lower()
    stems = (lower.removesuffix(ending) for ending in ADJECTIVE_ENDINGS if lower.endswith(ending))
    return next((adjectives[stem] for stem in stems if stem in adjectives), None)


def _gender(scene: Scene, before: range, role: RoleNoun | None, noun: Word) -> str | None:
    if role is not None and role.gender == "Fem":
        return "Fem"
    if scene.language != "de":
        return role.gender if role else None
    articles = (features(scene.words[at].feats).get("Gender") for at in before if scene.words[at].upos == "DET")
    return next((gender for gender in articles if gender), None) or features(noun.feats).get("Gender")


def _is_plural(scene: Scene, before: range, noun: Word) -> bool:
    """Tell whether a noun is a plural; a German article in the singular is surer than a noun that has one form."""
    if features(noun.feats).get("Number") != "Plur":
        return False
    is_german = scene.language == "de"
    articles = (features(scene.words[at].feats) for at in before if is_german and scene.words[at].upos == "DET")
    return not any(feats.get("Number") == "Sing" and feats.get("Case") == _SUBJECT for feats in articles)


def is_body(phrase: NounPhrase) -> bool:
    """Tell whether a noun phrase means a body."""
    return phrase.noun is not None and phrase.noun.kind is NounKind.BODY


def is_predicate(scene: Scene, phrase: NounPhrase) -> bool:
    """Tell whether a phrase says what somebody is, or becomes: "zum Präsidenten", "als Präsident", "as president"."""
    case = scene.tree.dependent(phrase.head, "case")
    if case is None:
        return False
    is_fused = any(
        scene.words[at].span == scene.words[case].span for at in scene.tree.dependents[phrase.head] if at != case
    )
    lemma = scene.words[case].lemma.lower()
    return lemma in {"als", "as"} or (lemma == "zu" and is_fused)
