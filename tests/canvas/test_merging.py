from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from motworkshop.model.edits.clusters import merge_notes
from motworkshop.model.edits.notes import edit_notes, move_notes
from motworkshop.model.records import Cluster, Place

if TYPE_CHECKING:
    from tests.canvas.conftest import Wall

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
OFF = QPoint(20, 15)


def clusters(wall: "Wall") -> list[tuple[int, set[int]]]:
    """Number of the lead and of what lies under it."""
    notes = wall.workshop.notes
    return [
        (notes[one.lead].number, {notes[member].number for member in one.members})
        for one in wall.workshop.of(Cluster).values()
    ]


def test_a_note_dropped_on_another_comes_to_lie_under_it_in_one_step(wall: "Wall") -> None:
    before, steps = wall.workshop, len(wall.document.done)
    wall.board.set_merging(True)
    wall.drag(wall.middle(4), wall.middle(1) + OFF)
    assert clusters(wall) == [(1, {4})]
    assert wall.workshop.notes == before.notes
    assert wall.document.done[steps:] == ("Merge 2 notes under note 1",)
    assert wall.selection.notes == (wall.note(1).id,)
    wall.document.undo()
    assert wall.workshop == before


def test_several_notes_are_dropped_together(wall: "Wall") -> None:
    wall.board.set_merging(True)
    wall.selection.select([wall.note(2).id, wall.note(3).id])
    wall.drag(wall.middle(2), wall.middle(4) + OFF)
    assert clusters(wall) == [(4, {2, 3})]


def test_a_cluster_dropped_on_another_is_one_cluster_then(wall: "Wall") -> None:
    wall.board.set_merging(True)
    wall.document.do(merge_notes(wall.workshop, wall.note(1).id, [wall.note(2).id]))
    wall.document.do(merge_notes(wall.workshop, wall.note(4).id, [wall.note(3).id]))
    wall.drag(wall.middle(1), wall.middle(4) + OFF)
    assert clusters(wall) == [(4, {1, 2, 3})]


def test_beside_a_note_one_drops_to_move(wall: "Wall") -> None:
    wall.board.set_merging(True)
    wall.drag(wall.middle(1), wall.at("Arrive", 110, 90))
    assert wall.note(1).stage == wall.stage("Arrive").id
    assert not clusters(wall)


def test_a_note_held_over_its_own_place_is_not_merged_into_itself(wall: "Wall") -> None:
    before = wall.workshop
    wall.board.set_merging(True)
    wall.drag(wall.middle(1), wall.middle(1) + QPoint(12, 4))
    assert wall.workshop == before
    assert not wall.refusals


def test_without_merging_a_drop_makes_room(wall: "Wall") -> None:
    wall.board.set_merging(True)
    wall.board.set_merging(False)
    wall.drag(wall.middle(4), wall.middle(1) + OFF)
    assert not clusters(wall)
    assert wall.note(4).stage == wall.stage("Book").id


def test_the_lead_to_be_is_marked_while_a_note_is_held_over_it(wall: "Wall") -> None:
    """Below the note, where the words and the stack are; gone as soon as one is elsewhere."""
    wall.board.set_merging(True)
    start, lead = wall.middle(4), wall.board.note_rect(wall.note(1).id)
    assert lead is not None
    below = QPoint(round(lead.left()) + 3, round(lead.bottom()) + 30)
    accent = wall.board.scene.theme.accent.lower()
    wall.press(start)
    wall.move(start + QPoint(20, 20), lead.center().toPoint() + OFF)
    assert wall.pixel(below) == accent
    assert wall.pixel(QPoint(round(lead.left()) - 2, round(lead.top()) + 20)) == accent
    wall.move(wall.at("Arrive", 110, 90))
    assert wall.pixel(below) != accent
    wall.key(Key.Key_Escape)
    wall.release(wall.middle(1))
    assert not clusters(wall)


def test_a_refusal_is_told_and_the_notes_lie_where_they_lay(wall: "Wall") -> None:
    wall.board.set_merging(True)
    before, start = wall.workshop, wall.middle(4)
    wall.press(start)
    wall.move(start + QPoint(20, 20), wall.middle(1) + OFF)
    wall.document.do(merge_notes(before, wall.note(2).id, [wall.note(1).id]))
    wall.release(wall.middle(2) - QPoint(192, 0) + OFF)
    assert wall.refusals == ["Note 1 lies under note 2. Merge into that one instead."]
    assert clusters(wall) == [(2, {1})]
    assert not wall.board.scene.lifted


def test_the_keys_merge_and_split(wall: "Wall") -> None:
    before = wall.workshop
    wall.click(wall.middle(1))
    wall.key(Key.Key_Right, SHIFT)
    wall.key(Key.Key_Right, SHIFT)
    wall.key(Key.Key_G, CONTROL)
    assert clusters(wall) == [(1, {2, 3})]
    wall.key(Key.Key_G, CONTROL | SHIFT)
    assert wall.workshop == before
    assert set(wall.selection.notes) == {wall.note(number).id for number in (1, 2, 3)}


def test_a_note_whose_place_was_taken_lies_beside_it_after_a_split(wall: "Wall") -> None:
    one, two, four = (wall.note(number) for number in (1, 2, 4))
    wall.document.do(merge_notes(wall.workshop, one.id, [two.id]))
    taken = Place(two.stage, None, two.x, two.y)
    wall.document.do(move_notes(wall.workshop, {four.id: taken}))
    merged = wall.workshop
    wall.click(wall.middle(1))
    wall.board.split_selected()
    places = [(wall.note(n).x, wall.note(n).y) for n in (1, 2, 3, 4)]
    assert len(set(places)) == 4
    assert (wall.note(1).x, wall.note(1).y) == (one.x, one.y)
    wall.document.undo()
    assert wall.workshop == merged


def test_a_locked_note_neither_goes_under_another_one_nor_takes_one_up(wall: "Wall") -> None:
    wall.document.do(edit_notes(wall.workshop, [wall.note(2).id], is_locked=True))
    before = wall.workshop
    wall.board.set_merging(True)
    wall.drag(wall.middle(1), wall.middle(2))
    wall.selection.select([wall.note(1).id, wall.note(2).id])
    wall.board.merge_selected()
    assert wall.refusals == ["Note 2 is locked. Unlock it to merge it."] * 2
    assert wall.workshop == before


def test_the_cluster_of_a_locked_note_is_not_split(wall: "Wall") -> None:
    lead = wall.note(1).id
    wall.document.do(merge_notes(wall.workshop, lead, [wall.note(2).id]))
    wall.document.do(edit_notes(wall.workshop, [lead], is_locked=True))
    before = wall.workshop
    wall.click(wall.middle(1))
    wall.board.split_selected()
    assert wall.refusals == ["Note 1 is locked. Unlock it to split its cluster."]
    assert wall.workshop == before


def test_splitting_what_is_no_cluster_says_so(wall: "Wall") -> None:
    wall.board.split_selected()
    assert not wall.refusals
    wall.click(wall.middle(1))
    wall.board.merge_selected()
    wall.board.split_selected()
    assert wall.refusals == [
        "Choose at least two notes to merge.",
        "None of the selected notes has others under it.",
    ]


def test_two_clusters_are_split_in_one_step(wall: "Wall") -> None:
    before = wall.workshop
    for lead, member in ((1, 2), (3, 4)):
        made = merge_notes(wall.workshop, wall.note(lead).id, [wall.note(member).id])
        wall.document.do(made)
    wall.board.select_all()
    wall.board.split_selected()
    assert wall.workshop == before
    assert wall.document.done[-1] == "Split 2 clusters"
