"""The commands that put notes, stages and lanes in order, in the window and on the disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.order_commands import ORDER_COMMANDS
from motworkshop.app.program import Program
from motworkshop.app.saving import State
from motworkshop.app.window import Window
from motworkshop.model.records import Lane, Note, Stage
from motworkshop.model.workshop import Workshop
from motworkshop.storage.read import read_workshop

Left = Qt.MouseButton.LeftButton


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    window.desk.parts.board.set_animated(False)
    return window.desk


def press(window: Window, keys: str) -> None:
    QTest.keySequence(window.windowHandle(), QKeySequence(keys))


def note(desk: Desk, number: int) -> Note:
    notes = desk.parts.document.workshop.notes.values()
    return next(one for one in notes if one.number == number)


def on_window(window: Window, desk: Desk, number: int) -> QPoint:
    board = desk.parts.board
    where = board.note_rect(note(desk, number).id)
    assert where is not None
    return board.mapTo(window, where.center().toPoint())


def click(window: Window, desk: Desk, number: int) -> None:
    QTest.mouseClick(
        window.windowHandle(), Left, Qt.KeyboardModifier.NoModifier, on_window(window, desk, number)
    )


def wait_saved(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: desk.parts.saving.state is State.SAVED)


def saved_note(file: Path, number: int) -> Note:
    return next(one for one in read_workshop(file).notes.values() if one.number == number)


def test_control_l_locks_the_selected_note_and_it_is_on_the_disk(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    click(window, desk, 1)
    press(window, "Ctrl+L")
    assert note(desk, 1).is_locked
    wait_saved(desk, qtbot)
    press(window, "Del")
    assert desk.parts.banner.words == "Note 1 is locked. Unlock it to delete it."
    window.close()
    assert saved_note(file, 1).is_locked


def test_control_and_an_arrow_moves_a_note_to_the_next_stage_on_the_disk(
    window: Window, file: Path, qtbot: QtBot
) -> None:
    desk = desk_of(window)
    second = desk.parts.document.workshop.ordered(Stage)[1].id
    click(window, desk, 1)
    press(window, "Ctrl+Right")
    assert note(desk, 1).stage == second
    wait_saved(desk, qtbot)
    window.close()
    assert saved_note(file, 1).stage == second


def test_whether_dragging_snaps_is_remembered(
    program: Program, window: Window, file: Path, settings: QSettings
) -> None:
    desk = desk_of(window)
    snap = desk.actions_["snap"]
    assert snap.isChecked()
    snap.trigger()
    click(window, desk, 1)
    start = on_window(window, desk, 1)
    for kind, at in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, start + QPoint(9, 40)),
        (QEvent.Type.MouseMove, start + QPoint(23, 201)),
        (QEvent.Type.MouseButtonRelease, start + QPoint(23, 201)),
    ):
        send(window, kind, at)
    zoom = desk.parts.board.zoom()
    assert note(desk, 1).x == pytest.approx(16 + 23 / zoom, abs=1.5)
    assert note(desk, 1).y == pytest.approx(16 + 201 / zoom, abs=1.5)
    window.close()
    again = program.new_window()
    program.open_file(file, again)
    assert not desk_of(again).actions_["snap"].isChecked()


def send(window: Window, kind: QEvent.Type, at: QPoint) -> None:
    handle, none = window.windowHandle(), Qt.KeyboardModifier.NoModifier
    if kind is QEvent.Type.MouseButtonPress:
        QTest.mousePress(handle, Left, none, at)
    elif kind is QEvent.Type.MouseMove:
        QTest.mouseMove(handle, at)
    else:
        QTest.mouseRelease(handle, Left, none, at)
    QApplication.processEvents()


def test_stages_and_lanes_are_named_by_command(window: Window) -> None:
    desk = desk_of(window)
    workshop = desk.parts.document.workshop
    count = len(workshop.of(Stage))
    for name, words in (("new_stage", "Comes again"), ("new_lane", "Web")):
        desk.actions_[name].trigger()
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClick(window, Qt.Key.Key_Escape)
    after: Workshop = desk.parts.document.workshop
    assert len(after.of(Stage)) == count + 1
    assert [lane.name for lane in after.of(Lane).values()] == ["Web"]


@pytest.mark.parametrize("name", [command.name for command in ORDER_COMMANDS])
def test_every_command_does_something_or_says_why_not(window: Window, name: str) -> None:
    """With two notes of one stage selected, one below the other and apart."""
    desk = desk_of(window)
    board, document = desk.parts.board, desk.parts.document
    click(window, desk, 2)
    press(window, "Ctrl+Left")
    press(window, "Ctrl+Down")
    board.nudge(40, 90)
    desk.parts.selection.select([note(desk, 1).id, note(desk, 2).id])
    before, was_on = document.workshop, desk.actions_["snap"].isChecked()
    desk.parts.banner.dismiss()
    desk.actions_[name].trigger()
    has_changed = document.workshop != before
    says = desk.parts.banner.isVisible() and desk.parts.banner.words
    is_naming = isinstance(QApplication.focusWidget(), QLineEdit)
    is_switched = desk.actions_["snap"].isChecked() != was_on
    assert [bool(one) for one in (has_changed, says, is_naming, is_switched)].count(True) == 1
