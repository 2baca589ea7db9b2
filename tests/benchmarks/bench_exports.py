"""How long report and workbook of many notes take, and whether the window waits meanwhile.

Run it by itself: `python tests/benchmarks/bench_exports.py [--notes 10000]`. They are written as the
window does it, in a child process, while the window repaints ten times a second; a timer every 10 ms
tells how late the window is. Allowed: 3 s and 1.5 s; late by 5 ms in one case of a hundred. "own" is
processor time, which other programs on the computer do not disturb: that of the child process, and
the most that the program itself has used between two ticks in ninety-nine cases of a hundred.
"""

import argparse
import os
import sys
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

import motworkshop.__main__
from motworkshop.app.desk import Desk
from motworkshop.app.exporting import ExportJob, ExportOrder
from motworkshop.cli.exporting import ExportKind
from tests.benchmarks.room import application, big_workshop, opened, rest, voted

EVERY = 0.010
ALLOWED = {ExportKind.REPORT: 3.0, ExportKind.WORKBOOK: 1.5}


class Lateness(QObject):
    """A timer every 10 ms, by how much each tick was late, and what was worked before it."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.own: list[float] = []
        self._due = perf_counter() + EVERY
        self._worked = process_time()
        self._timer = QTimer(self, interval=int(EVERY * 1000))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def stop(self) -> None:
        """It is over."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now, worked = perf_counter(), process_time()
        self.own.append((worked - self._worked) * 1000)
        self._worked = worked
        self.late.append(max(0.0, now - self._due) * 1000)
        self._due = now + EVERY


def main() -> None:
    """Write both and print how long it took and how late the window was."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    with application() as app, opened(app, voted(big_workshop(chosen.notes))) as desk:
        print(
            f"{chosen.notes:,} notes{'':16}{'least s':>9}{'own s':>8}"
            f"{'late p50':>10}{'p99':>8}{'most':>8}{'own p99':>9}  ms"
        )
        tell("nothing", [Written(0.0, 0.0, idle(desk))])
        for kind, allowed in ALLOWED.items():
            rounds = [written(desk, kind) for _round in range(chosen.rounds)]
            tell(f"{kind.value} (allowed {allowed} s)", rounds)


class Written(NamedTuple):
    """Seconds until the file was whole, those that the child worked, and how late the window was."""

    seconds: float
    own: float
    lateness: Lateness


def tell(name: str, rounds: list[Written]) -> None:
    """One line of the table."""
    late = [each for one in rounds for each in one.lateness.late]
    worked = [each for one in rounds for each in one.lateness.own]
    cuts, own = quantiles(late, n=100), quantiles(worked, n=100)
    seconds, least = min(one.seconds for one in rounds), min(one.own for one in rounds)
    print(
        f"  {name:28}{seconds:7.2f}{least:8.2f}"
        f"{cuts[49]:10.1f}{cuts[98]:8.1f}{max(late):8.1f}{own[98]:9.1f}",
        flush=True,
    )


def idle(desk: Desk) -> Lateness:
    """The window by itself, to compare with."""
    repaints, lateness = _repainting(desk), Lateness()
    rest(3000)
    repaints.stop()
    lateness.stop()
    return lateness


def written(desk: Desk, kind: ExportKind) -> Written:
    """Write one, while the window goes on."""
    with TemporaryDirectory() as folder:
        repaints = _repainting(desk)
        order = ExportOrder(Path(folder) / f"out.{kind.value}", kind)
        worked, start, lateness = _of_children(), perf_counter(), Lateness()
        job = ExportJob(desk.parts.document.workshop, order, desk)
        loop = QEventLoop()
        job.wrote.connect(loop.quit)
        job.failed.connect(loop.quit)
        loop.exec()
        taken = perf_counter() - start
        repaints.stop()
        lateness.stop()
        assert order.out.stat().st_size > 1000
        return Written(taken, _of_children() - worked, lateness)


def _of_children() -> float:
    """Processor time of all child processes that have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


def _repainting(desk: Desk) -> QTimer:
    timer = QTimer(desk, interval=100)
    timer.timeout.connect(desk.parts.board.update)
    timer.start()
    return timer


if __name__ == "__main__":
    sys.modules["__main__"] = motworkshop.__main__  # or a child would load all of this file first
    main()
