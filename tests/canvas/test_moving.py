from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import Draft, add_notes, delete_notes, edit_notes
from motworkshop.model.layout import STEP
from motworkshop.model.records import Note

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall


def overlap(one: Note, other: Note) -> bool:
    if (one.stage, one.lane) != (other.stage, other.lane):
        return False
    return (
        abs(one.x - other.x) < 176
        and one.y < other.y + other.height * STEP
        and other.y < one.y + one.height * STEP
    )


def test_a_note_is_dragged_to_another_stage(wall: "Wall") -> None:
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    note = wall.note(1)
    assert (note.stage, note.x, note.y) == (wall.stage("Arrive").id, 16, 16)
    assert wall.document.done[-1] == "Move note 1"


def test_undo_puts_a_dragged_note_back(wall: "Wall") -> None:
    before = wall.workshop
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    wall.document.undo()
    assert wall.workshop == before


def test_escape_during_a_drag_puts_everything_back(wall: "Wall") -> None:
    before, start = wall.workshop, wall.middle(1)
    wall.press(start)
    wall.move(start + QPoint(20, 20), wall.at("Fly", 110, 300))
    assert wall.board.scene.lifted
    wall.key(Qt.Key.Key_Escape)
    wall.release(wall.at("Fly", 110, 300))
    assert wall.workshop == before
    assert not wall.board.scene.lifted


def test_the_document_knows_nothing_before_the_release(wall: "Wall") -> None:
    before, start = wall.workshop, wall.middle(1)
    wall.press(start)
    wall.move(start + QPoint(20, 20), wall.at("Fly", 110, 300))
    assert wall.workshop == before


def test_another_button_does_not_let_go_of_what_is_dragged(wall: "Wall") -> None:
    before, start, end = wall.workshop, wall.middle(1), wall.at("Arrive", 110, 90)
    wall.press(start)
    wall.move(start + QPoint(20, 20), end)
    QTest.mouseClick(wall.board, Qt.MouseButton.RightButton, pos=end)
    assert wall.workshop == before
    assert wall.board.scene.lifted
    wall.release(end)
    assert wall.note(1).stage == wall.stage("Arrive").id


def test_what_nobody_holds_any_more_goes_back(wall: "Wall") -> None:
    """A menu or a dialog that opens during a drag gets the release of the button."""
    before, start = wall.workshop, wall.middle(1)
    wall.press(start)
    wall.move(start + QPoint(20, 20), wall.at("Fly", 110, 300))
    elsewhere = QWidget()
    QTest.mouseRelease(elsewhere, Qt.MouseButton.LeftButton)
    assert wall.board.scene.lifted
    wall.move(wall.at("Arrive", 110, 90))
    assert not wall.board.scene.lifted
    wall.click(wall.at("Arrive", 110, 90))
    assert wall.workshop == before


def test_no_menu_takes_the_button_from_what_is_dragged(wall: "Wall") -> None:
    start, end = wall.middle(1), wall.at("Arrive", 110, 90)
    wall.press(start)
    wall.move(start + QPoint(20, 20), end)
    wall.key(Qt.Key.Key_Menu)
    assert QApplication.activePopupWidget() is None
    wall.release(end)
    assert wall.note(1).stage == wall.stage("Arrive").id


def test_a_board_that_goes_out_of_sight_puts_back_what_is_dragged(wall: "Wall") -> None:
    before, start = wall.workshop, wall.middle(1)
    wall.press(start)
    wall.move(start + QPoint(20, 20), wall.at("Fly", 110, 300))
    wall.board.hide()
    assert not wall.board.scene.lifted
    wall.board.show()
    wall.release(wall.at("Fly", 110, 300))
    assert wall.workshop == before


def test_a_small_slip_of_the_hand_moves_nothing(wall: "Wall") -> None:
    before, start = wall.workshop, wall.middle(1)
    wall.drag_slightly(start)
    assert wall.workshop == before
    assert wall.selection.notes == (wall.note(1).id,)


def test_a_note_goes_to_the_parking_lot(wall: "Wall") -> None:
    wall.look_at(-300, 0)
    wall.drag(wall.middle(1), wall.at(None, 100, 90))
    assert (wall.note(1).stage, wall.note(1).lane) == (None, None)


def test_no_note_is_hidden_by_one_that_is_dropped_on_it(wall: "Wall") -> None:
    wall.drag(wall.middle(4), wall.middle(1) + QPoint(3, 3))
    notes = list(wall.workshop.notes.values())
    assert wall.note(4).stage == wall.stage("Book").id
    assert not [(a, b) for a in notes for b in notes if a is not b and overlap(a, b)]


def test_a_note_dropped_between_two_pushes_the_lower_ones_down_in_the_same_step(
    wall: "Wall",
) -> None:
    book = wall.stage("Book").id
    drafts = [Draft(f"more {n}", fields={"stage": book}) for n in range(10)]
    wall.document.do(add_notes(wall.workshop, drafts))
    before = wall.workshop
    wall.drag(wall.middle(4), wall.at("Book", 104, 160))
    notes = list(wall.workshop.notes.values())
    assert (wall.note(4).x, wall.note(4).y) == (16, 164)
    assert wall.note(3).y == 164 + 132 + 16
    assert not [(a, b) for a in notes for b in notes if a is not b and overlap(a, b)]
    wall.document.undo()
    assert wall.workshop == before


def test_several_notes_keep_how_they_lay(wall: "Wall") -> None:
    wall.selection.select([wall.note(1).id, wall.note(2).id])
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 300))
    one, two = wall.note(1), wall.note(2)
    assert one.stage == two.stage == wall.stage("Arrive").id
    assert (two.x - one.x, two.y - one.y) == (192, 0)
    assert wall.document.done[-1] == "Move 2 notes"


def test_a_locked_note_stays_and_says_why(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=True))
    before = wall.workshop
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    assert wall.workshop == before
    assert wall.refusals == ["Note 1 is locked. Unlock it to move it."]


def test_of_several_notes_the_locked_one_stays(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(2).id], is_locked=True))
    wall.selection.select([wall.note(1).id, wall.note(2).id])
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    assert wall.note(1).stage == wall.stage("Arrive").id
    assert wall.note(2).stage == wall.stage("Book").id


def test_a_drag_to_the_edge_scrolls(wall: "Wall", qtbot: QtBot) -> None:
    start, edge = wall.middle(1), QPoint(wall.board.width() - 3, 300)
    left = wall.board.camera.left
    wall.press(start)
    wall.move(start + QPoint(20, 20), edge)
    qtbot.waitUntil(lambda: wall.board.camera.left > left + 400)
    wall.release(edge)
    assert wall.note(1).stage == wall.stage("Arrive").id


def test_alt_and_arrows_nudge_and_follow_ups_are_one_step(wall: "Wall") -> None:
    steps = len(wall.document.done)
    wall.click(wall.middle(4))
    for _ in range(3):
        wall.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (wall.note(4).x, len(wall.document.done)) == (16 + 24, steps + 1)
    QApplication.processEvents()


def test_the_board_follows_what_is_done_elsewhere(wall: "Wall") -> None:
    point = wall.middle(4)
    assert wall.pixel(point + QPoint(60, 20)) == "#fef49a"
    wall.document.do(delete_notes(wall.workshop, [wall.note(4).id]))
    assert wall.pixel(point + QPoint(60, 20)) != "#fef49a"
    wall.document.undo()
    assert wall.pixel(point + QPoint(60, 20)) == "#fef49a"
