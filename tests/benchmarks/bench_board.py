"""How quick the board is: medians and 95th percentiles, as ratios to one blit of the view.

Run it by itself: `python tests/benchmarks/bench_board.py [--notes 10000]`. The texts are read from
airline-feedback.csv ($MOTW_DATA, or beside the checkout). A blit is drawing one pixmap of the
view's size into another one.
"""

import argparse
import csv
import os
import sys
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontDatabase, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.canvas.board import Board
from motworkshop.document.document import Document
from motworkshop.document.selection import Selection
from motworkshop.look import LIGHT
from motworkshop.model.edits.notes import Draft, add_notes, categorise_notes, edit_notes
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Category, Stage, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.paths import resource_path

VIEW = (1920, 1080)
ROUNDS = 60


def main() -> None:
    """Measure for each number of notes and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, nargs="*", default=[1000, 10_000])
    arguments.add_argument("--stages", type=int, default=40)
    chosen = arguments.parse_args()
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    for file in Path(resource_path("fonts")).glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(file))
    blit = measure(blitting())
    print(f"one blit of {VIEW[0]}×{VIEW[1]}: {blit[0]:.3f} ms (p95 {blit[1]:.3f})")
    print(f"{'':44}{'ms':>9}{'p95':>9}{'blits':>8}")
    for count in chosen.notes:
        workshop = big_workshop(count, chosen.stages)
        print(f"{count:,} notes")
        for name, (middle, high) in board_figures(workshop).items():
            print(f"  {name:42}{middle:9.3f}{high:9.3f}{middle / blit[0]:8.1f}")


def measure(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return median(times), quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def blitting() -> Callable[[], None]:
    """Draw one pixmap of the view's size."""
    source, target = QPixmap(*VIEW), QPixmap(*VIEW)
    source.fill("#F3F1EC")
    target.fill("#FFFFFF")

    def blit() -> None:
        painter = QPainter(target)
        painter.drawPixmap(0, 0, source)
        painter.end()

    return blit


def big_workshop(count: int, stages: int) -> Workshop:
    """So many notes with real texts in so many stages, a fifth of them without a category."""
    document = Document(Workshop.titled("Bench"))
    for number in range(stages):
        document.do(add_stage(document.workshop, f"Stage {number + 1}"))
    categories = [Category(new_id(), f"Category {n}", n, position=n) for n in range(1, 5)]
    base = Workshop([*document.workshop.records(), *categories])
    keys = [stage.id for stage in base.ordered(Stage)]
    sorts = cycle([*(category.id for category in categories), None])
    drafts = [
        Draft(text, fields={"stage": keys[index % len(keys)], "category": next(sorts)})
        for index, text in enumerate(islice(cycle(texts()), count))
    ]
    return base.applied(add_notes(base, drafts).change)


def texts() -> list[str]:
    """What passengers wrote."""
    named = os.environ.get("MOTW_DATA")
    folder = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    with (folder / "airline-feedback.csv").open(encoding="utf-8", newline="") as file:
        return [row["text"] for row in csv.DictReader(file) if row["text"].strip()][:5000]


def board_figures(workshop: Workshop) -> dict[str, tuple[float, float]]:
    """All figures of one board."""
    document = Document(workshop)
    selection = Selection(document)
    start = perf_counter()
    board = Board(document, selection, LIGHT)
    board.set_animated(False)
    board.resize(*VIEW)
    board.show()
    QApplication.processEvents()
    first = (perf_counter() - start) * 1000
    figures = {"made, shown and painted once": (first, first)}
    figures |= looking(board)
    figures |= dragging(board, selection)
    figures |= editing(board, document)
    board.close()
    return figures


def looking(board: Board) -> dict[str, tuple[float, float]]:
    """Repaints, pan, zoom."""
    figures = {}
    board.fit_all()
    start = perf_counter()
    board.finish()
    cold = (perf_counter() - start) * 1000
    figures["whole board, all tiles painted anew"] = (cold, cold)
    figures["repaint, whole board"] = measure(board.repaint)
    board.set_zoom(1.0)
    board.finish()
    figures["repaint, 100 %"] = measure(board.repaint)
    steps = cycle([24] * 30 + [-24] * 30)

    def pan() -> None:
        board.pan(next(steps), 0)
        board.repaint()

    figures["pan by 24 px"] = measure(pan)
    factors = cycle([1.1] * 10 + [1 / 1.1] * 10)

    def zoom() -> None:
        board.zoom_at(board.zoom() * next(factors), QPointF(900, 500))
        board.repaint()

    zoom()
    figures["zoom step"] = measure(zoom)
    board.finish()
    return figures


def dragging(board: Board, selection: Selection) -> dict[str, tuple[float, float]]:
    """One note at 100 %, 500 at 36 %."""
    figures = drag_figures(board, selection, "drag 1 note at 100 %", 1.0, 1)
    return figures | drag_figures(board, selection, "drag 500 notes at 36 %", 0.36, 500)


def drag_figures(
    board: Board, selection: Selection, name: str, zoom: float, count: int
) -> dict[str, tuple[float, float]]:
    """Press and lift, each move to painted, release."""
    point = take_hold(board, selection, zoom, count)
    start = perf_counter()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseMove(board, point + QPoint(9, 9))
    board.repaint()
    pressed = (perf_counter() - start) * 1000
    assert board.scene.lifted, "nothing was lifted"
    while not board.is_settled():
        board.repaint()
    walk = cycle([QPoint(x, x // 2) for x in (*range(10, 200, 7), *range(200, 10, -7))])

    def move() -> None:
        QTest.mouseMove(board, point + next(walk))
        QApplication.processEvents()

    moved = measure(move)
    start = perf_counter()
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=point + QPoint(30, 15))
    released = (perf_counter() - start) * 1000
    board.finish()
    return {f"{name}: press": (pressed,) * 2, name: moved, f"{name}: release": (released,) * 2}


def take_hold(board: Board, selection: Selection, zoom: float, count: int) -> QPoint:
    """Select so many notes; a point on one of them in the middle of the view."""
    board.set_zoom(zoom)
    selection.clear()
    free = board.camera.free.adjusted(200, 150, -200, -150)
    inside = board.scene.deck.grid.touching(*board.camera.seen(free))
    chosen = [card.id for card in inside]
    others = [note for note in board.scene.deck.cards if note not in set(chosen)]
    selection.select((chosen + others)[:count])
    board.finish()
    held = board.note_rect(chosen[0])
    assert held is not None
    return held.center().toPoint()


def editing(board: Board, document: Document) -> dict[str, tuple[float, float]]:
    """One note changed and painted; 500 undone."""
    board.set_zoom(1.0)
    board.finish()
    note = board.scene.deck.grid.touching(*board.camera.seen())[5].id
    sorts = cycle([None, *document.workshop.of(Category)])
    words = cycle(["Pays at the desk", "Waits for the bus and then some more", "Is called back"])

    def sort_one() -> None:
        document.do(categorise_notes(document.workshop, [note], next(sorts)))
        board.repaint()

    def write_one() -> None:
        document.do(edit_notes(document.workshop, [note], text=next(words)))
        board.repaint()

    def sort_many() -> None:
        many = list(board.scene.deck.cards)[:500]
        document.do(categorise_notes(document.workshop, many, next(sorts)))

    def undo() -> None:
        document.undo()
        document.redo()

    figures = {"category of one note": measure(sort_one), "text of one note": measure(write_one)}
    sort_many()
    figures["undo and redo of 500 notes"] = measure(undo, 20)
    return figures


if __name__ == "__main__":
    main()
