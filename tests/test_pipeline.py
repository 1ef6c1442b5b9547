"""The chain of stages, and what every stage that ships with lagebild keeps to."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

import lagebild
from lagebild.evaluation.spans import wrong_spans
from lagebild.model import Article, CautionKind, PipelineError, Stage
from lagebild.pipeline import BUILT_IN_STAGES, INTAKE_LAYERS, Pipeline, default_pipeline
from tests.factories import make_article
from tests.pages import GERMAN_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GERMAN = (
    "Der russische Präsident Putin reist am Dienstag nach Nordkorea, teilte der Kreml mit.\n"
    "„Das ist die erste Reise seit 24 Jahren“, sagte Berater Juri Uschakow am 17. Juni 2024 um 14:05 Uhr.\n"
    "US-Sprecher John Kirby warf Moskau vor, etwa 6.700 Container mit 152-mm-Granaten erhalten zu haben.\n"
    "Uschakow bestritt dies. Lächerlich, lächerlich ist ist das, sagte er am 3. oder 4. Mai."
)
ENGLISH = (
    "Russian President Vladimir Putin will visit North Korea on Monday, the Kremlin said.\n"
    '"This is the first trip in 24 years," said aide Yuri Ushakov on June 17, 2024, at 2:05 p.m.\n'
    "U.S. spokesman John Kirby accused Moscow of taking more than 6,700 containers, worth $50 billion.\n"
    "Ushakov denied it."
)
TEXTS = {
    "German": (GERMAN, "de"),
    "English": (ENGLISH, "en"),
    "empty": ("", "de"),
    "unsupported": ("Le président a déclaré le 17 juin 2024 que 6 700 conteneurs étaient partis.", "fr"),
    "unbalanced": ('„Er sagte: »Nein, “ "und ging‘ um 25:99 Uhr am 31.02.2024 mit 1.2.3,4 %. ' * 20, "de"),
    "strange": ("😀 שלום \u202e 12\u00a0000 \ufffd „ “ " * 50 + "x" * 20_000, "en"),
}
LAYERS = ("times", "quantities", "entities", "mentions", "statements", "events")


def stage(name: str, *, requires: str = "", provides: str = "") -> Stage:
    return Stage(name, frozenset(requires.split()), frozenset(provides.split()), lambda article: article)


def prepared(article: Article, until: Stage) -> Article:
    """Return the article as the stage finds it in the pipeline."""
    stages = default_pipeline().stages
    for earlier in stages[: stages.index(until)]:
        article = earlier.run(article)
    return article


def layers_of(article: Article) -> dict[str, Any]:
    return {field.name: getattr(article, field.name) for field in fields(article)}


@pytest.fixture(params=BUILT_IN_STAGES, ids=[stage.name for stage in BUILT_IN_STAGES])
def built_in(request: pytest.FixtureRequest) -> Stage:
    found: Stage = request.param
    return found


@pytest.fixture(params=TEXTS, ids=str)
def article(request: pytest.FixtureRequest) -> Article:
    text, language = TEXTS[request.param]
    return make_article(text, language=language)


def test_a_stage_adds_what_it_provides_and_changes_nothing_else(built_in: Stage, article: Article) -> None:
    before = prepared(article, built_in)
    old, new = layers_of(before), layers_of(built_in.run(before))

    assert {name for name, value in new.items() if value != old[name]} <= built_in.provides


def test_a_stage_keeps_what_stands_in_its_own_layers(built_in: Stage, article: Article) -> None:
    before = prepared(article, built_in)
    after = built_in.run(before)

    assert after.warnings[: len(before.warnings)] == before.warnings


def test_a_stage_gives_the_same_twice(built_in: Stage, article: Article) -> None:
    before = prepared(article, built_in)

    assert built_in.run(before) == built_in.run(before)


def test_a_stage_names_layers_that_articles_have(built_in: Stage) -> None:
    names = {field.name for field in fields(Article)}

    assert built_in.provides
    assert built_in.requires | built_in.provides <= names


def test_a_stage_finds_something_where_there_is_something(built_in: Stage) -> None:
    before = prepared(make_article(GERMAN), built_in)
    after = built_in.run(before)

    assert all(len(getattr(after, layer)) > len(getattr(before, layer)) for layer in built_in.provides)


def test_a_stage_survives_an_article_without_blocks_and_date(built_in: Stage) -> None:
    before = replace(make_article("", published=None), blocks=(), language=None)

    assert built_in.run(before).text == ""


def test_the_spans_of_a_record_are_exact(article: Article) -> None:
    assert list(wrong_spans(default_pipeline().run(article))) == []


def test_every_span_lies_in_the_text(article: Article) -> None:
    record = default_pipeline().run(article).to_dict()

    for layer in LAYERS:
        for finding in record[layer]:
            if "start" in finding:
                assert 0 <= finding["start"] < finding["end"] <= len(article.text)


def test_ids_are_unique_in_the_record(article: Article) -> None:
    record = default_pipeline().run(article).to_dict()
    ids = [finding["id"] for layer in LAYERS for finding in record[layer]]

    assert len(ids) == len(set(ids))


def test_findings_refer_to_findings_of_the_record(article: Article) -> None:
    found = default_pipeline().run(article)
    ids = {layer: {finding.id for finding in getattr(found, layer)} for layer in LAYERS}
    parties = [party for one in found.statements for party in (one.source, one.addressee, one.relayed_by) if party]

    assert {mention.entity for mention in found.mentions} == ids["entities"]
    assert {party.entity for party in parties if party.entity} <= ids["entities"]
    assert {statement.time for statement in found.statements if statement.time} <= ids["times"]
    assert {quantity.of for quantity in found.quantities if quantity.of} <= ids["quantities"]
    assert {time.anchor for time in found.times if time.anchor} <= ids["times"] | {"published", "text"}


def test_findings_stand_in_text_order(article: Article) -> None:
    record = default_pipeline().run(article).to_dict()

    for layer in ("times", "quantities", "mentions"):
        starts = [finding["start"] for finding in record[layer]]
        assert starts == sorted(starts)


def test_an_unsupported_language_is_said_once() -> None:
    kinds = [warning.kind for warning in lagebild.read("Le président a dit que la paix viendra demain.").warnings]

    assert kinds.count(CautionKind.LANGUAGE_UNSUPPORTED) == 1


def test_a_pipeline_without_stages_adds_the_versions_alone() -> None:
    before = make_article(GERMAN)
    after = Pipeline(()).run(before)

    assert after.produced_by is not None
    assert after.produced_by.lagebild == lagebild.__version__
    assert replace(after, produced_by=None) == before


def test_a_stage_may_require_what_the_intake_or_an_earlier_stage_provides() -> None:
    stages = (stage("a", requires="text blocks", provides="times"), stage("b", requires="times language"))

    assert Pipeline(stages).stages == stages


def test_a_missing_requirement_is_refused_with_the_way_out() -> None:
    with pytest.raises(PipelineError) as refused:
        Pipeline((stage("deeds", requires="text statements mentions"),))

    assert str(refused.value) == "deeds: requires mentions, statements; put a stage before it that provides this"


def test_a_stage_that_provides_too_late_does_not_help() -> None:
    with pytest.raises(PipelineError, match="requires times"):
        Pipeline((stage("b", requires="times"), stage("a", provides="times")))


def test_a_stage_does_not_provide_for_itself() -> None:
    with pytest.raises(PipelineError, match="requires times"):
        Pipeline((stage("a", requires="times", provides="times"),))


def test_two_stages_of_one_name_are_refused() -> None:
    with pytest.raises(PipelineError) as refused:
        Pipeline((stage("times"), stage("times")))

    assert str(refused.value) == "times: stands twice in the pipeline; give one of the two another name"


def test_stages_run_in_their_order() -> None:
    ran: list[str] = []

    def run_as(name: str) -> Stage:
        def run(article: Article) -> Article:
            ran.append(name)
            return article

        return Stage(name, frozenset(), frozenset(), run)

    Pipeline((run_as("b"), run_as("a"))).run(make_article(GERMAN))
    assert ran == ["b", "a"]


def test_the_default_pipeline_has_the_built_in_stages_in_their_order() -> None:
    names = [stage.name for stage in default_pipeline().stages]

    assert names == ["language", "times", "quantities", "entities", "statements", "quality"]
    assert {"text", "blocks", "language", "published"} <= INTAKE_LAYERS


PLUGIN = """
from dataclasses import replace
from lagebild import Caution, Stage
from lagebild.model import CautionKind

