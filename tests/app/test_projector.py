import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from motworkshop.app.projector import Projector
from motworkshop.document.document import Document
from motworkshop.document.editing import Editing
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.clock import Clock
from motworkshop.panels.projector.view import ProjectorView

TWO_SCREENS = textwrap.dedent("""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QGuiApplication, QImage
    from PySide6.QtWidgets import QApplication, QWidget
    from motworkshop.app.projector import Projector
    from motworkshop.document.document import Document
    from motworkshop.document.editing import Editing
    from motworkshop.document.selection import Selection
    from motworkshop.look import LIGHT
    from motworkshop.model.workshop import Workshop
    from motworkshop.panels.phases.clock import Clock
    from motworkshop.panels.projector.view import ProjectorView

    app = QApplication([])
    laptop, wall = QGuiApplication.screens()
    owner = QWidget()
    owner.setGeometry(100, 100, 800, 600)
    owner.show()
    owner.activateWindow()
    app.processEvents()
    document = Document(Workshop.titled("Spring"))
    picture = lambda size, notes: QImage(size, QImage.Format.Format_RGB32)
    clock = Clock(Editing(document))
    view = ProjectorView(document, Selection(document), clock, LIGHT, picture)
    projector = Projector(view, owner)
    projector.open()
    app.processEvents()
    window = projector.window
    told = [window.screen().name(), window.isFullScreen(), window.geometry().getRect(),
            view.size().toTuple()]
    print(told)
    QGuiApplication.instance().screenRemoved.emit(wall)
    app.processEvents()
    print([window.screen().name(), window.isFullScreen(), window.isVisible()])
    QGuiApplication.instance().screenAdded.emit(wall)
    app.processEvents()
    print([window.screen().name(), window.isFullScreen(), window.isVisible()])
    owner.move(1600, 50)
    app.processEvents()
    projector.open()
    app.processEvents()
    print([owner.screen().name(), window.screen().name(), window.isFullScreen()])
""")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def projector(qtbot: QtBot, owner: QWidget) -> Iterator[Projector]:
    document = Document(Workshop.titled("Spring"))
    view = ProjectorView(
        document,
        Selection(document),
        Clock(Editing(document)),
        LIGHT,
        lambda size, _notes: QImage(QSize(size), QImage.Format.Format_RGB32),
    )
    made = Projector(view, owner, "Spring")
    qtbot.addWidget(made.window)
    yield made
    made.close()


def _is_up(projector: Projector, qtbot: QtBot) -> None:
    with qtbot.waitExposed(projector.window):
        pass
    projector.window.activateWindow()
    qtbot.waitUntil(projector.window.isActiveWindow)


def test_with_one_screen_it_is_a_window_like_any_other(projector: Projector, qtbot: QtBot) -> None:
    with qtbot.waitSignal(projector.opened):
        projector.open()
    assert projector.is_open
    assert not projector.window.isFullScreen()
    assert projector.window.windowTitle() == "Spring – What the room sees"
    assert projector.view.size() == projector.window.size()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_escape_and_f5_close_it(projector: Projector, qtbot: QtBot, key: Qt.Key) -> None:
    projector.toggle()
    _is_up(projector, qtbot)
    with qtbot.waitSignal(projector.closed):
        QTest.keyClick(projector.window, key)
    assert not projector.is_open


def test_b_makes_it_dark_and_bright_again(projector: Projector, qtbot: QtBot) -> None:
    projector.open()
    _is_up(projector, qtbot)
    blanked: list[bool] = []
    projector.blanked.connect(blanked.append)
    QTest.keyClick(projector.window, Qt.Key.Key_B)
    assert projector.is_blank
    assert projector.view.grab().toImage().pixelColor(10, 10).name() == "#000000"
    QTest.keyClick(projector.window, Qt.Key.Key_B)
    assert blanked == [True, False]


def test_the_window_managers_cross_closes_it_but_keeps_it_for_the_next_time(
    projector: Projector, qtbot: QtBot
) -> None:
    projector.open()
    with qtbot.waitSignal(projector.closed):
        projector.window.close()
    opened = [projector.is_open]
    for _again in range(2):
        projector.toggle()
        opened.append(projector.is_open)
    assert opened == [False, True, False]


def test_it_may_be_dark_before_it_is_opened(projector: Projector, qtbot: QtBot) -> None:
    projector.set_blank(True)
    projector.open()
    assert projector.view.grab().toImage().pixelColor(10, 10).name() == "#000000"


def test_it_goes_with_the_window_it_belongs_to(qtbot: QtBot) -> None:
    owner = QWidget()
    document = Document(Workshop.titled("Spring"))
    view = ProjectorView(
        document,
        Selection(document),
        Clock(Editing(document)),
        LIGHT,
        lambda size, _notes: QImage(size, QImage.Format.Format_RGB32),
    )
    projector = Projector(view, owner)
    projector.open()
    with qtbot.waitSignal(projector.window.destroyed):
        owner.deleteLater()


def test_it_takes_the_second_screen_and_follows_when_screens_come_and_go(tmp_path: Path) -> None:
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "y": 0}
    screens = [
        {"name": "laptop", "x": 0, "width": 1440, "height": 900, **common},
        {"name": "wall", "x": 1440, "width": 1920, "height": 1080, **common},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env={**os.environ, **platform},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "['wall', True, (1440, 0, 1920, 1080), (1920, 1080)]",
        "['laptop', False, True]",
        "['wall', True, True]",
        "['wall', 'laptop', True]",
    ]
