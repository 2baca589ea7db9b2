"""A projector on a cable that is plugged in and pulled out: real monitors of a real X server."""

import os
import shutil
import subprocess
import sys
import textwrap
from ctypes.util import find_library
from pathlib import Path

import pytest

CABLE = textwrap.dedent("""
    from tests.app.monitors import Monitors

    monitors = Monitors()
    monitors.plug("laptop", 0, 1280, 800, is_first=True)
    monitors.plug("wall", 1280, 1024, 768)

    from collections.abc import Callable
    from PySide6.QtCore import QCoreApplication, QDeadlineTimer
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
    owner = QWidget()
    owner.setGeometry(100, 100, 800, 600)
    owner.show()
    document = Document(Workshop.titled("Spring"))
    picture = lambda size, notes: QImage(size, QImage.Format.Format_RGB32)
    view = ProjectorView(document, Selection(document), Clock(Editing(document)), LIGHT, picture)
    projector = Projector(view, owner)
    window = projector.window

    def tell(screens):
        late = QDeadlineTimer(10_000)
        while len(QGuiApplication.screens()) != screens and not late.hasExpired():
            QCoreApplication.processEvents()
        for _again in range(20):
            QCoreApplication.processEvents()
        if not window.isVisible():
            print("closed")
            return
        inside = window.screen().geometry().contains(window.geometry())
        print(window.isFullScreen(), window.screen().name(), view.size().toTuple(), inside)

    projector.open()
    tell(2)
    monitors.pull("wall")
    tell(1)
    monitors.plug("wall", 1280, 1024, 768)
    tell(2)
    projector.close()
    monitors.pull("wall")
    tell(1)
    projector.open()
    tell(1)
""")


@pytest.mark.x11
def test_the_wall_follows_a_cable_that_is_pulled_out_and_plugged_in(tmp_path: Path) -> None:
    needed = [name for name in ("Xvfb", "xvfb-run", "xauth") if shutil.which(name) is None]
    needed += [name for name in ("xcb-cursor", "Xrandr") if find_library(name) is None]
    if needed or sys.platform != "linux":
        pytest.skip(f"no screens to plug in here: {', '.join(needed) or sys.platform}")
    done = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 2304x800x24", sys.executable, "-c", CABLE],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(tmp_path)},
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "True wall (1024, 768) True",
        "False laptop (1280, 720) True",
        "True wall (1024, 768) True",
        "closed",
        "False laptop (1280, 720) True",
    ]
