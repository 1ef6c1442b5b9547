"""A sentence with what other stages have found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.model import StatementKind
from lagebild.stages.statements.quotations import words_of_quotation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.model import Party, Span, SpeechAct
    from lagebild.stages.statements.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence with what other stages have found in it.

    Args:
        sentence: The sentence.
        text: The text of the article.
        language: ISO 639-1 code.
        entities: The entity of a mention that is no genitive, by the offset behind the mention.
        genitives: The entity of a mention that is a genitive, by the offset behind the mention.
        persons: The offsets behind mentions of persons that are no genitives.
        mention_ends: The offset behind every mention, by the one before it.
        times: The id of the time expression, by the index of each token that belongs to it or governs it.
    """

    sentence: Sentence
    text: str
    language: str
    entities: Mapping[int, str]
    genitives: Mapping[int, str]
    persons: frozenset[int]
    mention_ends: Mapping[int, int]
    times: Mapping[int, str]

    def span(self, tokens: range) -> Span:
        """Return where tokens stand; a quotation alone stands without its marks."""
        quotation = self.sentence.tokens[tokens.start].quotation
        if quotation is not None and len(tokens) == 1:
            return words_of_quotation(self.text, quotation)
        return self.sentence.span(tokens.start, tokens.stop)

    def kind_of(self, contents: Sequence[range]) -> StatementKind:
        """Return how contents are reported: direct if they are quotations, mixed if there are some in them."""
        tokens = self.sentence.tokens
        if all(len(content) == 1 and tokens[content.start].quotation for content in contents):
            return StatementKind.DIRECT
        is_mixed = any(tokens[index].quotation for content in contents for index in content)
        return StatementKind.MIXED if is_mixed else StatementKind.INDIRECT

    def is_in(self, index: int, table: str) -> bool:
        """Tell whether a word stands in a closed class of ``attribution.toml``."""
        return self.sentence.lower(index) in words_of("attribution", table, self.language)

    def is_adjunct(self, index: int) -> bool:
        """Tell whether a phrase may begin here that says when, where or to whom something is said."""
        tables = ("time_prepositions", "attributes", "oblique", "adverbs")
        return index in self.times or any(self.is_in(index, table) for table in tables)


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement that has no id yet; its fields are those of `Statement`."""

    kind: StatementKind
    act: SpeechAct
    source: Party | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    time: str | None = None
    about: tuple[str, ...] = ()
