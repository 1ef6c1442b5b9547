from __future__ import annotations

import socket
import time
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from threading import Event
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagebild.intake.web.addresses import is_public, resolve
from lagebild.intake.web.targets import parse_target
from lagebild.model import FetchError

if TYPE_CHECKING:
    from collections.abc import Callable

    Record = tuple[socket.AddressFamily, socket.SocketKind, int, str, tuple[str, int]]

PRIVATE_NETWORKS = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "224.0.0.0/4",
    "240.0.0.0/4",
]


def addresses_in(network: str) -> st.SearchStrategy[str]:
    return st.ip_addresses(network=network).map(str)


private_v4 = st.sampled_from(PRIVATE_NETWORKS).flatmap(addresses_in)


def answer(*addresses: str) -> Callable[..., list[Record]]:
    """Return a stand-in for `socket.getaddrinfo` that knows one answer."""
    records: list[Record] = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    return lambda *_args, **_named: records


@given(private_v4)
def test_addresses_of_private_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@given(private_v4)
def test_a_private_address_stays_private_inside_ipv6(address: str) -> None:
    embedded = int(IPv4Address(address))

    for network, bits in [("::ffff:0:0", 0), ("64:ff9b::", 0), ("::", 0), ("2002::", 80)]:
        assert not is_public(str(IPv6Address(int(IPv6Address(network)) | embedded << bits)))


@given(st.ip_addresses(v=6).filter(lambda address: address not in IPv6Network("2000::/3")).map(str))
def test_an_ipv6_address_outside_of_global_unicast_is_public_only_through_nat64(address: str) -> None:
    assert not is_public(address) or address.startswith("64:ff9b::")


@pytest.mark.parametrize(
    "address",
    ["fe80::1", "fe80::1%eth0", "fec0::1", "fd00::1", "ff02::1", "::1", "::", "2001:db8::1", "64:ff9b:1::1", "2001::1"],
)
def test_special_ipv6_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2a00:1450:4001:81b::200e", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_spoils_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answer("93.184.216.34", "10.0.0.7"))

    with pytest.raises(FetchError, match=r"private address 10\.0\.0\.7; allow it with --allow-private"):
        resolve(parse_target("http://news.example/"), timeout_s=1, allow_private=False)


def test_addresses_keep_their_order_and_stand_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", answer("93.184.216.35", "93.184.216.34", "93.184.216.35"))

    found = resolve(parse_target("http://news.example/"), timeout_s=1, allow_private=False)

    assert found == ("93.184.216.35", "93.184.216.34")


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_no_spelling_of_loopback_gets_through(host: str) -> None:
    with pytest.raises(FetchError):
        resolve(parse_target(f"http://{host}/"), timeout_s=5, allow_private=False)


def test_a_resolver_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    release = Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_named: release.wait(10) and [])
    begun = time.monotonic()

    with pytest.raises(FetchError, match=r"news\.example was not resolved in time; try again later"):
        resolve(parse_target("http://news.example/"), timeout_s=0.1, allow_private=False)
    release.set()

    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("host", ["a..example", "x" * 64 + ".example"])
def test_a_name_that_cannot_exist_is_an_error(host: str) -> None:
    with pytest.raises(FetchError, match="is known; check the address"):
        resolve(parse_target(f"http://{host}/"), timeout_s=5, allow_private=False)
