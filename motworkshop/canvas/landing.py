"""Where what is dragged comes to lie when it is let go, and who makes room for it."""

from collections.abc import Iterable, Sequence
from dataclasses import field

from PySide6.QtCore import QLineF, QRectF

from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.guides import Guides
from motworkshop.canvas.placing import ROW, Room, asides, between, box_of_card, local, slot_of
from motworkshop.model.layout import COLUMNS, GAP, NOTE_WIDTH
from motworkshop.model.records import Id, Place
from motworkshop.model.room import Box, settled, slot_x
from motworkshop.values import dataclass

SLOTS = tuple(slot_x(slot) for slot in range(COLUMNS))
MOST_PUSHING = 100
"""More notes than these are not squeezed in between others, of which each would push a whole
column down; they go where there is room."""
OWN_X = 40.0
"""A note is drawn to the x of another one that stands apart from the slots, from so far."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How notes are laid down: drawn to slots and guides (`snaps`), exactly where they are even
    if that hides another one (`is_exact`), only sideways or only up and down."""

    snaps: bool = True
    is_exact: bool = False
    keeps_x: bool = False
    keeps_y: bool = False


@dataclass(frozen=True, slots=True)
class Landing:
    """The places of what was dropped, those of who made room, and the cells in which somebody
    may have to."""

    places: dict[Id, Place]
    made_room: dict[Id, Place] = field(default_factory=dict)
    crowded: set[Cell] = field(default_factory=set)

    def add(self, other: "Landing") -> None:
        """What lands elsewhere, too."""
        self.places.update(other.places)
        self.made_room.update(other.made_room)
        self.crowded.update(other.crowded)


