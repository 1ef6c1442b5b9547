"""Sentence and word splitting: a text as sentences of tokens."""

from lagebild.language.splitting.texts import split
from lagebild.language.splitting.tokens import Token

__all__ = ["Token", "split"]
