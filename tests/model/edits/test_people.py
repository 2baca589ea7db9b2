from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.moments import add_action, describe_moment
from motworkshop.model.edits.people import (
    add_participants,
    add_side,
    declare_different,
    declare_same,
    delete_participant,
    delete_side,
    edit_participant,
    edit_side,
    propose_stages,
)
from motworkshop.model.records import (
    Action,
    MomentOfTruth,
    Participant,
    SameStage,
    Side,
    StageProposal,
)

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_the_roster_keeps_its_order(room: "Room") -> None:
    room.people("Zoe", "Ann")
    room.people(" Bob ")
    assert [person.name for person in room.workshop.ordered(Participant)] == ["Zoe", "Ann", "Bob"]


def test_no_name_stands_twice_on_the_roster(room: "Room") -> None:
    ann, bob = room.people("Ann", "Bob")
    for people in ([("ANN ", "")], [("Cid", ""), ("cid", "Sales")], [(" ", "")]):
        with pytest.raises(RefusedError):
            add_participants(room.workshop, people)
    with pytest.raises(RefusedError, match="ann is on the roster already"):
        edit_participant(room.workshop, bob, name=" ann ")
    room.do(edit_participant(room.workshop, ann, name=" ANN ", department="Sales"))
    changed = room.workshop.of(Participant)[ann]
    assert (changed.name, changed.department) == ("ANN", "Sales")


def test_where_somebody_is_named_the_name_stays_after_leaving_the_roster(room: "Room") -> None:
    ann, bob = room.people("Ann", "Bob")
    [note] = room.notes("A", author=ann)
    given = {"accountable": ann, "responsible": (bob, ann), "informed": (ann,)}
    room.do(describe_moment(room.workshop, note, **given))
    room.do(add_action(room.workshop, note, "Write it", who=ann))
    room.do(propose_stages(room.workshop, ann, [("Book", "")]))
    before = room.workshop
    room.do(delete_participant(room.workshop, ann))
    [card] = room.workshop.of(MomentOfTruth).values()
    assert (card.accountable, card.responsible, card.informed) == ("Ann", (bob, "Ann"), ("Ann",))
    assert room.workshop.notes[note].author == "Ann"
    assert [action.who for action in room.workshop.of(Action).values()] == ["Ann"]
    proposed = room.workshop.of(StageProposal).values()
    assert [proposal.participant for proposal in proposed] == ["Ann"]
    room.history.undo()
    assert room.workshop == before


def test_a_department_is_on_one_side_and_a_side_has_its_own_name(room: "Room") -> None:
    room.do(add_side(room.workshop, "Front line", ["Crew", "Desk"]))
    room.do(add_side(room.workshop, "Office", ["Sales"]))
    front, office = (side.id for side in room.workshop.ordered(Side))
    attempts: list[Callable[[], object]] = [
        lambda: add_side(room.workshop, "Third", ["crew"]),
        lambda: add_side(room.workshop, "FRONT LINE", ["IT"]),
        lambda: edit_side(room.workshop, office, departments=("Sales", "DESK")),
        lambda: edit_side(room.workshop, office, name="front line"),
        lambda: add_side(room.workshop, " ", []),
    ]
    for make in attempts:
        with pytest.raises(RefusedError):
            make()
    room.do(edit_side(room.workshop, front, name=" Front ", departments=("Crew",)))
    room.do(edit_side(room.workshop, office, departments=("Sales", "Desk")))
    room.do(delete_side(room.workshop, office))
    assert [side.name for side in room.workshop.ordered(Side)] == ["Front"]


def test_proposing_again_replaces_what_the_same_person_proposed(room: "Room") -> None:
    [ann] = room.people("Ann")
    room.do(propose_stages(room.workshop, ann, [("Book", "Pay"), (" Fly ", "")]))
    room.do(propose_stages(room.workshop, "Bob", [("Sleep", "")]))
    room.do(propose_stages(room.workshop, "ANN", [("Land", "Down")]))
    found = {
        (s.participant, s.name, s.definition) for s in room.workshop.of(StageProposal).values()
    }
    assert found == {("ANN", "Land", "Down"), ("Bob", "Sleep", "")}
    for person, stages in ((" ", [("Book", "")]), ("Ann", [(" ", "")])):
        with pytest.raises(RefusedError):
            propose_stages(room.workshop, person, stages)


def test_two_names_are_declared_the_same_and_told_apart_again(room: "Room") -> None:
    room.do(declare_same(room.workshop, ["Book", "Reserve", "BOOK "]))
    [same] = room.workshop.of(SameStage).values()
    assert same.names == ("Book", "Reserve")
    assert room.history.done[-1] == "Declare “Book” and “Reserve” the same"
    room.do(declare_different(room.workshop, same.id))
    assert not room.workshop.of(SameStage)
    for names in (["Book"], ["Book", " book"], ["Book", " "]):
        with pytest.raises(RefusedError):
            declare_same(room.workshop, names)
