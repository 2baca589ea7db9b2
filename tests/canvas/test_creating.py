from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

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


def test_without_a_selection_the_entry_line_writes_to_the_parking_lot(wall: "Wall") -> None:
    wall.entry.setFocus()
    wall.type("Something about trust")
    wall.key(Key.Key_Return)
    assert wall.note(5).stage is None


def test_escape_in_the_entry_line_gives_the_keys_back_to_the_board(wall: "Wall") -> None:
    wall.entry.setFocus()
    wall.key(Key.Key_Escape)
    assert wall.focus is wall.board


def test_a_click_beside_the_letters_of_the_entry_line_is_meant_for_it(wall: "Wall") -> None:
    line = wall.entry.parentWidget()
    assert line is not None
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert wall.focus is wall.entry
