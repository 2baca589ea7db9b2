"""The rows that stand in the pages of an SQLite file, found without SQLite.

For files that SQLite gives up on. Only what our tables are made of is understood: index b-trees, as
tables WITHOUT ROWID are kept in, and UTF-8. Whether a row is whole is for its checksum to say.

Source: https://www.sqlite.org/fileformat2.html, sections 1.6 (b-tree pages) and 2.1 (records).
"""

import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from motworkshop.storage.columns import SqlValue

LEAF, INTERIOR = 0x0A, 0x02
MOST_BYTES = 64 * 1024**2
"""Of one row."""

WHOLE_SIZES = (0, 1, 2, 3, 4, 6, 8)
BROKEN = (IndexError, ValueError, OverflowError)


@dataclass(frozen=True)
class Pages:
    """The bytes of a file, cut into pages; `usable` bytes of each hold content."""

    content: bytes
    size: int
    usable: int

    @classmethod
    def of(cls, content: bytes) -> "Pages":
        """The pages of a file, as its header or else the usual size has them."""
        size = int.from_bytes(content[16:18], "big")
        size = 65536 if size == 1 else size
        if size < 512 or size & (size - 1):
            size = 4096
        reserved = content[20] if content[20] < size - 480 else 0
        return cls(content, size, size - reserved)

    def page(self, number: int) -> bytes:
        """A page; they count from 1. A page beyond the end is empty."""
        return self.content[(number - 1) * self.size : number * self.size]

    def rows(self) -> Iterator[tuple[SqlValue, ...]]:
        """Every row that can be made out, in the order of the file."""
        for number in range(2, len(self.content) // self.size + 2):
            page = self.page(number)
            if page[:1] in (bytes([LEAF]), bytes([INTERIOR])):
                for place in _cells(page):
                    with suppress(*BROKEN):
                        yield record(self._payload(page, place))

    def _payload(self, page: bytes, place: int) -> bytes:
        """The bytes of a row, gathered from its overflow pages where it has some."""
        length, place = varint(page, place + (4 if page[0] == INTERIOR else 0))
        if length > MOST_BYTES:
            raise ValueError("a row is too large")
        local = self._local(length)
        payload = [page[place : place + local]]
        rest = length - local
        following = int.from_bytes(page[place + local : place + local + 4], "big")
        while rest > 0:
            overflow = self.page(following)
            if following < 2 or len(overflow) < 4:
                raise ValueError("a row is cut off")
            payload.append(overflow[4 : min(self.usable, 4 + rest)])
            rest -= self.usable - 4
            following = int.from_bytes(overflow[:4], "big")
        return b"".join(payload)

    def _local(self, length: int) -> int:
        """How many bytes of a row stand in its own page."""
        most = (self.usable - 12) * 64 // 255 - 23
        least = (self.usable - 12) * 32 // 255 - 23
        if length <= most:
            return length
        kept = least + (length - least) % (self.usable - 4)
        return kept if kept <= most else least


def _cells(page: bytes) -> Iterator[int]:
    first = 12 if page[0] == INTERIOR else 8
    count = int.from_bytes(page[3:5], "big")
    for place in range(first, min(first + 2 * count, len(page) - 1), 2):
        yield int.from_bytes(page[place : place + 2], "big")


def record(payload: bytes) -> tuple[SqlValue, ...]:
    """The values of a row.

    Raises:
        IndexError, ValueError: these bytes are no row.
    """
    end, place = varint(payload, 0)
    kinds: list[int] = []
    while place < end:
        kind, place = varint(payload, place)
        kinds.append(kind)
    values: list[SqlValue] = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise ValueError("a row is longer or shorter than it says")
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[SqlValue, int]:
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind in (10, 11):
        raise ValueError("SQLite does not use this kind of value")
    size = (kind - 12) // 2 if kind >= 12 else WHOLE_SIZES[kind] if kind < 7 else 8
    content = payload[place : place + size]
    if kind == 7:
        return _real(content), place + size
    if kind < 7:
        return int.from_bytes(content, "big", signed=True), place + size
    return (content.decode() if kind % 2 else content), place + size


def _real(content: bytes) -> float:
    if len(content) != 8:
        raise ValueError("a number is cut off")
    (value,) = struct.unpack(">d", content)
    return float(value)


def varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and the place after it."""
    value = 0
    for step in range(8):
        byte = content[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    return value << 8 | content[place + 8], place + 9
