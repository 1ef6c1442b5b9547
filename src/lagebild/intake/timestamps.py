"""Publication dates as feeds write them, in ISO 8601 or RFC 822."""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parsedate_to_datetime

from lagebild.expressions.publication import parse_given
from lagebild.model import KnownFrom, Published

_SECONDS = re.compile(r"\d:\d{2}:\d{2}", re.ASCII)
_MAX_CHARS = 64
# What clocks show that were never set; no page was published on it.
_UNSET_CLOCK = "1970-01-01"


def published_from_feed(value: str) -> Published | None:
    """Return the date, or date and time, that a feed gives for an entry; ``None`` where it gives none.

    The time of day stays that of the writer's zone, so that the day is the one that readers saw.

    >>> published_from_feed("Tue, 18 Jun 2024 00:30:00 +0200").value
    '2024-06-18T00:30:00+02:00'
    """
    value = value.strip()[:_MAX_CHARS]
    iso = parse_given(value)
    published = replace(iso, known_from=KnownFrom.METADATA) if iso else _from_rfc_822(value)
    is_set = published is not None and not (published.value or "").startswith(_UNSET_CLOCK)
    return published if is_set else None


def _from_rfc_822(value: str) -> Published | None:
    has_time = ":" in value
    try:
        moment = parsedate_to_datetime(value if has_time else f"{value} 00:00")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not has_time:
        return Published(moment.date().isoformat(), "day", KnownFrom.METADATA)
    has_seconds = bool(_SECONDS.search(value))
    written = moment.isoformat(timespec="seconds" if has_seconds else "minutes")
    return Published(written, "second" if has_seconds else "minute", KnownFrom.METADATA)
