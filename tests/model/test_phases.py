from typing import TYPE_CHECKING

import pytest

from motworkshop.errors import RefusedError
from motworkshop.model.edits.frame import plan_phase, plan_time_box
from motworkshop.model.phases import (
    clock_of,
    default_phases,
    go_to_time_box,
    place_at_hand,
    run_clock,
    set_phase_status,
    time_boxes,
)
from motworkshop.model.records import PhaseClock, PhaseKind, PhaseStatus

if TYPE_CHECKING:
    from tests.model.conftest import Room


def test_a_new_plan_has_the_nine_phases_with_the_minutes_of_the_method() -> None:
    planned = [(phase.kind.value, phase.planned) for phase in default_phases()]
    assert planned == [
        ("frame", 10),
        ("align", 40),
        ("brainstorm", 45),
        ("cluster", 25),
        ("categorise", 15),
        ("vote", 10),
        ("reveal", 30),
        ("own", 25),
        ("report", 5),
    ]


def test_a_clock_adds_up_and_never_runs_backwards(room: "Room") -> None:
    for seconds in (30.0, 12.5, -100.0):
        room.record(run_clock(room.workshop, PhaseKind.VOTE, seconds))
    assert clock_of(room.workshop, PhaseKind.VOTE).used == 42.5
    assert clock_of(room.workshop, PhaseKind.OWN).used == 0
    assert len(room.workshop.of(PhaseClock)) == 1


def test_a_phase_can_be_opened_again_without_losing_its_clock(room: "Room") -> None:
    room.record(run_clock(room.workshop, PhaseKind.VOTE, 30))
    for status in (PhaseStatus.DONE, PhaseStatus.CURRENT):
        room.record(set_phase_status(room.workshop, PhaseKind.VOTE, status))
    clock = clock_of(room.workshop, PhaseKind.VOTE)
    assert (clock.used, clock.status) == (30, PhaseStatus.CURRENT)


def boxes(room: "Room", kind: PhaseKind) -> list[tuple[str, int]]:
    return [(box.name, box.planned) for box in time_boxes(room.workshop, kind)]


def test_three_phases_have_two_time_boxes_with_the_minutes_of_the_method(room: "Room") -> None:
    assert {kind.value: boxes(room, kind) for kind in PhaseKind if len(boxes(room, kind)) > 1} == {
        "align": [("Write alone", 20), ("Agree", 20)],
        "brainstorm": [("Silent writing", 15), ("Round robin", 30)],
        "reveal": [("Look at the dots", 20), ("Decide", 10)],
    }
    assert boxes(room, PhaseKind.VOTE) == [("", 10)]


def test_the_minutes_of_one_time_box_leave_the_other_as_it_is(room: "Room") -> None:
    room.do(plan_time_box(room.workshop, PhaseKind.ALIGN, 0, 12))
    room.do(plan_time_box(room.workshop, PhaseKind.ALIGN, 1, 33))
    assert boxes(room, PhaseKind.ALIGN) == [("Write alone", 12), ("Agree", 33)]
    room.do(plan_time_box(room.workshop, PhaseKind.VOTE, 0, 7))
    assert boxes(room, PhaseKind.VOTE) == [("", 7)]
    with pytest.raises(RefusedError, match="cannot have -1 minutes"):
        plan_time_box(room.workshop, PhaseKind.ALIGN, 0, -1)


def test_other_minutes_for_the_whole_phase_keep_the_proportion_of_its_time_boxes(
    room: "Room",
) -> None:
    room.do(plan_phase(room.workshop, PhaseKind.BRAINSTORM, planned=30, notes="Short"))
    assert boxes(room, PhaseKind.BRAINSTORM) == [("Silent writing", 10), ("Round robin", 20)]
    room.do(plan_phase(room.workshop, PhaseKind.BRAINSTORM, planned=0))
    room.do(plan_phase(room.workshop, PhaseKind.BRAINSTORM, planned=45))
    assert boxes(room, PhaseKind.BRAINSTORM) == [("Silent writing", 15), ("Round robin", 30)]
    with pytest.raises(RefusedError, match="46 minutes, the whole phase only 45"):
        plan_phase(room.workshop, PhaseKind.BRAINSTORM, planned_second=46)


def test_each_time_box_counts_its_own_seconds_and_the_phase_all_of_them(room: "Room") -> None:
    room.record(run_clock(room.workshop, PhaseKind.ALIGN, 60))
    room.record(go_to_time_box(room.workshop, PhaseKind.ALIGN, 1))
    room.record(run_clock(room.workshop, PhaseKind.ALIGN, 30))
    room.record(go_to_time_box(room.workshop, PhaseKind.ALIGN, 0))
    room.record(run_clock(room.workshop, PhaseKind.ALIGN, 5))
    assert [box.used for box in time_boxes(room.workshop, PhaseKind.ALIGN)] == [65, 30]
    assert clock_of(room.workshop, PhaseKind.ALIGN).used == 95
    assert place_at_hand(room.workshop, PhaseKind.ALIGN) == 0


def test_a_phase_with_one_time_box_has_no_second_one_to_go_to(room: "Room") -> None:
    room.record(go_to_time_box(room.workshop, PhaseKind.VOTE, 1))
    room.record(run_clock(room.workshop, PhaseKind.VOTE, 30))
    assert place_at_hand(room.workshop, PhaseKind.VOTE) == 0
    assert [box.used for box in time_boxes(room.workshop, PhaseKind.VOTE)] == [30]
