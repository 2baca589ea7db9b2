"""Where there is room for a note on the board: near, in line, and never over another one."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import islice
from math import inf

from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.pile import sheet_of_card
from motworkshop.model.layout import COLUMNS, GAP, NOTE_HEIGHT, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Note, Place
from motworkshop.model.room import Box, Span, Taken, made_room, slot_x

PITCH = NOTE_WIDTH + GAP
ROW = NOTE_HEIGHT + GAP
SNAP = 28.0
"""Board pixels within which a note is drawn to the one above it, or to a row of plain notes."""
NEAR = 116.0
"""A free place farther away than this is no answer to where somebody dropped a note."""
PULL = 12.0
"""Board pixels within which it is drawn to a guide."""


class Room:
    """What is taken, cell by cell; each place that is given is taken then.

    `besides` are left out, as somebody holds them.
    """

    def __init__(self, deck: Deck, besides: Set[Id] = frozenset()) -> None:
        self._deck = deck
        self._held: dict[Cell, list[Id]] = {}
        for card in filter(None, map(deck.card, besides)):
            self._held.setdefault(card.cell, []).append(card.id)
        self._cells: dict[Cell, Taken] = {}
        self._origin: Room | None = None

    def copy(self) -> "Room":
        """The same, in which other places can be taken."""
        made = Room(self._deck)
        made._origin = self
        return made

    def near(
        self,
        cell: Cell,
        x: float,
        y: float,
        height: float,
        xs: Iterable[float],
        lines: Sequence[float] | None = (),
    ) -> tuple[float, float] | None:
        """The free place nearest to x, y of the cell at one of `xs`; None if none is close by.

        `lines` are heights to which it is drawn besides those of the rows; None for to nothing.
        """
        taken, best, least = self.taken_in(cell), None, NEAR
        for at in xs:
            if abs(at - x) <= NEAR:
                gaps = taken.gaps_near(at, y - NEAR, y + NEAR)
                there = _nearest_gap(gaps, y, height, lines, NEAR)
                if there is not None and abs(at - x) + abs(there - y) <= least:
                    best, least = (at, there), abs(at - x) + abs(there - y)
        return best

    def nearest(self, cell: Cell, x: float, y: float, height: float) -> tuple[float, float]:
        """The free place nearest to x, y of the cell in one of the slots."""
        taken = self.taken_in(cell)
        found = [(at, _nearest_of_all(taken, at, y, height)) for at in map(slot_x, range(COLUMNS))]
        return min(found, key=lambda place: abs(place[0] - x) + abs(place[1] - y))

    def next_to(self, note: Note) -> Place:
        """The free place nearest to a note, which is taken then."""
        cell, height = (note.stage, note.lane), float(note.height * STEP)
        x, y = self.nearest(cell, note.x, note.y, height)
        self.take(cell, x, y, height)
        return Place(*cell, x, y)

    def below(self, cell: Cell, slot: int, y: float, height: float) -> float:
        """The y of the first free place in a slot that begins at y or farther down."""
        return self.taken_in(cell).first_below(slot_x(slot), y, height)

    def take(self, cell: Cell, x: float, y: float, height: float) -> None:
        """Nobody else gets this place."""
        self.taken_in(cell).add(x, y, y + height)

    def is_free(self, cell: Cell, x: float, y: float, height: float) -> bool:
        """Whether a note would lie there with a gap to all others."""
        return y >= GAP and self.taken_in(cell).is_free(x, y, height)

    def is_taken(self, cell: Cell, x: float, y: float, height: float) -> bool:
        """Whether a note that lies there would lie on another one."""
        return not self.taken_in(cell).is_free(x, y, height, 0)

    def taken_in(self, cell: Cell) -> Taken:
        """What is taken in a cell; looked up when it is first needed."""
        if cell not in self._cells and self._origin is not None:
            self._cells[cell] = self._origin.taken_in(cell).copy()
        elif cell not in self._cells:
            self._cells[cell] = self._taken_on_board(cell)
        return self._cells[cell]

    def _taken_on_board(self, cell: Cell) -> Taken:
        pile = self._deck.grid.piles.get(cell)
        if pile is None:
            return Taken()
        taken = pile.taken.copy()
        for card in filter(None, map(pile.cards.get, self._held.get(cell, ()))):
            taken.remove(*sheet_of_card(card))
        return taken


def box_of_card(card: Card) -> Box:
    """The sheet of a card in its cell."""
    return Box(card.id, card.x, card.y, card.height, card.is_locked)


def slot_of(x: float) -> int:
    """The slot nearest to an x of a cell."""
    return max(0, min(COLUMNS - 1, round((x - GAP) / PITCH)))


def local(
    deck: Deck, left: float, top: float, height: float = NOTE_HEIGHT
) -> tuple[Cell, float, float]:
    """The cell in which a note at this place of the board lies, and its place in the cell.

    In a collapsed stage or lane that is below all that lies there.
    """
    cell = deck.plan.cell_at(left + NOTE_WIDTH / 2, top + min(height, NOTE_HEIGHT) / 2)
    if deck.plan.is_folded(cell):
        cards = deck.in_cell(cell)
        return cell, float(GAP), max((card.y + card.height for card in cards), default=0.0) + GAP
    corner_x, corner_y = deck.plan.corner(cell)
    return cell, max(0.0, left - corner_x), max(0.0, top - corner_y)


def asides(
    deck: Deck, cell: Cell, placed: Iterable[Box], besides: Set[Id], gap: float = GAP
) -> dict[Id, Place]:
    """Who in a cell goes down, and where to, so that those who come hide nobody."""
    others = {card.id: card for card in deck.in_cell(cell) if card.id not in besides}
    downs = made_room(placed, map(box_of_card, others.values()), gap)
    return {note: Place(*cell, others[note].x, y) for note, y in downs.items()}


def between(deck: Deck, cell: Cell, x: float, middle: float, besides: Set[Id]) -> float:
    """The nearest edge between notes of a slot: before the note under `middle`, or after it."""
    edge, pile = float(GAP), deck.grid.piles.get(cell)
    if pile is None:
        return edge
    order, first = pile.order, pile.ending_above(middle)
    beside = (order[place] for place in range(first - 1, -1, -1))
    for card in beside:  # of those above, the last one in the slot says where the edge is
        if abs(card.x - x) < NOTE_WIDTH and card.id not in besides:
            edge = card.y + card.height + GAP
            break
    for card in islice(order, first, None):
        if abs(card.x - x) >= NOTE_WIDTH or card.id in besides:
            continue
        if middle < card.y + card.height / 2 and not card.is_locked:
            return edge
        edge = card.y + card.height + GAP
    return edge


def room_for_growth(deck: Deck, card: Card, height: float) -> Mapping[Id, Place]:
    """Who goes down when a card grows to this height in its place."""
    grown = Box(card.id, card.x, card.y, height)
    return asides(deck, card.cell, [grown], frozenset((card.id,)))


def _nearest_of_all(taken: Taken, x: float, y: float, height: float) -> float:
    """The y nearest to the wanted one at which a note fits; most find one close by."""
    gaps = taken.gaps_near(x, y - NEAR, y + NEAR)
    there = _nearest_gap(gaps, y, height, (), NEAR)
    if there is None:
        there = _nearest_gap(taken.gaps(x), y, height, (), inf)
    return float(GAP) if there is None else there


def _nearest_gap(
    gaps: Iterable[Span], y: float, height: float, lines: Sequence[float] | None, reach: float
) -> float | None:
    """The y nearest to the wanted one, up to `reach` away, at which a note fits into a gap."""
    best, least = None, inf
    for start, end in gaps:
        if start - y > least:
            break
        if end - start >= height:
            there = _snapped(y, start, end - height, lines)
            if abs(there - y) < least:
                best, least = there, abs(there - y)
    return best if least <= reach else None


def _snapped(y: float, first: float, last: float, lines: Sequence[float] | None) -> float:
    """The y from `first` to `last` nearest to the wanted one.

    It is drawn to the start, else to one of `lines` (which are in order), else to a row of plain
    notes; where they are None to nothing.
    """
    if lines is None or y <= first:
        return max(first, min(y, last))
    if y - first < SNAP:
        return first
    after = bisect_left(lines, y)
    row = GAP + round((y - GAP) / ROW) * ROW
    near = [line for line in lines[max(0, after - 1) : after + 1] if abs(line - y) < PULL]
    near += [row] if abs(row - y) < SNAP else []
    drawn = [line for line in near if first <= line <= last]
    return min(drawn, key=lambda line: abs(line - y), default=min(y, last))
