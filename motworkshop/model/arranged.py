"""Laying the notes of a cell in rows of slots, in the order in which one reads."""

from collections.abc import Iterable, Sequence

from motworkshop.model.layout import COLUMNS, GAP
from motworkshop.model.records import Id
from motworkshop.model.room import Box, Taken, slot_x


def flowed(
    groups: Iterable[Sequence[Box]], locked: Iterable[Box] = ()
) -> dict[Id, tuple[float, float]]:
    """The x and y of each box: side by side, row below row; every group begins a new row.

    The boxes of a row have one upper edge; slots that a locked one takes are left out.
    """
    taken = Taken(box.sheet for box in locked)
    places: dict[Id, tuple[float, float]] = {}
    top = float(GAP)
    for group in groups:
        waiting = list(group)
        while waiting:
            row = _row(taken, waiting, top)
            if row:
                places |= {box.note: (slot_x(slot), top) for slot, box in row.items()}
                del waiting[: len(row)]
                top = max(top + box.height for box in row.values()) + GAP
            else:
                heights = (
                    taken.first_below(slot_x(slot), top, waiting[0].height)
                    for slot in range(COLUMNS)
                )
                top = min(heights)
    return places


def _row(taken: Taken, waiting: Sequence[Box], top: float) -> dict[int, Box]:
    """The next boxes that fit into the slots of a row."""
    row: dict[int, Box] = {}
    for slot in range(COLUMNS):
        if len(row) < len(waiting) and taken.is_free(slot_x(slot), top, waiting[len(row)].height):
            row[slot] = waiting[len(row)]
    return row
