"""The nine phases: their time boxes, and the clocks that record what was used."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from motworkshop.model.arithmetic import half_up
from motworkshop.model.change import Change
from motworkshop.model.records import Phase, PhaseClock, PhaseKind, PhaseStatus, new_id
from motworkshop.model.workshop import Workshop
from motworkshop.values import dataclass

DEFAULT_BOXES: Mapping[PhaseKind, tuple[tuple[str, int], ...]] = MappingProxyType(
    {
        PhaseKind.FRAME: (("", 10),),
        PhaseKind.ALIGN: (("Write alone", 20), ("Agree", 20)),
        PhaseKind.BRAINSTORM: (("Silent writing", 15), ("Round robin", 30)),
        PhaseKind.CLUSTER: (("", 25),),
        PhaseKind.CATEGORISE: (("", 15),),
        PhaseKind.VOTE: (("", 10),),
        PhaseKind.REVEAL: (("Look at the dots", 20), ("Decide", 10)),
        PhaseKind.OWN: (("", 25),),
        PhaseKind.REPORT: (("", 5),),
    }
)
"""Name and minutes of the one or two time boxes of each phase (METHOD.md)."""


@dataclass(frozen=True, slots=True)
class TimeBox:
    """One time box of a phase: its name ("" where it is the only one), minutes, seconds used."""

    name: str
    planned: int
    used: float = 0.0


def default_phases() -> list[Phase]:
    """The plan of a new workshop."""
    return [default_phase(kind) for kind in PhaseKind]


def default_phase(kind: PhaseKind) -> Phase:
    """The plan of a phase as the method has it."""
    first, *second = [minutes for _name, minutes in DEFAULT_BOXES[kind]]
    return Phase(new_id(), kind, first + sum(second), planned_second=sum(second))


def time_boxes(workshop: Workshop, kind: PhaseKind) -> tuple[TimeBox, ...]:
    """The one or two time boxes of a phase, in order, with what was used of each."""
    phase, clock = phase_of(workshop, kind), clock_of(workshop, kind)
    names = [name for name, _minutes in DEFAULT_BOXES[kind]]
    if len(names) == 1:
        return (TimeBox(names[0], phase.planned, clock.used),)
    second = min(phase.planned_second, phase.planned)
    return (
        TimeBox(names[0], phase.planned - second, clock.used - clock.used_second),
        TimeBox(names[1], second, clock.used_second),
    )


def place_at_hand(workshop: Workshop, kind: PhaseKind) -> int:
    """Which of the time boxes of a phase the group is in: 0 or 1."""
    has_two = len(DEFAULT_BOXES[kind]) > 1
    return int(has_two and clock_of(workshop, kind).is_second)


def with_minutes(phase: Phase, place: int, minutes: int) -> Phase:
    """The plan with other minutes for one of its time boxes; the other one keeps its own."""
    second = min(phase.planned_second, phase.planned)
    if place:
        return replace(phase, planned=phase.planned - second + minutes, planned_second=minutes)
    return replace(phase, planned=minutes + second, planned_second=second)


def with_total(phase: Phase, minutes: int) -> Phase:
    """The plan with other minutes for the whole phase; its time boxes keep their proportion."""
    part = phase.planned_second / phase.planned if phase.planned else 0.0
    if not phase.planned:
        default = default_phase(phase.kind)
        part = default.planned_second / default.planned
    return replace(phase, planned=minutes, planned_second=half_up(minutes * part))


def phase_of(workshop: Workshop, kind: PhaseKind) -> Phase:
    """The plan of a phase; the one of the method where the workshop has none."""
    phases = {phase.kind: phase for phase in workshop.of(Phase).values()}
    return phases.get(kind) or default_phase(kind)


def clock_of(workshop: Workshop, kind: PhaseKind) -> PhaseClock:
    """The clock of a phase; a new one at zero if it never ran."""
    clocks = {clock.kind: clock for clock in workshop.of(PhaseClock).values()}
    return clocks.get(kind) or PhaseClock(new_id(), kind)


def run_clock(workshop: Workshop, kind: PhaseKind, seconds: float) -> Change:
    """Record that a phase has used this many seconds more, in the time box that is at hand."""
    clock = clock_of(workshop, kind)
    more = max(0.0, seconds)
    second = clock.used_second + (more if place_at_hand(workshop, kind) else 0.0)
    return _recorded(workshop, replace(clock, used=clock.used + more, used_second=second))


def go_to_time_box(workshop: Workshop, kind: PhaseKind, place: int) -> Change:
    """Record that the group is in the first (0) or second (1) time box of a phase now."""
    return _recorded(workshop, replace(clock_of(workshop, kind), is_second=bool(place)))


def set_phase_status(workshop: Workshop, kind: PhaseKind, status: PhaseStatus) -> Change:
    """Record how far the group is with a phase."""
    return _recorded(workshop, replace(clock_of(workshop, kind), status=status))


def _recorded(workshop: Workshop, clock: PhaseClock) -> Change:
    return Change.between([(workshop.of(PhaseClock).get(clock.id), clock)])
