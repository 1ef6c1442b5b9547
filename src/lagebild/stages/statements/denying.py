"""Who rejects an accusation says that it is not so: "wies die Vorwürfe zurück" is a denial."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lagebild.lexicon.forms import words_of
from lagebild.model import SpeechAct, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lagebild.model import Article, Attribution, Word


def with_denials(attributions: Iterable[Attribution], article: Article, language: str) -> list[Attribution]:
    """Return the attributions; one that rejects an accusation, as the noun of what is rejected says, is a denial."""
    accusations = words_of("attribution", "accusations", language)
    words = [word for sentence in (article.analysis.sentences if article.analysis else ()) for word in sentence.words]
    return [replace(one, act=SpeechAct.DENY) if _rejects(one, accusations, words) else one for one in attributions]


def _rejects(one: Attribution, accusations: frozenset[str], words: list[Word]) -> bool:
    if one.act is not SpeechAct.REJECT or one.kind is not StatementKind.REPORTED:
        return False
    said = [word for word in words if any(piece.covers(word.span) for piece in one.content)]
    noun = next((word for word in said if word.upos == "NOUN"), None)
    return noun is not None and noun.lemma.lower() in accusations
