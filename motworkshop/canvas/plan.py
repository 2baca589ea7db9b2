"""Where the columns and rows of the board are: stages side by side, lanes below one another.

The first stage begins at x = 0 and the first row at y = 0, so that the parking lot, which lies to
the left, can grow without moving anything.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from motworkshop.canvas.card import Cell
from motworkshop.model.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH, STAGE_WIDTH
from motworkshop.model.records import Id, Lane, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

BETWEEN = 16.0
"""Board pixels between two columns or rows."""
SLIM = GAP + NOTE_WIDTH + GAP
"""The width of the parking lot while nothing lies there, and of the place for a new stage."""
FOLDED = 52.0
"""The width of a collapsed stage."""
SHALLOW = GAP + NOTE_HEIGHT + GAP
"""The height of a row that holds nothing."""
FOLDED_ROW = 44.0
"""The height of a collapsed lane."""
PARKING_NAME = "Parking lot"


@dataclass(frozen=True, slots=True)
class Extent:
    """How far the notes of a cell reach from its corner, and how many there are, also below
    others; `merged` of them lie under another one."""

    right: float = 0.0
    bottom: float = 0.0
    count: int = 0
    merged: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A stage, or the parking lot (`stage` is None), from `left` to `right`."""

    stage: Id | None
    name: str
    definition: str
    left: float
    right: float
    count: int
    is_collapsed: bool = False
    is_locked: bool = False
    merged: int = 0

    @property
    def standing(self) -> int:
        """How many notes stand by themselves: what was merged counts as one."""
        return self.count - self.merged


@dataclass(frozen=True, slots=True)
class Row:
    """A lane, or what is in none (`lane` is None), from `top` to `bottom`."""

    lane: Id | None
    name: str
    top: float
    bottom: float
    count: int = 0
    is_collapsed: bool = False
    is_locked: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """All columns (the parking lot first) and rows. Without lanes there is one endless row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    corners: Mapping[Cell, tuple[float, float]]
    bottom: float
    folded: frozenset[Cell] = frozenset()

    @property
    def has_lanes(self) -> bool:
        """Whether rows are told apart."""
        return any(row.lane is not None for row in self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether there is not a single note."""
        return not any(column.count for column in self.columns)

    @property
    def left(self) -> float:
        """The left end of the board."""
        return self.columns[0].left

    @property
    def right(self) -> float:
        """The right end of the last stage; the place for a new one begins BETWEEN later."""
        return max(0.0 - BETWEEN, self.columns[-1].right)

    @property
    def stages(self) -> tuple[Column, ...]:
        """The columns that are stages."""
        return self.columns[1:]

    def between(self, left: float, right: float) -> tuple[Column, ...]:
        """The stages that lie between two places of the board, cut ones included."""
        stages = self.stages
        first = bisect_left(stages, left - BETWEEN, key=_right_of)
        last = bisect_right(stages, right + BETWEEN, key=_left_of)
        return stages[first:last]

    def column_at(self, x: float) -> Column:
        """The column at this x, or the nearest one."""
        after = bisect_right(self.columns, x, key=_left_of)
        near = self.columns[max(0, after - 1) : after + 1]
        return near[0] if x <= near[0].right else min(near, key=lambda one: _away(one, x))

    def column_of(self, stage: Id | None) -> Column | None:
        """The column of a stage, or of the parking lot; None if there is none."""
        return next((column for column in self.columns if column.stage == stage), None)

    @property
    def lanes(self) -> tuple[Row, ...]:
        """The rows that are lanes."""
        return tuple(row for row in self.rows if row.lane is not None)

    def row_of(self, lane: Id | None) -> Row | None:
        """The row of a lane, or of what is in none; None if there is none."""
        return next((row for row in self.rows if row.lane == lane), None)

    def is_folded(self, cell: Cell) -> bool:
        """Whether what lies in a cell is not seen, because its stage or lane is collapsed."""
        return cell in self.folded

    def cell_at(self, x: float, y: float) -> Cell:
        """The cell at this point, or the nearest one."""
        column = self.column_at(x)
        if column.stage is None:
            return (None, None)
        if len(self.rows) == 1:
            return (column.stage, self.rows[0].lane)
        row = min(self.rows, key=lambda row: max(row.top - y, y - row.bottom))
        return (column.stage, row.lane)

    def corner(self, cell: Cell) -> tuple[float, float]:
        """The upper left corner of a cell on the board."""
        return self.corners[cell]


