"""Who is reported to have said what: the attributions of the analysis, with those who take part in them.

Conventions, after PARC 3.0 and PolNeAR; the codebook beside the gold has them all:

- The source is the smallest phrase that names who says it. It has an entity where its head, or a name that stands close
  to it, is a mention; several sources together ("Moskau und Pjöngjang") have none.
- The cue is the verb with its particle or auxiliary ("teilte … mit", "haben … vorgeworfen"), a noun ("die Forderung"),
  or a preposition ("laut", "according to").
- The content of indirect speech begins with its complementizer ("dass", "that") and ends before the stop of the
  sentence; that of a denial ends before "sondern", and what follows is a statement of its own. The content of direct
  speech stands without its quotation marks.
- ``mixed`` is indirect speech with a quotation in it, or a quotation inside the writer's clause; ``reported`` names
  what is said with a noun ("wies alle Vorwürfe zurück").
- What goes on without a cue, in Konjunktiv or in bare quotations, has the source of the statement before.
- The time is given where the sentence of the cue has exactly one outside of what is said.
- The same words of the same source count once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.model import Stage, Statement
from lagebild.stages.statements.asides import asides
from lagebild.stages.statements.carrying import with_carried_sources
from lagebild.stages.statements.denying import with_denials
from lagebild.stages.statements.findings import NETWORK
from lagebild.stages.statements.instead import apart_from_denials
from lagebild.stages.statements.parties import Parties
from lagebild.stages.statements.quoting import with_whole_quotations
from lagebild.stages.statements.relaying import with_relays
from lagebild.stages.statements.repeats import without_repeats

if TYPE_CHECKING:
    from lagebild.model import Article, Attribution, Span
    from lagebild.stages.statements.findings import Finding

_LANGUAGES = frozenset({"de", "en"})


def find_statements(article: Article) -> Article:
    """Return the article with its statements, in text order of what is said.

    An article in another language than German or English, or without an analysis, gets none.
    """
    if article.language not in _LANGUAGES or article.analysis is None:
        return replace(article, statements=())
    attributions = with_denials(article.analysis.attributions, article, article.language)
    attributions = with_relays(attributions, article, article.language)
    findings = apart_from_denials(with_whole_quotations(attributions, article.text), article.text)
    findings = sorted([*findings, *asides(article, findings)], key=_place)
    findings = with_carried_sources(findings, article)
    parties = Parties(article)
    made = [_statement(finding, article, parties) for finding in findings]
    made.sort(key=lambda statement: (statement.content or statement.cue, statement.cue))
    kept = without_repeats(made, article.text, article.language)
    numbered = (replace(statement, id=f"s{number}") for number, statement in enumerate(kept, start=1))
    return replace(article, statements=tuple(numbered))


STAGE = Stage(
    "statements",
    requires=frozenset({"text", "language", "analysis", "mentions", "times"}),
    provides=frozenset({"statements"}),
    run=find_statements,
)
"""The stage that fills `Article.statements`."""


def _place(finding: Finding) -> int:
    return min(span.start for span in (*finding.attribution.cue, *finding.attribution.content))


def _statement(finding: Finding, article: Article, parties: Parties) -> Statement:
    attribution = finding.attribution
    source = parties.source(attribution.source)
    about = (parties.party(span) for span in attribution.about)
    named = dict.fromkeys(party.entity for party in about if party and party.entity)
    return Statement(
        id="",
        kind=attribution.kind,
        act=attribution.act,
        source=source,
        cue=attribution.cue,
        content=attribution.content,
        addressee=parties.party(attribution.addressee),
        relayed_by=parties.party(attribution.relayed_by),
        time=_time(attribution, article),
        about=tuple(entity for entity in named if not source or entity != source.entity),
        found_by=finding.found_by,
        confidence=attribution.confidence if finding.found_by == NETWORK else None,
    )


def _time(attribution: Attribution, article: Article) -> str | None:
    """Return the only time in the sentence of the cue that is no part of what is said."""
    if not attribution.cue or article.analysis is None:
        return None
    around = article.analysis.sentence_of(attribution.cue[0])
    if around is None:
        return None
    inside = (time for time in article.times if around.span.covers(time.span))
    times = [time.id for time in inside if not _is_said(time.span, attribution)]
    return times[0] if len(times) == 1 else None


def _is_said(span: Span, attribution: Attribution) -> bool:
    return any(piece.overlaps(span) for piece in (*attribution.content, *attribution.cue))
