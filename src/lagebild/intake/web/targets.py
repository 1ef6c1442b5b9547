"""What a URL asks for, and of which host."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from lagebild.model import FetchError

DEFAULT_PORTS = {"http": 80, "https": 443}

# Servers commonly refuse longer request lines (RFC 9110, section 4.1, asks for 8,000 octets at least).
MAX_URL_CHARACTERS = 8_000
# Enough of a URL to know it again in an error.
_SHOWN_CHARACTERS = 200
# Names after IDNA and IP addresses. What is still percent-encoded is no name, and the zone id of an IPv6 address names
# an interface of this very machine.
_HOST = re.compile(r"[a-z0-9._-]+|\[[a-f0-9:.]+\]")
_CREDENTIALS = re.compile(r"//[^/?#\\]*@")


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of which host.

    Args:
        scheme: ``http`` or ``https``.
        host: Name in ASCII (IDNA 2008), or an IP address; IPv6 without brackets.
        port: The one in the URL, or that of the scheme.
        path: Path and query, as they stand in the request.
    """

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """Host and port as the ``Host`` header has them; the port of the scheme is left out."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole, normalized (RFC 3986, section 6), without fragment."""
        return f"{self.origin}{self.path}"

    def at(self, path: str) -> Target:
        """Return another path of the same host."""
        return replace(self, path=path)


def parse_target(url: str) -> Target:
    """Return what a URL asks for.

    Raises:
        FetchError: If it is malformed, is not http or https, or holds credentials.

    >>> parse_target("HTTP://Straße.example:80/a b#top").url
    'http://xn--strae-oqa.example/a%20b'
    """
    url = url.strip()
    parts = _parse(url)
    if parts.scheme not in DEFAULT_PORTS:
        raise FetchError(_shown(url), "not an http or https address; begin it with https://")
    if not parts.host or not _HOST.fullmatch(parts.host):
        raise FetchError(_shown(url), "names no host that can be asked; check the address")
    if parts.auth:
        raise FetchError(_shown(url), "holds a user name or password, which are not sent; take them out of the address")
    port = DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
    return Target(parts.scheme, parts.host.strip("[]"), port, parts.request_uri)


def follow_reference(target: Target, reference: str) -> Target:
    """Return what a ``Location`` header leads to, seen from the page that sent it.

    Raises:
        FetchError: As `parse_target` does.

    >>> follow_reference(parse_target("https://news.example/a/b"), "../c").url
    'https://news.example/c'
    """
    try:
        url = urljoin(target.url, reference)
    except ValueError as error:
        raise FetchError(_shown(reference), "not a valid address") from error
    return parse_target(url)


def _parse(url: str) -> Url:
    if len(url) > MAX_URL_CHARACTERS:
        raise FetchError(_shown(url), f"longer than {MAX_URL_CHARACTERS:,} characters; check the address")
    try:
        return parse_url(url)
    except LocationParseError as error:
        raise FetchError(_shown(url), "not a valid address; check host and port") from error


def _shown(url: str) -> str:
    """Return a URL as errors may show it: no credentials, no kilobytes."""
    return _CREDENTIALS.sub("//", url)[:_SHOWN_CHARACTERS] or "(empty address)"
