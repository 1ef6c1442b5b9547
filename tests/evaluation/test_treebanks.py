"""The task on treebanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation.gold_files import gold_files
from lagebild.evaluation.treebanks import measure_trees, parse_task
from lagebild.language.conllu import read_conllu
from lagebild.model import Analysis, EvaluationError, LanguageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GOLD = """\
# newdoc id = a
1	Kim	Kim	PROPN	_	_	2	nsubj	_	_
2	reist	reisen	VERB	_	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	_	_	2	punct	_	_

1	Ja	ja	INTJ	_	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	_	_	1	punct	_	_

"""
WRONG = GOLD.replace("2	nsubj", "2	obj")


class Oracle:
    """An analyzer that knows what to say about some texts."""

    version = "oracle"

    def __init__(self, conllu: str) -> None:
        self.languages: list[str | None] = []
        self._analyses = {document.text: document.analysis for document in read_conllu(conllu)}

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        self.languages += languages
        return [self._analyses[text] for text in texts]


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    file = tmp_path / "de_toy.conllu"
    file.write_text(GOLD, encoding="utf-8")
    return file


def test_a_parse_like_the_gold_has_every_score(treebank: Path) -> None:
    oracle = Oracle(GOLD)

    result = measure_trees(treebank, oracle)

    assert next(iter(result.metrics)) == "de_toy.las"
    assert set(result.metrics.values()) == {1.0}
    assert oracle.languages == ["de"]


def test_the_worst_sentence_comes_first_and_tells_its_mistakes(treebank: Path) -> None:
    result = measure_trees(treebank, Oracle(WRONG))

    assert result.metrics["de_toy.las"] == 4 / 5
    (worst,) = result.worst(1)
    assert worst.name == "de_toy:a:1"
    assert worst.score == pytest.approx(2 / 3)
    assert worst.detail == "Kim nsubj(reist) > obj(reist) | Kim reist."


def test_a_word_that_is_not_there_is_told(treebank: Path) -> None:
    merged = "# newdoc id = a\n1\tKim\tKim\tX\t_\t_\t0\troot\t_\t_\n2\treist.\tx\tX\t_\t_\t1\tdep\t_\t_\n\n"
    merged += GOLD.split("\n\n")[1] + "\n\n"

    result = measure_trees(treebank, Oracle(merged))

    assert result.worst(1)[0].detail.startswith("Kim nsubj(reist) > root; reist root > no such word; . punct(reist)")


def test_the_files_of_a_folder_have_scores_of_their_own(treebank: Path) -> None:
    (treebank.parent / "toy.conllu").write_text(WRONG, encoding="utf-8")
    (treebank.parent / "README.md").write_text("toy", encoding="utf-8")
    oracle = Oracle(WRONG)

    result = measure_trees(treebank.parent, oracle)

    assert (result.metrics["de_toy.uas"], result.metrics["toy.uas"]) == (1.0, 1.0)
    assert (result.metrics["de_toy.las"], result.metrics["toy.las"]) == (4 / 5, 1.0)
    assert oracle.languages == ["de", None]


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"holds no file that ends with \.conllu; check the path$"):
        gold_files(tmp_path, ".conllu")


def test_a_broken_treebank_is_named_with_its_line(treebank: Path) -> None:
    treebank.write_text("1\tKim\n", encoding="utf-8")

    with pytest.raises(LanguageError, match=r"^de_toy\.conllu:1: has 2 columns"):
        measure_trees(treebank, Oracle(GOLD))


def test_the_task_measures_the_analyzer_that_is_named(treebank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def analyzer_named(name: str | None) -> Oracle:
        asked.append(name)
        return Oracle(GOLD)

    monkeypatch.setattr("lagebild.language.analyzers.analyzer_named", analyzer_named)

    assert parse_task("spacy:x").run(treebank).metrics["de_toy.las"] == 1.0
    parse_task().run(treebank)
    assert asked == ["spacy:x", None]
