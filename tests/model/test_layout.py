from itertools import combinations
from typing import TYPE_CHECKING

from motworkshop.model.layout import (
    GAP,
    NOTE_WIDTH,
    PLAIN_STEPS,
    STAGE_WIDTH,
    STEP,
    FreePlaces,
)
from motworkshop.model.records import Note

if TYPE_CHECKING:
    from tests.model.conftest import Room


def _overlap(one: Note, other: Note) -> bool:
    across = abs(one.x - other.x) < NOTE_WIDTH
    down = one.y < other.y + other.height * STEP and other.y < one.y + one.height * STEP
    return across and down


def test_notes_of_any_length_get_places_that_do_not_overlap(room: "Room") -> None:
    stage = room.stage("Book")
    room.notes(*("word " * (1 + 17 * n % 90) for n in range(30)), stage=stage)
    room.notes(*("more " * (1 + 31 * n % 90) for n in range(30)), stage=stage)
    notes = list(room.workshop.notes.values())
    assert not [pair for pair in combinations(notes, 2) if _overlap(*pair)]
    assert all(GAP <= note.x <= STAGE_WIDTH - GAP - NOTE_WIDTH for note in notes)
    assert all(note.y >= GAP for note in notes)


def test_a_free_place_lies_below_a_note_that_was_put_anywhere(room: "Room") -> None:
    room.notes("Far down", x=100.0, y=5_000.0)
    room.notes("Higher up, later", x=100.0, y=0.0)
    place = FreePlaces(room.workshop).next(None, None)
    assert place.y == 5_000 + PLAIN_STEPS * STEP + GAP


def test_cells_fill_independently(room: "Room") -> None:
    stage = room.stage("Book")
    room.notes("A", "B", "C", stage=stage)
    assert FreePlaces(room.workshop).next(None, None).y == GAP
    assert FreePlaces(room.workshop).next(stage, None).y > GAP


def test_notes_that_leave_take_no_place(room: "Room") -> None:
    notes = room.notes("A", "B")
    assert FreePlaces(room.workshop).next(None, None).y > GAP
    assert FreePlaces(room.workshop, notes).next(None, None).y == GAP
