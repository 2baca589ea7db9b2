"""The numbers that issue 2 names for real workshops, and a small stand-in that always runs."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from motworkshop.model.agreement import kendall_w, stage_alignment, vote_overlap
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import propose_stages
from motworkshop.model.heatmap import experience_curve, heat_map
from motworkshop.model.records import Id, Round, Stage
from motworkshop.model.rounds import Terms
from motworkshop.model.tally import Standing, tally_of

if TYPE_CHECKING:
    from tests.model.conftest import Room

Row = Mapping[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def put_up(room: "Room", rows: Iterable[Row]) -> dict[str, Id]:
    stages: dict[str, Id] = {}
    drafts = []
    for row in rows:
        name = row.get("stage", "")
        if name and name not in stages:
            stages[name] = room.stage(name)
        drafts.append(Draft(row["text"], fields={"stage": stages.get(name)}))
    room.do(add_notes(room.workshop, drafts))
    return {note.text: note.id for note in room.workshop.notes.values()}


def vote(room: "Room", notes: Mapping[str, Id], rows: Iterable[Row], terms: Terms) -> Round:
    ballots: dict[str, dict[Id, int]] = {}
    for row in rows:
        ballots.setdefault(row["voter"], {})[notes[row["text"]]] = int(row["dots"])
    return room.vote(ballots, terms=terms)


def propose(room: "Room", rows: Iterable[Row]) -> None:
    lists: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        lists.setdefault(row["participant"], []).append((int(row["position"]), row["stage"]))
    for person, stages in lists.items():
        in_order = [(name, "") for _, name in sorted(stages)]
        room.do(propose_stages(room.workshop, person, in_order))


def counts(room: "Room", held: Round, cut: int | None = None) -> tuple[int, int]:
    """How many notes are in, and how many are tied."""
    tally = tally_of(room.workshop, held, cut)
    return len(tally.standing(Standing.IN)), len(tally.tied)


def test_the_airline_workshop(room: "Room", shared_data: Path) -> None:
    folder = shared_data / "airline-workshop"
    for row in read(folder / "participants.csv"):
        room.people(row["name"], department=row["department"])
    notes = put_up(room, read(folder / "touchpoints.csv"))
    held = vote(room, notes, read(folder / "ballots.csv"), Terms(budget=8, cap=3))
    propose(room, read(folder / "stage-proposals.csv"))
    assert (len(room.workshop.notes), len(room.workshop.of(Stage))) == (61, 7)
    tally = tally_of(room.workshop, held)
    assert (tally.ballots, tally.turnout, tally.dots) == (13, 13, 104)
    assert counts(room, held) == (9, 3)
    assert vote_overlap(room.workshop, held) == pytest.approx(0.111, abs=0.0005)
    assert kendall_w(room.workshop, held) == pytest.approx(0.159, abs=0.0005)
    assert stage_alignment(room.workshop) == pytest.approx(0.103, abs=0.0005)
    assert sum(heat_map(room.workshop).counts.values()) == 61
    assert len(experience_curve(room.workshop)) == 7


def test_the_vote_of_assen(room: "Room", shared_data: Path) -> None:
    notes = put_up(room, read(shared_data / "assen-2024-notes.csv"))
    held = vote(room, notes, read(shared_data / "assen-2024-ballots.csv"), Terms(cap=None))
    lines = tally_of(room.workshop, held).lines
    assert [line.dots for line in lines] == [43, 42, 25, 24, 24, 23, 21, 19, 14, 13, 10, 10, 9, 8]
    assert [line.rank for line in lines] == [1, 2, 3, 4, 4, 6, 7, 8, 9, 10, 11, 11, 13, 14]
    assert counts(room, held, 4) == (3, 2)
    tied = tally_of(room.workshop, held, 4).tied
    assert [line.dots for line in tied] == [24, 24]
    assert counts(room, held, 10) == (10, 0)
    assert vote_overlap(room.workshop, held) == pytest.approx(0.195, abs=0.0005)
    assert kendall_w(room.workshop, held) == pytest.approx(0.096, abs=0.0005)


STAND_IN_NOTES = """\
stage,text
Book,Pays by card
Book,"Compares fares, twice"
Fly,Waits at the gate
Fly,=A delay nobody explains
Land,😀 Bag comes first
Land,Asks for the bus
"""
STAND_IN_BALLOTS = """\
voter,text,dots
Ann,Pays by card,2
Ann,Waits at the gate,1
Bob,Pays by card,1
Bob,=A delay nobody explains,2
Cid,Waits at the gate,1
Cid,=A delay nobody explains,1
Cid,😀 Bag comes first,1
Dee,"Compares fares, twice",3
"""
STAND_IN_PROPOSALS = """\
participant,position,stage
Ann,2,Fly
Ann,1,Book
Bob,1,book
Bob,2,Land
Cid,1,Land
"""


def stand_in(text: str) -> list[Row]:
    return list(csv.DictReader(StringIO(text)))


def test_a_small_stand_in_of_the_same_shape(room: "Room") -> None:
    notes = put_up(room, stand_in(STAND_IN_NOTES))
    held = vote(room, notes, stand_in(STAND_IN_BALLOTS), Terms(budget=3, cap=3, cut=2))
    propose(room, stand_in(STAND_IN_PROPOSALS))
    tally = tally_of(room.workshop, held)
    assert [(line.dots, line.breadth, line.rank, line.standing.value) for line in tally.lines] == [
        (3, 2, 1, "tied"),
        (3, 1, 1, "tied"),
        (3, 2, 1, "tied"),
        (2, 2, 4, "out"),
        (1, 1, 5, "out"),
        (0, 0, 6, "out"),
    ]
    assert [counts(room, held, cut) for cut in (3, 4, 6)] == [(3, 0), (4, 0), (5, 0)]
    # pairs: Ann–Bob 1/3, Ann–Cid 1/4, Bob–Cid 1/4, and three with Dee 0
    assert vote_overlap(room.workshop, held) == pytest.approx((1 / 3 + 1 / 4 + 1 / 4) / 6)
    # ranks: Ann 1 4½ 2 4½ 4½ 4½, Bob 2 4½ 4½ 1 4½ 4½,
    # Cid 5 5 2 2 2 5, Dee 4 1 4 4 4 4; ΣT = 60 + 60 + 48 + 120
    sums = [1 + 2 + 5 + 4, 4.5 + 4.5 + 5 + 1, 2 + 4.5 + 2 + 4, 4.5 + 1 + 2 + 4, 15, 18]
    spread = sum((total - 14) ** 2 for total in sums)
    expected = 12 * spread / (16 * 210 - 4 * (60 + 60 + 48 + 120))
    assert kendall_w(room.workshop, held) == pytest.approx(expected)
    # Ann–Bob 2·1/4, Ann–Cid 0, Bob–Cid 2·1/3
    assert stage_alignment(room.workshop) == pytest.approx((1 / 2 + 0 + 2 / 3) / 3)
