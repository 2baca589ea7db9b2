"""The nine phases: default minutes, and the clocks that record what was used."""

from dataclasses import replace

from motworkshop.model.change import Change
from motworkshop.model.records import Phase, PhaseClock, PhaseKind, PhaseStatus, new_id
from motworkshop.model.workshop import Workshop

DEFAULT_MINUTES = {
    PhaseKind.FRAME: 10,
    PhaseKind.ALIGN: 40,
    PhaseKind.BRAINSTORM: 45,
    PhaseKind.CLUSTER: 25,
    PhaseKind.CATEGORISE: 15,
    PhaseKind.VOTE: 10,
    PhaseKind.REVEAL: 30,
    PhaseKind.OWN: 25,
    PhaseKind.REPORT: 5,
}
"""Minutes per phase (METHOD.md)."""


def default_phases() -> list[Phase]:
    """The plan of a new workshop."""
    return [Phase(new_id(), kind, minutes) for kind, minutes in DEFAULT_MINUTES.items()]


def clock_of(workshop: Workshop, kind: PhaseKind) -> PhaseClock:
    """The clock of a phase; a new one at zero if it never ran."""
    clocks = {clock.kind: clock for clock in workshop.of(PhaseClock).values()}
    return clocks.get(kind) or PhaseClock(new_id(), kind)


def run_clock(workshop: Workshop, kind: PhaseKind, seconds: float) -> Change:
    """Record that a phase has used this many seconds more."""
    clock = clock_of(workshop, kind)
    old = workshop.of(PhaseClock).get(clock.id)
    return Change.between([(old, replace(clock, used=clock.used + max(0.0, seconds)))])


def set_phase_status(workshop: Workshop, kind: PhaseKind, status: PhaseStatus) -> Change:
    """Record how far the group is with a phase."""
    clock = clock_of(workshop, kind)
    old = workshop.of(PhaseClock).get(clock.id)
    return Change.between([(old, replace(clock, status=status))])
