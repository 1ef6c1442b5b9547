"""Learns the exceptions to the rules of lemmas from treebanks, or measures them by cross-validation.

``python -m lagebild.training.lemmas --data DIR`` writes what ships; with ``--measure`` it measures instead.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click
import simplemma

from lagebild.language.lemmas.dictionary import LANGUAGES, index_of
from lagebild.language.lemmas.exceptions import Exceptions
from lagebild.training.lemmas.learning import FOLDS, GoldWord, learn, predict, read_documents, split

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

SHIPPED = Path(__file__).parents[2] / "language" / "data"
TREEBANKS = {"de": {"de_gsd_dev": 2, "de_pud": 1}, "en": {"en_ewt": 1, "en_gum": 1, "en_pud": 1}}
"""How much a word counts: where the German treebanks differ, GSD is followed, although PUD is larger."""

_HEADER = "# language, part of speech with a feature, form, lemma; licence: CC BY-SA 4.0; sources: see DATA_CARD.md\n"


@click.command()
@click.option("--data", type=click.Path(path_type=Path), required=True, help="Folder of the CoNLL-U files.")
@click.option("--measure", is_flag=True, help="Print what five folds reach, and write nothing.")
def cli(data: Path, *, measure: bool) -> None:
    """Learn the exceptions that ship."""
    if measure:
        for language in LANGUAGES:
            _measure(data, language)
        return
    rows = [_HEADER]
    for language in LANGUAGES:
        (SHIPPED / f"simplemma-{language}.index").write_bytes(index_of(language))
        lemmas = learn(_weighed(_parts(data, language), range(FOLDS)), language)
        rows += [f"{language}\t{key}\t{form}\t{lemma}\n" for (key, form), lemma in sorted(lemmas.items())]
        click.echo(f"{language}: {len(lemmas)} exceptions")
    (SHIPPED / "lemmas.tsv").write_text("".join(rows), encoding="utf-8", newline="\n")


def _parts(data: Path, language: str) -> dict[str, list[list[GoldWord]]]:
    return {name: split(read_documents(data / f"{name}.conllu")) for name in TREEBANKS[language]}


def _weighed(parts: Mapping[str, Sequence[Sequence[GoldWord]]], chosen: Sequence[int]) -> Iterator[GoldWord]:
    for name, words in parts.items():
        weight = next(weights[name] for weights in TREEBANKS.values() if name in weights)
        for part in chosen:
            yield from [*words[part]] * weight


def _measure(data: Path, language: str) -> None:
    """Print the accuracy over words of simplemma, of the rules, and of rules with exceptions from the other folds."""
    parts = _parts(data, language)
    right: Counter[tuple[str, str]] = Counter()
    for fold in range(FOLDS):
        learned = Exceptions(
            language, learn(_weighed(parts, [part for part in range(FOLDS) if part != fold]), language)
        )
        systems = _systems(learned, language)
        for name, words in parts.items():
            for word, count in Counter(words[fold]).items():
                right.update({(name, system): count for system, lemma in systems.items() if lemma(word) == word.lemma})
    sizes = {name: sum(map(len, words)) for name, words in parts.items()}
    for name, size in sizes.items():
        accuracy = {system: round(right[name, system] / size * 100, 2) for system in systems}
        click.echo(json.dumps({"treebank": name, "words": size, **accuracy}))
    total = {system: sum(right[name, system] for name in sizes) / sum(sizes.values()) for system in systems}
    click.echo(json.dumps({"language": language, **{name: round(value * 100, 2) for name, value in total.items()}}))


def _systems(learned: Exceptions, language: str) -> dict[str, Callable[[GoldWord], str]]:
    nothing = Exceptions(language, {})
    return {
        "simplemma": lambda word: simplemma.lemmatize(word.form, language),
        "rules": lambda word: predict(nothing, word, language),
        "all": lambda word: predict(learned, word, language),
    }


if __name__ == "__main__":
    sys.exit(cli())
