"""What the reader should check: the record's warnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.cli.excerpts import Excerpt, readable
from lagebild.cli.phrasing import other_readings, time_in_words
from lagebild.cli.places import places_of
from lagebild.cli.sections.rows import Row, Section, Tone, rest

if TYPE_CHECKING:
    from lagebild.cli.places import Places
    from lagebild.cli.wording import Wording
    from lagebild.model import Article, Caution

_MAX_ROWS = 12
_MAX_QUOTES = 3


def warning_section(article: Article, wording: Wording) -> Section:
    """Return the section on warnings: what is doubtful, in which words, where."""
    places = places_of(article, wording)
    rows = [
        Row(
            detail="!",
            lead=wording.cautions[caution.kind],
            quotes=tuple(Excerpt(readable(span.of(article.text))) for span in caution.spans[:_MAX_QUOTES]),
            notes=_readings(article, caution, wording),
            place=_place(caution, places),
            tone=Tone.CAUTION,
        )
        for caution in article.warnings[:_MAX_ROWS]
    ]
    return Section(wording.phrases.warnings, (*rows, *rest(len(article.warnings) - len(rows), wording)))


def _place(caution: Caution, places: Places) -> str:
    """Return the first of the places, with "…" where there are others."""
    names = list(dict.fromkeys(map(places.of, caution.spans)))
    return f"{names[0]} …" if len(names) > 1 else "".join(names)


def _readings(article: Article, caution: Caution, wording: Wording) -> tuple[str, ...]:
    """Return the days that the doubtful words may mean."""
    doubtful = [time for time in article.times if time.alternatives and time.span in caution.spans]
    readings = dict.fromkeys(
        reading for time in doubtful for reading in (time_in_words(time, wording), *other_readings(time, wording))
    )
    return (f" {wording.phrases.or_} ".join(filter(None, readings)),) if doubtful else ()
