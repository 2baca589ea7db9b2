from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motworkshop.errors import RefusedError
from motworkshop.model.change import Edit
from motworkshop.model.edits.aligning import Axis, Edge, align_notes, distribute_notes
from motworkshop.model.edits.arranging import Order, arrange_stages, close_gaps
from motworkshop.model.edits.categories import add_category
from motworkshop.model.edits.clusters import merge_notes, split_cluster, take_out
from motworkshop.model.edits.notes import categorise_notes, edit_notes, move_notes
from motworkshop.model.edits.stages import add_lane
from motworkshop.model.layout import STEP
from motworkshop.model.records import Category, Cluster, Id, Lane, Note, Place, Stage
from motworkshop.model.vacated import stages_with_gaps
from motworkshop.model.workshop import Workshop, visible_notes

if TYPE_CHECKING:
    from tests.model.conftest import Room


def lies(workshop: Workshop, note: Id) -> tuple[float, float]:
    return workshop.notes[note].x, workshop.notes[note].y


def hidden(workshop: Workshop) -> list[tuple[int, int]]:
    """Pairs of notes of which one lies over the other."""
    notes = visible_notes(workshop)
    return [
        (one.number, two.number)
        for place, one in enumerate(notes)
        for two in notes[place + 1 :]
        if (one.stage, one.lane) == (two.stage, two.lane)
        and abs(one.x - two.x) < 176
        and one.y < two.y + two.height * STEP
        and two.y < one.y + one.height * STEP
    ]


def numbers_in_order(workshop: Workshop) -> list[int]:
    """As one reads them, row by row."""
    return [n.number for n in sorted(workshop.notes.values(), key=lambda n: (n.y, n.x))]


# ---- a whole stage


