"""The task on names, and the gold that it reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation.gold_names import GoldText, texts_of
from lagebild.evaluation.names import measure_names, name_counts, names_task
from lagebild.evaluation.scores import Counts
from lagebild.model import Analysis, EvaluationError, Name, NameType, Sentence, Span, Word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GERMEVAL = """\
1	Muck	B-PER	O
2	sah	O	O
3	deutsche	B-LOCderiv	O
4	Züge	O	O
5	in	O	O
6	Bad	B-LOC	O
7	Tölz	I-LOC	O
8	.	O	O

1	Die	O	O
2	DFB-Elf	B-ORGpart	O
3	spielt	O	O
4	"	O	O
5	Faust	B-OTH	O
6	"	O	O

"""


class Finder:
    """An analyzer that finds the names that it is given, each as a sentence of one word."""

    version = "finder"

    def __init__(self, **names: NameType) -> None:
        self.languages: list[str | None] = []
        self._names = names

    def analyze(self, texts: Sequence[str], *, languages: Sequence[str | None]) -> list[Analysis]:
        self.languages += languages
        return [Analysis(tuple(self._sentences(text)), self.version) for text in texts]

    def _sentences(self, text: str) -> list[Sentence]:
        found = []
        for words, kind in self._names.items():
            if words in text:
                span = Span(text.index(words), text.index(words) + len(words))
                word = Word(span, words, words, "PROPN", "", None, "root")
                found.append(Sentence(span, (word,), (Name(span, kind),)))
        return found


def texts(path: Path) -> list[GoldText]:
    ((_, found),) = texts_of(path)
    return found


def quoted(text: GoldText) -> list[tuple[str, str]]:
    return [(str(name.type), name.span.of(text.text)) for name in text.names]


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def test_a_name_counts_where_its_ends_and_its_type_are_right() -> None:
    gold = GoldText(
        "x",
        "Kim trifft Putin in Moskau",
        "de",
        (
            Name(Span(0, 3), NameType.PERSON),
            Name(Span(11, 16), NameType.PERSON),
            Name(Span(20, 26), NameType.PLACE),
        ),
    )
    found = (
        Name(Span(0, 3), NameType.PERSON),  # right
        Name(Span(11, 19), NameType.PERSON),  # too long
        Name(Span(20, 26), NameType.ORGANIZATION),  # another type
    )

    assert name_counts([gold], [found]) == {
        NameType.PERSON: Counts(hits=1, false_alarms=1, misses=1),
        NameType.PLACE: Counts(hits=0, false_alarms=0, misses=1),
        NameType.ORGANIZATION: Counts(hits=0, false_alarms=1, misses=0),
        NameType.OTHER: Counts(),
    }


def test_the_score_is_over_three_types_and_each_type_of_the_gold_has_its_own(tmp_path: Path) -> None:
    file = written(tmp_path / "de_toy.tsv", GERMEVAL)
    finder = Finder(Muck=NameType.PERSON, DFB=NameType.ORGANIZATION, Faust=NameType.OTHER)

    result = measure_names(file, finder)

    # Muck is found, Bad Tölz is missed, DFB is invented.
    assert result.metrics == {
        "de_toy.f1": 1 / 2,
        "de_toy.precision": 1 / 2,
        "de_toy.recall": 1 / 2,
        "de_toy.f1_per": 1.0,
        "de_toy.f1_loc": 0.0,
        "de_toy.f1_oth": 1.0,
    }
    assert finder.languages == ["de", "de"]


def test_the_worst_text_tells_what_was_missed_and_invented(tmp_path: Path) -> None:
    file = written(tmp_path / "toy.tsv", GERMEVAL)

    first, second = measure_names(file, Finder(Muck=NameType.PERSON, DFB=NameType.ORGANIZATION)).worst(2)

    assert (first.name, first.score, first.detail) == ("toy:2", 0.0, "missed OTH Faust; invented ORG DFB")
    assert (second.name, second.detail) == ("toy:1", "missed LOC Bad Tölz")


def test_of_germeval_the_outer_names_are_read_and_no_parts_or_derivations(tmp_path: Path) -> None:
    first, second = texts(written(tmp_path / "de_germeval.tsv", GERMEVAL))

    assert first.text == "Muck sah deutsche Züge in Bad Tölz."
    assert quoted(first) == [("PER", "Muck"), ("LOC", "Bad Tölz")]
    assert second.text == 'Die DFB-Elf spielt "Faust"'
    assert quoted(second) == [("OTH", "Faust")]


def test_of_universal_ner_the_text_is_taken_where_the_tokens_are_in_it(tmp_path: Path) -> None:
    row = "1\t(\tO\t-\t-\n2\tKim\tB-PER\t-\tx\n3\t)\tO\t-\t-\n\n"
    content = f"# newdoc id = a\n# text = ( Kim)\n{row}# text = Anders\n{row}"

    first, second = texts(written(tmp_path / "en_pud.iob2", content))

    assert (first.text, first.names) == ("( Kim)", (Name(Span(2, 5), NameType.PERSON),))
    assert (second.text, second.names) == ("(Kim)", (Name(Span(1, 4), NameType.PERSON),))


def test_of_wikigold_misc_is_other(tmp_path: Path) -> None:
    content = "0\t-DOCSTART-\tO\n\n0\tJapanese\tB-MISC\n0\tBeatles\tB-ORG\n"

    (text,) = texts(written(tmp_path / "en_wikigold.tsv", content))

    assert quoted(text) == [("OTH", "Japanese"), ("ORG", "Beatles")]


def test_json_lines_carry_whole_texts_with_spans(tmp_path: Path) -> None:
    names = [
        {"start": 11, "end": 16, "quote": "Putin", "type": "PER"},
        {"start": 0, "end": 3, "quote": "Kim", "type": "PER"},
    ]
    row = json.dumps({"name": "a", "text": "Kim trifft Putin", "names": names})

    (text,) = texts(written(tmp_path / "de_news.jsonl", row + "\n\n"))

    assert (text.name, text.language) == ("a", "de")
    assert quoted(text) == [("PER", "Kim"), ("PER", "Putin")]


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("x.jsonl", '\n{"name": "a"', "x.jsonl:2: is no gold"),
        ("x.jsonl", '{"name": "a", "text": "Kim"}', "x.jsonl:1: is no gold (KeyError('names'))"),
        (
            "x.jsonl",
            '{"name": "a", "text": "Kim", "names": [{"start": 0, "end": 2, "quote": "Kim", "type": "PER"}]}',
            "'Kim' is not at 0",
        ),
        ("x.tsv", "1\tKim\tB-PER\n2\tx", "x.tsv:2: is no number, token and IOB label"),
        ("x.tsv", "1\tKim\tB-DOG\n", "x.tsv:1: is no number, token and IOB label with tabs between (the label 'B-DOG'"),
    ],
)
def test_broken_gold_is_named_with_its_line(tmp_path: Path, name: str, content: str, problem: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        texts(written(tmp_path / name, content))

    assert problem in str(caught.value)


def test_a_text_without_names_in_which_none_is_found_is_no_bad_case(tmp_path: Path) -> None:
    result = measure_names(written(tmp_path / "x.tsv", "1\tJa\tO\n"), Finder())

    assert [case.score for case in result.cases] == [1.0]


def test_the_task_measures_the_analyzer_that_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str | None] = []

    def analyzer_named(name: str | None) -> Finder:
        asked.append(name)
        return Finder()

    monkeypatch.setattr("lagebild.language.analyzers.analyzer_named", analyzer_named)
    names_task("spacy:x").run(written(tmp_path / "x.tsv", GERMEVAL))

    assert asked == ["spacy:x"]
