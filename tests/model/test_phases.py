from typing import TYPE_CHECKING

from motworkshop.model.phases import clock_of, default_phases, run_clock, set_phase_status
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
