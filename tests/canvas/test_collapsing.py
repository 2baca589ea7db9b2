from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from motworkshop.canvas.headers import NEW_STAGE, arrow_rect, header_rect
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_lane, edit_lane, edit_stage
from motworkshop.model.records import Lane

if TYPE_CHECKING:
    from motworkshop.canvas.plan import Column
    from tests.canvas.conftest import Wall

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def column(wall: "Wall", name: str) -> "Column":
    return next(one for one in wall.board.scene.deck.plan.columns if one.name == name)


def arrow(wall: "Wall", name: str) -> QPoint:
    one = column(wall, name)
    return arrow_rect(header_rect(wall.board.camera, one), one).center().toPoint()


def collapse(wall: "Wall", name: str) -> None:
    wall.document.do(edit_stage(wall.workshop, wall.stage(name).id, is_collapsed=True))


def shown(wall: "Wall", number: int) -> bool:
    return wall.board.note_rect(wall.note(number).id) is not None


def test_the_arrow_collapses_a_stage_and_expands_it(wall: "Wall") -> None:
    before = wall.workshop
    wall.click(arrow(wall, "Book"))
    assert wall.stage("Book").is_collapsed
    assert wall.document.done[-1] == "Collapse stage “Book”"
    assert [shown(wall, number) for number in (1, 2, 3, 4)] == [False, False, False, True]
    assert (column(wall, "Book").count, column(wall, "Fly").left) == (3, 68)
    wall.click(arrow(wall, "Book"))
    assert wall.workshop == before
    assert shown(wall, 1)


def test_a_double_click_on_the_arrow_does_not_rename_the_stage_that_comes_under_it(
    wall: "Wall",
) -> None:
    wall.double_click(arrow(wall, "Book"))
    assert wall.focus is wall.board
    assert wall.stage("Book").is_collapsed


def test_an_undo_expands_it_again(wall: "Wall") -> None:
    wall.board.finish()
    before = wall.board.grab().toImage()
    wall.board.turn_stage(wall.stage("Book").id)
    wall.document.undo()
    wall.board.finish()
    assert wall.board.grab().toImage() == before


def test_notes_that_are_collapsed_away_are_not_selected_any_more(wall: "Wall") -> None:
    wall.board.select_all()
    collapse(wall, "Book")
    assert wall.selection.notes == (wall.note(4).id,)
    wall.board.select_all()
    wall.key(Key.Key_Delete)
    assert [note.number for note in wall.workshop.notes.values()] == [1, 2, 3]


def test_a_note_dropped_on_a_collapsed_stage_lies_below_the_others_there(wall: "Wall") -> None:
    collapse(wall, "Book")
    middle = header_rect(wall.board.camera, column(wall, "Book")).center().x()
    wall.drag(wall.middle(4), QPoint(round(middle), 300))
    note = wall.note(4)
    assert (note.stage, note.x, note.y) == (wall.stage("Book").id, 16, 312)
    assert column(wall, "Book").count == 4
    assert not shown(wall, 4)


def test_the_entry_line_writes_into_a_collapsed_stage(wall: "Wall") -> None:
    collapse(wall, "Fly")
    wall.entry.setFocus()
    wall.type("Fly> Sits down")
    wall.key(Key.Key_Return)
    assert wall.note(5).stage == wall.stage("Fly").id
    assert column(wall, "Fly").count == 2


def test_a_double_click_on_a_collapsed_stage_expands_it(wall: "Wall") -> None:
    collapse(wall, "Book")
    middle = header_rect(wall.board.camera, column(wall, "Book")).center().x()
    wall.double_click(QPoint(round(middle), 300))
    assert not wall.stage("Book").is_collapsed
    assert not wall.editor.isVisible()


