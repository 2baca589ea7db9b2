"""Icons that follow the theme: what Python's collector may and may not take of them."""

import os
import subprocess
import sys
import textwrap
import weakref

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from motworkshop.look import LIGHT
from motworkshop.panels.icons import Icons

COLLECTED = """
    import gc
    from PySide6.QtWidgets import QApplication
    from motworkshop.look import LIGHT
    from motworkshop.panels.icons import Icons

    class Part:
        pass

    app = QApplication([])
    for _again in range(50):
        icons = Icons(LIGHT)
        icon = icons.icon("menu")
        circle = [icons]
        circle.append(circle)
        part = Part()
        part.icons, part.signs, part.itself = circle, {True: icon}, part
        del icons, icon, circle, part
        gc.collect()
    print("whole")
"""


def test_icons_that_only_python_holds_are_collected_without_a_crash() -> None:
    """The collector once freed what draws an icon, and Qt freed it again with the icon."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "MALLOC_PERTURB_": "165"}
    run = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(COLLECTED)],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "whole"), run.stderr


def test_an_icon_is_drawn_though_python_has_let_go_of_it(qtbot: QtBot) -> None:
    icons = Icons(LIGHT)
    button, bare = QPushButton(), QPushButton()
    qtbot.addWidget(button)
    qtbot.addWidget(bare)
    button.setIcon(icons.icon("menu"))
    gone = weakref.ref(icons)
    del icons
    assert button.grab().toImage() != bare.grab().toImage()
    button.setIcon(QIcon())
    assert gone() is None, "what drew the icons stays although no icon is left"
