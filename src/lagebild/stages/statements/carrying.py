"""Who goes on to speak: the source of a statement without a cue is that of the one before it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.stages.statements.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.model import Article, Attribution

_FARTHEST = 2
"""So many sentences may lie between what somebody says and what he goes on to say."""


def with_carried_sources(findings: Sequence[Finding], article: Article) -> list[Finding]:
    """Return the findings; one that has neither cue nor source gets the source of the one before it, if near."""
    starts = [sentence.span.start for sentence in article.analysis.sentences] if article.analysis else []
    carried: list[Finding] = []
    for finding in findings:
        before = carried[-1].attribution if carried else None
        one = finding.attribution
        if before and before.source and not one.cue and one.source is None and _is_near(before, one, starts):
            carried.append(Finding(replace(one, source=before.source), "rule:carried"))
        else:
            carried.append(finding)
    return carried


def _is_near(before: Attribution, after: Attribution, starts: Sequence[int]) -> bool:
    first = max(bisect_right(starts, span.start) for span in (*before.cue, *before.content))
    second = min(bisect_right(starts, span.start) for span in after.content)
    return second - first <= _FARTHEST
