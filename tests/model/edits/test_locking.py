from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.clusters import merge_notes, split_cluster, take_out
from motworkshop.model.edits.locking import HELD_FIELDS
from motworkshop.model.edits.moments import describe_moment
from motworkshop.model.edits.notes import categorise_notes, delete_notes, edit_notes, move_notes
from motworkshop.model.edits.stages import (
    add_lane,
    delete_lane,
    delete_stage,
    edit_lane,
    edit_stage,
    move_lane,
    move_stage,
)
from motworkshop.model.records import Category, Cluster, Id, Lane, Note, Place

if TYPE_CHECKING:
    from tests.model.conftest import Room


@pytest.fixture
def locked(room: "Room") -> Id:
    """Note 1 of stage Book, locked, with notes 2 and 3 beside it."""
    first, *_others = room.notes("A", "B", "C", stage=room.stage("Book"))
    room.do(edit_notes(room.workshop, [first], is_locked=True))
    return first


def refused(attempt: Callable[[], object]) -> str:
    with pytest.raises(RefusedError) as caught:
        attempt()
    return str(caught.value)


def test_what_is_locked_neither_moves_nor_changes_nor_goes(room: "Room", locked: Id) -> None:
    workshop, other = room.workshop, list(room.workshop.notes)[1]
    attempts: dict[str, Callable[[], object]] = {
        "move it": lambda: move_notes(workshop, {other: Place(), locked: Place()}),
        "delete it": lambda: delete_notes(workshop, [other, locked]),
        "change it": lambda: edit_notes(workshop, [other, locked], text="Other"),
        "merge it": lambda: merge_notes(workshop, other, [locked]),
    }
    for purpose, attempt in attempts.items():
        assert refused(attempt) == f"Note 1 is locked. Unlock it to {purpose}."
    assert "merge it" in refused(lambda: merge_notes(workshop, locked, [other]))


@pytest.mark.parametrize("name", sorted(HELD_FIELDS))
def test_every_field_that_a_lock_holds_is_one_of_a_note_and_does_not_change(
    room: "Room", locked: Id, name: str
) -> None:
    assert hasattr(room.workshop.notes[locked], name)
    assert "change it" in refused(lambda: edit_notes(room.workshop, [locked], **{name: "Other"}))


def test_what_the_group_decides_about_a_locked_note_stays_free(room: "Room", locked: Id) -> None:
    room.do(add_category(room.workshop, "Rescue"))
    [category] = room.workshop.of(Category)
    room.do(categorise_notes(room.workshop, [locked], category))
    room.do(edit_notes(room.workshop, [locked], importance=5, emotion=-1))
    room.do(describe_moment(room.workshop, locked, accountable="Eva"))
    note: Note = room.workshop.notes[locked]
    assert (note.category, note.importance, note.is_locked) == (category, 5, True)


def test_an_edit_that_unlocks_may_change_the_note(room: "Room", locked: Id) -> None:
    room.do(edit_notes(room.workshop, [locked], is_locked=False, text="Other"))
    assert room.workshop.notes[locked].text == "Other"


def test_the_cluster_of_a_locked_note_stays_as_it_is(room: "Room") -> None:
    lead, member = room.notes("A", "B")
    room.do(merge_notes(room.workshop, lead, [member]))
    room.do(edit_notes(room.workshop, [lead], is_locked=True))
    [cluster] = room.workshop.of(Cluster)
    assert "split its cluster" in refused(lambda: split_cluster(room.workshop, cluster))
    assert "out of its cluster" in refused(lambda: take_out(room.workshop, [member]))


def test_a_locked_stage_neither_moves_nor_changes_nor_goes(room: "Room") -> None:
    stage = room.stage("Book")
    room.stage("Fly")
    room.do(edit_stage(room.workshop, stage, is_locked=True))
    workshop = room.workshop
    for purpose, attempt in {
        "move it": lambda: move_stage(workshop, stage, 1),
        "change it": lambda: edit_stage(workshop, stage, name="Other"),
        "remove it": lambda: delete_stage(workshop, stage),
    }.items():
        assert refused(attempt) == f"Stage “Book” is locked. Unlock it to {purpose}."
    room.do(edit_stage(workshop, stage, is_collapsed=True))
    room.do(edit_stage(room.workshop, stage, is_locked=False, name="Other"))


def test_a_locked_lane_neither_moves_nor_changes_nor_goes(room: "Room") -> None:
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    room.do(edit_lane(room.workshop, lane, is_locked=True))
    workshop = room.workshop
    for purpose, attempt in {
        "move it": lambda: move_lane(workshop, lane, 1),
        "change it": lambda: edit_lane(workshop, lane, definition="Other"),
        "remove it": lambda: delete_lane(workshop, lane),
    }.items():
        assert refused(attempt) == f"Lane “Web” is locked. Unlock it to {purpose}."


def test_a_stage_or_lane_with_a_locked_note_stays_because_the_note_would_move(
    room: "Room", locked: Id
) -> None:
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    stage = room.workshop.notes[locked].stage
    assert stage is not None
    words = "Note 1 is locked. Unlock it to remove its stage."
    assert refused(lambda: delete_stage(room.workshop, stage)) == words
    room.do(edit_notes(room.workshop, [locked], is_locked=False))
    room.do(move_notes(room.workshop, {locked: Place(stage, lane, 16, 16)}))
    room.do(edit_notes(room.workshop, [locked], is_locked=True))
    words = "Note 1 is locked. Unlock it to remove its lane."
    assert refused(lambda: delete_lane(room.workshop, lane)) == words
