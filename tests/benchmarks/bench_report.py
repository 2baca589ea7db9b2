"""How long reports of thousands of notes and pieces of evidence take.

Run by hand: `python tests/benchmarks/bench_report.py`. Each is measured beside the report of a usual
workshop in the same run, so that the ratio says more than the seconds do on another computer.
"""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from motworkshop.exports.facts import gather
from motworkshop.exports.report import write_report
from motworkshop.model.records import (
    About,
    Ballot,
    Category,
    Evidence,
    Note,
    Round,
    RoundStatus,
    Stage,
)
from motworkshop.model.workshop import Workshop

_WORDS = (
    *("the", "queue", "at", "Zürich", "airport", "nobody", "told", "us", "why", "my", "bag"),
    *("arrived", "late", "crew", "smiled", "refund", "took", "weeks", "chat", "robot", "loops"),
    *("seat", "broken", "twice", "on", "hold", "again", "lounge", "closed", "early", "thanks"),
)
_SIZES = ((60, 36), (1_000, 36), (10_000, 36), (60, 14_640), (3_000, 14_640))


def _workshop(notes: int, evidence: int) -> Workshop:
    chance = random.Random(1)
    stages = [Stage(f"stage {n}", f"Stage {n}", position=n) for n in range(7)]
    kinds = [Category(f"kind {n}", f"Kind {n}", n + 1, position=n) for n in range(4)]

    def text(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(4, most)))

    def score() -> int:
        return chance.randint(1, 5)

    board = [
        Note(
            f"note {n}",
            n,
            text(14),
            stage=chance.choice(stages).id,
            category=chance.choice(kinds).id,
            expectation=score(),
            experience=score(),
            importance=score(),
        )
        for n in range(1, notes + 1)
    ]
    ids = tuple(note.id for note in board)
    vote = Round("vote", "Vote", notes=ids, status=RoundStatus.CLOSED)
    ballots = [
        Ballot(f"ballot {n}", "vote", tuple((note, 1) for note in chance.sample(ids, 15)))
        for n in range(30)
    ]
    pool = [
        Evidence(f"evidence {n}", text(30), note=chance.choice([None, *ids[:50]]))
        for n in range(evidence)
    ]
    return Workshop([About("about", "Bench"), *stages, *kinds, *board, vote, *ballots, *pool])


def main() -> None:
    """Print seconds, sizes and ratios to the first."""
    usual = 0.0
    with TemporaryDirectory() as folder:
        target = Path(folder) / "report.pdf"
        for notes, evidence in _SIZES:
            workshop = _workshop(notes, evidence)
            start = perf_counter()
            facts = gather(workshop)
            gathered = perf_counter()
            write_report(facts, target)
            end = perf_counter()
            usual = usual or end - start
            print(
                f"{notes} notes, {evidence} pieces of evidence: {end - start:.2f} s "
                f"({gathered - start:.2f} s for the facts), {target.stat().st_size // 1000} kB, "
                f"ratio {(end - start) / usual:.1f}"
            )


if __name__ == "__main__":
    main()
