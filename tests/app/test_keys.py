"""The sheet of keys: everything that can be pressed, looked up, searched and changed."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.key_row import KeyRow
from motworkshop.app.keys import FIXED
from motworkshop.app.keys_sheet import GESTURES, KeysSheet
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.model.records import Cluster

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Desk:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.desk is not None
    window.desk.parts.board.setFocus()
    return window.desk


@pytest.mark.parametrize("keys", ["F1", "?"])
def test_the_sheet_says_all_keys_and_gestures(desk: Desk, keys: str) -> None:
    sheet = open_sheet(desk, keys)
    native = QKeySequence.SequenceFormat.NativeText
    told = {row.command.name: row.button.text() for row in sheet.findChildren(KeyRow)}
    window = desk.window()
    assert isinstance(window, Window)
    assert window.actions_ is not None
    for actions in (desk.actions_, window.actions_):
        for command in actions.commands:
            shortcuts = actions[command.name].shortcuts()
            words = " or ".join(one.toString(native) for one in shortcuts)
            assert told[command.name] == (words or "No keys")
    labels = {label.text() for label in sheet.findChildren(QLabel)}
    assert {gesture.text for gesture in GESTURES} <= labels


def test_the_sheet_is_searched_by_what_it_does_and_by_keys(desk: Desk) -> None:
    sheet = open_sheet(desk)
    assert sheet.search.hasFocus()
    QTest.keyClicks(sheet.search, "merge")
    assert visible_rows(sheet) == ["merge"]
    sheet.search.selectAll()
    QTest.keyClicks(sheet.search, "ctrl+shift+g")
    assert visible_rows(sheet) == ["split"]
    sheet.search.selectAll()
    QTest.keyClicks(sheet.search, "xyzzy")
    assert visible_rows(sheet) == []
    assert "No key fits." in [one.text() for one in sheet.findChildren(QLabel) if one.isVisible()]


def test_new_keys_are_pressed_and_work_at_once(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "select_all", Qt.Key.Key_J)
    assert row(sheet, "select_all").button.text() == "J"
    sheet.close()
    press(desk, "Ctrl+A")
    assert desk.parts.selection.notes == ()
    press(desk, "J")
    assert len(desk.parts.selection.notes) == 4


def test_the_board_leaves_alone_what_is_done_by_other_keys_now(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "new_note", Qt.Key.Key_M)
    change(sheet, "category_1", Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    sheet.close()
    note = next(iter(desk.parts.editing.workshop.notes))
    desk.parts.selection.select([note])
    before = desk.parts.editing.workshop
    press(desk, "1")
    press(desk, "N")
    assert desk.parts.editing.workshop == before
    assert desk.parts.board.hasFocus()
    press(desk, "Alt+R")
    assert desk.parts.editing.workshop.notes[note].category is not None
    press(desk, "M")
    assert not desk.parts.board.hasFocus()  # a note is being written


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_menus_and_tooltips_say_the_new_keys(desk: Desk, qtbot: QtBot) -> None:
    sheet = open_sheet(desk)
    change(sheet, "undo", Qt.Key.Key_U)
    change(sheet, "select_all", Qt.Key.Key_J)
    sheet.close()
    undo = next(one for one in desk.bar.findChildren(QToolButton) if one.accessibleName() == "Undo")
    assert undo.toolTip() == "Undo (U)"
    desk.parts.board.setFocus()
    press(desk, "Menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert "Select all\tJ" in texts
    assert "Show the whole board\tHome" in texts


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_inspector_says_the_keys_as_they_are(desk: Desk, qtbot: QtBot) -> None:
    inspector = desk.parts.side.inspector

    def tips() -> set[str]:
        return {one.toolTip() for one in inspector.findChildren(QAbstractButton) if one.toolTip()}

    desk.parts.selection.select(list(desk.parts.editing.workshop.notes)[:2])
    qtbot.waitUntil(lambda: "These notes say the same (Ctrl+G)" in tips())
    assert "Rescue (1)" in tips()
    sheet = open_sheet(desk)
    change(sheet, "merge", Qt.Key.Key_J)
    change(sheet, "category_1", Qt.Key.Key_K)
    sheet.close()
    assert {"These notes say the same (J)", "Rescue (K)"} <= tips()
    names = [one.accessibleName() for one in inspector.findChildren(QAbstractButton)]
    assert "Rescue, key K" in names
    desk.parts.board.merge_selected()
    (cluster,) = desk.parts.editing.workshop.of(Cluster).values()
    desk.parts.selection.select([cluster.lead])
    split = "Every note stands by itself again (Ctrl+Shift+G)"
    qtbot.waitUntil(lambda: split in tips())


def test_keys_of_another_command_are_named_and_can_be_swapped(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    told = row(sheet, "duplicate")
    assert told.words.text() == "Ctrl+G does “Merge into a cluster”."
    assert told.button.text() == "Ctrl+D"
    QTest.mouseClick(answer(told, "Swap"), LEFT)
    assert row(sheet, "duplicate").button.text() == "Ctrl+G"
    assert row(sheet, "merge").button.text() == "Ctrl+D"
    assert not told.words.isVisible()


def test_a_swap_can_be_left(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(answer(row(sheet, "duplicate"), "Leave it"), LEFT)
    assert row(sheet, "duplicate").button.text() == "Ctrl+D"
    assert row(sheet, "merge").button.text() == "Ctrl+G"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Left])
def test_keys_that_everything_needs_are_refused(desk: Desk, key: Qt.Key) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", key)
    told = row(sheet, "duplicate")
    name = QKeySequence(key).toString()
    assert told.words.text() == f"{name} always {FIXED[name]}. Choose other keys."
    assert told.button.text() == "Ctrl+D"


def test_esc_leaves_the_keys_as_they_are(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert row(sheet, "duplicate").button.text() == "Ctrl+D"


def test_one_command_or_all_go_back_to_the_usual_keys(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", Qt.Key.Key_J)
    change(sheet, "merge", Qt.Key.Key_K)
    assert row(sheet, "duplicate").usual.isVisible()
    assert not row(sheet, "split").usual.isVisible()
    QTest.mouseClick(row(sheet, "duplicate").usual, LEFT)
    assert [row(sheet, name).button.text() for name in ("duplicate", "merge")] == ["Ctrl+D", "K"]
    every = next(one for one in sheet.findChildren(QPushButton) if one.text() == "All usual keys")
    QTest.mouseClick(every, LEFT)
    assert row(sheet, "merge").button.text() == "Ctrl+G"
    assert desk.actions_["merge"].shortcut().toString() == "Ctrl+G"


def test_usual_keys_that_another_command_has_by_now_are_not_taken_from_it(desk: Desk) -> None:
    sheet = open_sheet(desk)
    change(sheet, "duplicate", Qt.Key.Key_J)
    change(sheet, "merge", Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(row(sheet, "duplicate").usual, LEFT)
    assert row(sheet, "duplicate").button.text() == "J"
    assert "taken by “Merge into a cluster”" in row(sheet, "duplicate").words.text()


def test_keys_are_kept_on_this_computer_and_reach_every_window(
    desk: Desk, program: Program, settings: QSettings
) -> None:
    other = program.new_window()
    sheet = open_sheet(desk)
    change(sheet, "open", Qt.Key.Key_F4)
    sheet.close()
    assert other.actions_ is not None
    assert other.actions_["open"].shortcut().toString() == "F4"
    assert settings.value("keys/open") == "F4"
    later = program.new_window()
    assert later.actions_ is not None
    assert later.actions_["open"].shortcut().toString() == "F4"


def test_single_letters_are_letters_while_a_text_has_the_keys(desk: Desk) -> None:
    before = len(desk.parts.editing.workshop.notes)
    press(desk, "Ctrl+F")
    for letter in "nb1?":
        press(desk, letter)
    assert desk.bar.search.text() == "nb1?"
    assert len(desk.parts.editing.workshop.notes) == before
    assert desk.findChild(KeysSheet) is None


def test_a_sign_is_kept_without_the_shift_that_it_needs_here(desk: Desk) -> None:
    sheet = open_sheet(desk)
    told = row(sheet, "select_all")
    QTest.mouseClick(told.button, LEFT)
    QTest.keyClick(told.button, Qt.Key.Key_Shift)
    strike = cast("Callable[[QWidget, str, Qt.KeyboardModifier], None]", QTest.keyClick)
    strike(told.button, "!", Qt.KeyboardModifier.ShiftModifier)  # its stub lacks letters
    assert told.button.text() == "!"


def test_two_commands_never_come_with_the_same_keys(desk: Desk) -> None:
    window = desk.window()
    assert isinstance(window, Window)
    assert window.actions_ is not None
    seen: dict[str, str] = {}
    for actions in (desk.actions_, window.actions_):
        for command in actions.commands:
            for keys in actions.keys.of(command):
                assert keys not in FIXED, command.name
                assert seen.setdefault(keys, command.name) == command.name


# ---- hands and eyes


def press(desk: Desk, keys: str) -> None:
    if QApplication.activeWindow() is None:  # a desktop sees to it; the offscreen platform does not
        desk.window().activateWindow()
    QTest.keySequence(desk.window().windowHandle(), QKeySequence(keys))


def open_sheet(desk: Desk, keys: str = "F1") -> KeysSheet:
    press(desk, keys)
    sheet = desk.window().findChild(KeysSheet)
    assert sheet is not None
    sheet.activateWindow()
    QApplication.processEvents()
    return sheet


def row(sheet: KeysSheet, name: str) -> KeyRow:
    return next(one for one in sheet.findChildren(KeyRow) if one.command.name == name)


def change(
    sheet: KeysSheet,
    name: str,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click the keys of a command and press others."""
    button = row(sheet, name).button
    QTest.mouseClick(button, LEFT)
    assert button.text() == "Press the new keys"
    QTest.keyClick(button, key, held)


def visible_rows(sheet: KeysSheet) -> list[str]:
    return [one.command.name for one in sheet.findChildren(KeyRow) if one.isVisible()]


def answer(told: KeyRow, word: str) -> QPushButton:
    QApplication.processEvents()
    return next(
        one for one in told.findChildren(QPushButton) if one.text() == word and one.isVisible()
    )
