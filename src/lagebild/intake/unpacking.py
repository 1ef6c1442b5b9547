"""The plain bytes of a web archive, gzip-compressed or not, cut or damaged or not."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, BinaryIO

from lagebild.intake.kinds import GZIP_MAGIC
from lagebild.intake.pages import MAX_PAGE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK_BYTES = 65_536
RECORD_MAGIC = b"WARC/1."

MAX_DAMAGES = 100
"""What has more damages than this is no archive any more, and looking for its records would take forever."""

# A gzip member's magic and its only method, deflate.
_MEMBER_MAGIC = GZIP_MAGIC + b"\x08"
# More than a reader of archives reads ahead before it finds that a record is broken.
_WINDOW_BYTES = 4 * CHUNK_BYTES
# 430 news pages packed 3 to 11 times; deflate can reach 1,032 times, and only bombs do.
_MAX_RATIO = 200


class ArchiveBytes:
    """A web archive's plain bytes as a file that ends at the next damage; `resume` goes on behind it.

    Args:
        stream: The archive; read once, from the front.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._chunks = _plain_chunks(stream)
        self._window = b""
        self._window_start = 0
        self._position = 0
        self.is_at_damage = False

    def read(self, size: int = -1) -> bytes:
        """Return up to ``size`` bytes; none at the end and at a damage."""
        if self._position == self._window_start + len(self._window) and not self._pull():
            return b""
        start = self._position - self._window_start
        piece = self._window[start : start + size] if size >= 0 else self._window[start:]
        self._position += len(piece)
        return piece

    def tell(self) -> int:
        """Return how many plain bytes stand before the next one."""
        return self._position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Refuse, as a file must that is read once; readers of archives ask for it."""
        raise OSError(f"cannot seek to {offset} from {whence}")

    def close(self) -> None:
        """Leave the stream to its owner; readers of archives close what they read."""

    def resume(self, offset: int) -> bool:
        """Go on at the first record that begins at or behind a plain offset; tell whether there is one."""
        while True:
            found = self._window.find(RECORD_MAGIC, max(0, offset - self._window_start))
            if found >= 0:
                self._position = self._window_start + found
                return True
            self.is_at_damage = False
            if not self._pull() and not self.is_at_damage:
                self._position = self._window_start + len(self._window)
                return False

    def _pull(self) -> bool:
        """Add the next chunk to the window; tell whether there was one before a damage or the end."""
        if self.is_at_damage:
            return False
        chunk = next(self._chunks, None)
        if chunk is None:
            return False
        end = self._window_start + len(self._window)
        self.is_at_damage = not chunk
        # Pieces on two sides of a damage must not be read as one record.
        kept = self._window[-_WINDOW_BYTES:] if chunk else b""
        self._window_start = end - len(kept)
        self._window = kept + chunk
        return bool(chunk)


def _plain_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the plain bytes in chunks; an empty one stands for bytes that are lost."""
    start = stream.read(CHUNK_BYTES)
    if start.startswith(GZIP_MAGIC):
        yield from _unpacked(start, stream)
        return
    while start:
        yield start
        start = stream.read(CHUNK_BYTES)


def _unpacked(data: bytes, stream: BinaryIO) -> Iterator[bytes]:
    """Yield the plain bytes of one gzip member after the other; of a damaged one, those before the damage."""
    damages = 0
    while data and damages < MAX_DAMAGES:
        member = _Member()
        while data and not member.is_broken and not member.is_whole:
            if chunk := member.unpack(data):
                yield chunk
            if not member.is_broken:
                data = member.rest or stream.read(CHUNK_BYTES)
        if not member.is_whole:
            yield b""
            damages += 1
            data = _next_member(data[1:], stream)


class _Member:
    """One gzip member being unpacked."""

    def __init__(self) -> None:
        self._unpacker = zlib.decompressobj(wbits=31)
        self._taken = 0
        self._given = 0
        self.is_broken = False

    @property
    def is_whole(self) -> bool:
        return self._unpacker.eof

    @property
    def rest(self) -> bytes:
        """What of the data was not used."""
        return self._unpacker.unused_data if self.is_whole else self._unpacker.unconsumed_tail

    def unpack(self, data: bytes) -> bytes:
        try:
            chunk = self._unpacker.decompress(data, 16 * CHUNK_BYTES)
        except zlib.error:
            self.is_broken = True
            return b""
        self._taken += len(data) - len(self.rest)
        self._given += len(chunk)
        self.is_broken = self._given > max(MAX_PAGE_BYTES, _MAX_RATIO * self._taken)
        return chunk


def _next_member(data: bytes, stream: BinaryIO) -> bytes:
    """Return the data from the next gzip member on, none if there is no other."""
    while (found := data.find(_MEMBER_MAGIC)) < 0:
        more = stream.read(CHUNK_BYTES)
        if not more:
            return b""
        data = data[1 - len(_MEMBER_MAGIC) :] + more
    return data[found:]
