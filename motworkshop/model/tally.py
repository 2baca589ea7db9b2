"""The tally of a round: dots, breadth, rank, the cut, and how ties at the cut were settled."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field, replace
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from motworkshop.errors import RefusedError
from motworkshop.model.counting import counting
from motworkshop.model.records import (
    Ballot,
    Count,
    Id,
    MomentOfTruth,
    Round,
    RoundStatus,
    Turnout,
)
from motworkshop.model.voting import is_hidden, large_sides
from motworkshop.model.workshop import Workshop, lead_of
from motworkshop.values import dataclass


class Standing(StrEnum):
    """Where a note stands to the cut."""

    IN = "in"
    OUT = "out"
    TIED = "tied"


class DecidedBy(StrEnum):
    """What settled a tie."""

    RUN_OFF = "run-off"
    DECISION = "decision"


Settled: TypeAlias = dict[Id, tuple[Standing, DecidedBy]]
"""Where tied notes stand now, and what settled it."""


class HiddenRoundError(RefusedError):
    """A secret round is still open; only its turnout may be told."""


@dataclass(frozen=True, slots=True)
class TallyLine:
    """One note of the ballot. A cluster stands under its lead, with the dots of all in it.

    `breadth` is the number of people who gave it at least one dot (None for paper counts).
    `by_side` holds dots per side, where sides may be told apart. `decided` tells what settled a tie at the cut, if anything.
    """

    note: Id
    dots: int
    breadth: int | None
    rank: int
    standing: Standing
    decided: DecidedBy | None = None
    by_side: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """All notes of a ballot, most dots first; equal dots in the order of the ballot."""

    round: Round
    cut: int
    lines: tuple[TallyLine, ...]
    ballots: int
    turnout: int | None

    def standing(self, *standings: Standing) -> list[TallyLine]:
        """The lines that stand so."""
        if len(standings) == 1:
            return list(self._by_standing[standings[0]])
        return [line for line in self.lines if line.standing in standings]

    @cached_property
    def _by_standing(self) -> Mapping[Standing, Sequence[TallyLine]]:
        """Worked out once: a ballot may hold thousands of notes."""
        found: dict[Standing, list[TallyLine]] = {standing: [] for standing in Standing}
        for line in self.lines:
            found[line.standing].append(line)
        return found

    @cached_property
    def by_note(self) -> Mapping[Id, TallyLine]:
        """The line of each note that has one."""
        return {line.note: line for line in self.lines}

    @cached_property
    def settled(self) -> Sequence[TallyLine]:
        """The notes that were tied at the cut until a run-off or a decision settled it."""
        return [line for line in self.lines if line.decided is not None]

    @property
    def tied(self) -> list[TallyLine]:
        """The notes of the tie that straddles the cut and is not settled."""
        return self.standing(Standing.TIED)

    @property
    def places_left(self) -> int:
        """How many places the tied notes compete for."""
        return self.cut - len(self.standing(Standing.IN)) if self.tied else 0

    @cached_property
    def dots(self) -> int:
        """All dots that were given."""
        return sum(line.dots for line in self.lines)


def tally_of(workshop: Workshop, vote: Round, cut: int | None = None) -> Tally:
    """Count a round. `cut` is how many places there are, the round's own if not said.

    Raises:
        HiddenRoundError: the round is secret and still open.
    """
    if is_hidden(vote):
        raise HiddenRoundError(
            f"The round “{vote.title}” is secret and still open: only its turnout can be shown."
        )
    is_own = cut is None or cut == vote.cut
    return _own_tally(workshop, vote) if is_own else _tally(workshop, vote, cut or 0)


@counting
def _own_tally(workshop: Workshop, vote: Round) -> Tally:
    return _tally(workshop, vote, vote.cut)


def _tally(workshop: Workshop, vote: Round, places: int) -> Tally:
    lines = _settled(workshop, vote, _ranked(workshop, vote, places), places)
    return Tally(
        vote, places, tuple(lines), len(ballots_of(workshop, vote)), turnout_of(workshop, vote)
    )


@counting
def ballots_of(workshop: Workshop, vote: Round) -> list[Ballot]:
    """The ballots of a round, by id (which is random)."""
    found = (ballot for ballot in workshop.of(Ballot).values() if ballot.round == vote.id)
    return sorted(found, key=lambda ballot: ballot.id)


def turnout_of(workshop: Workshop, vote: Round) -> int | None:
    """How many people have handed over; None where only dots were counted."""
    handed_over = sum(1 for seen in workshop.of(Turnout).values() if seen.round == vote.id)
    return handed_over or (vote.voters if is_counted(workshop, vote) else 0)


@counting
def is_counted(workshop: Workshop, vote: Round) -> bool:
    """Whether dots were counted by hand: breadth and agreement are then unknown."""
    return vote.voters is not None or any(_counts(workshop, vote))


def run_offs_of(workshop: Workshop, vote: Round) -> list[Round]:
    """The rounds that are to settle a tie of this one, in order."""
    return [later for later in workshop.ordered(Round) if later.run_off_of == vote.id]


@counting
def line_notes(workshop: Workshop, vote: Round) -> dict[Id, Id]:
    """For each note of the ballot the note under which it counts today: itself or its lead."""
    leads, notes = workshop.remember(lead_of), workshop.notes
    return {note: leads.get(note, note) for note in vote.notes if note in notes}


def dots_by_line(ballot: Ballot, counts_under: Mapping[Id, Id]) -> Counter[Id]:
    """The dots of one ballot per line of the tally."""
    dots: Counter[Id] = Counter()
    for note, given in ballot.dots:
        if note in counts_under:
            dots[counts_under[note]] += given
    return dots


def _counts(workshop: Workshop, vote: Round) -> Iterable[Count]:
    return (count for count in workshop.of(Count).values() if count.round == vote.id)


def _ranked(workshop: Workshop, vote: Round, places: int, lowest: int = 1) -> list[TallyLine]:
    counts_under = line_notes(workshop, vote)
    dots: Counter[Id] = Counter(dict.fromkeys(counts_under.values(), 0))
    breadth: Counter[Id] = Counter()
    by_side: dict[Id, Counter[str]] = {note: Counter() for note in dots}
    ballots = ballots_of(workshop, vote)
    sides = large_sides(ballot.side for ballot in ballots)
    for ballot in ballots:
        given = dots_by_line(ballot, counts_under)
        dots.update(given)
        breadth.update(given.keys())
        for note, number in given.items():
            if ballot.side in sides:
                by_side[note][ballot.side] += number
    for count in _counts(workshop, vote):
        if count.note in counts_under:
            dots[counts_under[count.note]] += count.dots
    counted = is_counted(workshop, vote)
    order = sorted(dots, key=lambda note: -dots[note])
    lines = [
        TallyLine(
            note, dots[note], None if counted else breadth[note], 0, Standing.OUT, None,
            dict(by_side[note]),
        )
        for note in order
    ]  # fmt: skip
    return _placed(lines, places, lowest)


def _placed(lines: Sequence[TallyLine], places: int, lowest: int) -> list[TallyLine]:
    """Rank 1, 2, 2, 4 and the cut. Fewer than `lowest` dots are neither in nor tied."""
    higher: Counter[int] = Counter(line.dots for line in lines)
    first = 0
    standings: dict[int, tuple[int, Standing]] = {}
    for dots in sorted(higher, reverse=True):
        end = first + higher[dots]
        if dots < lowest or first >= places:
            standing = Standing.OUT
        else:
            standing = Standing.IN if end <= places else Standing.TIED
        standings[dots] = (first + 1, standing)
        first = end
    return [
        replace(line, rank=standings[line.dots][0], standing=standings[line.dots][1])
        for line in lines
    ]


def _settled(
    workshop: Workshop, vote: Round, lines: list[TallyLine], places: int
) -> list[TallyLine]:
    tied = {line.note for line in lines if line.standing is Standing.TIED}
    if not tied:
        return lines
    left = places - sum(1 for line in lines if line.standing is Standing.IN)
    decisions = _decisions(workshop, vote, tied)
    settled = _by_run_offs(workshop, vote, tied, decisions, left)
    left -= _taken(settled)
    open_notes = tied - settled.keys()
    said = {note: place for note, place in decisions.items() if note in open_notes}
    settled.update(_by_decision(open_notes, said, left))
    return [
        replace(line, standing=settled[line.note][0], decided=settled[line.note][1])
        if line.note in settled
        else line
        for line in lines
    ]


def _decisions(workshop: Workshop, vote: Round, tied: Set[Id]) -> Settled:
    """What was decided about tied notes of a round with a written reason."""
    return {
        moment.note: (Standing(moment.decision.value), DecidedBy.DECISION)
        for moment in workshop.of(MomentOfTruth).values()
        if moment.decided_in == vote.id and moment.decision and moment.note in tied
    }


def _taken(settled: Settled) -> int:
    return sum(1 for standing, _how in settled.values() if standing is Standing.IN)


def _by_run_offs(
    workshop: Workshop, vote: Round, tied: Set[Id], decisions: Settled, places: int
) -> Settled:
    """What closed run-offs have settled, one after the other: each among exactly the notes that
    were still tied then, for the places that were left. Notes decided before stay outside."""
    settled: Settled = {}
    for later in run_offs_of(workshop, vote):
        among = set(line_notes(workshop, later).values())
        before = tied - settled.keys() - among
        if later.status is not RoundStatus.CLOSED or not among or not before <= decisions.keys():
            continue
        if not among <= tied - settled.keys():
            continue
        outside = {note: decisions[note] for note in before}
        left = places - _taken(settled) - _taken(outside)
        if left < 1:
            continue
        # without a dot in a run-off a note stays tied: it has its dots from the vote before
        lines = _ranked(workshop, later, left, lowest=0)
        found = [line for line in lines if line.standing is not Standing.TIED]
        settled |= outside
        settled |= {line.note: (line.standing, DecidedBy.RUN_OFF) for line in found}
    return settled


def _by_decision(tied: Set[Id], decisions: Settled, places: int) -> Settled:
    """What decisions settle among notes still tied; what then has no choice follows."""
    left = places - _taken(decisions)
    if not decisions or left < 0:
        return {}
    open_notes = tied - decisions.keys()
    if left and len(open_notes) > left:
        return decisions
    standing = Standing.IN if left else Standing.OUT
    return {**decisions, **dict.fromkeys(open_notes, (standing, DecidedBy.DECISION))}
