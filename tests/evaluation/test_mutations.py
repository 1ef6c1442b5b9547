"""Broken inputs, made the same way every time, and what is said of them."""

from __future__ import annotations

import pytest
from tests.pages import GERMAN_HTML, GERMAN_PAGE

from lagebild.evaluation import mutations
from lagebild.evaluation.mutations import Trial, attempt, trials

SEEDS = [("seite.txt", GERMAN_PAGE.encode()), ("seite.html", GERMAN_HTML.encode())]


def test_the_same_seed_gives_the_same_broken_inputs() -> None:
    first = list(trials(SEEDS, count=30, seed=7))

    assert first == list(trials(SEEDS, count=30, seed=7))
    assert first != list(trials(SEEDS, count=30, seed=8))
    assert len({trial.content for trial in first}) > 20


def test_a_good_page_has_no_problem() -> None:
    assert attempt(Trial("seite", GERMAN_PAGE.encode(), None)).problem is None


def test_a_page_that_is_refused_in_one_line_is_no_problem() -> None:
    assert attempt(Trial("seite", b"", None)).problem is None


def test_a_crash_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash() -> None:
        raise KeyError("boom")

    monkeypatch.setattr(mutations, "default_pipeline", crash)
    assert attempt(Trial("seite", GERMAN_PAGE.encode(), None)).problem == "KeyError: 'boom'"


def test_a_span_that_is_off_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutations, "wrong_spans", lambda _: iter(["'Rat' is not at 7"]))
    assert attempt(Trial("seite", GERMAN_PAGE.encode(), None)).problem == "'Rat' is not at 7"


def test_a_slow_page_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mutations, "MAX_SECONDS", 0.0)

    assert attempt(Trial("seite", GERMAN_PAGE.encode(), None)).problem == "too slow"


@pytest.mark.parametrize("trial", list(trials(SEEDS, count=40, seed=1)), ids=lambda trial: trial.name)
def test_broken_inputs_give_exact_records_or_one_error(trial: Trial) -> None:
    assert attempt(trial).problem is None
