"""Where the numbers of a matrix stand: every cell holds as many as it can, none over another."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF

from motworkshop.model.moments import Moment
from motworkshop.model.overlooked import scored_notes
from motworkshop.model.records import Id
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

Cell = tuple[int, int]
"""Importance and experience."""
SIZES = (20, 16, 14, 12)
"""Sizes of the numbers, largest first; the largest with which all of a cell fit is taken."""
GAP = 3


@dataclass(frozen=True, slots=True)
class Tag:
    """The number of a note that stands in a matrix."""

    note: Id
    number: int
    text: str
    importance: int
    experience: int
    is_in: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag with its place."""

    tag: Tag
    box: QRectF


@dataclass(frozen=True, slots=True)
class Crowd:
    """What found no room in a cell."""

    tags: tuple[Tag, ...]
    box: QRectF


def tags_of(workshop: Workshop, moments: Sequence[Moment]) -> list[Tag]:
    """A tag for each note with both scores; moments of truth first, then by number."""
    voted_in = {moment.note.id for moment in moments}
    tags = [
        Tag(
            note.id,
            note.number,
            note.text,
            note.importance or 0,
            note.experience or 0,
            note.id in voted_in,
        )
        for note in scored_notes(workshop)
    ]
    return sorted(tags, key=lambda tag: (not tag.is_in, tag.number))


def by_cell(tags: Sequence[Tag]) -> dict[Cell, list[Tag]]:
    """The tags of each cell in their order."""
    cells: dict[Cell, list[Tag]] = {}
    for tag in tags:
        cells.setdefault((tag.importance, tag.experience), []).append(tag)
    return cells


def common_size(cells: Mapping[Cell, Sequence[Tag]], width: float, height: float) -> int:
    """The largest size of type with which every cell has room for all of its tags."""
    for size in SIZES:
        if all(len(tags) <= room_for(tags, width, height, size) for tags in cells.values()):
            return size
    return SIZES[-1]


def room_for(tags: Sequence[Tag], width: float, height: float, size: int) -> int:
    """How many tags a cell of this size has room for."""
    wide, high = tag_size(tags, size)
    return int((width + GAP) // (wide + GAP)) * int((height + GAP) // (high + GAP))


def tag_size(tags: Sequence[Tag], size: int) -> tuple[float, float]:
    """Width and height of a tag, wide enough for the longest number of the cell."""
    digits = max((len(str(tag.number)) for tag in tags), default=1)
    return max(2.0, digits) * size * 0.64 + size * 0.7, size * 1.5


def placed(tags: Sequence[Tag], cell: QRectF, size: int) -> tuple[list[Placed], Crowd | None]:
    """Tags in rows from the top left; what has no room is told as one “+n” in the last place."""
    wide, high = tag_size(tags, size)
    in_row = max(1, int((cell.width() + GAP) // (wide + GAP)))
    room = max(1, room_for(tags, cell.width(), cell.height(), size))

    def box(place: int) -> QRectF:
        row, column = divmod(place, in_row)
        left, top = cell.left() + column * (wide + GAP), cell.top() + row * (high + GAP)
        return QRectF(left, top, wide, high)

    shown = list(tags) if len(tags) <= room else list(tags[: room - 1])
    found = [Placed(tag, box(place)) for place, tag in enumerate(shown)]
    hidden = tuple(tags[len(shown) :])
    return found, Crowd(hidden, box(len(shown))) if hidden else None
