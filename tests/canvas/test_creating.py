from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import move_notes
from motworkshop.model.edits.stages import add_lane
from motworkshop.model.records import Lane, Place
from motworkshop.model.workshop import Workshop

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def test_a_double_click_on_empty_board_makes_a_note_there(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("Bag did not come")
    wall.key(Key.Key_Escape)
    note = wall.note(5)
    assert (note.text, note.stage) == ("Bag did not come", wall.stage("Arrive").id)
    assert (note.x, note.y) == (16, 16)


def test_all_that_is_typed_into_a_new_note_is_one_step(wall: "Wall") -> None:
    steps = len(wall.document.done)
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("Bag did not come")
    wall.key(Key.Key_Escape)
    assert wall.document.done[steps:] == ("Add note “Bag did not come”",)
    wall.document.undo()
    assert len(wall.workshop.notes) == 4


def test_the_note_is_in_the_document_while_it_is_written(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("Bag")
    assert wall.note(5).text == "Bag"


def test_n_makes_a_note_under_the_pointer(wall: "Wall") -> None:
    wall.move(wall.at("Fly", 300, 90))
    wall.key(Key.Key_N)
    wall.type("By taxi")
    wall.key(Key.Key_Escape)
    assert (wall.note(5).stage, wall.note(5).x) == (wall.stage("Fly").id, 208)


def test_a_new_note_that_stays_empty_has_never_been(wall: "Wall") -> None:
    steps = wall.document.done
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.key(Key.Key_Escape)
    assert (len(wall.workshop.notes), wall.document.done) == (4, steps)


def test_a_new_note_that_was_emptied_again_goes_with_its_step(wall: "Wall") -> None:
    steps = wall.document.done
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("No")
    wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Escape)
    assert (len(wall.workshop.notes), wall.document.done) == (4, steps)


def test_a_new_note_that_was_emptied_again_leaves_nothing_to_do_again(wall: "Wall") -> None:
    before = wall.workshop
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("No")
    wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Backspace)
    wall.key(Key.Key_Escape)
    assert wall.workshop == before
    assert not wall.document.undone
    assert wall.workshop.about.last_number == 4


def test_control_enter_goes_on_below_and_tab_beside(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("one")
    wall.key(Key.Key_Return, CONTROL)
    wall.type("two")
    wall.key(Key.Key_Tab)
    wall.type("three")
    wall.key(Key.Key_Escape)
    places = [(wall.note(number).x, wall.note(number).y) for number in (5, 6, 7)]
    assert places == [(16, 16), (16, 164), (208, 164)]
    assert all(wall.note(number).stage == wall.stage("Arrive").id for number in (5, 6, 7))


def test_a_click_elsewhere_keeps_what_was_written(wall: "Wall") -> None:
    wall.double_click(wall.at("Arrive", 100, 80))
    wall.type("Kept")
    wall.click(wall.at("Book", 100, 500))
    assert wall.note(5).text == "Kept"
    assert wall.focus is wall.board


def test_the_entry_line_keeps_the_focus_from_note_to_note(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.entry.setFocus()
    wall.type("Is greeted")
    wall.key(Key.Key_Return)
    wall.type("Finds a seat")
    wall.key(Key.Key_Return)
    assert [wall.note(number).text for number in (5, 6)] == ["Is greeted", "Finds a seat"]
    assert {wall.note(5).stage, wall.note(6).stage} == {wall.stage("Fly").id}
    assert wall.focus is wall.entry
    assert not wall.entry.text()


def test_a_stage_before_the_sign_says_where_the_note_goes(wall: "Wall") -> None:
    wall.entry.setFocus()
    wall.type("arr> Waits for the bag")
    wall.key(Key.Key_Return)
    wall.type("Leaves")
    wall.key(Key.Key_Return)
    assert wall.note(5).text == "Waits for the bag"
    assert {wall.note(5).stage, wall.note(6).stage} == {wall.stage("Arrive").id}


def write(wall: "Wall", line: str) -> None:
    wall.entry.setFocus()
    wall.type(line)
    wall.key(Key.Key_Return)


def test_without_a_selection_the_entry_line_aims_at_the_first_stage_in_sight(wall: "Wall") -> None:
    wall.look_at(416 * 2, 0)
    assert "in Arrive" in said(wall)
    wall.look_at(380, 0)
    assert "in Fly" in said(wall)
    write(wall, "Something about trust")
    assert wall.note(5).stage == wall.stage("Fly").id


def test_the_stage_last_used_stays_the_aim_and_the_new_note_comes_into_sight(
    wall: "Wall",
) -> None:
    write(wall, "Arrive> Waits for the bag")
    wall.look_at(-200, 700)
    assert "in Arrive" in said(wall)
    write(wall, "Leaves")
    assert wall.note(6).stage == wall.stage("Arrive").id
    rect = wall.board.note_rect(wall.note(6).id)
    assert rect is not None
    assert wall.board.camera.free.contains(rect)


def test_without_stages_the_entry_line_writes_to_the_parking_lot(
    make_wall: Callable[[Workshop], "Wall"], qtbot: QtBot
) -> None:
    bare = make_wall(Workshop.titled("New"))
    qtbot.waitUntil(bare.board.isActiveWindow)
    write(bare, "Something about trust")
    assert bare.note(1).stage is None


def test_the_parking_lot_is_the_aim_where_somebody_chose_it(wall: "Wall") -> None:
    note = wall.note(4)
    wall.document.do(move_notes(wall.workshop, {note.id: Place(None, None, 16, 16)}))
    assert "in Book" in said(wall)
    wall.selection.select((note.id,))
    write(wall, "Parked")
    assert wall.note(5).stage is None


def test_where_the_entry_line_aims_is_in_a_lane_that_is_there(wall: "Wall") -> None:
    notes = [note.id for note in wall.workshop.notes.values()]
    wall.document.do(add_lane(wall.workshop, "Traveller"))
    (lane,) = wall.workshop.of(Lane)
    places = {
        note: Place(wall.stage("Book").id, lane, 16, 16 + 148 * n) for n, note in enumerate(notes)
    }
    wall.document.do(move_notes(wall.workshop, places))
    write(wall, "Is greeted")
    assert (wall.note(5).stage, wall.note(5).lane) == (wall.stage("Book").id, lane)


def said(wall: "Wall") -> str:
    """What the entry line says of the place where a note will go."""
    line = wall.entry.parentWidget()
    assert line is not None
    return " ".join(label.text() for label in line.findChildren(QLabel))


def test_escape_in_the_entry_line_gives_the_keys_back_to_the_board(wall: "Wall") -> None:
    wall.entry.setFocus()
    wall.key(Key.Key_Escape)
    assert wall.focus is wall.board


def test_a_click_beside_the_letters_of_the_entry_line_is_meant_for_it(wall: "Wall") -> None:
    line = wall.entry.parentWidget()
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert wall.focus is wall.entry
