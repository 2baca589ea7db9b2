"""Where the next note goes while somebody writes one after another: always into a free place."""

from enum import Enum

from motworkshop.canvas.deck import Deck
from motworkshop.canvas.placing import Room, slot_of
from motworkshop.model.layout import COLUMNS, GAP, NOTE_HEIGHT
from motworkshop.model.records import Place
from motworkshop.model.room import slot_x


class Direction(Enum):
    """Where the next note is wanted, seen from the one that was written."""

    BESIDE = "beside"
    BEFORE = "before"
    BELOW = "below"
    ABOVE = "above"


def next_place(deck: Deck, place: Place, height: float, direction: Direction) -> Place:
    """The free place nearest to the wanted one; `height` is that of the note at `place`.

    Beside the last slot is the first one of the next row, as in a line of text.
    """
    cell = (place.stage, place.lane)
    room, slot = Room(deck), slot_of(place.x)
    below, above = place.y + height + GAP, max(place.y - NOTE_HEIGHT - GAP, float(GAP))
    match direction:
        case Direction.BELOW:
            return Place(*cell, slot_x(slot), room.below(cell, slot, below, NOTE_HEIGHT))
        case Direction.ABOVE:
            x, y = slot_x(slot), above
        case Direction.BESIDE if slot + 1 < COLUMNS:
            x, y = slot_x(slot + 1), place.y
        case Direction.BESIDE:
            x, y = slot_x(0), below
        case Direction.BEFORE if slot:
            x, y = slot_x(slot - 1), place.y
        case Direction.BEFORE:
            x, y = slot_x(COLUMNS - 1), above
    return Place(*cell, *room.nearest(cell, x, y, NOTE_HEIGHT))
