"""Starting the window: what must hold before Qt is asked, then the program until it is closed."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from motworkshop.app.crash_log import CrashLog
    from motworkshop.app.crashes import Crashes
    from motworkshop.app.system_look import SystemLook
    from motworkshop.storage.apart import ReadApart

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
    gc.disable()  # from now on it is `Settling` that collects
    return _run(arguments, _begin_reading(arguments))


def _begin_reading(arguments: Sequence[str]) -> "ReadApart | None":
    """Have the first file read meanwhile; the start page needs nothing of it."""
    if not arguments:
        return None
    from motworkshop.storage.apart import ReadApart

    return ReadApart(Path(arguments[0]))


def missing_for_a_window(platform: str, environment: Mapping[str, str]) -> str:
    """Why Qt would abort the process here, in a sentence; "" if it would not."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return ""
    if environment.get("WAYLAND_DISPLAY"):
        return ""
    if not environment.get("DISPLAY"):
        return NO_SCREEN
    import ctypes

    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return NO_CURSOR
    return ""


def _run(arguments: Sequence[str], reading: "ReadApart | None") -> int:
    from motworkshop.app.plain_imports import import_qt

    import_qt()
    from motworkshop.app.crash_log import open_log
    from motworkshop.app.crashes import Crashes
    from motworkshop.app.remembered import name_program, private_folder

    name_program()
    log = open_log(private_folder() / "log")
    crashes = Crashes(log)
    crashes.install()
    crashes.is_starting = True
    code = _run_guarded(arguments, reading, crashes, log)
    crashes.uninstall()
    log.close()
    return code


def _run_guarded(
    arguments: Sequence[str], reading: "ReadApart | None", crashes: "Crashes", log: "CrashLog"
) -> int:
    """The program itself; faults go to `crashes`."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from motworkshop.app.again import open_first, start_again, told_places
    from motworkshop.app.build import Builder, dress
    from motworkshop.app.crash_rescue import CrashRescue
    from motworkshop.app.crashes import Watch
    from motworkshop.app.dialogs import Dialogs
    from motworkshop.app.first_paint import FirstPaint
    from motworkshop.app.remembered import APPLICATION, ORGANISATION, Remembered
    from motworkshop.app.system_look import SystemLook

    app = QApplication([sys.argv[0]])
    dress(app)
    system = SystemLook(app.styleHints())
    settings = Remembered(QSettings(ORGANISATION, APPLICATION))
    read = None if reading is None else reading.workshop
    builder = Builder(app, settings, Dialogs(), system, read=read)
    program = builder.program(makes_ahead=True)
    CrashRescue(crashes, program, builder.icons, start_again)
    watch = Watch(log, app)
    if reading is not None:
        import motworkshop.app.build_desk  # noqa: F401  while it is being read
    open_first(program, [Path(name) for name in arguments], told_places(os.environ))
    first = program.windows[0]
    FirstPaint(first, partial(_go_on, system), first.is_settled)
    crashes.is_starting = False
    code = app.exec()
    watch.stop()
    return code


def _go_on(system: "SystemLook") -> None:
    """What can wait until the first window was seen."""
    from motworkshop.app.reading_ahead import ReadingAhead

    system.ask_desktop()
    ReadingAhead(system).begin()
