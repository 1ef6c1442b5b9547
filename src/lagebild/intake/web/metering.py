"""A connection that keeps to a deadline and to a number of bytes, however they drip in."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from lagebild.model import FetchError

if TYPE_CHECKING:
    import socket


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which a fetch must be over, whatever it is doing.

    Args:
        url: What is being fetched, for the error.
        allowed_s: How many seconds it was given.
        at_s: The moment, on the monotonic clock.
    """

    url: str
    allowed_s: float
    at_s: float

    @classmethod
    def start(cls, url: str, allowed_s: float) -> Deadline:
        """Return the deadline of a fetch that begins now."""
        return cls(url, allowed_s, time.monotonic() + allowed_s)

    @property
    def error(self) -> FetchError:
        """What to raise when it has passed."""
        return FetchError(self.url, f"no whole answer within {self.allowed_s:g} s; try again later")

    def left_s(self) -> float:
        """Return the seconds that are left, more than zero.

        Raises:
            FetchError: If it has passed.
        """
        left = self.at_s - time.monotonic()
        if left <= 0:
            raise self.error
        return left


@dataclass(slots=True)
class Meter:
    """What may still be received.

    Args:
        deadline: Until when.
        bytes_left: How much.
        error: What to raise when it is more.
    """

    deadline: Deadline
    bytes_left: int
    error: FetchError

    def spend(self, count: int) -> None:
        """Count bytes that were received.

        Raises:
            FetchError: If they are more than were left.
        """
        self.bytes_left -= count
        if self.bytes_left < 0:
            raise self.error


class MeteredSocket:
    """The part of a socket that an HTTP connection uses, within a meter; who opened the socket closes it.

    A time limit of the socket alone would start anew with every byte; also while status line, headers, chunk sizes and
    trailers are read, where nobody else looks at the clock.
    """

    def __init__(self, sock: socket.socket, meter: Meter) -> None:
        self._sock = sock
        self._meter = meter

    def sendall(self, content: bytes) -> None:
        """Send all of it before the deadline."""
        self._sock.settimeout(self._meter.deadline.left_s())
        self._sock.sendall(content)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return what is received as a file."""
        return io.BufferedReader(_MeteredReader(self._sock, self._meter))

    def settimeout(self, _timeout_s: float | None) -> None:
        """Do nothing: the meter sets the time."""

    def close(self) -> None:
        """Do nothing: the connection lets go of it while the answer is still to be read."""


class _MeteredReader(io.RawIOBase):
    """The receiving end of a socket, within a meter."""

    def __init__(self, sock: socket.socket, meter: Meter) -> None:
        self._sock = sock
        self._meter = meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        self._sock.settimeout(self._meter.deadline.left_s())
        count = self._sock.recv_into(cast("memoryview", buffer))
        self._meter.spend(count)
        return count