def test_n_over_a_collapsed_stage_expands_it_and_writes_there(wall: "Wall") -> None:
    collapse(wall, "Book")
    middle = header_rect(wall.board.camera, column(wall, "Book")).center().x()
    wall.move(QPoint(round(middle), 300))
    wall.key(Key.Key_N)
    wall.type("Asks a friend")
    wall.key(Key.Key_Escape)
    assert wall.note(5).stage == wall.stage("Book").id
    assert shown(wall, 5)


def test_showing_a_note_of_a_collapsed_stage_shows_its_column(wall: "Wall") -> None:
    collapse(wall, "Arrive")
    made = add_notes(wall.workshop, [Draft("low", fields={"stage": wall.stage("Arrive").id})])
    wall.document.do(made)
    wall.board.show_note(wall.note(5).id)
    where = header_rect(wall.board.camera, column(wall, "Arrive"))
    assert abs(where.center().x() - wall.board.width() / 2) < 2
    assert wall.selection.notes == (wall.note(5).id,)


def test_writing_ends_when_the_stage_is_collapsed_meanwhile(wall: "Wall") -> None:
    wall.double_click(wall.middle(4))
    wall.type(" first")
    collapse(wall, "Fly")
    assert not wall.editor.isVisible()
    assert wall.note(4).text == "Boards first"


def test_a_collapsed_stage_leaves_the_height_of_lanes_to_the_others(wall: "Wall") -> None:
    wall.document.do(add_lane(wall.workshop, "Web"))
    deep = wall.board.scene.deck.plan.rows[0].bottom
    collapse(wall, "Book")
    assert wall.board.scene.deck.plan.rows[0].bottom < deep


