"""The IP addresses of a host, and which of them are on the public internet."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from lagebild.model import FetchError

if TYPE_CHECKING:
    from lagebild.intake.web.targets import Target

# Written out because the tables behind `ipaddress.is_global` differ between the releases of Python.
_NOT_PUBLIC = tuple(
    map(
        IPv4Network,
        [
            "192.0.0.0/24",  # protocol assignments, RFC 6890
            "192.88.99.0/24",  # relays of 6to4, deprecated by RFC 7526
        ],
    )
)
# The one block that IANA gives out as global unicast; whatever lies outside is special in some way.
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NOT_PUBLIC_V6 = tuple(
    map(
        IPv6Network,
        [
            "2001::/23",  # protocol assignments, among them Teredo, which carries IPv4 addresses (RFC 4380)
            "2001:db8::/32",  # documentation, RFC 3849
            "2002::/16",  # 6to4, which carries IPv4 addresses (RFC 3056)
            "3fff::/20",  # documentation, RFC 9637
        ],
    )
)
# How networks without IPv4 reach it: the last 32 bits are an IPv4 address (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Tell whether an IP address is a single host on the public internet.

    Private, loopback, link-local, multicast, reserved and unspecified addresses are not, nor are IPv6 addresses that
    carry an IPv4 address; but those of NAT64 are judged by the address they carry.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:127.0.0.1"), is_public("64:ff9b::7f00:1")
    (True, False, False, False)
    """
    parsed = ip_address(address)
    if isinstance(parsed, IPv4Address):
        return _is_public_v4(parsed)
    if parsed in _NAT64:
        return _is_public_v4(IPv4Address(int(parsed) & 0xFFFF_FFFF))
    return _is_public_v6(parsed)


def _is_public_v4(address: IPv4Address) -> bool:
    is_special = address.is_multicast or address.is_reserved or any(address in network for network in _NOT_PUBLIC)
    return address.is_global and not is_special


def _is_public_v6(address: IPv6Address) -> bool:
    is_special = any(address in network for network in _NOT_PUBLIC_V6)
    return address in _GLOBAL_UNICAST and address.is_global and not is_special


def resolve(target: Target, *, timeout_s: float, allow_private: bool) -> tuple[str, ...]:
    """Return the IP addresses of a host, each once, in the order in which they should be tried.

    A single address that is not public spoils them all: a name that mixes both is how rebinding attacks look.

    Raises:
        FetchError: If there is none in time, or one is not public and that is not allowed.
    """
    addresses = _look_up(target, timeout_s)
    private = next((address for address in addresses if not allow_private and not is_public(address)), None)
    if private is not None:
        raise FetchError(target.url, f"private address {private}; allow it with --allow-private")
    return addresses


def _look_up(target: Target, timeout_s: float) -> tuple[str, ...]:
    # The system's resolver knows no time limit, so it runs in a thread that is left behind when it is late.
    answers: SimpleQueue[tuple[str, ...]] = SimpleQueue()
    Thread(target=lambda: answers.put(_ask_resolver(target.host, target.port)), daemon=True).start()
    try:
        addresses = answers.get(timeout=timeout_s)
    except Empty:
        raise FetchError(target.url, f"the name {target.host} was not resolved in time; try again later") from None
    if not addresses:
        raise FetchError(target.url, f"no host of the name {target.host} is known; check the address")
    return addresses


def _ask_resolver(host: str, port: int) -> tuple[str, ...]:
    try:
        records = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):  # UnicodeError: a label that is empty or longer than 63 characters
        return ()
    return tuple(dict.fromkeys(str(address[0]) for *_, address in records))
