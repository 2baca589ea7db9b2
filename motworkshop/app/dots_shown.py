"""When the board shows dots: after a vote, never beside one that goes on."""

from motworkshop.model.change import Change
from motworkshop.model.records import PhaseKind, Round
from motworkshop.model.turnout import open_rounds
from motworkshop.model.workshop import Workshop

AFTER_THE_VOTE = (PhaseKind.REVEAL, PhaseKind.OWN, PhaseKind.REPORT)


def are_dots_shown(workshop: Workshop, kind: PhaseKind) -> bool:
    """Whether the dots of the round that decides may be seen in this phase: who votes must not be
    led by those of others, of an earlier round either."""
    return kind in AFTER_THE_VOTE or (kind is PhaseKind.VOTE and not open_rounds(workshop))


def has_rounds(change: Change) -> bool:
    """Whether a round began, ended or was taken back."""
    return change.has(Round)
