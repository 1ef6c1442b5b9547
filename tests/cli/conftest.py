from __future__ import annotations

import pytest
from tests.cli import stub_command


@pytest.fixture
def _stub_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lagebild.pipeline.read_all", stub_command.read_all)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
