"""The outline in the window: opened by its key, in step with the board, and as discreet."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import Note, PhaseKind
from motworkshop.panels.outline.panel import Outline
from motworkshop.panels.outline.tree import OutlineTree
from motworkshop.storage.create import create_workshop

Key = Qt.Key


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def outline_of(window: Window) -> Outline:
    found = window.findChildren(Outline)
    assert len(found) == 1
    return found[0]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def note_named(window: Window, text: str) -> Note:
    notes = desk_of(window).parts.document.workshop.notes.values()
    return next(note for note in notes if note.text == text)


@pytest.fixture
def opened(window: Window) -> Window:
    """The window with the outline open, by its key."""
    QTest.keyClick(focused(), Key.Key_F7)
    assert outline_of(window).isVisible()
    assert isinstance(focused(), OutlineTree)
    return window


def test_f7_opens_the_outline_and_closes_it_and_the_keys_are_where_they_belong(
    opened: Window,
) -> None:
    QTest.keyClick(focused(), Key.Key_F7)
    assert opened.findChildren(Outline)[0].isHidden()
    assert focused() is desk_of(opened).parts.board


def test_walking_through_it_selects_on_the_board_and_brings_the_note_into_sight(
    opened: Window,
) -> None:
    board = desk_of(opened).parts.board
    last = note_named(opened, "Seat is broken")
    rect = board.note_rect(last.id)
    assert rect is not None
    assert not board.rect().contains(rect.toRect())
    QTest.keyClick(focused(), Key.Key_Home)
    while desk_of(opened).parts.selection.notes != (last.id,):
        before = outline_of(opened).tree.currentIndex()
        QTest.keyClick(focused(), Key.Key_Down)
        assert outline_of(opened).tree.currentIndex() != before, "the last row was reached"
    rect = board.note_rect(last.id)
    assert rect is not None
    assert board.rect().contains(rect.toRect())
    assert outline_of(opened).isVisible()  # the inspector does not take its place
    QTest.keyClick(focused(), Key.Key_Return)
    assert focused() is board
    QTest.keyClick(board, Key.Key_Left)
    assert desk_of(opened).parts.selection.notes != (last.id,)


def test_notes_are_sorted_and_deleted_from_the_outline_by_their_keys(opened: Window) -> None:
    desk = desk_of(opened)
    bag = note_named(opened, "Bag is lost")
    desk.parts.selection.select([bag.id])
    QTest.keyClick(focused(), Key.Key_1)
    assert note_named(opened, "Bag is lost").category is not None
    QTest.keyClick(focused(), Key.Key_Delete)
    assert bag.id not in desk.parts.document.workshop.notes
    assert isinstance(focused(), OutlineTree)
    QTest.keyClick(focused(), Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bag.id in desk.parts.document.workshop.notes


def test_escape_leads_to_the_board_and_the_outline_stays(opened: Window) -> None:
    QTest.keyClick(focused(), Key.Key_Escape)
    assert focused() is desk_of(opened).parts.board
    assert outline_of(opened).isVisible()


def test_it_is_open_again_after_the_next_start(
    opened: Window, program: Program, qtbot: QtBot
) -> None:
    path = opened.path
    assert path is not None
    opened.close()
    again = program.new_window()
    program.open_file(path, again)
    assert outline_of(again).isVisible()
    with qtbot.waitSignal(desk_of(again).parts.saving.opened):
        pass


def test_a_hidden_panel_comes_for_the_outline_and_goes_with_it(window: Window) -> None:
    QTest.keyClick(focused(), Key.Key_F9)
    assert desk_of(window).parts.side.isHidden()
    QTest.keyClick(focused(), Key.Key_F7)
    assert outline_of(window).isVisible()
    QTest.keyClick(focused(), Key.Key_F7)
    assert desk_of(window).parts.side.isHidden()


def test_while_the_curtain_is_drawn_it_tells_numbers_alone(opened: Window) -> None:
    desk = desk_of(opened)
    tree = outline_of(opened).tree
    rows = tree.model()
    first = rows.index(0, 0, rows.index(1, 0))
    assert first.data() == "1  Payment is declined"
    desk.parts.scenes.curtain_wanted.emit(True)
    assert first.data() == "Note 1, face down"
    desk.parts.scenes.curtain_wanted.emit(False)
    assert first.data() == "1  Payment is declined"


def test_while_somebody_is_alone_with_a_ballot_it_is_not_there(opened: Window) -> None:
    scenes = desk_of(opened).parts.scenes
    scenes.turn_began.emit()
    assert outline_of(opened).isHidden()
    QTest.keyClick(opened, Key.Key_F7)
    assert outline_of(opened).isHidden()
    scenes.turn_ended.emit()
    assert outline_of(opened).isVisible()


def test_dots_are_told_in_the_phases_in_which_the_board_shows_them(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    create_workshop(tmp_path / "airline.motw", sample_workshop())
    window = program.new_window()
    program.open_file(tmp_path / "airline.motw", window)
    desk = desk_of(window)
    with qtbot.waitSignal(desk.parts.saving.opened):
        pass
    desk.parts.clock.go_to(PhaseKind.CATEGORISE)
    desk.actions_["toggle_outline"].trigger()
    rows = outline_of(window).tree.model()
    voted = rows.index(0, 0, rows.index(1, 0))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert "dot" not in voted.data(role)
    desk.parts.clock.go_to(PhaseKind.REVEAL)
    assert voted.data(role).endswith(", 1 dot")
