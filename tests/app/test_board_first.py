"""A workshop is seen with its board first; what stands beside it comes a moment later."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.desk import Desk
from motworkshop.app.program import Program
from motworkshop.app.scenes import BESIDE_THE_BOARD
from motworkshop.app.window import Window
from motworkshop.canvas.board import Board
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.panel import PhasePanel
from motworkshop.storage.create import create_workshop
from tests.app.screens import desk_of


class FirstSight(QObject):
    """How many panels were there when the board was painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.panels: int | None = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, Board) and self.panels is None:
            self.panels = len(_desk_of(watched).findChildren(PhasePanel))
        return False


def _desk_of(board: Board) -> Desk:
    window = board.window()
    assert isinstance(window, Window)
    return desk_of(window)


def test_the_board_is_seen_first_and_then_the_panel_and_the_counts(
    program: Program, file: Path, qtbot: QtBot
) -> None:
    seen = FirstSight()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(seen)
    window = program.open_first(file)
    qtbot.waitUntil(lambda: seen.panels is not None)
    app.removeEventFilter(seen)
    assert seen.panels == 0
    desk = desk_of(window)
    qtbot.waitUntil(lambda: bool(desk.findChildren(PhasePanel)))
    assert desk.findChildren(PhasePanel)[0].isVisible()
    qtbot.waitUntil(lambda: desk.status.counts.text().startswith("4 notes"))
    assert window.focusWidget() is desk.parts.board


@pytest.mark.parametrize("is_full", [True, False], ids=["sample", "empty"])
def test_the_phases_that_are_not_asked_before_begin_with_the_board_and_its_keys(
    program: Program, tmp_path: Path, qtbot: QtBot, *, is_full: bool
) -> None:
    file = tmp_path / "spring.motw"
    create_workshop(file, sample_workshop() if is_full else Workshop.titled("Spring"))
    scenes = desk_of(program.open_first(file)).parts.scenes
    for kind in BESIDE_THE_BOARD:
        scene = scenes.scene(kind)
        assert not scene.is_centre_wanted
        assert not scene.is_curtain_wanted
        assert not scene.take_focus()
    assert set(PhaseKind) - BESIDE_THE_BOARD == {
        PhaseKind.BRAINSTORM,
        PhaseKind.REVEAL,
        PhaseKind.OWN,
    }
