from typing import TYPE_CHECKING

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import edit_notes
from motworkshop.model.layout import NOTE_WIDTH, STEP

if TYPE_CHECKING:
    from tests.model.conftest import Room

LONG = "The page asks for the same three things again and again. " * 6


def overlapping(room: "Room") -> list[tuple[int, int]]:
    notes = list(room.workshop.notes.values())
    return [
        (one.number, other.number)
        for one in notes
        for other in notes
        if one.number < other.number and one.stage == other.stage
        if abs(one.x - other.x) < NOTE_WIDTH
        if one.y < other.y + other.height * STEP and other.y < one.y + one.height * STEP
    ]


def test_those_below_make_room_in_the_same_step(room: "Room") -> None:
    notes = room.notes(*"abcdef", stage=room.stage("Book"))
    before = room.workshop
    room.do(edit_notes(before, [notes[0]], text=LONG))
    assert room.workshop.notes[notes[0]].height > 3
    assert not overlapping(room)
    moved = [key for key in notes if room.workshop.notes[key].y != before.notes[key].y]
    assert moved == [notes[2], notes[4]], "only those below it"
    room.history.undo()
    assert room.workshop == before


def test_many_that_grow_at_once_hide_nobody(room: "Room") -> None:
    notes = room.notes(*(f"n{n}" for n in range(40)), stage=room.stage("Book"))
    room.do(edit_notes(room.workshop, notes[::3], text=LONG))
    assert not overlapping(room)


def test_a_locked_note_below_stays_and_is_not_hidden(room: "Room") -> None:
    notes = room.notes(*"abcd", stage=room.stage("Book"))
    room.do(edit_notes(room.workshop, [notes[2]], is_locked=True))
    place = room.workshop.notes[notes[2]].y
    room.do(edit_notes(room.workshop, [notes[0]], text=LONG))
    assert room.workshop.notes[notes[2]].y == place
    assert not overlapping(room)


def test_notes_under_another_one_take_no_room(room: "Room") -> None:
    lead, member, below = room.notes("a", "b", "c", stage=room.stage("Book"), x=16.0, y=16.0)
    room.do(merge_notes(room.workshop, lead, [member]))
    before = room.workshop.notes[below]
    room.do(edit_notes(room.workshop, [member], text=LONG))
    assert room.workshop.notes[below] == before
