"""Starting the window: what must hold before Qt is asked, then the program until it is closed."""

import ctypes
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

WRONG_USE = 2
NO_SCREEN = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be "
    "opened. The command line works without one: see “motworkshop --help”."
)
NO_CURSOR = (
    "The library libxcb-cursor is missing, without which no window can be opened. Install it "
    "(Debian and Ubuntu: sudo apt-get install libxcb-cursor0)."
)


def start(arguments: Sequence[str]) -> int:
    """Open a window, with the file that is named if one is; returns the exit code."""
    refusal = missing_for_a_window(sys.platform, os.environ)
    if refusal:
        sys.stderr.write(refusal + "\n")
        return WRONG_USE
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")  # small fills are faster without it
    return _run(arguments)


def missing_for_a_window(platform: str, environment: Mapping[str, str]) -> str:
    """Why Qt would abort the process here, in a sentence; "" if it would not."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    if not environment.get("DISPLAY"):
        return NO_SCREEN
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return NO_CURSOR
    return ""


def _run(arguments: Sequence[str]) -> int:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from motworkshop.app.build import build_program, dress
    from motworkshop.app.dialogs import Dialogs
    from motworkshop.app.remembered import APPLICATION, ORGANISATION

    app = QApplication([sys.argv[0]])
    dress(app)
    program = build_program(app, QSettings(ORGANISATION, APPLICATION), Dialogs())
    window = program.new_window()
    for number, name in enumerate(arguments):
        program.open_file(Path(name), window if number == 0 else program.new_window())
    return app.exec()
