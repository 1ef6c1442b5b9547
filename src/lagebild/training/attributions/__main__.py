"""Trains the network that reads who says what.

``python -m lagebild.training.attributions`` writes the files that ship. ``lagebild evaluate statements`` measures them
on the texts that are never trained on; with ``--fold 1`` to ``--fold 4`` another fold is left out too, for decisions on
the way.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from lagebild.evaluation.gold_statements import FOLDS, fold_of, is_held_out, texts_of
from lagebild.evaluation.statements import SHIPPED_GOLD
from lagebild.language.embedded import EmbeddedAnalyzer
from lagebild.language.network import SHARED_LAYERS, network
from lagebild.language.vocabulary import SHIPPED
from lagebild.training.attributions.acts import ActSettings, train_acts
from lagebild.training.attributions.examples import examples_of
from lagebild.training.attributions.export import files_of
from lagebild.training.attributions.learning import Settings, train
from lagebild.training.attributions.states import Lower
from lagebild.training.attributions.upper import Upper

_ENCODER = "default"


@click.command()
@click.option("--fold", type=click.IntRange(1, FOLDS - 1), help="A fold to leave out and to measure.")
@click.option("--into", type=click.Path(path_type=Path), default=SHIPPED, show_default=True)
@click.option("--epochs", type=int, default=Settings().epochs, show_default=True)
@click.option("--seed", type=int, default=0, show_default=True)
@click.option("--work", type=click.Path(path_type=Path), help="Folder for checkpoints, from which a run goes on.")
def cli(fold: int | None, into: Path, epochs: int, seed: int, work: Path | None) -> None:
    """Train the network."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    if work is not None:
        work.mkdir(exist_ok=True, parents=True)
    known = (text for text in texts_of(SHIPPED_GOLD) if not is_held_out(text.name))
    texts = [text for text in known if fold_of(text.name) != fold]
    examples = examples_of(texts, EmbeddedAnalyzer(_ENCODER))
    settings = Settings(epochs=epochs, seed=seed)
    lower = Lower(network(SHIPPED, _ENCODER))
    upper = Upper(SHIPPED / f"{_ENCODER}.onnx", SHARED_LAYERS)
    reader = train(examples, lower, upper, settings, checkpoint=work and work / "reader.pt")
    acts = train_acts(examples, lower, reader.upper, ActSettings(seed=seed), checkpoint=work and work / "acts.pt")
    into.mkdir(exist_ok=True, parents=True)
    for name, data in files_of(reader, acts, settings.shape).items():
        (into / name).write_bytes(data)
        click.echo(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    cli()
