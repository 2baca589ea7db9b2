"""How long report and workbook of many notes take, and whether the window waits meanwhile.

Run it by itself: `python tests/benchmarks/bench_exports.py [--notes 10000]`. They are written as the
window does it, in a child process, while the window repaints ten times a second; a timer every 10 ms
tells how late the window is. Allowed: 3 s and 1.5 s; late by 5 ms in one case of a hundred.
"""

import argparse
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from motworkshop.app.desk import Desk
from motworkshop.app.exporting import ExportJob, ExportOrder
from motworkshop.cli.exporting import ExportKind
from tests.benchmarks.room import application, big_workshop, opened, rest, voted

EVERY = 0.010
ALLOWED = {ExportKind.REPORT: 3.0, ExportKind.WORKBOOK: 1.5}


class Lateness(QObject):
    """A timer every 10 ms, and by how much each tick was late."""

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._due = perf_counter() + EVERY
        self._timer = QTimer(self, interval=int(EVERY * 1000))
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = perf_counter()
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
            f"{chosen.notes:,} notes{'':16}{'least s':>9}{'late p50':>10}{'p99':>8}{'most':>8}  ms"
        )
        tell("nothing", [0.0], idle(desk))
        for kind, allowed in ALLOWED.items():
            seconds: list[float] = []
            late: list[float] = []
            for _round in range(chosen.rounds):
                taken, ticks = written(desk, kind)
                seconds.append(taken)
                late += ticks
            tell(f"{kind.value} (allowed {allowed} s)", seconds, late)


def tell(name: str, seconds: list[float], late: list[float]) -> None:
    """One line of the table."""
    cuts = quantiles(late, n=100)
    print(
        f"  {name:28}{min(seconds):7.2f}{cuts[49]:10.1f}{cuts[98]:8.1f}{max(late):8.1f}", flush=True
    )


def idle(desk: Desk) -> list[float]:
    """The window by itself, to compare with."""
    repaints, lateness = _repainting(desk), Lateness()
    rest(3000)
    repaints.stop()
    return lateness.late


def written(desk: Desk, kind: ExportKind) -> tuple[float, list[float]]:
    """Seconds until the file is whole, and how late the window was."""
    with TemporaryDirectory() as folder:
        repaints, lateness = _repainting(desk), Lateness()
        order = ExportOrder(Path(folder) / f"out.{kind.value}", kind)
        start = perf_counter()
        job = ExportJob(desk.parts.document.workshop, order, desk)
        handed_over = len(lateness.late)
        loop = QEventLoop()
        job.wrote.connect(loop.quit)
        job.failed.connect(loop.quit)
        loop.exec()
        taken = perf_counter() - start
        repaints.stop()
        assert order.out.stat().st_size > 1000
        return taken, lateness.late[handed_over:]


def _repainting(desk: Desk) -> QTimer:
    timer = QTimer(desk, interval=100)
    timer.timeout.connect(desk.parts.board.update)
    timer.start()
    return timer


if __name__ == "__main__":
    main()
