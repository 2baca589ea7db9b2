"""Who is expected to vote in a round, who is done, and how nameless paper ballots are called."""

from itertools import count

from motworkshop.model.records import Participant, Person, Round, RoundStatus, Turnout
from motworkshop.model.voting import has_handed_over, person_key
from motworkshop.model.workshop import Workshop

PAPER = "Paper ballot"


def missing_voters(workshop: Workshop, vote: Round) -> list[Participant]:
    """The people on the roster whose ballot is not in, in the order of the roster."""
    roster = workshop.ordered(Participant)
    return [person for person in roster if not has_handed_over(workshop, vote, person.id)]


def other_voters(workshop: Workshop, vote: Round) -> list[Person]:
    """Who handed over without being on the roster, by name."""
    roster = {person_key(workshop, one.id) for one in workshop.of(Participant).values()}
    found = [seen.voter for seen in workshop.of(Turnout).values() if seen.round == vote.id]
    names = [voter for voter in found if person_key(workshop, voter) not in roster]
    return sorted(names, key=lambda name: (name.casefold(), name))


def next_paper_ballot(workshop: Workshop, vote: Round) -> Person:
    """What the next paper ballot is called that bears no number and no name."""
    names = (f"{PAPER} {number}" for number in count(1))
    return next(name for name in names if not has_handed_over(workshop, vote, name))


def open_rounds(workshop: Workshop) -> list[Round]:
    """The rounds that still take votes, the first to begin first."""
    return [vote for vote in workshop.ordered(Round) if vote.status is RoundStatus.OPEN]
