"""How quick a big paste is: 5,000 lines by Ctrl+V in the real window, until they are on the disk.

Run it by itself: `python tests/benchmarks/bench_paste.py [--rows 5000] [--rounds 7]`. The texts are
read from airline-feedback.csv ($MOTW_DATA, or beside the checkout). Each round begins with a new
file; the smallest figure is the one that other work on the machine has disturbed least.
"""

import argparse
import csv
import os
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QEventLoop, QSettings, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.app.build import build_program, dress
from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.program import Program
from motworkshop.app.saving import State
from motworkshop.imports.template import workshop_from_template
from motworkshop.model.records import PhaseKind
from motworkshop.storage.create import create_workshop

REST_MS = 2500
MOST = {"all of it, until it is on the disk": 250.0}
"""Milliseconds that the issue allows."""


def main() -> None:
    """Measure and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rows", type=int, default=5000)
    arguments.add_argument("--rounds", type=int, default=7)
    chosen = arguments.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication(sys.argv[:1])
    dress(app)
    QGuiApplication.clipboard().setText("\n".join(islice(cycle(texts()), chosen.rows)))
    figures: dict[str, list[float]] = {}
    for _round in range(chosen.rounds):
        with TemporaryDirectory() as folder:
            for name, value in measured(app, Path(folder), chosen.rows).items():
                figures.setdefault(name, []).append(value)
    QGuiApplication.clipboard().clear()  # or the offscreen platform crashes at the end
    print(f"{chosen.rows:,} lines{'':30}{'least':>9}{'median':>9}  ms")
    for name, values in figures.items():
        allowed = f"  (at most {MOST[name]:.0f})" if name in MOST else ""
        print(f"  {name:38}{min(values):9.1f}{median(values):9.1f}{allowed}")


def texts() -> list[str]:
    """What passengers wrote, a line each."""
    named = os.environ.get("MOTW_DATA")
    folder = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    with (folder / "airline-feedback.csv").open(encoding="utf-8", newline="") as file:
        found = [" ".join(row["text"].split()) for row in csv.DictReader(file)]
    return [text for text in found if text][:5000]


def measured(app: QApplication, folder: Path, rows: int) -> dict[str, float]:
    """The figures of one paste."""
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = build_program(app, settings, Dialogs())
    desk = opened(program, folder / "paste.motw")
    board = desk.parts.board
    board.setFocus()
    start, begun = perf_counter(), thread_time()
    QTest.keyClick(board, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pasted = perf_counter()
    board.repaint()
    painted, busy = perf_counter(), thread_time()
    wait_saved(desk)
    saved = perf_counter()
    assert len(desk.parts.document.workshop.notes) == rows, "not all of it was pasted"
    program.quit()
    return {
        "parsed and laid out": (pasted - start) * 1000,
        "the next frame": (painted - pasted) * 1000,
        "both, own": (busy - begun) * 1000,
        "all of it, until it is on the disk": (saved - start) * 1000,
    }


def opened(program: Program, path: Path) -> Desk:
    """A new workshop in a window, ready and saved."""
    create_workshop(path, workshop_from_template("airline", "Paste"))
    window = program.new_window()
    window.resize(1920, 1080)
    program.open_file(path, window)
    desk = window.desk
    assert desk is not None
    loop = QEventLoop()
    desk.parts.saving.opened.connect(loop.quit)
    loop.exec()
    desk.parts.clock.go_to(PhaseKind.BRAINSTORM)
    wait_saved(desk)
    desk.parts.board.finish()
    rest()
    return desk


def rest() -> None:
    """What follows the opening of a file comes to its end; nobody pastes in its first second."""
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def wait_saved(desk: Desk) -> None:
    """Until everything is on the disk."""
    saving = desk.parts.saving
    while saving.state is not State.SAVED:
        loop = QEventLoop()
        saving.saved.connect(loop.quit)
        loop.exec()


if __name__ == "__main__":
    main()