class Lander:
    """Works out where cards land, of which `held` is under the pointer.

    Those that are moved are left out of what is taken; those that are copied are not.
    """

    def __init__(self, deck: Deck, cards: Sequence[Card], held: Card, *, copies: bool) -> None:
        self._deck = deck
        self._cards = cards
        self._held = held
        self._besides = frozenset(() if copies else (card.id for card in cards))
        self._room = Room(deck, self._besides)
        self._guides = Guides.around(deck, self._besides)

    def at(self, dx: float, dy: float, ways: Ways) -> Landing:
        """Where they land when they have been moved by dx, dy over the board, and who makes
        room."""
        landing, gap = self.preview(dx, dy, ways), GAP if ways.snaps else 0
        heights = {card.id: card.height for card in self._cards}
        boxes: dict[Cell, list[Box]] = {}
        for note, place in landing.places.items():
            cell = (place.stage, place.lane)
            if cell in landing.crowded:
                boxes.setdefault(cell, []).append(Box(note, place.x, place.y, heights[note]))
        for cell, placed in boxes.items():
            landing.made_room.update(asides(self._deck, cell, placed, self._besides, gap))
        return landing

    def preview(self, dx: float, dy: float, ways: Ways) -> Landing:
        """Where they land; nobody has made room yet."""
        if ways.is_exact:
            places = {box.note: Place(*cell, box.x, box.y) for cell, box in self._moved(dx, dy)}
            return Landing(places)
        if not ways.snaps:
            return self._laid(self._moved(dx, dy), gap=0)
        held = self.held_at(dx, dy, ways)
        cell, box = _spot(self._held.id, held, self._held.height)
        if self._deck.plan.is_folded(cell):
            return self._laid(self._moved(dx, dy), gap=GAP)
        if len(self._cards) == 1:
            is_free = self._room.is_free(cell, box.x, box.y, box.height)
            return Landing({box.note: held}) if is_free else self._laid([(cell, box)], gap=GAP)
        left, top = self._deck.plan.corner(cell)
        dx, dy = left + held.x - self._held.left, top + held.y - self._held.top
        return self._together(dx, dy)

    def held_at(self, dx: float, dy: float, ways: Ways) -> Place:
        """The place to which the held card is drawn."""
        held = self._held
        cell, x, y = local(self._deck, held.left + dx, held.top + dy, held.height)
        if self._deck.plan.is_folded(cell):
            return Place(*cell, x, y)
        lines = None if ways.keeps_y else self._guides.lines(cell, y, held.height)
        xs = self._xs(cell, x, ways)
        near = self._room.near(cell, x, y, held.height, xs, lines)
        if near is not None:
            return Place(*cell, *near)
        x = min(xs, key=lambda at: abs(at - x))
        y = between(self._deck, cell, x, y + held.height / 2, self._besides)
        return Place(*cell, x, y)

    def guides_from(self, place: Place) -> list[QLineF]:
        """Lines on the board from the held card, when it lies there, to those in line with it."""
        cell = (place.stage, place.lane)
        if self._deck.plan.is_folded(cell):
            return []
        left, top = self._deck.plan.corner(cell)
        where = QRectF(left + place.x, top + place.y, NOTE_WIDTH, self._held.height)
        return self._guides.to_neighbours(cell, where)

    def _xs(self, cell: Cell, x: float, ways: Ways) -> list[float]:
        """The slots; only the place where it is, where it keeps that; others that are near."""
        if ways.keeps_x:
            return [x]
        own = [at for at in self._guides.across(cell) if abs(at - x) < OWN_X]
        return sorted({*SLOTS, *own})

    def _moved(self, dx: float, dy: float, *, to_slots: bool = False) -> list[tuple[Cell, Box]]:
        """The cards as they lay, moved; `to_slots`: those that stood in a slot in a slot again."""
        found = []
        for card in self._cards:
            cell, x, y = local(self._deck, card.left + dx, card.top + dy, card.height)
            if to_slots and card.x in SLOTS:
                x = SLOTS[slot_of(x)]
            found.append((cell, Box(card.id, x, y, card.height)))
        return found

    def _together(self, dx: float, dy: float) -> Landing:
        """As they lay, moved; by whole rows where others would have to make room otherwise."""
        gaps = self._gaps(self._moved(dx, dy, to_slots=True))
        if gaps.crowded:
            gaps = self._gaps(self._moved(dx, round(dy / ROW) * ROW, to_slots=True))
        landing = Landing({})
        for cell, boxes in gaps.cells.items():
            if cell in gaps.crowded:
                landing.add(self._laid(((cell, box) for box in boxes), gap=GAP))
            else:
                landing.places.update((box.note, Place(*cell, box.x, box.y)) for box in boxes)
        return landing

    def _gaps(self, moved: Iterable[tuple[Cell, Box]]) -> "_Gaps":
        """Each where it was moved to, or in a gap close by; where there is none others will have
        to go down."""
        room, gaps = self._room.copy(), _Gaps({}, set())
        for cell, box in sorted(moved, key=_from_above):
            x, y = box.x, box.y
            if not room.is_free(cell, x, y, box.height):
                near = room.near(cell, x, y, box.height, sorted({x, *SLOTS}))
                if near is None and len(self._cards) > MOST_PUSHING:
                    near = room.nearest(cell, x, y, box.height)
                elif near is None:
                    gaps.crowded.add(cell)
                x, y = near or (x, max(y, GAP))
            room.take(cell, x, y, box.height)
            gaps.cells.setdefault(cell, []).append(Box(box.note, x, y, box.height))
        return gaps

    def _laid(self, moved: Iterable[tuple[Cell, Box]], gap: float) -> Landing:
        """Not on locked notes and not on one another; others will have to go down."""
        cells: dict[Cell, list[Box]] = {}
        for cell, box in moved:
            cells.setdefault(cell, []).append(box)
        landing = Landing({})
        for cell, boxes in cells.items():
            inside = self._deck.in_cell(cell)
            locked = [
                box_of_card(card)
                for card in inside
                if card.is_locked and card.id not in self._besides
            ]
            placed = settled(boxes, locked, gap)
            landing.places.update((box.note, Place(*cell, box.x, box.y)) for box in placed)
            landing.crowded.add(cell)
        return landing


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Where notes find room, cell by cell, and the cells in which others have to go down."""

    cells: dict[Cell, list[Box]]
    crowded: set[Cell]


def _spot(note: Id, place: Place, height: float) -> tuple[Cell, Box]:
    return (place.stage, place.lane), Box(note, place.x, place.y, height)


def _from_above(moved: tuple[Cell, Box]) -> tuple[float, float]:
    return moved[1].y, moved[1].x
