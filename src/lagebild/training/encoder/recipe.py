"""What the encoder learns, in which order, and what is held out to measure it.

First English trees, German tags and names (the ground), then German trees with what a teacher says of German text that
has tags but no trees, beside some of what was learned before. The teacher is told the gold tags of that text, which
makes its trees better than those that the encoder could find itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from lagebild.language.pieces import segmenter
from lagebild.training.encoder.batches import Encoding
from lagebild.training.encoder.labels import labels_of
from lagebild.training.encoder.learning import Phase
from lagebild.training.encoder.own_names import SOURCE as OWN
from lagebild.training.encoder.own_names import own_names, split_as_we_do, with_own_names
from lagebild.training.encoder.sources import name_corpus, tagged_text, treebank, with_names
from lagebild.training.encoder.vocabulary import SPECIAL, needed_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from lagebild.training.encoder.base import Base
    from lagebild.training.encoder.examples import Example

FOLDS = 5
_PARTS = 10
_HELD_OUT = {"en_ewt": {0}, "de_germeval2014_test": {0, 1}, "en_pud": set(range(_PARTS))}
"""Which tenths of a source no measured model sees; German trees are divided into folds instead."""

EPOCHS = 6
_TAUGHT_SENTENCES = 5_000
_TAUGHT_AGAIN = 4_000
_TAUGHT_WORDS = range(4, 61)
_AGAIN = {"en_ewt": 2_500, "en_gum": 2_000}
"""How many English sentences are learned again, beside the German trees."""

_NAMES = ("de_germeval2014_test", OWN)
_NAMES_TIMES = 3

_SEED = 7


@dataclass(frozen=True, slots=True)
class Corpora:
    """All sources by their names."""

    sources: dict[str, list[Example]]

    def open(self, *names: str) -> list[Example]:
        """Return what models that are measured may see of sources."""
        return [example for name in names for example in self.sources[name] if not is_held_out(example)]

    def held_out(self, *names: str) -> list[Example]:
        """Return what they may not see."""
        return [example for name in names for example in self.sources[name] if is_held_out(example)]

    def german_trees(self, *, but_fold: int | None) -> list[Example]:
        """Return the German trees, or those of all folds but one."""
        trees = [*self.sources["de_gsd_dev"], *self.sources["de_pud"]]
        return [example for example in trees if part_of(example, FOLDS) != but_fold]


def read_corpora(data: Path) -> Corpora:
    """Return everything there is to learn from.

    Args:
        data: The folder with ``ud/`` and ``ner/``.
    """
    named = {
        name: name_corpus(data / "ner" / f"{name}.iob2", language=name[:2], other_known=False)
        for name in ("de_pud", "en_pud", "en_ewt_dev")
    }
    trees = {
        name: treebank(data / "ud" / f"{name}.conllu", language=name[:2])
        for name in ("de_gsd_dev", "de_pud", "en_ewt", "en_gum", "en_pud")
    }
    for name, source in (("de_pud", "de_pud"), ("en_pud", "en_pud"), ("en_ewt", "en_ewt_dev")):
        trees[name] = with_names(trees[name], named[source])
    trees["en_gum"] = with_own_names(trees["en_gum"])
    return Corpora(
        {
            **trees,
            "de_gsd_train": tagged_text(data / "ud" / "de_gsd_train.upos.txt", language="de"),
            "de_germeval2014_test": _split(name_corpus(data / "ner" / "de_germeval2014_test.tsv", language="de")),
            "en_wikigold": _split(name_corpus(data / "ner" / "en_wikigold.tsv", language="en", other_known=False)),
            OWN: own_names(),
        }
    )


def _split(examples: list[Example]) -> list[Example]:
    return [sentence for example in examples for sentence in split_as_we_do(example)]


def part_of(example: Example, parts: int) -> int:
    """Return in which part the document of an example lies."""
    digest = sha256(f"{example.source} {example.document}".encode()).hexdigest()
    return int(digest, 16) % parts


def is_held_out(example: Example) -> bool:
    """Tell whether no measured model may see an example."""
    return part_of(example, _PARTS) in _HELD_OUT.get(example.source, set())


def encoding_of(corpora: Corpora, base: Base, rows: Sequence[int]) -> Encoding:
    """Return how examples become batches, with the labels of all sources."""
    pieces, scores = [base.pieces[row] for row in rows], [base.scores[row] for row in rows]
    cut = segmenter(pieces, scores, unknown=SPECIAL - 1, special=SPECIAL)
    return Encoding(cut, labels_of(example for source in corpora.sources.values() for example in source))


def rows_for(corpora: Corpora, base: Base, dictionary: Iterable[str]) -> list[int]:
    """Return the rows of the vocabulary that the words of the sources and of a dictionary need."""
    words = {word for source in corpora.sources.values() for example in source for word in example.words}
    return needed_rows(base, sorted(words.union(dictionary)))


def ground(corpora: Corpora) -> Phase:
    """Return the first phase: English trees, German tags, names; no German trees."""
    tagged = corpora.sources["de_gsd_train"]
    always = corpora.open("en_ewt", "en_gum", "de_germeval2014_test", "de_germeval2014_test")
    half = len(tagged) // 2
    return Phase(
        "ground",
        [[*always, *tagged[:half], *corpora.sources["en_wikigold"]], [*always, *tagged[half:]]],
        final_share=0.3,
    )


def teaching(corpora: Corpora, *, but_fold: int | None) -> Phase:
    """Return what a teacher learns: the German trees."""
    return Phase(f"teacher {but_fold}", [corpora.german_trees(but_fold=but_fold)] * (EPOCHS + 1), noise=0.05)


def to_be_taught(corpora: Corpora) -> list[Example]:
    """Return German sentences with tags and without trees, in random order."""
    examples = [example for example in corpora.sources["de_gsd_train"] if len(example.words) in _TAUGHT_WORDS]
    Random(_SEED).shuffle(examples)  # noqa: S311 - no secret
    return examples[:_TAUGHT_SENTENCES]


def main(corpora: Corpora, taught: Sequence[Example], *, but_fold: int | None) -> Phase:
    """Return the second phase.

    Args:
        corpora: All sources.
        taught: Sentences with the trees of the teacher.
        but_fold: Which fold of the German trees is held out, beside what always is; ``None`` to learn from everything.
    """
    random = Random(_SEED)  # noqa: S311 - no secret
    again = list(taught[:_TAUGHT_AGAIN])
    for name, count in _AGAIN.items():
        examples = corpora.open(name)
        again += random.sample(examples, min(count, len(examples)))
    again += corpora.open(*_NAMES) * _NAMES_TIMES
    if but_fold is None:
        again += corpora.held_out(*_HELD_OUT)
    random.shuffle(again)
    trees = corpora.german_trees(but_fold=but_fold)
    epochs = [[*trees, *again[number::EPOCHS]] for number in range(EPOCHS)]
    return Phase(f"main {but_fold}", epochs, encoder_rate=1.5e-4, heads_rate=1.5e-3, rounding_from=0.6)


def write_taught(path: Path, examples: Sequence[Example]) -> None:
    """Keep the trees of a teacher; only what differs from the source is written."""
    rows = [(example.heads, example.relations) for example in examples]
    path.write_text(json.dumps(rows), encoding="utf-8")


def read_taught(path: Path, corpora: Corpora) -> list[Example]:
    """Return the sentences to be taught with the trees that were kept."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [
        replace(example, heads=tuple(heads), relations=tuple(relations))
        for example, (heads, relations) in zip(to_be_taught(corpora), rows, strict=True)
    ]