def warn(article):
    caution = Caution(CautionKind.CONTRADICTION, f"{len(article.times)} times were found.")
    return replace(article, warnings=(*article.warnings, caution))

STAGE = Stage("contradictions", frozenset({"times"}), frozenset({"warnings"}), warn)
TWIN = Stage("times", frozenset(), frozenset(), warn)
NO_STAGE = warn
"""


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a distribution on the path that has yet to say what its entry points are."""
    (tmp_path / "contradictions_plugin.py").write_text(PLUGIN, encoding="utf-8")
    info = tmp_path / "contradictions_plugin-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: contradictions-plugin\nVersion: 1.0\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    default_pipeline.cache_clear()
    yield info / "entry_points.txt"
    default_pipeline.cache_clear()


def test_an_installed_distribution_adds_its_stage(distribution: Path) -> None:
    distribution.write_text("[lagebild.stages]\nwarn = contradictions_plugin:STAGE\n", encoding="utf-8")
    article = lagebild.read("Der Rat tagt am 12. März 2031.", kind="text", language="de")

    assert [stage.name for stage in default_pipeline().stages][-1] == "contradictions"
    assert article.warnings[-1].message == "1 times were found."


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("NO_STAGE", "warn: the entry point contradictions_plugin:NO_STAGE is no lagebild.Stage"),
        ("MISSING", "warn: cannot be loaded ("),
        ("TWIN", "times: stands twice in the pipeline"),
    ],
)
def test_an_entry_point_that_does_not_fit_is_refused(distribution: Path, entry: str, problem: str) -> None:
    distribution.write_text(f"[lagebild.stages]\nwarn = contradictions_plugin:{entry}\n", encoding="utf-8")

    with pytest.raises(PipelineError) as refused:
        default_pipeline()
    assert str(refused.value).startswith(problem)


def test_a_distribution_without_its_module_is_refused(distribution: Path) -> None:
    distribution.write_text("[lagebild.stages]\nwarn = no_such_plugin:STAGE\n", encoding="utf-8")

    with pytest.raises(PipelineError, match=r"^warn: cannot be loaded \(No module named 'no_such_plugin'\)"):
        default_pipeline()


def test_reading_a_page_runs_the_stages_that_were_asked_for() -> None:
    article = lagebild.read(GERMAN_PAGE, pipeline=Pipeline(BUILT_IN_STAGES[:1]))

    assert article.times
    assert article.entities == ()
