"""What a task, its result and the digest of its data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lagebild.evaluation.registry import ANALYZER_TASKS, TASKS, task_named
from lagebild.evaluation.tasks import Case, Result, Task, digest_of
from lagebild.model import EvaluationError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_worst_cases_come_first_and_equal_ones_by_name() -> None:
    cases = (Case("c", 0.5, ""), Case("b", 0.0, ""), Case("a", 0.5, ""), Case("d", 1.0, ""))

    assert [case.name for case in Result({}, cases).worst(3)] == ["b", "a", "c"]
    assert Result({}, cases).worst(0) == []


def test_every_task_is_found_by_its_name() -> None:
    assert {"roles", "spans", "agreement", "segments-html", "segments-text", "parse", "ner"} <= TASKS.keys()
    assert all(task_named(name).name == name for name in TASKS)


def test_a_task_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(EvaluationError, match=r"^rolls: no such task; take one of agreement, .*roles, .*spans, .*$"):
        task_named("rolls")


def test_a_task_on_an_analyzer_is_made_for_any(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ANALYZER_TASKS, "parse", lambda name: Task("parse", f"Measures {name}.", run=NotImplemented))

    assert task_named("parse", analyzer="spacy:x").description == "Measures spacy:x."


def test_a_task_that_measures_no_analyzer_refuses_one() -> None:
    with pytest.raises(
        EvaluationError,
        match=r"^roles: measures no analyzer; leave --analyzer out, or take parse or ner or .* or times$",
    ):
        task_named("roles", analyzer="spacy:x")


def test_data_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"no such data; check the path$"):
        digest_of(tmp_path / "fehlt")


def test_the_digest_of_a_folder_changes_with_every_name_and_every_byte(tmp_path: Path) -> None:
    def digest(files: dict[str, str]) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return digest_of(folder)

    base = {"a.tsv": "1", "b/c.tsv": "2"}
    assert digest(base) == digest(dict(reversed(base.items())))
    changed = [{"a.tsv": "0", "b/c.tsv": "2"}, {"a.tsv": "1", "c.tsv": "2"}, {"a.tsv": "1"}, base | {"d": ""}]
    assert len({digest(base), *map(digest, changed)}) == 5


def test_a_single_file_has_a_digest(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1", encoding="utf-8")
    (tmp_path / "b").write_text("2", encoding="utf-8")

    assert digest_of(tmp_path / "a") != digest_of(tmp_path / "b")
