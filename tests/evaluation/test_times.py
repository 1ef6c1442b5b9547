from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation.times import measure_times
from lagebild.evaluation.timex import texts_of
from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from pathlib import Path

TIMEML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 type="DATE" value="2024-06-18">18.06.2024</TIMEX3></DCT>
<TEXT>Am <TIMEX3 type="DATE" value="2024-06-17">Montag</TIMEX3> &amp; seit <TIMEX3 type="DURATION"
value="P2Y">zwei <EVENT>Jahren</EVENT></TIMEX3><TIMEX3 type="DATE" value="2022"/> kam er.</TEXT></TimeML>"""


def gold_line(text: str, *times: tuple[str, str]) -> str:
    spans = [
        {"start": text.index(quote), "end": text.index(quote) + len(quote), "type": "DATE", "value": value}
        for quote, value in times
    ]
    return json.dumps({"name": "own-1", "published": "2024-06-18", "text": text, "times": spans})


def test_a_timeml_document_has_its_text_its_day_and_the_times_that_have_words(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, encoding="utf-8")

    (gold,) = texts_of(tmp_path)

    assert gold.text == "Am Montag & seit zwei Jahren kam er."
    assert str(gold.published) == "2024-06-18"
    assert [(time.span.of(gold.text), time.type, time.value) for time in gold.times] == [
        ("Montag", "DATE", "2024-06-17"),
        ("zwei Jahren", "DURATION", "P2Y"),
    ]


def test_extents_overlaps_and_values_are_counted_apart(tmp_path: Path) -> None:
    text = "Am Montag kam er im Mai 2023 und am 12. Juni 2024."
    line = gold_line(text, ("Am Montag", "2024-06-17"), ("Mai 2023", "2023-06"), ("12. Juni 2024", "2024-06-12"))
    (tmp_path / "de_gold.jsonl").write_text(line, encoding="utf-8")

    result = measure_times(tmp_path, None)

    assert result.metrics["de.own.relaxed"] == 1.0
    assert result.metrics["de.own.strict"] == pytest.approx(2 / 3)
    assert result.metrics["de.own.value"] == pytest.approx(2 / 3)
    assert "[Mai 2023] 2023-06, not 2023-05" in result.cases[0].detail


def test_what_is_invented_or_missed_is_told(tmp_path: Path) -> None:
    (tmp_path / "de_gold.jsonl").write_text(gold_line("Heute kam Schnee, im Wald.", ("Wald", "2024")), encoding="utf-8")

    (case,) = measure_times(tmp_path, None).cases

    assert (case.score, case.detail) == (0.0, "missed [Wald] 2024; invented [Heute] 2024-06-18")


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("de_gold.jsonl", "{}\n", "de_gold.jsonl:1"),
        ("a.tml", "<TimeML>", "is no XML"),
        ("a.tml", "<TimeML/>", "DCT or TEXT is missing"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, name: str, content: str, problem: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")

    with pytest.raises(EvaluationError, match=problem):
        texts_of(tmp_path)


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="check the path"):
        texts_of(tmp_path)
