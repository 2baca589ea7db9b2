from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.evidence import add_evidence
from motworkshop.model.edits.moments import add_action, add_metric
from motworkshop.model.edits.notes import (
    Draft,
    add_note,
    add_notes,
    categorise_notes,
    delete_notes,
    edit_notes,
    move_notes,
)
from motworkshop.model.layout import PLAIN_STEPS
from motworkshop.model.limits import LimitError
from motworkshop.model.records import (
    Action,
    Cluster,
    Evidence,
    Metric,
    MomentOfTruth,
    Note,
    Place,
)

if TYPE_CHECKING:
    from tests.model.conftest import Room


def numbers(room: "Room") -> list[int]:
    return sorted(note.number for note in room.workshop.notes.values())


def test_notes_are_numbered_in_order_and_stripped(room: "Room") -> None:
    room.notes("  A\n", "B")
    texts = [(note.number, note.text) for note in room.workshop.notes.values()]
    assert texts == [(1, "A"), (2, "B")]


def test_the_number_of_a_deleted_note_is_not_given_again(room: "Room") -> None:
    _one, two = room.notes("A", "B")
    room.do(delete_notes(room.workshop, [two]))
    room.notes("C")
    assert numbers(room) == [1, 3]
    room.history.undo()
    room.history.undo()
    room.notes("D")
    assert numbers(room) == [1, 2, 3]


def test_a_number_may_be_asked_for_and_the_next_one_comes_after_the_highest(room: "Room") -> None:
    drafts = [
        Draft("A", fields={"number": 17}),
        Draft("B"),
        Draft("C", fields={"number": 3}),
        Draft("D"),
    ]
    room.do(add_notes(room.workshop, drafts))
    room.notes("E")
    assert sorted(numbers(room)) == [3, 17, 18, 19, 20]


def test_the_number_of_a_note_that_was_deleted_comes_back_by_undo_alone(room: "Room") -> None:
    """“Seventeen!” must not mean another note after the break."""
    first, second = room.notes("A", "B")
    room.do(delete_notes(room.workshop, [second]))
    with pytest.raises(RefusedError, match="The number 2 is used up"):
        add_note(room.workshop, Draft("C", fields={"number": 2}))
    room.history.undo()
    assert numbers(room) == [1, 2]
    assert room.workshop.notes[second].text == "B"
    assert first != second


@pytest.mark.parametrize(
    ("drafts", "why"),
    [
        ([Draft(" \n")], "text of the note is empty"),
        ([Draft("B", fields={"number": 1})], "a note with the number 1 already"),
        ([Draft("B", fields={"number": 5}), Draft("C", fields={"number": 5})], "number 5 already"),
        ([Draft("B", fields={"number": 0})], "0 is not a note number"),
        ([Draft("B", fields={"number": 2**31})], "is not a note number"),
        ([Draft("B", id="a")], "The id a is taken"),
        ([Draft("B", id="s")], "The id s is taken"),
        ([Draft("B", id="b"), Draft("C", id="b")], "The id b is taken"),
        ([Draft("B", fields={"stage": "gone"})], "There is no such stage any more"),
        ([Draft("B", fields={"lane": "gone"})], "no such lane"),
        ([Draft("B", fields={"category": "gone"})], "no such category"),
        ([Draft("B", fields={"picture": "gone"})], "no such picture"),
        ([Draft("B", fields={"colour_": "red"})], "no field “colour_”"),
        ([Draft("B", fields={"id": "x"})], "no field “id” to change"),
    ],
)
def test_a_note_that_cannot_be_is_refused_and_with_it_all_of_its_step(
    room: "Room", drafts: list[Draft], why: str
) -> None:
    from motworkshop.model.edits.stages import add_stage

    room.do(add_stage(room.workshop, "Book", stage_id="s"))
    room.do(add_notes(room.workshop, [Draft("A", id="a")]))
    before = room.workshop
    with pytest.raises(RefusedError, match=why):
        room.do(add_notes(room.workshop, [Draft("Good"), *drafts]))
    assert room.workshop is before


