"""What the deciding round has put on the notes: dots (in voters' colours if open), standings."""

from collections.abc import Mapping

from motworkshop.model.memory import reads
from motworkshop.model.records import (
    Ballot,
    Cluster,
    Count,
    Id,
    MomentOfTruth,
    Note,
    Participant,
    Round,
    Turnout,
)
from motworkshop.model.rounds import deciding_round
from motworkshop.model.tally import (
    Standing,
    ballots_of,
    dots_by_line,
    is_counted,
    line_notes,
    tally_of,
)
from motworkshop.model.workshop import Workshop


@reads(Round, Ballot, Count, Turnout, Cluster, MomentOfTruth, Participant, ids_of=(Note,))
def dots_of(workshop: Workshop) -> Mapping[Id, tuple[str, ...]]:
    """The colours of the dots by note, one for each; "" is ink. {} before a vote is closed."""
    vote = deciding_round(workshop)
    if vote is None:
        return {}
    if vote.is_secret or is_counted(workshop, vote):
        lines = tally_of(workshop, vote).lines
        return {line.note: ("",) * line.dots for line in lines if line.dots}
    return _coloured(workshop, vote)


@reads(Round, Ballot, Count, Turnout, Cluster, MomentOfTruth, ids_of=(Note,))
def standings_of(workshop: Workshop) -> Mapping[Id, str]:
    """The notes that are in by the deciding round, and those that are tied at its cut."""
    vote = deciding_round(workshop)
    if vote is None:
        return {}
    lines = tally_of(workshop, vote).standing(Standing.IN, Standing.TIED)
    return {line.note: line.standing.value for line in lines}


def _coloured(workshop: Workshop, vote: Round) -> dict[Id, tuple[str, ...]]:
    people = workshop.of(Participant)
    under = line_notes(workshop, vote)
    found: dict[Id, tuple[str, ...]] = {}
    for ballot in ballots_of(workshop, vote):
        voter = people.get(ballot.voter)
        colour = voter.colour if voter else ""
        for note, given in dots_by_line(ballot, under).items():
            found[note] = found.get(note, ()) + (colour,) * given
    return {note: tuple(sorted(colours)) for note, colours in found.items()}
