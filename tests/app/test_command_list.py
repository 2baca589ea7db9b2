"""The list of all commands: found by a few letters, done by Enter."""

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from motworkshop.app.command_list import CommandList
from motworkshop.app.desk import Desk
from motworkshop.app.history_list import StepList
from motworkshop.app.row_delegate import Role
from motworkshop.app.window import Window
from motworkshop.look import HIGH_CONTRAST_DARK, LIGHT
from motworkshop.model.edits.categories import edit_category
from motworkshop.model.records import Category, PhaseKind, Stage


@pytest.fixture
def desk(window: Window, qtbot: QtBot) -> Desk:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.desk is not None
    window.desk.parts.board.set_animated(False)
    window.desk.parts.board.setFocus()
    return window.desk


def test_every_command_stands_there_with_its_keys(desk: Desk, window: Window) -> None:
    commands = open_list(desk)
    assert window.actions_ is not None
    native = QKeySequence.SequenceFormat.NativeText
    for actions in (desk.actions_, window.actions_):
        for command in actions.commands:
            action = actions[command.name]
            if action.isVisible() and command.name != "commands":
                text = action.text().replace("&&", "&")
                assert keys_of(commands)[text] == [
                    one.toString(native) for one in action.shortcuts()
                ]
    assert "Delete" in keys_of(commands)


def test_a_few_letters_and_enter_do_it(desk: Desk) -> None:
    open_list(desk)
    type_("sel all")
    press(desk, "Return")
    assert len(desk.parts.selection.notes) == 4
    assert desk.findChild(CommandList) is None or not listed(desk).isVisible()
    assert desk.parts.board.hasFocus()


def test_the_look_is_chosen_there_too(desk: Desk) -> None:
    for words, theme in (("theme high dark", HIGH_CONTRAST_DARK), ("theme: light", LIGHT)):
        open_list(desk)
        type_(words)
        press(desk, "Return")
        assert desk.parts.board.scene.theme is theme
    still = "Motion: Less motion"
    assert keys_of(open_list(desk))[still] == []
    type_("less motion")
    press(desk, "Return")
    lines = open_list(desk).list
    found = {row.text(): row.data(Role.FADED) for row in map(lines.item, range(lines.count()))}
    assert (found[still], found["Motion: Full"]) == (True, False), "what is so need not be chosen"


def test_ctrl_shift_p_opens_it_too_and_esc_leads_back(desk: Desk) -> None:
    desk.bar.search.setFocus()
    press(desk, "Ctrl+Shift+P")
    assert listed(desk).isVisible()
    press(desk, "Esc")
    assert desk.bar.search.hasFocus()


def test_the_keys_go_to_the_board_where_what_had_them_is_gone(
    desk: Desk, window: Window, qtbot: QtBot
) -> None:
    document = desk.parts.document
    document.do(
        edit_category(document.workshop, document.workshop.ordered(Category)[0].id, name="X")
    )
    press(desk, "Ctrl+H")
    steps = desk.findChild(StepList)
    assert steps is not None
    assert steps.hasFocus()
    commands = open_list(desk)
    qtbot.waitUntil(lambda: not isValid(steps))
    corner = commands.mapTo(window, QPoint(3, commands.height() - 3))
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner
    )
    qtbot.waitUntil(lambda: desk.findChild(CommandList) is None)
    assert desk.parts.board.hasFocus()


def test_arrows_choose_while_one_types(desk: Desk) -> None:
    commands = open_list(desk)
    type_("go to phase")
    press(desk, "Down")
    press(desk, "Down")
    press(desk, "Up")
    assert commands.list.currentItem().text() == "Go to phase 2, Align on stages"
    press(desk, "Return")
    assert desk.parts.clock.phase is PhaseKind.ALIGN


def test_what_cannot_be_done_is_grey_and_nothing_happens(desk: Desk) -> None:
    commands = open_list(desk)
    type_("duplicate")
    before = desk.parts.editing.workshop
    assert commands.list.currentItem().data(Role.FADED)
    press(desk, "Return")
    assert commands.isVisible()
    assert desk.parts.editing.workshop == before


