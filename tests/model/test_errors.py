"""The tree of errors."""

from __future__ import annotations

import pickle

import pytest

from lagebild.model import EvaluationError, FetchError, IntakeError, LagebildError, LexiconError, PipelineError


@pytest.mark.parametrize("kind", [IntakeError, FetchError, PipelineError, LexiconError, EvaluationError])
def test_every_error_names_the_thing_and_the_problem_in_one_line(kind: type[LagebildError]) -> None:
    error = kind("page\n.txt", "no article text found;\ttry --as text")

    assert str(error) == "page .txt: no article text found; try --as text"
    assert isinstance(error, LagebildError)


def test_an_error_survives_the_way_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(FetchError("https://example.org", "HTTP 404; check the address")))

    assert isinstance(error, FetchError)
    assert (error.subject, error.problem) == ("https://example.org", "HTTP 404; check the address")
