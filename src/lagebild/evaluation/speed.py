"""How fast analyzers read, side by side in one run.

``python -m lagebild.evaluation.speed TEXTS.jsonl --language en embedded embedded:fast spacy:en_core_web_sm`` prints the
words a second of CPU time of each, and its ratio to the first.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import click

from lagebild.language.analyzers import analyzer_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Analyzer

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast an analyzer reads.

    Args:
        name: The analyzer.
        words_per_cpu_s: Median over the rounds of the words that it read in a second of CPU time.
        ratio: The same, divided by that of the first analyzer.
    """

    name: str
    words_per_cpu_s: float
    ratio: float


def measure_speed(
    texts: Sequence[str], analyzers: Sequence[tuple[str, Analyzer]], *, language: str, rounds: int = _ROUNDS
) -> list[Speed]:
    """Return the speeds of analyzers, which take turns so that a busy machine is busy for all of them.

    A word is what stands between white space, so that all count the same. Each reads one text before it is measured.
    """
    words = sum(len(text.split()) for text in texts)
    found: dict[str, list[float]] = {name: [] for name, _ in analyzers}
    for _, analyzer in analyzers:
        analyzer.analyze(texts[:1], languages=[language])
    for _ in range(rounds):
        for name, analyzer in analyzers:
            began = time.process_time()
            analyzer.analyze(texts, languages=[language] * len(texts))
            found[name].append(words / (time.process_time() - began))
    medians = {name: median(speeds) for name, speeds in found.items()}
    first = next(iter(medians.values()))
    return [Speed(name, speed, speed / first) for name, speed in medians.items()]


@click.command()
@click.argument("texts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("analyzers", nargs=-1, required=True)
@click.option("--language", required=True, help="Language of the texts.")
@click.option("--count", default=60, show_default=True, help="How many texts are read.")
def main(texts: Path, analyzers: tuple[str, ...], language: str, count: int) -> None:
    """Print how fast analyzers read the texts of a corpus."""
    lines = texts.read_text(encoding="utf-8").splitlines()[:count]
    read = [str(json.loads(line)["text"]) for line in lines]
    for speed in measure_speed(read, [(name, analyzer_named(name)) for name in analyzers], language=language):
        click.echo(f"{speed.name}: {speed.words_per_cpu_s:,.0f} words a CPU second, {speed.ratio:.2f}")


if __name__ == "__main__":
    main()
