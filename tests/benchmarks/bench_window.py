"""What an edit costs the window with each panel open, and how long any event keeps it busy.

Run it by itself: `python tests/benchmarks/bench_window.py [--notes 10000]`. The real
window, after an open vote, walks through the nine phases; in each a note is sorted, reworded and
moved, 500 notes are sorted, and that is undone. Times are the processor's on the window's thread,
in milliseconds: `at once` until the edit is made and painted, `in all` with everything it sets off
later (panels, overview, the state of the file, what is painted at leisure). `busy` is the longest
single event; the phases are made ahead, as in the program that people start.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from statistics import median
from time import thread_time
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from motworkshop.app.desk import Desk
from motworkshop.model.edits.notes import categorise_notes, edit_notes, move_notes
from motworkshop.model.records import Category, PhaseKind, Place
from motworkshop.model.workshop import Workshop
from motworkshop.panels.phases.panel import PhasePanel
from tests.benchmarks.room import Beat, application, big_workshop, opened, rest, voted

ROUNDS = 15
SETTLED_MS = 200
LONGEST = 100.0


class Cost(NamedTuple):
    """The processor's milliseconds of one edit on the window's thread."""

    at_once: float
    in_all: float


def main() -> None:
    """Measure and print a table for each phase."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=10_000)
    chosen = arguments.parse_args()
    workshop = voted(big_workshop(chosen.notes))
    with application() as app, opened(app, workshop, makes_ahead=True) as desk:
        told("phases made ahead, busy", made_ahead(desk), LONGEST)
        walk(desk, chosen.notes)


def made_ahead(desk: Desk) -> float:
    """The longest event while the phases are made that nobody has turned to yet."""
    with busy() as beat:
        while {panel.kind for panel in desk.parts.side.findChildren(PhasePanel)} < set(PhaseKind):
            rest(SETTLED_MS)
        rest(1000)
    return beat.longest_own


def walk(desk: Desk, notes: int) -> None:
    """Through all phases."""
    for kind in PhaseKind:
        print(f"{notes:,} notes, {kind.value}")
        told("coming there, busy", came(desk, kind), LONGEST)
        print(f"  {'':28}{'at once':>9}{'least':>8}{'in all':>9}{'least':>8}  allowed")
        edits(desk)


def came(desk: Desk, kind: PhaseKind) -> float:
    """The longest event of going to a phase, the first time."""
    with busy() as beat:
        desk.parts.clock.go_to(kind)
        rest(1000)
    return beat.longest_own


@contextmanager
def busy() -> Iterator[Beat]:
    """Sees how long any event takes; it keeps the processor busy itself meanwhile."""
    beat = Beat()
    yield beat
    beat.stop()


def edits(desk: Desk) -> None:
    """One note, then 500."""
    document, board = desk.parts.document, desk.parts.board
    cards = board.scene.deck.grid.touching(*board.camera.seen(board.camera.free))
    note = document.workshop.notes[cards[len(cards) // 2].id]
    many = list(document.workshop.notes)[:500]
    turn = count()

    def sort(notes: list[str]) -> None:
        kinds = [None, *document.workshop.of(Category)]
        kind = kinds[next(turn) % len(kinds)]
        document.do(categorise_notes(document.workshop, notes, kind))

    def reword() -> None:
        document.do(edit_notes(document.workshop, [note.id], text=f"Waits {next(turn)} minutes"))

    def drop() -> None:
        place = Place(note.stage, note.lane, note.x, note.y + 44 * (1 + next(turn) % 3))
        document.do(move_notes(document.workshop, {note.id: place}))

    measured("category of one note", partial(sort, [note.id]), "5")
    measured("text of one note", reword, "5")
    measured("drop of one note", drop, "5")
    before = document.workshop
    measured("category of 500 notes", partial(sort, many), "", rounds=6)
    measured("undo of 500 notes", document.undo, "30", rounds=6)
    _refuse_another(before, document.workshop)


def _refuse_another(before: Workshop, after: Workshop) -> None:
    if after != before:
        raise AssertionError("what was undone is not what was there before")


def measured(name: str, work: Callable[[], object], allowed: str, rounds: int = ROUNDS) -> None:
    """Measure and print; the first round warms up."""
    costs = [_cost(work) for _round in range(rounds)][1 if rounds == ROUNDS else 0 :]
    columns = ([one.at_once for one in costs], [one.in_all for one in costs])
    figures = "".join(f"{median(own):9.2f}{min(own):8.2f}" for own in columns)
    print(f"  {name:28}{figures}  {allowed}", flush=True)


def told(name: str, longest: float, allowed: float) -> None:
    """One figure, and whether it is too much."""
    remark = "" if longest <= allowed else f"  more than {allowed:.0f}"
    print(f"  {name:40}{longest:9.1f}{remark}", flush=True)


def _cost(work: Callable[[], object]) -> Cost:
    begun = thread_time()
    work()
    QApplication.processEvents()  # it is painted
    at_once = thread_time() - begun
    rest(SETTLED_MS)
    return Cost(at_once * 1000, (thread_time() - begun) * 1000)


if __name__ == "__main__":
    main()
