"""Following redirects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.intake.web.targets import Target, follow_reference
from lagebild.model import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable

    from lagebild.intake.web.exchange import Answer

_REDIRECT_STATUSES = frozenset([301, 302, 303, 307, 308])


def follow(start: Target, ask: Callable[[Target], Answer], max_redirects: int) -> tuple[Target, Answer]:
    """Ask along the redirects; return the last answer with what was asked for.

    Args:
        start: What is asked for first.
        ask: Checks a target and asks for it; every redirect goes through it.
        max_redirects: How many redirects are followed.

    Raises:
        FetchError: If they lead in a circle, are too many or are no addresses, and what ``ask`` raises.
    """
    seen: set[str] = set()
    target = start
    while True:
        seen.add(target.url)
        answer = ask(target)
        location = answer.headers.get("Location")
        if answer.status not in _REDIRECT_STATUSES or location is None:
            return target, answer
        target = follow_reference(target, _decode(location))
        if target.url in seen:
            raise FetchError(start.url, f"redirects in a circle, back to {target.url}; open it in a browser")
        if len(seen) > max_redirects:
            raise FetchError(start.url, f"more than {max_redirects} redirects; check the address")


def _decode(location: str) -> str:
    # Headers arrive as Latin-1, but servers put UTF-8 into this one.
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
