"""A drag that rests near the edge moves the board."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from motworkshop.canvas.gesture import EDGE, TICK_MS
from motworkshop.canvas.gutter import lane_rect
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.stages import add_lane, add_stage
from motworkshop.model.records import Lane

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

Key = Qt.Key


@pytest.fixture
def wide(wall: "Wall") -> "Wall":
    """Ten stages and a long one, so that there is somewhere to go."""
    for number in range(7):
        wall.document.do(add_stage(wall.workshop, f"Stage {number}"))
    fields = {"stage": wall.stage("Book").id}
    drafts = [Draft(f"more {n}", fields=fields) for n in range(40)]
    wall.document.do(add_notes(wall.workshop, drafts))
    return wall


def corner(wall: "Wall") -> tuple[int, int]:
    return wall.board.camera.left, wall.board.camera.top


def rest(wall: "Wall", qtbot: QtBot, start: QPoint, there: QPoint, least: int) -> None:
    """Drag as far as there, and wait until the board has moved by so many pixels."""
    left, top = corner(wall)
    wall.press(start)
    wall.move(start + QPoint(12, 12), there)
    qtbot.waitUntil(
        lambda: abs(wall.board.camera.left - left) + abs(wall.board.camera.top - top) >= least
    )


def right_edge(wall: "Wall") -> QPoint:
    return QPoint(wall.board.width() - 2, 300)


def test_the_rubber_band_grows_as_the_board_moves(wide: "Wall", qtbot: QtBot) -> None:
    below = QPoint(230, round(wide.board.camera.free.bottom()) - 2)
    wide.look_at(0, 16 + 2 * 148)
    rest(wide, qtbot, wide.at("Book", 7, 305), below, 300)
    wide.release(below)
    assert len(wide.selection.notes) > 8
    assert len(set(wide.selection.notes)) == len(wide.selection.notes)


def test_a_stage_is_dragged_beyond_what_was_in_sight(wide: "Wall", qtbot: QtBot) -> None:
    start, edge = wide.header("Book"), right_edge(wide)
    rest(wide, qtbot, start, QPoint(edge.x(), 30), 1200)
    wide.release(QPoint(edge.x(), 30))
    assert wide.stages().index("Book") >= 4


def test_a_lane_is_dragged_beyond_what_was_in_sight(wide: "Wall", qtbot: QtBot) -> None:
    for number in range(8):
        wide.document.do(add_lane(wide.workshop, f"Lane {number}"))
    wide.look_at(0, wide.board.scene.deck.plan.rows[6].top)
    row = wide.board.scene.deck.plan.rows[8]
    start = lane_rect(wide.board.camera, row).center().toPoint()
    edge = QPoint(start.x(), 62)
    rest(wide, qtbot, start, edge, 800)
    wide.release(edge)
    assert [lane.name for lane in wide.workshop.ordered(Lane)].index("Lane 7") <= 1


class EvenClock:
    """As if every tick came when it is due, however busy the computer is."""

    def start(self) -> None:
        pass

    def restart(self) -> int:
        return TICK_MS


def test_the_nearer_to_the_edge_the_faster(
    wide: "Wall", qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("motworkshop.canvas.gesture.QElapsedTimer", EvenClock)
    moves: list[object] = []
    wide.board.moved.connect(lambda *_given: moves.append(None))

    def ticks(depth: int) -> int:
        wide.look_at(0, 0)
        moves.clear()
        at = QPoint(round(wide.board.width() - EDGE) + depth, 300)
        rest(wide, qtbot, wide.middle(1), at, 120)
        count = len(moves)
        wide.key(Key.Key_Escape)
        wide.release(at)
        return count

    assert ticks(8) > 2 * ticks(int(EDGE)) > 2


@pytest.mark.parametrize("what", ["note", "band", "stage"])
def test_escape_while_the_board_moves_puts_everything_back_and_the_board_rests(
    wide: "Wall", qtbot: QtBot, what: str
) -> None:
    starts: dict[str, Callable[[], QPoint]] = {
        "note": lambda: wide.middle(1),
        "band": lambda: wide.at("Arrive", 30, 300),
        "stage": lambda: wide.header("Book"),
    }
    start, before, here = starts[what](), wide.workshop, corner(wide)
    edge = QPoint(right_edge(wide).x(), start.y())
    rest(wide, qtbot, start, edge, 300)
    wide.key(Key.Key_Escape)
    assert corner(wide) == here
    wide.release(edge)
    with qtbot.assertNotEmitted(wide.board.moved, wait=80):
        pass
    assert wide.workshop == before
    assert not wide.selection.notes or what == "note"
    assert not wide.board.scene.lifted
