"""One request over HTTP, within limits of time and size."""

from __future__ import annotations

import socket
import ssl
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPException
from typing import TYPE_CHECKING, cast

from urllib3.connection import HTTPConnection
from urllib3.exceptions import DecodeError, HTTPError, ReadTimeoutError

from lagebild.intake.web.metering import Deadline, Meter, MeteredSocket
from lagebild.model import FetchError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from urllib3 import HTTPResponse

    from lagebild.intake.web.targets import Target

PAGE_STATUSES = frozenset([200, 203])
"""The answers whose body is a page."""

# urllib3 unpacks these within bounds in every release that is supported. Others are not asked for: a Brotli library
# before 1.2 turns a kilobyte into gigabytes in one call.
_CODINGS = frozenset(["", "identity", "gzip", "x-gzip", "deflate"])
_ACCEPT_ENCODING = "gzip, deflate"

_MAX_HEADER_BYTES = 128 * 1024
# What chunk sizes and trailers may add to the body on the wire.
_FRAMING_BYTES = 1_000_000
# Small, so that clock and size are looked at often; a piece of gzip unpacks to a thousand times its size at most.
_PIECE_BYTES = 16 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """A ``GET`` and what its answer may cost.

    Args:
        target: What is asked for.
        addresses: The checked IP addresses of its host; no other is connected to.
        headers: Beside those that the connection needs.
        deadline: When it must be over.
        max_bytes: How long the body may be, unpacked.
        cut: Whether a longer body is cut rather than refused.
    """

    target: Target
    addresses: tuple[str, ...]
    headers: Mapping[str, str]
    deadline: Deadline
    max_bytes: int
    cut: bool = False

    @property
    def too_large(self) -> FetchError:
        """What to raise when the body is longer."""
        return FetchError(self.target.url, f"larger than {self.max_bytes:,} bytes; give the address of a single page")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back.

    Args:
        status: The HTTP status.
        headers: Names are found in any case.
        body: Unpacked; empty where the status is not one of `PAGE_STATUSES`.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


def exchange(request: Request) -> Answer:
    """Send a request and return the answer; redirects are answers like others.

    Raises:
        FetchError: If the host cannot be reached or breaks off, or the answer is late, too large or damaged.
    """
    try:
        return _exchange(request)
    except (TimeoutError, ReadTimeoutError) as error:
        raise request.deadline.error from error
    except (OSError, HTTPException, HTTPError) as error:
        raise FetchError(request.target.url, _explain(error, request.target.host)) from error


def _exchange(request: Request) -> Answer:
    endless = FetchError(request.target.url, "its headers do not end; check the address")
    meter = Meter(request.deadline, _MAX_HEADER_BYTES, endless)
    connection = HTTPConnection(request.target.host, request.target.port)
    # The socket is ours, so that the name is not resolved a second time, to another address.
    with _connect(request) as sock, closing(connection):
        connection.sock = cast("socket.socket", MeteredSocket(sock, meter))
        connection.request("GET", request.target.path, headers=_all_headers(request), preload_content=False)
        response = connection.getresponse()
        meter.bytes_left, meter.error = request.max_bytes + _FRAMING_BYTES, request.too_large
        body = _read_body(response, request) if response.status in PAGE_STATUSES else b""
        return Answer(response.status, response.headers, body)


def _all_headers(request: Request) -> dict[str, str]:
    needed = {"Host": request.target.authority, "Accept-Encoding": _ACCEPT_ENCODING, "Connection": "close"}
    return {**request.headers, **needed}


def _connect(request: Request) -> socket.socket:
    """Return a connection to the first address that answers; each gets an equal share of the time."""
    failure: OSError = ConnectionError("no address")
    for waiting in range(len(request.addresses), 0, -1):
        address = (request.addresses[-waiting], request.target.port)
        try:
            sock = socket.create_connection(address, timeout=request.deadline.left_s() / waiting)
        except OSError as error:
            failure = error
        else:
            return sock if request.target.scheme == "http" else _secure(sock, request)
    raise failure


def _secure(sock: socket.socket, request: Request) -> socket.socket:
    """Return the socket under TLS, with a certificate for the name that was asked for, not for the IP address."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(["http/1.1"])
    try:
        # For the handshake as a whole, not for each of its messages.
        sock.settimeout(request.deadline.left_s())
        return context.wrap_socket(sock, server_hostname=request.target.host.rstrip("."))
    except (OSError, FetchError):
        sock.close()
        raise


def _read_body(response: HTTPResponse, request: Request) -> bytes:
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _CODINGS:
        raise FetchError(request.target.url, f"packed as {coding}, which was not asked for; save the page as a file")
    if not request.cut and (response.length_remaining or 0) > request.max_bytes:
        raise request.too_large
    pieces: list[bytes] = []
    size = 0
    for piece in response.stream(_PIECE_BYTES, decode_content=True):
        request.deadline.left_s()
        pieces.append(piece)
        size += len(piece)
        if size > request.max_bytes:
            if not request.cut:
                raise request.too_large
            break
    return b"".join(pieces)[: request.max_bytes]


def _explain(error: Exception, host: str) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return f"the certificate of {host} is not valid ({error.verify_message}); check the address"
        case ssl.SSLError():
            return f"no secure connection to {host} ({error.reason}); check the address"
        case DecodeError():
            return "its compression is damaged; try again later"
        case HTTPError() | ConnectionResetError() | BrokenPipeError():
            return f"{host} broke off before the answer was complete; try again later"
        case HTTPException():
            return f"{host} does not answer as a web server does; check the address"
        case _:
            return f"{host} cannot be reached ({error}); check the address, or try again later"
