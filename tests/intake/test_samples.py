from __future__ import annotations

import gzip
import runpy
from pathlib import Path

import pytest

from lagebild.intake.kinds import Kind, kind_of

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("feed-de.xml", Kind.FEED),
        ("feed-en.json", Kind.FEED),
        ("archive.warc.gz", Kind.WARC),
        ("corpus.jsonl", Kind.JSONL),
    ],
)
def test_a_sample_is_told_by_its_content(name: str, kind: Kind) -> None:
    assert kind_of((SAMPLES / name).read_bytes(), name="-") is kind


def test_the_archive_is_what_its_script_writes() -> None:
    written = runpy.run_path(str(SAMPLES / "make_archive.py"))["archive"]()

    # Two builds of zlib may pack the same bytes differently.
    assert gzip.decompress(written) == gzip.decompress((SAMPLES / "archive.warc.gz").read_bytes())


def test_every_sample_is_listed() -> None:
    listed = (SAMPLES / "README.md").read_text(encoding="utf-8")
    names = {path.name for path in SAMPLES.iterdir() if path.is_file()} - {"README.md"}

    assert names
    assert all(f"`{name}`" in listed for name in names)
