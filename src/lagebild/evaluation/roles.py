"""The tasks on roles: own pages held out from training, and how far two readers agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lagebild.evaluation.gold_pages import GOLD, GoldPage, held_out_names, own_pages, second_readings
from lagebild.evaluation.scores import Counts, counts_of, kappa, label_counts, macro_f1, mean, token_counts
from lagebild.evaluation.tasks import Case, Result, Task
from lagebild.intake.pages import Hints, Page
from lagebild.intake.plain import read_page_text
from lagebild.model import STORY_ROLES, EvaluationError, IntakeError, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lagebild.model import Block

BODY_ROLES = STORY_ROLES - {Role.HEADLINE, Role.CAPTION}
# Running text shorter than this is rarely taken for a story, and often is one word of a menu.
SENTENCE_CHARS = 80


def measure_roles(folder: Path) -> Result:
    """Measure roles, repeats and story lines of own pages against their gold."""
    pages = [page for page in own_pages(folder) if page.name in held_out_names()]
    return score_pages([(page, read_blocks(page)) for page in pages])


def read_blocks(page: GoldPage) -> list[tuple[Role, int | None]]:
    """Return role and repeat of each line as lagebild reads the page's text; all ``other`` where it refuses."""
    try:
        blocks: Sequence[Block] = read_page_text(Page(page.name, page.text), Hints()).blocks
    except IntakeError:
        return [(Role.OTHER, None)] * len(page.lines)
    return [(block.role, block.repeats) for block in blocks]


def score_pages(readings: Iterable[tuple[GoldPage, list[tuple[Role, int | None]]]]) -> Result:
    """Return the scores of pages whose lines were given a role and a repeat each."""
    by_role: dict[str, Counts] = {}
    lines, repeats, boilerplate = Counts(), Counts(), Counts()
    tokens: list[float] = []
    bodies: list[float] = []
    cases = []
    for page, reading in readings:
        predicted = [role for role, _ in reading]
        page_counts = label_counts(predicted, page.roles)
        for role, counts in page_counts.items():
            by_role[role] = by_role.get(role, Counts()) + counts
        lines += counts_of(_story(predicted), _story(page.roles))
        repeats += counts_of(_marks([repeat for _, repeat in reading]), _marks(page.repeats))
        boilerplate += _kept_boilerplate(page, predicted)
        token = token_counts(_text(page, _story(predicted)), _text(page, _story(page.roles)))
        if _story(page.roles):
            tokens.append(token.f1)
            bodies.append(token_counts(body_of(page, predicted), body_of(page, page.roles)).f1)
        cases.append(Case(page.name, mean([macro_f1(page_counts), token.f1]), _mistakes(page, predicted)))
    kept = boilerplate.hits + boilerplate.misses
    return Result(
        {
            "role_macro_f1": macro_f1(by_role),
            "line_precision": lines.precision,
            "line_recall": lines.recall,
            "line_f1": lines.f1,
            "token_f1": mean(tokens),
            "body_token_f1": mean(bodies),
            "repeat_f1": repeats.f1,
            "boilerplate_left_out": boilerplate.hits / kept if kept else 1.0,
            **{f"f1_{role}": by_role[role].f1 for role in sorted(by_role)},
        },
        tuple(cases),
    )


def body_of(page: GoldPage, roles: Sequence[Role]) -> str:
    """Return the lines of the story without headline and captions, which body extractors leave out by design."""
    return _text(page, {number for number, role in enumerate(roles) if role in BODY_ROLES})


def _story(roles: Sequence[Role]) -> set[int]:
    return {number for number, role in enumerate(roles) if role in STORY_ROLES}


def _marks(repeats: Sequence[int | None]) -> set[tuple[int, int]]:
    return {(number, original) for number, original in enumerate(repeats) if original is not None}


def _text(page: GoldPage, numbers: set[int]) -> str:
    return "\n".join(page.lines[number] for number in sorted(numbers))


def _kept_boilerplate(page: GoldPage, predicted: Sequence[Role]) -> Counts:
    """Count the lines that look like sentences and are no story: hits where they were left out."""
    looks = [
        number
        for number, line in enumerate(page.lines)
        if page.roles[number] not in STORY_ROLES and len(line) >= SENTENCE_CHARS and line[-1] in ".!?"
    ]
    left_out = sum(predicted[number] not in STORY_ROLES for number in looks)
    return Counts(hits=left_out, misses=len(looks) - left_out)


def _mistakes(page: GoldPage, predicted: Sequence[Role]) -> str:
    wrong = [
        f"{gold}>{guess}: {line[:60]}"
        for line, gold, guess in zip(page.lines, page.roles, predicted, strict=True)
        if gold is not guess
    ]
    return " | ".join(wrong)


def measure_agreement(folder: Path) -> Result:
    """Measure how far a second reader, who had only the codebook, agrees with the first on the own pages.

    Raises:
        EvaluationError: If the folder holds none of the pages that both have read.
    """
    pages = {page.name: page for page in own_pages(folder)}
    first: list[str] = []
    second: list[str] = []
    marks = Counts()
    for name, roles, repeats in second_readings():
        if name in pages:
            first.extend(pages[name].roles)
            second.extend(roles)
            marks += counts_of(set(repeats.items()), _marks(pages[name].repeats))
    if not second:
        raise EvaluationError(str(folder), "holds no page that a second reader labelled; leave --data out")
    return Result(
        {"kappa": kappa(first, second), "role_macro_f1": macro_f1(label_counts(second, first)), "repeat_f1": marks.f1}
    )


_DUMPS = Path(str(GOLD / "dumps"))
ROLES_TASK = Task("roles", "Roles, repeats and story lines of page text (own pages, held out).", measure_roles, _DUMPS)
AGREEMENT_TASK = Task("agreement", "How far two readers of the own pages agree.", measure_agreement, _DUMPS)
