"""How quick the board is in the real window: medians and 95th percentiles, and how many blits.

Run it by itself: `python tests/benchmarks/bench_board.py [--notes 1000 10000 50000]`. A blit is
drawing one pixmap of the view's size into another one: of a repaint the median is so many, of a
drag the 95th percentile. `own` is the processor's time.
"""

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from itertools import cycle
from statistics import median
from time import perf_counter, thread_time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.app.desk import Desk
from motworkshop.canvas.board import Board
from motworkshop.canvas.view import View
from motworkshop.document.selection import Selection
from motworkshop.model.records import PhaseKind
from tests.benchmarks.room import (
    VIEW,
    WARM,
    Times,
    application,
    big_workshop,
    blitting,
    head,
    measure,
    measure_in_blits,
    opened,
    rest,
    row,
    summed,
    voted,
)

__all__ = ["VIEW", "big_workshop", "blitting", "measure"]
PANEL = PhaseKind.CATEGORISE
DRAGS = 5
PACE = 1 / 60
SHOWN = {"whole board": View.fit_all, "100 %": View.zoom_to_actual}


def main() -> None:
    """Measure for each number of notes and print a table."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, nargs="*", default=[1000, 10_000, 50_000])
    arguments.add_argument("--stages", type=int, default=40)
    chosen = arguments.parse_args()
    with application() as app:
        for count in chosen.notes:
            with opened(app, voted(big_workshop(count, chosen.stages))) as desk:
                head(f"{count:,} notes, ms")
                desk.parts.clock.go_to(PANEL)
                rest(1500)
                looking(desk.parts.board)
                dragging(desk.parts.board, desk.parts.selection)
                going(desk)
        if len(chosen.notes) > 1:
            fewest, most = (big_workshop(one(chosen.notes), chosen.stages) for one in (min, max))
            with opened(app, voted(fewest)) as few, opened(app, voted(most)) as many:
                side_by_side([few.parts.board, many.parts.board])


def looking(board: Board) -> None:
    """Repaints of a board that is painted already."""
    for name, show in SHOWN.items():
        show(board)
        board.finish()
        rest(600)
        times, blit = measure_in_blits(board.repaint)
        row(f"repaint, {name}", times, times.middle / blit, "4 blits")


def side_by_side(boards: Sequence[Board]) -> None:
    """The same of a board with few notes and of one with many, in turns: from one minute to the
    next the computer is up to twice as slow."""
    for name, show in SHOWN.items():
        for board in boards:
            show(board)
            board.finish()
        rest(1000)
        own: list[list[float]] = [[] for _board in boards]
        for _turn in range(8):
            for taken, board in zip(own, boards, strict=True):
                for _ in range(WARM):
                    board.repaint()
                taken.append(measure(board.repaint, 20).own)
        few, many = map(median, own)
        print(f"repaint, {name}: most notes against fewest {many / few:.2f} × (allowed 1.5)")


def going(desk: Desk) -> None:
    """Panning and zooming, the events that they set off included."""
    board = desk.parts.board
    for zoom in (1.0, 0.62, 0.4):
        board.set_zoom(zoom)
        board.finish()
        rest(400)
        name, allowed = f"pan by 24 px at {zoom:.0%}", "p95 8 ms"
        row(name, at_a_hands_pace(_panning(board), 120), None, allowed)
        board.finish()
        rest(400)
        row(f"{name}, without a pause", measure(_panning(board), 120), None, allowed)
    board.set_zoom(0.8)
    board.finish()
    factors = cycle([1.1] * 10 + [1 / 1.1] * 10)

    def zoom_once() -> None:
        board.zoom_at(board.zoom() * next(factors), QPointF(900, 500))
        board.repaint()

    row("zoom step", measure(zoom_once, 80), None, "p95 8 ms")
    board.finish()


def at_a_hands_pace(work: Callable[[], object], rounds: int) -> Times:
    """How long after it is due a step is done; one is due every 60th of a second, and what the
    board does meanwhile may make it wait."""
    times: list[float] = []
    own: list[float] = []
    due = perf_counter()
    for _ in range(rounds):
        due += PACE
        while perf_counter() < due:
            QApplication.processEvents()
        begun = thread_time()
        work()
        own.append((thread_time() - begun) * 1000)
        done = perf_counter()
        times.append((done - due) * 1000)
        due = max(due, done)
    return summed(times, own)


def _panning(board: Board) -> Callable[[], None]:
    """One way for so long that new parts of the board come into sight all the time."""
    steps = cycle([-24] * 60 + [24] * 60)

    def pan() -> None:
        board.pan(next(steps), 0)
        board.repaint()

    return pan


def dragging(board: Board, selection: Selection) -> None:
    """One note at 100 %, 500 at 36 %."""
    drag(board, selection, ("drag one note", 1.0, 1), ("p95 5 blits", ""))
    drag(board, selection, ("drag 500 notes", 0.36, 500), ("p95 4 ms", "50 ms"))


def drag(
    board: Board,
    selection: Selection,
    what: tuple[str, float, int],
    allowed: tuple[str, str],
) -> None:
    """Press and lift, each move to painted, release; the document is put back each time."""
    name, zoom, count = what
    presses: list[tuple[float, float]] = []
    releases: list[tuple[float, float]] = []
    moved: tuple[Times, float] | None = None
    for _round in range(DRAGS):
        point = take_hold(board, selection, zoom, count)
        presses.append(_timed(partial(_press, board, point)))
        assert board.scene.lifted, "nothing was lifted"
        while not board.is_settled():
            board.repaint()
        walk = cycle([QPoint(x, x // 2) for x in (*range(10, 200, 7), *range(200, 10, -7))])

        def move(start: QPoint = point, steps: "cycle[QPoint]" = walk) -> None:
            QTest.mouseMove(board, start + next(steps))
            board.repaint(0, 0, 1, 1)
            QApplication.processEvents()

        moved = measure_in_blits(move)
        releases.append(_timed(partial(_release, board, point)))
        rest(300)
    assert moved is not None
    times, blit = moved
    row(name, times, times.high / blit, allowed[0])
    row(f"{name}: press", summed(*_columns(presses)), None, allowed[1])
    row(f"{name}: release", summed(*_columns(releases)), None, allowed[1])


def _press(board: Board, point: QPoint) -> None:
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseMove(board, point + QPoint(9, 9))
    board.repaint()


def _release(board: Board, point: QPoint) -> None:
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=point + QPoint(30, 15))
    board.repaint()


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    start, own = perf_counter(), thread_time()
    work()
    return (perf_counter() - start) * 1000, (thread_time() - own) * 1000


def _columns(pairs: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def take_hold(board: Board, selection: Selection, zoom: float, count: int) -> QPoint:
    """Select so many notes; a point on one of them in the middle of the view."""
    cards = list(board.scene.deck.cards.values())
    middle = cards[len(cards) // 2]
    board.centre_on(QPointF(middle.left, middle.top), zoom)
    selection.clear()
    free = board.camera.free.adjusted(200, 150, -200, -150)
    inside = board.scene.deck.grid.touching(*board.camera.seen(free))
    chosen = [card.id for card in inside]
    others = [note for note in board.scene.deck.cards if note not in set(chosen)]
    selection.select((chosen + others)[:count])
    rest(100)
    board.finish()
    held = board.note_rect(chosen[0])
    assert held is not None
    return held.center().toPoint()


if __name__ == "__main__":
    main()
