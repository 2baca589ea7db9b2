"""What an edit costs the window with each panel open, and how long any event keeps it busy.

Run it by itself: `python tests/benchmarks/bench_window.py [--notes 10000]`. The real window, after
an open vote, walks through the nine phases; in each a note is sorted, reworded and moved, 500 notes
are sorted, and that is undone. `busy` is the longest single event, until everything has settled.
"""

import argparse
from collections.abc import Callable
from functools import partial
from itertools import count
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from motworkshop.app.desk import Desk
from motworkshop.canvas.board import Board
from motworkshop.model.edits.notes import categorise_notes, edit_notes, move_notes
from motworkshop.model.records import Category, PhaseKind, Place
from tests.benchmarks.room import (
    Beat,
    Times,
    application,
    big_workshop,
    head,
    measure,
    opened,
    rest,
    row,
    voted,
)

ROUNDS = 15
SETTLED_MS = 150
LONGEST = 100.0


class Busy(NamedTuple):
    """The longest event that something set off, in milliseconds, and the processor's part of it."""

    name: str
    longest: float
    own: float


def main() -> None:
    """Measure and print a table for each phase, the worst of all below."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--notes", type=int, default=10_000)
    chosen = arguments.parse_args()
    with application() as app, opened(app, voted(big_workshop(chosen.notes))) as desk:
        beat = Beat()
        for kind in PhaseKind:
            head(f"{chosen.notes:,} notes, {kind.value}")
            busy = [came(desk, beat, kind), *edits(desk, beat)]
            longest = max(busy, key=lambda one: one.own)
            remark = "" if longest.own <= LONGEST else f"more than {LONGEST:.0f} ms"
            print(
                f"  busy for {longest.longest:.1f} ms at most (own {longest.own:.1f}): "
                f"{longest.name}  {remark}"
            )


def came(desk: Desk, beat: Beat, kind: PhaseKind) -> Busy:
    """Going to a phase, the first time."""
    beat.forget()
    desk.parts.clock.go_to(kind)
    rest(1500)
    return Busy("coming there", beat.longest, beat.longest_own)


def edits(desk: Desk, beat: Beat) -> list[Busy]:
    """One note, then 500; each with what it sets off."""
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

    found = [
        told("category of one note", then(partial(sort, [note.id]), board), beat, "5 ms"),
        told("text of one note", then(reword, board), beat, "5 ms"),
        told("drop of one note", then(drop, board), beat, "5 ms"),
        told("category of 500 notes", then(partial(sort, many), board), beat, "", rounds=6),
    ]
    found.append(told("undo of 500 notes", document.undo, beat, "30 ms", rounds=5))
    return found


def then(edit: Callable[[], None], board: Board) -> Callable[[], None]:
    """The edit, and painted."""

    def both() -> None:
        edit()
        board.repaint()

    return both


def told(
    name: str, work: Callable[[], object], beat: Beat, allowed: str, rounds: int = ROUNDS
) -> Busy:
    """Measure, print, and say what it set off."""
    beat.forget()
    taken: list[Times] = []
    for _round in range(rounds):
        taken.append(measure(work, 1))
        rest(SETTLED_MS)
        QApplication.processEvents()
    row(name, _all(taken), None, allowed)
    return Busy(name, beat.longest, beat.longest_own)


def _all(taken: list[Times]) -> Times:
    middles = sorted(one.middle for one in taken)
    own = sorted(one.own for one in taken)
    high = middles[min(len(middles) - 1, round(len(middles) * 0.95))]
    return Times(middles[len(middles) // 2], high, middles[-1], own[len(own) // 2])


if __name__ == "__main__":
    main()
