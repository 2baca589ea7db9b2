from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.canvas.overview_map import OverviewMap
from motworkshop.imports.sample import sample_workshop
from motworkshop.storage.create import create_workshop


def overview(desk: Desk) -> OverviewMap:
    (found,) = desk.parts.board.findChildren(OverviewMap)
    assert isinstance(found, OverviewMap)
    return found


def desk_of(window: Window) -> Desk:
    assert window.desk is not None
    return window.desk


def press(desk: Desk) -> None:
    QTest.keyClick(desk.parts.board, Qt.Key.Key_F6)


def test_a_key_hides_the_overview_and_brings_it_back(window: Window) -> None:
    desk = desk_of(window)
    desk.parts.board.set_animated(False)
    desk.parts.board.set_zoom(2.0)
    assert overview(desk).isVisible()
    press(desk)
    assert not overview(desk).isVisible()
    desk.parts.board.pan(-40, 0)
    assert not overview(desk).isVisible()
    press(desk)
    assert overview(desk).isVisible()


def test_it_is_drawn_by_itself_when_a_workshop_is_opened(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    create_workshop(tmp_path / "sample.motw", sample_workshop())
    window = program.open_first(tmp_path / "sample.motw")
    assert overview(desk_of(window)).isVisible()
    qtbot.waitUntil(lambda: has_notes(overview(desk_of(window))))


def test_who_hid_it_does_not_see_it_in_the_next_window(
    window: Window, program: Program, qtbot: QtBot
) -> None:
    press(desk_of(window))
    path = window.path
    assert path is not None
    window.close()
    again = program.new_window()
    program.open_file(path, again)
    again.activateWindow()
    qtbot.waitUntil(again.isActiveWindow)
    board = desk_of(again).parts.board
    board.set_animated(False)
    board.set_zoom(2.0)
    assert not overview(desk_of(again)).isVisible()
    press(desk_of(again))
    assert overview(desk_of(again)).isVisible()


def test_it_stands_in_the_corner_of_the_board_and_goes_with_it(window: Window) -> None:
    desk = desk_of(window)
    desk.parts.board.set_animated(False)
    desk.parts.board.set_zoom(2.0)
    for width in (1100, 1500):
        window.resize(width, 800)
        place, board = overview(desk).geometry(), desk.parts.board
        assert board.width() - place.right() - 1 == 8
        assert place.bottom() < board.height()
    before = desk.parts.board.camera.left
    QTest.mouseClick(overview(desk), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert desk.parts.board.camera.left != before


def has_notes(drawn: OverviewMap) -> bool:
    """Whether there is the orange of a note; all else is grey or blue."""
    image = drawn.grab().toImage()
    colours = (QColor(image.pixel(x, y)) for x in range(image.width()) for y in (20, 30, 40, 50))
    return any(one.red() > one.blue() + 40 for one in colours)
