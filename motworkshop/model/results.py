"""Whether a phase has come to a result: passing through one is not being done with it."""

from collections.abc import Callable
from enum import Enum

from motworkshop.model.heatmap import category_counts
from motworkshop.model.moments import Lack, lacks, moments_of
from motworkshop.model.records import (
    Category,
    Participant,
    PhaseKind,
    Round,
    RoundStatus,
    Stage,
    StageProposal,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import tally_of
from motworkshop.model.workshop import Workshop


class Need(Enum):
    """What a group must have before a phase makes sense, in the order in which it comes to be."""

    PEOPLE = "people"
    STAGES = "stages"
    NOTES = "notes"


NEEDS = {
    PhaseKind.FRAME: (),
    PhaseKind.ALIGN: (Need.PEOPLE,),
    PhaseKind.BRAINSTORM: (Need.PEOPLE, Need.STAGES),
}
"""What the first phases need; those that follow need notes."""


def first_need(workshop: Workshop, kind: PhaseKind) -> Need | None:
    """The first thing that is not there yet and without which this phase makes little sense."""
    is_there = {
        Need.PEOPLE: bool(workshop.of(Participant) or workshop.of(StageProposal)),
        Need.STAGES: bool(workshop.of(Stage)),
        Need.NOTES: bool(workshop.notes),
    }
    needs = NEEDS.get(kind, (Need.NOTES,))
    return next((need for need in needs if not is_there[need]), None)


def has_result(workshop: Workshop, kind: PhaseKind) -> bool:
    """Whether the group has what this phase is for, so that the next one is the thing to do."""
    tests: dict[PhaseKind, Callable[[Workshop], bool]] = {
        PhaseKind.FRAME: lambda w: bool(w.about.journey.strip() and w.of(Participant)),
        PhaseKind.ALIGN: _is_agreed,
        PhaseKind.BRAINSTORM: lambda w: bool(w.notes),
        PhaseKind.CLUSTER: lambda w: bool(w.notes),
        PhaseKind.CATEGORISE: _is_sorted,
        PhaseKind.VOTE: _is_voted,
        PhaseKind.REVEAL: _is_decided,
        PhaseKind.OWN: _is_owned,
        PhaseKind.REPORT: _is_owned,
    }
    return tests[kind](workshop)


def _is_agreed(workshop: Workshop) -> bool:
    """Stages that came with a template are no agreement while nobody is there."""
    has_people = bool(workshop.of(Participant) or workshop.notes)
    return bool(workshop.of(Stage)) and (has_people or bool(workshop.of(StageProposal)))


def _is_sorted(workshop: Workshop) -> bool:
    found = category_counts(workshop)
    return bool(found) and found.keys() <= workshop.of(Category).keys()


def _is_voted(workshop: Workshop) -> bool:
    rounds = workshop.of(Round).values()
    return bool(rounds) and all(vote.status is RoundStatus.CLOSED for vote in rounds)


def _is_decided(workshop: Workshop) -> bool:
    vote = deciding_round(workshop)
    return vote is not None and not tally_of(workshop, vote).tied


def _is_owned(workshop: Workshop) -> bool:
    moments = moments_of(workshop)
    return bool(moments) and all(Lack.ACCOUNTABLE not in lacks(moment) for moment in moments)