def _away(column: Column, x: float) -> float:
    return max(column.left - x, x - column.right)


def _left_of(column: Column) -> float:
    return column.left


def _right_of(column: Column) -> float:
    return column.right


def plan_of(workshop: Workshop, extents: Mapping[Cell, Extent]) -> Plan:
    """The plan for these stages and lanes and what lies in their cells."""
    columns = _columns(workshop, extents)
    lanes: list[Lane | None] = list(workshop.ordered(Lane))
    if not lanes or any(cell[0] and cell[1] is None and extents[cell].count for cell in extents):
        lanes.insert(0, None)
    rows = _rows(lanes, extents)
    corners: dict[Cell, tuple[float, float]] = {
        (column.stage, row.lane): (column.left, row.top) for column in columns for row in rows
    }
    bottom = _park(workshop, columns[0], extents, corners)
    folded = frozenset(
        (column.stage, row.lane)
        for column in columns
        for row in rows
        if column.stage is not None and (column.is_collapsed or row.is_collapsed)
    )
    return Plan(tuple(columns), tuple(rows), corners, max(bottom, rows[-1].bottom), folded)


def _columns(workshop: Workshop, extents: Mapping[Cell, Extent]) -> list[Column]:
    widths: dict[Id | None, float] = {}
    counts: dict[Id | None, int] = {}
    merged: dict[Id | None, int] = {}
    for (stage, _lane), extent in extents.items():
        if extent.count:
            widths[stage] = max(widths.get(stage, STAGE_WIDTH), extent.right + GAP)
            counts[stage] = counts.get(stage, 0) + extent.count
            merged[stage] = merged.get(stage, 0) + extent.merged
    parking = widths.get(None, SLIM)
    left = -BETWEEN - parking
    parked = (counts.get(None, 0), False, False, merged.get(None, 0))
    found = [Column(None, PARKING_NAME, "", left, -BETWEEN, *parked)]
    left = 0.0
    for step in workshop.ordered(Stage):
        width = FOLDED if step.is_collapsed else widths.get(step.id, STAGE_WIDTH)
        right, count = left + width, counts.get(step.id, 0)
        told = (count, step.is_collapsed, step.is_locked, merged.get(step.id, 0))
        found.append(Column(step.id, step.name, step.definition, left, right, *told))
        left = right + BETWEEN
    return found


def _rows(lanes: list[Lane | None], extents: Mapping[Cell, Extent]) -> list[Row]:
    bottoms: dict[Id | None, float] = {}
    counts: dict[Id | None, int] = {}
    key: Id | None
    for (stage, key), extent in extents.items():
        if stage is not None and extent.count:
            bottoms[key] = max(bottoms.get(key, 0.0), extent.bottom)
            counts[key] = counts.get(key, 0) + extent.count
    found = []
    top = 0.0
    for lane in lanes:
        key = lane.id if lane else None
        is_collapsed = lane is not None and lane.is_collapsed
        height = FOLDED_ROW if is_collapsed else max(SHALLOW, bottoms.get(key, 0.0) + GAP)
        name, is_locked = (lane.name, lane.is_locked) if lane else ("No lane", False)
        found.append(Row(key, name, top, top + height, counts.get(key, 0), is_collapsed, is_locked))
        top += height + BETWEEN
    return found


def _park(
    workshop: Workshop,
    column: Column,
    extents: Mapping[Cell, Extent],
    corners: dict[Cell, tuple[float, float]],
) -> float:
    """Lay the parking lot's cells below one another: it is one place whatever the lanes are."""
    bottom = 0.0
    for lane in (None, *(lane.id for lane in workshop.ordered(Lane))):
        corners[None, lane] = (column.left, bottom)
        bottom += extents.get((None, lane), Extent()).bottom
    return bottom + GAP
