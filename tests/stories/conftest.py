"""A program as a person starts it, with settings and files in a folder that goes away."""

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from motworkshop.app.build import build_program, dress
from motworkshop.app.dialogs import WORKSHOPS, Dialogs, Unsaved
from motworkshop.app.program import Program
from tests.stories.hands import Hands

FIRST_NAME = "Spring.motw"
TRIES = 60
"""Half seconds for which the disk of a busy machine may fall silent at the end of a story."""


class PlaceForAll(Dialogs):
    """Names one file when the program asks which workshop to open, and `FIRST_NAME` beside it for
    a new one, which takes the name of the other when the workshop gets its title."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tries = 0

    @override
    def file_to_open(self, parent: QWidget) -> Path | None:
        return self.path

    @override
    def new_file(
        self, parent: QWidget, title: str, name: str, kind: str = WORKSHOPS
    ) -> Path | None:
        return self.path.with_name(FIRST_NAME)

    @override
    def unsaved(self, parent: QWidget, why: str) -> Unsaved:
        self._tries += 1
        assert self._tries <= TRIES, why
        sleep(0.5)
        return Unsaved.TRY_AGAIN

    @override
    def tell(self, parent: QWidget, words: str) -> None:
        raise AssertionError(words)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication, disk_is_waited_for: None) -> QApplication:
    QStandardPaths.setTestModeEnabled(True)
    dress(qapp)
    return qapp


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Spring workshop.motw"


@pytest.fixture
def program(dressed: QApplication, tmp_path: Path, file: Path) -> Iterator[Program]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = build_program(dressed, settings, PlaceForAll(file))
    yield made
    made.quit()
    for _again in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    assert made.windows == [], "a window was left over"


@pytest.fixture
def hands(program: Program, qtbot: QtBot) -> Hands:
    """A new workshop without a template, made on the start page of an empty window."""
    made = Hands(program.new_window(), qtbot)
    made.click("New workshop")
    made.wait(lambda: made.window.desk is not None)
    made.desk.parts.board.set_animated(False)
    return made
