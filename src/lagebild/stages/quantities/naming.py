"""Numbers that name and count nothing: "Artikel 5", "Boeing 747", "2019", telephone numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lagebild.expressions.nouns import names_an_era
from lagebild.expressions.surroundings import BLANK, left_of
from lagebild.lexicon.forms import words_of

if TYPE_CHECKING:
    from lagebild.expressions.amounts import Amount
    from lagebild.model import Word
    from lagebild.stages.quantities.scenes import Scene

_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_NUMBERED = re.compile(rf"(?:§|(?<!\w)(?P<word>[^\W\d_]+)\.?){BLANK}?\Z")
_FIGURE_BEFORE = re.compile(rf"\d(?:{BLANK}|{BLANK}?[/–-]{BLANK}?)\Z")
_FIGURE_BEHIND = re.compile(rf"(?:{BLANK}|[/-])\d")
_COLON = re.compile(rf":{BLANK}?\Z")
_GERMAN_ORDINAL = re.compile(rf"\.(?={BLANK}|[^\W\d_])")
_UNGROUPED = re.compile(r"\d{5,}")
_LIST_NUMBER = re.compile(r"(?:\A|\n)\s*\Z")
_OPENING, _CLOSING = ("„", "“", "”", '"', "«", "»", "(", "["), ("“", "”", '"', "»", "«", ")", "]")
_CAPITAL_BEFORE = re.compile(rf"(?<![^\W_])[^\W\d_a-zäöüß][^\W\d_]+{BLANK}\Z")
_TO_THE_LEFT = frozenset({"nummod", "flat", "appos", "nmod", "dep", "compound", "flat:name", "nmod:desc"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def is_name(scene: Scene, amount: Amount) -> bool:
    """Tell whether a number, whatever stands behind it, is a place in an order, or a year of an era."""
    return names_an_era(scene.text, amount.end) or _is_numbered(scene, amount)


def _is_numbered(scene: Scene, amount: Amount) -> bool:
    """Tell whether a word before the number makes a place in an order of it: "Artikel 5", "§ 12", "A 7"."""
    match = left_of(_NUMBERED, scene.text, amount.start)
    if match is None:
        return False
    word = match["word"]
    if word is None or (len(word) == 1 and word.isupper() and word not in {"I", "A"}):
        return True
    if word == "A":
        return scene.language == "de"
    return word.lower() in words_of("number_words", "numbered", scene.language)


def is_plain_year(scene: Scene, amount: Amount) -> bool:
    """Tell whether a number looks like a year."""
    return _PLAIN_YEAR.fullmatch(scene.text, amount.start, amount.end) is not None


def names_with(scene: Scene, amount: Amount, end: int) -> bool:
    """Tell whether a number and the noun that ends at an offset are parts of one name: "Boeing 737 MAX"."""
    name = scene.words.name_at(amount.start)
    return name is not None and name.span.start <= amount.start and end <= name.span.end


def is_label(scene: Scene, amount: Amount) -> bool:
    """Tell whether a number without a thing behind it is a label, in a name, a telephone number or a list."""
    if amount.value == 0 or _is_enclosed(scene.text, amount):
        return True
    if amount.number.in_figures and _is_loose_figure(scene, amount):
        return True
    return _belongs_to_the_left(scene, amount) or scene.words.name_at(amount.start) is not None


def _is_enclosed(text: str, amount: Amount) -> bool:
    """Tell whether a number stands alone in quotation marks or brackets, as titles and numbers of comments do."""
    return text.endswith(_OPENING, 0, amount.start) and text.startswith(_CLOSING, amount.end)


def _is_loose_figure(scene: Scene, amount: Amount) -> bool:
    text = scene.text
    if amount.number.scale > 1:
        return False
    if left_of(_FIGURE_BEFORE, text, amount.start) or _FIGURE_BEHIND.match(text, amount.end):
        return True
    if left_of(_COLON, text, amount.start) or _BARE_YEAR.fullmatch(text, amount.start, amount.end):
        return True
    if scene.language == "de" and _GERMAN_ORDINAL.match(text, amount.end):
        return scene.words.sentence_at(amount.start) is scene.words.sentence_at(amount.end + 1)
    is_list_number = left_of(_LIST_NUMBER, text, amount.start) and text[amount.end : amount.end + 1] in {".", ")"}
    return bool(is_list_number) or _UNGROUPED.fullmatch(text, amount.start, amount.end) is not None


def _belongs_to_the_left(scene: Scene, amount: Amount) -> bool:
    """Tell whether a noun right before the number is what it numbers: "Gleis 9", "Boeing 747"."""
    before = scene.words.before(amount.start)
    if scene.words.sentence_at(amount.start) is None:
        return amount.number.in_figures and left_of(_CAPITAL_BEFORE, scene.text, amount.start) is not None
    if before is None or before.upos not in _NOUNS or scene.text[before.span.end : amount.start].strip("\u00a0 "):
        return False
    word = scene.words.at(amount.start)
    return word is None or not _depends_on_the_right(scene, word)


def _depends_on_the_right(scene: Scene, word: Word) -> bool:
    head = scene.words.head_of(word)
    if head is None:
        return True
    return head.span.start > word.span.start or word.relation not in _TO_THE_LEFT
