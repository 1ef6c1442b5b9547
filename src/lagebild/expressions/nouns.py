"""The thing counted: the noun that a number belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lagebild.expressions.guessing import singular_of
from lagebild.expressions.surroundings import BLANK
from lagebild.lexicon.forms import lines_of, words_of
from lagebild.lexicon.loading import load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Word

_NOUNS = frozenset({"NOUN", "PROPN"})
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
_BEFORE_NOUNS = frozenset({"compound", "flat", "amod", "nmod:desc", "nummod"})


@dataclass(frozen=True, slots=True)
class Noun:
    """What a number counts or an ordinal orders.

    Args:
        end: Offset behind its last character.
        unit: Its lemma in lower case, English ones with the nouns before it.
        plural: Whether it is a plural, ``None`` where that is unknown.
        is_time: Whether it is a unit of time or the name of one, which is not counted here.
    """

    end: int
    unit: str
    plural: bool | None = None
    is_time: bool = False


def noun_behind(words: Sequence[Word], language: str, *, one: bool = False) -> Noun | None:
    """Return the noun that the words behind a number lead to, past adjectives and measures.

    Args:
        words: The words of the sentence that follow the number, read or guessed.
        language: ``de`` or ``en``.
        one: Whether the number is one or an ordinal, so that a feminine names a woman: "eine Deutsche".

    Returns:
        The noun; ``None`` where there is none, or a word that stands for one, such as "others".
    """
    noun = _german_noun(words, one=one) if language == "de" else _english_noun(words)
    if noun is None and one and language == "en" and words and _may_be_singular(words[0]):
        noun = _english_unit(words[:1])
    stand_ins = words_of("number_words", "stand_ins", language)
    return None if noun is None or noun.unit in stand_ins else noun


def _may_be_singular(word: Word) -> bool:
    # A word that was guessed: right behind "one" or "third" it is more often a noun than not.
    return not word.relation and word.upos == "ADJ" and word.form.islower()


def _german_noun(words: Sequence[Word], *, one: bool) -> Noun | None:
    classifiers = words_of("number_words", "classifiers", "de")
    start = _behind_measure(words, 0)
    if start < len(words) and words[start].form in classifiers:
        piece = words[start]
        thing = _german_noun(words[start + 1 :], one=one)
        return thing or Noun(piece.span.end, piece.form.lower())
    for index in range(start, len(words)):
        word = words[index]
        if word.upos in _NOUNS and not _is_before_noun(words, index):
            return _german_unit(words, index, one=one)
        if word.upos not in _NOUNS and not _may_stand_between(words, index, "de"):
            return None
    return None


def _is_before_noun(words: Sequence[Word], index: int) -> bool:
    """Tell whether what was read as a noun belongs to the one behind it: "zwei weitere Männer", "fünf Airbus Jets"."""
    following = words[index + 1] if index + 1 < len(words) else None
    if following is None or not following.form[:1].isupper():
        return False
    is_name = words[index].upos == "PROPN" and following.upos == "NOUN" and words[index].relation in _BEFORE_NOUNS
    return words[index].form.islower() or is_name


def _german_unit(words: Sequence[Word], index: int, *, one: bool) -> Noun | None:
    before = words[max(0, index - 2) : index]
    start = index - 2 if [word.form for word in before[1:]] == ["-"] and before[0].upos == "NUM" else index
    last = words[index]
    while index + 2 < len(words) and words[index + 1].form == "-" and words[index + 2].span.start == last.span.end + 1:
        index += 2
        last = words[index]
    if last.form.islower() or not last.form[0].isalpha():
        return None
    prefix = "".join(word.form for word in words[start:index]).lower()
    unit = prefix + (_adjectival(last, one=one) or _german_lemma(last))
    return Noun(last.span.end, unit, _is_plural(last), is_time=_is_time([_german_lemma(last)], "de"))


def _is_time(lemmas: Sequence[str], language: str) -> bool:
    return not words_of("number_words", "not_counted", language).isdisjoint(lemmas)


def _german_lemma(word: Word) -> str:
    lemma = word.lemma.lower()
    if lemma == word.form.lower() and word.feature("Number") == "Plur" and lemma.endswith("s") and lemma[-2:] != "ss":
        return lemma.removesuffix("s")
    # "Anschluß" of the old spelling, where the text writes the new one
    return lemma.replace("ß", "ss") if "ss" in word.form and "ss" not in lemma else lemma


def _adjectival(word: Word, *, one: bool) -> str | None:
    """Return the strong masculine of a noun that is an adjective: "Verletzte" is a "verletzter"."""
    form = word.form.lower()
    ending = next((end for end in ("en", "er", "em", "e") if form.endswith(end)), None)
    if ending is None:
        return None
    stem = form.removesuffix(ending)
    if not stem.endswith(_adjectival_stems()):
        return None
    feminine = one and word.feature("Gender") == "Fem" and word.feature("Number") == "Sing"
    return stem + ("e" if feminine else "er")


@cache
def _adjectival_stems() -> tuple[str, ...]:
    return tuple(words_of("number_words", "adjectival_nouns", "de"))


def _english_noun(words: Sequence[Word]) -> Noun | None:
    run: list[Word] = []
    for index in range(_behind_measure(words, 0), len(words)):
        word = words[index]
        if word.upos in _NOUNS:
            run.append(word)
            if not _joins_next(words, index):
                break
        elif run and word.form != "-":
            # "North Korean soldiers": a name before an adjective is none of its own.
            if word.upos != "ADJ" or run[-1].relation not in _BEFORE_NOUNS:
                break
            run = []
        elif not _may_stand_between(words, index, "en"):
            break
    return _english_unit(run)


def _joins_next(words: Sequence[Word], index: int) -> bool:
    """Tell whether a noun belongs to the one behind it, as "asylum" to "seekers", "North" to "Korean soldiers"."""
    word = words[index]
    if index + 1 < len(words) and words[index + 1].upos == "ADJ":
        return word.relation in _BEFORE_NOUNS
    if index + 1 >= len(words) or words[index + 1].upos not in _NOUNS:
        return index + 2 < len(words) and words[index + 1].form == "-" and words[index + 2].upos in _NOUNS
    following = words[index + 1]
    if not word.relation:
        return word.feature("Number") != "Plur" or following.feature("Number") == "Plur"
    return word.relation in _BEFORE_NOUNS or following.relation == "flat"


def _english_unit(run: Sequence[Word]) -> Noun | None:
    if not run:
        return None
    common: list[Word] = []
    for word in reversed(run):
        if word.upos != "NOUN" and common:
            break
        common.insert(0, word)
        if word.upos != "NOUN":
            break
    is_time = _is_time([_english_lemma(word) for word in run], "en")
    return Noun(run[-1].span.end, " ".join(map(_english_lemma, common)), _is_plural(run[-1]), is_time)


def _english_lemma(word: Word) -> str:
    # The lemma of a proper noun is its form, that of "people" is no "person".
    is_form = word.upos == "PROPN" or word.feature("Number") == "Plur"
    form, lemma = word.form.lower(), word.lemma.lower()
    return singular_of(form, "en") if is_form and (lemma == form or word.upos == "PROPN") else lemma


def _is_plural(word: Word) -> bool | None:
    number = word.feature("Number")
    return None if number is None else number == "Plur"


def _may_stand_between(words: Sequence[Word], index: int, language: str) -> bool:
    word = words[index]
    if word.form.lower() in words_of("number_words", "between", language):
        return True
    if word.upos in {"ADJ", "ADV"}:
        return word.form.lower() not in words_of("number_words", "noun_stops", language)
    if word.upos == "VERB":
        return _is_participle(word, language)
    if word.upos == "NUM":
        # "zwei 30-jährige Männer"
        return index + 1 < len(words) and words[index + 1].form == "-"
    if word.upos == "PUNCT":
        return word.form == "-" or (word.form == "," and 0 < index < len(words) - 1 and _are_adjectives(words, index))
    return False


def _are_adjectives(words: Sequence[Word], index: int) -> bool:
    return words[index - 1].upos == words[index + 1].upos == "ADJ"


def _is_participle(word: Word, language: str) -> bool:
    if word.feature("Mood") or word.feature("VerbForm") in {"Fin", "Inf"}:
        return False
    if language == "en":
        return word.relation == "amod"
    return word.form.endswith(_ADJECTIVE_ENDINGS)


def _behind_measure(words: Sequence[Word], start: int) -> int:
    """Step over the "152 mm" of "3 Millionen 152 mm Granaten"."""
    if start + 2 < len(words) and words[start].upos == "NUM" and words[start + 1].form in _measure_names():
        return start + 2
    return start


@cache
def _measure_names() -> frozenset[str]:
    return frozenset(name for names in load("units")["measures"].values() for name in names.split())


def names_an_era(text: str, end: int) -> bool:
    """Tell whether "BC" or "v. Chr." makes a year of the number that ends at an offset."""
    return bool(_eras().match(text, end))


@cache
def _eras() -> re.Pattern[str]:
    return re.compile(rf"{BLANK}(?:{'|'.join(map(re.escape, lines_of('number_words', 'eras', 'all')))})(?!\w)")
