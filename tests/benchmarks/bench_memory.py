"""How much memory notes take, and whether an hour of work takes more and more of it.

Run it by itself: `python tests/benchmarks/bench_memory.py [--soak MINUTES]`. Without a number the
hour is compressed: as many rounds of panning, zooming, editing and undoing as a person makes in an
hour, one after the other. Every phase has been open once before, and the board was looked at from
near and far, so that what is kept to paint from is there. Allowed: 5 KB a note above 5,000; at the
end 10 % more than after the first minute (here: the first sixtieth of the rounds).
"""

import argparse
import gc
import os
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motworkshop.app.desk import Desk
from motworkshop.model.edits.notes import categorise_notes, edit_notes
from motworkshop.model.records import Category, PhaseKind
from tests.benchmarks.room import application, big_workshop, opened, rest, voted

NOTES = 2000
HOUR = 3600
"""Rounds that stand for an hour: one of all kinds of work each second."""


def main() -> None:
    """Print both figures."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--soak", type=float, default=0.0, help="minutes by the clock")
    arguments.add_argument("--rounds", type=int, default=HOUR)
    arguments.add_argument("--size", type=int, default=0, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.size:
        print(taken_by(chosen.size))
        return
    each = per_note()
    print(f"memory of a note above 5,000: {each:.1f} KB (allowed 5.0)")
    soak(chosen.soak, chosen.rounds)


def per_note() -> float:
    """Kilobytes: two windows in processes of their own, one with three times the notes."""
    few, many = 5000, 15_000
    sizes = []
    for count in (few, many):
        run = subprocess.run(
            [sys.executable, __file__, "--size", str(count)],
            capture_output=True,
            text=True,
            check=True,
        )
        sizes.append(int(run.stdout.split()[-1]))
    return (sizes[1] - sizes[0]) / (many - few) / 1024


def taken_by(count: int) -> int:
    """Bytes that the window takes with so many notes, once it has settled."""
    with application() as app, opened(app, big_workshop(count)) as desk:
        desk.parts.board.fit_all()
        desk.parts.board.finish()
        desk.parts.board.zoom_to_actual()
        desk.parts.board.finish()
        rest(1500)
        gc.collect()
        return resident()


def soak(minutes: float, rounds: int) -> None:
    """Work, and print the memory a sixtieth after the beginning and at the end."""
    with application() as app, opened(app, voted(big_workshop(NOTES, 12))) as desk:
        for kind in PhaseKind:
            desk.parts.clock.go_to(kind)
            rest(300)
        desk.parts.clock.go_to(PhaseKind.CLUSTER)
        look_over(desk)
        end = monotonic() + minutes * 60
        first = 0
        done = 0
        while (monotonic() < end) if minutes else done < rounds:
            work(desk, done)
            done += 1
            begun = (monotonic() > end - minutes * 59) if minutes else done >= rounds // 60
            if begun and not first:
                gc.collect()
                first = resident()
                print(f"  after {done:,} rounds: {first / 1e6:.0f} MB", flush=True)
        gc.collect()
        last = resident()
        print(
            f"{NOTES:,} notes, {done:,} rounds of panning, editing and undoing: "
            f"{last / 1e6:.0f} MB, {(last / first - 1) * 100:+.1f} % (allowed +10 %)"
        )


def work(desk: Desk, number: int) -> None:
    """What a facilitator does within a second, and now and then: another phase, a drag."""
    board, document = desk.parts.board, desk.parts.document
    notes = list(document.workshop.notes)
    note = notes[number * 37 % len(notes)]
    kinds = [None, *document.workshop.of(Category)]
    board.pan(*((40, 10), (-40, -10), (10, -30), (-10, 30))[number % 4])
    QApplication.processEvents()
    document.do(categorise_notes(document.workshop, [note], kinds[number % len(kinds)]))
    document.do(edit_notes(document.workshop, [note], text=f"Waits {number} minutes at the gate"))
    QApplication.processEvents()
    if number % 2:
        document.undo()
        document.undo()
    if number % 10 == 0:
        factors = cycle([1.25, 0.8])
        for _step in range(4):
            board.zoom_at(board.zoom() * next(factors), QPointF(700, 500))
            QApplication.processEvents()
    if number % 30 == 0:
        drag(desk, note)
    if number % 60 == 0:
        phases = list(PhaseKind)
        desk.parts.clock.go_to(phases[number // 60 % len(phases)])
    rest(2)


def look_over(desk: Desk) -> None:
    """The whole board from near and far, as somebody does who begins."""
    board = desk.parts.board
    for note in list(desk.parts.document.workshop.notes)[::200]:
        board.zoom_to_actual()
        board.show_note(note)
        for factor in (*[0.8] * 7, *[1.25] * 7):
            board.zoom_at(board.zoom() * factor, QPointF(700, 500))
            rest(30)
        drag(desk, note)


def drag(desk: Desk, note: str) -> None:
    """A note is shown, taken, moved and put back."""
    board = desk.parts.board
    board.show_note(note)
    QApplication.processEvents()
    rect = board.note_rect(note)
    if rect is None or not board.isVisible():
        return
    steps = len(desk.parts.document.done)
    start = rect.center().toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(board, start + QPoint(9 * step, 6 * step))
        QApplication.processEvents()
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=start + QPoint(45, 30))
    if len(desk.parts.document.done) > steps:
        desk.parts.document.undo()


def resident() -> int:
    """Bytes of this process in memory, those of its own alone where the system tells them apart."""
    status = Path("/proc/self/status")
    if not status.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return int(fields["RssAnon"].split()[0]) * 1024


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
