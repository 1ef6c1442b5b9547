"""Fetching a page by its URL."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lagebild.intake.pages import MAX_PAGE_BYTES, Page
from lagebild.intake.web.addresses import resolve
from lagebild.intake.web.exchange import PAGE_STATUSES, Answer, Request, exchange
from lagebild.intake.web.metering import Deadline
from lagebild.intake.web.redirects import follow
from lagebild.intake.web.robots import MAX_ROBOTS_BYTES, Rules, parse_robots
from lagebild.intake.web.targets import Target, parse_target
from lagebild.model import FetchError
from lagebild.model.errors import one_line
from lagebild.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

USER_AGENT = f"lagebild/{__version__} (+https://pypi.org/project/lagebild/)"

_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_NOT_MODIFIED = 304
# The first of the class of server errors (RFC 9110, section 15.6).
_SERVER_ERRORS = 500
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", re.ASCII)
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([\w.:+-]+)", re.ASCII | re.IGNORECASE)
_WAYS_OUT = {
    401: "the page needs a login; save it in a browser and read the file",
    403: "the site refuses programs; save the page in a browser and read the file",
    404: "check the address",
    410: "the page was taken down; look for it in a web archive",
    429: "too many requests; wait before you try again",
    451: "withheld for legal reasons; look for the page in a web archive",
}


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """How to behave on the web.

    Args:
        user_agent: Who asks; its first word is the name that robots.txt knows.
        allow_private: Whether addresses may be reached that are not on the public internet.
        obey_robots: Whether pages are left alone that robots.txt forbids.
        timeout_s: Seconds for everything together: names, robots.txt, redirects and the page.
        max_bytes: How long a page may be, unpacked.
        max_redirects: How many redirects are followed.
    """

    user_agent: str = USER_AGENT
    allow_private: bool = False
    obey_robots: bool = True
    timeout_s: float = 30.0
    max_bytes: int = MAX_PAGE_BYTES
    max_redirects: int = 10


DEFAULT_POLICY = FetchPolicy()


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server calls the state of a page, to ask later whether it changed (RFC 9110, section 8.8).

    Args:
        etag: The ``ETag`` header, or ``None``.
        last_modified: The ``Last-Modified`` header, or ``None``.
    """

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of a fetch.

    Args:
        page: The page; ``None`` where it did not change since the validators that were known.
        validators: To hand in the next time.
        status: The HTTP status: 200, 203 or 304.
    """

    page: Page | None
    validators: Validators
    status: int


def utc_now() -> datetime:
    """Return the time of day, for the stamp of a page."""
    return datetime.now(UTC)


def fetch(
    url: str,
    *,
    policy: FetchPolicy = DEFAULT_POLICY,
    known: Validators | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> Fetched:
    """Fetch a page, whatever its media type.

    The host is resolved once, each of its addresses is checked, and no other is connected to; every redirect is
    treated like the first URL. Proxies of the environment are not used, because they would resolve names themselves.

    Args:
        url: An http or https address; its fragment is dropped.
        policy: How to behave.
        known: The validators of the last time; an unchanged page is then not sent again.
        clock: Where the time stamp of the page comes from.

    Raises:
        FetchError: If the page cannot, or must not, be fetched.
    """
    start = parse_target(url)
    known = known or Validators()
    conditions = _conditions(known)
    journey = _Journey(policy, Deadline.start(start.url, policy.timeout_s))
    try:
        target, answer = follow(start, lambda target: journey.ask(target, conditions), policy.max_redirects)
        _check_status(target, answer, is_conditional=bool(conditions))
    except FetchError as error:
        if error.subject == start.url:
            raise
        raise FetchError(start.url, f"redirects to {error.subject}: {error.problem}") from error
    validators = _validators(answer.headers)
    if answer.status == _NOT_MODIFIED:
        return Fetched(None, _merge(validators, known), answer.status)
    return Fetched(_make_page(start, target, answer, clock()), validators, answer.status)


@dataclass(slots=True)
class _Journey:
    """One fetch under way: it remembers the addresses and the rules of the hosts it came by."""

    policy: FetchPolicy
    deadline: Deadline
    addresses: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    rules: dict[str, Rules] = field(default_factory=dict)

    def ask(self, target: Target, conditions: Mapping[str, str]) -> Answer:
        """Ask for a page, once its host was checked and robots.txt permits it."""
        addresses = self._resolve(target)
        if self.policy.obey_robots:
            self._check_robots(target)
        headers = {"User-Agent": self.policy.user_agent, "Accept": _ACCEPT, **conditions}
        return exchange(Request(target, addresses, headers, self.deadline, self.policy.max_bytes))

    def _resolve(self, target: Target) -> tuple[str, ...]:
        host = (target.host, target.port)
        if host not in self.addresses:
            left_s = self.deadline.left_s()
            self.addresses[host] = resolve(target, timeout_s=left_s, allow_private=self.policy.allow_private)
        return self.addresses[host]

    def _check_robots(self, target: Target) -> None:
        if target.origin not in self.rules:
            self.rules[target.origin] = self._fetch_rules(target)
        if not self.rules[target.origin].permit(target.url):
            raise FetchError(target.url, "robots.txt forbids it; if you may, fetch it with --ignore-robots")

    def _fetch_rules(self, target: Target) -> Rules:
        """Return the rules of a host; none where the server says there are none (RFC 9309, section 2.3.1)."""
        try:
            _, answer = follow(target.at("/robots.txt"), self._ask_robots, self.policy.max_redirects)
        except FetchError as error:
            raise _unreadable_robots(target, error.problem.split(";")[0]) from error
        if answer.status >= _SERVER_ERRORS:
            raise _unreadable_robots(target, f"HTTP {answer.status}")
        return parse_robots(answer.body, user_agent=self.policy.user_agent)

    def _ask_robots(self, target: Target) -> Answer:
        headers = {"User-Agent": self.policy.user_agent, "Accept": "text/plain,*/*;q=0.8"}
        return exchange(Request(target, self._resolve(target), headers, self.deadline, MAX_ROBOTS_BYTES, cut=True))


def _unreadable_robots(target: Target, reason: str) -> FetchError:
    problem = f"its robots.txt cannot be read ({reason}), which forbids all; try again later, or use --ignore-robots"
    return FetchError(target.url, problem)


def _check_status(target: Target, answer: Answer, *, is_conditional: bool) -> None:
    status = answer.status
    if status in PAGE_STATUSES or (status == _NOT_MODIFIED and is_conditional):
        return
    in_trouble = status >= _SERVER_ERRORS
    general = "the server is in trouble; try again later" if in_trouble else "that is no page; check the address"
    raise FetchError(target.url, f"HTTP {status}; {_WAYS_OUT.get(status, general)}")


def _conditions(known: Validators) -> dict[str, str]:
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    # What was stored may have been folded over lines, which may not be sent.
    return {name: one_line(value) for name, value in headers.items() if value}


def _validators(headers: Mapping[str, str]) -> Validators:
    return Validators(headers.get("ETag"), headers.get("Last-Modified"))


def _merge(new: Validators, known: Validators) -> Validators:
    return Validators(new.etag or known.etag, new.last_modified or known.last_modified)


def _make_page(start: Target, target: Target, answer: Answer, received: datetime) -> Page:
    content_type = answer.headers.get("Content-Type", "")
    media_type = content_type.partition(";")[0].strip().lower()
    charset = _CHARSET.search(content_type)
    return Page(
        name=start.url,
        content=answer.body,
        media_type=media_type if _MEDIA_TYPE.fullmatch(media_type) else None,
        charset=charset.group(1).lower() if charset else None,
        url=target.url,
        received=received.astimezone(UTC).isoformat(timespec="seconds"),
    )
