"""The notes of one stage in reading order, found and placed without looking at all of them."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from motworkshop.model.records import Id, Note

Key: TypeAlias = tuple[int, float, float, int, Id]
"""Lane, y, x, number, id: what comes first is read first."""


def key_of(note: Note, lanes: Mapping[Id, int]) -> Key:
    """Where a note is read; `lanes` gives the places of the lanes, no lane comes first."""
    return (lanes.get(note.lane or "", 0), note.y, note.x, note.number, note.id)


class Branch:
    """A stage (None: the parking lot) with its notes."""

    def __init__(self, stage: Id | None, keys: Iterable[Key] = ()) -> None:
        self.stage = stage
        self._keys = sorted(keys)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, row: int) -> Id:
        return self._keys[row][-1]

    def row_of(self, key: Key) -> int:
        """The row of a note that is here, or the one it would get."""
        return bisect_left(self._keys, key)

    def add(self, key: Key) -> None:
        """Put a note where it is read."""
        insort(self._keys, key)

    def remove(self, key: Key) -> None:
        """Take a note out."""
        row = self.row_of(key)
        if self._keys[row : row + 1] == [key]:
            del self._keys[row]
