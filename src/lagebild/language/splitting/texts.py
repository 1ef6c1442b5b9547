"""A text as sentences of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.language.splitting.lengths import within_limits
from lagebild.language.splitting.lines import find_paragraphs
from lagebild.language.splitting.sentences import find_sentences
from lagebild.language.splitting.words import find_words

if TYPE_CHECKING:
    from lagebild.language.splitting.tokens import Token


def split(text: str, *, language: str | None) -> list[list[Token]]:
    """Return the sentences of a text, each as its tokens; none is empty.

    Every character that is no white space stands in exactly one token, in the order of the text. German and English
    words are those of their treebanks in Universal Dependencies 2; other languages get rules that all share.

    Args:
        text: Any text; a blank line ends a sentence.
        language: ISO 639-1 code, or ``None`` where it is unknown.

    >>> [[token.words for token in sentence] for sentence in split("Am 3. Mai kam er. Wer?", language="de")]
    [[('An', 'dem'), ('3.',), ('Mai',), ('kam',), ('er',), ('.',)], [('Wer',), ('?',)]]
    """
    return [
        list(piece)
        for paragraph in find_paragraphs(text)
        for start, end in find_sentences(text, *paragraph, language=language)
        for piece in within_limits(find_words(text, start, end, language=language))
    ]
