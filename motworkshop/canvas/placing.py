"""Where a note comes to lie when it is dropped: near, in line, and never over another one."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Set

from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.model.layout import COLUMNS, GAP, NOTE_HEIGHT, NOTE_WIDTH, STEP
from motworkshop.model.records import Id, Place

PITCH = NOTE_WIDTH + GAP
ROW = NOTE_HEIGHT + GAP
SNAP = 28.0
"""Board pixels within which a note is drawn to the one above it, or to a row of plain notes."""
NEAR = 116.0
"""A free place farther away than this is no answer to where somebody dropped a note."""

Span = tuple[float, float]


class Room:
    """What is taken, cell by cell and slot by slot; each place that is given is taken then."""

    def __init__(self, deck: Deck, besides: Set[Id] = frozenset()) -> None:
        self._deck = deck
        self._besides = besides
        self._spans: dict[tuple[Cell, int], list[Span]] = {}

    def nearest(self, cell: Cell, x: float, y: float, height: float) -> tuple[float, float]:
        """The free place nearest to x, y of the cell."""
        found = [
            (slot_x(slot), _nearest_gap(self._taken(cell, slot), y, height))
            for slot in range(COLUMNS)
        ]
        return min(found, key=lambda place: abs(place[0] - x) + abs(place[1] - y))

    def take(self, cell: Cell, x: float, y: float, height: float) -> None:
        """Nobody else gets this place."""
        for slot in range(COLUMNS):
            if abs(slot_x(slot) - x) < NOTE_WIDTH:
                insort(self._taken(cell, slot), (y, y + height))

    def is_free(self, cell: Cell, x: float, y: float, height: float) -> bool:
        """Whether a note would lie there without touching another one."""
        return all(
            _fits(self._taken(cell, slot), y, height)
            for slot in range(COLUMNS)
            if abs(slot_x(slot) - x) < NOTE_WIDTH
        )

    def is_taken(self, cell: Cell, x: float, y: float, height: float) -> bool:
        """Whether a note that lies there would lie on another one."""
        return any(
            top < y + height and bottom > y
            for slot in range(COLUMNS)
            if abs(slot_x(slot) - x) < NOTE_WIDTH
            for top, bottom in self._taken(cell, slot)
        )

    def _taken(self, cell: Cell, slot: int) -> list[Span]:
        if (cell, slot) not in self._spans:
            self._look_into(cell)
        return self._spans[cell, slot]

    def _look_into(self, cell: Cell) -> None:
        found: list[list[Span]] = [[] for _ in range(COLUMNS)]
        for card in self._deck.in_cell(cell):
            if card.id not in self._besides:
                span = (card.y, card.y + card.steps * STEP)
                for slot, spans in enumerate(found):
                    if abs(card.x - GAP - slot * PITCH) < NOTE_WIDTH:
                        spans.append(span)
        for slot, spans in enumerate(found):
            self._spans[cell, slot] = sorted(spans)


def slot_x(slot: int) -> float:
    """Where a slot of a cell begins: notes stand in slots side by side."""
    return float(GAP + slot * PITCH)


def slot_of(x: float) -> int:
    """The slot nearest to an x of a cell."""
    return max(0, min(COLUMNS - 1, round((x - GAP) / PITCH)))


def landing(
    deck: Deck, room: Room, card: Card, left: float, top: float
) -> tuple[Place, dict[Id, Place]]:
    """Where a card dropped at `left`, `top` of the board lands, and who makes room for it."""
    cell, x, y = local(deck, left, top, card.height)
    besides = frozenset((card.id,))
    found = room.nearest(cell, x, y, card.height)
    if abs(found[0] - x) + abs(found[1] - y) <= NEAR:
        return Place(*cell, *found), {}
    x = slot_x(slot_of(x))
    y = _between(deck, cell, x, y + card.height / 2, besides)
    place = Place(*cell, x, y)
    return place, pushed_down(deck, cell, x, y, card.height, besides)


def landing_together(
    deck: Deck, cards: Iterable[Card], dx: float, dy: float, besides: Set[Id]
) -> dict[Id, Place]:
    """Where several cards land that were moved by dx, dy: as they lay, apart from collisions."""
    room = Room(deck, besides)
    places: dict[Id, Place] = {}
    for card in sorted(cards, key=lambda card: (card.top, card.left)):
        cell, x, y = local(deck, card.left + dx, card.top + dy, card.height)
        x = slot_x(slot_of(x))
        if not room.is_free(cell, x, y, card.height):
            x, y = room.nearest(cell, x, y, card.height)
        room.take(cell, x, y, card.height)
        places[card.id] = Place(*cell, x, y)
    return places


def local(
    deck: Deck, left: float, top: float, height: float = NOTE_HEIGHT
) -> tuple[Cell, float, float]:
    """The cell in which a note at this place of the board lies, and its place in the cell.

    In a collapsed stage that is below all that lies there.
    """
    cell = deck.plan.cell_at(left + NOTE_WIDTH / 2, top + min(height, NOTE_HEIGHT) / 2)
    column = deck.plan.column_of(cell[0])
    if column is not None and column.is_collapsed:
        cards = deck.in_cell(cell)
        return cell, float(GAP), max((card.y + card.height for card in cards), default=0.0) + GAP
    corner_x, corner_y = deck.plan.corner(cell)
    return cell, max(0.0, left - corner_x), max(0.0, top - corner_y)


def pushed_down(
    deck: Deck, cell: Cell, x: float, y: float, height: float, besides: Set[Id]
) -> dict[Id, Place]:
    """Who below has to go down, and where to, so that a note at x, y hides nobody."""
    below = [
        card
        for card in deck.in_cell(cell)
        if card.id not in besides and abs(card.x - x) < NOTE_WIDTH and card.y + card.height > y
    ]
    fixed = sorted((card.y, card.y + card.height) for card in below if card.is_locked)
    free_from = y + height + GAP
    places: dict[Id, Place] = {}
    for card in sorted(below, key=lambda card: (card.y, card.number)):
        if card.is_locked:
            continue
        top = _nearest_gap_below(fixed, max(card.y, free_from), card.height)
        if top != card.y:
            places[card.id] = Place(*cell, card.x, top)
        free_from = top + card.height + GAP
    return places


def _between(deck: Deck, cell: Cell, x: float, middle: float, besides: Set[Id]) -> float:
    """The nearest edge between notes of a slot: before the note under `middle`, or after it."""
    edge = float(GAP)
    for card in sorted(deck.in_cell(cell), key=lambda card: card.y):
        if card.id in besides or abs(card.x - x) >= NOTE_WIDTH:
            continue
        if middle < card.y + card.height / 2 and not card.is_locked:
            return edge
        edge = card.y + card.height + GAP
    return edge


def _fits(spans: list[Span], y: float, height: float) -> bool:
    if y < GAP:
        return False
    index = bisect_left(spans, (y, y))
    if index and spans[index - 1][1] + GAP > y:
        return False
    return index == len(spans) or spans[index][0] - GAP >= y + height


def _nearest_gap(spans: list[Span], y: float, height: float) -> float:
    """The y nearest to the wanted one at which a note fits between these spans."""
    best, start = None, float(GAP)
    for top, bottom in [*spans, (float("inf"), float("inf"))]:
        if start + height + GAP <= top:
            there = _snapped(y, start, top - GAP - height)
            if best is None or abs(there - y) < abs(best - y):
                best = there
        start = max(start, bottom + GAP)
        if best is not None and start - y > abs(best - y):
            break
    return float(GAP) if best is None else best


def _snapped(y: float, first: float, last: float) -> float:
    """The y from `first` to `last` nearest to the wanted one; drawn to the start and to rows."""
    if y - first < SNAP:
        return first
    row = GAP + round((y - GAP) / ROW) * ROW
    return row if abs(row - y) < SNAP and first <= row <= last else min(y, last)


def _nearest_gap_below(spans: list[Span], y: float, height: float) -> float:
    for top, bottom in spans:
        if bottom + GAP > y and top - GAP < y + height:
            y = bottom + GAP
    return y


def room_for_growth(deck: Deck, card: Card, steps_height: float) -> Mapping[Id, Place]:
    """Who goes down when a card grows to this height in its place."""
    return pushed_down(deck, card.cell, card.x, card.y, steps_height, frozenset((card.id,)))
