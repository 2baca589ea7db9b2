"""How quick searching is: from a key in the search field to the board with the matches on it.

Run it by itself: `python tests/benchmarks/bench_search.py [--notes 10000]`. The window is the real
one, 1920×1080, with its panel; the texts are those of airline-feedback.csv. A key counts as
highlighted when every tile in sight and the veil with all matches on it have been painted.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QSettings, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.app.build import build_program, dress
from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.app.window import Window
from motworkshop.storage.create import create_workshop
from tests.benchmarks.bench_board import VIEW, big_workshop, blitting, measure

ROUNDS = 5
WORDS = ("luggage", "delayed", "seat", "e")
"""The last stands in nearly every text: the most that can be found at once."""


def main() -> None:
    """Measure for each view of the board and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=10_000)
    arguments.add_argument("--stages", type=int, default=40)
    chosen = arguments.parse_args()
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication(sys.argv[:1])
    dress(app)
    blit = measure(blitting())
    print(f"one blit of {VIEW[0]}×{VIEW[1]}: {blit[0]:.3f} ms (p95 {blit[1]:.3f})")
    with TemporaryDirectory() as folder:
        window = opened(app, Path(folder), chosen.notes, chosen.stages)
        desk = window.desk
        assert desk is not None
        print(f"{chosen.notes:,} notes{'':36}{'ms':>9}{'p95':>9}{'most':>9}{'blits':>8}")
        for view, look in views(desk).items():
            look()
            desk.parts.board.finish()
            for word in WORDS:
                show(f"{view}, “{word}”", typing(app, desk, word), blit[0])
        show("100 %, next match", walking(app, desk), blit[0])
        window.close()


def show(name: str, times: list[float], blit: float) -> None:
    """One line of the table."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    middle = median(times)
    print(f"  {name:46}{middle:9.2f}{high:9.2f}{max(times):9.2f}{middle / blit:8.1f}")


def opened(app: QApplication, folder: Path, notes: int, stages: int) -> Window:
    """The real window with so many notes, settled."""
    path = folder / "bench.motw"
    create_workshop(path, big_workshop(notes, stages))
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = build_program(app, settings, Dialogs())
    window = program.new_window()
    window.resize(*VIEW)
    program.open_file(path, window)
    end = perf_counter() + 3
    while perf_counter() < end:
        app.processEvents()
    assert window.desk is not None
    window.desk.parts.board.set_animated(False)
    return window


def views(desk: Desk) -> dict[str, Callable[[], object]]:
    """Where the board is looked at from."""
    board = desk.parts.board
    return {
        "100 %": board.zoom_to_actual,
        "25 %": lambda: board.set_zoom(0.25),
        "whole board": board.fit_all,
    }


def typing(app: QApplication, desk: Desk, word: str) -> list[float]:
    """Each key of a word, from the key to all painted, in milliseconds."""
    field, board = desk.bar.search, desk.parts.board
    times = []
    for _round in range(ROUNDS):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Escape)
        field.setFocus()
        board.finish()
        app.processEvents()
        for letter in word:
            start = perf_counter()
            QTest.keyClicks(field, letter)
            board.repaint()
            while not board.is_settled():
                board.repaint()
            times.append((perf_counter() - start) * 1000)
            app.processEvents()
    return times


def walking(app: QApplication, desk: Desk) -> list[float]:
    """Enter goes to the next match: shown, selected, its fields in the panel."""
    field, board = desk.bar.search, desk.parts.board
    board.zoom_to_actual()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    field.setFocus()
    QTest.keyClicks(field, "luggage")
    board.finish()
    times = []
    for _round in range(20):
        start = perf_counter()
        QTest.keyClick(field, Qt.Key.Key_Return)
        board.repaint()
        times.append((perf_counter() - start) * 1000)
        app.processEvents()
    return times


if __name__ == "__main__":
    main()
