"""The word lists of simplemma (MIT), read where they lie.

simplemma loads German in 0.7 to 1.2 seconds and up to 100 MB, because its lists are written as one stream in which
each record leans on the one before. An index of places where reading may begin ships with lagebild: a list is open in
a tenth of a second and takes 8 MB. An index fits one release of a list alone; without one that fits, simplemma itself
opens the list.
"""

from __future__ import annotations

import lzma
import zlib
from bisect import bisect_right
from functools import cache
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGES = ("de", "en")
DATA = files("lagebild.language") / "data"

_HEADER = b"SMFC1"
_SAME_VALUE = 254
_WHOLE_VALUE = 255
_MORE = 128
_RECORDS_A_BLOCK = 64


@cache
def lookup_in(language: str) -> Callable[[str], str | None]:
    """Return the function that gives the lemma of a form as it is written, or ``None`` for a form that is not listed.

    Args:
        language: One of `LANGUAGES`.
    """
    packed = _path(language).read_bytes()
    index = zlib.decompress((DATA / f"simplemma-{language}.index").read_bytes())
    checksum, _, entries = index.partition(b"\n")
    if int(checksum) == zlib.crc32(packed):
        return _Dictionary(lzma.decompress(packed), entries).lemma
    return _slow_lookup(language)


def _path(language: str) -> Path:
    """Return where simplemma keeps a list; asking simplemma would import all of it."""
    place = f"simplemma/strategies/dictionaries/data/{language}.plzma"
    return Path(str(distribution("simplemma").locate_file(place)))


def _slow_lookup(language: str) -> Callable[[str], str | None]:
    from simplemma.strategies.dictionaries import StreamDictionaryFactory  # noqa: PLC0415 - hardly ever needed

    words = StreamDictionaryFactory().get_dictionary(language)

    def lookup(form: str) -> str | None:
        # A lone surrogate cannot be encoded, and stands in no list.
        return words.get(form.encode(errors="ignore").decode())

    return lookup


class _Dictionary:
    """A list that is read from the nearest place of the index on.

    Args:
        data: Sorted records: length shared with the key before, length of the rest, the rest, value.
        entries: First key of each block, and where its record begins.
    """

    def __init__(self, data: bytes, entries: bytes) -> None:
        pairs = [line.split(b"\t") for line in entries.split(b"\n")]
        self._data = data
        self._keys = [key for key, _ in pairs]
        self._starts = [int(start) for _, start in pairs]

    def lemma(self, form: str) -> str | None:
        """Return the lemma of a form as it is written."""
        key = form.encode(errors="surrogatepass")
        block = bisect_right(self._keys, key) - 1
        if block < 0:
            return None
        for _, found, value, _ in _records(self._data, self._starts[block], self._keys[block]):
            if found >= key:
                return value.decode() if found == key else None
        return None


def _records(data: bytes, start: int, key: bytes) -> Iterator[tuple[int, bytes, bytes, bool]]:
    """Yield start, key and value of each record, and whether the value is its own.

    Args:
        data: The whole list.
        start: Where a record begins whose value does not lean on the one before.
        key: The key of this record, or of the one before it.
    """
    value = b""
    while start < len(data):
        shared, place = _number(data, start)
        length, place = _number(data, place)
        key = key[:shared] + data[place : place + length]
        cut = data[place + length]
        following = place + length + 1
        if cut != _SAME_VALUE:
            length, place = _number(data, following)
            following = place + length
            rest = data[place:following]
            value = rest if cut == _WHOLE_VALUE else key[: len(key) - cut] + rest
        yield start, key, value, cut != _SAME_VALUE
        start = following


def _number(data: bytes, place: int) -> tuple[int, int]:
    """Return a number, written seven bits a byte, and where it ends."""
    number = data[place]
    if number < _MORE:
        return number, place + 1
    number &= _MORE - 1
    bits = 7
    while data[place := place + 1] >= _MORE:
        number |= (data[place] & _MORE - 1) << bits
        bits += 7
    return number | data[place] << bits, place + 1


def index_of(language: str) -> bytes:
    """Return the index of the list that is installed; for training.

    Raises:
        ValueError: If simplemma writes its lists in another way by now.
    """
    packed = _path(language).read_bytes()
    data = lzma.decompress(packed)
    if not data.startswith(_HEADER) or data[len(_HEADER)]:
        raise ValueError(f"simplemma's list for {language!r} is no sorted {_HEADER.decode()} stream")
    lines = [str(zlib.crc32(packed)).encode()]
    since = _RECORDS_A_BLOCK
    _, first = _number(data, len(_HEADER) + 1)
    for start, key, _, begins in _records(data, first, b""):
        since += 1
        if since > _RECORDS_A_BLOCK and begins:
            lines.append(key + b"\t%d" % start)
            since = 1
    return zlib.compress(b"\n".join(lines), 9)
