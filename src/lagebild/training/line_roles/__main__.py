"""Trains the models of line roles, or measures them by cross-validation.

``python -m lagebild.training.line_roles cross-validate --pages DIR`` measures; without it, ``train`` writes the models.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import torch

from lagebild.evaluation.roles import body_of, score_pages
from lagebild.evaluation.scores import mean, token_counts
from lagebild.intake.languages import language_of
from lagebild.intake.lines.model import MARKUP_MODEL, TEXT_MODEL
from lagebild.intake.lines.roles import readings_from
from lagebild.model import Role
from lagebild.training.line_roles.examples import Example, markup_examples, text_examples
from lagebild.training.line_roles.export import onnx_bytes
from lagebild.training.line_roles.network import LineNetwork, Settings, train_network

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from lagebild.evaluation.gold_pages import GoldPage

SEEDS = (0, 1, 2)
FOLDS = 5
MODELS = Path(__file__).parents[2] / "intake" / "lines" / "models"
# A page of others counts as a news page if it tells a story in at least so many paragraphs under a headline.
_MIN_PARAGRAPHS = 4
_NEWS_PAGES_A_LANGUAGE = 20


@click.group()
def cli() -> None:
    """Train and measure the models of line roles."""


@cli.command()
@click.option("--pages", type=click.Path(path_type=Path), required=True, help="Folder of the annotated HTML files.")
@click.option("--model", type=click.Choice([TEXT_MODEL, MARKUP_MODEL]), multiple=True)
def train(pages: Path, model: tuple[str, ...]) -> None:
    """Write the models that ship, trained on all gold but the own pages that are held out."""
    MODELS.mkdir(exist_ok=True)
    for name in model or (TEXT_MODEL, MARKUP_MODEL):
        networks = _networks(_examples(name, pages, held_out=False))
        (MODELS / f"{name}.onnx").write_bytes(onnx_bytes(networks))
        click.echo(f"{name}: {(MODELS / f'{name}.onnx').stat().st_size:,} bytes")


@cli.command("cross-validate")
@click.option("--pages", type=click.Path(path_type=Path), required=True, help="Folder of the annotated HTML files.")
@click.option("--model", type=click.Choice([TEXT_MODEL, MARKUP_MODEL]), default=TEXT_MODEL)
@click.option("--seeds", type=int, default=len(SEEDS))
def cross_validate(pages: Path, model: str, seeds: int) -> None:
    """Print the scores of five folds, no site on both sides of one."""
    examples = _examples(model, pages, held_out=True)
    folds = _folds(examples)
    readings: list[tuple[GoldPage, list[tuple[Role, int | None]]]] = []
    for fold in range(FOLDS):
        networks = _networks([e for e in examples if folds[e.site] != fold], SEEDS[:seeds])
        tested = [example for example in examples if folds[example.site] == fold]
        readings.extend((example.page, _read(networks, example)) for example in tested)
        click.echo(f"fold {fold + 1} of {FOLDS}", err=True)
    for name, chosen in _groups(readings).items():
        metrics = {key: round(value, 3) for key, value in score_pages(chosen).metrics.items()}
        row = {"pages": name, "count": len(chosen), **metrics}
        if model == MARKUP_MODEL:
            row["trafilatura_body_token_f1"] = round(_peer([page for page, _ in chosen]), 3)
        click.echo(json.dumps(row))


def _peer(pages: Sequence[GoldPage]) -> float:
    """Return what trafilatura alone reaches on the bodies of pages."""
    bodies = [(page, page.document.markup.body) for page in pages if page.document]
    return mean([token_counts(body, body_of(page, page.roles)).f1 for page, body in bodies])


def _examples(model: str, pages: Path, *, held_out: bool) -> list[Example]:
    return text_examples(pages, held_out=held_out) if model == TEXT_MODEL else markup_examples(pages)


def _networks(examples: Sequence[Example], seeds: Sequence[int] = SEEDS) -> list[LineNetwork]:
    return [train_network(examples, Settings(seed=seed)) for seed in seeds]


def _folds(examples: Sequence[Example]) -> dict[str, int]:
    sites = sorted({example.site for example in examples})
    random.Random(1).shuffle(sites)  # noqa: S311 - a split, no secret
    return {site: number % FOLDS for number, site in enumerate(sites)}


def _read(networks: Sequence[LineNetwork], example: Example) -> list[tuple[Role, int | None]]:
    readings = readings_from(example.page.lines, _probabilities(networks, example))
    return [(reading.role, reading.repeats) for reading in readings]


def _probabilities(networks: Sequence[LineNetwork], example: Example) -> NDArray[np.float32]:
    features = torch.tensor(example.features)[None]
    with torch.no_grad():
        outputs = [torch.softmax(network(features), dim=-1)[0] for network in networks]
    probabilities: NDArray[np.float32] = torch.stack(outputs).mean(dim=0).numpy()
    return probabilities


def _groups(
    readings: Sequence[tuple[GoldPage, list[tuple[Role, int | None]]]],
) -> dict[str, list[tuple[GoldPage, list[tuple[Role, int | None]]]]]:
    """Return the readings of own pages, of all annotated pages, and of news pages among these by language."""
    groups: dict[str, list[tuple[GoldPage, list[tuple[Role, int | None]]]]] = {"own": [], "annotated": []}
    for reading in sorted(readings, key=lambda reading: reading[0].name):
        page = reading[0]
        groups["annotated" if page.document else "own"].append(reading)
        if page.document and _is_news(page):
            body = " ".join(line for line, role in zip(page.lines, page.roles, strict=True) if role is Role.PARAGRAPH)
            groups.setdefault(f"news {language_of(body)}", []).append(reading)
    return {name: chosen for name, chosen in groups.items() if chosen}


def _is_news(page: GoldPage) -> bool:
    dated = page.document is not None and page.document.metadata.published.value is not None
    paragraphs = page.roles.count(Role.PARAGRAPH)
    lists = page.roles.count(Role.LIST)
    return dated and Role.HEADLINE in page.roles and paragraphs >= max(_MIN_PARAGRAPHS, lists + 1)


if __name__ == "__main__":
    sys.exit(cli())