def test_a_board_has_a_largest_size(room: "Room", monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("motworkshop.model.edits.notes.NOTES_PER_BOARD", 3)
    room.notes("A", "B")
    with pytest.raises(RefusedError, match="At most 3 notes fit on one board"):
        room.notes("C", "D")
    room.notes("C")


def test_several_notes_are_changed_as_one_step(room: "Room") -> None:
    notes = room.notes("A", "B")
    room.do(edit_notes(room.workshop, notes, importance=5, channel="Web"))
    assert {(n.importance, n.channel) for n in room.workshop.notes.values()} == {(5, "Web")}
    assert room.history.done[-1] == "Change 2 notes"
    room.history.undo()
    assert {(n.importance, n.channel) for n in room.workshop.notes.values()} == {(None, "")}


@pytest.mark.parametrize(
    "values",
    [{"number": 9}, {"stage": None}, {"x": 1.0}, {"id": "n"}, {"text": " "}, {"category": "gone"}],
)
def test_what_a_note_keeps_cannot_be_edited(room: "Room", values: dict[str, Any]) -> None:
    notes = room.notes("A")
    with pytest.raises(RefusedError):
        edit_notes(room.workshop, notes, **values)


def test_a_score_out_of_range_is_refused(room: "Room") -> None:
    notes = room.notes("A")
    with pytest.raises(LimitError, match="emotion"):
        room.do(edit_notes(room.workshop, notes, emotion=3))


def test_a_longer_text_makes_a_higher_note_unless_the_canvas_measured_it(room: "Room") -> None:
    [note] = room.notes("A")
    room.do(edit_notes(room.workshop, [note], text="long " * 200))
    assert room.workshop.notes[note].height > PLAIN_STEPS
    room.do(edit_notes(room.workshop, [note], text="long " * 300, height=5))
    assert room.workshop.notes[note].height == 5


def test_a_note_moves_to_a_cell_and_its_corner(room: "Room") -> None:
    stage = room.stage("Book")
    [note] = room.notes("A")
    room.do(move_notes(room.workshop, {note: Place(stage, None, 40.5, -3.0)}))
    moved = room.workshop.notes[note]
    assert (moved.stage, moved.lane, moved.x, moved.y) == (stage, None, 40.5, -3.0)
    assert room.history.done[-1] == "Move note 1"


def test_a_locked_note_stays_where_it_is_and_the_others_with_it(room: "Room") -> None:
    one, two = room.notes("A", "B")
    room.do(edit_notes(room.workshop, [two], is_locked=True))
    with pytest.raises(RefusedError, match="Note 2 is locked"):
        move_notes(room.workshop, dict.fromkeys((one, two), Place(x=9.0)))
    with pytest.raises(RefusedError, match="no such stage"):
        move_notes(room.workshop, {one: Place("gone")})


def test_notes_are_sorted_into_a_category_and_out_of_it(room: "Room") -> None:
    from motworkshop.model.edits.categories import add_category
    from motworkshop.model.records import Category

    room.do(add_category(room.workshop, "Rescue"))
    [rescue] = room.workshop.of(Category)
    notes = room.notes("A", "B")
    room.do(categorise_notes(room.workshop, notes, rescue))
    assert {note.category for note in room.workshop.notes.values()} == {rescue}
    assert room.history.done[-1] == "Sort 2 notes into Rescue"
    room.do(categorise_notes(room.workshop, notes[:1], None))
    assert [room.workshop.notes[note].category for note in notes] == [None, rescue]
    for unknown in ("gone", ""):
        with pytest.raises(RefusedError, match="no such category"):
            categorise_notes(room.workshop, notes, unknown)


def test_deleting_notes_takes_their_cards_along_and_puts_evidence_back_into_the_pool(
    room: "Room",
) -> None:
    one, two = room.notes("A", "B")
    for note in (one, two):
        room.do(add_metric(room.workshop, note, "Told in time"))
        room.do(add_action(room.workshop, note, "Write it"))
    proofs = [Evidence("e1", "Seen", note=one), Evidence("e2", "Heard", note=two)]
    room.do(add_evidence(room.workshop, proofs))
    before = room.workshop
    room.do(delete_notes(room.workshop, [one]))
    assert [card.note for card in room.workshop.of(MomentOfTruth).values()] == [two]
    assert len(room.workshop.of(Metric)) == len(room.workshop.of(Action)) == 1
    assert room.workshop.of(Evidence) == {"e1": Evidence("e1", "Seen"), "e2": proofs[1]}
    room.history.undo()
    assert room.workshop == before


@pytest.mark.parametrize(
    ("gone", "left"),
    [([0], []), ([1], [(0, [2])]), ([1, 2], []), ([0, 1, 2], []), ([3], [(0, [1, 2])])],
    ids=["lead", "one member", "all members", "everything", "another note"],
)
def test_a_cluster_loses_what_is_deleted_and_comes_apart_without_lead_or_members(
    room: "Room", gone: list[int], left: list[tuple[int, list[int]]]
) -> None:
    notes = room.notes("A", "B", "C", "D")
    room.do(merge_notes(room.workshop, notes[0], notes[1:3]))
    room.do(delete_notes(room.workshop, [notes[index] for index in gone]))
    found = room.workshop.of(Cluster).values()
    expected = [(notes[lead], tuple(notes[m] for m in members)) for lead, members in left]
    assert [(cluster.lead, cluster.members) for cluster in found] == expected


def test_what_is_not_there_cannot_be_edited(room: "Room") -> None:
    attempts: list[Callable[[], object]] = [
        lambda: edit_notes(room.workshop, ["gone"], emotion=1),
        lambda: delete_notes(room.workshop, ["gone"]),
        lambda: move_notes(room.workshop, {"gone": Place()}),
    ]
    for make in attempts:
        with pytest.raises(RefusedError, match="There is no such note any more"):
            make()


def test_no_notes_are_no_step(room: "Room") -> None:
    for edit in (
        delete_notes(room.workshop, []),
        edit_notes(room.workshop, [], emotion=1),
        move_notes(room.workshop, {}),
        add_notes(room.workshop, []),
    ):
        room.do(edit)
    assert room.history.done == ()


def test_a_note_keeps_every_field_that_was_given(room: "Room") -> None:
    given: dict[str, Any] = {
        "x": 5.0,
        "y": 6.0,
        "author": "Eva",
        "emotion": -2,
        "is_locked": True,
        "link": "a://b",
    }
    draft = Draft(
        "A",
        fields={key: value for key, value in given.items() if key != "author"},
        author="Eva",
        id="mine",
    )
    room.do(add_note(room.workshop, draft))
    assert room.workshop.notes == {"mine": Note("mine", 1, "A", **given)}
    assert room.history.done[-1] == "Add note “A”"
