"""Writing one note after another without leaving the keys."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from motworkshop.model.layout import NOTE_WIDTH, STEP
from motworkshop.model.records import Note

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NEXT = {
    "beside": (Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
    "before": (Key.Key_Tab, SHIFT),
    "below": (Key.Key_Return, CONTROL),
    "above": (Key.Key_Return, CONTROL | SHIFT),
}


def chain(wall: "Wall", *words: str) -> None:
    """Write texts, and between them go where a word says."""
    for word in words:
        if word in NEXT:
            wall.key(*NEXT[word])
        else:
            wall.type(word)
    wall.key(Key.Key_Escape)


def at(note: Note) -> tuple[float, float]:
    return note.x, note.y


def test_every_direction_leads_to_the_place_that_it_names(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 230))
    chain(wall, "one", "beside", "two", "above", "three", "before", "four", "below", "five")
    places = [at(wall.note(number)) for number in range(5, 10)]
    assert places[:4] == [(16, 164), (208, 164), (208, 16), (16, 16)]
    assert places[4] == (16, 312), "the place below is taken by the first one"


def test_before_is_at_the_left_even_where_there_is_more_room_elsewhere(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 300, 390))
    chain(wall, "one", "before", "two")
    assert [at(wall.note(5)), at(wall.note(6))] == [(208, 312), (16, 312)]


def test_a_neighbour_that_is_there_is_never_hidden(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    chain(wall, "below", "first", "beside", "second", "above", "third", "before", "fourth")
    notes = [note for note in wall.workshop.notes.values() if note.stage == wall.note(1).stage]
    assert len(notes) == 7
    for one in notes:
        for other in notes:
            if one is not other:
                apart = abs(one.x - other.x) >= NOTE_WIDTH
                over = (
                    one.y + one.height * STEP <= other.y or other.y + other.height * STEP <= one.y
                )
                assert apart or over, (one.text, other.text)


def test_the_next_note_below_is_in_the_same_slot_however_far_down(wall: "Wall") -> None:
    wall.double_click(wall.middle(1))
    chain(wall, "below", "under the third")
    assert (wall.note(1).x, wall.note(3).x) == (16, 16)
    assert at(wall.note(5)) == (16, 312)


def test_a_note_that_grew_while_it_was_written_keeps_the_next_one_off(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    chain(wall, "The page asks for the same three things. " * 7, "below", "next")
    first, second = wall.note(5), wall.note(6)
    assert first.height > 3
    assert second.y >= first.y + first.height * STEP


@pytest.mark.parametrize("way", sorted(NEXT))
def test_going_on_from_an_empty_note_leaves_none_behind(wall: "Wall", way: str) -> None:
    steps = wall.document.done
    wall.double_click(wall.at("Arrive", 100, 80))
    chain(wall, way, way)
    assert (len(wall.workshop.notes), wall.document.done) == (4, steps)
    assert wall.focus is wall.board


def test_escape_keeps_each_text_and_each_note_is_a_step(wall: "Wall") -> None:
    steps = len(wall.document.done)
    wall.double_click(wall.at("Arrive", 100, 80))
    chain(wall, "one", "beside", "two")
    assert wall.document.done[steps:] == ("Add note “one”", "Add note “two”")
    wall.document.undo()
    assert [wall.note(5).text, len(wall.workshop.notes)] == ["one", 5]
