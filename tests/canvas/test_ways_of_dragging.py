"""Snap, guides, one axis, exactly here, copies."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.model.edits.notes import Draft, add_notes, edit_notes, move_notes
from motworkshop.model.layout import STEP
from motworkshop.model.records import Note, Place

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def send(
    wall: "Wall", kind: QEvent.Type, point: QPoint, keys: Qt.KeyboardModifier, *, is_down: bool
) -> None:
    """A mouse event with keys held, as the system sends it."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    at = point.toPointF()
    event = QMouseEvent(
        kind, at, wall.board.mapToGlobal(at), button, left if is_down else none, keys
    )
    QApplication.sendEvent(wall.board, event)


def carry(wall: "Wall", start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Press, and drag as far as there with these keys held; the button stays down."""
    send(wall, QEvent.Type.MouseButtonPress, start, PLAIN, is_down=True)
    for point in (start + QPoint(8, 8), (start + end) / 2, end):
        send(wall, QEvent.Type.MouseMove, point, keys, is_down=True)


def let_go(wall: "Wall", point: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    send(wall, QEvent.Type.MouseButtonRelease, point, keys, is_down=False)


def drag(wall: "Wall", start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = PLAIN) -> None:
    carry(wall, start, end, keys)
    let_go(wall, end, keys)


def lies(wall: "Wall", number: int) -> tuple[float, float]:
    return wall.note(number).x, wall.note(number).y


def overlapping(wall: "Wall") -> list[tuple[int, int]]:
    notes = list(wall.workshop.notes.values())
    return [
        (one.number, two.number)
        for place, one in enumerate(notes)
        for two in notes[place + 1 :]
        if one.stage == two.stage and _overlap(one, two)
    ]


def _overlap(one: Note, two: Note) -> bool:
    across = abs(one.x - two.x) < 176
    return across and one.y < two.y + two.height * STEP and two.y < one.y + one.height * STEP


def picture(wall: "Wall") -> QImage:
    wall.board.finish()
    return wall.board.grab().toImage()


# ---- snap


def test_a_note_is_drawn_to_the_slots_of_its_stage(wall: "Wall") -> None:
    drag(wall, wall.middle(4), wall.at("Arrive", 150, 100))
    assert lies(wall, 4) == (16, 16)


def test_with_alt_a_note_lies_exactly_where_it_was_let_go_even_on_another_one(
    wall: "Wall",
) -> None:
    others = {number: lies(wall, number) for number in (1, 2, 3)}
    drag(wall, wall.middle(4), wall.at("Book", 131, 97), ALT)
    assert lies(wall, 4) == (131 - 88, 97 - 66)
    assert {number: lies(wall, number) for number in (1, 2, 3)} == others
    assert (1, 4) in overlapping(wall)


def test_without_snap_it_lies_there_too_but_the_others_make_room_in_the_same_step(
    wall: "Wall",
) -> None:
    before, steps = wall.workshop, len(wall.document.done)
    wall.board.set_snapping(False)
    drag(wall, wall.middle(4), wall.at("Book", 131, 97))
    assert lies(wall, 4) == (131 - 88, 97 - 66)
    assert not overlapping(wall)
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before


def test_alt_counts_as_it_is_when_the_button_is_let_go(wall: "Wall") -> None:
    end = wall.at("Arrive", 150, 100)
    carry(wall, wall.middle(4), end, ALT)
    QTest.keyRelease(wall.board, Key.Key_Alt)
    let_go(wall, end)
    assert lies(wall, 4) == (16, 16)


def test_a_note_is_drawn_to_the_middle_of_a_higher_one_beside_it(wall: "Wall") -> None:
    fly = wall.stage("Fly").id
    wall.document.do(edit_notes(wall.workshop, [wall.note(4).id], height=6))
    wall.document.do(move_notes(wall.workshop, {wall.note(4).id: Place(fly, None, 16, 216)}))
    middle = 216 + 3 * 44
    drag(wall, wall.middle(1), wall.at("Fly", 296, middle + 7))
    assert lies(wall, 1) == (208, middle - 66)


def test_the_place_where_it_will_lie_and_lines_to_its_neighbours_are_shown(wall: "Wall") -> None:
    end = wall.at("Arrive", 120, 95)
    carry(wall, wall.middle(1), end)
    note_4, shown = wall.board.note_rect(wall.note(4).id), picture(wall)
    assert note_4 is not None
    left = wall.at("Arrive", 16, 16)
    between = QPoint(round(note_4.right() + 60), left.y())
    accent = QColor(wall.board.scene.theme.accent)
    assert near(shown.pixelColor(between), accent) < 120
    let_go(wall, end)
    assert near(picture(wall).pixelColor(between), accent) > 200


def test_with_alt_neither_is_shown(wall: "Wall") -> None:
    end = wall.at("Arrive", 120, 95)
    carry(wall, wall.middle(1), end, ALT)
    spots = [QPoint(x, wall.at("Arrive", 16, 16).y()) for x in range(640, 860, 3)]
    shown, accent = picture(wall), QColor(wall.board.scene.theme.accent)
    assert all(near(shown.pixelColor(spot), accent) > 120 for spot in spots)
    wall.key(Key.Key_Escape, ALT)


def near(one: QColor, two: QColor) -> int:
    """How far two colours are apart."""
    return (
        abs(one.red() - two.red()) + abs(one.green() - two.green()) + abs(one.blue() - two.blue())
    )


# ---- one axis


def test_with_shift_a_note_stays_on_its_height_or_in_its_slot(wall: "Wall") -> None:
    wall.document.do(
        move_notes(wall.workshop, {wall.note(4).id: Place(wall.stage("Fly").id, None, 16, 30)})
    )
    start = wall.middle(4)
    drag(wall, start, start + QPoint(420, 90), SHIFT)
    note = wall.note(4)
    assert (note.stage, note.x, note.y) == (wall.stage("Arrive").id, 16, 30)
    start = wall.middle(4)
    drag(wall, start, start + QPoint(90, 200), SHIFT)
    assert (wall.note(4).stage, wall.note(4).x) == (wall.stage("Arrive").id, 16)
    assert wall.note(4).y > 200


# ---- copies


def test_with_ctrl_a_copy_is_laid_down_and_the_note_stays(wall: "Wall") -> None:
    before = wall.workshop
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], importance=4))
    drag(wall, wall.middle(1), wall.at("Arrive", 110, 90), CONTROL)
    copy = wall.note(5)
    assert (copy.text, copy.importance) == ("Finds a fare", 4)
    assert (copy.stage, copy.x, copy.y) == (wall.stage("Arrive").id, 16, 16)
    assert lies(wall, 1) == (16, 16)
    assert wall.selection.notes == (copy.id,)
    assert wall.document.done[-1] == "Duplicate note 1"
    wall.document.undo()
    wall.document.undo()
    assert wall.workshop == before


def test_a_copy_between_notes_makes_room_in_the_same_step(wall: "Wall") -> None:
    book = wall.stage("Book").id
    drafts = [Draft(f"more {n}", fields={"stage": book}) for n in range(8)]
    wall.document.do(add_notes(wall.workshop, drafts))
    steps, before = len(wall.document.done), wall.workshop
    drag(wall, wall.middle(4), wall.at("Book", 104, 160), CONTROL)
    assert not overlapping(wall)
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before


def test_ctrl_can_be_pressed_and_let_go_while_dragging_and_it_shows(wall: "Wall") -> None:
    end = wall.at("Arrive", 110, 90)
    carry(wall, wall.middle(1), end)
    spot = wall.middle(1)
    assert picture(wall).pixelColor(spot).name() != "#fef49a"
    QTest.keyPress(wall.board, Key.Key_Control)
    assert picture(wall).pixelColor(spot + QPoint(60, 20)).name() == "#fef49a"
    assert wall.board.cursor().shape() == Qt.CursorShape.DragCopyCursor
    QTest.keyRelease(wall.board, Key.Key_Control)
    assert wall.board.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    let_go(wall, end)
    assert len(wall.workshop.notes) == 4
    assert wall.note(1).stage == wall.stage("Arrive").id


def test_escape_takes_back_a_drag_with_ctrl(wall: "Wall") -> None:
    before, end = wall.workshop, wall.at("Arrive", 110, 90)
    carry(wall, wall.middle(1), end, CONTROL)
    wall.key(Key.Key_Escape, CONTROL)
    let_go(wall, end, CONTROL)
    assert wall.workshop == before
    assert wall.board.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_locked_note_can_be_copied_but_is_not_moved_when_ctrl_is_let_go(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], is_locked=True))
    before, end = wall.workshop, wall.at("Arrive", 110, 90)
    carry(wall, wall.middle(1), end, CONTROL)
    QTest.keyRelease(wall.board, Key.Key_Control)
    let_go(wall, end)
    assert wall.workshop == before
    assert wall.refusals == ["Note 1 is locked. Unlock it to move it."]
    drag(wall, wall.middle(1), end, CONTROL)
    assert not wall.note(5).is_locked


def test_where_notes_merge_a_copy_does_not(wall: "Wall") -> None:
    wall.board.set_merging(True)
    drag(wall, wall.middle(1), wall.middle(4), CONTROL)
    assert len(wall.workshop.notes) == 5
    assert not overlapping(wall)


# ---- what comes in between


def test_an_undo_while_a_note_is_held_puts_it_back_first(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(1).id], text="Other"))
    carry(wall, wall.middle(1), wall.at("Arrive", 110, 90))
    wall.document.undo()
    assert not wall.board.scene.lifted
    before = wall.workshop
    let_go(wall, wall.at("Arrive", 110, 90))
    assert wall.workshop == before


@pytest.mark.parametrize("count", [2, 30])
def test_a_dropped_group_hides_nobody_and_is_one_step(wall: "Wall", count: int) -> None:
    book, fly = wall.stage("Book").id, wall.stage("Fly").id
    for stage in (book, fly):
        drafts = [Draft(f"more {n}", fields={"stage": stage}) for n in range(30)]
        wall.document.do(add_notes(wall.workshop, drafts))
    before, steps = wall.workshop, len(wall.document.done)
    inside = sorted(
        (note for note in before.notes.values() if note.stage == book), key=lambda note: note.y
    )
    wall.selection.select(note.id for note in inside[:count])
    start = wall.middle(1)
    drag(wall, start, wall.at("Fly", 104, 240))
    moved = [wall.workshop.notes[note.id] for note in inside[:count]]
    assert {note.stage for note in moved} == {fly}
    assert not overlapping(wall)
    assert len(wall.document.done) == steps + 1
    wall.document.undo()
    assert wall.workshop == before
