"""A disk whose power may fail: what was synced is there, of the rest all, nothing or some sectors.

Names (create, unlink, rename) are kept in order, as journalling file systems do, and are sure only
once their folder was synced; sectors of 512 bytes are written whole or not at all, in any order.
"""

import random
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

SECTOR = 512


class Kept(Enum):
    """What of the unsynced writes has reached the disk when the power fails."""

    ALL = "all"
    NOTHING = "nothing"
    SOME = "some"


@dataclass
class File:
    """The content that is sure, and what was done to it since: (offset, content), or a new size."""

    sure: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        self.sure = bytearray(self.content(Kept.ALL, random.Random()))
        self.pending.clear()

    def content(self, kept: Kept, chance: random.Random) -> bytes:
        """What is found after the power came back."""
        found = bytearray(self.sure)
        if kept is Kept.NOTHING:
            return bytes(found)
        last = len(self.pending)
        reached: dict[int, int] = {}  # up to which of the writes each sector was written
        for moment, (offset, written) in enumerate(self.pending, 1):
            if written is None:
                if kept is Kept.ALL or chance.random() < 0.5:
                    del found[offset:]
                    found.extend(bytes(max(0, offset - len(found))))
                continue
            for start, part in _sectors(offset, written):
                sector = start // SECTOR
                if kept is Kept.SOME and sector not in reached:
                    reached[sector] = chance.choice((0, last, chance.randint(0, last)))
                if kept is Kept.ALL or moment <= reached[sector]:
                    found.extend(bytes(max(0, start - len(found))))
                    found[start : start + len(part)] = part
        return bytes(found)


def _sectors(offset: int, written: bytes) -> list[tuple[int, bytes]]:
    parts = []
    end = offset + len(written)
    start = offset
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        parts.append((start, written[start - offset : stop - offset]))
        start = stop
    return parts


class Disk:
    """One folder on such a disk."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = [File(bytearray(content)) for content in files.values()]
        self.sure: dict[str, int] = {name: place for place, name in enumerate(files)}
        self.names = dict(self.sure)
        self._pending: list[dict[str, int]] = []  # the names after each operation

    def create(self, name: str) -> None:
        self.files.append(File())
        self._become(self.names | {name: len(self.files) - 1})

    def unlink(self, name: str) -> None:
        self._become({one: place for one, place in self.names.items() if one != name})

    def rename(self, name: str, new: str) -> None:
        left = {one: place for one, place in self.names.items() if one != name}
        self._become(left | {new: self.names[name]})

    def link(self, name: str, new: str) -> None:
        self._become(self.names | {new: self.names[name]})

    def sync_names(self) -> None:
        self.sure = self.names
        self._pending.clear()

    def after_power_cut(self, kept: Kept, chance: random.Random) -> dict[str, bytes]:
        """The files that are found, by name."""
        moments = [self.sure, *self._pending]
        names = {
            Kept.ALL: moments[-1],
            Kept.NOTHING: moments[0],
            Kept.SOME: chance.choice(moments),
        }[kept]
        return {name: self.files[place].content(kept, chance) for name, place in names.items()}

    def lay_out(self, folder: Path, kept: Kept, chance: random.Random) -> None:
        """Write the files that are found into an empty folder."""
        for name, content in self.after_power_cut(kept, chance).items():
            (folder / name).write_bytes(content)

    def _become(self, names: dict[str, int]) -> None:
        self.names = names
        self._pending.append(names)
