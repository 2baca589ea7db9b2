"""What a vote records: starting, handing over, counting, closing. Outside undo.

Each function gives the change to be recorded (`History.record`), or refuses.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from motworkshop.errors import RefusedError
from motworkshop.model.change import Change, Pair
from motworkshop.model.limits import DOTS
from motworkshop.model.records import (
    Ballot,
    Count,
    Id,
    Note,
    Person,
    Round,
    RoundStatus,
    Turnout,
    new_id,
)
from motworkshop.model.tally import ballots_of, line_notes, run_offs_of, tally_of
from motworkshop.model.voting import (
    BallotError,
    check_ballot,
    counted,
    has_handed_over,
    large_sides,
    side_of,
    sides_for,
)
from motworkshop.model.workshop import Workshop, lead_of, visible_notes
from motworkshop.values import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a round votes; `budget` and `cap` None is no limit."""

    question: str = ""
    budget: int | None = None
    cap: int | None = 1
    cut: int = 10
    is_secret: bool = True


def start_round(
    workshop: Workshop,
    title: str,
    terms: Terms,
    notes: Iterable[Id] | None = None,
    voters: Iterable[Person] = (),
) -> Change:
    """A new open round on these notes, all visible ones if not said.

    The sides of the expected `voters` are fixed now, if there are enough voters for sides.
    """
    title = title.strip()
    if not title:
        raise RefusedError("The title of the round is empty. Write something first.")
    if round_titled(workshop, title) is not None:
        raise RefusedError(f"There is a round “{title}” already. Give this one another title.")
    on_ballot = tuple(note.id for note in _ballot_notes(workshop, notes))
    if not on_ballot:
        raise RefusedError("There is no note to vote on yet. Put touchpoints on the board first.")
    _check_terms(terms)
    sides = sides_for(workshop, voters).values()
    vote = Round(
        new_id(),
        title,
        terms.question,
        on_ballot,
        terms.budget,
        terms.cap,
        terms.cut,
        terms.is_secret,
        sides=tuple(dict.fromkeys(side for side in sorted(sides) if side)),
        position=_next_position(workshop),
    )
    return Change.between([(None, vote)])


def start_run_off(
    workshop: Workshop, tied_in: Round, title: str, terms: Terms, voters: Iterable[Person] = ()
) -> Change:
    """A new open round among the tied notes of a closed one; it decides only their places."""
    if tied_in.run_off_of is not None:
        raise RefusedError("Start the run-off from the round whose places it decides.")
    for unfinished in (tied_in, *run_offs_of(workshop, tied_in)):
        if unfinished.status is RoundStatus.OPEN:
            raise RefusedError(f"The round “{unfinished.title}” is still open. Close it first.")
    tally = tally_of(workshop, tied_in)
    if not tally.tied:
        raise RefusedError(f"No notes are tied at the cut of “{tied_in.title}”.")
    notes = [line.note for line in tally.tied]
    change = start_round(workshop, title, terms, notes, voters)
    return Change.between(
        (None, replace(vote, run_off_of=tied_in.id, cut=tally.places_left))
        for _, vote in change
        if isinstance(vote, Round)
    )


def hand_over(workshop: Workshop, vote: Round, voter: Person, dots: Mapping[Id, int]) -> Change:
    """Take in one voter's ballot; of a secret round the name goes to the turnout alone.

    Raises:
        BallotError: the voter has handed over already, the round is closed, or a limit is broken.
    """
    if vote.id not in workshop.of(Round):
        raise BallotError("There is no such round any more.")
    vote = workshop.of(Round)[vote.id]
    if vote.status is RoundStatus.CLOSED:
        raise BallotError(f"The round “{vote.title}” is closed. Reopen it to take more ballots.")
    if has_handed_over(workshop, vote, voter):
        raise BallotError(f"{workshop.name_of(voter)} has handed over already.")
    given = {note: number for note, number in dots.items() if number}
    check_ballot(vote, given)
    side = side_of(workshop, voter)
    told = side if side in vote.sides else ""
    name = "" if vote.is_secret else voter
    in_order = tuple(sorted(given.items()))
    return Change.between(
        [
            (None, Ballot(new_id(), vote.id, in_order, name, told)),
            (None, Turnout(new_id(), vote.id, voter)),
        ]
    )


def count_dots(workshop: Workshop, vote: Round, dots: Mapping[Id, int], voters: int) -> Change:
    """Dots per note counted by hand on paper; replaces an earlier count of the round."""
    if not 0 <= voters <= DOTS:
        raise BallotError(f"{voters} is not a number of voters.")
    for note, number in dots.items():
        if note not in vote.notes:
            raise BallotError("A note is not on the ballot of this round.")
        if not 0 <= number <= DOTS:
            raise BallotError(f"{number} is not a number of dots.")
    earlier: list[Pair] = [
        (count, None) for count in workshop.of(Count).values() if count.round == vote.id
    ]
    counts: list[Pair] = [
        (None, Count(new_id(), vote.id, note, number)) for note, number in dots.items() if number
    ]
    return Change.between([*earlier, *counts, (vote, replace(vote, voters=voters))])