def test_a_stage_is_arranged_two_by_two_by_number(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", stage=stage)
    scattered = {note: Place(stage, None, 90.0 * n, 900 - n) for n, note in enumerate(notes)}
    room.do(move_notes(room.workshop, scattered))
    made = arrange_stages(room.workshop, [stage], Order.NUMBER)
    assert made.label == "Arrange stage “Book” by number"
    room.do(made)
    assert [lies(room.workshop, note) for note in notes] == [(16, 16), (208, 16), (16, 164)]


def test_a_row_begins_below_the_higher_note_of_the_row_above(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", "D", stage=stage)
    room.do(edit_notes(room.workshop, [notes[1]], height=5))
    room.do(arrange_stages(room.workshop, [stage], Order.NUMBER))
    assert [lies(room.workshop, note)[1] for note in notes] == [16, 16, 252, 252]


def test_what_was_merged_leaves_a_hole_until_the_stage_closes_up(room: "Room") -> None:
    stage, other = room.stage("Book"), room.stage("Fly")
    notes = room.notes("A", "B", "C", "D", stage=stage)
    room.notes("E", stage=other)
    assert stages_with_gaps(room.workshop) == []
    room.do(merge_notes(room.workshop, notes[0], [notes[1]]))
    assert stages_with_gaps(room.workshop) == [stage]
    before = room.workshop
    made = close_gaps(room.workshop, stages_with_gaps(room.workshop))
    assert made.label == "Close the gaps in stage “Book”"
    room.do(made)
    still = [lies(room.workshop, note) for note in (notes[0], notes[2], notes[3])]
    assert still == [(16, 16), (208, 16), (16, 164)]
    assert stages_with_gaps(room.workshop) == []
    assert {key: one for key, one in room.workshop.notes.items() if one.stage == other} == {
        key: one for key, one in before.notes.items() if one.stage == other
    }


def test_the_last_note_of_a_stage_leaves_no_hole(room: "Room") -> None:
    notes = room.notes("A", "B", "C", stage=room.stage("Book"))
    room.do(merge_notes(room.workshop, notes[0], [notes[2]]))
    assert stages_with_gaps(room.workshop) == []


def test_a_note_whose_place_was_taken_meanwhile_comes_back_below_it(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", "D", stage=stage)
    room.do(merge_notes(room.workshop, notes[0], [notes[1]]))
    merged = room.workshop
    (cluster,) = merged.of(Cluster)
    back = merged.applied(split_cluster(merged, cluster).change)
    assert lies(back, notes[1]) == (208, 16), "nobody lies there, so it is where it was"
    room.do(close_gaps(room.workshop, [stage]))
    for apart in (
        split_cluster(room.workshop, cluster),
        take_out(room.workshop, [notes[1]]),
    ):
        after = room.workshop.applied(apart.change)
        assert not hidden(after)
        assert lies(after, notes[1]) == (208, 164)
        assert lies(after, notes[2]) == (208, 16)


def test_every_category_begins_a_row_and_what_has_none_comes_last(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes(*"ABCDE", stage=stage)
    for name in ("Rescue", "Revenue"):
        room.do(add_category(room.workshop, name))
    rescue, revenue = room.workshop.ordered(Category)
    room.do(categorise_notes(room.workshop, [notes[4], notes[1], notes[2]], rescue.id))
    room.do(categorise_notes(room.workshop, [notes[0]], revenue.id))
    room.do(arrange_stages(room.workshop, [stage], Order.CATEGORY))
    assert numbers_in_order(room.workshop) == [2, 3, 5, 1, 4]
    assert [lies(room.workshop, notes[n]) for n in (1, 2, 4, 0, 3)] == [
        (16, 16), (208, 16), (16, 164), (16, 312), (16, 460),
    ]  # fmt: skip


def test_most_dots_come_first_and_without_a_vote_it_is_refused(room: "Room") -> None:
    stage = room.stage("Book")
    first, second, third = room.notes("A", "B", "C", stage=stage)
    with pytest.raises(RefusedError, match="No vote is closed yet"):
        arrange_stages(room.workshop, [stage], Order.DOTS)
    room.vote({"Ann": {third: 2}, "Ben": {third: 1, second: 1}})
    room.do(arrange_stages(room.workshop, [stage], Order.DOTS))
    assert numbers_in_order(room.workshop) == [3, 2, 1]
    assert lies(room.workshop, first) == (16, 164)


def test_lanes_are_arranged_by_themselves_and_other_stages_stay(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    loose, other = room.notes("A", "B", stage=book, x=99.0, y=99.0)
    [web] = room.notes("C", stage=book, lane=lane, x=99.0, y=99.0)
    [far] = room.notes("D", stage=fly, x=99.0, y=99.0)
    room.do(arrange_stages(room.workshop, [book], Order.NUMBER))
    places = [lies(room.workshop, note) for note in (loose, other, web, far)]
    assert places == [(16, 16), (208, 16), (16, 16), (99, 99)]


def test_several_stages_and_the_parking_lot_are_one_step(room: "Room") -> None:
    book = room.stage("Book")
    room.notes("A", stage=book, x=99.0, y=99.0)
    room.notes("B", x=99.0, y=99.0)
    made = arrange_stages(room.workshop, [book, None, book], Order.NUMBER)
    assert (made.label, len(made.change.pairs)) == ("Arrange 2 stages by number", 2)
    assert arrange_stages(room.workshop, [None], Order.NUMBER).label.startswith(
        "Arrange the parking lot"
    )


def test_locked_notes_stay_and_those_under_others_do_not_count(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes(*"ABCDE", stage=stage)
    room.do(merge_notes(room.workshop, notes[0], [notes[1]]))
    room.do(move_notes(room.workshop, {notes[4]: Place(stage, None, 208, 100)}))
    room.do(edit_notes(room.workshop, [notes[4]], is_locked=True))
    under = lies(room.workshop, notes[1])
    room.do(arrange_stages(room.workshop, [stage], Order.NUMBER))
    places = [lies(room.workshop, note) for note in notes]
    assert places == [(16, 16), under, (16, 164), (16, 312), (208, 100)]
    assert not hidden(room.workshop)


# ---- edges in common


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        (Edge.LEFT, [(0, 40), (0, 200)]),
        (Edge.RIGHT, [(300, 40), (300, 200)]),
        (Edge.CENTRE, [(150, 40), (150, 200)]),
        (Edge.TOP, [(0, 40), (300, 40)]),
        (Edge.BOTTOM, [(0, 200), (300, 200)]),
        (Edge.MIDDLE, [(0, 120), (300, 120)]),
    ],
)
def test_notes_are_aligned(room: "Room", edge: Edge, expected: list[tuple[float, float]]) -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", stage=stage)
    apart = {notes[0]: Place(stage, None, 0, 40), notes[1]: Place(stage, None, 300, 200)}
    room.do(move_notes(room.workshop, apart))
    made = align_notes(room.workshop, notes, edge)
    assert made.label == f"Align 2 notes at the {edge.value}"
    room.do(made)
    assert [lies(room.workshop, note) for note in notes] == expected


def test_notes_of_one_row_are_aligned_over_stages_but_not_over_lanes(room: "Room") -> None:
    book, fly = room.stage("Book"), room.stage("Fly")
    room.do(add_lane(room.workshop, "Web"))
    [lane] = room.workshop.of(Lane)
    one, two = room.notes("A", stage=book, x=16.0, y=40.0) + room.notes(
        "B", stage=fly, x=16.0, y=200.0
    )
    [web] = room.notes("C", stage=fly, lane=lane, x=16.0, y=300.0)
    room.do(align_notes(room.workshop, [one, two, web], Edge.TOP))
    assert [lies(room.workshop, note)[1] for note in (one, two, web)] == [40, 40, 300]


def test_who_would_lie_on_another_one_comes_to_lie_beside_or_below_it(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", stage=stage)
    room.do(align_notes(room.workshop, notes, Edge.LEFT))
    assert [lies(room.workshop, note) for note in notes] == [(16, 16), (16, 164), (16, 312)]
    room.do(align_notes(room.workshop, notes, Edge.TOP))
    assert [lies(room.workshop, note) for note in notes] == [(16, 16), (208, 16), (400, 16)]


def test_locked_notes_are_refused_and_one_note_is_too_few(room: "Room") -> None:
    notes = room.notes("A", "B", "C")
    with pytest.raises(RefusedError, match="Select at least 2 notes to align"):
        align_notes(room.workshop, notes[:1], Edge.LEFT)
    with pytest.raises(RefusedError, match="Select at least 3 notes to distribute"):
        distribute_notes(room.workshop, notes[:2], Axis.DOWN)
    with pytest.raises(RefusedError, match="at least 3 notes that lie below one another"):
        distribute_notes(room.workshop, notes, Axis.DOWN)
    room.do(edit_notes(room.workshop, notes[1:2], is_locked=True))
    with pytest.raises(RefusedError, match=r"Note 2 is locked\. Unlock it to move it\."):
        align_notes(room.workshop, notes, Edge.LEFT)


def test_who_would_lie_on_a_locked_note_goes_below_it(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", stage=stage)
    room.do(edit_notes(room.workshop, notes[:1], is_locked=True))
    room.do(move_notes(room.workshop, {notes[1]: Place(stage, None, 208, 40)}))
    room.do(align_notes(room.workshop, notes[1:], Edge.LEFT))
    assert [lies(room.workshop, note) for note in notes] == [(16, 16), (16, 164), (16, 312)]


def test_the_distances_become_equal_down_and_across(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes("A", "B", "C", stage=stage)
    down = zip(notes, (16, 164, 700), strict=True)
    room.do(move_notes(room.workshop, {note: Place(stage, None, 16, y) for note, y in down}))
    room.do(distribute_notes(room.workshop, notes, Axis.DOWN))
    assert [lies(room.workshop, note)[1] for note in notes] == [16, 358, 700]
    across = zip(notes, (0, 200, 800), strict=True)
    room.do(move_notes(room.workshop, {note: Place(stage, None, x, 16) for note, x in across}))
    room.do(distribute_notes(room.workshop, notes, Axis.ACROSS))
    assert [lies(room.workshop, note)[0] for note in notes] == [0, 400, 800]


def test_both_slots_of_a_stage_are_distributed_by_themselves(room: "Room") -> None:
    stage = room.stage("Book")
    notes = room.notes(*"ABCDEF", stage=stage)
    ends = {notes[4]: Place(stage, None, 16, 900), notes[5]: Place(stage, None, 208, 700)}
    room.do(move_notes(room.workshop, ends))
    room.do(distribute_notes(room.workshop, notes, Axis.DOWN))
    assert [lies(room.workshop, note) for note in notes] == [
        (16, 16), (208, 16), (16, 458), (208, 358), (16, 900), (208, 700),
    ]  # fmt: skip


NUMBERS = st.lists(st.integers(1, 14), min_size=3, max_size=9, unique=True)
PLACED = st.lists(
    st.tuples(st.sampled_from([0.0, 16.0, 100.0, 208.0]), st.integers(0, 700)),
    min_size=14,
    max_size=14,
)


def spread(room: "Room", places: list[tuple[float, int]]) -> Workshop:
    """Two stages with notes anywhere, none of which lies on another one; every third locked."""
    for name in ("Book", "Fly"):
        room.stage(name)
    book, fly = (stage.id for stage in room.workshop.ordered(Stage))
    workshop = room.workshop
    for number, (x, y) in enumerate(places, start=1):
        where = {"stage": (book, fly)[number % 2], "x": x, "y": float(y)}
        note = Note(f"n{number}", number, "A", height=3 + number % 3, **where)  # type: ignore[arg-type]
        trial = Workshop([*workshop.records(), note])
        workshop = workshop if hidden(trial) else trial
    locked = [note for note in workshop.notes if workshop.notes[note].number % 3 == 0]
    if locked:
        workshop = workshop.applied(edit_notes(workshop, locked, is_locked=True).change)
    return workshop


@given(PLACED, NUMBERS, st.sampled_from([*Edge, *Axis, *Order]))
def test_whatever_is_put_in_order_no_note_is_hidden_and_locked_ones_stay(
    new_room: "type[Room]", places: list[tuple[float, int]], numbers: list[int],
    how: Edge | Axis | Order,
) -> None:  # fmt: skip
    before = spread(new_room(), places)
    notes = [note.id for note in before.notes.values() if note.number in numbers]
    try:
        edit = put_in_order(before, [n for n in notes if not before.notes[n].is_locked], how)
    except RefusedError:
        return
    after = before.applied(edit.change)
    assert not hidden(after)
    assert all(after.notes[one.id] == one for one in before.notes.values() if one.is_locked)


def put_in_order(workshop: Workshop, notes: list[Id], how: Edge | Axis | Order) -> Edit:
    if isinstance(how, Edge):
        return align_notes(workshop, notes, how)
    if isinstance(how, Axis):
        return distribute_notes(workshop, notes, how)
    return arrange_stages(workshop, workshop.of(Stage), how)