def test_a_number_shows_its_note(desk: Desk) -> None:
    commands = open_list(desk)
    type_("4")
    assert commands.list.currentItem().text() == "Show note 4: Seat is broken"
    press(desk, "Return")
    (note,) = desk.parts.selection.notes
    assert desk.parts.editing.workshop.notes[note].number == 4


def test_behind_the_curtain_a_note_is_only_a_number(desk: Desk) -> None:
    desk.parts.scenes.curtain_wanted.emit(True)
    commands = open_list(desk)
    type_("note 4")
    assert commands.list.currentItem().text() == "Show note 4"


def test_a_stage_is_shown_by_its_name(desk: Desk) -> None:
    stage = desk.parts.editing.workshop.ordered(Stage)[-1]
    desk.parts.board.set_zoom(1.0)
    open_list(desk)
    type_(stage.name)
    press(desk, "Return")
    board = desk.parts.board
    column = board.scene.deck.plan.column_of(stage.id)
    assert column is not None
    left, _top, right, _bottom = board.camera.seen(board.camera.free)
    assert left < column.left
    assert column.right < right


def test_what_was_used_last_stands_first_even_after_a_new_start(
    desk: Desk, settings: QSettings
) -> None:
    for words in ("select all", "zoom to 100"):
        open_list(desk)
        type_(words)
        press(desk, "Return")
    commands = open_list(desk)
    assert rows(commands)[:3] == ["Used last", "Zoom to 100 %", "Select all"]
    type_("zoom")
    assert rows(commands)[0] == "Zoom to 100 %"
    assert "select_all" in str(settings.value("commands"))


def test_categories_are_called_as_the_group_calls_them(desk: Desk) -> None:
    category = desk.parts.editing.workshop.ordered(Category)[0]
    desk.parts.editing.do(edit_category, category.id, name="Save & calm")
    desk.parts.selection.select(list(desk.parts.editing.workshop.notes)[:1])
    commands = open_list(desk)
    type_("save calm")
    assert commands.list.currentItem().text() == "Sort into Save & calm"
    press(desk, "Return")
    note = next(iter(desk.parts.editing.workshop.notes.values()))
    assert note.category == category.id


def test_nothing_that_fits_says_so(desk: Desk) -> None:
    commands = open_list(desk)
    type_("xyzzy")
    assert rows(commands) == []
    assert not commands.list.isVisible()
    press(desk, "Return")
    assert commands.isVisible()


def test_no_key_reaches_the_board_below(desk: Desk) -> None:
    before = desk.parts.editing.workshop
    open_list(desk)
    desk.parts.selection.select(list(before.notes)[:1])
    for keys in ("1", "N", "Del", "Ctrl+D"):
        press(desk, keys)
    assert desk.parts.editing.workshop == before


# ---- hands and eyes


def press(desk: Desk, keys: str) -> None:
    if QApplication.activeWindow() is None:  # a desktop sees to it; the offscreen platform does not
        desk.window().activateWindow()
    QTest.keySequence(desk.window().windowHandle(), QKeySequence(keys))


def type_(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def open_list(desk: Desk) -> CommandList:
    press(desk, "Ctrl+K")
    return listed(desk)


def listed(desk: Desk) -> CommandList:
    shown = [one for one in desk.findChildren(CommandList) if one.isVisible()]
    assert len(shown) == 1
    return shown[0]


def rows(commands: CommandList) -> list[str]:
    return [commands.list.item(row).text() for row in range(commands.list.count())]


def keys_of(commands: CommandList) -> dict[str, list[str]]:
    items = [commands.list.item(row) for row in range(commands.list.count())]
    lines = [item for item in items if not item.data(Role.HEADING)]
    return {item.text(): list(item.data(Role.KEYS) or ()) for item in lines}
