"""Fingers and pens, sent as the system sends them."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

MENUS = pytest.mark.qt_log_ignore("raise|grabbing", extend=True)


@pytest.fixture(scope="session")
def screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Hand:
    """Fingers on the board, by number."""

    def __init__(self, wall: "Wall", screen: QPointingDevice) -> None:
        self._wall = wall
        self._screen = screen
        self._at: dict[int, QPoint] = {}

    def down(self, *points: QPoint) -> None:
        for point in points:
            finger = len(self._at)
            sequence = self._sequence(besides=finger)
            sequence.press(finger, point, self._wall.board)
            self._at[finger] = point
            sequence.commit()

    def move(self, **fingers: QPoint) -> None:
        """Move fingers “f0”, “f1” …; the others stay."""
        moved = {int(name[1:]): point for name, point in fingers.items()}
        sequence = QTest.touchEvent(self._wall.board, self._screen, False)
        for finger, point in {**self._at, **moved}.items():
            sequence.move(finger, point, self._wall.board)
        self._at.update(moved)
        sequence.commit()

    def up(self, finger: int = 0) -> None:
        point = self._at.pop(finger)
        sequence = self._sequence(besides=finger)
        sequence.release(finger, point, self._wall.board)
        sequence.commit()

    def tap(self, point: QPoint) -> None:
        self.down(point)
        self.up()

    def _sequence(self, besides: int) -> QTest.QTouchEventSequence:
        sequence = QTest.touchEvent(self._wall.board, self._screen, False)
        for finger, point in self._at.items():
            if finger != besides:
                sequence.move(finger, point, self._wall.board)
        return sequence


@pytest.fixture
def hand(wall: "Wall", screen: QPointingDevice) -> Hand:
    return Hand(wall, screen)


def test_a_tap_selects_and_a_tap_on_the_board_selects_nothing(wall: "Wall", hand: Hand) -> None:
    hand.tap(wall.middle(2))
    assert wall.selection.notes == (wall.note(2).id,)
    hand.tap(wall.at("Arrive", 100, 300))
    assert not wall.selection.notes


def test_a_double_tap_writes_on_the_note(wall: "Wall", hand: Hand) -> None:
    hand.tap(wall.middle(2))
    hand.tap(wall.middle(2))
    assert wall.focus is wall.editor
    wall.type(" late")
    wall.key(Qt.Key.Key_Escape)
    assert wall.note(2).text == "Pays late"


def test_a_finger_drags_a_note(wall: "Wall", hand: Hand) -> None:
    start, end = wall.middle(4), wall.at("Arrive", 110, 90)
    hand.down(start)
    hand.move(f0=start + QPoint(20, 10))
    hand.move(f0=end)
    hand.up()
    note = wall.note(4)
    assert (note.stage, note.x, note.y) == (wall.stage("Arrive").id, 16, 16)


def test_on_the_empty_board_a_finger_moves_the_board(wall: "Wall", hand: Hand) -> None:
    start, note = wall.at("Arrive", 100, 300), wall.middle(1)
    wall.click(note)
    hand.down(start)
    hand.move(f0=start + QPoint(-60, -30))
    hand.move(f0=start + QPoint(-120, -80))
    hand.up()
    assert wall.middle(1) == note + QPoint(-120, -80)
    assert wall.selection.notes == (wall.note(1).id,)


def test_two_fingers_keep_what_lies_under_them(wall: "Wall", hand: Hand) -> None:
    left, right = QPoint(300, 300), QPoint(500, 300)
    camera = wall.board.camera
    under = [camera.to_board(QPointF(point)) for point in (left, right)]
    hand.down(left, right)
    for step in range(1, 6):
        hand.move(f0=left + QPoint(-20, 10) * step, f1=right + QPoint(20, 10) * step)
    assert wall.board.zoom() == pytest.approx(2.0, rel=0.01)
    for place, point in zip(under, (QPoint(200, 350), QPoint(600, 350)), strict=True):
        now = camera.to_view(place.x(), place.y())
        assert (now - QPointF(point)).manhattanLength() < 4
    hand.up(1)
    hand.up(0)


def test_a_second_finger_puts_back_what_the_first_one_dragged(wall: "Wall", hand: Hand) -> None:
    before, start = wall.workshop, wall.middle(4)
    hand.down(start)
    hand.move(f0=start + QPoint(60, 60))
    assert wall.board.scene.lifted
    hand.down(QPoint(700, 500))
    assert not wall.board.scene.lifted
    hand.move(f0=start + QPoint(90, 60))
    hand.up(1)
    hand.up(0)
    assert wall.workshop == before


def test_a_finger_that_stays_after_two_does_nothing_more(wall: "Wall", hand: Hand) -> None:
    hand.down(QPoint(300, 400), QPoint(500, 400))
    hand.up(1)
    here = wall.middle(1)
    hand.move(f0=QPoint(200, 300))
    assert wall.middle(1) == here
    hand.up(0)
    hand.tap(wall.middle(2))
    assert wall.selection.notes == (wall.note(2).id,)


@MENUS
def test_a_long_touch_opens_the_menu_of_the_note(wall: "Wall", hand: Hand, qtbot: QtBot) -> None:
    hand.down(wall.middle(3))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert wall.selection.notes == (wall.note(3).id,)
    assert any(action.text().startswith("Duplicate") for action in menu.actions())
    menu.close()
    hand.up()


def test_a_header_is_dragged_and_collapsed_by_a_finger(wall: "Wall", hand: Hand) -> None:
    start = wall.header("Fly")
    hand.down(start)
    hand.move(f0=start - QPoint(60, 0))
    hand.move(f0=wall.header("Book") - QPoint(90, 0))
    hand.up()
    assert wall.stages() == ["Fly", "Book", "Arrive"]


def test_a_touchpad_is_no_touch_screen(wall: "Wall") -> None:
    pad = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    note, start = wall.middle(1), wall.at("Arrive", 100, 300)
    QTest.touchEvent(wall.board, pad).press(0, start, wall.board)
    QTest.touchEvent(wall.board, pad).move(0, start + QPoint(-90, -90), wall.board)
    QTest.touchEvent(wall.board, pad).release(0, start + QPoint(-90, -90), wall.board)
    assert wall.middle(1) == note


def test_the_entry_line_takes_a_touch_itself(wall: "Wall", screen: QPointingDevice) -> None:
    line = wall.entry
    wall.board.setFocus()
    middle = line.rect().center()
    QTest.touchEvent(line, screen).press(0, middle, line)
    QTest.touchEvent(line, screen).release(0, middle, line)
    assert wall.focus is line


def test_a_pen_is_left_to_the_system_which_makes_a_mouse_of_it(wall: "Wall") -> None:
    pen = QPointingDevice(
        "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip
    at = QPointF(wall.middle(1))
    event = QTabletEvent(
        QEvent.Type.TabletPress, pen, at, wall.board.mapToGlobal(at), 1.0, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
    )  # fmt: skip
    event.setAccepted(True)
    QApplication.sendEvent(wall.board, event)
    assert not event.isAccepted()
