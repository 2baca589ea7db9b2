"""A workshop in few words: what the tests of the model build on."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from motworkshop.model.change import Change, Edit
from motworkshop.model.edits.moments import decide
from motworkshop.model.edits.notes import Draft, add_notes
from motworkshop.model.edits.people import add_participants
from motworkshop.model.edits.stages import add_stage
from motworkshop.model.history import History
from motworkshop.model.records import (
    About,
    Ballot,
    Decision,
    Id,
    Note,
    Participant,
    Round,
    RoundStatus,
    Stage,
    Turnout,
)
from motworkshop.model.rounds import (
    Terms,
    close_round,
    hand_over,
    round_titled,
    start_round,
    start_run_off,
)
from motworkshop.model.tally import tally_of
from motworkshop.model.workshop import Workshop

Ballots = Mapping[str, Mapping[Id, int]]
NO_LIMITS = Terms(cap=None)


class Room:
    """A workshop with its history, and the steps of a meeting as one call each."""

    def __init__(self) -> None:
        self.history = History(Workshop.titled("Ground floor"))

    @property
    def workshop(self) -> Workshop:
        return self.history.workshop

    def do(self, edit: Edit) -> Change:
        return self.history.do(edit)

    def record(self, change: Change) -> Change:
        return self.history.record(change)

    def stage(self, name: str) -> Id:
        self.do(add_stage(self.workshop, name))
        return next(s.id for s in self.workshop.of(Stage).values() if s.name == name)

    def notes(self, *texts: str, **fields: Any) -> list[Id]:
        before = set(self.workshop.notes)
        self.do(add_notes(self.workshop, [Draft(text, fields=fields) for text in texts]))
        return [note for note in self.workshop.notes if note not in before]

    def people(self, *names: str, department: str = "") -> list[Id]:
        before = set(self.workshop.of(Participant))
        self.do(add_participants(self.workshop, [(name, department) for name in names]))
        return [person for person in self.workshop.of(Participant) if person not in before]

    def round(self, title: str) -> Round:
        found = round_titled(self.workshop, title)
        assert found is not None
        return found

    def vote(
        self,
        ballots: Ballots,
        *,
        title: str = "Vote",
        notes: Sequence[Id] | None = None,
        terms: Terms = NO_LIMITS,
        close: bool = True,
    ) -> Round:
        """A round with these ballots by voter; closed unless said otherwise."""
        self.record(start_round(self.workshop, title, terms, notes, list(ballots)))
        return self.cast(title, ballots, close)

    def run_off(
        self,
        tied_in: Round,
        ballots: Ballots,
        *,
        title: str = "Run-off",
        terms: Terms = NO_LIMITS,
        close: bool = True,
    ) -> Round:
        self.record(start_run_off(self.workshop, tied_in, title, terms, list(ballots)))
        return self.cast(title, ballots, close)

    def cast(self, title: str, ballots: Ballots, close: bool = True) -> Round:
        for voter, dots in ballots.items():
            self.record(hand_over(self.workshop, self.round(title), voter, dots))
        if close:
            self.record(close_round(self.workshop, self.round(title)))
        return self.round(title)

    def decide(self, vote: Round, decisions: Mapping[Id, Decision], reason: str = "safety") -> None:
        self.do(decide(self.workshop, vote, decisions, reason))

    def places(self, vote: Round, cut: int | None = None) -> dict[Id, str]:
        """Where each line of the tally stands, as “in”, “out” or “tied”."""
        return {line.note: line.standing.value for line in tally_of(self.workshop, vote, cut).lines}


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture(scope="session")
def new_room() -> Callable[[], Room]:
    """For properties, which need a room per example."""
    return Room


Voted = Callable[..., tuple[Workshop, Round]]


@pytest.fixture(scope="session")
def voted() -> Voted:
    """A workshop with one closed round, from ballots by note id, without the road to it."""
    return _voted


def _voted(
    notes: Sequence[Id],
    ballots: Sequence[Mapping[Id, int]],
    *,
    sides: Sequence[str] = (),
    **fields: Any,
) -> tuple[Workshop, Round]:
    vote = Round(
        "round",
        "Vote",
        notes=tuple(notes),
        status=RoundStatus.CLOSED,
        sides=tuple(dict.fromkeys(side for side in sides if side)),
        **fields,
    )
    of_side = list(sides) or [""] * len(ballots)
    cast = [
        Ballot(f"b{index}", vote.id, tuple(sorted(dots.items())), "", side)
        for index, (dots, side) in enumerate(zip(ballots, of_side, strict=True))
    ]
    turnout = [Turnout(f"t{index}", vote.id, f"voter {index}") for index in range(len(ballots))]
    on_board = [Note(note, number, note) for number, note in enumerate(notes, start=1)]
    about = About("about", "Voted", last_number=len(on_board))
    return Workshop([about, vote, *on_board, *cast, *turnout]), vote
