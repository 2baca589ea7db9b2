"""Putting notes in order: whole stages, edges in common, and places step by step with the keys."""

from collections.abc import Sequence
from math import floor

from motworkshop.canvas.authoring import Authoring
from motworkshop.canvas.card import Card, Cell
from motworkshop.canvas.deck import Deck
from motworkshop.canvas.landing import Lander, Landing, Ways
from motworkshop.canvas.placing import ROW, Room, asides, box_of_card
from motworkshop.document.selection import Selection
from motworkshop.model.edits.aligning import Axis, Edge, align_notes, distribute_notes
from motworkshop.model.edits.arranging import Order, arrange_stages
from motworkshop.model.layout import GAP, NOTE_HEIGHT, NOTE_WIDTH
from motworkshop.model.records import Id, Place
from motworkshop.model.room import Box, settled

NOT_SHOWN = "The dots are not shown now. Arrange by dots once they are revealed."


class Ordering:
    """Edits of where the selected notes and those of a stage lie. What gives way is one step with
    what came."""

    def __init__(self, deck: Deck, authoring: Authoring, selection: Selection) -> None:
        self._deck = deck
        self._authoring = authoring
        self._selection = selection

    def arrange(self, stages: Sequence[Id | None], order: Order) -> None:
        """Lay the notes of stages in order; by dots only where everybody sees them."""
        if order is Order.DOTS and not self._deck.has_dots:
            self._authoring.refused.emit(NOT_SHOWN)
        elif stages:
            self._authoring.attempt(lambda workshop: arrange_stages(workshop, stages, order))

    def align(self, edge: Edge) -> None:
        """Give the selected notes an edge or a middle in common."""
        notes = self._selection.notes
        self._authoring.attempt(lambda workshop: align_notes(workshop, notes, edge))

    def distribute(self, axis: Axis) -> None:
        """Make the distances between the selected notes equal."""
        notes = self._selection.notes
        self._authoring.attempt(lambda workshop: distribute_notes(workshop, notes, axis))

    def step(self, dx: int, dy: int) -> None:
        """Move the selected notes to the next stage, or a place up or down."""
        cards = [
            self._deck.cards[note] for note in self._selection.notes if note in self._deck.cards
        ]
        if not cards:
            return
        if dx:
            landing = self._sideways(cards, dx)
        elif len(cards) == 1:
            landing = self._up_or_down(cards[0], dy)
        else:
            landing = self._together(cards, dy)
        fold = "step " + " ".join(sorted(card.id for card in cards))
        self._authoring.move(landing.places, landing.made_room, fold)

    def _sideways(self, cards: Sequence[Card], step: int) -> Landing:
        """Into the stage beside, collapsed ones left out; at the end all stay."""
        columns = [one for one in self._deck.plan.columns if not one.is_collapsed]
        order = [column.stage for column in columns]
        targets = {card.id: order.index(card.cell[0]) + step for card in cards}
        if not all(0 <= target < len(order) for target in targets.values()):
            return Landing({})
        room, landing = Room(self._deck, frozenset(targets)), Landing({})
        for card in sorted(cards, key=_from_above):
            column = columns[targets[card.id]]
            middle = column.left + NOTE_WIDTH / 2
            cell = self._deck.plan.cell_at(middle, card.top + NOTE_HEIGHT / 2)
            x, y = card.x, card.y
            if not room.is_free(cell, x, y, card.height):
                x, y = room.nearest(cell, x, y, card.height)
            room.take(cell, x, y, card.height)
            landing.places[card.id] = Place(*cell, x, y)
        return landing

    def _together(self, cards: Sequence[Card], step: int) -> Landing:
        """As they lie, a row up or down."""
        first = min(cards, key=_from_above)
        if step < 0 and first.y <= GAP:
            return Landing({})
        return Lander(self._deck, cards, first, copies=False).at(0, step * ROW, Ways(keeps_x=True))

    def _up_or_down(self, card: Card, step: int) -> Landing:
        """Past the note above or below, which goes aside; at the end into the next lane."""
        beside = [
            one
            for one in self._deck.in_cell(card.cell)
            if abs(one.x - card.x) < NOTE_WIDTH and (one.y - card.y) * step > 0
        ]
        passable = (one for one in beside if not one.is_locked)
        passed = min(passable, key=lambda one: abs(one.y - card.y), default=None)
        if passed is None:
            return self._past_locked(card, beside, step) if beside else self._beyond(card, step)
        if step < 0:
            return self._laid(card.cell, [Box(card.id, card.x, passed.y, card.height)])
        upper = Box(passed.id, passed.x, card.y, passed.height)
        lower = Box(card.id, card.x, upper.bottom + GAP, card.height)
        return self._laid(card.cell, [upper, lower])

    def _past_locked(self, card: Card, locked: Sequence[Card], step: int) -> Landing:
        """Below the last of them, or into a gap above one, if there is any."""
        if step > 0:
            y = max(one.y + one.height for one in locked) + GAP
            return self._laid(card.cell, [Box(card.id, card.x, y, card.height)])
        gaps = Room(self._deck, frozenset((card.id,))).taken_in(card.cell).gaps(card.x)
        above = [end for start, end in gaps if end < card.y and end - start >= card.height]
        return Landing(
            {card.id: Place(*card.cell, card.x, above[-1] - card.height)} if above else {}
        )

    def _laid(self, cell: Cell, boxes: Sequence[Box]) -> Landing:
        """Not on locked notes; others make room."""
        notes = frozenset(box.note for box in boxes)
        inside = [card for card in self._deck.in_cell(cell) if card.id not in notes]
        placed = settled(boxes, (box_of_card(card) for card in inside if card.is_locked))
        places = {box.note: Place(*cell, box.x, box.y) for box in placed}
        return Landing(places, asides(self._deck, cell, placed, notes))

    def _beyond(self, card: Card, step: int) -> Landing:
        """Where no note is passed: the next row of the cell, else the next lane."""
        has_lanes = self._deck.plan.has_lanes and card.cell[0] is not None
        if (step < 0 and card.y > GAP) or (step > 0 and not has_lanes):
            return Landing({card.id: Place(*card.cell, card.x, _row_from(card.y, step))})
        if not has_lanes:
            return Landing({})
        rows = [row for row in self._deck.plan.rows if not row.is_collapsed]
        lanes = [row.lane for row in rows]
        place = lanes.index(card.cell[1]) + step
        if not 0 <= place < len(lanes):
            return Landing({})
        cell = (card.cell[0], lanes[place])
        wanted = GAP if step > 0 else rows[place].bottom - rows[place].top
        room = Room(self._deck, frozenset((card.id,)))
        return Landing({card.id: Place(*cell, *room.nearest(cell, card.x, wanted, card.height))})


def _row_from(y: float, step: int) -> float:
    """The next row of plain notes below (1) or above (−1) a height."""
    row = (y - GAP) / ROW
    return float(GAP + max(0, floor(row + 1) if step > 0 else floor(row - 0.001)) * ROW)


def _from_above(card: Card) -> tuple[float, float]:
    return card.top, card.left
