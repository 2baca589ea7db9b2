from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.edits.stages import (
    add_lane,
    add_stage,
    delete_lane,
    delete_stage,
    edit_lane,
    edit_stage,
    move_lane,
    move_stage,
)
from motworkshop.model.layout import GAP
from motworkshop.model.records import Evidence, Lane, Note, Stage

if TYPE_CHECKING:
    from tests.model.conftest import Room


def names(room: "Room", kind: type[Stage] | type[Lane] = Stage) -> list[str]:
    strips: list[Stage | Lane] = list(room.workshop.ordered(kind))
    return [strip.name for strip in strips]


def test_stages_come_one_after_the_other(room: "Room") -> None:
    for name in (" Book ", "Fly", "Land"):
        room.do(add_stage(room.workshop, name, "what we mean"))
    assert names(room) == ["Book", "Fly", "Land"]
    assert {stage.definition for stage in room.workshop.of(Stage).values()} == {"what we mean"}


@pytest.mark.parametrize(
    ("index", "order"),
    [(0, "CAB"), (1, "ACB"), (2, "ABC"), (99, "ABC"), (-5, "CAB")],
)
def test_a_stage_is_put_at_an_index_and_no_note_moves(room: "Room", index: int, order: str) -> None:
    ids = [room.stage(name) for name in "ABC"]
    room.notes("N", stage=ids[2])
    before = room.workshop.notes
    room.do(move_stage(room.workshop, ids[2], index))
    assert "".join(names(room)) == order
    assert room.workshop.notes == before


def test_lanes_are_moved_alike(room: "Room") -> None:
    for name in "AB":
        room.do(add_lane(room.workshop, name))
    room.do(move_lane(room.workshop, room.workshop.ordered(Lane)[1].id, 0))
    assert names(room, Lane) == ["B", "A"]


def test_a_name_stands_once_among_stages_and_once_among_lanes(room: "Room") -> None:
    book = room.stage("Book")
    fly = room.stage("Fly")
    room.do(add_lane(room.workshop, "Book"))
    [lane] = room.workshop.of(Lane)
    attempts: list[Callable[[], object]] = [
        lambda: add_stage(room.workshop, " book "),
        lambda: edit_stage(room.workshop, fly, name="BOOK"),
        lambda: add_lane(room.workshop, "BOOK"),
    ]
    for make in attempts:
        with pytest.raises(RefusedError, match=r"There is a (stage|lane) “(?i:book)” already"):
            make()
    room.do(edit_stage(room.workshop, book, name=" BOOK "))
    room.do(edit_lane(room.workshop, lane, name="Web", is_collapsed=True))
    assert names(room) == ["BOOK", "Fly"]
    assert names(room, Lane) == ["Web"]


def test_a_stage_that_cannot_be_is_refused(room: "Room") -> None:
    stage = room.stage("Book")
    attempts: list[Callable[[], object]] = [
        lambda: add_stage(room.workshop, " "),
        lambda: edit_stage(room.workshop, stage, name=" "),
        lambda: edit_stage(room.workshop, stage, position=3),
        lambda: edit_stage(room.workshop, "gone", name="A"),
        lambda: add_stage(room.workshop, "New", stage_id=stage),
        lambda: add_lane(room.workshop, "New", lane_id=stage),
        lambda: move_stage(room.workshop, "gone", 0),
        lambda: delete_stage(room.workshop, "gone"),
    ]
    for make in attempts:
        with pytest.raises(RefusedError):
            make()
    assert names(room) == ["Book"]


def test_the_notes_of_a_removed_stage_go_to_the_parking_lot_and_its_evidence_to_the_pool(
    room: "Room",
) -> None:
    stage = room.stage("Book")
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    room.notes("Parked already")
    room.notes("A", "B", stage=stage, lane=lane)
    room.do(add_evidence(room.workshop, [Evidence("e", "Seen", stage=stage)]))
    before = room.workshop
    room.do(delete_stage(room.workshop, stage))
    places = [(note.stage, note.lane, note.x, note.y) for note in room.workshop.notes.values()]
    assert {place[:2] for place in places} == {(None, None)}
    assert len(set(places)) == 3
    assert room.workshop.of(Evidence)["e"].stage is None
    room.history.undo()
    assert room.workshop == before


def test_the_notes_of_a_removed_lane_stay_in_their_stages(room: "Room") -> None:
    stage = room.stage("Book")
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    [above] = room.notes("Above", stage=stage)
    [note] = room.notes("A", stage=stage, lane=lane, x=500.0, y=900.0)
    room.do(delete_lane(room.workshop, lane))
    moved: Note = room.workshop.notes[note]
    assert (moved.stage, moved.lane) == (stage, None)
    assert (moved.x, moved.y) != (room.workshop.notes[above].x, room.workshop.notes[above].y)
    assert moved.y == GAP
