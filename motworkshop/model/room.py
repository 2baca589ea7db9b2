"""What is taken in a cell, where there is room, and who goes aside for a note that comes."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from motworkshop.model.layout import COLUMNS, GAP, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note

Span = tuple[float, float]
"""From an upper to a lower edge."""
Sheet = tuple[float, float, float]
"""Where a note begins from the left, its upper and its lower edge."""


@dataclass(frozen=True, slots=True)
class Box:
    """The sheet of one note in its cell; a locked one goes nowhere."""

    note: Id
    x: float
    y: float
    height: float
    is_locked: bool = False

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def sheet(self) -> Sheet:
        """What it takes."""
        return self.x, self.y, self.y + self.height


def box_of(note: Note) -> Box:
    """The sheet of a note where it lies."""
    return Box(note.id, note.x, note.y, float(note.height * STEP), note.is_locked)


def slot_x(slot: int) -> float:
    """Where a slot of a cell begins: notes stand in slots side by side."""
    return float(GAP + slot * (NOTE_WIDTH + GAP))


class Taken:
    """Which heights of one cell are taken, for a note at any x.

    Made of sheets (x, upper edge, lower edge). `spans` are kept for the slots, where nearly all
    notes stand, and worked out for other places.
    """

    def __init__(self, sheets: Iterable[Sheet] = ()) -> None:
        self._sheets = list(sheets)
        self._tallest = max((bottom - top for _x, top, bottom in self._sheets), default=0.0)
        self._kept: dict[float, list[Span]] = {}
        self._gaps: dict[float, list[Span]] = {}
        self.keep(slot_x(slot) for slot in range(COLUMNS))

    def copy(self) -> "Taken":
        """The same, to be filled further."""
        made = Taken()
        made._sheets = list(self._sheets)
        made._tallest = self._tallest
        made._kept = {x: list(spans) for x, spans in self._kept.items()}
        made._gaps = dict(self._gaps)
        return made

    def add(self, x: float, top: float, bottom: float) -> None:
        """Nobody else gets this place."""
        self._sheets.append((x, top, bottom))
        self._tallest = max(self._tallest, bottom - top)
        for at, spans in self._kept.items():
            if abs(at - x) < NOTE_WIDTH:
                insort(spans, (top, bottom))
        for at, gaps in self._gaps.items():
            if abs(at - x) < NOTE_WIDTH:
                self._gaps[at] = list(_without(gaps, top - GAP, bottom + GAP))

    def spans(self, x: float) -> list[Span]:
        """What a note at x would touch, from above to below."""
        kept = self._kept.get(x)
        return self._found(x) if kept is None else kept

    def gaps(self, x: float) -> list[Span]:
        """Where a note at x may lie without coming too near to another one, from above to below.

        The last one has no end.
        """
        if x not in self._gaps:
            self._gaps[x] = list(_between(self.spans(x)))
        return self._gaps[x]

    def keep(self, xs: Iterable[float]) -> None:
        """Remember the spans at these places too, because many notes stand there."""
        for x in xs:
            if x not in self._kept:
                self._kept[x] = self._found(x)

    def is_free(self, x: float, y: float, height: float, gap: float = GAP) -> bool:
        """Whether a note would lie there with this much room to its neighbours."""
        spans = self.spans(x)
        index = bisect_left(spans, (y, y))
        if index < len(spans) and spans[index][0] - gap < y + height:
            return False
        while index and spans[index - 1][0] + self._tallest + gap > y:
            index -= 1
            if spans[index][1] + gap > y:  # of two that begin above, the upper may end farther down
                return False
        return True

    def first_below(self, x: float, y: float, height: float, gap: float = GAP) -> float:
        """The y from the wanted one down at which a note fits."""
        for top, bottom in self.spans(x):
            if bottom + gap > y and top - gap < y + height:
                y = bottom + GAP
        return y

    def _found(self, x: float) -> list[Span]:
        low, high = x - NOTE_WIDTH, x + NOTE_WIDTH
        return sorted((top, bottom) for at, top, bottom in self._sheets if low < at < high)


def _between(spans: Iterable[Span]) -> Iterator[Span]:
    start = float(GAP)
    for top, bottom in spans:
        if top - GAP - start >= STEP:
            yield start, top - GAP
        start = max(start, bottom + GAP)
    yield start, inf


def _without(gaps: Iterable[Span], low: float, high: float) -> Iterator[Span]:
    """What is left of gaps when the heights from `low` to `high` are taken out of them."""
    for start, end in gaps:
        if end <= low or start >= high:
            yield start, end
            continue
        if low - start >= STEP:
            yield start, low
        if end - high >= STEP:
            yield high, end


def settled(placed: Iterable[Box], locked: Iterable[Box], gap: float = GAP) -> list[Box]:
    """The boxes where they can lie: not on locked ones and not on one another, from above."""
    taken = Taken(box.sheet for box in locked)
    found = []
    for box in sorted(placed, key=lambda box: (box.y, box.x)):
        y = taken.first_below(box.x, box.y, box.height, gap)
        lies = Box(box.note, box.x, y, box.height)
        taken.add(*lies.sheet)
        found.append(lies)
    return found


def made_room(placed: Iterable[Box], others: Iterable[Box], gap: float = GAP) -> dict[Id, float]:
    """Who goes down for the boxes that come, and to which y, so that nobody is hidden.

    `others` are all that lie in the cell besides; locked ones stay, so `placed` must not lie on
    them. Who is not in the way does not move; `gap` is the distance that is kept.
    """
    others = list(others)
    fixed = [*placed, *(box for box in others if box.is_locked)]
    taken = Taken(box.sheet for box in fixed)
    taken.keep({box.x for box in others})
    found: dict[Id, float] = {}
    for box in sorted(others, key=lambda box: (box.y, box.x)):
        if box.is_locked or taken.is_free(box.x, box.y, box.height, gap):
            continue
        y = taken.first_below(box.x, box.y, box.height, gap)
        taken.add(box.x, y, y + box.height)
        found[box.note] = y
    return found
