"""Learns where the rules of lemmas are wrong."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.language.lemmas import lemma_with
from lagebild.language.lemmas.exceptions import Exceptions, keys_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FOLDS = 5

_COLUMNS = 10
_TYPOS = 3
"""A slip of the keyboard is learned if it came so often."""

_GAIN = {"de": 3, "en": 2}
"""So many more words an exception must get right: what came once is as often a slip of the treebank."""

_LONG_VOWEL = re.compile("auß|äuß|fuß|fleiß|groß|größ|gruß|heiß|maß|schließ|spaß|stoß|straß|süß|weiß")
_ENDING = re.compile("(?:er|en|es|em)$")
_NO_LEMMA = "_"


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A word of a treebank.

    Args:
        form: The word.
        lemma: Its dictionary form by the treebank.
        upos: Its part of speech.
        feats: Its features.
        first: Whether it begins a sentence.
    """

    form: str
    lemma: str
    upos: str
    feats: str
    first: bool


def read_documents(path: Path) -> list[list[GoldWord]]:
    """Return the words of each document; of each sentence, if the treebank does not tell documents apart."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    has_documents = any("# newdoc" in block for block in blocks)
    documents: list[list[GoldWord]] = []
    for block in blocks:
        if not has_documents or not documents or "# newdoc" in block:
            documents.append([])
        documents[-1] += _words(block)
    return documents


def _words(block: str) -> list[GoldWord]:
    rows = [line.split("\t") for line in block.split("\n")]
    cells = [row for row in rows if len(row) == _COLUMNS and row[0].isdecimal()]
    return [GoldWord(row[1], row[2], row[3], "" if row[5] == "_" else row[5], row[0] == "1") for row in cells]


def split(documents: Sequence[Sequence[GoldWord]]) -> list[list[GoldWord]]:
    """Return five parts of about as many words, of documents that follow each other."""
    parts: list[list[GoldWord]] = [[] for _ in range(FOLDS)]
    total = sum(map(len, documents))
    seen = 0
    for document in documents:
        parts[min(FOLDS - 1, seen * FOLDS // max(total, 1))] += document
        seen += len(document)
    return parts


def learn(words: Iterable[GoldWord], language: str) -> dict[tuple[str, str], str]:
    """Return lemmas for the keys where they are right more often than broader keys and the rules are."""
    lemmas: dict[tuple[str, str], str] = {}
    for level in _groups(words, language):
        so_far = Exceptions(language, dict(lemmas))
        for key, group in level.items():
            found = _best(group)
            gain = found.total() - sum(n for word, n in group.items() if predict(so_far, word, language) == word.lemma)
            lemma = next(iter(found)).lemma
            if gain >= _GAIN[language] and _is_trusted(key, lemma, found, language):
                lemmas[key] = lemma
    return lemmas


def _best(group: Counter[GoldWord]) -> Counter[GoldWord]:
    """Return the words with the lemma that is most frequent."""
    counts: Counter[str] = Counter()
    for word, count in group.items():
        counts[word.lemma] += count
    ((lemma, _),) = counts.most_common(1)
    return Counter({word: count for word, count in group.items() if word.lemma == lemma})


def _groups(words: Iterable[GoldWord], language: str) -> list[dict[tuple[str, str], Counter[GoldWord]]]:
    """Return words by their keys: by form, by form and feature, by form with its capitals."""
    levels: list[dict[tuple[str, str], Counter[GoldWord]]] = [defaultdict(Counter) for _ in range(3)]
    for word, count in Counter(words).items():
        if word.lemma == _NO_LEMMA or word.upos == "X":
            continue
        *narrow, broad = keys_of(word.form, word.upos, word.feats, language=language, first=word.first)
        levels[0][broad][word] += count
        for key in narrow:
            levels[1 if "." in key[0] else 2][key][word] += count
    return levels


def _is_trusted(key: tuple[str, str], lemma: str, found: Counter[GoldWord], language: str) -> bool:
    """Whether a lemma is no slip of writer or treebank, and no German spelling from before 1996 ("Streß")."""
    if all("Typo=Yes" in word.feats for word in found) and found.total() < _TYPOS:
        return False
    if language != "de":
        return True
    upos, form = key[0].partition(".")[0], key[1]
    if "ss" in form and "ß" in lemma and not _LONG_VOWEL.search(lemma.lower()):
        return False
    if upos == "NOUN":
        return form.islower() or lemma[0].isupper()
    if upos in {"VERB", "AUX"}:
        return lemma.endswith("n") and lemma.islower()
    # Participles stay adjectives ("geplant"), and adjectives have no endings ("letzter").
    return upos != "ADJ" or not _ENDING.search(lemma) or lemma[0].isupper()


def predict(exceptions: Exceptions, word: GoldWord, language: str) -> str:
    """Return the lemma by exceptions and rules."""
    return lemma_with(exceptions, word.form, upos=word.upos, feats=word.feats, language=language, first=word.first)
