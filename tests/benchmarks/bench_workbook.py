"""How long the workbook and the CSV of 10,000 notes take, beside the least that openpyxl could do.

Run by hand: `python tests/benchmarks/bench_workbook.py`. The bare sheet holds the cells of Notes
alone, unstyled, so that the ratio says more than the seconds do on another computer. Aim: the whole
workbook, written and checked, in 1.5 s (notes/performance.md measured 1.2 s for ten columns).
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from openpyxl import Workbook as BareWorkbook

from motworkshop.exports.facts import Facts, gather
from motworkshop.exports.notes_csv import write_notes_csv
from motworkshop.exports.workbook import tables_of, write_workbook
from motworkshop.model.records import (
    About,
    Ballot,
    Category,
    Control,
    Evidence,
    Note,
    Record,
    Round,
    RoundStatus,
    Stage,
    new_id,
)
from motworkshop.model.workshop import Workshop

NOTES = 10_000


def _workshop() -> Workshop:
    stages = [Stage(new_id(), f"Stage {place}", position=place) for place in range(8)]
    categories = [Category(new_id(), f"Category {style}", style) for style in range(1, 5)]
    notes = [_note(number, stages, categories) for number in range(1, NOTES + 1)]
    vote = Round(
        new_id(),
        "Vote",
        notes=tuple(note.id for note in notes),
        status=RoundStatus.CLOSED,
        sides=("Front line", "Office"),
    )
    ballots = [
        Ballot(
            new_id(),
            vote.id,
            tuple((notes[(voter * 37 + dot * dot) % NOTES].id, 1) for dot in range(15)),
            side=vote.sides[voter % 2],
        )
        for voter in range(12)
    ]
    evidence = [
        Evidence(new_id(), f"Survey answer {number}", note=notes[number].id, date="2026-01-02")
        for number in range(NOTES // 3)
    ]
    records: list[Record] = [*stages, *categories, *notes, vote, *ballots, *evidence]
    return Workshop([About(new_id(), "Large"), *records])


def _note(number: int, stages: list[Stage], categories: list[Category]) -> Note:
    return Note(
        new_id(),
        number,
        f"={number} The customer waits at the counter and nobody says a word to them",
        author="Ann",
        department="Sales",
        category=categories[number % 4].id,
        channel="Web",
        control=Control.DIRECT,
        expectation=1 + number % 5,
        experience=1 + number % 3,
        importance=1 + number % 4,
        emotion=number % 5 - 2,
        stage=stages[number % 8].id,
    )


def _bare(facts: Facts, target: Path) -> None:
    book = BareWorkbook(write_only=True)
    sheet = book.create_sheet("Notes")
    for row in tables_of(facts)[0].rows:
        sheet.append([value if isinstance(value, int) else f" {value or ''}" for value in row])
    book.save(target)


def main() -> None:
    """Print seconds and the ratio to bare openpyxl."""
    facts = gather(_workshop())
    with TemporaryDirectory() as folder:
        seconds = {}
        for name, write in (
            ("bare", _bare),
            ("workbook", write_workbook),
            ("csv", write_notes_csv),
        ):
            best = 99.0
            for _round in range(3):
                started = perf_counter()
                write(facts, Path(folder) / f"{name}.out")
                best = min(best, perf_counter() - started)
            seconds[name] = best
    ratio = seconds["workbook"] / seconds["bare"]
    told = ", ".join(f"{name} {best:.2f} s" for name, best in seconds.items())
    sys.stdout.write(f"{NOTES:,} notes: {told}; workbook / bare {ratio:.2f}\n")


if __name__ == "__main__":
    main()
