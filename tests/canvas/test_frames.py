"""A frame paints what has changed since the last one, and nothing on the screen is left as it was."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from motworkshop.model.edits.notes import Draft, add_notes, move_notes
from motworkshop.model.records import Place
from motworkshop.model.workshop import Workshop
from tests.canvas.test_damage import Painted, on_screen, whole

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(wall: "Wall") -> None:
    """Let all tiles be painted, and what waits to be shown be shown."""
    while not wall.board.is_settled():
        wall.board.grab()
    QCoreApplication.processEvents()


def move(wall: "Wall", point: QPoint) -> None:
    QTest.mouseMove(wall.board, point)
    QCoreApplication.processEvents()
    settle(wall)


@pytest.fixture
def far_apart(wall: "Wall") -> "Wall":
    """Notes 1 and 4 in opposite corners of the view, both selected; the first one is held."""
    wall.board.set_overview_shown(False)
    place = Place(wall.stage("Arrive").id, None, 12, 440)
    wall.document.do(move_notes(wall.workshop, {wall.note(4).id: place}))
    wall.selection.select([wall.note(1).id, wall.note(4).id])
    wall.board.finish()
    start = wall.middle(1)
    wall.press(start)
    move(wall, start + QPoint(9, 9))
    return wall


def test_of_notes_far_apart_only_what_they_cover_is_painted_as_they_are_dragged(
    far_apart: "Wall",
) -> None:
    wall, start = far_apart, far_apart.middle(1)
    move(wall, start + QPoint(30, 22))
    painted = Painted()
    wall.board.installEventFilter(painted)
    QTest.mouseMove(wall.board, start + QPoint(37, 25))
    QCoreApplication.processEvents()
    wall.board.removeEventFilter(painted)
    assert 0 < painted.covered < wall.board.width() * wall.board.height() / 2


@pytest.mark.parametrize("zoom", [1.0, 0.5])
def test_the_screen_shows_at_every_step_of_a_drag_what_all_painted_anew_would(
    far_apart: "Wall", zoom: float
) -> None:
    wall, start = far_apart, far_apart.middle(1)
    wall.key(Qt.Key.Key_Escape)
    wall.release(start)
    wall.board.set_zoom(zoom)
    wall.look_at(0, 0)
    wall.selection.select([wall.note(1).id, wall.note(4).id])
    wall.board.finish()
    start = wall.middle(1)
    wall.press(start)
    for way in ((9, 9), (16, 12), (60, 40), (-20, 200), (300, -90), (12, 3)):
        move(wall, start + QPoint(*way))
        assert on_screen(wall) == whole(wall), way
    wall.release(start + QPoint(12, 3))
    settle(wall)
    assert on_screen(wall) == whole(wall)


@pytest.fixture
def full(make_wall: "Callable[[Workshop], Wall]", sample: Workshop) -> "Wall":
    """A board with more than its tiles can be painted of within one slice."""
    wall = make_wall(sample)
    stage = min(wall.workshop.notes.values(), key=lambda note: note.number).stage
    drafts = [Draft(f"Waits {n} minutes at the gate", fields={"stage": stage}) for n in range(80)]
    wall.document.do(add_notes(wall.workshop, drafts))
    wall.board.set_overview_shown(False)
    wall.board.resize(1400, 900)
    wall.board.finish()
    return wall


def follow(wall: "Wall", qtbot: QtBot) -> None:
    """Wait until the board has become sharp by itself, and then until it is seen: only when all
    tiles are there, as a picture of the board would paint what is missing."""
    qtbot.waitUntil(wall.board.is_settled)
    qtbot.waitUntil(lambda: on_screen(wall) == whole(wall))


def test_after_a_zoom_the_screen_becomes_sharp_all_over(full: "Wall", qtbot: QtBot) -> None:
    for factor in (0.8, 0.8, 1.3):
        full.board.zoom_at(full.board.zoom() * factor, QPointF(500, 400))
        QCoreApplication.processEvents()
    follow(full, qtbot)


def test_after_a_way_across_the_board_the_screen_shows_all_of_it(
    full: "Wall", qtbot: QtBot
) -> None:
    for _step in range(60):
        full.board.pan(-24, -9)
        QCoreApplication.processEvents()
    follow(full, qtbot)
