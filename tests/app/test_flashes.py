"""Nothing comes up as a window of its own that is only a part of one."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.program import Program
from motworkshop.app.window import Window
from motworkshop.imports.sample import sample_workshop
from motworkshop.model.records import PhaseKind
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop
from tests.app.screens import desk_of, open_desk


class Openings(QObject):
    """Which kinds of windows came up."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[type] = set()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.kinds.add(type(watched))
        return False


@pytest.mark.parametrize("is_full", [True, False], ids=["sample", "empty"])
def test_no_part_of_a_phase_flashes_up_as_a_window(
    program: Program, tmp_path: Path, qtbot: QtBot, *, is_full: bool
) -> None:
    file = tmp_path / "spring.motw"
    create_workshop(file, sample_workshop() if is_full else Workshop.titled("Spring"))
    openings = Openings()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(openings)
    desk = desk_of(open_desk(program, file, qtbot))
    for kind in PhaseKind:
        desk.parts.clock.go_to(kind)
        qtbot.waitUntil(desk.parts.middle.isVisible)
        QApplication.processEvents()
    app.removeEventFilter(openings)
    assert openings.kinds == {Window}
