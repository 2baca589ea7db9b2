from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.camera import Shot
from motworkshop.canvas.motion import between

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def turn(wall: "Wall", at: QPoint, by: int, keys: Qt.KeyboardModifier = PLAIN) -> None:
    event = QWheelEvent(
        QPointF(at),
        wall.board.mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(wall.board, event)


@pytest.mark.parametrize("by", [120, -120, 600, -360])
def test_zooming_keeps_the_place_under_the_pointer(wall: "Wall", by: int) -> None:
    at = QPoint(423, 311)
    before = wall.board.camera.to_board(QPointF(at))
    turn(wall, at, by, CONTROL)
    after = wall.board.camera.to_board(QPointF(at))
    assert wall.board.zoom() != 1.0
    pixel = 1 / wall.board.zoom()
    assert abs(after.x() - before.x()) <= pixel
    assert abs(after.y() - before.y()) <= pixel


def test_the_wheel_scrolls_and_shift_makes_it_sideways(wall: "Wall") -> None:
    start = wall.middle(1)
    turn(wall, QPoint(400, 400), -120)
    assert (wall.middle(1).x(), wall.middle(1).y()) == (start.x(), start.y() - 96)
    turn(wall, QPoint(400, 400), 120)
    turn(wall, QPoint(400, 400), -120, SHIFT)
    assert (wall.middle(1).x(), wall.middle(1).y()) == (start.x() - 96, start.y())


def test_space_and_the_middle_button_pan(wall: "Wall") -> None:
    start, at = wall.middle(1), QPoint(500, 500)
    QTest.keyPress(wall.board, Key.Key_Space)
    wall.drag(at, at - QPoint(60, 40))
    QTest.keyRelease(wall.board, Key.Key_Space)
    assert wall.middle(1) == start - QPoint(60, 40)
    QTest.mousePress(wall.board, Qt.MouseButton.MiddleButton, pos=at)
    wall.move(at + QPoint(60, 40))
    QTest.mouseRelease(wall.board, Qt.MouseButton.MiddleButton, pos=at + QPoint(60, 40))
    assert wall.middle(1) == start
    assert not wall.selection.notes


def test_space_does_not_stay_down_when_it_is_let_go_elsewhere(wall: "Wall") -> None:
    QTest.keyPress(wall.board, Key.Key_Space)
    wall.board.clearFocus()  # as where a dialog or another window gets the keys
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    assert wall.note(1).stage == wall.stage("Arrive").id


def test_keys_zoom_and_fit(wall: "Wall") -> None:
    told: list[float] = []
    wall.board.zoom_changed.connect(told.append)
    wall.key(Key.Key_Plus, CONTROL)
    assert wall.board.zoom() == 1.25
    wall.key(Key.Key_Minus, CONTROL)
    wall.key(Key.Key_Minus, CONTROL)
    assert wall.board.zoom() == pytest.approx(0.8)
    wall.key(Key.Key_0, CONTROL)
    assert wall.board.zoom() == 1.0
    assert told == pytest.approx([1.25, 1.0, 0.8, 1.0])


@pytest.mark.parametrize(("key", "keys"), [(Key.Key_Home, PLAIN), (Key.Key_Exclam, SHIFT)])
def test_fit_all_shows_every_note(wall: "Wall", key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
    wall.look_at(5000, 5000)
    wall.key(key, keys)
    free = wall.board.camera.free
    assert all(free.contains(QPointF(wall.middle(number))) for number in (1, 2, 3, 4))


def test_fit_selection_shows_it_large(wall: "Wall") -> None:
    wall.board.fit_all()
    wall.click(wall.middle(4))
    wall.key(Key.Key_At, SHIFT)
    assert wall.board.zoom() == 1.5
    assert wall.board.camera.free.contains(QPointF(wall.middle(4)))


def test_something_of_the_board_always_stays_in_sight(wall: "Wall") -> None:
    wall.board.pan(-1e6, -1e6)
    left, top, right, bottom = wall.board.camera.seen()
    west, north, east, south = wall.board.scene.bounds()
    assert left < east
    assert right > west
    assert top < south
    assert bottom > north


def test_show_note_brings_it_to_the_middle_and_selects_it(wall: "Wall") -> None:
    wall.board.set_zoom(0.2)
    wall.board.show_note(wall.note(4).id)
    middle = wall.board.camera.free.center()
    assert (QPointF(wall.middle(4)) - middle).manhattanLength() < 3
    assert wall.selection.notes == (wall.note(4).id,)
    assert wall.board.zoom() == 0.7


def test_a_camera_on_its_way_keeps_what_both_shots_share() -> None:
    start, end = Shot(1.0, 100, 50), Shot(2.0, 100 * 2 + 300, 50 * 2 + 200)
    fixed = ((100 + 300) / 1.0, (50 + 200) / 1.0)
    for part in (0.0, 0.25, 0.5, 1.0):
        shot = between(start, end, part)
        assert fixed[0] * shot.zoom - shot.left == pytest.approx(300)
        assert fixed[1] * shot.zoom - shot.top == pytest.approx(200)


def test_the_picture_of_the_board_has_its_notes(wall: "Wall") -> None:
    picture = wall.board.picture(QSize(320, 200))
    assert (picture.width(), picture.height()) == (320, 200)
    colours = {picture.pixelColor(x, y).name() for x in range(320) for y in range(200)}
    assert "#fef49a" in colours