def test_up_from_the_first_note_leads_to_the_header_and_its_keys(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    marked = wall.board.marked
    assert marked.focused == wall.stage("Fly").id
    assert not wall.selection.notes
    assert wall.spoken == "Stage Fly, 1 note"
    wall.key(Key.Key_Space)
    assert wall.stage("Fly").is_collapsed
    assert wall.spoken == "Stage Fly, 1 note, collapsed"
    wall.key(Key.Key_Space)
    wall.key(Key.Key_Right, ALT)
    assert wall.stages() == ["Book", "Arrive", "Fly"]
    wall.key(Key.Key_Return)
    wall.type("Air")
    wall.key(Key.Key_Return)
    assert wall.stages() == ["Book", "Arrive", "Air"]
    wall.key(Key.Key_Down)
    assert wall.selection.notes == (wall.note(4).id,)
    assert not wall.board.marked.focused


def test_from_header_to_header_and_a_new_stage_at_the_end(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.key(Key.Key_Up)
    for _ in range(3):
        wall.key(Key.Key_Right)
    assert wall.board.marked.focused == NEW_STAGE
    wall.key(Key.Key_Right)
    wall.key(Key.Key_Space)
    wall.key(Key.Key_Return)
    wall.type("Leave")
    wall.key(Key.Key_Return)
    wall.key(Key.Key_Escape)
    assert wall.stages()[-1] == "Leave"
    wall.key(Key.Key_Escape)
    assert not wall.board.marked.focused


def test_delete_on_a_header_removes_the_stage_and_parks_its_notes(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    wall.key(Key.Key_Delete)
    assert wall.stages() == ["Book", "Arrive"]
    assert wall.note(4).stage is None
    assert not wall.board.marked.focused


def test_what_the_window_asks_for_concerns_the_header_that_has_the_keys(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    wall.board.edit_selected()
    wall.type("Air")
    wall.key(Key.Key_Return)
    wall.board.delete_selected()
    assert wall.stages() == ["Book", "Arrive"]


def test_the_ring_on_a_header_is_where_the_keys_are(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    where = header_rect(wall.board.camera, column(wall, "Fly"))
    ring = QPoint(round(where.left()) + 1, 30)
    accent = wall.board.scene.theme.accent.lower()
    assert wall.pixel(ring) == accent
    wall.entry.setFocus()
    assert wall.pixel(ring) != accent
    wall.board.setFocus()
    assert wall.pixel(ring) == accent
    wall.click(wall.at("Fly", 300, 500))
    assert wall.pixel(ring) != accent


def test_n_on_a_header_writes_into_that_stage(wall: "Wall") -> None:
    collapse(wall, "Arrive")
    wall.click(wall.middle(1))
    wall.key(Key.Key_Up)
    wall.key(Key.Key_Right)
    wall.key(Key.Key_Right)
    wall.key(Key.Key_N)
    wall.type("Waits")
    wall.key(Key.Key_Escape)
    note = wall.note(5)
    assert (note.stage, note.x, note.y) == (wall.stage("Arrive").id, 16, 16)
    assert not wall.stage("Arrive").is_collapsed


def test_without_notes_the_arrows_lead_to_the_headers(wall: "Wall") -> None:
    wall.board.select_all()
    wall.key(Key.Key_Delete)
    wall.key(Key.Key_Down)
    assert wall.board.marked.focused == wall.stage("Book").id
    wall.key(Key.Key_Left)
    wall.key(Key.Key_Space)
    assert wall.spoken == "Parking lot, 0 notes"
    assert wall.stages() == ["Book", "Fly", "Arrive"]


def test_a_locked_stage_stays_and_says_why(wall: "Wall") -> None:
    wall.click(wall.middle(4))
    wall.key(Key.Key_Up)
    wall.key(Key.Key_L, CONTROL)
    assert wall.stage("Fly").is_locked
    why = "Stage “Fly” is locked. Unlock it to move it."
    wall.drag(wall.header("Fly"), wall.header("Book") - QPoint(90, 0))
    assert wall.refusals == [why]
    wall.key(Key.Key_Left, ALT)
    assert wall.refusals == [why, why]
    assert wall.stages() == ["Book", "Fly", "Arrive"]
    wall.key(Key.Key_L, CONTROL)
    wall.drag(wall.header("Fly"), wall.header("Book") - QPoint(90, 0))
    assert wall.stages() == ["Fly", "Book", "Arrive"]


def test_locks_of_stages_and_lanes_are_drawn(wall: "Wall") -> None:
    wall.document.do(add_lane(wall.workshop, "Web"))
    wall.board.finish()
    plain = wall.board.grab().toImage()
    wall.document.do(edit_stage(wall.workshop, wall.stage("Fly").id, is_locked=True))
    wall.board.finish()
    stage_locked = wall.board.grab().toImage()
    assert stage_locked.copy(0, 0, 1000, 60) != plain.copy(0, 0, 1000, 60)
    (lane,) = wall.workshop.of(Lane)
    wall.document.do(edit_lane(wall.workshop, lane, is_locked=True))
    wall.board.finish()
    assert wall.board.grab().toImage().copy(0, 60, 34, 500) != plain.copy(0, 60, 34, 500)


def test_control_l_locks_notes_and_unlocks_them_when_all_are_locked(wall: "Wall") -> None:
    wall.click(wall.middle(1))
    wall.key(Key.Key_L, CONTROL)
    assert (wall.note(1).is_locked, wall.document.done[-1]) == (True, "Lock note 1")
    wall.board.select_all()
    wall.board.lock_selected()
    assert all(note.is_locked for note in wall.workshop.notes.values())
    wall.board.lock_selected()
    assert not any(note.is_locked for note in wall.workshop.notes.values())
    assert wall.document.done[-1] == "Unlock 4 notes"


@pytest.mark.qt_log_ignore("raise", extend=True)  # offscreen has no windows in front of others
def test_a_collapsed_stage_says_its_whole_name_when_asked(wall: "Wall") -> None:
    collapse(wall, "Book")
    for point, said in ((arrow(wall, "Book"), "Book"), (arrow(wall, "Fly"), "Fold stage")):
        event = QHelpEvent(QHelpEvent.Type.ToolTip, point, wall.board.mapToGlobal(point))
        QApplication.sendEvent(wall.board, event)
        assert said in QToolTip.text()
    QToolTip.hideText()