def close_round(workshop: Workshop, vote: Round) -> Change:
    """No more votes. All ballots of a secret round get fresh random ids.

    A side of fewer than three ballots is taken off them, since the turnout would tell whose they
    are. The file that stores this is to be rewritten, so that nothing older can be matched to them.
    """
    if vote.status is RoundStatus.CLOSED:
        raise RefusedError(f"The round “{vote.title}” is closed already.")
    closed = replace(vote, status=RoundStatus.CLOSED)
    renamed = fresh_ballots(workshop, vote) if vote.is_secret else []
    return Change.between([(vote, closed), *renamed])


def fresh_ballots(workshop: Workshop, vote: Round) -> list[Pair]:
    """The ballots of a round again under fresh random ids, without sides that are too small."""
    ballots = ballots_of(workshop, vote)
    large = large_sides(ballot.side for ballot in ballots)
    pairs: list[Pair] = []
    for ballot in ballots:
        side = ballot.side if ballot.side in large else ""
        pairs += [(ballot, None), (None, replace(ballot, id=new_id(), side=side))]
    return pairs


def reopen_round(workshop: Workshop, vote: Round) -> Change:
    """Take votes again; what was handed over stays. Refused once a run-off stands on it."""
    _refuse_if_run_off(workshop, vote)
    return Change.between([(vote, replace(vote, status=RoundStatus.OPEN))])


def discard_round(workshop: Workshop, vote: Round) -> Change:
    """Take a round away as a whole: its ballots, counts and turnout go with it."""
    _refuse_if_run_off(workshop, vote)
    parts: list[Ballot | Count | Turnout] = [
        *workshop.of(Ballot).values(),
        *workshop.of(Count).values(),
        *workshop.of(Turnout).values(),
    ]
    return Change.between(
        [(vote, None), *((part, None) for part in parts if part.round == vote.id)]
    )


def round_titled(workshop: Workshop, title: str) -> Round | None:
    """The round of this title, case and spaces ignored."""
    wanted = " ".join(title.casefold().split())
    for vote in workshop.ordered(Round):
        if " ".join(vote.title.casefold().split()) == wanted:
            return vote
    return None


def deciding_round(workshop: Workshop) -> Round | None:
    """The round that says which notes are in: the last closed one that is not a run-off."""
    for vote in reversed(workshop.ordered(Round)):
        if vote.status is RoundStatus.CLOSED and vote.run_off_of is None:
            return vote
    return None


def decided_round(workshop: Workshop, vote: Round) -> Round:
    """The round whose places this one decides: itself, or the one that a run-off belongs to."""
    return workshop.of(Round).get(vote.run_off_of or "", vote)


def line_for(workshop: Workshop, vote: Round, note: Id) -> Id | None:
    """The note of the ballot that takes the dots meant for `note`: itself, or its lead."""
    if note in vote.notes:
        return note
    for on_ballot, under in line_notes(workshop, vote).items():
        if under == note:
            return on_ballot
    lead = workshop.remember(lead_of).get(note)
    return lead if lead in vote.notes else None


def _ballot_notes(workshop: Workshop, notes: Iterable[Id] | None) -> list[Note]:
    visible = visible_notes(workshop)
    if notes is None:
        return visible
    leads = workshop.remember(lead_of)
    wanted = {leads.get(note, note) for note in notes}
    if not wanted <= workshop.notes.keys():
        raise RefusedError("There is no such note any more.")
    return [note for note in visible if note.id in wanted]


def _check_terms(terms: Terms) -> None:
    for what, number in (("budget", terms.budget), ("cap", terms.cap), ("cut", terms.cut)):
        if number is not None and not 1 <= number <= DOTS:
            raise RefusedError(f"A {what} of {number} is not possible; it is at least 1.")
    if terms.budget is not None and terms.cap is not None and terms.cap > terms.budget:
        raise RefusedError(
            f"The cap of {counted(terms.cap, 'dot')} is more than the budget of {terms.budget}."
        )


def _refuse_if_run_off(workshop: Workshop, vote: Round) -> None:
    later = run_offs_of(workshop, vote)
    if vote.run_off_of is not None:  # a further run-off is among what this one left tied
        same = (other for other in workshop.ordered(Round) if other.run_off_of == vote.run_off_of)
        later += [other for other in same if other.position > vote.position]
    if later:
        raise RefusedError(
            f"The run-off “{later[-1].title}” stands on “{vote.title}”. Discard that one first."
        )


def _next_position(workshop: Workshop) -> int:
    return max((vote.position for vote in workshop.of(Round).values()), default=0) + 1
