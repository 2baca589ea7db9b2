"""While the curtain is drawn, what is written on notes stands nowhere; in other phases it is up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QWidget

from motworkshop.model.edits.notes import Draft, add_notes, edit_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Stage
from motworkshop.panels.projector.view import ProjectorView
from tests.stories.hands import Hands
from tests.stories.spring import BAG, CREW, PEOPLE, PRICE, STAGES, TEXTS

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.slow]

WRITTEN = TEXTS[:4]


@pytest.fixture
def room(hands: Hands) -> Hands:
    """Four notes are read out, and the phase Brainstorm is open."""
    document = hands.desk.parts.document
    document.do(add_participants(document.workshop, PEOPLE))
    for name in STAGES:
        document.do(add_stage(document.workshop, name))
    hands.go_to(3)
    hands.click("Round robin")
    stages = [stage.id for stage in document.workshop.ordered(Stage)]
    drafts = zip(WRITTEN[:3], stages, strict=True)
    document.do(
        add_notes(document.workshop, [Draft(text, fields={"stage": one}) for text, one in drafts])
    )
    hands.click(hands.find("Note that is read out", QLineEdit))
    hands.type_(f"{STAGES[0]}> {CREW}", enter=True)
    hands.press("Return")  # on the empty line: next person
    hands.wait(lambda: CREW in texts_told(hands))  # the step that would be taken back
    return hands


def draw(room: Hands) -> None:
    room.click("Curtain over the board")
    room.wait_for("Lift the curtain")


def present(room: Hands) -> None:
    """Open the wall, on this one screen, and turn back to the window."""
    room.press("F5")
    room.window.activateWindow()
    room.wait(room.window.isActiveWindow)


def wall() -> ProjectorView:
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    views = [view for one in shown if (view := one.findChild(ProjectorView))]
    assert len(views) == 1
    views[0].set_animated(False)
    views[0].grab()
    return views[0]


def told(room: Hands) -> Iterator[str]:
    """All that can be read in the window, by hovering, or by a screen reader."""
    yield room.words()
    yield room.window.windowTitle()
    for action in room.window.actions():
        yield from (action.text(), action.toolTip(), action.statusTip())
    for widget in room.window.findChildren(QWidget):
        if widget.isVisible():
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if widget.isVisible() and isinstance(widget, QAbstractItemView):
            yield from listed(widget.model(), QModelIndex())


def listed(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    """What a list or a tree says of its rows, by sight, by hovering and by ear."""
    roles = Qt.ItemDataRole
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        for role in (roles.DisplayRole, roles.ToolTipRole, roles.AccessibleTextRole):
            yield str(index.data(role) or "")
        yield from listed(model, index)


def texts_told(room: Hands) -> set[str]:
    everything = "\n".join(told(room))
    return {text for text in WRITTEN if text in everything}


def test_behind_the_curtain_no_text_of_a_note_can_be_read_anywhere(room: Hands) -> None:
    draw(room)
    assert texts_told(room) == set()
    room.press("F5")
    assert not [text for text in WRITTEN if text in "\n".join(wall().words)]
    assert wall().words[1] == "Write in silence"
    room.click("Lift the curtain")
    assert CREW in texts_told(room)
    assert CREW in "\n".join(wall().words)
    room.press("F5")


def test_searching_behind_the_curtain_does_not_tell_what_was_written(room: Hands) -> None:
    draw(room)
    field = room.find("Search notes", QLineEdit)
    room.press("Ctrl+F")
    room.type_("bag")
    with_hit = field.accessibleDescription()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    room.type_("zzzz")
    assert with_hit == field.accessibleDescription() == "No note found"
    room.press("Return")
    assert room.desk.parts.selection.notes == ()
    room.press("Esc")


def test_the_list_of_commands_names_a_note_by_its_number_alone(room: Hands) -> None:
    draw(room)
    room.press("Ctrl+K")
    room.type_(str(room.note(BAG).number))
    assert texts_told(room) == set()
    room.press("Esc")


def test_the_list_of_steps_stays_closed_behind_the_curtain(room: Hands) -> None:
    draw(room)
    room.press("Ctrl+H")
    assert "Steps, the last one first" not in room.words()
    room.click("Lift the curtain")
    room.press("Ctrl+H")
    assert "Steps, the last one first" in room.words()
    room.press("Esc")


def test_the_outline_tells_no_text_behind_the_curtain(room: Hands) -> None:
    room.press("Esc")
    room.press("F7")
    assert texts_told(room) == set(WRITTEN)
    room.press("F7")
    draw(room)
    room.press("F7")
    assert texts_told(room) == set()
    room.press("F7")


def test_undo_works_behind_the_curtain_and_does_not_say_what_it_took_back(room: Hands) -> None:
    draw(room)
    room.press("Ctrl+Z")
    assert CREW not in [note.text for note in room.workshop.notes.values()]
    assert texts_told(room) == set()
    room.press("Ctrl+Shift+Z")
    assert room.note(CREW).number == 4
    assert texts_told(room) == set()


def test_no_key_reaches_notes_behind_the_curtain(room: Hands) -> None:
    QGuiApplication.clipboard().setText("before")
    draw(room)
    before = room.workshop
    room.desk.parts.middle.setFocus()
    onward = room.find("Lift the curtain", QWidget)
    onward.setFocus(Qt.FocusReason.TabFocusReason)
    for keys in ("Ctrl+C", "Ctrl+X", "Del", "Ctrl+D", "1", "Ctrl+G"):
        room.press("Ctrl+A")
        room.press(keys)
        assert room.workshop is before, keys
        assert QGuiApplication.clipboard().text() == "before", keys
        assert room.desk.parts.selection.notes == (), keys


def test_the_other_button_of_the_mouse_opens_nothing_behind_the_curtain(room: Hands) -> None:
    at = room.desk.parts.middle.mapTo(room.window, QPoint(200, 200))
    draw(room)
    QTest.mouseClick(
        room.window.windowHandle(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, at
    )
    assert not isinstance(QApplication.activePopupWidget(), QMenu)


def test_in_another_phase_the_curtain_is_up_and_coming_back_it_is_drawn_again(
    room: Hands,
) -> None:
    present(room)
    draw(room)
    assert wall().words[1] == "Write in silence"
    room.press("Ctrl+PgDown")
    room.press("Home")
    assert room.desk.parts.middle.is_board_shown
    assert "Write in silence" not in wall().words
    room.click_note(PRICE)
    assert is_inspected(room, PRICE)
    assert PRICE in "\n".join(wall().words)
    room.press("Ctrl+PgUp")
    assert not is_inspected(room, PRICE)
    assert texts_told(room) == set()
    assert wall().words[1] == "Write in silence"
    room.click("Lift the curtain")
    assert CREW in "\n".join(wall().words)
    room.press("F5")


def is_inspected(room: Hands, text: str) -> bool:
    return room.desk.parts.side.is_inspecting and text in room.words()


def test_the_notes_lie_face_down_on_the_board_behind_the_curtain(room: Hands) -> None:
    """The picture of a recent file is taken from there when the window is closed."""
    board, document = room.desk.parts.board, room.desk.parts.document
    draw(room)
    before = board.picture(QSize(560, 350))
    document.do(edit_notes(room.workshop, [room.note(BAG).id], text=PRICE))
    assert board.picture(QSize(560, 350)) == before
    document.undo()
    room.click("Lift the curtain")
    assert board.picture(QSize(560, 350)) != before


def test_silence_that_was_asked_for_hides_the_notes_until_the_round_robin(room: Hands) -> None:
    room.click("Silent writing")
    assert texts_told(room) == set()
    room.click("Begin the round robin")
    room.wait(lambda: CREW in texts_told(room))
