"""The rows that every section of the report is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lagebild.cli.excerpts import Excerpt
    from lagebild.cli.wording import Wording


ANSWER_MARK = "↳ "
"""What stands before the detail of a row that answers the one above."""


class Tone(Enum):
    """How a row's detail is coloured."""

    PLAIN = auto()
    AGAINST = auto()
    FOR = auto()
    CAUTION = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of thought: a label, what is said about it, and the words of the page that show it.

    Args:
        label: What stands first: a speaker, a day, a number, a name.
        detail: A word or two beside it: a verb, a kind, a count.
        lead: What the report itself says before the quotes.
        quotes: The words of the page.
        notes: What the report adds behind them, in brackets.
        place: Where in the article it stands.
        tone: How the detail is coloured.
        subject: Whom the label means where labels alone do not tell: one "he" is not the next.
        is_answer: Whether it stands under the row above as an answer to it.
    """

    label: str = ""
    detail: str = ""
    lead: str = ""
    quotes: tuple[Excerpt, ...] = ()
    notes: tuple[str, ...] = ()
    place: str = ""
    tone: Tone = Tone.PLAIN
    subject: str = ""
    is_answer: bool = False

    def shares_label_with(self, other: Row | None) -> bool:
        """Return whether the label means the same as that of another row."""
        return other is not None and (self.label, self.subject) == (other.label, other.subject)


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list of rows.

    Args:
        title: Its title.
        rows: Its rows; a label that means the same as the one above need not be shown again.
        quiet: Whether it is a note at the margin, whose labels need no weight.
    """

    title: str
    rows: tuple[Row, ...]
    quiet: bool = False


def times_found(count: int, wording: Wording) -> tuple[str, ...]:
    """Return a note on how often something is said, if more than once."""
    return (wording.phrases.found.format(count=count),) if count > 1 else ()


def rest(count: int, wording: Wording) -> tuple[Row, ...]:
    """Return a row that says how many more there are, if any."""
    return (Row(lead=wording.phrases.more_rows.format(count=count)),) if count > 0 else ()
