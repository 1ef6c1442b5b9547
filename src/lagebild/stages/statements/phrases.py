"""Noun phrases that may name a source, read from articles, capitals and mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.lexicon.speech_verbs import speech_verbs
from lagebild.model import Party

if TYPE_CHECKING:
    from lagebild.stages.statements.context import Context

_LONGEST_MODIFIER = 5
_LONGEST_BRACKET = 6
_LONGEST_PHRASE = 25
_LONGEST_TITLE = 3
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase.

    Args:
        first: Index of its first token.
        last: Index behind its last token.
        head_last: Index behind its head, to which genitives and brackets are added.
        is_several: Whether several are named, with "und" or "and".
    """

    first: int
    last: int
    head_last: int
    is_several: bool = False

    def party(self, context: Context) -> Party:
        """Return the source that the phrase names; it has an entity if its head is a mention."""
        head_end = context.sentence.tokens[self.head_last - 1].span.end
        entity = None if self.is_several else context.entities.get(head_end)
        return Party(context.sentence.span(self.first, self.last), entity)


def phrase_at(context: Context, first: int, stop: int) -> Phrase | None:
    """Return the noun phrase that begins at a token, with what is joined to it by "und", or ``None``.

    Args:
        context: The sentence.
        first: Index of the token.
        stop: Index behind the last token that may belong to it.
    """
    stop = min(stop, first + _LONGEST_PHRASE)
    phrase = _single(context, first, stop)
    if phrase is None:
        return None
    last = phrase.last
    while last < stop and context.is_in(last, "conjunctions"):
        added = _single(context, last + 1, stop)
        if added is None:
            break
        last = added.last
    return Phrase(first, last, phrase.head_last, is_several=last > phrase.last)


def fills(context: Context, first: int, stop: int) -> Phrase | None:
    """Return the noun phrase, with attributes such as "für …", that all tokens of a range make up, or ``None``."""
    phrase = phrase_at(context, first, stop)
    last = phrase.last if phrase else first
    while phrase is not None and last < stop:
        added = _single(context, last + 1, stop) if context.is_in(last, "attributes") else None
        if added is None:
            return None
        last = added.last
    return Phrase(phrase.first, last, phrase.head_last, phrase.is_several) if phrase else None


def _single(context: Context, first: int, stop: int) -> Phrase | None:
    if first >= stop:
        return None
    head_last = _core(context, first, stop)
    if head_last is None:
        return Phrase(first, first + 1, first + 1) if context.is_in(first, "pronouns") else None
    last = _with_bracket(context, head_last, stop)
    while last < stop and context.is_in(last, "genitives") and _takes_genitive(context, head_last):
        added = _core(context, last + (context.language == "en"), stop)
        if added is None:
            break
        last = added
    return Phrase(first, _with_bracket(context, last, stop), head_last)


def _takes_genitive(context: Context, head_last: int) -> bool:
    """Tell whether a genitive may follow: "sagte Putin der Zeitung" names the one who is told."""
    return context.language == "en" or context.sentence.tokens[head_last - 1].span.end not in context.entities


def _core(context: Context, first: int, stop: int) -> int | None:
    """Return the index behind article, adjectives and nouns, or ``None`` where there is no noun."""
    tokens = context.sentence.tokens
    index = first
    if _is_article(context, index):
        index += 1
    limit = min(stop, index + _LONGEST_MODIFIER)
    while index < limit and _is_modifier(context, index):
        index += 1
    begin = index
    while index < stop and _continues(context, index):
        index = _behind_mention(context, index, stop) or index + 1
        if tokens[index - 1].span.end in context.persons:
            # "sagte Putin Journalisten": a name ends the phrase.
            break
    return index if index > begin else None


def _is_article(context: Context, index: int) -> bool:
    return context.is_in(index, "determiners") or context.is_in(index, "oblique")


def _is_modifier(context: Context, index: int) -> bool:
    """Tell whether a token is a German adjective or number before a noun; English ones are read as nouns are."""
    token = context.sentence.tokens[index]
    if context.language == "en" or not token.is_word or not _may_belong(context, index):
        return False
    return token.text.isdigit() or (token.text[0].islower() and token.text.endswith(_ADJECTIVE_ENDINGS))


def _continues(context: Context, index: int) -> bool:
    """Tell whether a token is one of the nouns and names of a phrase."""
    token = context.sentence.tokens[index]
    if token.quotation is not None:
        is_short = len(token.text.split()) <= _LONGEST_TITLE
        return index > 0 and is_short and token.quotation.inner.of(context.text)[:1].isupper()
    if not token.is_word or not _may_belong(context, index):
        return False
    return token.is_capitalised if context.language == "de" else not token.text[0].isdigit()


def _may_belong(context: Context, index: int) -> bool:
    token = context.sentence.tokens[index]
    lower = token.lower
    return not (
        index in context.times
        or lower in words_of("function_words", "words", context.language)
        or token.text in speech_verbs(context.language).finite
        or context.is_in(index, "adverbs")
        or context.is_in(index, "according")
        or context.is_in(index, "auxiliaries")
    )


def _behind_mention(context: Context, index: int, stop: int) -> int | None:
    """Return the index behind the mention that begins at a token, as "Ursula von der Leyen" does, or ``None``."""
    end = context.mention_ends.get(context.sentence.tokens[index].span.start)
    if end is None:
        return None
    tokens = context.sentence.tokens
    return next((last + 1 for last in range(index, stop) if tokens[last].span.end == end), None)


def _with_bracket(context: Context, last: int, stop: int) -> int:
    tokens = context.sentence.tokens
    if last < stop and tokens[last].text == "(":
        limit = min(stop, last + _LONGEST_BRACKET)
        return next((index + 1 for index in range(last, limit) if tokens[index].text == ")"), last)
    return last
