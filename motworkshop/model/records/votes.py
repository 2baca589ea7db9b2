"""What a vote has recorded. These records stand outside undo (METHOD.md, rules of the vote)."""

from enum import StrEnum

from motworkshop.model.records.ids import Id, Person
from motworkshop.values import dataclass


class RoundStatus(StrEnum):
    """Whether votes are still taken."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Round:
    """One vote. `notes` is the ballot; `budget` and `cap` are None where there is no limit.

    `cut` is how many places there are. `sides` are the names of the sides as they were when the
    round began, () if none were fixed. `voters` is how many people voted where only counts are
    known. `run_off_of` is the round whose tie this one is to settle.
    """

    id: Id
    title: str
    question: str = ""
    notes: tuple[Id, ...] = ()
    budget: int | None = None
    cap: int | None = None
    cut: int = 10
    is_secret: bool = True
    status: RoundStatus = RoundStatus.OPEN
    sides: tuple[str, ...] = ()
    voters: int | None = None
    run_off_of: Id | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one voter gave: (note id, dots) pairs, dots ≥ 1.

    Of a secret round `voter` is "" and nothing else tells who it was; `side` is a name or "".
    """

    id: Id
    round: Id
    dots: tuple[tuple[Id, int], ...] = ()
    voter: Person = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Dots of one note counted by hand on paper: no ballots, so breadth is unknown."""

    id: Id
    round: Id
    note: Id
    dots: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """That somebody has handed over in a round; never what."""

    id: Id
    round: Id
    voter: Person
