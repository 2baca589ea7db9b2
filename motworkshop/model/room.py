"""What is taken in a cell, where there is room, and who goes aside for a note that comes."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from math import inf

from motworkshop.model.layout import GAP, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note
from motworkshop.values import dataclass

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

    Made of sheets (x, upper edge, lower edge). They are kept in order from above, so that a look
    costs what lies near, however many notes there are in the cell.
    """

    def __init__(self, sheets: Iterable[Sheet] = ()) -> None:
        self._sheets = sorted((top, bottom, x) for x, top, bottom in sheets)
        self._tallest = max((bottom - top for top, bottom, _x in self._sheets), default=0.0)
        self._gaps: dict[float, list[Span]] = {}

    def copy(self) -> "Taken":
        """The same, to be filled further."""
        made = Taken()
        made._sheets = self._sheets.copy()
        made._tallest = self._tallest
        made._gaps = {x: gaps.copy() for x, gaps in self._gaps.items()}
        return made

    def add(self, x: float, top: float, bottom: float) -> None:
        """Nobody else gets this place."""
        insort(self._sheets, (top, bottom, x))
        self._tallest = max(self._tallest, bottom - top)
        for at, gaps in self._gaps.items():
            if abs(at - x) < NOTE_WIDTH:
                _take_out(gaps, top - GAP, bottom + GAP)

    def remove(self, x: float, top: float, bottom: float) -> None:
        """A sheet that was there has gone."""
        del self._sheets[bisect_left(self._sheets, (top, bottom, x))]
        for at in self._gaps:
            if abs(at - x) < NOTE_WIDTH:
                self._give_back(at, top - GAP, bottom + GAP)

    @property
    def lowest(self) -> float:
        """The lower edge of the deepest sheet."""
        found = 0.0
        for top, bottom, _x in reversed(self._sheets):
            if top + self._tallest <= found:
                break
            found = max(found, bottom)
        return found

    def gaps(self, x: float) -> list[Span]:
        """Where a note at x may lie without coming too near to another one, from above to below.

        The last one has no end. What was asked once is kept up to date.
        """
        if x not in self._gaps:
            self._gaps[x] = list(self.gaps_near(x, 0.0, inf))
        return self._gaps[x]

    def gaps_near(self, x: float, low: float, high: float) -> Iterator[Span]:
        """What there is of these gaps from `low` down, until one begins below `high`."""
        start = max(float(GAP), low)
        for top, bottom in self._spans(x, start - GAP):
            if top - GAP - start >= STEP:
                yield start, top - GAP
            start = max(start, bottom + GAP)
            if start > high:
                return
        yield start, inf

    def is_free(self, x: float, y: float, height: float, gap: float = GAP) -> bool:
        """Whether a note would lie there with this much room to its neighbours."""
        first = next(self._spans(x, y - gap), None)
        return first is None or first[0] - gap >= y + height

    def first_below(self, x: float, y: float, height: float, gap: float = GAP) -> float:
        """The y from the wanted one down at which a note fits."""
        for top, bottom in self._spans(x, y - gap):
            if top - gap >= y + height:
                break
            if bottom + gap > y:
                y = bottom + GAP
        return y

    def _spans(self, x: float, low: float) -> Iterator[Span]:
        """What a note at x would touch of all that ends below `low`, from above to below."""
        sheets, left, right = self._sheets, x - NOTE_WIDTH, x + NOTE_WIDTH
        for index in range(bisect_left(sheets, (low - self._tallest,)), len(sheets)):
            top, bottom, at = sheets[index]
            if left < at < right and bottom > low:
                yield top, bottom

    def _give_back(self, x: float, low: float, high: float) -> None:
        """Nothing is there any more: gaps that were too small to count may have become large."""
        gaps, low = self._gaps[x], low - 2 * STEP
        first = bisect_left(gaps, (low,))
        if first and gaps[first - 1][1] >= low:
            first, low = first - 1, gaps[first - 1][0]
        last = bisect_right(gaps, (high, inf), first)
        gaps[first:last] = self.gaps_near(x, low, high)


def _take_out(gaps: list[Span], low: float, high: float) -> None:
    """Leave of gaps what is not between these heights."""
    first = max(0, bisect_left(gaps, (low,)) - 1)
    last = bisect_left(gaps, (high,), first)
    gaps[first:last] = list(_without(gaps[first:last], low, high))


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
    found: dict[Id, float] = {}
    for box in sorted(others, key=lambda box: (box.y, box.x)):
        if box.is_locked or taken.is_free(box.x, box.y, box.height, gap):
            continue
        y = taken.first_below(box.x, box.y, box.height, gap)
        taken.add(box.x, y, y + box.height)
        found[box.note] = y
    return found
