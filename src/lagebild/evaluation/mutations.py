"""Thousands of broken pages, feeds and archives: each must give exact records or one clear error, in time."""

from __future__ import annotations

import gzip
import multiprocessing
import random
import sys
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lagebild.evaluation.gold_pages import own_pages
from lagebild.evaluation.spans import wrong_spans
from lagebild.intake.kinds import Kind
from lagebild.intake.pages import MAX_PAGE_BYTES, Hints, Page
from lagebild.model import IntakeError, LagebildError
from lagebild.pipeline import default_pipeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MAX_SECONDS = 10.0
MAX_MEMORY_MB = 1_000
_MAX_CUTS = 6
_TRIALS_A_PROCESS = 500
_NASTY = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"<", b">", b"&", b"&#x110000;", b"]]>", b"<!--", b"<![CDATA[",
    b"\xc3", "\u202e\u200b\u2028".encode(), "\U0001f600".encode(), b'"', "„«»“".encode(), b"</p></div>",
    b"<div>" * 300, b"<table><tr><td>" * 50, b"99999999999999999999", b"31.02.2024", b"- " * 200, b"{[" * 200,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trial:
    """One broken input.

    Args:
        name: What was done to what.
        content: The bytes.
        kind: How it is read, or ``None`` for ``auto``.
    """

    name: str
    content: bytes
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a trial.

    Args:
        name: The name of the trial.
        seconds: CPU time, which other programs on the machine do not change.
        memory_mb: The most memory that its process has used until then.
        problem: What was wrong, or ``None``.
    """

    name: str
    seconds: float
    memory_mb: float
    problem: str | None


def trials(seeds: Sequence[tuple[str, bytes]], *, count: int, seed: int) -> Iterator[Trial]:
    """Yield broken inputs made from good ones; the same arguments give the same trials."""
    chance = random.Random(seed)  # noqa: S311 - a test, no secret
    changes: list[Callable[[bytes, random.Random], bytes]] = [_cut, _insert, _delete, _flip, _double, _splice, _recode]
    for number in range(count):
        name, content = chance.choice(seeds)
        for _ in range(chance.randint(1, 4)):
            content = chance.choice(changes)(content, chance)
        yield Trial(f"{number} {name}", content[:MAX_PAGE_BYTES], chance.choice([None, None, *Kind]))


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randint(0, len(content))]


def _insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + chance.choice(_NASTY) * chance.choice([1, 1, 20]) + content[at:]


def _delete(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at + chance.randint(1, 2_000) :]


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(min(len(changed), chance.randint(1, 50))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _double(content: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(content))
    return content[:at] + content[at : at + 3_000] * chance.randint(2, 30) + content[at:]


def _splice(content: bytes, chance: random.Random) -> bytes:
    parts = sorted(chance.randint(0, len(content)) for _ in range(chance.randint(2, _MAX_CUTS)))
    pieces = [content[a:b] for a, b in zip([0, *parts], [*parts, len(content)], strict=True)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def _recode(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    return text.encode(chance.choice(["utf-16", "utf-32", "cp1252", "cp037", "utf-8"]), "replace")


def bombs() -> Iterator[Trial]:
    """Yield inputs that are made to be slow or large."""
    million = 1_000_000
    yield Trial("a line of 100 MB", b"word " * (20 * million), Kind.TEXT)
    yield Trial("a line of 19 MB", b"word " * (3_800_000), Kind.PAGE_TEXT)
    yield Trial("a word of 19 MB", b"x" * 19 * million, Kind.PAGE_TEXT)
    yield Trial("ten million short lines", b"a\n" * (9 * million), Kind.PAGE_TEXT)
    yield Trial("a million different lines", b"".join(b"Zeile %d\n" % n for n in range(million)), Kind.PAGE_TEXT)
    yield Trial("NUL bytes", b"\x00" * million, None)
    yield Trial("nested tags", b"<div>" * million + b"text", Kind.HTML)
    yield Trial("nested tables", b"<table><tr><td>" * 200_000, Kind.HTML)
    yield Trial("many attributes", b"<p " + b"a=1 " * million + b">text</p>", Kind.HTML)
    yield Trial("many paragraphs", b"<p>Das ist ein Satz mit mehreren Worten.</p>" * 300_000, Kind.HTML)
    yield Trial("many links", b"<a href=/x>Mehr lesen</a> " * 300_000, Kind.HTML)
    deep = b"[" * million
    yield Trial("deep JSON-LD", b'<script type="application/ld+json">' + deep + b"</script><p>x</p>", Kind.HTML)
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><rss><item>&l11;</item></rss>'
    yield Trial("entities", feed.encode(), Kind.FEED)
    page = f'<!DOCTYPE r [<!ENTITY l0 "ha">{laughs}]><html>&l11;</html>'
    yield Trial("entities as a page", page.encode(), Kind.HTML)
    yield Trial("many entries", b"<rss><channel>" + b"<item><title>x</title></item>" * 500_000, Kind.FEED)
    yield Trial("a gzip bomb", gzip.compress(b"\x00" * 500 * million), None)
    record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 19000000\r\n\r\n" + b"A" * 1_000
    yield Trial("an archive with a lie in its length", record * 50, Kind.WARC)
    yield Trial("quotation marks", "„".encode() * million, Kind.TEXT)
    yield Trial("numbers", b"1.000.000 " * million, Kind.TEXT)
    yield Trial("dates", b"am 3. Mai 2021 und " * 500_000, Kind.TEXT)
    yield Trial("one word a million times", b"Putin " * million, Kind.TEXT)
    yield Trial("names", b"Anna Berger sagte, dass Hans Meier kam. " * 200_000, Kind.TEXT)
    yield Trial("a corpus line of 19 MB", b'{"name": "a", "text": "' + b"wort " * 3_800_000 + b'"}', Kind.JSONL)


def attempt(trial: Trial) -> Outcome:
    """Read one trial and say what was wrong with it, if anything."""
    from lagebild.intake.inputs import read_page  # noqa: PLC0415 - imported in the process that reads

    start = time.process_time()
    problem = None
    try:
        for outcome in read_page(Page(trial.name, trial.content), kind=trial.kind, hints=Hints()):
            if not isinstance(outcome, IntakeError):
                problem = next(wrong_spans(default_pipeline().run(outcome)), problem)
    except LagebildError as error:
        problem = "an error of several lines" if "\n" in str(error) else None
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        problem = f"{type(error).__name__}: {error}"[:300]
    seconds = time.process_time() - start
    if problem is None and seconds > MAX_SECONDS:
        problem = "too slow"
    return Outcome(trial.name, seconds, _peak_mb(), problem)


def _peak_mb() -> float:
    """Return the most memory that this process has used; 0.0 where the system does not say, as on Windows."""
    try:
        import resource  # noqa: PLC0415 - Unix alone has it
    except ImportError:
        return 0.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def _seeds(folders: Sequence[Path]) -> list[tuple[str, bytes]]:
    seeds = [(page.name, page.text.encode()) for page in own_pages()]
    for folder in folders:
        seeds += [(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()]
    return seeds


@click.command()
@click.option("--count", type=int, default=10_000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--processes", type=int, default=2, show_default=True)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(count: int, seed: int, processes: int, folders: tuple[Path, ...]) -> None:
    """Read COUNT broken inputs made from own pages and from the files in FOLDERS, and all bombs."""
    problems = 0
    slowest = peak = 0.0
    everything = chain(trials(_seeds(folders), count=count, seed=seed), bombs())
    with multiprocessing.Pool(processes, maxtasksperchild=_TRIALS_A_PROCESS) as pool:
        for done, outcome in enumerate(pool.imap(attempt, everything), start=1):
            slowest = max(slowest, outcome.seconds)
            peak = max(peak, outcome.memory_mb)
            if outcome.problem:
                problems += 1
                click.echo(f"{outcome.name}: {outcome.problem} ({outcome.seconds:.1f} s)")
            if done % _TRIALS_A_PROCESS == 0:
                click.echo(f"{done} read, {problems} problems, slowest {slowest:.1f} s, {peak:.0f} MB", err=True)
    click.echo(f"{count} broken inputs and the bombs: {problems} problems, slowest {slowest:.1f} s, peak {peak:.0f} MB")
    sys.exit(1 if problems or peak > MAX_MEMORY_MB else 0)


if __name__ == "__main__":
    main()
