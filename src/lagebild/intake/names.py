"""The names of persons in by-lines and metadata, cleaned of all that is no name."""

from __future__ import annotations

import re
from functools import cache

from lagebild.lexicon import alternation, phrases_by_name

_PARTICLES = frozenset(
    "von van vom zu zur zum de del della di da dos du der den ter ten la le el al bin ibn st y v.".split()
)
_SEPARATOR = re.compile(r"\s*(?:[;|/•·,&+\n]|\s(?:und|and|et|sowie|with|mit)\s)\s*")
# Where somebody reported from is no part of the name: "Pia Lorenz in Halmstedt".
_PLACE = re.compile(r"\s(?:in|aus|from|at|bei)\s.*$")
_TITLE = re.compile(r"^(?:Dr|Prof|Mag|Dipl|med|Ing|PhD|MD|Dr\.-Ing)\.?$")
_TOKEN = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*\.?$")
# trafilatura writes "wien.orf.at" as "Wien Orf At".
_DOMAINS = frozenset("at ch com de eu fr info it net org uk".split())
_MAX_TOKENS = 5
_MAX_CHARS = 60
_MAX_LIST_CHARS = 500


@cache
def _no_name() -> frozenset[str]:
    return frozenset(phrases_by_name("bylines", "phrases")["no_name"])


@cache
def _opening() -> re.Pattern[str]:
    phrases = alternation(phrases_by_name("bylines", "phrases")["author"])
    return re.compile(rf"^(?:{phrases})\b\s*:?\s*", re.IGNORECASE)


def without_opening(line: str) -> str:
    """Return a by-line without the words before the names.

    >>> without_opening("Von Jana Weyde")
    'Jana Weyde'
    """
    return _opening().sub("", line.strip(), count=1)


def person_names(line: str) -> tuple[str, ...]:
    """Return the full names of persons that a list of names holds, in order, each once.

    >>> person_names("Von Mariya Knight, Paul P. Murphy und der Redaktion")
    ('Mariya Knight', 'Paul P. Murphy')
    """
    pieces = _SEPARATOR.split(without_opening(line[:_MAX_LIST_CHARS]))
    names = (_PLACE.sub("", " ".join(piece.split())).strip(" .:-–") for piece in pieces)
    return tuple(dict.fromkeys(name for name in names if is_full_name(name)))


def is_full_name(name: str) -> bool:
    """Tell whether the words can be the first and family name of a person."""
    tokens = name.split()
    core = [token for token in tokens if not _TITLE.match(token) and token.lower() not in _PARTICLES]
    return (
        len(name) <= _MAX_CHARS
        and 1 < len(core) <= _MAX_TOKENS
        and all(_TOKEN.match(token) and token[0].isupper() for token in core)
        and not any(token.lower().strip(".") in _no_name() for token in tokens if token.lower() not in _PARTICLES)
        and tokens[-1].lower() not in _DOMAINS
        and any(len(token) > len("A.") for token in core)
    )


def display_name(name: str) -> str | None:
    """Return a name that metadata marks as a person's, cleaned; ``None`` where it is none. One word may be enough.

    >>> display_name("von Jana  Weyde"), display_name("Redaktion"), display_name("flerche")
    ('Jana Weyde', None, 'flerche')
    """
    cleaned = " ".join(without_opening(name[:_MAX_LIST_CHARS]).split()).strip(" .:-–,;")
    words = [word.lower().strip(".") for word in cleaned.split()]
    is_name = (
        0 < len(cleaned) <= _MAX_CHARS
        and len(words) <= _MAX_TOKENS
        and any(char.isalpha() for char in cleaned)
        and not re.search(r"[@/<>{}]|www\.|\.(?:de|com|net|org|at|ch)\b|\d{2,}", cleaned)
        and not any(word in _no_name() for word in words if word not in _PARTICLES)
    )
    return cleaned if is_name else None
