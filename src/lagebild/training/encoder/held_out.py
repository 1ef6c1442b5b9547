"""What a fold holds out, as files that the evaluation reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.training.encoder.recipe import FOLDS, is_held_out, part_of
from lagebild.training.encoder.sources import name_corpus, sentences_of, treebank

if TYPE_CHECKING:
    from pathlib import Path

    from lagebild.training.encoder.examples import Example


def write_held_out(data: Path, folder: Path, *, fold: int) -> None:
    """Write the trees and the names that the models of a fold have not seen.

    Args:
        data: The folder with the sources.
        folder: Where to write ``trees/`` and ``names/``.
        fold: Which German trees are held out.
    """
    for name in ("de_gsd_dev", "de_pud", "en_ewt", "en_pud"):
        source = data / "ud" / f"{name}.conllu"
        examples = treebank(source, language=name[:2])
        _write(source, folder / "trees" / source.name, examples, fold=fold, trees=True)
    for name, suffix in (("de_germeval2014_test", "tsv"), ("de_pud", "iob2"), ("en_pud", "iob2")):
        source = data / "ner" / f"{name}.{suffix}"
        examples = name_corpus(source, language=name[:2])
        _write(source, folder / "names" / source.name, examples, fold=fold, trees=False)


def _write(source: Path, target: Path, examples: list[Example], *, fold: int, trees: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    document = None
    with target.open("w", encoding="utf-8", newline="\n") as file:
        for example, lines in zip(examples, sentences_of(source), strict=True):
            german = example.source in {"de_gsd_dev", "de_pud"}
            if part_of(example, FOLDS) != fold if german else not is_held_out(example):
                continue
            kept = [line for line in lines if not line.startswith("# newdoc")]
            if trees and example.document != document:
                kept.insert(0, f"# newdoc id = {example.document}")
            document = example.document
            file.write("\n".join([*kept, "", ""]))
