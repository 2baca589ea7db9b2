"""What all benchmarks of the window share: the real window with many notes, and how to measure.

The board in it is 1920×1080, with headers and overview, between the phases and the panel. The
texts are those of airline-feedback.csv ($MOTW_DATA, or beside the checkout).
"""

import csv
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")

from PySide6.QtCore import QEventLoop, QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from motworkshop.app.build import build_program, dress
from motworkshop.app.desk import Desk
from motworkshop.app.dialogs import Dialogs
from motworkshop.document.document import Document
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.records import Category, Participant, Round, Stage, new_id
from motworkshop.model.rounds import Terms, close_round, hand_over, start_round
from motworkshop.model.workshop import Workshop
from motworkshop.storage.create import create_workshop

VIEW = (1920, 1080)
ROUNDS = 60
WARM = 15
MOST_ON_BALLOT = 10_000


class Times(NamedTuple):
    """Milliseconds: the median, the 95th percentile and the most; and the processor's own median,
    which other programs on the computer do not disturb."""

    middle: float
    high: float
    most: float
    own: float


def measure(work: Callable[[], object], rounds: int = ROUNDS) -> Times:
    """How long one round of the work takes."""
    times, own = [], []
    for _ in range(rounds):
        start, begun = perf_counter(), thread_time()
        work()
        own.append((thread_time() - begun) * 1000)
        times.append((perf_counter() - start) * 1000)
    return summed(times, own)


def summed(times: list[float], own: list[float] | None = None) -> Times:
    """Of times that were taken elsewhere."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return Times(median(times), high, max(times), median(own or [0.0]))


def measure_in_blits(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[Times, float]:
    """The same, and how long a blit takes: both in turns, so that they share the computer's mood,
    and both warm, as each of them first has to get the processor's cache back from the other."""
    blit, turns = blitting(), 4
    found: dict[Callable[[], object], list[tuple[float, float]]] = {blit: [], work: []}
    for _turn in range(turns):
        for one, taken in found.items():
            for _ in range(WARM):
                one()
            taken += [_once(one) for _ in range(rounds // turns)]
    times, own = zip(*found[work], strict=True)
    return summed(list(times), list(own)), median(taken for taken, _own in found[blit])


def _once(work: Callable[[], object]) -> tuple[float, float]:
    start, begun = perf_counter(), thread_time()
    work()
    return (perf_counter() - start) * 1000, (thread_time() - begun) * 1000


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


def head(title: str) -> None:
    """The head of a table."""
    print(f"{title:46}{'median':>9}{'p95':>9}{'most':>9}{'own':>9}{'blits':>8}  allowed")


def row(name: str, times: Times, blits: float | None = None, allowed: str = "") -> None:
    """One line of it."""
    in_blits = f"{blits:8.1f}" if blits is not None else f"{'':8}"
    figures = "".join(f"{one:9.2f}" for one in times)
    print(f"  {name:44}{figures}{in_blits}  {allowed}", flush=True)


def texts() -> list[str]:
    """What passengers wrote, each once."""
    named = os.environ.get("MOTW_DATA")
    folder = Path(named) if named else Path(__file__).parents[3] / "shared" / "data"
    with (folder / "airline-feedback.csv").open(encoding="utf-8", newline="") as file:
        return list(
            dict.fromkeys(row["text"] for row in csv.DictReader(file) if row["text"].strip())
        )


def big_workshop(count: int, stages: int = 40) -> Workshop:
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


def voted(workshop: Workshop, voters: int = 30, dots: int = 15) -> Workshop:
    """The same after an open vote on the notes."""
    document, chance = Document(workshop), random.Random(1)
    people = [(f"Voter {n}", ("Sales", "Service", "Web")[n % 3]) for n in range(voters)]
    document.do(add_participants(document.workshop, people))
    terms = Terms(is_secret=False, budget=dots, cap=1)
    on_it = list(document.workshop.notes)[:MOST_ON_BALLOT]
    document.record(start_round(document.workshop, "Vote", terms, on_it))
    (vote,) = document.workshop.of(Round).values()
    liked = list(document.workshop.notes)[:200]
    for voter in document.workshop.ordered(Participant):
        given = dict.fromkeys(chance.sample(liked, min(dots, len(liked))), 1)
        document.record(hand_over(document.workshop, vote, voter.id, given))
    document.record(close_round(document.workshop, vote))
    return document.workshop


@contextmanager
def application() -> Iterator[QApplication]:
    """The application, dressed; nothing of the person's own settings is read or written."""
    QStandardPaths.setTestModeEnabled(True)
    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    dress(app)
    yield app


@contextmanager
def opened(app: QApplication, workshop: Workshop, *, makes_ahead: bool = False) -> Iterator[Desk]:
    """The workshop in the real window, whose board is VIEW, settled. `makes_ahead`: it makes the
    phases in advance, as in the program that people start."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "bench.motw"
        create_workshop(path, workshop)
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        program = build_program(app, settings, Dialogs(), makes_ahead=makes_ahead)
        window = program.new_window()
        window.resize(*VIEW)
        program.open_file(path, window)
        desk = window.desk
        assert desk is not None
        rest(500)
        board = desk.parts.board
        window.resize(window.width() + VIEW[0] - board.width(),
                      window.height() + VIEW[1] - board.height())  # fmt: skip
        board.set_animated(False)
        rest(2500)
        board.finish()
        yield desk
        program.quit()
        rest(300)


def rest(milliseconds: int) -> None:
    """Let everything happen that waits, in a loop of its own: without one nothing that was given up
    is ever deleted."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Beat(QObject):
    """Ticks as often as the event loop comes round; the longest gap is what one event took."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_tick)
        self.forget()
        self._timer.start()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def forget(self) -> None:
        """Begin anew."""
        self._last, self._own = perf_counter(), thread_time()
        self.longest = self.longest_own = 0.0

    def _on_tick(self) -> None:
        now, own = perf_counter(), thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self.longest_own = max(self.longest_own, (own - self._own) * 1000)
        self._last, self._own = now, own
