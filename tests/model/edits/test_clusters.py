from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.clusters import merge_notes, split_cluster, take_out
from motworkshop.model.records import Cluster, Id
from motworkshop.model.workshop import visible_notes

if TYPE_CHECKING:
    from tests.model.conftest import Room


def clusters(room: "Room") -> dict[Id, tuple[Id, ...]]:
    return {c.lead: c.members for c in room.workshop.of(Cluster).values()}


def test_merging_changes_no_note_and_splitting_gives_everything_back(room: "Room") -> None:
    a, b, c = room.notes("A", "B", "C")
    before = room.workshop
    room.do(merge_notes(room.workshop, b, [a, c, a]))
    assert clusters(room) == {b: (a, c)}
    assert room.workshop.notes == before.notes
    assert [note.id for note in visible_notes(room.workshop)] == [b]
    assert room.history.done[-1] == "Merge 3 notes under note 2"
    room.do(split_cluster(room.workshop, next(iter(room.workshop.of(Cluster)))))
    assert room.workshop == before


def test_a_note_joins_with_its_whole_cluster_whichever_of_its_notes_is_named(room: "Room") -> None:
    a, b, c, d, e = room.notes(*"ABCDE")
    room.do(merge_notes(room.workshop, b, [c]))
    room.do(merge_notes(room.workshop, d, [e]))
    room.do(merge_notes(room.workshop, a, [c]))
    assert clusters(room) == {a: (b, c), d: (e,)}
    room.do(merge_notes(room.workshop, a, [d]))
    assert clusters(room) == {a: (b, c, d, e)}
    room.history.undo()
    room.history.undo()
    assert clusters(room) == {b: (c,), d: (e,)}


def test_merging_what_is_merged_already_is_no_step(room: "Room") -> None:
    a, b = room.notes("A", "B")
    room.do(merge_notes(room.workshop, a, [b]))
    room.do(merge_notes(room.workshop, a, [b]))
    assert len(room.history.done) == 2


def test_a_merge_that_cannot_be_is_refused(room: "Room") -> None:
    a, b, c = room.notes("A", "B", "C")
    for lead, others, why in (
        (a, [a], "cannot be merged into itself"),
        (a, [], "at least two notes"),
        (a, ["gone"], "no such note"),
        ("gone", [a], "no such note"),
    ):
        with pytest.raises(RefusedError, match=why):
            merge_notes(room.workshop, lead, others)
    room.do(merge_notes(room.workshop, a, [b]))
    with pytest.raises(RefusedError, match=r"Note 2 lies under note 1. Merge into that one"):
        merge_notes(room.workshop, b, [c])


def test_the_id_of_a_new_cluster_must_be_free(room: "Room") -> None:
    a, b, c, d = room.notes("A", "B", "C", "D")
    room.do(merge_notes(room.workshop, a, [b], cluster_id="k"))
    with pytest.raises(RefusedError, match="The id k is taken"):
        merge_notes(room.workshop, c, [d], cluster_id="k")
    with pytest.raises(RefusedError, match="The id k is taken"):
        merge_notes(room.workshop, c, [a], cluster_id="k")
    assert list(room.workshop.of(Cluster)) == ["k"]


def test_a_note_is_taken_out_of_its_cluster(room: "Room") -> None:
    a, b, c, d = room.notes("A", "B", "C", "D")
    room.do(merge_notes(room.workshop, a, [b, c]))
    room.do(take_out(room.workshop, [b, d]))
    assert clusters(room) == {a: (c,)}
    assert room.history.done[-1] == "Take 1 note out of the cluster"
    room.do(take_out(room.workshop, [c]))
    assert clusters(room) == {}
    with pytest.raises(RefusedError, match="lies under another"):
        take_out(room.workshop, [a, d])
    with pytest.raises(RefusedError, match="no such cluster"):
        split_cluster(room.workshop, "gone")
