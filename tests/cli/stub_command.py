"""The command line over a library that is stubbed: what an input becomes is told by its name."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.cli.samples import english_article, german_article

from lagebild.model import Article, IntakeError, Source

if TYPE_CHECKING:
    from collections.abc import Iterator


def read_all(source: str, **_: Any) -> Iterator[Article | IntakeError]:  # noqa: ANN401 - the stub needs no options
    """Stand in for ``lagebild.pipeline.read_all``."""
    if source.startswith("bad"):
        yield IntakeError(source, "no article text found; try --as text")
    elif source.startswith("mixed"):
        yield english_article()
        yield IntakeError(f"{source}, line 2", "is not JSON; correct the line")
    elif source.startswith("many"):
        yield from [german_article()] * 500
    elif source.startswith("slow"):
        time.sleep(60)
    elif source.startswith("missing"):
        raise IntakeError(source, "cannot be opened (No such file or directory); check the name")
    elif not source.startswith("empty"):
        yield replace(german_article(), source=Source(source))


if __name__ == "__main__":
    from lagebild import pipeline
    from lagebild.cli import main

    pipeline.read_all = read_all  # type: ignore[assignment]
    main()
